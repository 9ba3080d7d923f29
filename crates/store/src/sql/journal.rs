//! The journal, its seals, and the keys of persons in it.

statements! {
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
}
