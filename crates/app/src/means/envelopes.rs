//! Envelopes: made and changed by those who manage them, promised by those who examine, granted and paid by those who fund.
//!
//! Each of these is a right of its own, and each use case does one thing: the right to promise grants nothing. Whoever wrote
//! a ceiling or a promise does not grant on it, which is weighed again while the envelope is held. A ledger is only added to.

mod manage;
mod seen;
mod spend;

use portulan_model::Slug;
use portulan_model::means::envelopes::{Envelope, Ledger, Refusal as Limit, Unsound};
use portulan_policy::{Action, Capability, Node, Refusal, Target};
use portulan_store::StoreError;
use thiserror::Error;

use crate::{Directory, Error, rights};

pub use manage::{Wish, change, create};
pub use seen::{
    Shared, SharedParts, all, export, find, ledger, may_not_grant, of_body, shared, shared_parts,
};
pub use spend::{Asked, grant, new_form, pay, promise, release, reverse};
pub(crate) use spend::{Weighed, add, weigh_grant};

/// Why something is not done to an envelope.
#[derive(Debug, Error)]
pub enum EnvelopeError {
    /// It could never be kept to.
    #[error(transparent)]
    Unsound(#[from] Unsound),
    /// The envelope refuses: nothing was written.
    #[error(transparent)]
    Refused(#[from] Limit),
    /// The form made another line already: nothing was written.
    #[error("the form made line {0} already")]
    FormUsed(u64),
    /// No such organisation is known.
    #[error("{0} is no organisation that is known")]
    NoOrganisation(Slug),
    /// Anything else.
    #[error(transparent)]
    Other(#[from] Error),
}

impl From<StoreError> for EnvelopeError {
    fn from(error: StoreError) -> Self {
        Self::Other(error.into())
    }
}

impl From<Refusal> for EnvelopeError {
    fn from(refusal: Refusal) -> Self {
        Self::Other(refusal.into())
    }
}

/// An envelope, under its body, under the seat of that body, and under the organisation that brings the money. The members
/// of the body are not above it.
#[must_use]
pub fn target(directory: &Directory, envelope: &Envelope) -> Target {
    use portulan_model::means::envelopes::Funder;
    let node = Node::Envelope(envelope.slug.clone());
    let body = match directory.levels.body(&envelope.body) {
        Some(body) => rights::body(directory, body),
        None => Node::Body(envelope.body.clone()).into(),
    };
    let funder = match &envelope.funder {
        Funder::Organisation(slug) => Some(Node::Organisation(slug.clone())),
        Funder::Outside(_) => None,
    };
    body.of(node).and_under(funder)
}

/// Refuses an envelope that is not the one of the capability: knowing its address proves nothing.
pub(super) fn own<A: Action>(capability: &Capability<A>, envelope: &Slug) -> Result<(), Error> {
    let node = capability.node();
    let own = *node == Node::Envelope(envelope.clone()) || *node == Node::Installation;
    own.then_some(()).ok_or_else(|| missing(envelope))
}

fn missing(envelope: &Slug) -> Error {
    Error::NotFound(Node::Envelope(envelope.clone()).to_string())
}

/// An envelope, its ceilings under the territories of today.
fn of_today(directory: &Directory, envelope: Envelope) -> Envelope {
    envelope.today(|key| directory.reference.of_today(key))
}

/// A ledger under the names of today: whoever was merged into another is read with it, and so is a commune.
pub(super) fn ledger_of_today(directory: &Directory, ledger: Ledger) -> Ledger {
    let leads = |slug: &Slug| {
        let led = directory.organisations.led(slug);
        led.map(|one| one.slug.clone())
    };
    ledger.today(leads, |key| directory.reference.of_today(key))
}
