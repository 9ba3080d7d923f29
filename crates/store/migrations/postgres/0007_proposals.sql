-- What people propose, with an account or without. Words and contact are in the detail alone, so that they can be erased.
create table proposal (
    id text not null primary key,
    state text not null,
    place text,
    created bigint not null,
    decided bigint,
    detail text not null
);
create index proposal_place on proposal (place, created);
create index proposal_decided on proposal (decided);

-- Links by which whoever proposed comes back: only hashes are kept. A form opens nothing where an address is to be proven.
create table proposal_link (
    hash text not null primary key,
    proposal text not null,
    opens bigint not null,
    expires bigint not null
);
create index proposal_link_proposal on proposal_link (proposal);
