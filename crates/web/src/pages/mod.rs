//! The pages: complete HTML for every journey, scripts or not.
//!
//! A page is a template beside its handler: the handler reads the directory in memory and prepares words, the template
//! holds loops and ifs only. Words come from `i18n`, addresses from [`addresses`]. Faults become pages in
//! [`error_page`].

mod account;
pub(crate) mod addresses;
pub(crate) mod answer;
mod api_guide;
mod contact;
mod data;
mod day;
mod editing;
mod error;
mod giving;
mod home;
mod legal;
mod links;
mod opening;
mod operator;
pub(crate) mod page;
mod place;
mod poster;
mod proposals;
mod results;
mod schedule;
mod sheet;
mod space;
mod sure;
mod territory;
#[cfg(test)]
mod tests;
pub(crate) mod visit;

use axum::Router;
use axum::http::{StatusCode, header};
use axum::response::IntoResponse;
use axum::routing::get;

pub(crate) use error::error_page;

use crate::assets;
use crate::state::AppState;

/// Every page.
pub(crate) fn router() -> Router<AppState> {
    Router::new()
        .route(addresses::HOME, get(home::show))
        .route(addresses::RESULTS, get(results::show))
        .route(addresses::POINTS, get(results::points::show))
        .route("/lieux/{slug}", get(place::show))
        .route("/fiche/{slug}", get(sheet::show))
        .route("/territoires/{key}", get(territory::show))
        .route("/affiche/{key}", get(poster::show))
        .route(addresses::DATA, get(data::show))
        .route("/donnees/data-inclusion/{file}", get(giving::show))
        .route(addresses::ACCESSIBILITY, get(legal::accessibility))
        .route(addresses::ECODESIGN, get(legal::ecodesign))
        .route(addresses::NOTICES, get(legal::notices))
        .route(addresses::PRIVACY, get(legal::privacy))
        .route(
            "/desabonnement/{token}",
            get(links::unsubscribe).post(links::unsubscribed),
        )
        .route("/jour/{link}", get(day::show).post(day::say))
        .route(crate::api::ROOT, get(api_guide::show))
        .route("/assets/{file}", get(assets::serve))
        .route("/robots.txt", get(robots))
        .merge(account::router())
        .merge(operator::router())
        .merge(proposals::router())
        .merge(space::router())
        .merge(editing::router())
        .fallback(|| async { StatusCode::NOT_FOUND })
}

/// Forms longer than those of the other pages.
pub(crate) fn long_forms() -> Router<AppState> {
    operator::long_forms().merge(editing::long_forms())
}

/// Forms that hold a file.
pub(crate) fn files() -> Router<AppState> {
    operator::files()
}

/// Results and sheets are endless combinations: robots are asked to read places, territories and the data instead.
async fn robots() -> impl IntoResponse {
    let closed = [
        "/aide",
        "/fiche/",
        "/affiche/",
        "/exploitation",
        "/proposer",
        "/propositions",
        "/lieux/*/signaler",
        "/connexion",
        "/espace",
        "/compte",
        "/desabonnement/",
        "/lieux/*/modifier",
        "/jour/",
    ];
    let lines = closed.map(|path| format!("Disallow: {path}\n"));
    let text = format!("User-agent: *\n{}", lines.concat());
    ([(header::CONTENT_TYPE, "text/plain; charset=utf-8")], text)
}
