//! `/espace/structures/<slug>/equipement`: what an organisation has, by lots, and what is to be renewed each year; and
//! `/espace/lieux/<slug>/equipement`: what is in a place.
//!
//! Lots are read by the people of the organisation and of the place; which envelope paid is told, and how much of the price
//! where the reader has the right over the organisation.

mod form;
mod list;
mod part;
mod place;
pub(super) mod told;

use axum::http::StatusCode;
use portulan_app::rights;
use portulan_model::Slug;
use portulan_model::people::Organisation;
use portulan_policy::actions::{ManageEquipment, ReadEquipment};
use portulan_policy::{Alone, Capability, NodeKind};

use crate::auth::{Desk, Refused, named};
use crate::pages::addresses;
use crate::routes::{Needs, Routes};

/// The tab of the desk.
const TAB: &str = "structures";
/// What a form sends.
type Pairs = Vec<(String, String)>;

/// All of it.
pub(super) fn routes() -> Routes {
    let read = Needs::right::<ReadEquipment>(&[NodeKind::Organisation]);
    let manage = Needs::right::<ManageEquipment>(&[NodeKind::Organisation]);
    let here = Needs::right::<ReadEquipment>(&[NodeKind::Place]);
    let list = "/espace/structures/{slug}/equipement";
    let new = "/espace/structures/{slug}/equipement/nouveau";
    let one = "/espace/structures/{slug}/equipement/{lot}";
    let parted = "/espace/structures/{slug}/equipement/{lot}/partager";
    Routes::default()
        .get(list, read, list::show)
        .get(new, manage, form::blank)
        .post(new, manage, form::create)
        .get(one, manage, form::show)
        .post(one, manage, form::change)
        .get(parted, manage, part::ask)
        .post(parted, manage, part::part)
        .get("/espace/lieux/{slug}/equipement", here, place::show)
        .guarded()
}

/// The organisation of an address, and a right over it.
fn of<A: Alone>(desk: &Desk, slug: &str) -> Result<(Organisation, Capability<A>), Refused> {
    let slug: Slug = named(slug)?;
    let directory = &desk.visit.directory;
    let known = directory.organisations.get(&slug).cloned();
    let organisation = known.ok_or(Refused(StatusCode::NOT_FOUND))?;
    let may = desk.may_on(rights::organisation(directory, &organisation))?;
    Ok((organisation, may))
}

/// The ways back: the inventory of an organisation.
fn crumbs(desk: &Desk, organisation: &Organisation) -> Vec<(String, String)> {
    let list = desk
        .visit
        .link(&addresses::equipment(&organisation.slug, ""));
    let told = [("name", organisation.name.as_str().into())];
    vec![(list, desk.words().with("equip-of", &told))]
}
