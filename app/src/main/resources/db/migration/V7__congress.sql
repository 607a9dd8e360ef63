-- Congresses: stages, units and delegates, attendance, agenda, proposals, resolutions, papers. Tables
-- of the module congress; organisations, people, accounts, documents and polls are known by their
-- ids only.
create schema congress;

create table congress.congress (
    id              bigint generated always as identity primary key,
    organisation    bigint not null,
    name            text not null,
    kind            text not null,                -- DELEGATES, MEMBERS
    body            text not null,                -- district, grassroots, enterprise: whose rules
    due_target      int not null check (due_target > 0),
    begins_at       timestamptz,
    place           text not null default '',
    quorum          text not null,                -- the variant of the rule congress.quorum
    assembly        bigint not null,              -- the meeting's books in the module election
    sitting         int not null default 1,       -- everybody checks in anew for each
    least_women     int not null default 0,
    least_front     int not null default 0,
    opened_by       text not null,
    opened_at       timestamptz not null
);
create index congress_organisation on congress.congress (organisation);

-- A stage that was entered; the last row is where the congress stands.
create table congress.stage (
    id              bigint generated always as identity primary key,
    congress        bigint not null references congress.congress,
    stage           text not null,
    reason          text not null default '',     -- why it went back; empty when it went on
    entered_by      text not null,
    entered_at      timestamptz not null
);
create index stage_congress on congress.stage (congress, id desc);

-- Something that happened outside and was written down here with its reference.
create table congress.step (
    congress        bigint not null references congress.congress,
    step            text not null,
    reference       text not null,
    done_on         date not null,
    noted_by        text not null,
    noted_at        timestamptz not null,
    primary key (congress, step)
);

-- Electing units, and how each elected its delegates.
create table congress.unit (
    id              bigint generated always as identity primary key,
    congress        bigint not null references congress.congress,
    name            text not null,
    members         int not null check (members >= 0),
    quota           int not null default 0 check (quota >= 0),
    organisation    bigint,
    held_on         date,
    attended        int check (attended between 0 and members),
    unique (congress, name)
);

create table congress.delegation (
    id              bigint generated always as identity primary key,
    congress        bigint not null references congress.congress,
    name            text not null,
    place           text not null default '',     -- where it discusses
    unique (congress, name)
);

create table congress.delegate (
    id              bigint generated always as identity primary key,
    congress        bigint not null references congress.congress,
    unit            bigint references congress.unit,
    delegation      bigint references congress.delegation,
    standing        text not null,                -- DELEGATE, INVITED, OBSERVER
    name            text not null,
    female          boolean not null,
    category        text not null,
    post            text not null default '',
    sealed          bytea not null,               -- birth, ethnicity, political status, telephone
    person          bigint,
    code            text not null unique,         -- on the card; opens the floor, nothing else
    approvals       int,                          -- votes for it in its unit
    replaces        bigint references congress.delegate,
    left_because    text not null default '',     -- why it is no delegate any more
    added_at        timestamptz not null
);
create index delegate_congress on congress.delegate (congress, unit);
create unique index delegate_person on congress.delegate (congress, person) where left_because = '';

create table congress.credential (
    delegate        bigint primary key references congress.delegate,
    passed          boolean not null,
    ground          text not null,
    examined_by     text not null,
    examined_at     timestamptz not null
);

-- Who acts for the congress itself: presidium, secretary-general, scrutineers, tellers.
create table congress.post (
    id              bigint generated always as identity primary key,
    congress        bigint not null references congress.congress,
    post            text not null,
    name            text not null,
    delegate        bigint references congress.delegate,
    unique (congress, post, name)
);

-- What the meeting adopted by show of hands.
create table congress.show_of_hands (
    id              bigint generated always as identity primary key,
    congress        bigint not null references congress.congress,
    subject         text not null,
    title           text not null,
    due             int not null,
    present         int not null,
    approvals       int not null,
    against         int not null,
    abstain         int not null,
    carried         boolean not null,
    ruling          jsonb not null,               -- rule, facts and outcome, to be decided again
    taken_by        text not null,
    taken_at        timestamptz not null
);

