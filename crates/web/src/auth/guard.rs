//! What stands around every route that is not public: forms of this site alone, and nothing kept in caches.

use axum::Router;
use axum::extract::Request;
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::middleware::{Next, from_fn, map_response};
use axum::response::{IntoResponse as _, Response};

use crate::state::AppState;

/// Guards routes: forms come from this site alone, answers stay out of every cache.
pub(crate) fn guarded(routes: Router<AppState>) -> Router<AppState> {
    routes
        .layer(from_fn(own_forms))
        .layer(map_response(never_kept))
}

/// Takes forms from this site alone: the cookie keeps other sites out, this keeps out other parts of the same one.
async fn own_forms(request: Request, next: Next) -> Response {
    let safe = matches!(*request.method(), Method::GET | Method::HEAD);
    if safe || comes_from_here(request.headers()) {
        next.run(request).await
    } else {
        StatusCode::FORBIDDEN.into_response()
    }
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
