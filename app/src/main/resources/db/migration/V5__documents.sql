-- Official documents: drafts, running numbers, what was issued, templates. Tables of the module
-- documents; organisations and accounts are known by their ids only.
create schema documents;

create table documents.document (
    id              bigint generated always as identity primary key,
    organisation    bigint not null,
    template        text not null,                -- the name of the one that it was drafted from
    wording         text not null,                -- in the markup of docs/documents.md
    title           text not null,                -- for lists
    version         int not null default 1,       -- raised by every change
    drafted_by      text not null,
    drafted_at      timestamptz not null,
    changed_at      timestamptz not null
);
create index document_organisation on documents.document (organisation, changed_at desc);

-- The last number given out. Its row is locked until the issuing transaction ends: a number that
-- was not used is given again, none is given twice.
create table documents.counter (
    organisation    bigint not null,
    code_word       text not null,
    year            int not null,
    last            int not null,
    primary key (organisation, code_word, year)
);

-- What was issued, frozen.
create table documents.issue (
    document        bigint primary key references documents.document,
    organisation    bigint not null,
    code_word       text,                         -- null: a document without a number
    year            int,
    sequence        int,
    issued_by       text not null,
    issued_by_account bigint not null,
    issued_at       timestamptz not null,
    pdf             bytea not null,
    docx            bytea not null,
    pdf_sha256      text not null,
    docx_sha256     text not null,
    unique (organisation, code_word, year, sequence)
);

create function documents.keep_issued() returns trigger language plpgsql as $$
begin
    if tg_table_name = 'issue' then
        raise exception 'an issued document does not change';
    end if;
    if exists (select 1 from documents.issue where document = old.id) then
        raise exception 'document % is issued and does not change', old.id;
    end if;
    return case tg_op when 'DELETE' then old else new end;
end $$;
create trigger issued_stays before update or delete on documents.issue
    for each row execute function documents.keep_issued();
create trigger wording_of_issued_stays before update or delete on documents.document
    for each row execute function documents.keep_issued();

-- A federation's own text in place of the shipped template of this name.
create table documents.template (
    organisation    bigint not null,
    name            text not null,
    text            text not null,
    changed_by      text not null,
    changed_at      timestamptz not null,
    primary key (organisation, name)
);
