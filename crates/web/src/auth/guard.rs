//! What stands around every route that is not public: forms of this site alone, and nothing kept in caches.

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::Request;
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::middleware::{Next, from_fn, map_response};
use axum::response::{IntoResponse as _, Response};

use crate::errors::{Fault, Typed};
use crate::state::AppState;

/// Largest form that is kept until it is answered, in bytes: the largest short one that is read.
const FORM_BYTES: usize = 64 * 1_024;
/// Shortest text that is given back when a form is refused, in characters: a sentence.
const SHORTEST_PROSE: usize = 20;
/// Most texts that are given back.
const MOST_TEXTS: usize = 20;

/// Guards routes: forms come from this site alone, answers stay out of every cache.
pub(crate) fn guarded(routes: Router<AppState>) -> Router<AppState> {
    routes
        .layer(from_fn(own_forms))
        .layer(map_response(never_kept))
}

/// Takes forms from this site alone: the cookie keeps other sites out, this keeps out other parts of the same one.
async fn own_forms(request: Request, next: Next) -> Response {
    let safe = matches!(*request.method(), Method::GET | Method::HEAD);
    if safe {
        return next.run(request).await;
    }
    if !comes_from_here(request.headers()) {
        return StatusCode::FORBIDDEN.into_response();
    }
    if !is_short_form(request.headers()) {
        return next.run(request).await;
    }
    let (head, body) = request.into_parts();
    let Ok(body) = to_bytes(body, FORM_BYTES).await else {
        return StatusCode::PAYLOAD_TOO_LARGE.into_response();
    };
    let request = Request::from_parts(head, Body::from(body.clone()));
    let mut response = next.run(request).await;
    // Refused for who asks, and for nothing that they wrote.
    if response.extensions().get::<Fault>().is_some() {
        response.extensions_mut().insert(Typed(prose(&body)));
    }
    response
}

/// A form that is small enough to be kept until it is answered.
fn is_short_form(headers: &HeaderMap) -> bool {
    let text = |name| headers.get(name).and_then(|value| value.to_str().ok());
    let length = text(header::CONTENT_LENGTH).and_then(|length| length.parse::<usize>().ok());
    let kind = text(header::CONTENT_TYPE).unwrap_or_default();
    kind.starts_with("application/x-www-form-urlencoded")
        && length.is_none_or(|length| length <= FORM_BYTES)
}

/// What a form holds that somebody wrote as sentences. A password is never given back.
fn prose(form: &[u8]) -> Vec<String> {
    let pairs = url::form_urlencoded::parse(form);
    let told = pairs.filter(|(name, _)| !name.contains("mot_de_passe"));
    let texts = told.map(|(_, value)| value.trim().to_owned());
    let long = texts.filter(|text| {
        text.contains(char::is_whitespace) && text.chars().count() >= SHORTEST_PROSE
    });
    long.take(MOST_TEXTS).collect()
}

/// What the browser says of where a form was; a program that says nothing holds the cookie by other means.
fn comes_from_here(headers: &HeaderMap) -> bool {
    let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    if let Some(site) = text("sec-fetch-site") {
        return matches!(site, "same-origin" | "none");
    }
    let Some(origin) = text("origin") else {
        return true;
    };
    origin.split_once("://").map(|(_, host)| host) == text("host")
}

/// What an operator saw stays out of every cache.
async fn never_kept(mut response: Response) -> Response {
    response
        .headers_mut()
        .insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}
