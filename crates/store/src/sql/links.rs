//! Pairs of places, decided or waiting, and merges.

statements! {
    PUT_LINK_OF_PAIR = "insert into link (a, b, standing, by_person, usefulness, commune_a, commune_b, detail)
        values ($1, $2, $3, $4, $5, $6, $7, $8)
        on conflict (a, b) do update set standing = excluded.standing, by_person = excluded.by_person,
        usefulness = excluded.usefulness, commune_a = excluded.commune_a, commune_b = excluded.commune_b,
        detail = excluded.detail where link.by_person = 0 or excluded.by_person = 1";
    LINK_OF_PAIR = "select detail from link where a = $1 and b = $2";
    LINKS_OF_PLACE = "select detail from link where a = $1 or b = $1 order by a, b";
    LINKS_OF_STANDING = "select detail from link where standing = $1 order by usefulness desc, a, b";
    DECIDED_LINKS = "select detail from link where by_person = 1 or standing <> 'review' order by a, b";
    FORGET_WAITING = "delete from link where a = $1 and b = $2 and standing = 'review' and by_person = 0";
    LINK_ROWS = "select a, b, standing, cast(by_person as text), cast(usefulness as text), commune_a, commune_b, detail
        from link order by a, b";
    RESTORE_LINK = "insert into link (a, b, standing, by_person, usefulness, commune_a, commune_b, detail)
        values ($1, $2, $3, cast(cast($4 as text) as bigint), cast(cast($5 as text) as bigint), $6, $7, $8)";

    PUT_MERGE = "insert into place_merge (id, survivor, state, detail, result) values ($1, $2, $3, $4, $5)
        on conflict (id) do update set survivor = excluded.survivor, state = excluded.state,
        detail = excluded.detail, result = excluded.result";
    MERGE_BY_ID = "select detail, result from place_merge where id = $1";
    PUT_MEMBER = "insert into merge_member (merge_id, place, record) values ($1, $2, $3)
        on conflict (merge_id, place) do update set record = excluded.record";
    MEMBERS = "select place, record from merge_member where merge_id = $1 order by place";
    MERGES_OF_PLACE = "select m.detail, m.result from place_merge m
        join merge_member p on p.merge_id = m.id where p.place = $1 order by m.id desc";
    STANDS_FOR = "select survivor, merge_id from merged_place where place = $1";
    SURVIVES = "select merge_id from merged_place where survivor = $1 order by place limit 1";
    HIDE_PLACE = "insert into merged_place (place, survivor, merge_id) values ($1, $2, $3)
        on conflict (place) do update set survivor = excluded.survivor, merge_id = excluded.merge_id";
    SHOW_PLACE = "delete from merged_place where place = $1";
    MERGED_PLACES = "select place, survivor, merge_id from merged_place order by place";
    PUT_OWN = "insert into own_record (place, record) values ($1, $2)
        on conflict (place) do update set record = excluded.record";
    OWN = "select record from own_record where place = $1";
    FORGET_OWN = "delete from own_record where place = $1";
    OWN_ROWS = "select place, record from own_record order by place";
    MERGE_ROWS = "select id, survivor, state, detail, result from place_merge order by id";
    MEMBER_ROWS = "select merge_id, place, record from merge_member order by merge_id, place";
}
