-- A line that holds data of a person names the person, and keeps before, after and reason under that person's key.
alter table journal add column subject text;
alter table journal add column personal text;
create index journal_subject on journal (subject) where subject is not null;

-- The key of each person, or since when it is erased: the row stays, so that no new key is ever drawn.
create table person_key (
    person text not null primary key,
    secret text,
    erased bigint,
    check ((secret is null) <> (erased is null))
);
-- Erasures whose bytes may still be in the files of the database.
insert into meta (name, value) values ('erasures-unsettled', 0);

create table journal_seal (
    batch bigint not null primary key,
    first_seq bigint not null,
    last_seq bigint not null,
    previous text not null,
    hash text not null,
    at bigint not null
);
create trigger journal_seal_no_update before update on journal_seal
begin
    select raise(abort, 'the journal is append only');
end;
create trigger journal_seal_no_delete before delete on journal_seal
begin
    select raise(abort, 'the journal is append only');
end;
-- "insert or replace" would remove the batch that stands in its way; "on conflict do nothing" must still do nothing.
create trigger journal_seal_no_replace before insert on journal_seal
when exists (select 1 from journal_seal where batch = new.batch)
begin
    select raise(ignore);
end;
