//! `/espace/propositions`: what was proposed, for those who examine it.
//!
//! Each handler begins with a [`crate::auth::Desk`]; what may be seen of the list and done on one proposal is decided by
//! the rights on the place or the commune that it is about.

mod act;
mod calls;
mod list;
mod proposal;

use portulan_policy::NodeKind;
use portulan_policy::actions::Instruct;

use super::addresses;
use crate::routes::{Needs, Routes};

/// The queue, and one proposal.
pub(super) fn routes() -> Routes {
    let one = "/espace/propositions/{id}";
    let list = Needs::somewhere::<Instruct>();
    let examine = Needs::right::<Instruct>(&[NodeKind::Territory, NodeKind::Place]);
    Routes::default()
        .get(addresses::TO_EXAMINE, list, list::show)
        .get(one, examine, proposal::show)
        .post(one, examine, act::act)
        .guarded()
        .merge(calls::routes())
}
