-- Photographs of candidates, for all lists of a meeting on which a name stands.
create table election.photo (
    assembly        bigint not null references election.assembly,
    name            text not null,
    jpeg            bytea not null,
    primary key (assembly, name)
);
