-- What the server remembers of its own installation. Tables of the module operation.
create schema operation;

-- The key of the sensitive fields, by a check value (HMAC) from which nothing of it can be learnt.
create table operation.field_key (
    only_one     boolean primary key default true check (only_one),
    check_value  bytea not null,
    since        timestamptz not null default now()
);
