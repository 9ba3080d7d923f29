//! `/lieux`: the search as JSON by pages, and as files: whole and streamed, or one page when a limit is given.

use std::convert::Infallible;
use std::sync::Arc;

use axum::body::{Body, Bytes};
use axum::extract::{RawQuery, State};
use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::{IntoResponse, Response};
use futures_util::stream;
use portulan_app::orientation::{Ask, Located, Oriented, orient};
use portulan_app::{Directory, export};
use portulan_formats::{geojson, national};
use portulan_geo::Spot;
use portulan_model::{ClosedList, Position, Revision, TerritoryCode, TerritoryKey};
use portulan_search::{Facets, Hit};
use serde_json::{Map, Value, json};

use super::cache::{Edition, answer, unchanged};
use super::negotiation::{Format, choose};
use super::parameters::{self, SEARCH, check, pairs, value};
use super::problem::Problem;
use super::shape;
use crate::query;
use crate::state::AppState;

type Pairs = [(String, String)];

/// Places on a page of the API when no limit is given.
const PAGE: usize = 20;

/// `GET /lieux`.
pub(crate) async fn list(
    State(state): State<AppState>,
    RawQuery(raw): RawQuery,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let directory = state.directory();
    let edition = Edition::new(directory.revision, state.now());
    let pairs = pairs(raw.as_deref());
    let format = choose(value(&pairs, "format"), &headers, &Format::ALL);
    let key = raw.unwrap_or_default();
    if let Ok(Format::Json) = format
        && let Some(body) = state.answers.find(edition, &key)
    {
        return Ok(unchanged(&headers, edition, Format::Json)
            .unwrap_or_else(|| answer(edition, Format::Json, body)));
    }
    let ask = read(&pairs, &directory)?;
    let format = format?;
    if let Some(response) = unchanged(&headers, edition, format) {
        return Ok(response);
    }
    let by_page = value(&pairs, "limite").is_some() || value(&pairs, "curseur").is_some();
    if format != Format::Json && !by_page {
        return whole(&directory, &ask, edition, format);
    }
    let found = oriented(&directory, &ask, edition)?;
    if format != Format::Json {
        return Ok(page(&found, edition, format, &key));
    }
    let body =
        Bytes::from(list_of(&found, directory.revision, ask.query.when.is_some()).to_string());
    state.answers.keep(edition, key, &body);
    Ok(answer(edition, Format::Json, body))
}

/// Reads the parameters, strictly.
fn read(pairs: &Pairs, directory: &Directory) -> Result<Ask, Problem> {
    check(pairs, SEARCH, directory)?;
    point(pairs)?;
    territories(pairs, directory)?;
    let parsed = query::read(pairs, directory);
    let mut faults = Vec::new();
    for bad in &parsed.bad {
        if bad.name == "polygone" && is_made_of_degrees(&bad.value) {
            return Err(Problem::conflict("problem-polygon"));
        }
        if let Some(parameter) = SEARCH.iter().find(|parameter| parameter.name == bad.name) {
            faults.push(parameter.refuse(&bad.value, directory));
        }
    }
    if !faults.is_empty() {
        return Err(Problem::parameters(faults));
    }
    let mut ask = parsed.ask;
    ask.query.facets = value(pairs, "facettes").is_some();
    if value(pairs, "limite").is_none() {
        ask.query.limit = PAGE;
    }
    Ok(ask)
}

/// A latitude goes with a longitude, and zero, zero is how careless programs write "unknown".
fn point(pairs: &Pairs) -> Result<(), Problem> {
    let degrees = |name| value(pairs, name).and_then(|text| text.parse::<f64>().ok());
    match (degrees("lat"), degrees("lon")) {
        (None, None) => Ok(()),
        (Some(lat), Some(lon)) if Position::new(lat, lon).is_ok() => Ok(()),
        _ => Err(Problem::conflict("problem-point")),
    }
}

fn territories(pairs: &Pairs, directory: &Directory) -> Result<(), Problem> {
    for (_, text) in pairs.iter().filter(|(name, _)| name == "territoire") {
        let Ok(key) = text.parse::<TerritoryKey>() else {
            let parameter = SEARCH
                .iter()
                .find(|parameter| parameter.name == "territoire");
            let faults = parameter.map(|parameter| parameter.refuse(text, directory));
            return Err(Problem::parameters(faults.into_iter().collect()));
        };
        if !is_known(&key, directory) {
            return Err(Problem::not_found());
        }
    }
    Ok(())
}

/// Old codes of communes are known: they lead to today's.
fn is_known(key: &TerritoryKey, directory: &Directory) -> bool {
    let resolved = match key.code() {
        TerritoryCode::Commune(code) => directory.reference.resolve(code).is_some(),
        _ => false,
    };
    resolved || directory.reference.territory(key).is_some()
}

/// Whether a polygon is well written, though it goes round nothing.
fn is_made_of_degrees(text: &str) -> bool {
    let is_point = |point: &str| {
        let degrees: Option<(f64, f64)> = point
            .split_once(',')
            .and_then(|(lon, lat)| Some((lon.parse().ok()?, lat.parse().ok()?)));
        degrees.is_some_and(|(lon, lat)| lon.abs() <= 180.0 && lat.abs() <= 90.0)
    };
    let points = text.split(';').count();
    (3..=200).contains(&points) && text.split(';').all(is_point)
}

fn oriented(directory: &Directory, ask: &Ask, edition: Edition) -> Result<Oriented, Problem> {
    let found = orient(directory, ask, edition.instant());
    match &found.located {
        Located::Choose(spots) => {
            let names = spots.iter().map(name_of).collect();
            Err(Problem::ambiguous(
                ask.place_text.as_deref().unwrap_or_default(),
                names,
            ))
        }
        Located::NotFound(_) => Err(Problem::not_found()),
        Located::Nowhere | Located::At(_) => Ok(found),
    }
}

