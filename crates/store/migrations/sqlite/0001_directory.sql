create table meta (
    name text not null primary key,
    value bigint not null
);
insert into meta (name, value) values ('revision', 0);

create table place (
    id text not null primary key,
    slug text not null unique,
    source text not null,
    external_id text not null,
    record text not null,
    unique (source, external_id)
);

create table layer (
    slug text not null primary key,
    records bigint not null,
    content blob not null
);

create table journal (
    seq integer not null primary key autoincrement,
    at bigint not null,
    author text not null,
    object text not null,
    deed text not null,
    reason text not null,
    request text not null,
    before text,
    after text
);
create index journal_object on journal (object, seq);

create trigger journal_no_update before update on journal
begin
    select raise(abort, 'the journal is append only');
end;
create trigger journal_no_delete before delete on journal
begin
    select raise(abort, 'the journal is append only');
end;

create table operator_link (
    hash text not null primary key,
    expires bigint not null
);

create table operator_session (
    hash text not null primary key,
    expires bigint not null
);
