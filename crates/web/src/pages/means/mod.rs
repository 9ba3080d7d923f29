//! Means: what organisations ask for, with whom, and out of which money.

mod envelopes;

use crate::routes::Routes;

/// All of it.
pub(super) fn routes() -> Routes {
    envelopes::routes()
}
