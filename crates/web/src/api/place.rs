//! `/lieux/{id}`: one place, by its id for ever or by its readable name. Those of a place that was merged into another
//! give the one that stands for it.

use axum::extract::{Path, RawQuery, State};
use axum::http::HeaderMap;
use axum::response::Response;
use chrono::{DateTime, Utc};
use portulan_app::{Directory, Lead};
use portulan_formats::geojson;
use portulan_model::Place;
use portulan_search::Query;
use serde_json::Value;

use super::around;
use super::cache::{Edition, answer, unchanged};
use super::negotiation::{Format, choose};
use super::parameters::{PLACE, check, pairs, value};
use super::problem::Problem;
use super::shape;
use crate::state::AppState;

/// `GET /lieux/{id}`.
pub(crate) async fn show(
    State(state): State<AppState>,
    Path(id): Path<String>,
    RawQuery(raw): RawQuery,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let directory = state.directory();
    let pairs = pairs(raw.as_deref());
    check(&pairs, PLACE, &directory)?;
    let format = choose(value(&pairs, "format"), &headers, &Format::OF_ONE)?;
    let place = find(&directory, &id).ok_or_else(Problem::not_found)?;
    let edition = Edition::new(directory.revision, state.now());
    if let Some(response) = unchanged(&headers, edition, format) {
        return Ok(response);
    }
    let shown = shown(&directory, place, edition.instant()).ok_or_else(Problem::not_found)?;
    let body = match (format, shown) {
        (Format::Geojson, Value::Object(fields)) => geojson::feature(place, fields),
        (_, shown) => shown.to_string(),
    };
    Ok(answer(edition, format, body))
}

fn find<'a>(directory: &'a Directory, id: &str) -> Option<&'a Place> {
    match directory.lead(id) {
        Lead::Here(place) | Lead::Moved(place) => Some(&**place),
        Lead::Gone(_) | Lead::Nowhere => None,
    }
}

fn shown(directory: &Directory, place: &Place, now: DateTime<Utc>) -> Option<Value> {
    let snapshot = &directory.snapshot;
    let opening = snapshot.opening(snapshot.rank_of(&place.id)?, &Query::default(), now);
    let today = shape::zone(place).local(now).date();
    let said: Vec<_> = directory.notices(&place.id, now).collect();
    let mut shown = shape::whole(place, &opening, today, &said);
    if let Value::Object(fields) = &mut shown {
        around::add(directory, place, fields);
    }
    Some(shown)
}
