//! The outbox, and who wants no more of it.

statements! {
    PUT_MAIL = "insert into mail (id, recipient, template, parameters, lang, dedupe, created, state, attempts, next_attempt)
        values ($1, $2, $3, $4, $5, $6, $7, 'waiting', 0, $7) on conflict (dedupe) do nothing";
    DUE_MAIL = "select id from mail where state = 'waiting' and next_attempt <= $1 order by next_attempt, id limit $2";
    CLAIM_MAIL = "update mail set next_attempt = $3, attempts = attempts + 1
        where id = $1 and state = 'waiting' and next_attempt <= $2
        returning id, recipient, template, parameters, lang, dedupe, created, state, attempts, next_attempt, settled, error";
    SETTLE_MAIL = "update mail set state = $3, next_attempt = $4, settled = $5, error = $6
        where id = $1 and attempts = $2 and state = 'waiting'";
    BLANK_MAIL = "update mail set recipient = '', parameters = '', error = null,
        state = case when state = 'waiting' then 'dropped' else state end, settled = coalesce(settled, $1)
        where coalesce(settled, created) < $1 and recipient <> ''";
    MAIL_BY_ID = "select id, recipient, template, parameters, lang, dedupe, created, state, attempts, next_attempt,
        settled, error from mail where id = $1";
    MAILS = "select id, recipient, template, parameters, lang, dedupe, created, state, attempts, next_attempt, settled,
        error from mail order by id desc limit $1 offset $2";
    MAILS_OF_STATE = "select id, recipient, template, parameters, lang, dedupe, created, state, attempts, next_attempt,
        settled, error from mail where state = $1 order by id desc limit $2 offset $3";
    MAILS_TO = "select id, recipient, template, parameters, lang, dedupe, created, state, attempts, next_attempt, settled,
        error from mail where recipient = $1 order by id";
    KNOWN_MAIL = "select count(*) from mail where dedupe = $1";
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
}
