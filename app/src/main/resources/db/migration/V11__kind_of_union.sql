-- Whose rules a meeting's votes follow: those of a local federation, a grassroots or an enterprise
-- union. Meetings that are there already were convened by a congress, which knew it.
alter table election.assembly add column kind text not null default 'DISTRICT';
update election.assembly a set kind = upper(c.body) from congress.congress c where c.assembly = a.id;
alter table election.assembly alter column kind drop default;
