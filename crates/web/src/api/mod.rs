//! The API: `/api/v1`. Names and shapes are contracts: they can be extended, not renamed.
//!
//! [`ROUTES`] is the one table of what is served: the router, the OpenAPI document and the readable page are built
//! from it. Everything is read with GET, from the directory in memory; every refusal is a problem document.

mod around;
mod cache;
mod governance;
mod hours;
mod negotiation;
mod openapi;
mod parameters;
mod patterns;
mod place;
mod places;
mod problem;
pub(crate) mod reference;
mod schemas;
mod shape;
mod territories;
#[cfg(test)]
mod tests;

use axum::extract::{RawQuery, Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header};
use axum::middleware::{Next, from_fn};
use axum::response::{IntoResponse, Response};
use axum::routing::{MethodRouter, get};
use axum::{Json, Router};
use portulan_app::Directory;
use serde_json::{Value, json};

pub(crate) use cache::{Answers, Edition};
use negotiation::Format;
use parameters::{Parameter, check, pairs};
pub(crate) use problem::Problem;
pub(crate) use reference::Section;

use crate::state::AppState;

/// Where the API is mounted.
pub(crate) const ROOT: &str = "/api/v1";

/// A route of the API.
pub(crate) struct Route {
    /// Its name: `operationId`, and its messages `api-route-<name>` and `api-route-<name>-about`.
    pub(crate) name: &'static str,
    pub(crate) path: &'static str,
    pub(crate) in_path: Option<Parameter>,
    pub(crate) parameters: &'static [Parameter],
    pub(crate) formats: &'static [Format],
    /// Name of the schema of its JSON answer.
    pub(crate) answer: &'static str,
    pub(crate) example: &'static str,
    handler: fn() -> MethodRouter<AppState>,
}

/// Everything that is served.
pub(crate) const ROUTES: &[Route] = &[
    Route {
        name: "lieux",
        path: "/lieux",
        in_path: None,
        parameters: parameters::SEARCH,
        formats: &Format::ALL,
        answer: "Lieux",
        example: "/lieux?territoire=commune-35238&besoin=acces&limite=20",
        handler: || get(places::list),
    },
    Route {
        name: "lieu",
        path: "/lieux/{id}",
        in_path: Some(parameters::ID),
        parameters: parameters::PLACE,
        formats: &Format::OF_ONE,
        answer: "Lieu",
        example: "/lieux/{slug}",
        handler: || get(place::show),
    },
    Route {
        name: "territoires",
        path: "/territoires",
        in_path: None,
        parameters: parameters::TERRITORIES,
        formats: &[Format::Json],
        answer: "Territoires",
        example: "/territoires?q=st%20malo",
        handler: || get(territories::list),
    },
    Route {
        name: "territoire",
        path: "/territoires/{cle}",
        in_path: Some(parameters::KEY),
        parameters: &[],
        formats: &[Format::Json],
        answer: "Territoire",
        example: "/territoires/commune-35238",
        handler: || get(territories::show),
    },
    Route {
        name: "gouvernance",
        path: "/gouvernance/{cle}",
        in_path: Some(parameters::KEY),
        parameters: &[],
        formats: &[Format::Json],
        answer: "Gouvernance",
        example: "/gouvernance/departement-35",
        handler: || get(governance::show),
    },
    Route {
        name: "horaires",
        path: "/horaires",
        in_path: None,
        parameters: parameters::HOURS,
        formats: &[Format::Json],
        answer: "Horaires",
        example: "/horaires?osm=Mo-Fr%2009:00-17:00&a=2026-11-28T10:00",
        handler: || get(hours::evaluate),
    },
    Route {
        name: "sante",
        path: "/sante",
        in_path: None,
        parameters: &[],
        formats: &[Format::Json],
        answer: "Sante",
        example: "/sante",
        handler: || get(health),
    },
    Route {
        name: "openapi",
        path: "/openapi.json",
        in_path: None,
        parameters: &[],
        formats: &[Format::Json],
        answer: "Document",
        example: "/openapi.json",
        handler: || get(document),
    },
];

/// The routes, to be nested under [`ROOT`].
pub(crate) fn router() -> Router<AppState> {
    let served = ROUTES.iter().fold(Router::new(), |router, route| {
        router.route(route.path, (route.handler)())
    });
    served
        .fallback(|| async { StatusCode::NOT_FOUND })
        .layer(from_fn(open_to_all))
}

/// Public data: any site may read it from a browser, without cookies.
async fn open_to_all(request: Request, next: Next) -> Response {
    let mut response = if request.method() == Method::OPTIONS {
        (
            StatusCode::NO_CONTENT,
            [(header::ALLOW, "GET, HEAD, OPTIONS")],
        )
            .into_response()
    } else {
        next.run(request).await
    };
    let headers = response.headers_mut();
    for (name, value) in [
        (header::ACCESS_CONTROL_ALLOW_ORIGIN, "*"),
        (header::ACCESS_CONTROL_ALLOW_METHODS, "GET, HEAD, OPTIONS"),
        (
            header::ACCESS_CONTROL_ALLOW_HEADERS,
            "accept, if-none-match",
        ),
        (
            header::ACCESS_CONTROL_EXPOSE_HEADERS,
            "etag, link, retry-after, x-request-id",
        ),
        (header::ACCESS_CONTROL_MAX_AGE, "86400"),
        (
            HeaderName::from_static("cross-origin-resource-policy"),
            "cross-origin",
        ),
    ] {
        headers.insert(name, HeaderValue::from_static(value));
    }
    response
}

/// `GET /sante`.
async fn health(
    State(state): State<AppState>,
    RawQuery(raw): RawQuery,
) -> Result<Response, Problem> {
    let directory = state.directory();
    check(&pairs(raw.as_deref()), &[], &directory)?;
    let told = json!({
        "etat": "ok",
        "revision": directory.revision,
        "lieux": directory.snapshot.len(),
    });
    Ok(([(header::CACHE_CONTROL, "no-store")], Json(told)).into_response())
}

/// `GET /openapi.json`.
async fn document(
    State(state): State<AppState>,
    RawQuery(raw): RawQuery,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let directory = state.directory();
    check(&pairs(raw.as_deref()), &[], &directory)?;
    let edition = cache::Edition::new(directory.revision, state.now());
    let unchanged = cache::unchanged(&headers, edition, Format::Json);
    Ok(unchanged
        .unwrap_or_else(|| cache::answer(edition, Format::Json, described(&directory).to_string())))
}

/// The OpenAPI document of a directory: the lists that depend on its data hold what it knows.
pub(crate) fn described(directory: &Directory) -> Value {
    openapi::document(ROUTES, directory)
}
