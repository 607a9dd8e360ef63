-- Whom a show of hands was about: the list as it stood when it was put to the meeting.
create table congress.shown_name (
    show_of_hands   bigint not null references congress.show_of_hands,
    place           int not null,
    post            text not null,
    name            text not null,
    primary key (show_of_hands, place)
);
