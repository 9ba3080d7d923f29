//! Accounts, what proves them, roles, sessions, and the session of the operator.

statements! {
    PUT_LINK = "insert into operator_link (hash, expires) values ($1, $2)";
    USE_LINK = "delete from operator_link where hash = $1 and expires > $2 returning hash";
    FORGET_LINKS = "delete from operator_link where expires <= $1";
    PUT_SESSION = "insert into operator_session (hash, expires) values ($1, $2)";
    FIND_SESSION = "select count(*) from operator_session where hash = $1 and expires > $2";
    END_SESSION = "delete from operator_session where hash = $1";
    FORGET_SESSIONS = "delete from operator_session where expires <= $1";

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
    REMOVE_IDENTITY = "delete from identity where person = $1 and issuer = $2";
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
    FORGET_MAILS_TO = "update mail set recipient = '', parameters = '{}', error = null, dedupe = id,
        state = case when state = 'waiting' then 'dropped' else state end where recipient = $1";
    FORGET_MAILS_OF_INVITATIONS_BY = "update mail set recipient = '', parameters = '{}', error = null,
        state = case when state = 'waiting' then 'dropped' else state end
        where dedupe in (select 'invitation/' || substr(object, 12) from journal
        where author = 'person:' || $1 and substr(object, 1, 11) = 'invitation-')";
    EMAIL_OF = "select email from person where id = $1";
    PUT_INVITATION = "insert into invitation (id, email, detail, created, expires) values ($1, $2, $3, $4, $5)";
    INVITATION = "select detail from invitation where id = $1 and expires > $2";
    INVITATIONS = "select id, detail from invitation where expires > $1 order by created, id";
    USE_INVITATION = "delete from invitation where id = $1 and expires > $2 returning detail";
    FORGET_INVITATIONS = "delete from invitation where expires <= $1";
    FORGET_INVITATIONS_INTO = "delete from invitation where detail like '%\"node\":\"' || $1 || '\"%'";
    INVITATION_ROWS = "select id, email, detail, cast(created as text), cast(expires as text) from invitation order by id";
    RESTORE_INVITATION = "insert into invitation (id, email, detail, created, expires)
        values ($1, $2, $3, cast(cast($4 as text) as bigint), cast(cast($5 as text) as bigint))";

    OPEN_SESSION = "insert into person_session (hash, label, person, means, agent, created, proven, seen, expires)
        values ($1, $2, $3, $4, $5, $6, $7, $6, $8)";
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
}
