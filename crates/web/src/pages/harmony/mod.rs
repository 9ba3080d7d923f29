//! `/harmonisation/<kind>-<slug>`: what a scheme, a cluster or a body has to settle with what is above and beside it, each
//! with its next step. The source document obliges them to; `levels` looks, this page tells.
//!
//! It is for those who coordinate: what is missing is nobody else's business.

mod lines;
mod show;

use portulan_policy::NodeKind;
use portulan_policy::actions::SeeGaps;

use crate::routes::{Needs, Routes};

/// The page.
pub(super) fn routes() -> Routes {
    let kinds = &[NodeKind::Scheme, NodeKind::Cluster, NodeKind::Body];
    Routes::default()
        .get(
            "/harmonisation/{node}",
            Needs::right::<SeeGaps>(kinds),
            show::show,
        )
        .guarded()
}
