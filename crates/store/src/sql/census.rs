//! Censuses, and the communes that are asked.

statements! {
    CENSUSES = "select detail from census order by created desc, id desc";
    CENSUS = "select detail from census where id = $1";
    PUT_CENSUS = "insert into census (id, territory, target, created, detail) values ($1, $2, $3, $4, $5)
        on conflict (id) do update set target = excluded.target, detail = excluded.detail";
    CENSUS_COMMUNES = "select contact, response, detail from census_commune where census = $1 order by commune";
    CENSUS_COMMUNE = "select contact, response, detail from census_commune where census = $1 and commune = $2";
    PUT_CENSUS_COMMUNE = "insert into census_commune (census, commune, state, contact, response, forget, detail)
        values ($1, $2, $3, $4, $5, $6, $7)
        on conflict (census, commune) do update set state = excluded.state, contact = excluded.contact,
        response = excluded.response, forget = excluded.forget, detail = excluded.detail";
    CENSUS_STATES = "select census, state, count(*) from census_commune group by census, state order by census, state";
    CENSUS_ASKED = "select census, commune from census_commune
        where state = 'demande' and contact is not null order by census, commune";
    FORGET_CENSUS_CONTACTS = "update census_commune set contact = null, response = null
        where forget <= $1 and (contact is not null or response is not null)";
    FORGET_CENSUS_CONTACTS_TO = "update census_commune set contact = null where contact = $1";
    CENSUS_ROWS = "select id, territory, target, cast(created as text), detail from census order by id";
    RESTORE_CENSUS = "insert into census (id, territory, target, created, detail)
        values ($1, $2, $3, cast(cast($4 as text) as bigint), $5)";
    CENSUS_COMMUNE_ROWS = "select census, commune, state, contact, response, cast(forget as text), detail
        from census_commune order by census, commune";
    RESTORE_CENSUS_COMMUNE = "insert into census_commune (census, commune, state, contact, response, forget, detail)
        values ($1, $2, $3, $4, $5, cast(cast($6 as text) as bigint), $7)";
}
