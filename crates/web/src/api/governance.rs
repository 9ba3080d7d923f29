//! `/gouvernance/{cle}`: who governs a territory and what is done there, as one document.
//!
//! That of a whole country is long: it is written once a revision and a day, by one request at a time, and kept as bytes.

use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::{Path, RawQuery, State};
use axum::http::HeaderMap;
use axum::response::Response;
use chrono::NaiveDate;
use portulan_app::{Directory, audience, exchange};
use portulan_model::TerritoryKey;
use serde_json::{Value, json};

use super::Problem;
use super::cache::{self, Edition};
use super::negotiation::Format;
use super::parameters::{check, pairs};
use crate::errors::Fault;
use crate::state::AppState;

/// `GET /gouvernance/{cle}`: what everybody may read of it today.
pub(crate) async fn show(
    State(state): State<AppState>,
    Path(text): Path<String>,
    RawQuery(raw): RawQuery,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let directory = state.directory();
    check(&pairs(raw.as_deref()), &[], &directory)?;
    let key: TerritoryKey = text.parse().map_err(|_shape| Problem::not_found())?;
    let day = audience::today(&state.app);
    let edition = Edition::of_day(directory.revision, day);
    if let Some(unchanged) = cache::unchanged(&headers, edition, Format::Json) {
        return Ok(unchanged);
    }
    let body = match state.documents.find(edition, &key.to_string()) {
        Some(body) => body,
        None => written(&state, directory, key, (edition, day)).await?,
    };
    Ok(cache::answer(edition, Format::Json, body))
}

/// Writes a document and keeps it, unless another request has just done so.
async fn written(
    state: &AppState,
    directory: Arc<Directory>,
    key: TerritoryKey,
    (edition, day): (Edition, NaiveDate),
) -> Result<Bytes, Problem> {
    let turn = state.writing.acquire().await;
    let _turn = turn.map_err(|_closed| Problem::of(&Fault::Unavailable))?;
    let name = key.to_string();
    if let Some(body) = state.documents.find(edition, &name) {
        return Ok(body);
    }
    let write = move || {
        let found = exchange::public(&directory, &key, day);
        found.map(|found| found.map(|document| document.to_value().to_string()))
    };
    let found = tokio::task::spawn_blocking(write).await.map_err(failed)?;
    let document = found.map_err(failed)?.ok_or_else(Problem::not_found)?;
    let body = Bytes::from(document);
    state.documents.keep(edition, name, &body);
    Ok(body)
}

fn failed(error: impl std::fmt::Display) -> Problem {
    tracing::error!(%error, "the governance of a territory could not be told");
    Problem::of(&Fault::Unavailable)
}

/// The shape of the answer. Lists are always there, empty where nothing is known.
pub(super) fn schema() -> Value {
    let text = json!({ "type": "string" });
    let period = json!({
        "type": "object",
        "properties": { "from": { "type": "string", "format": "date" }, "to": { "type": "string", "format": "date" } },
    });
    let list = |required: &[&str], properties: Value| {
        json!({
            "type": "array",
            "items": { "type": "object", "required": required, "properties": properties },
        })
    };
    let texts = json!({ "type": "array", "items": text });
    let external = json!({ "type": "object", "properties": { "source": text, "id": text } });
    let contact = json!({ "function": text, "service": text, "email": text, "phone": text });
    let contact = json!({ "type": "object", "required": ["function"], "properties": contact });
    let organisation = json!({
        "slug": text, "name": text, "territory": text, "pivot": text, "area": text, "roles": texts,
        "parent": text, "contacts": { "type": "array", "items": contact },
        "former": texts,
    });
    let place = json!({ "id": text, "slug": text, "name": text, "external": external });
    let scheme = json!({
        "slug": text, "name": text, "kind": text, "level": text, "area": text, "lead": text,
        "partners": texts, "period": period, "places": texts,
    });
    let cluster = json!({
        "slug": text, "name": text, "levels": texts, "area": text, "places": texts,
        "organisations": texts, "period": period,
    });
    let sector = json!({ "slug": text, "name": text, "of": text, "area": text });
    let body = json!({
        "slug": text, "name": text, "seat": text, "area": text, "period": period, "run_by": text,
        "referents": { "type": "array", "items": { "type": "object" } },
    });
    let mandates = json!({
        "type": "array",
        "items": { "type": "object", "properties": { "role": text, "period": period } },
    });
    let member = json!({ "body": text, "organisation": text, "mandates": mandates });
    let committee =
        json!({ "id": text, "body": text, "kind": text, "name": text, "frequency": text });
    let meeting = json!({ "id": text, "body": text, "title": text, "state": { "type": "object" } });
    let decision =
        json!({ "decision": text, "on": text, "title": text, "against": { "type": "integer" } });
    let roadmap = json!({
        "slug": text, "body": text, "title": text, "period": period, "area": text,
        "version": { "type": "object", "properties": { "number": { "type": "integer" }, "on": text, "content": { "type": "array" } } },
    });
    let post = json!({ "id": text, "kind": text, "level": text, "host": text, "employer": text, "sector": text });
    let baseline =
        json!({ "of": text, "services": { "type": "array" }, "offered": { "type": "array" } });
    json!({
        "type": "object",
        "required": ["portulan", "version", "territory"],
        "properties": {
            "portulan": { "const": "gouvernance" },
            "version": { "const": 1 },
            "territory": text,
            "organisations": list(&["slug", "name", "territory"], organisation),
            "places": list(&["id", "slug", "name", "external"], place),
            "schemes": list(&["slug", "name", "kind", "level"], scheme),
            "clusters": list(&["slug", "name"], cluster),
            "sectors": list(&["slug", "name", "of"], sector),
            "bodies": list(&["slug", "name", "seat"], body),
            "members": list(&["body", "organisation"], member),
            "committees": list(&["id", "body", "kind", "name"], committee),
            "meetings": list(&["id", "body", "title", "state"], meeting),
            "decisions": list(&["decision", "on", "title"], decision),
            "roadmaps": list(&["slug", "body", "title", "version"], roadmap),
            "posts": list(&["id", "kind", "level", "host", "employer"], post),
            "baselines": list(&["of", "services", "offered"], baseline),
        },
    })
}
