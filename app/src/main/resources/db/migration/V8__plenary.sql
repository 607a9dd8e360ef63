-- A committee that a meeting elected meets for the first time and elects its officers, on paper.
create table election.plenary (
    assembly        bigint not null references election.assembly,
    body            text not null,          -- who meets: COMMITTEE or AUDIT
    members         text[] not null,        -- who were elected to it: they are due
    present         text[],                 -- who of them came; null until it is frozen
    convened_at     timestamptz not null,
    primary key (assembly, body)
);
