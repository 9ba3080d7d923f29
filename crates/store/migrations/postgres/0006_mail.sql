-- The outbox of mails: written in the transaction of the change, sent by a job, blanked after a time.
create table mail (
    id text collate "C" not null primary key,
    recipient text not null,
    template text not null,
    parameters text not null,
    lang text not null,
    dedupe text collate "C" not null unique,
    created bigint not null,
    state text not null,
    attempts bigint not null,
    next_attempt bigint not null,
    settled bigint,
    error text
);
create index mail_due on mail (state, next_attempt);
create index mail_settled on mail (settled);

-- Who wants no more mail of a kind: a keyed hash of the address, never the address.
create table mail_refusal (
    recipient text collate "C" not null,
    list text collate "C" not null,
    at bigint not null,
    primary key (recipient, list)
);
