-- Envelopes: the record, and beside it what the engine itself keeps within bounds.
create table envelope (
    slug text not null primary key,
    body text not null,
    -- Moved first by whoever decides: those who decide at the same time wait for each other here.
    turn bigint not null default 0,
    amount bigint not null,
    promised bigint not null default 0,
    granted bigint not null default 0,
    paid bigint not null default 0,
    record text not null,
    check (amount > 0),
    check (promised >= 0 and paid >= 0 and paid <= granted),
    check (promised + granted <= amount)
);
create index envelope_body on envelope (body);

-- What became of the money, line by line: added, never changed; what is wrong is undone by another line, once.
create table ledger_line (
    envelope text not null references envelope (slug),
    number bigint not null,
    -- Drawn when the form is shown: a form that is sent twice is one line.
    form text not null unique,
    what text not null,
    undid bigint,
    request text not null,
    beneficiary text not null,
    territory text not null,
    year bigint not null,
    promised bigint not null,
    granted bigint not null,
    paid bigint not null,
    at bigint not null,
    record text not null,
    primary key (envelope, number),
    unique (envelope, undid),
    check (number > 0),
    check (
        (what = 'promettre' and undid is null and promised > 0 and granted = 0 and paid = 0)
        or (what = 'accorder' and undid is null and granted > 0 and promised <= 0 and promised + granted >= 0 and paid = 0)
        or (what = 'verser' and undid is null and paid > 0 and promised = 0 and granted = 0)
        or (what = 'liberer' and undid is null and promised <= 0 and granted <= 0 and promised + granted < 0 and paid = 0)
        or (what = 'annuler' and undid is not null and undid < number)
    )
);
create index ledger_line_request on ledger_line (envelope, request);
create index ledger_line_beneficiary on ledger_line (envelope, beneficiary);
create index ledger_line_territory on ledger_line (envelope, territory);
create trigger ledger_line_no_update before update on ledger_line
begin
    select raise(abort, 'the ledger is append only');
end;
create trigger ledger_line_no_delete before delete on ledger_line
begin
    select raise(abort, 'the ledger is append only');
end;
-- "insert or replace" removes the row that stands in its way without firing the delete trigger.
create trigger ledger_line_no_replace before insert on ledger_line
when exists (
    select 1 from ledger_line
    where (envelope = new.envelope and number = new.number) or form = new.form
        or (envelope = new.envelope and undid = new.undid)
)
begin
    select raise(abort, 'the ledger is append only');
end;
