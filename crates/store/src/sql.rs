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

    LAYERS = "select slug, content from layer order by slug";
    LAYER_ROWS = "select slug, records, content from layer order by slug";
    PUT_LAYER = "insert into layer (slug, records, content) values ($1, $2, $3)
        on conflict (slug) do update set records = excluded.records, content = excluded.content";

    APPEND_JOURNAL = "insert into journal (at, author, object, deed, reason, request, before, after)
        values ($1, $2, $3, $4, $5, $6, $7, $8)";
    JOURNAL_OF_OBJECT = "select at, author, object, deed, reason, request, before, after from journal
        where object = $1 order by seq desc limit $2";
    JOURNAL_ROWS = "select seq, at, author, object, deed, reason, request, before, after from journal order by seq";
    RESTORE_JOURNAL = "insert into journal (seq, at, author, object, deed, reason, request, before, after)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    COUNT_JOURNAL = "select count(*) from journal";

    PUT_LINK = "insert into operator_link (hash, expires) values ($1, $2)";
    USE_LINK = "delete from operator_link where hash = $1 and expires > $2 returning hash";
    FORGET_LINKS = "delete from operator_link where expires <= $1";
    PUT_SESSION = "insert into operator_session (hash, expires) values ($1, $2)";
    FIND_SESSION = "select count(*) from operator_session where hash = $1 and expires > $2";
    END_SESSION = "delete from operator_session where hash = $1";
    FORGET_SESSIONS = "delete from operator_session where expires <= $1";
}
