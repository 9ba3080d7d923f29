-- What people began to type on a form, kept for them alone.
create table draft (
    owner text not null,
    object text not null,
    section text not null,
    content text not null,
    saved_at bigint not null,
    primary key (owner, object, section)
);
create index draft_saved_at on draft (saved_at);

-- What happens to a session on one day.
create table day_notice (
    place text not null,
    session text not null,
    day text not null,
    kind text not null,
    words text,
    until bigint not null,
    primary key (place, session, day)
);

-- How many people a place could not help, by day and need. Nobody is named.
create table turned_away (
    place text not null,
    day text not null,
    need text not null,
    people bigint not null,
    primary key (place, day, need)
);
