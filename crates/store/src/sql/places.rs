//! Places, layers of the reference, the revision.

statements! {
    REVISION = "select value from meta where name = 'revision'";
    MOVE_REVISION = "update meta set value = value + 1 where name = 'revision' returning value";
    PLACES_REVISION = "select value from meta where name = 'places'";
    MOVE_PLACES = "update meta set value = value + 1 where name = 'places'";
    SET_REVISION = "update meta set value = $1 where name = 'revision'";

    PLACES = "select id, slug, record from place order by id";
    PLACE_ROWS = "select id, slug, source, external_id, record from place order by id";
    PLACE_BY_EXTERNAL = "select id, slug, record from place where source = $1 and external_id = $2";
    SLUG_TAKEN = "select count(*) from place where slug = $1";
    INSERT_PLACE = "insert into place (id, slug, source, external_id, record) values ($1, $2, $3, $4, $5)";
    UPDATE_PLACE = "update place set record = $2 where id = $1";
    COUNT_PLACES = "select count(*) from place";

    PLACE_BY_ID = "select id, slug, record from place where id = $1";
    PLACE_BY_SLUG = "select id, slug, record from place where slug = $1";
    PLACE_TEXT = "select record from place where id = $1";

    LAYERS = "select slug, content from layer order by slug";
    LAYER_ROWS = "select slug, records, content from layer order by slug";
    PUT_LAYER = "insert into layer (slug, records, content) values ($1, $2, $3)
        on conflict (slug) do update set records = excluded.records, content = excluded.content";
}
