-- Calls for applications: what everybody may read of each, and when it closes, in milliseconds since 1970.
create table call (
    slug text not null primary key,
    body text not null,
    closes bigint,
    record text not null
);
create index call_body on call (body);
create index call_closes on call (closes);

-- What those concerned prepare together, apart: positions, timetable, joint note, proofs.
create table call_file (
    slug text not null primary key,
    record text not null
);
