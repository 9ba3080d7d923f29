-- Campaigns that ask whether places are still right. Who began them and which places they chose are in the detail.
create table campaign (
    id text not null primary key,
    created bigint not null,
    ends bigint not null,
    closed bigint,
    detail text not null
);

-- Whoever a campaign asks: an organisation, or an address. The address is erased after a time; its keyed hash stays.
create table campaign_ask (
    id text not null primary key,
    campaign text not null,
    who text not null,
    name text not null,
    recipient text not null,
    recipient_hash text not null,
    state text not null,
    sent bigint,
    reminded bigint not null,
    settled bigint,
    unique (campaign, who)
);
create index campaign_ask_hash on campaign_ask (recipient_hash);
create index campaign_ask_state on campaign_ask (state);

-- The places that each is asked about, and what was answered.
create table campaign_place (
    campaign text not null,
    place text not null,
    ask text not null,
    reply text,
    replied bigint,
    primary key (campaign, place)
);
create index campaign_place_ask on campaign_place (ask);
create index campaign_place_place on campaign_place (place);

-- Addresses that take no mail: a keyed hash, never the address.
create table mail_bounce (
    recipient text not null primary key,
    at bigint not null
);
