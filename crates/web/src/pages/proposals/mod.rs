//! What anybody may propose, without an account: an error on a place, a place that is missing; and what becomes of it, at
//! a private address.
//!
//! Forms are complete without scripts. What is wrong is said beside each field and what was typed stays. A form carries a
//! secret drawn for it, so that sending it twice is sending it once, and a field that only programs fill.

mod follow;
mod form;
mod missing;
mod report;

use axum::Router;
use axum::routing::get;

use super::addresses;
use crate::auth::guarded;
use crate::state::AppState;

pub(super) use follow::prose;

/// The forms and the private addresses: of this site alone, and kept by no cache.
pub(super) fn router() -> Router<AppState> {
    guarded(
        Router::new()
            .route(
                "/lieux/{slug}/signaler",
                get(report::blank).post(report::send),
            )
            .route(addresses::PROPOSE, get(missing::blank).post(missing::send))
            .route("/propositions/merci", get(follow::thanks))
            .route("/propositions/courriel", get(follow::mailed))
            .route("/propositions/{link}", get(follow::show).post(follow::act))
            .route(
                "/propositions/suivre/{link}",
                get(follow::show_mailed).post(follow::act_mailed),
            ),
    )
}
