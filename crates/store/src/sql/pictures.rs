//! Pictures of places.

statements! {
    PICTURES = "select record from picture order by place, added, hash";
    PICTURES_OF = "select record from picture where place = $1 order by added, hash";
    PICTURE_LARGE = "select large from picture where hash = $1 limit 1";
    PICTURE_SMALL = "select small from picture where hash = $1 limit 1";
    PUT_PICTURE = "insert into picture (place, hash, record, added, large, small) values ($1, $2, $3, $4, $5, $6)
        on conflict (place, hash) do update set record = excluded.record";
    REMOVE_PICTURE = "delete from picture where place = $1 and hash = $2";
    PICTURE_ROWS = "select place, hash, record, added, large, small from picture order by place, hash";
}
