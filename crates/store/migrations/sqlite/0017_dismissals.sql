-- Pairs of records that a body set aside: with the reason, and what counted on that day.
create table dismissal (
    body text not null,
    a text not null,
    b text not null,
    record text not null,
    primary key (body, a, b),
    check (a < b)
);
