//! Drafts, the word of the day, and people turned away.

statements! {
    PUT_DRAFT = "insert into draft (owner, object, section, content, saved_at) values ($1, $2, $3, $4, $5)
        on conflict (owner, object, section) do update set content = excluded.content, saved_at = excluded.saved_at";
    DRAFT = "select content, saved_at from draft
        where owner = $1 and object = $2 and section = $3 and saved_at >= $4";
    FORGET_DRAFT = "delete from draft where owner = $1 and object = $2 and section = $3";
    FORGET_OLD_DRAFTS = "delete from draft where saved_at < $1";
    FORGET_PAST_DRAFTS = "delete from draft where saved_at <= $1 - 2592000000";
    FORGET_DRAFTS_OF = "delete from draft where owner = $1";
    DRAFTS_OF = "select object, section, content, saved_at from draft where owner = $1 order by object, section";
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
