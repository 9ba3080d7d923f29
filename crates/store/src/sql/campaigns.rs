//! Campaigns, those that they ask, their places; addresses that take no mail.

statements! {
    PUT_CAMPAIGN = "insert into campaign (id, created, ends, closed, detail) values ($1, $2, $3, $4, $5)
        on conflict (id) do nothing";
    CLOSE_CAMPAIGN = "update campaign set closed = $2, detail = $3 where id = $1 and closed is null";
    CAMPAIGN = "select detail from campaign where id = $1";
    CAMPAIGNS = "select detail from campaign order by created desc, id desc";
    CHANGE_CAMPAIGN = "update campaign set detail = $2 where id = $1";
    /// Of a campaign that asks both, the one that stays is asked under its own name and the other under none.
    RENAME_ASKS = "update campaign_ask set who = case when exists (select 1 from campaign_ask o
        where o.campaign = campaign_ask.campaign and o.who = $1) then id else cast($1 as text) end where who = $2";
    PUT_ASK = "insert into campaign_ask
        (id, campaign, who, name, recipient, recipient_hash, state, sent, reminded, settled)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
    ASK = "select id, campaign, who, name, recipient, recipient_hash, state, sent, reminded, settled
        from campaign_ask where id = $1";
    ASKS_OF = "select id, campaign, who, name, recipient, recipient_hash, state, sent, reminded, settled
        from campaign_ask where campaign = $1 order by name, id";
    ASKS_TO_REMIND = "select a.id, a.campaign, a.who, a.name, a.recipient, a.recipient_hash, a.state, a.sent, a.reminded,
        a.settled from campaign_ask a join campaign c on c.id = a.campaign
        where a.state = 'waiting' and a.recipient <> '' and c.closed is null and c.ends >= $1 order by a.id";
    ASKS_SENT = "select id, campaign, who, name, recipient, recipient_hash, state, sent, reminded, settled
        from campaign_ask where sent is not null order by id";
    ASKS_REPLIED = "select distinct ask from campaign_place where reply is not null";
    SETTLE_ASK = "update campaign_ask set state = $2, settled = $3 where id = $1";
    ASK_REMINDED = "update campaign_ask set reminded = $3 where id = $1 and reminded = $2 and state = 'waiting'";
    REFUSE_ASKS = "update campaign_ask set state = 'refused' where state = 'waiting' and recipient_hash in
        (select recipient from mail_refusal where list = $1)";
    BOUNCE_ASKS = "update campaign_ask set state = 'bounced' where state = 'waiting' and recipient_hash in
        (select recipient from mail_bounce)";
    PUT_ASKED_PLACE = "insert into campaign_place (campaign, place, ask, reply, replied) values ($1, $2, $3, null, null)";
    PLACES_ASKED = "select ask, place, reply, replied from campaign_place where ask = $1 order by place";
    PLACES_OF_CAMPAIGN = "select ask, place, reply, replied from campaign_place where campaign = $1 order by place";
    REPLY_FOR_PLACE = "update campaign_place set reply = $3, replied = $4 where ask = $1 and place = $2 and reply is null";
    ASKED_LATELY = "select distinct p.place from campaign_place p join campaign_ask a on a.id = p.ask
        join campaign c on c.id = p.campaign
        where a.sent is not null and (a.sent > $1 or (c.closed is null and c.ends >= $2))";
    REFUSED_RECIPIENTS = "select recipient from mail_refusal where list = $1";
    BOUNCING_RECIPIENTS = "select recipient from mail_bounce";
    PUT_BOUNCE = "insert into mail_bounce (recipient, at) values ($1, $2) on conflict (recipient) do nothing";
    FORGET_ASKS_TO = "update campaign_ask set recipient = '' where recipient = $1";
    /// 180 days after the last instant of a campaign, the addresses that it wrote to are erased.
    FORGET_CAMPAIGN_ADDRESSES = "update campaign_ask set recipient = '' where recipient <> '' and campaign in
        (select id from campaign where ends <= $1 - 15552000000)";
    CAMPAIGN_ROWS = "select id, cast(created as text), cast(ends as text), cast(closed as text), detail
        from campaign order by id";
    RESTORE_CAMPAIGN = "insert into campaign (id, created, ends, closed, detail)
        values ($1, cast(cast($2 as text) as bigint), cast(cast($3 as text) as bigint),
        cast(cast($4 as text) as bigint), $5)";
    ASK_ROWS = "select id, campaign, who, name, recipient, recipient_hash, state, cast(sent as text),
        cast(reminded as text), cast(settled as text) from campaign_ask order by id";
    RESTORE_ASK = "insert into campaign_ask
        (id, campaign, who, name, recipient, recipient_hash, state, sent, reminded, settled)
        values ($1, $2, $3, $4, $5, $6, $7, cast(cast($8 as text) as bigint), cast(cast($9 as text) as bigint),
        cast(cast($10 as text) as bigint))";
    ASKED_PLACE_ROWS = "select campaign, place, ask, reply, cast(replied as text)
        from campaign_place order by campaign, place";
    RESTORE_ASKED_PLACE = "insert into campaign_place (campaign, place, ask, reply, replied)
        values ($1, $2, $3, $4, cast(cast($5 as text) as bigint))";
    BOUNCE_ROWS = "select recipient, cast(at as text) from mail_bounce order by recipient";
    RESTORE_BOUNCE = "insert into mail_bounce (recipient, at) values ($1, cast(cast($2 as text) as bigint))";
}
