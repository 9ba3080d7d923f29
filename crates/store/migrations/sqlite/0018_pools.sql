-- Pools: the record, and how far each is.
create table pool (
    slug text not null primary key,
    body text not null,
    state text not null,
    record text not null,
    check (state in ('proposee', 'convenue', 'deposee', 'retiree', 'defaite'))
);
create index pool_body on pool (body);

-- What pools carry: an intention is in one pool at most, whoever proposes at the same time.
create table pool_part (
    intention text not null primary key,
    pool text not null references pool (slug)
);
create index pool_part_pool on pool_part (pool);
