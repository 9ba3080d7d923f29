-- How often pages were looked at: by day, then by month. Nothing of whoever looked is known, so nothing of them is kept.
create table audience (
    period text collate "C" not null,
    kind text collate "C" not null,
    object text collate "C" not null,
    views bigint not null,
    primary key (period, kind, object)
);
create index audience_kind on audience (kind, object, period);

-- Places that were called and did not answer, and when last.
create table unanswered_call (
    place text collate "C" not null primary key,
    calls bigint not null,
    at bigint not null
);
create index unanswered_call_at on unanswered_call (at);
