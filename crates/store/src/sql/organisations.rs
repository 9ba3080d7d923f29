//! Organisations and their places.

statements! {
    ORGANISATIONS = "select record from organisation order by slug";
    ORGANISATION = "select record from organisation where slug = $1";
    ORGANISATIONS_NAMING = "select record from organisation where record like $1 order by slug";
    ADD_ORGANISATION = "insert into organisation (slug, record) values ($1, $2) on conflict (slug) do nothing";
    CHANGE_ORGANISATION = "update organisation set record = $2 where slug = $1";
    ORGANISATION_PLACES = "select organisation, place from organisation_place order by organisation, place";
    PLACES_OF_ORGANISATION = "select place from organisation_place where organisation = $1 order by place";
    ADD_ORGANISATION_PLACE = "insert into organisation_place (organisation, place) values ($1, $2)
        on conflict (organisation, place) do nothing";
    REMOVE_ORGANISATION_PLACE = "delete from organisation_place where organisation = $1 and place = $2";
    REMOVE_ORGANISATION = "delete from organisation where slug = $1";
    LEND_ORGANISATION_PLACES = "insert into organisation_place (organisation, place)
        select cast($1 as text), place from organisation_place where organisation = $2
        on conflict (organisation, place) do nothing";
    FORGET_ORGANISATION_PLACES = "delete from organisation_place where organisation = $1";
    ORGANISATION_ROWS = "select slug, record from organisation order by slug";
}
