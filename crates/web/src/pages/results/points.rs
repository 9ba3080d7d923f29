//! `/aide/points`: places and clusters of a frame of the map, for the script.

use axum::Json;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use portulan_app::orientation::orient;
use serde_json::{Value, json};

use super::asked::Asked;
use crate::pages::addresses;
use crate::pages::visit::Visit;
use crate::query;

/// `GET /aide/points?…&cadre=ouest,sud,est,nord&zoom=z`.
pub(crate) async fn show(visit: Visit) -> Result<Response, StatusCode> {
    let (frame, zoom) = frame(&visit).ok_or(StatusCode::BAD_REQUEST)?;
    let mut asked = Asked::of(&visit);
    asked
        .pairs
        .retain(|(name, _)| name != "cadre" && name != "zoom");
    let mut parsed = query::read(&asked.pairs, &visit.directory);
    asked.complete(&mut parsed.ask);
    let found = orient(&visit.directory, &parsed.ask, visit.now);
    let points = visit
        .directory
        .snapshot
        .points(&found.query, visit.now, frame, zoom);
    let points: Vec<Value> = points.iter().map(|point| told(&visit, point)).collect();
    Ok(Json(json!({ "points": points })).into_response())
}

fn told(visit: &Visit, point: &portulan_search::Point) -> Value {
    let place = point
        .place
        .and_then(|index| visit.directory.snapshot.place(index));
    json!({
        "lat": point.position.lat(),
        "lon": point.position.lon(),
        "nombre": point.count,
        "nom": place.map(|place| place.record.name.as_str()),
        "adresse": place.map(|place| visit.link(&addresses::place(&place.slug))),
    })
}

fn frame(visit: &Visit) -> Option<([f64; 4], u8)> {
    let corners: Vec<f64> = visit
        .value("cadre")?
        .split(',')
        .filter_map(|degrees| degrees.parse().ok())
        .collect();
    let frame: [f64; 4] = corners.try_into().ok()?;
    let zoom: u8 = visit.value("zoom")?.parse().ok()?;
    frame
        .iter()
        .all(|degrees| degrees.is_finite())
        .then_some((frame, zoom))
}
