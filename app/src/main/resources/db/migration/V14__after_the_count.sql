-- What may follow a count.
alter table election.poll
    add column runoff boolean not null default false,       -- among those tied: most votes elect
    add column follows bigint references election.poll;     -- whose result asked for this vote

-- What the meeting decided on seats that nobody was elected to (缺额), instead of another vote.
create table election.seats_decision (
    poll            bigint primary key references election.poll,
    choice          text not null,          -- REDUCED or VACANT
    open            int not null,           -- seats left over
    size            int not null,           -- of the body from now on
    due             int not null,
    approve         int,                    -- hands; null: the adopted method says so
    against         int,
    abstain         int,
    account         bigint not null,
    name            text not null,
    decided_at      timestamptz not null
);

-- One way of voting had more ballots returned than issued, and none too many in all: the chief
-- scrutineer lets them count, for a reason. It holds for these figures only.
create table election.acceptance (
    poll            bigint not null references election.poll,
    channel         text not null,          -- electronic or paper
    issued          int not null,
    returned        int not null,
    reason          text not null,
    account         bigint not null,
    name            text not null,
    accepted_at     timestamptz not null,
    primary key (poll, channel)
);
