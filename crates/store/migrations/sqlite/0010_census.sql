-- Censuses: which bodies help in the communes of a territory.
create table census (
    id text not null primary key,
    territory text not null,
    target text not null,
    created bigint not null,
    detail text not null
);

-- A commune in a census. Its contact, and what its town hall typed and has not sent, are apart, so that they can be erased.
create table census_commune (
    census text not null,
    commune text not null,
    state text not null,
    contact text,
    response text,
    forget bigint not null,
    detail text not null,
    primary key (census, commune)
);
create index census_commune_forget on census_commune (forget);
