-- Votes of meetings. No private key, no private credential and no open ballot is ever in here.
create schema election;

-- A meeting that votes, with the one key ceremony of its scrutineers.
create table election.assembly (
    id              bigint generated always as identity primary key,
    organisation    bigint not null,
    title           text not null,
    home            text not null,
    threshold       int not null default 2,
    minimum         int not null default 10,  -- fewer voters than this vote on paper
    trustees        text,                     -- the public key document, once it is made
    drawn           int not null default 0,   -- slips handed out; to whom, the meeting knows
    roster_frozen_at timestamptz,
    roster_sha256   text,
    due             int,
    present         int,
    paper           int,
    convened_at     timestamptz not null
);

-- Ids of elections, fixed before slips are made: one slip serves them all.
create table election.reserved (
    assembly        bigint not null references election.assembly,
    place           int not null,
    uuid            text not null unique,
    primary key (assembly, place)
);

-- Who holds a part of the key, and the public messages of the ceremony.
create table election.scrutineer (
    assembly        bigint not null references election.assembly,
    place           int not null,
    account         bigint not null,
    name            text not null,
    chief           boolean not null,
    certificate     text,
    polynomial      text,
    share           text,
    primary key (assembly, place),
    unique (assembly, account)
);

-- What a meeting adopted as its election method (选举办法).
create table election.method (
    assembly        bigint primary key references election.assembly,
    text            text not null,
    sha256          text not null,
    quorum          text not null,
    tie             text not null,
    shortage        text not null,
    approve         int not null,
    against         int not null,
    abstain         int not null,
    adopted_at      timestamptz not null
);

-- The public halves of slips. Which person drew which slip is known to nobody.
create table election.slip (
    assembly        bigint not null references election.assembly,
    code            text not null,
    credentials     text[] not null,   -- by place of the reserved id
    struck          boolean not null default false,
    surrendered     boolean not null default false,
    primary key (assembly, code)
);

create table election.poll (
    id              bigint generated always as identity primary key,
    assembly        bigint not null references election.assembly,
    uuid            text not null unique references election.reserved (uuid),
    body            text not null,
    title           text not null,
    round           int not null,
    seats           int not null,
    equal           boolean not null,       -- 等额 instead of 差额
    published_on    date,
    stage           text not null,
    due             int,
    present         int,
    electronic      int,                    -- ballots issued on slips
    paper           int,                    -- ballots issued on paper
    description     text,
    election        text,
    credentials     text,
    fingerprint     text,
    header_time     bigint,
    closes_at       timestamptz,
    tally           text,
    tallied         int,
    sums            text,                   -- the decrypted sums, as the archive's result document
    result          text,                   -- the count: figures, who is elected, rule and articles
    result_sha256   text,
    signature       text,                   -- the chief scrutineer's, over the result's hash
    announced_at    timestamptz,
    cancelled_for   text,
    prepared_at     timestamptz not null
);
create index poll_of_assembly on election.poll (assembly);

create table election.candidate (
    poll            bigint not null references election.poll,
    place           int not null,           -- on the ballot, by strokes of the surname
    name            text not null,
    gender          text not null default '',
    ethnicity       text not null default '',
    birth           text not null default '',
    party           text not null default '',
    unit            text not null default '',
    post            text not null default '',
    note            text not null default '',
    circumstances   text[] not null default '{}',
    consented       boolean not null default false,
    primary key (poll, place)
);

-- Ballots in the box: without address, without time. The board place is given in shuffled batches.
create table election.ballot (
    poll            bigint not null references election.poll,
    tracker         text not null,
    credential      text not null,
    version         int not null,           -- of this credential; the last one counts
    body            text not null,
    companion       text,
    board           int,
    primary key (poll, tracker),
    unique (poll, credential, version),
    unique (poll, board)
);

-- Ballots that their voters opened to check the device. They can never be cast.
create table election.opened (
    poll            bigint not null references election.poll,
    tracker         text not null,
    primary key (poll, tracker)
);

create table election.decryption (
    poll            bigint not null references election.poll,
    place           int not null,
    body            text not null,
    primary key (poll, place)
);

-- Paper ballots as one teller reads them: unnumbered, untimed, gone once the count is signed.
create table election.paper (
    poll            bigint not null references election.poll,
    teller          int not null,
    ballot          text not null
);
create index paper_of_poll on election.paper (poll, teller);

create table election.paper_teller (
    poll            bigint not null references election.poll,
    teller          int not null,
    account         bigint not null,
    name            text not null,
    done            boolean not null default false,
    primary key (poll, teller)
);
