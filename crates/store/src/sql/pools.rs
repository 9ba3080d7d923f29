//! Pools, and which intentions each carries.

statements! {
    POOLS = "select record from pool order by slug";
    POOL = "select record from pool where slug = $1";
    POOLS_OF = "select record from pool where body = $1 order by slug";
    ADD_POOL = "insert into pool (slug, body, state, record) values ($1, $2, $3, $4) on conflict do nothing";
    CHANGE_POOL = "update pool set body = $2, state = $3, record = $4 where slug = $1";
    REMOVE_POOL = "delete from pool where slug = $1";
    POOL_ROWS = "select slug, body, state, record from pool order by slug";
    CARRY_INTENTION = "insert into pool_part (intention, pool) values ($1, $2) on conflict do nothing";
    LET_INTENTION_GO = "delete from pool_part where intention = $1 and pool = $2";
    POOL_PART_ROWS = "select intention, pool from pool_part order by intention";
}
