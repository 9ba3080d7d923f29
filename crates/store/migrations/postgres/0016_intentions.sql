-- What organisations wish to ask means for: whose, and what became of it ('notee', 'retiree', 'mutualisee', 'demandee').
create table intention (
    slug text not null primary key,
    organisation text not null,
    state text not null,
    record text not null
);
create index intention_organisation on intention (organisation);
create index intention_state on intention (state);
