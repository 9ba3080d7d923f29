//! `/exploitation`: what is done behind the operator's session: sources, runs, duplicates, the story of a place.
//!
//! Each handler begins with a [`crate::auth::Desk`]: whoever holds no session is refused before the rest of the request is
//! read. What a form gets wrong is said beside its fields, and what was typed stays.

mod addresses;
mod differences;
mod gone;
mod messages;
mod pair;
mod place;
pub(super) mod queue;
mod report;
mod run;
mod session;
mod source;
pub(super) mod source_form;
mod sources;
mod state;
mod upload;
pub(super) mod values;

use axum::Router;
use axum::routing::{get, post};

use crate::auth::guarded;
use crate::state::AppState;

/// Pages and short forms.
pub(super) fn router() -> Router<AppState> {
    guarded(
        Router::new()
            .route(addresses::DESK, get(state::show).post(session::leave))
            .route(
                "/exploitation/{link}",
                get(session::door).post(session::enter),
            )
            .route(addresses::SOURCES, get(sources::show))
            .route(addresses::NEW_SOURCE, get(source_form::blank))
            .route("/exploitation/sources/{slug}", get(source::show))
            .route(
                "/exploitation/sources/{slug}/modifier",
                get(source_form::edit),
            )
            .route("/exploitation/sources/{slug}/oublier", post(source::forget))
            .route("/exploitation/sources/{slug}/relever", post(source::fetch))
            .route(addresses::RUNS, get(run::list))
            .route("/exploitation/moissonnages/{id}", get(run::show))
            .route(
                "/exploitation/moissonnages/{id}/accepter",
                post(run::approve),
            )
            .route(
                "/exploitation/moissonnages/{id}/abandonner",
                post(run::abandon),
            )
            .route("/exploitation/moissonnages/{id}/rapport", get(report::show))
            .route(
                "/exploitation/moissonnages/{id}/corrections.csv",
                get(report::corrections),
            )
            .route(
                "/exploitation/moissonnages/{id}/differences",
                get(differences::show),
            )
            .route(addresses::QUEUE, get(queue::show))
            .route(
                "/exploitation/doublons/{a}/{b}",
                get(pair::show).post(pair::decide),
            )
            .route(addresses::GONE, get(gone::show).post(gone::say))
            .route(addresses::MESSAGES, get(messages::list))
            .route("/exploitation/messages/{id}", get(messages::show))
            .route("/exploitation/messages/{id}/html", get(messages::as_html))
            .route(addresses::PLACES, get(place::find))
            .route("/exploitation/lieux/{slug}", get(place::show))
            .route("/exploitation/lieux/{slug}/defaire", post(place::undo))
            .route("/exploitation/lieux/{slug}/separer", post(place::split)),
    )
}

/// Forms that hold a mapping.
pub(super) fn long_forms() -> Router<AppState> {
    guarded(
        Router::new()
            .route(addresses::SOURCES, post(source_form::create))
            .route("/exploitation/sources/{slug}", post(source_form::change)),
    )
}

/// Forms that hold a file.
pub(super) fn files() -> Router<AppState> {
    guarded(
        Router::new()
            .route(
                "/exploitation/sources/{slug}/proposer",
                post(source_form::suggest),
            )
            .route(
                "/exploitation/sources/{slug}/moissonner",
                post(source::harvest),
            ),
    )
}
