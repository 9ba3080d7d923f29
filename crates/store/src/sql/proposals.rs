//! What is proposed.

statements! {
    PROPOSALS = "select detail from proposal where decided is null or decided > $1 order by created, id";
    PROPOSAL = "select detail from proposal where id = $1";
    COUNT_PROPOSALS = "select count(*) from proposal where coalesce(place, '') = $1 and created > $2";
    PROPOSALS_IN = "select detail from proposal where state = $1 and created > $2";
    PROPOSALS_NAMING = "select detail from proposal where detail like '%' || $1 || '%' order by id";
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
}
