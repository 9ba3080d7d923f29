//! How often pages were looked at, and the calls that nobody answered.

statements! {
    COUNT_VIEWS = "insert into audience (period, kind, object, views) values ($1, $2, $3, $4)
        on conflict (period, kind, object) do update set views = audience.views + excluded.views";
    ROLL_DAYS = "insert into audience (period, kind, object, views)
        select substr(period, 1, 7), kind, object, cast(sum(views) as bigint) from audience
        where length(period) = 10 and period < $1 group by substr(period, 1, 7), kind, object
        on conflict (period, kind, object) do update set views = audience.views + excluded.views";
    FORGET_ROLLED_DAYS = "delete from audience where length(period) = 10 and period < $1";
    VIEWS_BY_MONTH = "select substr(period, 1, 7), kind, cast(sum(views) as bigint) from audience
        where period >= $1 group by substr(period, 1, 7), kind order by substr(period, 1, 7), kind";
    VIEWS_BY_OBJECT = "select kind, object, cast(sum(views) as bigint) from audience
        where kind in ($1, $2) and period >= $3 group by kind, object order by kind, object";
    VIEWS_OF_OBJECT = "select substr(period, 1, 7), kind, cast(sum(views) as bigint) from audience
        where object = $1 and period >= $2 group by substr(period, 1, 7), kind order by substr(period, 1, 7), kind";
    AUDIENCE_ROWS = "select period, kind, object, cast(views as text) from audience order by period, kind, object";
    RESTORE_AUDIENCE = "insert into audience (period, kind, object, views)
        values ($1, $2, $3, cast(cast($4 as text) as bigint))";
    COUNT_UNANSWERED = "insert into unanswered_call (place, calls, at) values ($1, 1, $2)
        on conflict (place) do update set calls = unanswered_call.calls + 1, at = excluded.at
        where unanswered_call.at < $3";
    UNANSWERED = "select place, calls, at from unanswered_call order by place";
    FORGET_UNANSWERED = "delete from unanswered_call where place = $1";
    FORGET_OLD_UNANSWERED = "delete from unanswered_call where at <= $1 - 7776000000";
    UNANSWERED_ROWS = "select place, cast(calls as text), cast(at as text) from unanswered_call order by place";
    RESTORE_UNANSWERED = "insert into unanswered_call (place, calls, at)
        values ($1, cast(cast($2 as text) as bigint), cast(cast($3 as text) as bigint))";
}
