//! `/espace/recensements`: censuses, for those who conduct them; `/recensement/repondre/<link>`: the side of a town
//! hall, without an account.
//!
//! Each handler of the first begins with a [`crate::auth::Desk`]; what may be seen and done of a census is decided by the
//! rights on the territory that asks. The second is opened by its link alone, and GET changes nothing.

mod answer;
mod areas;
mod form;
mod list;
mod new;
mod progress;
mod town;
mod words;

use portulan_model::{CensusId, CommuneCode};
use portulan_policy::NodeKind;
use portulan_policy::actions::RunCampaign;

use super::addresses::CENSUSES;
use crate::routes::{Needs, Routes};

/// Opens a census.
const NEW: &str = "/espace/recensements/nouveau";

/// The address of a census.
fn address(id: CensusId) -> String {
    format!("{CENSUSES}/{id}")
}

/// The address of a commune of it.
fn town_address(id: CensusId, code: CommuneCode) -> String {
    format!("{CENSUSES}/{id}/{code}")
}

/// All of it.
pub(super) fn routes() -> Routes {
    let (one, town) = (
        "/espace/recensements/{id}",
        "/espace/recensements/{id}/{insee}",
    );
    let list = Needs::somewhere::<RunCampaign>();
    let conduct = Needs::right::<RunCampaign>(&[NodeKind::Territory]);
    let answering = "/recensement/repondre/{link}";
    let desk = Routes::default()
        .get(CENSUSES, list, list::show)
        .get(NEW, list, new::blank)
        .post_long(NEW, list, new::create)
        .get(one, conduct, progress::show)
        .post_long(one, conduct, progress::act)
        .get(town, conduct, town::show)
        .post(town, conduct, town::act)
        .guarded();
    Routes::default()
        .get(answering, Needs::Link, answer::show)
        .post_long(answering, Needs::Link, answer::act)
        .merge(desk)
}
