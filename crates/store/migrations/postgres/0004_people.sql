-- On whose behalf an author acted.
alter table journal add column behalf text;

create table person (
    id text collate "C" not null primary key,
    email text collate "C" unique,
    name text not null,
    lang text not null,
    created bigint not null,
    seen bigint,
    password text,
    password_at bigint
);

-- The accounts of a person with identity providers.
create table identity (
    issuer text collate "C" not null,
    subject text collate "C" not null,
    person text collate "C" not null,
    created bigint not null,
    primary key (issuer, subject)
);
create index identity_person on identity (person);

create table passkey (
    id text collate "C" not null primary key,
    person text collate "C" not null,
    label text not null,
    credential text not null,
    created bigint not null,
    used bigint
);
create index passkey_person on passkey (person);

-- Only hashes of secrets are kept. A session is known on its page of sessions by its label, which opens nothing.
create table person_session (
    hash text collate "C" not null primary key,
    label text collate "C" not null,
    person text collate "C" not null,
    means text not null,
    agent text not null,
    created bigint not null,
    proven bigint not null,
    seen bigint not null,
    expires bigint not null
);
create index person_session_person on person_session (person);

-- Browsers that a person signed in with: failures elsewhere never lock them out.
create table known_device (
    hash text collate "C" not null primary key,
    person text collate "C" not null,
    expires bigint not null
);
create index known_device_person on known_device (person);

create table sign_in_failure (
    door text collate "C" not null primary key,
    failures bigint not null,
    since bigint not null
);

create table role_grant (
    id text collate "C" not null primary key,
    person text collate "C" not null,
    role text not null,
    node text collate "C" not null,
    until bigint,
    given_by text not null,
    created bigint not null
);
create unique index role_grant_one on role_grant (person, role, node);
create index role_grant_node on role_grant (node);

create table invitation (
    id text collate "C" not null primary key,
    email text collate "C" not null,
    detail text not null,
    created bigint not null,
    expires bigint not null
);

-- What can be done once, and is forgotten then: a link to sign in, the state of a passkey or of a provider.
create table once (
    id text collate "C" not null primary key,
    purpose text not null,
    detail text not null,
    expires bigint not null
);

create table organisation (
    slug text collate "C" not null primary key,
    record text not null
);

create table organisation_place (
    organisation text collate "C" not null,
    place text collate "C" not null,
    primary key (organisation, place)
);
create index organisation_place_place on organisation_place (place);
