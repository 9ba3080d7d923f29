-- What is common to the examination of the applications to a call: its criteria, and since when what was decided is public.
create table call_panel (
    slug text not null primary key references call (slug),
    record text not null
);

-- The examination of each application.
create table examination (
    application text not null primary key references application (id),
    call text not null references call (slug),
    record text not null
);
create index examination_call on examination (call);
