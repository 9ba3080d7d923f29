//! Governing bodies: founded by the level on which they stand, changed by those who lead them, joined by organisations.
//!
//! A body, its memberships and its files are reached through the node of a capability: the id of a membership or of a file
//! of another body opens nothing. What somebody decides of a membership is weighed against what it is in the transaction
//! that writes it: two who decide at the same time decide once.

mod change;
mod create;
mod files;
mod follow_up;
mod founding;
mod members;
mod referents;
mod seen;

use portulan_model::governance::{AlreadyThere, FileError, MemberError};
use portulan_model::journal::{Deed, Entry};
use portulan_model::{Seat, Slug};
use portulan_policy::{Action, Actor, Capability, Node};
use portulan_store::{Kept, StoreError, Write};
use thiserror::Error;

use crate::import::author;
use crate::{App, Error};

pub use crate::census::today;
pub use change::change;
pub use create::{Founded, create};
pub use files::{Upload, read as read_file};
pub(crate) use files::{checked as checked_file, told as file_told};
pub use follow_up::{Note, NoteField, follow_up, write_follow_up};
pub use founding::{
    add_document, add_referent, end, end_referent, read as founded, remove_document,
};
pub use members::{Step, apply, leave, relieve, seat_by_right, step};
pub use referents::{name, names, unname};
pub use seen::{Mine, find, known, members, memberships_of, mine};

/// Why something is not done in a body.
#[derive(Debug, Error)]
pub enum BodyError {
    /// The membership does not allow it.
    #[error(transparent)]
    Member(#[from] MemberError),
    /// The organisation is a candidate or a member already.
    #[error(transparent)]
    There(#[from] AlreadyThere),
    /// Somebody decided otherwise meanwhile.
    #[error("it is no longer what it was")]
    Moved,
    /// The file is not taken.
    #[error(transparent)]
    File(#[from] FileError),
    /// No such decision was taken by the body.
    #[error("{0} is no decision of this body")]
    NoDecision(String),
    /// No such organisation is known.
    #[error("{0} is no organisation that is known")]
    NoOrganisation(Slug),
    /// The body exists no more.
    #[error("the body is over")]
    Over,
    /// The last day comes before the first.
    #[error("it would end before it begins")]
    Backwards,
    /// Anything else.
    #[error(transparent)]
    Other(#[from] Error),
}

impl From<StoreError> for BodyError {
    fn from(error: StoreError) -> Self {
        Self::Other(error.into())
    }
}

/// Refuses a body that is not the one of the capability: knowing its address proves nothing.
pub(crate) fn own<A: Action>(capability: &Capability<A>, body: &Slug) -> Result<(), Error> {
    let node = capability.node();
    let own = *node == Node::Body(body.clone()) || *node == Node::Installation;
    own.then_some(()).ok_or_else(|| missing(body))
}

/// Refuses a seat that is not the one of the capability.
fn founds<A: Action>(capability: &Capability<A>, seat: &Seat) -> Result<(), Error> {
    let node = capability.node();
    let own = *node == Node::from(seat) || *node == Node::Installation;
    own.then_some(())
        .ok_or_else(|| Error::NotFound(seat.to_string()))
}

pub(crate) fn missing(body: &Slug) -> Error {
    Error::NotFound(Node::Body(body.clone()).to_string())
}

/// What is written in the journal of a body.
pub(crate) struct Told<'a> {
    pub(crate) body: &'a Slug,
    pub(crate) deed: Deed,
    pub(crate) reason: String,
    pub(crate) before: Option<String>,
    pub(crate) after: Option<String>,
}

pub(crate) fn entry(app: &App, actor: &Actor, told: Told<'_>) -> Entry {
    Entry {
        at: app.now(),
        author: author(actor),
        behalf: None,
        subject: None,
        object: Node::Body(told.body.clone()).to_string(),
        deed: told.deed,
        reason: told.reason,
        request: format!("gouvernance-{}", app.now().timestamp_millis()),
        before: told.before,
        after: told.after,
    }
}

/// Writes what became of a record of a body, with its line of journal, and lets everybody see it.
pub(crate) async fn changed<T: Kept + serde::Serialize>(
    app: &App,
    actor: &Actor,
    mut write: Write,
    (body, reason): (&Slug, String),
    (before, after): (&T, &T),
) -> Result<(), Error> {
    let told = Told {
        body,
        deed: Deed::Updated,
        reason,
        before: json(before),
        after: json(after),
    };
    let line = entry(app, actor, told);
    write.change_kept(after, &line).await?;
    write.commit().await?;
    app.refresh().await?;
    Ok(())
}

pub(crate) fn json<T: serde::Serialize>(record: &T) -> Option<String> {
    serde_json::to_string(record).ok()
}
