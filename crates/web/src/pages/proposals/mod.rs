//! What anybody may propose, without an account: an error on a place, a place that is missing; and what becomes of it, at
//! a private address.
//!
//! Forms are complete without scripts. What is wrong is said beside each field and what was typed stays. A form carries a
//! secret drawn for it, so that sending it twice is sending it once, and a field that only programs fill.

mod follow;
mod form;
mod missing;
mod report;

use super::addresses;
use crate::routes::{Needs, Routes};

pub(super) use follow::prose;
pub(super) use form::{Answer, Choice, Sent, wrong};
pub(super) use report::CENSUS;

/// The forms and the private addresses: of this site alone, and kept by no cache.
pub(super) fn routes() -> Routes {
    let reporting = "/lieux/{slug}/signaler";
    let (own, mailed) = ("/propositions/{link}", "/propositions/suivre/{link}");
    Routes::default()
        .get(reporting, Needs::Public, report::blank)
        .post(reporting, Needs::Public, report::send)
        .get(addresses::PROPOSE, Needs::Public, missing::blank)
        .post(addresses::PROPOSE, Needs::Public, missing::send)
        .get("/propositions/merci", Needs::Public, follow::thanks)
        .get("/propositions/courriel", Needs::Public, follow::mailed)
        .get(own, Needs::Link, follow::show)
        .post(own, Needs::Link, follow::act)
        .get(mailed, Needs::Link, follow::show_mailed)
        .post(mailed, Needs::Link, follow::act_mailed)
        .guarded()
}
