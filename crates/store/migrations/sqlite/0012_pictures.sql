-- Pictures of places: what is said of each, and its bytes in two sizes.
create table picture (
    place text not null,
    hash text not null,
    record text not null,
    added bigint not null,
    large blob not null,
    small blob not null,
    primary key (place, hash)
);
create index picture_hash on picture (hash);
