//! Intentions, by whose they are and by what became of them.

statements! {
    INTENTIONS = "select record from intention order by slug";
    INTENTION = "select record from intention where slug = $1";
    INTENTIONS_OF = "select record from intention where organisation = $1 order by slug";
    INTENTIONS_IN_STATE = "select record from intention where state = $1 order by slug";
    ADD_INTENTION = "insert into intention (slug, organisation, state, record)
        values ($1, $2, $3, $4) on conflict do nothing";
    CHANGE_INTENTION = "update intention set organisation = $2, state = $3, record = $4 where slug = $1";
    REMOVE_INTENTION = "delete from intention where slug = $1";
    INTENTION_ROWS = "select slug, organisation, state, record from intention order by slug";
}
