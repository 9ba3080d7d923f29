//! Levels and governance: one set of statements a table, and those of versions and files.
//!
//! Columns are bound as texts, numbers cast by the engine, in the order of the table: so copies take the same statements.

statements! {
    SCHEMES = "select record from scheme order by slug";
    SCHEME = "select record from scheme where slug = $1";
    ADD_SCHEME = "insert into scheme (slug, record)
        values ($1, $2) on conflict do nothing";
    CHANGE_SCHEME = "update scheme set record = $2 where slug = $1";
    REMOVE_SCHEME = "delete from scheme where slug = $1";
    SCHEME_ROWS = "select slug, record from scheme order by slug";
    CLUSTERS = "select record from cluster order by slug";
    CLUSTER = "select record from cluster where slug = $1";
    ADD_CLUSTER = "insert into cluster (slug, record)
        values ($1, $2) on conflict do nothing";
    CHANGE_CLUSTER = "update cluster set record = $2 where slug = $1";
    REMOVE_CLUSTER = "delete from cluster where slug = $1";
    CLUSTER_ROWS = "select slug, record from cluster order by slug";
    SECTORS = "select record from sector order by seat, slug";
    SECTOR = "select record from sector where seat = $1 and slug = $2";
    SECTORS_OF = "select record from sector where seat = $1 order by seat, slug";
    ADD_SECTOR = "insert into sector (seat, slug, record)
        values ($1, $2, $3) on conflict do nothing";
    CHANGE_SECTOR = "update sector set record = $3 where seat = $1 and slug = $2";
    REMOVE_SECTOR = "delete from sector where seat = $1 and slug = $2";
    SECTOR_ROWS = "select seat, slug, record from sector order by seat, slug";
    BASELINES = "select record from baseline order by seat";
    BASELINE = "select record from baseline where seat = $1";
    ADD_BASELINE = "insert into baseline (seat, record)
        values ($1, $2) on conflict do nothing";
    CHANGE_BASELINE = "update baseline set record = $2 where seat = $1";
    REMOVE_BASELINE = "delete from baseline where seat = $1";
    BASELINE_ROWS = "select seat, record from baseline order by seat";
    BODIES = "select record from body order by slug";
    BODY = "select record from body where slug = $1";
    BODIES_OF = "select record from body where seat = $1 order by slug";
    ADD_BODY = "insert into body (slug, seat, record)
        values ($1, $2, $3) on conflict do nothing";
    CHANGE_BODY = "update body set seat = $2, record = $3 where slug = $1";
    REMOVE_BODY = "delete from body where slug = $1";
    BODY_ROWS = "select slug, seat, record from body order by slug";
    BODY_FILES = "select record from body_file order by slug";
    BODY_FILE = "select record from body_file where slug = $1";
    ADD_BODY_FILE = "insert into body_file (slug, forget, record)
        values ($1, cast(cast($2 as text) as bigint), $3) on conflict do nothing";
    CHANGE_BODY_FILE = "update body_file set forget = cast(cast($2 as text) as bigint), record = $3 where slug = $1";
    REMOVE_BODY_FILE = "delete from body_file where slug = $1";
    BODY_FILE_ROWS = "select slug, cast(forget as text), record from body_file order by slug";
    MEMBERSHIPS = "select record from membership order by id";
    MEMBERSHIP = "select record from membership where id = $1";
    MEMBERSHIPS_OF = "select record from membership where body = $1 order by id";
    ADD_MEMBERSHIP = "insert into membership (id, body, organisation, state, record)
        values ($1, $2, $3, $4, $5) on conflict do nothing";
    CHANGE_MEMBERSHIP = "update membership set body = $2, organisation = $3, state = $4, record = $5 where id = $1";
    REMOVE_MEMBERSHIP = "delete from membership where id = $1";
    MEMBERSHIP_ROWS = "select id, body, organisation, state, record from membership order by id";
    COMMITTEES = "select record from committee order by id";
    COMMITTEE = "select record from committee where id = $1";
    COMMITTEES_OF = "select record from committee where body = $1 order by id";
    ADD_COMMITTEE = "insert into committee (id, body, record)
        values ($1, $2, $3) on conflict do nothing";
    CHANGE_COMMITTEE = "update committee set body = $2, record = $3 where id = $1";
    REMOVE_COMMITTEE = "delete from committee where id = $1";
    COMMITTEE_ROWS = "select id, body, record from committee order by id";
    MEETINGS = "select record from meeting order by begins, id";
    MEETING = "select record from meeting where id = $1";
    MEETINGS_OF = "select record from meeting where body = $1 order by begins, id";
    ADD_MEETING = "insert into meeting (id, body, begins, record)
        values ($1, $2, cast(cast($3 as text) as bigint), $4) on conflict do nothing";
    CHANGE_MEETING = "update meeting set body = $2, begins = cast(cast($3 as text) as bigint), record = $4 where id = $1";
    REMOVE_MEETING = "delete from meeting where id = $1";
    MEETING_ROWS = "select id, body, cast(begins as text), record from meeting order by id";
    DECISIONS = "select record from decision order by body, length(number), number";
    DECISION = "select record from decision where body = $1 and number = $2";
    DECISIONS_OF = "select record from decision where body = $1 order by body, length(number), number";
    ADD_DECISION = "insert into decision (body, number, meeting, due, done, record)
        values ($1, $2, $3, $4, $5, $6) on conflict do nothing";
    CHANGE_DECISION = "update decision set meeting = $3, due = $4, done = $5, record = $6 where body = $1 and number = $2";
    REMOVE_DECISION = "delete from decision where body = $1 and number = $2";
    DECISION_ROWS = "select body, number, meeting, due, done, record from decision order by body, number";
    ROADMAPS = "select record from roadmap order by slug";
    ROADMAP = "select record from roadmap where slug = $1";
    ROADMAPS_OF = "select record from roadmap where body = $1 order by slug";
    ADD_ROADMAP = "insert into roadmap (slug, body, stage, record)
        values ($1, $2, $3, $4) on conflict do nothing";
    CHANGE_ROADMAP = "update roadmap set body = $2, stage = $3, record = $4 where slug = $1";
    REMOVE_ROADMAP = "delete from roadmap where slug = $1";
    ROADMAP_ROWS = "select slug, body, stage, record from roadmap order by slug";
    POSTS = "select record from post order by id";
    POST = "select record from post where id = $1";
    POSTS_OF = "select record from post where level = $1 order by id";
    ADD_POST = "insert into post (id, level, record)
        values ($1, $2, $3) on conflict do nothing";
    CHANGE_POST = "update post set level = $2, record = $3 where id = $1";
    REMOVE_POST = "delete from post where id = $1";
    POST_ROWS = "select id, level, record from post order by id";
    POST_FILES = "select record from post_file order by id";
    POST_FILE = "select record from post_file where id = $1";
    ADD_POST_FILE = "insert into post_file (id, forget, record)
        values ($1, cast(cast($2 as text) as bigint), $3) on conflict do nothing";
    CHANGE_POST_FILE = "update post_file set forget = cast(cast($2 as text) as bigint), record = $3 where id = $1";
    REMOVE_POST_FILE = "delete from post_file where id = $1";
    POST_FILE_ROWS = "select id, cast(forget as text), record from post_file order by id";
    ROADMAP_VERSIONS = "select roadmap, record from roadmap_version order by roadmap, number";
    ROADMAP_VERSIONS_OF = "select roadmap, record from roadmap_version where roadmap = $1 order by number";
    ADD_ROADMAP_VERSION = "insert into roadmap_version (roadmap, number, decided, stage, record)
        values ($1, cast(cast($2 as text) as bigint), $3, $4, $5) on conflict do nothing";
    REMOVE_ROADMAP_VERSIONS = "delete from roadmap_version where roadmap = $1";
    ROADMAP_VERSION_ROWS = "select roadmap, cast(number as text), decided, stage, record
        from roadmap_version order by roadmap, number";
    MEMBERSHIPS_OF_ORGANISATION = "select record from membership where organisation = $1 order by id";
    MEETINGS_SINCE = "select record from meeting where begins >= $1 order by begins, id";
    DECISIONS_DUE = "select record from decision where done is null and due <= $1 order by due, body, number";
    DECISION_NUMBERS = "select number from decision where body = $1";
    ATTACHMENT = "select owner, digest, record, content from attachment where id = $1";
    ATTACHMENT_LINE = "select id, owner, digest, record, cast(case when length(content) > 0 then 1 else 0 end as bigint)
        from attachment where id = $1";
    ATTACHMENTS = "select id, owner, digest, record, cast(case when length(content) > 0 then 1 else 0 end as bigint)
        from attachment order by id";
    CONTENTS_MARK = "select value from meta where name = 'contents'";
    ADD_CONTENTS_MARK = "insert into meta (name, value) values ('contents', $1) on conflict do nothing";
    MOVE_CONTENT = "update attachment set content = $2 where id = $1";
    ATTACHMENTS_OF = "select record from attachment where owner = $1 order by id";
    ADD_ATTACHMENT = "insert into attachment (id, owner, digest, record, content) values ($1, $2, $3, $4, $5)";
    REMOVE_ATTACHMENT = "delete from attachment where id = $1";
    ATTACHMENT_ROWS = "select id, owner, digest, record, content from attachment order by id";
    GOVERNANCE = "select value from meta where name = 'governance'";
    MOVE_GOVERNANCE = "update meta set value = value + 1 where name = 'governance' returning value";
    BODY_FILES_PAST = "select record from body_file where forget <= $1";
    POST_FILES_PAST = "select record from post_file where forget <= $1";
    POST_FILES_NAMING = "select record from post_file where record like '%' || $1 || '%'";
    BODIES_NAMING = "select record from body where record like '%' || $1 || '%'";
}
