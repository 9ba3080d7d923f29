//! Roadmaps: what everybody reads (`/feuilles-de-route`), the desk of a body (`/espace/gouvernances/<slug>/feuilles-de-route`)
//! and what its members are asked (`/espace/structures/<slug>/avis`).
//!
//! A roadmap of the desk is reached through its body: the right is asked on the body of the address, and a roadmap of
//! another one is not found. What everybody reads was decided.

mod action;
mod desk;
mod differences;
mod form;
mod lists;
mod objective;
pub(super) mod opinion;
mod outline;
mod overview;
mod pdf;
mod progress;
mod public;
mod reply;
mod sheet;
mod versions;
mod view;
mod words;

pub(super) use pdf::{foot as pdf_foot, made as pdf_day, written as pdf_written};
pub(super) use words::{area as area_words, measure as measure_words};

use portulan_model::Slug;
use portulan_policy::NodeKind;
use portulan_policy::actions::{GiveOpinion, ReadBody, ValidateRoadmap, WriteRoadmap};

use crate::routes::{Needs, Routes};

/// All roadmaps that were decided.
pub(crate) const ROADMAPS: &str = "/feuilles-de-route";

/// A roadmap as everybody reads it.
pub(crate) fn address(slug: &Slug) -> String {
    format!("{ROADMAPS}/{slug}")
}

/// The roadmaps of a body, at its desk.
pub(crate) fn desk_address(body: &Slug) -> String {
    format!("/espace/gouvernances/{body}/feuilles-de-route")
}

/// A roadmap at the desk of its body.
fn at_desk(body: &Slug, roadmap: &Slug) -> String {
    format!("{}/{roadmap}", desk_address(body))
}

/// What an organisation is asked about a roadmap.
fn opinion_address(organisation: &Slug, roadmap: &Slug) -> String {
    format!("/espace/structures/{organisation}/avis/{roadmap}")
}

/// All of it.
pub(super) fn routes() -> Routes {
    let one = "/feuilles-de-route/{roadmap}";
    let public = |end: &str| format!("{one}{end}");
    Routes::default()
        .get(ROADMAPS, Needs::Public, public::list)
        .get(one, Needs::Public, public::show)
        .get(&public("/versions/{number}"), Needs::Public, versions::show)
        .get(&public("/differences"), Needs::Public, versions::compare)
        .get(&public("/bilan"), Needs::Public, progress::report)
        .get(&public("/reponse"), Needs::Public, reply::show)
        .get(&public("/actions.csv"), Needs::Public, public::actions)
        .get(&public("/feuille-de-route.pdf"), Needs::Public, pdf::show)
        .merge(desk_routes())
}

fn desk_routes() -> Routes {
    let list = "/espace/gouvernances/{slug}/feuilles-de-route";
    let at = |end: &str| format!("{list}{end}");
    let own = |end: &str| format!("{list}/{{roadmap}}{end}");
    let read = Needs::right::<ReadBody>(&[NodeKind::Body]);
    let write = Needs::right::<WriteRoadmap>(&[NodeKind::Body]);
    let validate = Needs::right::<ValidateRoadmap>(&[NodeKind::Body]);
    let opine = Needs::right::<GiveOpinion>(&[NodeKind::Organisation]);
    Routes::default()
        .get(list, read, desk::list)
        .get(
            "/espace/gouvernances/{slug}/liste-nationale",
            read,
            lists::show,
        )
        .post_long(
            "/espace/gouvernances/{slug}/liste-nationale",
            read,
            lists::read,
        )
        .get(&at("/nouvelle"), write, desk::blank)
        .post_long(&at("/nouvelle"), write, desk::create)
        .get(&own(""), read, overview::show)
        .post(&own(""), write, overview::act)
        .post(&own("/decision"), validate, overview::decide)
        .get(&own("/formulaire-national.csv"), read, overview::national)
        .get(&own("/feuille-de-route.pdf"), read, pdf::draft)
        .get(&own("/presentation"), write, desk::edit)
        .post_long(&own("/presentation"), write, desk::describe)
        .get(&own("/axes"), write, outline::show)
        .post_long(&own("/axes"), write, outline::save)
        .get(&own("/objectifs/{objective}"), write, objective::show)
        .post_long(&own("/objectifs/{objective}"), write, objective::save)
        .get(&own("/actions/{action}"), write, action::show)
        .post_long(&own("/actions/{action}"), write, action::save)
        .get(&own("/avancement/{action}"), write, progress::show)
        .post_long(&own("/avancement/{action}"), write, progress::save)
        .get("/espace/structures/{slug}/avis", opine, opinion::list)
        .get(
            "/espace/structures/{slug}/avis/{asked}",
            opine,
            opinion::show,
        )
        .post(
            "/espace/structures/{slug}/avis/{asked}",
            opine,
            opinion::give,
        )
        .guarded()
}
