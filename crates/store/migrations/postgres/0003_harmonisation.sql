create table source (
    slug text collate "C" not null primary key,
    settings text not null,
    etag text,
    last_file text,
    last_run text
);

create table harvest_run (
    id text collate "C" not null primary key,
    source text collate "C" not null,
    beat bigint not null,
    state text not null,
    summary text not null
);
create index harvest_run_source on harvest_run (source, id);
-- One run at a time for each source.
create unique index harvest_run_one on harvest_run (source) where state = 'running';

create table harvest_page (
    run text collate "C" not null,
    kind text collate "C" not null,
    page bigint not null,
    content bytea not null,
    primary key (run, kind, page)
);

-- What each source gave last, as it gave it: the base that the next harvest is compared with.
create table source_record (
    source text collate "C" not null,
    external_id text collate "C" not null,
    hash text not null,
    record text not null,
    gone_since bigint,
    primary key (source, external_id)
);

-- What is known of two places: waiting for a person, or decided. The smaller id comes first.
create table link (
    a text collate "C" not null,
    b text collate "C" not null,
    standing text not null,
    by_person bigint not null,
    usefulness bigint not null,
    commune_a text,
    commune_b text,
    detail text not null,
    primary key (a, b)
);
create index link_queue on link (standing, usefulness);
create index link_b on link (b);

create table place_merge (
    id text collate "C" not null primary key,
    survivor text not null,
    state text not null,
    detail text not null,
    result text not null
);
create table merge_member (
    merge_id text collate "C" not null,
    place text collate "C" not null,
    record text not null,
    primary key (merge_id, place)
);
create index merge_member_place on merge_member (place);

-- Places that another one stands for.
create table merged_place (
    place text collate "C" not null primary key,
    survivor text not null,
    merge_id text collate "C" not null
);
create index merged_place_survivor on merged_place (survivor);

-- What is known of a survivor alone, while its row holds the merged record.
create table own_record (
    place text collate "C" not null primary key,
    record text not null
);
