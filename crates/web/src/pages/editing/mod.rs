//! `/lieux/{slug}/modifier`: those who know a place change what is known of it, part by part, or say that it is still
//! true.
//!
//! A part ([`section::Section`]) fills its form from a record and reads a record from the form; how forms are shown,
//! checked, kept as drafts and saved is the same for all. Each handler begins with a [`crate::auth::Desk`].

mod access;
mod address;
pub(in crate::pages) mod answers;
mod blocks;
pub(in crate::pages) mod clash;
mod clock;
mod contact;
mod form;
mod hours;
mod lists;
mod networks;
mod organisation;
mod organisations;
mod overview;
mod pictures;
mod presentation;
mod save;
mod section;
mod sessions;
mod week;

use std::sync::Arc;

use axum::http::StatusCode;
use portulan_app::{Lead, rights};
use portulan_model::Place;
use portulan_policy::actions::{EditOrganisation, EditPlace, ManageOrganisations};
use portulan_policy::{Capability, NodeKind};

use crate::auth::{Desk, Refused};
use crate::pages::addresses;
use crate::routes::{Needs, Routes};

pub(super) use organisation::kind_words;

/// The pictures of a place: a part that holds files.
const PICTURES: &str = "/lieux/{slug}/modifier/images";

/// Pages and forms.
pub(super) fn routes() -> Routes {
    places().merge(of_organisations()).guarded()
}

fn places() -> Routes {
    let part = "/lieux/{slug}/modifier/{section}";
    let edit = Needs::right::<EditPlace>(&[NodeKind::Place]);
    Routes::default()
        .get("/lieux/{slug}/modifier", edit, overview::show)
        .get(part, edit, form::show)
        .get(PICTURES, edit, pictures::show)
        .post_file(PICTURES, edit, pictures::add)
        .post(
            "/lieux/{slug}/modifier/images/retirer",
            edit,
            pictures::remove,
        )
        .post_long(part, edit, save::save)
        .post_long(
            "/lieux/{slug}/modifier/{section}/confirmer",
            edit,
            save::confirm,
        )
        .post_long(
            "/lieux/{slug}/modifier/{section}/brouillon",
            edit,
            save::draft,
        )
}

fn of_organisations() -> Routes {
    let (new, one) = (
        "/espace/structures/nouvelle",
        "/espace/structures/{slug}/modifier",
    );
    let add = Needs::somewhere::<ManageOrganisations>();
    let list = Needs::somewhere::<EditOrganisation>();
    let edit = Needs::right::<EditOrganisation>(&[NodeKind::Organisation]);
    let make = Needs::right::<ManageOrganisations>(&[NodeKind::Territory]);
    let merge = "/espace/structures/{slug}/fusion";
    Routes::default()
        .get(addresses::ORGANISATIONS, list, organisations::show)
        .get(new, add, organisation::blank)
        .post_long(new, add, organisation::create)
        .get(one, edit, organisation::edit)
        .post_long(one, edit, organisation::change)
        .post(
            "/espace/structures/{slug}/lieux",
            make,
            organisation::places,
        )
        .get(merge, make, organisation::merge::show)
        .post_long(merge, make, organisation::merge::merge)
}

/// A place and the right to change it.
struct Editor {
    place: Arc<Place>,
    may: Capability<EditPlace>,
}

/// The place of an address, shown or not; of a place that another one stands for, the one that does.
fn editor(desk: &Desk, slug: &str) -> Result<Editor, Refused> {
    let directory = &desk.visit.directory;
    let place = match directory.lead(slug) {
        Lead::Here(place) | Lead::Moved(place) => place,
        Lead::Gone(gone) => &gone.place,
        Lead::Nowhere => return Err(Refused(StatusCode::NOT_FOUND)),
    };
    let may = desk.may_on::<EditPlace>(rights::place(directory, place))?;
    Ok(Editor {
        place: Arc::clone(place),
        may,
    })
}
