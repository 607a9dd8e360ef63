-- What a resolution to recall somebody from an office is about. Tables of the module congress; the
-- post is known by its id only.
create table congress.recall (
    resolution      bigint primary key references congress.resolution,
    post            bigint not null,
    name            text not null,
    office          text not null,                -- Office, as it was when the recall was moved
    moved_by        text not null,
    heard           text,                         -- what the person said; empty: waived in writing
    heard_at        timestamptz
);
