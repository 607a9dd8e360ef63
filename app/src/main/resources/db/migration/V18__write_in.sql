-- Votes whose electronic ballot takes write-ins (另选他人). What is written in is decrypted ballot by
-- ballot, after scrutineers have shuffled the ballots one after another.
alter table election.poll add column write_in boolean not null default false;

-- Names of those who have a vote, frozen with who is due: whoever is no candidate can be written in.
alter table election.assembly add column voters text[] not null default '{}';

-- The shuffles of a closed box, each over what the one before gave.
create table election.shuffle (
    poll            bigint not null references election.poll,
    number          int not null,           -- from 1
    place           int not null,           -- of the scrutineer
    body            text not null,
    tally_sha256    text not null,          -- of the tally with its ballots in the new order
    primary key (poll, number),
    unique (poll, place)
);
