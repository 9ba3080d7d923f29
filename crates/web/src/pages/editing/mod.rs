//! `/lieux/{slug}/modifier`: those who know a place change what is known of it, part by part, or say that it is still
//! true.
//!
//! A part ([`section::Section`]) fills its form from a record and reads a record from the form; how forms are shown,
//! checked, kept as drafts and saved is the same for all. Each handler begins with a [`crate::auth::Desk`].

mod access;
mod address;
mod answers;
mod blocks;
mod clash;
mod clock;
mod contact;
mod form;
mod hours;
mod lists;
mod networks;
mod organisation;
mod overview;
mod presentation;
mod save;
mod section;
mod sessions;
mod week;

use std::sync::Arc;

use axum::Router;
use axum::http::StatusCode;
use axum::routing::{get, post};
use portulan_app::{Lead, rights};
use portulan_model::Place;
use portulan_policy::{Capability, actions::EditPlace};

use crate::auth::{Desk, Refused, guarded};
use crate::state::AppState;

/// Pages.
pub(super) fn router() -> Router<AppState> {
    guarded(
        Router::new()
            .route("/lieux/{slug}/modifier", get(overview::show))
            .route("/lieux/{slug}/modifier/{section}", get(form::show))
            .route(
                "/espace/structures/nouvelle",
                get(organisation::blank).post(organisation::create),
            )
            .route(
                "/espace/structures/{slug}/modifier",
                get(organisation::edit).post(organisation::change),
            )
            .route(
                "/espace/structures/{slug}/lieux",
                post(organisation::places),
            ),
    )
}

/// Forms: sessions of a whole year, and what was read before, may be long.
pub(super) fn long_forms() -> Router<AppState> {
    guarded(
        Router::new()
            .route("/lieux/{slug}/modifier/{section}", post(save::save))
            .route(
                "/lieux/{slug}/modifier/{section}/confirmer",
                post(save::confirm),
            )
            .route(
                "/lieux/{slug}/modifier/{section}/brouillon",
                post(save::draft),
            ),
    )
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
