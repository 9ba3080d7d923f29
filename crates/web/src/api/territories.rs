//! `/territoires`: search by name, children of a territory, and one territory with where it stands.

use axum::Json;
use axum::extract::{Path, RawQuery, State};
use axum::response::{IntoResponse, Redirect, Response};
use portulan_app::Directory;
use portulan_geo::{Found, Territory};
use portulan_model::{CommuneCode, Position, Postcode, TerritoryCode, TerritoryKey};
use serde_json::{Value, json};

use super::parameters::{TERRITORIES, check, pairs, value};
use super::problem::Problem;
use crate::state::AppState;

/// Territories on a page when no limit is given.
const PAGE: usize = 20;

/// `GET /territoires`.
pub(crate) async fn list(
    State(state): State<AppState>,
    RawQuery(raw): RawQuery,
) -> Result<Response, Problem> {
    let directory = state.directory();
    let pairs = pairs(raw.as_deref());
    check(&pairs, TERRITORIES, &directory)?;
    let limit = value(&pairs, "limite")
        .and_then(|limit| limit.parse().ok())
        .unwrap_or(PAGE);
    let parent = parent(&directory, value(&pairs, "parent"))?;
    let found = match value(&pairs, "q").filter(|text| !text.trim().is_empty()) {
        Some(text) => within(&directory, parent.as_ref(), named(&directory, text)),
        None => children(&directory, parent.as_ref()),
    };
    let total = found.len();
    let after = value(&pairs, "curseur");
    let mut rest = found
        .into_iter()
        .skip_while(|key| after.is_some_and(|after| key.to_string() != after));
    if after.is_some() && rest.next().is_none() {
        return Err(Problem::conflict("problem-cursor"));
    }
    let page: Vec<TerritoryKey> = rest.by_ref().take(limit).collect();
    let next = rest.next().and(page.last()).map(ToString::to_string);
    let shown: Vec<Value> = page
        .iter()
        .filter_map(|key| directory.reference.territory(key))
        .map(short)
        .collect();
    Ok(Json(json!({ "territoires": shown, "total": total, "suivant": next })).into_response())
}

/// The best matches of a name, typed with mistakes or not, or of a postcode.
fn named(directory: &Directory, text: &str) -> Vec<TerritoryKey> {
    const MATCHES: usize = 100;
    let exact = match directory.geocoder.find(text) {
        Found::Nothing => Vec::new(),
        Found::One(spot) => vec![spot],
        Found::Several(spots) => spots,
    };
    let mut keys: Vec<TerritoryKey> = Vec::new();
    for spot in exact
        .into_iter()
        .chain(directory.geocoder.suggest(text, MATCHES))
    {
        let key = spot
            .territory
            .or_else(|| spot.commune.map(TerritoryKey::commune));
        let known = key.filter(|key| directory.reference.territory(key).is_some());
        if let Some(key) = known.filter(|key| !keys.contains(key)) {
            keys.push(key);
        }
    }
    keys
}

fn children(directory: &Directory, parent: Option<&TerritoryKey>) -> Vec<TerritoryKey> {
    let country = TerritoryKey::france();
    directory.reference.children(parent.unwrap_or(&country))
}

/// Of some territories, those that a parent holds.
fn within(
    directory: &Directory,
    parent: Option<&TerritoryKey>,
    mut found: Vec<TerritoryKey>,
) -> Vec<TerritoryKey> {
    if let Some(parent) = parent {
        found.retain(|key| directory.reference.ancestors(key).contains(parent));
    }
    found
}

/// The parent asked, read even where a name is asked too.
fn parent(directory: &Directory, text: Option<&str>) -> Result<Option<TerritoryKey>, Problem> {
    let Some(text) = text else {
        return Ok(None);
    };
    let key: TerritoryKey = text
        .parse()
        .map_err(|_unread| refused("parent", text, directory))?;
    if directory.reference.territory(&key).is_none() {
        return Err(Problem::not_found());
    }
    Ok(Some(key))
}

fn refused(name: &str, text: &str, directory: &Directory) -> Problem {
    let parameter = TERRITORIES.iter().find(|parameter| parameter.name == name);
    Problem::parameters(
        parameter
            .map(|parameter| parameter.refuse(text, directory))
            .into_iter()
            .collect(),
    )
}

/// `GET /territoires/{cle}`. A bare code of commune, and a code that is no longer used, lead to the key of today.
pub(crate) async fn show(
    State(state): State<AppState>,
    Path(text): Path<String>,
    RawQuery(raw): RawQuery,
) -> Result<Response, Problem> {
    let directory = state.directory();
    check(&pairs(raw.as_deref()), &[], &directory)?;
    let bare = text.parse::<CommuneCode>().ok().map(TerritoryKey::commune);
    let key = bare
        .clone()
        .or_else(|| text.parse().ok())
        .ok_or_else(Problem::not_found)?;
    let today = today(&directory, &key);
    if bare.is_some() || today != key {
        let known = directory.reference.territory(&today).is_some();
        return if known {
            Ok(Redirect::permanent(&address(&today)).into_response())
        } else {
            Err(Problem::not_found())
        };
    }
    let territory = directory
        .reference
        .territory(&key)
        .ok_or_else(Problem::not_found)?;
    Ok(Json(whole(&directory, territory)).into_response())
}

fn address(key: &TerritoryKey) -> String {
    format!("/api/v1/territoires/{key}")
}

fn today(directory: &Directory, key: &TerritoryKey) -> TerritoryKey {
    match key.code() {
        TerritoryCode::Commune(code) => directory
            .reference
            .resolve(code)
            .map_or_else(|| key.clone(), TerritoryKey::commune),
        _ => key.clone(),
    }
}

fn short(territory: &Territory) -> Value {
    json!({
        "cle": territory.key.to_string(),
        "type": territory.key.kind().word(),
        "code": territory.key.code_text(),
        "nom": territory.name,
        "population": territory.population,
        "lat": territory.centre.map(Position::lat),
        "lon": territory.centre.map(Position::lon),
        "codes_postaux": territory.postcodes.iter().map(Postcode::as_str).collect::<Vec<_>>(),
    })
}

fn whole(directory: &Directory, territory: &Territory) -> Value {
    let reference = &directory.reference;
    let mut shown = short(territory);
    let parents: Vec<Value> = reference
        .ancestors(&territory.key)
        .iter()
        .filter_map(|key| reference.territory(key))
        .map(short)
        .collect();
    if let Value::Object(fields) = &mut shown {
        fields.insert("parents".to_owned(), Value::Array(parents));
        fields.insert(
            "enfants".to_owned(),
            json!(reference.children(&territory.key).len()),
        );
        fields.insert(
            "communes".to_owned(),
            json!(reference.communes_of(&territory.key).len()),
        );
        fields.insert(
            "lieux".to_owned(),
            json!(directory.snapshot.count_in(&territory.key)),
        );
    }
    shown
}
