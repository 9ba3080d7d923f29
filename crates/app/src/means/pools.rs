//! Pools: intentions of several organisations carried as one request.
//!
//! Whoever leads a body proposes them, and so does a member that has a part; each organisation agrees for itself, and leaves.
//! An act has its turn as all writes of governance have, and writes the pool, the intentions that it carries or frees and the
//! line of the journal in one transaction. Organisations are read under the addresses of today: what they agreed to names them as they
//! were called then.

mod acts;
mod followed;
mod held;
mod known;
mod propose;
mod wants;

use portulan_model::Slug;
use portulan_model::journal::{Deed, Entry};
use portulan_model::means::envelopes::BadReference;
use portulan_model::means::pools::{PoolAct, PoolRecord, PoolStage};
use portulan_policy::{Actor, Node};
use portulan_pools::{Refusal, Unsound};
use portulan_store::StoreError;
use thiserror::Error;

use crate::import::author;
use crate::{App, Directory, Error};

pub use acts::{Given, agree, change, leave, may_steer, parting, steers, submit, undo, withdraw};
pub use followed::{Followed, followed, submitted};
pub use held::{Held, Parting};
pub use known::{Advice, conducted, find, of_body, of_organisation, suggest};
pub use propose::{Asked, Wish, chosen, preview, propose, weights};

/// Why something is not done with a pool.
#[derive(Debug, Error)]
pub enum PoolError {
    /// Terms that could never be.
    #[error(transparent)]
    Unsound(#[from] Unsound),
    /// The pool refuses: nothing was written.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// The intention is carried by a pool already.
    #[error("{0} is carried by a pool already")]
    Carried(Slug),
    /// No such intention stands, or it may not be read here.
    #[error("{0} is no intention that stands here")]
    NoIntention(Slug),
    /// None of the intentions is of an organisation for which one speaks.
    #[error("none of the intentions is one's own")]
    NotOwn,
    /// How far the pool is does not allow it.
    #[error("not while it is {}", .0.slug())]
    NotNow(PoolStage),
    /// What a request is called is one line.
    #[error(transparent)]
    BadReference(#[from] BadReference),
    /// Anything else.
    #[error(transparent)]
    Other(#[from] Error),
}

impl From<StoreError> for PoolError {
    fn from(error: StoreError) -> Self {
        Self::Other(error.into())
    }
}

/// An organisation as it is called today.
#[must_use]
pub fn today(directory: &Directory, slug: &Slug) -> Slug {
    let led = directory.organisations.led(slug);
    led.map_or_else(|| slug.clone(), |one| one.slug.clone())
}

fn missing(slug: &Slug) -> Error {
    Error::NotFound(format!("mutualisation {slug}"))
}

/// A line of the journal of the body: what was done, and nothing of what the intentions say, which fewer people may read.
fn entry(
    app: &App,
    actor: &Actor,
    act: PoolAct,
    (before, after): (Option<&PoolRecord>, &PoolRecord),
) -> Entry {
    let told = |record: &PoolRecord| {
        let version = record.acts.last().map(|act| act.version);
        let told = serde_json::json!({ "state": record.stage.slug(), "version": version });
        Some(told.to_string())
    };
    let deed = match before {
        None => Deed::Created,
        Some(_) => Deed::Updated,
    };
    Entry {
        at: app.now(),
        author: author(actor),
        behalf: None,
        subject: None,
        object: Node::Body(after.body.clone()).to_string(),
        deed,
        reason: format!("mutualisation {} : {}", after.slug, act.slug()),
        request: format!("mutualisations-{}", app.now().timestamp_millis()),
        before: before.and_then(told),
        after: told(after),
    }
}
