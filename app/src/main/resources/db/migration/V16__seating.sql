-- The hall as its seats stand, and who sits where (座次表). Rows are counted from the platform.
create table congress.hall (
    congress        bigint primary key references congress.congress,
    platform        text not null,                -- seats of each row, parted by spaces
    rows            text not null,
    numbering       text not null                 -- LEFT_TO_RIGHT, ODD_LEFT, ODD_RIGHT
);

create table congress.seat (
    congress        bigint not null references congress.congress,
    delegate        bigint not null references congress.delegate,
    on_platform     boolean not null,
    row             int not null,
    place           int not null,                 -- from the left, seen from the hall
    primary key (congress, delegate),
    unique (congress, on_platform, row, place)
);
