-- Official acts, written in the transaction of the act itself. The public record sequences and
-- signs them later (module acts).
create schema acts;

create table acts.pending (
    id          bigint generated always as identity primary key,
    at          timestamptz not null default now(),
    kind        text not null,
    payload     text not null                     -- JSON; nothing personal but salted commitments
);
