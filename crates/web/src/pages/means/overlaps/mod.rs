//! `/espace/gouvernances/<slug>/recouvrements`: what is planned, asked for or held twice on the ground of a body, for those who
//! co-ordinate it; a pair is set aside with a reason, and taken up again.
//!
//! What whoever looks may not read is not compared for them: see [`portulan_app::means::overlaps`].

pub(in crate::pages) mod beside;
mod list;
mod map;
mod settle;
mod told;

use portulan_app::rights;
use portulan_model::Slug;
use portulan_model::governance::Body;
use portulan_policy::actions::SettleOverlaps;
use portulan_policy::{Capability, NodeKind};

use super::TAB;
use crate::auth::{Desk, Refused};
use crate::pages::addresses;
use crate::routes::{Needs, Routes};

/// The part of the desk of a body.
pub(in crate::pages) const PART: &str = "recouvrements";
/// The parameters that name the two records of a pair.
const ONE: &str = "un";
const OTHER: &str = "autre";

/// All of it.
pub(super) fn routes() -> Routes {
    let settle = Needs::right::<SettleOverlaps>(&[NodeKind::Body]);
    let at = |end: &str| format!("/espace/gouvernances/{{slug}}/recouvrements{end}");
    Routes::default()
        .get(&at(""), settle, list::show)
        .get(&at("/ecarter"), settle, settle::ask)
        .post(&at("/ecarter"), settle, settle::dismiss)
        .post(&at("/rouvrir"), settle, settle::reopen)
        .guarded()
}

/// The right to see and settle what overlaps on the ground of a body.
pub(in crate::pages) fn may(
    desk: &Desk,
    body: &Body,
) -> Result<Capability<SettleOverlaps>, Refused> {
    desk.may_on(rights::body(&desk.visit.directory, body))
}

/// The list of a body, or one of its parts.
fn at(body: &Slug, end: &str) -> String {
    addresses::body_desk(body, &format!("{PART}{end}"))
}

/// The ways back: the body, then its list where a page is under it.
fn crumbs(desk: &Desk, body: &Body, under: bool) -> Vec<(String, String)> {
    let link = |address: &str| desk.visit.link(address);
    let mut crumbs = vec![(
        link(&addresses::body_desk(&body.slug, "")),
        body.name.clone(),
    )];
    if under {
        crumbs.push((link(&at(&body.slug, "")), desk.words().get("recouv-title")));
    }
    crumbs
}
