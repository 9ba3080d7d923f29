//! The pages: complete HTML for every journey, scripts or not.
//!
//! A page is a template beside its handler: the handler reads the directory in memory and prepares words, the template
//! holds loops and ifs only. Words come from `i18n`, addresses from [`addresses`]. Faults become pages in
//! [`error_page`].

mod account;
pub(crate) mod addresses;
pub(crate) mod answer;
mod api_guide;
mod audience;
mod baselines;
mod bodies;
mod campaigns;
mod census;
mod clusters;
mod contact;
mod data;
mod day;
mod decisions;
mod ecosystem;
mod editing;
mod error;
mod giving;
mod harmony;
mod home;
mod kept;
mod legal;
mod levels;
mod links;
mod markdown;
mod means;
mod meetings;
mod opening;
mod operator;
mod organisations;
pub(crate) mod page;
mod parts;
mod picking;
mod pictures;
mod place;
mod poster;
mod posts;
mod proposals;
mod results;
mod roadmaps;
mod schedule;
mod schemes;
mod sheet;
mod space;
mod sure;
mod territory;
#[cfg(test)]
mod tests;
mod totals;
mod typed;
pub(crate) mod visit;
mod writing;

use axum::http::{StatusCode, header};
use axum::response::IntoResponse;

pub(crate) use error::error_page;
pub(crate) use operator::{Tab, tabs};
pub(crate) use pictures::address as picture_address;
pub(crate) use posts::words::kind_words;

use crate::assets;
use crate::routes::{Needs, Routes};
use crate::security_txt;

/// Every page.
pub(crate) fn routes() -> Routes {
    public()
        .merge(audience::public())
        .merge(ecosystem::routes())
        .merge(totals::routes())
        .merge(harmony::routes())
        .merge(levels::routes())
        .merge(bodies::public())
        .merge(organisations::routes())
        .merge(meetings::public())
        .merge(account::routes())
        .merge(operator::routes())
        .merge(proposals::routes())
        .merge(space::routes())
        .merge(editing::routes())
        .merge(campaigns::routes())
        .merge(bodies::routes())
        .merge(meetings::routes())
        .merge(census::routes())
        .merge(roadmaps::routes())
        .merge(decisions::routes())
        .merge(means::routes())
        .merge(schemes::routes())
        .merge(clusters::routes())
        .merge(posts::routes())
        .merge(baselines::routes())
        .merge(audience::routes())
        .fallback(|| async { StatusCode::NOT_FOUND })
}

fn public() -> Routes {
    let unsubscribe = "/desabonnement/{token}";
    Routes::default()
        .get(addresses::HOME, Needs::Public, home::show)
        .get(addresses::RESULTS, Needs::Public, results::show)
        .get(addresses::POINTS, Needs::Public, results::points::show)
        .get("/lieux/{slug}", Needs::Public, place::show)
        .get("/fiche/{slug}", Needs::Public, sheet::show)
        .get("/territoires/{key}", Needs::Public, territory::show)
        .get("/affiche/{key}", Needs::Public, poster::show)
        .get(addresses::DATA, Needs::Public, data::show)
        .get(
            "/donnees/data-inclusion/{file}",
            Needs::Public,
            giving::show,
        )
        .get(
            addresses::ACCESSIBILITY,
            Needs::Public,
            legal::accessibility,
        )
        .get(addresses::ECODESIGN, Needs::Public, legal::ecodesign)
        .get(addresses::NOTICES, Needs::Public, legal::notices)
        .get(addresses::PRIVACY, Needs::Public, legal::privacy)
        .get(unsubscribe, Needs::Link, links::unsubscribe)
        .post(unsubscribe, Needs::Link, links::unsubscribed)
        .get("/jour/{link}", Needs::Link, day::show)
        .post("/jour/{link}", Needs::Link, day::say)
        .get(crate::api::ROOT, Needs::Public, api_guide::show)
        .get("/assets/{file}", Needs::Public, assets::serve)
        .get("/images/{file}", Needs::Public, pictures::serve)
        .get("/robots.txt", Needs::Public, robots)
        .get(security_txt::PATH, Needs::Public, security_txt::show)
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
        "/lieux/*/visites",
        "/jour/",
        "/confirmer/",
        "/recensement/",
        "/niveaux?",
        "/feuilles-de-route/*/differences",
        "/feuilles-de-route/*/versions/",
    ];
    let lines = closed.map(|path| format!("Disallow: {path}\n"));
    let text = format!("User-agent: *\n{}", lines.concat());
    ([(header::CONTENT_TYPE, "text/plain; charset=utf-8")], text)
}