fn name_of(spot: &Spot) -> String {
    if spot.detail.is_empty() {
        spot.label.clone()
    } else {
        format!("{}, {}", spot.label, spot.detail)
    }
}

/// Every place that matches, piece by piece: memory stays constant.
fn whole(
    directory: &Arc<Directory>,
    ask: &Ask,
    edition: Edition,
    format: Format,
) -> Result<Response, Problem> {
    let as_export = match format {
        Format::Csv => export::Format::Csv,
        Format::Geojson => export::Format::Geojson,
        Format::Json | Format::Ndjson => export::Format::Ndjson,
    };
    let query = oriented(directory, ask, edition)?.query;
    let pieces = export::matching(directory, &query, edition.instant(), as_export);
    let body = Body::from_stream(stream::iter(pieces.map(Ok::<_, Infallible>)));
    let mut response = answer(edition, format, body);
    name_file(response.headers_mut(), format);
    Ok(response)
}

/// A browser saves the file under a name; programs do not care.
fn name_file(headers: &mut HeaderMap, format: Format) {
    let name = match format {
        Format::Json => return,
        Format::Csv => "attachment; filename=\"lieux.csv\"",
        Format::Geojson => "attachment; filename=\"lieux.geojson\"",
        Format::Ndjson => "attachment; filename=\"lieux.ndjson\"",
    };
    headers.insert(header::CONTENT_DISPOSITION, HeaderValue::from_static(name));
}

/// One page in a file format; the address of the next one is in the `Link` header.
fn page(found: &Oriented, edition: Edition, format: Format, raw: &str) -> Response {
    let hits = &found.answer.hits;
    let body = match format {
        Format::Csv => csv(hits),
        Format::Geojson => {
            let features: Vec<String> = hits.iter().map(feature).collect();
            format!(
                "{{\"type\":\"FeatureCollection\",\"features\":[{}]}}\n",
                features.join(",")
            )
        }
        Format::Json | Format::Ndjson => lines(hits),
    };
    let mut response = answer(edition, format, body).into_response();
    let next = found
        .answer
        .next
        .as_ref()
        .map(|cursor| next_address(raw, &cursor.to_string()));
    if let Some(link) =
        next.and_then(|next| HeaderValue::from_str(&format!("<{next}>; rel=\"next\"")).ok())
    {
        response.headers_mut().insert(header::LINK, link);
    }
    response
}

fn lines(hits: &[Hit]) -> String {
    let mut text = String::new();
    for hit in hits {
        text.push_str(&shape::hit(hit).to_string());
        text.push('\n');
    }
    text
}

fn csv(hits: &[Hit]) -> String {
    let mut text = national::csv_header();
    for hit in hits {
        national::csv_row(&hit.place, &mut text);
    }
    text
}

fn feature(hit: &Hit) -> String {
    let properties = match shape::hit(hit) {
        Value::Object(fields) => fields,
        _ => Map::new(),
    };
    geojson::feature(&hit.place, properties)
}

fn next_address(raw: &str, cursor: &str) -> String {
    let kept = parameters::pairs(Some(raw));
    let mut query = url::form_urlencoded::Serializer::new(String::new());
    query.extend_pairs(kept.iter().filter(|(name, _)| name != "curseur"));
    query.append_pair("curseur", cursor);
    format!("/api/v1/lieux?{}", query.finish())
}

/// The JSON of a page.
fn list_of(found: &Oriented, revision: Revision, with_moment: bool) -> Value {
    let answer = &found.answer;
    let mut list = Map::new();
    list.insert(
        "lieux".to_owned(),
        answer.hits.iter().map(shape::hit).collect(),
    );
    list.insert("total".to_owned(), json!(answer.total));
    list.insert(
        "suivant".to_owned(),
        json!(answer.next.as_ref().map(ToString::to_string)),
    );
    list.insert("revision".to_owned(), json!(revision));
    if with_moment || found.query.when.is_some() {
        list.insert("horaires_inconnus".to_owned(), json!(answer.unknown_hours));
    }
    if let Located::At(spot) = &found.located {
        list.insert("ici".to_owned(), here(spot));
    }
    if let Some(facets) = &answer.facets {
        list.insert("facettes".to_owned(), facets_of(facets));
    }
    Value::Object(list)
}

fn here(spot: &Spot) -> Value {
    json!({
        "libelle": name_of(spot),
        "lat": spot.position.map(Position::lat),
        "lon": spot.position.map(Position::lon),
        "territoire": spot.territory.as_ref().map(ToString::to_string),
    })
}

/// Counts under the names of the parameters that would choose them.
fn facets_of(facets: &Facets) -> Value {
    json!({
        "besoin": closed(&facets.services),
        "public": closed(&facets.publics),
        "prise_en_charge": closed(&facets.care),
        "frais": closed(&facets.fees),
        "acces": closed(&facets.access),
        "accompagnement": closed(&facets.support),
        "itinerance": closed(&facets.mobility),
        "dispositif": closed(&facets.programmes),
        "label": closed(&facets.labels),
        "reseau": named(&facets.networks),
        "typologie": named(&facets.kinds),
        "source": named(&facets.sources),
        "ouvert_maintenant": facets.open_now,
    })
}

fn closed<L: ClosedList>(counts: &[(L, usize)]) -> Value {
    Value::Object(
        counts
            .iter()
            .map(|(value, count)| (value.slug().to_owned(), json!(count)))
            .collect(),
    )
}

fn named<T: ToString>(counts: &[(T, usize)]) -> Value {
    Value::Object(
        counts
            .iter()
            .map(|(value, count)| (value.to_string(), json!(count)))
            .collect(),
    )
}
