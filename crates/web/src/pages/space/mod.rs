//! `/espace/propositions`: what was proposed, for those who examine it.
//!
//! Each handler begins with a [`crate::auth::Desk`]; what may be seen of the list and done on one proposal is decided by
//! the rights on the place or the commune that it is about.

mod act;
mod list;
mod proposal;

use axum::Router;
use axum::routing::get;

use super::addresses;
use crate::auth::guarded;
use crate::state::AppState;

/// The queue, and one proposal.
pub(super) fn router() -> Router<AppState> {
    guarded(
        Router::new()
            .route(addresses::TO_EXAMINE, get(list::show))
            .route(
                "/espace/propositions/{id}",
                get(proposal::show).post(act::act),
            ),
    )
}
