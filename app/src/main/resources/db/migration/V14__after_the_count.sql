-- What may follow a count.
alter table election.poll
    add column runoff boolean not null default false,       -- among those tied: most votes elect
    add column follows bigint references election.poll;     -- whose result asked for this vote
