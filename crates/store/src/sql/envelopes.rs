//! Envelopes and the lines of their ledgers. Lines are only ever added.

statements! {
    ENVELOPES = "select record from envelope order by slug";
    ENVELOPE = "select record from envelope where slug = $1";
    ENVELOPES_OF = "select record from envelope where body = $1 order by slug";
    ADD_ENVELOPE = "insert into envelope (slug, body, amount, record)
        values ($1, $2, cast(cast($3 as text) as bigint), $4) on conflict do nothing";
    CHANGE_ENVELOPE = "update envelope set body = $2, amount = cast(cast($3 as text) as bigint), record = $4
        where slug = $1";
    REMOVE_ENVELOPE = "delete from envelope where slug = $1";
    ENVELOPE_ROWS = "select slug, body, cast(turn as text), cast(amount as text), cast(promised as text),
        cast(granted as text), cast(paid as text), record from envelope order by slug";
    RESTORE_ENVELOPE = "insert into envelope (slug, body, turn, amount, promised, granted, paid, record)
        values ($1, $2, cast(cast($3 as text) as bigint), cast(cast($4 as text) as bigint),
        cast(cast($5 as text) as bigint), cast(cast($6 as text) as bigint), cast(cast($7 as text) as bigint), $8)";
    /// First in each decision: whoever decides on the same envelope waits.
    TAKE_ENVELOPE = "update envelope set turn = turn + 1 where slug = $1 returning record";
    MOVE_ENVELOPE = "update envelope set promised = promised + $2, granted = granted + $3, paid = paid + $4
        where slug = $1";
    /// What each account adds up to, as it was named when it was written.
    LEDGER_ACCOUNTS = "select request, beneficiary, territory, year, cast(sum(promised) as bigint),
        cast(sum(granted) as bigint), cast(sum(paid) as bigint) from ledger_line where envelope = $1
        group by request, beneficiary, territory, year";
    LEDGER_REQUESTS = "select distinct request from ledger_line where envelope = $1";
    LEDGER_LINES = "select record from ledger_line where envelope = $1 order by number";
    LEDGER_LINES_OF_REQUEST = "select record from ledger_line where envelope = $1 and request = $2 order by number";
    LEDGER_LINE = "select record from ledger_line where envelope = $1 and number = $2";
    LEDGER_LINE_OF_FORM = "select record from ledger_line where envelope = $1 and form = $2";
    LEDGER_LINE_UNDONE = "select count(*) from ledger_line where envelope = $1 and undid = $2";
    LAST_LEDGER_LINE = "select coalesce(max(number), 0) from ledger_line where envelope = $1";
    ADD_LEDGER_LINE = "insert into ledger_line
        (envelope, number, form, what, undid, request, beneficiary, territory, year, promised, granted, paid, at, record)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)";
    LEDGER_LINE_ROWS = "select envelope, cast(number as text), form, what, cast(undid as text), request, beneficiary,
        territory, cast(year as text), cast(promised as text), cast(granted as text), cast(paid as text),
        cast(at as text), record from ledger_line order by envelope, number";
    RESTORE_LEDGER_LINE = "insert into ledger_line
        (envelope, number, form, what, undid, request, beneficiary, territory, year, promised, granted, paid, at, record)
        values ($1, cast(cast($2 as text) as bigint), $3, $4, cast(cast($5 as text) as bigint), $6, $7, $8,
        cast(cast($9 as text) as bigint), cast(cast($10 as text) as bigint), cast(cast($11 as text) as bigint),
        cast(cast($12 as text) as bigint), cast(cast($13 as text) as bigint), $14)";
}
