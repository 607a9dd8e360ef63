-- A meeting that is filed needs its keys and credentials no more: devices that hold one forget it.
alter table election.assembly add column ended_at timestamptz;
update election.assembly set ended_at = now()
 where id in (select c.assembly
                from congress.congress c join congress.stage s on s.congress = c.id
               where s.stage = 'ARCHIVE');