-- Comings and goings in a sitting; the last one tells where somebody is.
create table congress.movement (
    id              bigint generated always as identity primary key,
    congress        bigint not null references congress.congress,
    sitting         int not null,
    delegate        bigint not null references congress.delegate,
    kind            text not null,                -- ARRIVED, LEFT, UNDONE
    reason          text not null default '',
    noted_by        text not null,
    noted_at        timestamptz not null
);
create index movement_delegate on congress.movement (congress, sitting, delegate, id desc);

create table congress.attendance (
    id              bigint generated always as identity primary key,
    congress        bigint not null references congress.congress,
    sitting         int not null,
    due             int not null,
    present         int not null,
    paper           int not null,
    ruling          jsonb not null,
    frozen_by       text not null,
    frozen_at       timestamptz not null
);

-- That somebody took a slip, or votes on paper. Which slip is known to nobody.
create table congress.slip (
    delegate        bigint primary key references congress.delegate,
    congress        bigint not null references congress.congress,
    paper           boolean not null,
    taken_by        text not null,
    taken_at        timestamptz not null
);

create table congress.item (
    id              bigint generated always as identity primary key,
    congress        bigint not null references congress.congress,
    position        int not null,
    kind            text not null,
    title           text not null,
    presenter       text not null default '',
    document        bigint,
    planned_at      timestamptz,
    minutes         int not null,
    started_at      timestamptz,
    ended_at        timestamptz
);
create index item_congress on congress.item (congress, position);

create table congress.note (
    id              bigint generated always as identity primary key,
    congress        bigint not null references congress.congress,
    delegation      bigint not null references congress.delegation,
    item            bigint not null references congress.item,
    text            text not null,
    noted_by        text not null,
    noted_at        timestamptz not null
);

create table congress.proposal (
    id              bigint generated always as identity primary key,
    congress        bigint not null references congress.congress,
    delegate        bigint not null references congress.delegate,
    title           text not null,
    text            text not null,
    made_at         timestamptz not null,
    sorted_as       text not null default '',     -- MOTION, SUGGESTION, NOT_FILED
    responsible     text not null default '',
    reply_due_on    date,
    reply           text not null default '',
    replied_at      timestamptz,
    satisfaction    text not null default ''
);
create index proposal_congress on congress.proposal (congress);

create table congress.resolution (
    id              bigint generated always as identity primary key,
    congress        bigint not null references congress.congress,
    kind            text not null,
    title           text not null,
    text            text not null,
    base            text not null,                -- due, present
    way             text not null,                -- HANDS, SECRET
    poll            bigint,                       -- of a secret vote
    adopted         boolean,
    approvals       int,
    against         int,
    abstain         int,
    ruling          jsonb,
    decided_at      timestamptz,
    document        bigint
);
create index resolution_congress on congress.resolution (congress);
create unique index resolution_poll on congress.resolution (poll);

create table congress.amendment (
    id              bigint generated always as identity primary key,
    resolution      bigint not null references congress.resolution,
    moved_by        text not null,
    old_text        text not null,
    new_text        text not null,
    taken           boolean,
    moved_at        timestamptz not null
);

-- What one teller counted; two who agree make a result.
create table congress.count (
    resolution      bigint not null references congress.resolution,
    account         bigint not null,
    teller          text not null,
    approvals       int not null,
    against         int not null,
    abstain         int not null,
    counted_at      timestamptz not null,
    primary key (resolution, account)
);

create table congress.paper (
    id              bigint generated always as identity primary key,
    congress        bigint not null references congress.congress,
    template        text not null,
    document        bigint not null,
    title           text not null,
    drafted_by      text not null,
    drafted_at      timestamptz not null
);

-- The higher union's answer to the report on the elections.
create table congress.approval (
    congress        bigint primary key references congress.congress,
    number          text not null,
    given_on        date not null,
    file_name       text not null default '',
    file            bytea,
    received_by     text not null,
    received_at     timestamptz not null
);

-- What the big screen shows.
create table congress.screen (
    congress        bigint primary key references congress.congress,
    shows           text not null,
    message         text not null default '',
    poll            bigint
);
