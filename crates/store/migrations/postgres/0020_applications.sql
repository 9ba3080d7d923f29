-- The form of a call that is held here: what is being built, and the revisions that were opened.
create table call_form (
    slug text not null primary key,
    record text not null
);

-- Applications to calls that are held here, as they stand.
create table application (
    id text not null primary key,
    call text not null references call (slug),
    -- Drawn when the page is shown: an application that is begun twice by one form is one.
    form text not null unique,
    state text not null,
    version bigint not null,
    record text not null,
    check (state in ('brouillon', 'deposee', 'a-corriger', 'retiree')),
    check (version > 0)
);
create index application_call on application (call);

-- The organisations that take part in each.
create table application_party (
    application text not null references application (id),
    organisation text not null,
    party text not null,
    primary key (application, organisation),
    check (party in ('porteuse', 'partenaire', 'lectrice'))
);
create index application_party_organisation on application_party (organisation);

-- What was given for each submission, with the text that was summed: added, never changed.
create table receipt (
    application text not null references application (id),
    number bigint not null,
    at bigint not null,
    late bigint not null,
    fingerprint text not null,
    submitted text not null,
    primary key (application, number),
    check (number > 0),
    check (late in (0, 1)),
    check (length(fingerprint) = 64)
);
create function receipt_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'receipts are append only';
end
$$;
create trigger receipt_no_update before update or truncate on receipt
    for each statement execute function receipt_append_only();
create trigger receipt_no_delete before delete on receipt
    for each statement execute function receipt_append_only();
