-- Objections against candidates while their publicity runs, and what the desk answered.
create table election.objection (
    id              bigint generated always as identity primary key,
    poll            bigint not null references election.poll,
    candidate       text not null,
    text            text not null,
    account         bigint not null,        -- of whoever objects; the desk alone sees the name
    name            text not null,
    made_at         timestamptz not null,
    answer          text,
    answered_at     timestamptz
);
create index objection_of_poll on election.objection (poll);
