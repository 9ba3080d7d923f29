//! Pages, API and operation over HTTP.
//!
//! [`router`] is the whole site behind its layers; [`serve`] listens. Public pages and the API read only the directory
//! in memory; nothing here decides anything that a use case of `portulan-app` could decide.

mod api;
mod assets;
mod atom;
mod auth;
mod browsers;
mod calendar;
mod errors;
mod mail;
mod metrics;
mod middleware;
mod pages;
mod query;
mod routes;
mod security_txt;
mod server;
mod state;

use axum::Router;

pub use mail::Mailer;
pub use security_txt::{NotAContact, SecurityContact};
pub use server::serve;
pub use state::{AppState, Settings};

/// The whole site: pages, API, metrics, behind the layers of every request.
#[expect(
    clippy::needless_pass_by_value,
    reason = "a router holds its state: callers give it away"
)]
pub fn router(state: AppState) -> Router {
    middleware::wrap(routes(), &state)
}

/// Everything that is served, each route with what it needs.
fn routes() -> routes::Routes {
    let api = api::ROUTES.iter().map(|route| route.path);
    pages::routes()
        .nest_public(api::ROOT, api::router(), api)
        .merge(metrics::routes())
}
