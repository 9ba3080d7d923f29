-- Levels and governance: each record in one JSON text, and beside it the columns that a query asks.
create table scheme (
    slug text not null primary key,
    record text not null
);
create table cluster (
    slug text not null primary key,
    record text not null
);
create table sector (
    seat text not null,
    slug text not null,
    record text not null,
    primary key (seat, slug)
);
create table baseline (
    seat text not null primary key,
    record text not null
);

create table body (
    slug text not null primary key,
    seat text not null,
    record text not null
);
create index body_seat on body (seat);

-- What the desk of a body keeps, names of persons among it, until an instant.
create table body_file (
    slug text not null primary key,
    forget bigint,
    record text not null
);
create index body_file_forget on body_file (forget);

-- One that is not over for each organisation in each body: two who apply at the same time make one.
create table membership (
    id text not null primary key,
    body text not null,
    organisation text not null,
    state text not null,
    record text not null
);
create unique index membership_open on membership (body, organisation) where state <> 'left';
create index membership_organisation on membership (organisation);

create table committee (
    id text not null primary key,
    body text not null,
    record text not null
);
create index committee_body on committee (body);
create table meeting (
    id text not null primary key,
    body text not null,
    begins bigint not null,
    record text not null
);
create index meeting_body on meeting (body, begins);
create table decision (
    body text not null,
    number text not null,
    meeting text not null,
    due text,
    done text,
    record text not null,
    primary key (body, number)
);
create index decision_due on decision (due) where done is null;

create table roadmap (
    slug text not null primary key,
    body text not null,
    stage text not null,
    record text not null
);
create index roadmap_body on roadmap (body);
-- What was written each time that something was decided: added, never changed.
create table roadmap_version (
    roadmap text not null,
    number bigint not null,
    decided text not null,
    stage text not null,
    record text not null,
    primary key (roadmap, number)
);

create table post (
    id text not null primary key,
    level text not null,
    record text not null
);
create index post_level on post (level);
-- Who holds a post, until an instant.
create table post_file (
    id text not null primary key,
    forget bigint,
    record text not null
);
create index post_file_forget on post_file (forget);

-- Files: what is said of each, the object under whose rights it is read, and its bytes.
create table attachment (
    id text not null primary key,
    owner text not null,
    digest text not null,
    record text not null,
    content blob not null
);
create index attachment_owner on attachment (owner);

-- How often governance has changed, beside how often what the public sees has.
insert into meta (name, value) values ('governance', 0);
