-- Pairs of records that a body set aside: with the reason, and what counted on that day.
create table dismissal (
    body text collate "C" not null,
    a text collate "C" not null,
    b text collate "C" not null,
    record text not null,
    primary key (body, a, b),
    check (a < b)
);
