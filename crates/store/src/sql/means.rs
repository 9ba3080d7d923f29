//! Calls, and what those concerned prepare apart; pairs that were set aside. Columns are bound as texts, as those of
//! governance.

statements! {
    CALLS = "select record from call order by slug";
    CALL = "select record from call where slug = $1";
    CALLS_OF = "select record from call where body = $1 order by slug";
    ADD_CALL = "insert into call (slug, body, closes, record)
        values ($1, $2, cast(cast($3 as text) as bigint), $4) on conflict do nothing";
    CHANGE_CALL = "update call set body = $2, closes = cast(cast($3 as text) as bigint), record = $4 where slug = $1";
    REMOVE_CALL = "delete from call where slug = $1";
    CALL_ROWS = "select slug, body, cast(closes as text), record from call order by slug";
    CALLS_CLOSING = "select record from call where closes >= $1 and closes <= $2 order by closes, slug";
    CALL_FILES = "select record from call_file order by slug";
    CALL_FILE = "select record from call_file where slug = $1";
    ADD_CALL_FILE = "insert into call_file (slug, record)
        values ($1, $2) on conflict do nothing";
    CHANGE_CALL_FILE = "update call_file set record = $2 where slug = $1";
    REMOVE_CALL_FILE = "delete from call_file where slug = $1";
    CALL_FILE_ROWS = "select slug, record from call_file order by slug";
    DISMISSALS = "select record from dismissal order by body, a, b";
    DISMISSAL = "select record from dismissal where body = $1 and a = $2 and b = $3";
    DISMISSALS_OF = "select record from dismissal where body = $1 order by a, b";
    ADD_DISMISSAL = "insert into dismissal (body, a, b, record)
        values ($1, $2, $3, $4) on conflict do nothing";
    CHANGE_DISMISSAL = "update dismissal set record = $4 where body = $1 and a = $2 and b = $3";
    REMOVE_DISMISSAL = "delete from dismissal where body = $1 and a = $2 and b = $3";
    DISMISSAL_ROWS = "select body, a, b, record from dismissal order by body, a, b";
}
