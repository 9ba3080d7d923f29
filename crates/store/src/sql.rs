//! Every SQL text of the program, one portable wording for both engines.
//!
//! Rules: `$1` placeholders in order, `bigint` and `text` columns, instants as milliseconds since 1970, JSON stored and
//! read whole, order of words left to the search. [`ALL`] lets a test prepare each of them on both engines.

macro_rules! statements {
    ($($(#[$doc:meta])* $name:ident = $sql:literal;)+) => {
        $($(#[$doc])* pub(crate) const $name: &str = $sql;)+

        /// All statements, for the test that prepares them.
        pub const ALL: &[&str] = &[$($sql),+];
    };
}

statements! {
    REVISION = "select value from meta where name = 'revision'";
    MOVE_REVISION = "update meta set value = value + 1 where name = 'revision' returning value";
    SET_REVISION = "update meta set value = $1 where name = 'revision'";

    PLACES = "select id, slug, record from place order by id";
    PLACE_ROWS = "select id, slug, source, external_id, record from place order by id";
    PLACE_BY_EXTERNAL = "select id, slug, record from place where source = $1 and external_id = $2";
    SLUG_TAKEN = "select count(*) from place where slug = $1";
    INSERT_PLACE = "insert into place (id, slug, source, external_id, record) values ($1, $2, $3, $4, $5)";
    UPDATE_PLACE = "update place set record = $2 where id = $1";
    COUNT_PLACES = "select count(*) from place";

    PLACE_BY_ID = "select id, slug, record from place where id = $1";
    PLACE_BY_SLUG = "select id, slug, record from place where slug = $1";
    PLACE_TEXT = "select record from place where id = $1";

    SOURCES = "select settings, etag, last_file, last_run from source order by slug";
    SOURCE_BY_SLUG = "select settings, etag, last_file, last_run from source where slug = $1";
    PUT_SOURCE = "insert into source (slug, settings) values ($1, $2)
        on conflict (slug) do update set settings = excluded.settings,
        etag = case when source.settings = excluded.settings then source.etag end";
    REMOVE_SOURCE = "delete from source where slug = $1";
    BEGIN_SOURCE = "update source set last_run = $2 where slug = $1";
    BEGIN_DUE_SOURCE = "update source set last_run = $2 where slug = $1 and coalesce(last_run, '') = $3";
    READ_SOURCE = "update source set etag = case when settings = $2 then $3 end, last_file = $4 where slug = $1";
    SOURCE_ROWS = "select slug, settings, etag, last_file, last_run from source order by slug";
    RESTORE_SOURCE = "insert into source (slug, settings, etag, last_file, last_run) values ($1, $2, $3, $4, $5)";

    INSERT_RUN = "insert into harvest_run (id, source, beat, state, summary) values ($1, $2, $3, $4, $5)
        on conflict do nothing";
    RUN_BY_ID = "select summary from harvest_run where id = $1";
    RUNS = "select summary from harvest_run order by id desc limit $1 offset $2";
    RUNS_OF_SOURCE = "select summary from harvest_run where source = $1 order by id desc limit $2 offset $3";
    HOLD_RUN = "update harvest_run set beat = $2 where id = $1 and state = $3";
    BEAT_RUN = "update harvest_run set beat = $2, summary = $3 where id = $1 and state = 'running'";
    END_RUN = "update harvest_run set state = $3, summary = $4 where id = $1 and state = $2";
    SET_SUMMARY = "update harvest_run set summary = $2 where id = $1";
    STALE_RUNS = "select summary from harvest_run where state = 'running' and beat < $1 order by id";
    RUN_ROWS = "select id, source, cast(beat as text), state, summary from harvest_run order by id";
    RESTORE_RUN = "insert into harvest_run (id, source, beat, state, summary)
        values ($1, $2, cast(cast($3 as text) as bigint), $4, $5)";
    PUT_PAGE = "insert into harvest_page (run, kind, page, content) values ($1, $2, $3, $4)";
    PAGE = "select content from harvest_page where run = $1 and kind = $2 and page = $3";
    FORGET_PAGES = "delete from harvest_page where run = $1 and kind = $2";
    PAGE_ROWS = "select run, kind, page, content from harvest_page order by run, kind, page";

    BASES = "select external_id, hash, gone_since from source_record where source = $1 order by external_id";
    BASE = "select record from source_record where source = $1 and external_id = $2";
    PUT_BASE = "insert into source_record (source, external_id, hash, record, gone_since)
        values ($1, $2, $3, $4, null)
        on conflict (source, external_id) do update
        set hash = excluded.hash, record = excluded.record, gone_since = null";
    MARK_GONE = "update source_record set gone_since = $3 where source = $1 and external_id = $2";
    GIVE_AGAIN = "update source_record set gone_since = null
        where source = $1 and external_id = $2 and gone_since is not null";
    GONE_PLACES = "select p.id, r.gone_since from source_record r
        join place p on p.source = r.source and p.external_id = r.external_id
        where r.gone_since is not null order by p.id";
    BASE_ROWS = "select source, external_id, hash, record, cast(gone_since as text) from source_record
        order by source, external_id";
    RESTORE_BASE = "insert into source_record (source, external_id, hash, record, gone_since)
        values ($1, $2, $3, $4, cast(cast($5 as text) as bigint))";

    PUT_LINK_OF_PAIR = "insert into link (a, b, standing, by_person, usefulness, commune_a, commune_b, detail)
        values ($1, $2, $3, $4, $5, $6, $7, $8)
        on conflict (a, b) do update set standing = excluded.standing, by_person = excluded.by_person,
        usefulness = excluded.usefulness, commune_a = excluded.commune_a, commune_b = excluded.commune_b,
        detail = excluded.detail where link.by_person = 0 or excluded.by_person = 1";
    LINK_OF_PAIR = "select detail from link where a = $1 and b = $2";
    LINKS_OF_PLACE = "select detail from link where a = $1 or b = $1 order by a, b";
    LINKS_OF_STANDING = "select detail from link where standing = $1 order by usefulness desc, a, b";
    DECIDED_LINKS = "select detail from link where by_person = 1 or standing <> 'review' order by a, b";
    FORGET_WAITING = "delete from link where a = $1 and b = $2 and standing = 'review' and by_person = 0";
    LINK_ROWS = "select a, b, standing, cast(by_person as text), cast(usefulness as text), commune_a, commune_b, detail
        from link order by a, b";
    RESTORE_LINK = "insert into link (a, b, standing, by_person, usefulness, commune_a, commune_b, detail)
        values ($1, $2, $3, cast(cast($4 as text) as bigint), cast(cast($5 as text) as bigint), $6, $7, $8)";

    PUT_MERGE = "insert into place_merge (id, survivor, state, detail, result) values ($1, $2, $3, $4, $5)
        on conflict (id) do update set survivor = excluded.survivor, state = excluded.state,
        detail = excluded.detail, result = excluded.result";
    MERGE_BY_ID = "select detail, result from place_merge where id = $1";
    PUT_MEMBER = "insert into merge_member (merge_id, place, record) values ($1, $2, $3)
        on conflict (merge_id, place) do update set record = excluded.record";
    MEMBERS = "select place, record from merge_member where merge_id = $1 order by place";
    MERGES_OF_PLACE = "select m.detail, m.result from place_merge m
        join merge_member p on p.merge_id = m.id where p.place = $1 order by m.id desc";
    STANDS_FOR = "select survivor, merge_id from merged_place where place = $1";
    SURVIVES = "select merge_id from merged_place where survivor = $1 order by place limit 1";
    HIDE_PLACE = "insert into merged_place (place, survivor, merge_id) values ($1, $2, $3)
        on conflict (place) do update set survivor = excluded.survivor, merge_id = excluded.merge_id";
    SHOW_PLACE = "delete from merged_place where place = $1";
    MERGED_PLACES = "select place, survivor, merge_id from merged_place order by place";
    PUT_OWN = "insert into own_record (place, record) values ($1, $2)
        on conflict (place) do update set record = excluded.record";
    OWN = "select record from own_record where place = $1";
    FORGET_OWN = "delete from own_record where place = $1";
    OWN_ROWS = "select place, record from own_record order by place";
    MERGE_ROWS = "select id, survivor, state, detail, result from place_merge order by id";
    MEMBER_ROWS = "select merge_id, place, record from merge_member order by merge_id, place";

    PUT_MAIL = "insert into mail (id, recipient, template, parameters, lang, dedupe, created, state, attempts, next_attempt)
        values ($1, $2, $3, $4, $5, $6, $7, 'waiting', 0, $7) on conflict (dedupe) do nothing";
    DUE_MAIL = "select id from mail where state = 'waiting' and next_attempt <= $1 order by next_attempt, id limit $2";
    CLAIM_MAIL = "update mail set next_attempt = $3, attempts = attempts + 1
        where id = $1 and state = 'waiting' and next_attempt <= $2
        returning id, recipient, template, parameters, lang, dedupe, created, state, attempts, next_attempt, settled, error";
    SETTLE_MAIL = "update mail set state = $3, next_attempt = $4, settled = $5, error = $6
        where id = $1 and attempts = $2 and state = 'waiting'";
    BLANK_MAIL = "update mail set recipient = '', parameters = '', error = null
        where settled < $1 and recipient <> ''";
    MAIL_BY_ID = "select id, recipient, template, parameters, lang, dedupe, created, state, attempts, next_attempt,
        settled, error from mail where id = $1";
    MAILS = "select id, recipient, template, parameters, lang, dedupe, created, state, attempts, next_attempt, settled,
        error from mail order by id desc limit $1 offset $2";
    MAILS_OF_STATE = "select id, recipient, template, parameters, lang, dedupe, created, state, attempts, next_attempt,
        settled, error from mail where state = $1 order by id desc limit $2 offset $3";
    COUNT_MAILS = "select state, count(*) from mail group by state";
    REFUSE_MAIL = "insert into mail_refusal (recipient, list, at) values ($1, $2, $3) on conflict do nothing";
    MAIL_REFUSED = "select count(*) from mail_refusal where recipient = $1 and list = $2";
    MAIL_ROWS = "select id, recipient, template, parameters, lang, dedupe, cast(created as text), state,
        cast(attempts as text), cast(next_attempt as text), cast(settled as text), error from mail order by id";
    RESTORE_MAIL = "insert into mail (id, recipient, template, parameters, lang, dedupe, created, state, attempts,
        next_attempt, settled, error) values ($1, $2, $3, $4, $5, $6, cast(cast($7 as text) as bigint), $8,
        cast(cast($9 as text) as bigint), cast(cast($10 as text) as bigint), cast(cast($11 as text) as bigint), $12)";
    MAIL_REFUSAL_ROWS = "select recipient, list, cast(at as text) from mail_refusal order by recipient, list";
    RESTORE_MAIL_REFUSAL = "insert into mail_refusal (recipient, list, at)
        values ($1, $2, cast(cast($3 as text) as bigint))";

    LAYERS = "select slug, content from layer order by slug";
    LAYER_ROWS = "select slug, records, content from layer order by slug";
    PUT_LAYER = "insert into layer (slug, records, content) values ($1, $2, $3)
        on conflict (slug) do update set records = excluded.records, content = excluded.content";

    APPEND_JOURNAL = "insert into journal
        (at, author, behalf, object, deed, reason, request, before, after, subject, personal)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";
    JOURNAL_OF_OBJECT = "select j.seq, j.at, j.author, j.behalf, j.object, j.deed, j.reason, j.request, j.before, j.after,
        j.subject, j.personal, k.secret from journal j left join person_key k on k.person = j.subject
        where j.object = $1 and j.seq < $2 order by j.seq desc limit $3";
    JOURNAL_OF_SUBJECT = "select j.seq, j.at, j.author, j.behalf, j.object, j.deed, j.reason, j.request, j.before, j.after,
        j.subject, j.personal, k.secret from journal j left join person_key k on k.person = j.subject
        where j.subject = $1 and j.seq < $2 order by j.seq desc limit $3";
    JOURNAL_LINES = "select j.seq, j.at, j.author, j.behalf, j.object, j.deed, j.reason, j.request, j.before, j.after,
        j.subject, j.personal, k.secret from journal j left join person_key k on k.person = j.subject
        where j.seq > $1 order by j.seq limit $2";
    COUNT_REMOVALS = "select count(*) from journal where object = $1 and deed = 'removed'";
    JOURNAL_ROWS = "select seq, at, author, object, deed, reason, request, before, after, behalf, subject, personal
        from journal where seq > $1 and seq <= $2 order by seq limit $3";
    RESTORE_JOURNAL = "insert into journal
        (seq, at, author, object, deed, reason, request, before, after, behalf, subject, personal)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)";
    LAST_JOURNAL = "select coalesce(max(seq), 0) from journal";
    COUNT_JOURNAL_AFTER = "select count(*) from journal where seq > $1";
    COUNT_JOURNAL = "select count(*) from journal";

    PUT_SEAL = "insert into journal_seal (batch, first_seq, last_seq, previous, hash, at)
        values ($1, $2, $3, $4, $5, $6) on conflict (batch) do nothing";
    LAST_SEAL = "select batch, first_seq, last_seq, previous, hash, at from journal_seal order by batch desc limit 1";
    SEALS_AFTER = "select batch, first_seq, last_seq, previous, hash, at from journal_seal
        where batch > $1 order by batch limit $2";
    SEAL_ROWS = "select cast(batch as text), cast(first_seq as text), cast(last_seq as text), previous, hash,
        cast(at as text) from journal_seal order by batch";
    RESTORE_SEAL = "insert into journal_seal (batch, first_seq, last_seq, previous, hash, at)
        values (cast(cast($1 as text) as bigint), cast(cast($2 as text) as bigint),
        cast(cast($3 as text) as bigint), $4, $5, cast(cast($6 as text) as bigint))";

    DRAW_KEY = "insert into person_key (person, secret, erased) values ($1, $2, null) on conflict (person) do nothing";
    PERSON_KEY = "select secret from person_key where person = $1";
    ERASE_KEY = "insert into person_key (person, secret, erased) values ($1, null, $2)
        on conflict (person) do update set secret = null, erased = excluded.erased where person_key.erased is null";
    ERASURES = "select person, erased from person_key where erased is not null order by person";
    PERSON_KEY_ROWS = "select person, secret, cast(erased as text) from person_key order by person";
    RESTORE_PERSON_KEY = "insert into person_key (person, secret, erased)
        values ($1, $2, cast(cast($3 as text) as bigint)) on conflict (person) do nothing";
    COUNT_UNSETTLED = "select value from meta where name = 'erasures-unsettled'";
    ADD_UNSETTLED = "update meta set value = value + 1 where name = 'erasures-unsettled'";
    SETTLED = "update meta set value = value - $1 where name = 'erasures-unsettled'";

    PUT_LINK = "insert into operator_link (hash, expires) values ($1, $2)";
    USE_LINK = "delete from operator_link where hash = $1 and expires > $2 returning hash";
    FORGET_LINKS = "delete from operator_link where expires <= $1";
    PUT_SESSION = "insert into operator_session (hash, expires) values ($1, $2)";
    FIND_SESSION = "select count(*) from operator_session where hash = $1 and expires > $2";
    END_SESSION = "delete from operator_session where hash = $1";
    FORGET_SESSIONS = "delete from operator_session where expires <= $1";

    ORGANISATIONS = "select record from organisation order by slug";
    ADD_ORGANISATION = "insert into organisation (slug, record) values ($1, $2) on conflict (slug) do nothing";
    CHANGE_ORGANISATION = "update organisation set record = $2 where slug = $1";
    ORGANISATION_PLACES = "select organisation, place from organisation_place order by organisation, place";
    ADD_ORGANISATION_PLACE = "insert into organisation_place (organisation, place) values ($1, $2)
        on conflict (organisation, place) do nothing";
    REMOVE_ORGANISATION_PLACE = "delete from organisation_place where organisation = $1 and place = $2";
    ORGANISATION_ROWS = "select slug, record from organisation order by slug";

    PROPOSALS = "select detail from proposal where decided is null or decided > $1 order by created, id";
    PROPOSAL = "select detail from proposal where id = $1";
    COUNT_PROPOSALS = "select count(*) from proposal where coalesce(place, '') = $1 and created > $2";
    PROPOSALS_IN = "select detail from proposal where state = $1 and created > $2";
    PUT_PROPOSAL = "insert into proposal (id, state, place, created, decided, detail) values ($1, $2, $3, $4, $5, $6)
        on conflict (id) do update set state = excluded.state, decided = excluded.decided, detail = excluded.detail";
    FORGET_PROPOSAL = "delete from proposal where id = $1";
    PUT_PROPOSAL_LINK = "insert into proposal_link (hash, proposal, opens, expires) values ($1, $2, $3, $4)
        on conflict (hash) do nothing";
    PROPOSAL_OF_LINK = "select p.detail, l.opens from proposal_link l
        join proposal p on p.id = l.proposal where l.hash = $1 and l.expires > $2";
    FORGET_PROPOSAL_LINKS = "delete from proposal_link where proposal = $1";
    FORGET_OLD_PROPOSAL_LINKS = "delete from proposal_link where expires <= $1";
    PROPOSAL_ROWS = "select id, state, place, cast(created as text), cast(decided as text), detail
        from proposal order by id";
    RESTORE_PROPOSAL = "insert into proposal (id, state, place, created, decided, detail)
        values ($1, $2, $3, cast(cast($4 as text) as bigint), cast(cast($5 as text) as bigint), $6)";
    PROPOSAL_LINK_ROWS = "select hash, proposal, cast(opens as text), cast(expires as text)
        from proposal_link order by hash";
    RESTORE_PROPOSAL_LINK = "insert into proposal_link (hash, proposal, opens, expires)
        values ($1, $2, cast(cast($3 as text) as bigint), cast(cast($4 as text) as bigint))";
    ROLES_HELD = "select distinct role, node from role_grant where until is null or until > $1 order by role, node";

    PEOPLE = "select id, email, name, lang, created, seen from person order by name, id";
    COUNT_PEOPLE = "select count(*) from person";
    PERSON_BY_ID = "select id, email, name, lang, created, seen from person where id = $1";
    PERSON_BY_EMAIL = "select id, email, name, lang, created, seen from person where email = $1";
    ADD_PERSON = "insert into person (id, email, name, lang, created) values ($1, $2, $3, $4, $5)
        on conflict (email) do nothing";
    CHANGE_PERSON = "update person set email = $2, name = $3, lang = $4 where id = $1";
    SEEN_PERSON = "update person set seen = $2 where id = $1";
    PERSON_ROWS = "select id, email, name, lang, cast(created as text), cast(seen as text), password,
        cast(password_at as text) from person order by id";
    RESTORE_PERSON = "insert into person (id, email, name, lang, created, seen, password, password_at)
        values ($1, $2, $3, $4, cast(cast($5 as text) as bigint), cast(cast($6 as text) as bigint), $7,
        cast(cast($8 as text) as bigint))";
    FORGET_PERSON_ROW = "delete from person where id = $1";
    FORGET_IDENTITIES = "delete from identity where person = $1";
    FORGET_KEYS = "delete from passkey where person = $1";
    FORGET_SESSIONS_OF = "delete from person_session where person = $1";
    FORGET_DEVICES = "delete from known_device where person = $1";
    FORGET_GRANTS = "delete from role_grant where person = $1";

    PASSWORD_OF = "select password from person where id = $1";
    SET_PASSWORD = "update person set password = $2, password_at = $3 where id = $1";
    KEYS_OF = "select id, person, label, credential, created, used from passkey where person = $1 order by created, id";
    KEY_BY_ID = "select id, person, label, credential, created, used from passkey where id = $1";
    ADD_KEY = "insert into passkey (id, person, label, credential, created) values ($1, $2, $3, $4, $5)
        on conflict (id) do nothing";
    USE_KEY = "update passkey set credential = $2, used = $3 where id = $1";
    REMOVE_KEY = "delete from passkey where id = $1 and person = $2";
    KEY_ROWS = "select id, person, label, credential, cast(created as text), cast(used as text) from passkey order by id";
    RESTORE_KEY = "insert into passkey (id, person, label, credential, created, used)
        values ($1, $2, $3, $4, cast(cast($5 as text) as bigint), cast(cast($6 as text) as bigint))";
    IDENTITIES_OF = "select issuer, subject from identity where person = $1 order by issuer, subject";
    PERSON_KNOWN_BY = "select person from identity where issuer = $1 and subject = $2";
    ADD_IDENTITY = "insert into identity (issuer, subject, person, created) values ($1, $2, $3, $4)
        on conflict (issuer, subject) do nothing";
    IDENTITY_ROWS = "select issuer, subject, person, cast(created as text) from identity order by issuer, subject";
    RESTORE_IDENTITY = "insert into identity (issuer, subject, person, created)
        values ($1, $2, $3, cast(cast($4 as text) as bigint))";

    GRANTS_OF = "select id, person, role, node, until, given_by, created from role_grant
        where person = $1 order by created, id";
    GRANTS_ON = "select id, person, role, node, until, given_by, created from role_grant
        where node = $1 order by created, id";
    ALL_GRANTS = "select id, person, role, node, until, given_by, created from role_grant order by id";
    GIVE_ROLE = "insert into role_grant (id, person, role, node, until, given_by, created)
        values ($1, $2, $3, $4, $5, $6, $7)
        on conflict (person, role, node) do update set id = excluded.id, until = excluded.until,
        given_by = excluded.given_by, created = excluded.created";
    TAKE_ROLE_BACK = "delete from role_grant where id = $1
        returning id, person, role, node, until, given_by, created";
    COUNT_ROLE = "select count(distinct person) from role_grant
        where role = $1 and (until is null or until > $2)";
    GRANT_ROWS = "select id, person, role, node, cast(until as text), given_by, cast(created as text)
        from role_grant order by id";
    RESTORE_GRANT = "insert into role_grant (id, person, role, node, until, given_by, created)
        values ($1, $2, $3, $4, cast(cast($5 as text) as bigint), $6, cast(cast($7 as text) as bigint))";

    PUT_ONCE = "insert into once (id, purpose, detail, expires) values ($1, $2, $3, $4)";
    ONCE = "select detail from once where id = $1 and purpose = $2 and expires > $3";
    USE_ONCE = "delete from once where id = $1 and purpose = $2 and expires > $3 returning detail";
    FORGET_ONCE = "delete from once where expires <= $1";
    FORGET_ONCE_OF = "delete from once where detail like '%' || $1 || '%'";
    FORGET_INVITATIONS_TO = "delete from invitation where email = $1";
    FORGET_INVITATIONS_BY = "delete from invitation where detail like '%\"by\":\"person:' || $1 || '\"%'";
    FORGET_MAILS_TO = "update mail set recipient = '', parameters = '{}',
        state = case when state = 'waiting' then 'dropped' else state end where recipient = $1";
    PUT_INVITATION = "insert into invitation (id, email, detail, created, expires) values ($1, $2, $3, $4, $5)";
    INVITATION = "select detail from invitation where id = $1 and expires > $2";
    INVITATIONS = "select id, detail from invitation where expires > $1 order by created, id";
    USE_INVITATION = "delete from invitation where id = $1 and expires > $2 returning detail";
    FORGET_INVITATIONS = "delete from invitation where expires <= $1";
    INVITATION_ROWS = "select id, email, detail, cast(created as text), cast(expires as text) from invitation order by id";
    RESTORE_INVITATION = "insert into invitation (id, email, detail, created, expires)
        values ($1, $2, $3, cast(cast($4 as text) as bigint), cast(cast($5 as text) as bigint))";

    OPEN_SESSION = "insert into person_session (hash, label, person, means, agent, created, proven, seen, expires)
        values ($1, $2, $3, $4, $5, $6, $6, $6, $7)";
    SESSION_BY_HASH = "select label, person, means, agent, created, proven, seen, expires from person_session
        where hash = $1 and expires > $2";
    SESSIONS_OF = "select label, person, means, agent, created, proven, seen, expires from person_session
        where person = $1 and expires > $2 order by seen desc, label";
    TOUCH_SESSION = "update person_session set seen = $2 where hash = $1";
    CLOSE_SESSION = "delete from person_session where hash = $1";
    CLOSE_LABELLED = "delete from person_session where person = $1 and label = $2";
    CLOSE_OTHERS = "delete from person_session where person = $1 and label <> $2";
    FORGET_PERSON_SESSIONS = "delete from person_session where expires <= $1";
    KNOWS_DEVICE = "select count(*) from known_device where hash = $1 and person = $2 and expires > $3";
    KNOW_DEVICE = "insert into known_device (hash, person, expires) values ($1, $2, $3)
        on conflict (hash) do update set person = excluded.person, expires = excluded.expires";
    FORGET_OLD_DEVICES = "delete from known_device where expires <= $1";
    COUNT_FAILURE = "insert into sign_in_failure (door, failures, since) values ($1, 1, $2)
        on conflict (door) do update set
        failures = case when sign_in_failure.since <= $3 then 1 else sign_in_failure.failures + 1 end,
        since = case when sign_in_failure.since <= $3 then excluded.since else sign_in_failure.since end
        returning failures";
    FAILURES = "select failures, since from sign_in_failure where door = $1";
    FORGET_FAILURES = "delete from sign_in_failure where door = $1";
    FORGET_OLD_FAILURES = "delete from sign_in_failure where since + 86400000 <= $1";
    PUT_DRAFT = "insert into draft (owner, object, section, content, saved_at) values ($1, $2, $3, $4, $5)
        on conflict (owner, object, section) do update set content = excluded.content, saved_at = excluded.saved_at";
    DRAFT = "select content, saved_at from draft
        where owner = $1 and object = $2 and section = $3 and saved_at >= $4";
    FORGET_DRAFT = "delete from draft where owner = $1 and object = $2 and section = $3";
    FORGET_OLD_DRAFTS = "delete from draft where saved_at < $1";
    FORGET_PAST_DRAFTS = "delete from draft where saved_at <= $1 - 2592000000";
    FORGET_DRAFTS_OF = "delete from draft where owner = $1";
    DRAFT_ROWS = "select owner, object, section, content, cast(saved_at as text) from draft
        order by owner, object, section";
    RESTORE_DRAFT = "insert into draft (owner, object, section, content, saved_at)
        values ($1, $2, $3, $4, cast(cast($5 as text) as bigint))";
    DAY_NOTICES = "select place, session, day, kind, words, until from day_notice order by place, day, session";
    PUT_DAY_NOTICE = "insert into day_notice (place, session, day, kind, words, until) values ($1, $2, $3, $4, $5, $6)
        on conflict (place, session, day) do update set kind = excluded.kind, words = excluded.words,
        until = excluded.until";
    REMOVE_DAY_NOTICE = "delete from day_notice where place = $1 and session = $2 and day = $3";
    FORGET_OVER_NOTICES = "delete from day_notice where until < $1";
    NOTICE_ROWS = "select place, session, day, kind, words, cast(until as text) from day_notice
        order by place, session, day";
    RESTORE_NOTICE = "insert into day_notice (place, session, day, kind, words, until)
        values ($1, $2, $3, $4, $5, cast(cast($6 as text) as bigint))";
    COUNT_TURNED_AWAY = "insert into turned_away (place, day, need, people)
        values ($1, $2, $3, case when $4 > 0 then $4 else 0 end)
        on conflict (place, day, need) do update set
        people = case when turned_away.people + $4 > 0 then turned_away.people + $4 else 0 end returning people";
    TURNED_AWAY = "select need, people from turned_away where place = $1 and day = $2 order by need";
    TURNED_AWAY_ROWS = "select place, day, need, cast(people as text) from turned_away order by place, day, need";
    RESTORE_TURNED_AWAY = "insert into turned_away (place, day, need, people)
        values ($1, $2, $3, cast(cast($4 as text) as bigint))";
}

/// All that is kept of one person, as statements on their id.
pub(crate) const FORGET_PERSON: &[&str] = &[
    FORGET_ONCE_OF,
    FORGET_INVITATIONS_BY,
    FORGET_IDENTITIES,
    FORGET_KEYS,
    FORGET_SESSIONS_OF,
    FORGET_DEVICES,
    FORGET_GRANTS,
    FORGET_DRAFTS_OF,
    FORGET_PERSON_ROW,
];

/// All that has an end, as statements on the present instant.
pub(crate) const FORGET_PAST: &[&str] = &[
    FORGET_ONCE,
    FORGET_INVITATIONS,
    FORGET_PERSON_SESSIONS,
    FORGET_OLD_DEVICES,
    FORGET_OLD_FAILURES,
    FORGET_PAST_DRAFTS,
    FORGET_OLD_PROPOSAL_LINKS,
    FORGET_OVER_NOTICES,
];
