//! Calls for applications that a body follows: written, published, answered elsewhere; and what those concerned prepare.
//!
//! A call is reached through the body of the capability, or through its own public page: the address of a call of another
//! body leads to nothing. Positions are read by the members of that body and by the levels above it. Everybody reads how
//! many, from the directory, where enough of them hold one.

mod news;
mod note;
mod positions;
mod proofs;
mod remind;
mod timetable;
mod write;

use chrono::{DateTime, Utc};
use portulan_model::governance::{FileError, WrittenMeanwhile};
use portulan_model::journal::{Deed, Entry};
use portulan_model::means::calls::{Call, CallError, CallFile};
use portulan_model::people::Organisation;
use portulan_model::proposals::TooLong;
use portulan_model::{Area, Slug};
use portulan_policy::actions::ReadCalls;
use portulan_policy::{Actor, Capability, Node};
use portulan_store::{Governs, StoreError, Write};
use thiserror::Error;

use crate::import::author;
use crate::roadmaps::body_of;
use crate::{App, Directory, Error, KnownCall, areas};

pub(super) use crate::roadmaps::organisation_of;
pub use news::tell_due;
pub use note::save as save_note;
pub use positions::{Said, asked, own, take};
pub use proofs::{attach, read_file};
pub(crate) use remind::Looked;
pub use remind::remind_due;
pub use timetable::{Planned, add_step, remove_step, settle_step};
pub use write::{answer, archive, create, publish, write};

/// Why something is not done with a call.
#[derive(Debug, Error)]
pub enum MeansError {
    /// How far the call is does not allow it.
    #[error(transparent)]
    Call(#[from] CallError),
    /// The file is not taken.
    #[error(transparent)]
    File(#[from] FileError),
    /// One may prepare an answer no more, or not yet.
    #[error("the call is not ahead")]
    NotAhead,
    /// The call is not for such an organisation.
    #[error("{0} is not concerned by the call")]
    NotConcerned(Slug),
    /// The form of a call that is held here was not opened.
    #[error("the form of the call was not opened")]
    NoForm,
    /// The timetable is full.
    #[error("the timetable has {} steps already", CallFile::MOST_STEPS)]
    Full,
    /// No such organisation is known.
    #[error("{0} is no organisation that is known")]
    NoOrganisation(Slug),
    /// Somebody saved another text meanwhile.
    #[error(transparent)]
    Meanwhile(#[from] Box<WrittenMeanwhile>),
    /// The text is longer than what is taken.
    #[error(transparent)]
    Long(#[from] TooLong),
    /// Anything else.
    #[error(transparent)]
    Other(#[from] Error),
}

impl From<StoreError> for MeansError {
    fn from(error: StoreError) -> Self {
        Self::Other(error.into())
    }
}

/// A call with what its body prepares.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Prepared {
    /// The call.
    pub call: Call,
    /// What those concerned prepare.
    pub file: CallFile,
}

/// A call that everybody may read.
#[must_use]
pub fn known<'a>(directory: &'a Directory, slug: &Slug) -> Option<&'a KnownCall> {
    let mut all = directory.published.calls.iter();
    all.find(|one| one.call.slug == *slug)
}

/// Calls that one may still answer and that concern an area; one that says no area concerns all.
pub fn ahead<'a>(
    directory: &'a Directory,
    area: &'a Area,
    at: DateTime<Utc>,
) -> impl Iterator<Item = &'a KnownCall> {
    let all = directory.published.calls.iter();
    all.filter(move |one| one.call.is_ahead(at) && meets(&one.call, area))
}

/// Whether a call concerns some of an area.
#[must_use]
pub fn meets(call: &Call, area: &Area) -> bool {
    let theirs = &call.terms.area;
    theirs.is_empty() || theirs.meets(area)
}

/// What keeps an organisation out of a call.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Barrier {
    /// It works elsewhere.
    Area,
    /// It is of another kind.
    Kind,
    /// It is of no scheme that is asked for.
    Scheme,
}

/// Whether an organisation is concerned by a call: by where it works, by what it is, by its schemes.
#[must_use]
pub fn concerns(directory: &Directory, call: &Call, organisation: &Organisation) -> bool {
    barriers(directory, call, organisation).is_empty()
}

/// All that keeps an organisation out of a call: told before anything is filled in.
#[must_use]
pub fn barriers(directory: &Directory, call: &Call, organisation: &Organisation) -> Vec<Barrier> {
    let area = if organisation.area.is_empty() {
        areas::of_key(&directory.reference, &organisation.territory)
    } else {
        organisation.area.clone()
    };
    let schemes = directory.levels.world().schemes.iter();
    let theirs = schemes.filter(|scheme| {
        let mut all = scheme.organisations();
        all.any(|one| *one == organisation.slug)
    });
    let audience = &call.terms.audience;
    let barriers = [
        (!meets(call, &area)).then_some(Barrier::Area),
        (!audience.holds_kind(organisation.kind)).then_some(Barrier::Kind),
        (!audience.holds_schemes(theirs.map(|scheme| &scheme.slug))).then_some(Barrier::Scheme),
    ];
    barriers.into_iter().flatten().collect()
}

/// All calls that a body follows, those that close first first.
pub async fn of_body(app: &App, may: &Capability<ReadCalls>) -> Result<Vec<Call>, Error> {
    let mut all = app.store().kept_of::<Call>(body_of(may)?).await?;
    all.sort_by_key(|one| {
        let closing = one.terms.timeline.closing();
        (closing.is_none(), closing)
    });
    Ok(all)
}

/// A call that a body follows, with what is prepared.
pub async fn read(app: &App, may: &Capability<ReadCalls>, slug: &Slug) -> Result<Prepared, Error> {
    let found = app.store().kept_one::<Call>(slug).await?;
    let call = of(body_of(may)?, slug, found)?;
    let file = app.store().kept_one::<CallFile>(slug).await?;
    let file = file.unwrap_or_else(|| CallFile::empty(slug.clone()));
    Ok(Prepared { call, file })
}

/// Only a call of the body: one of another is not found, whoever knows its address.
pub(super) fn of(body: &Slug, slug: &Slug, found: Option<Call>) -> Result<Call, Error> {
    let own = found.filter(|one| one.followed_by == *body);
    own.ok_or_else(|| missing(slug))
}

pub(super) fn missing(slug: &Slug) -> Error {
    Error::NotFound(format!("appel {slug}"))
}

/// A call of the body of a capability and its file, to be written.
pub(super) async fn opened<A: Governs>(
    app: &App,
    may: &Capability<A>,
    slug: &Slug,
) -> Result<(Write, Prepared), Error> {
    let mut write = app.store().begin_governance(may).await?;
    let found = write.kept_one::<Call>(slug).await?;
    let call = of(body_of(may)?, slug, found)?;
    let file = file_of(&mut write, slug).await?;
    Ok((write, Prepared { call, file }))
}

/// The file of a call, as it is in this transaction; one that came without it has an empty one.
async fn file_of(write: &mut Write, slug: &Slug) -> Result<CallFile, Error> {
    let file = write.kept_one::<CallFile>(slug).await?;
    Ok(file.unwrap_or_else(|| CallFile::empty(slug.clone())))
}

/// Keeps a file, and lets everybody see what they may of it.
async fn filed(
    app: &App,
    mut write: Write,
    file: &CallFile,
    line: &Entry,
) -> Result<(), MeansError> {
    write.put_kept(file, line).await?;
    write.commit().await?;
    app.refresh().await?;
    Ok(())
}

/// What is written in the journal of the body that follows a call.
pub(super) struct Told<'a> {
    pub(super) call: &'a Call,
    pub(super) deed: Deed,
    pub(super) what: &'a str,
    pub(super) before: Option<String>,
    pub(super) after: Option<String>,
}

pub(super) fn entry(app: &App, actor: &Actor, told: Told<'_>) -> Entry {
    Entry {
        at: app.now(),
        author: author(actor),
        behalf: None,
        subject: None,
        object: Node::Body(told.call.followed_by.clone()).to_string(),
        deed: told.deed,
        reason: format!("appel {}: {}", told.call.slug, told.what),
        request: format!("appels-{}", app.now().timestamp_millis()),
        before: told.before,
        after: told.after,
    }
}

pub(super) fn json<T: serde::Serialize>(record: &T) -> Option<String> {
    serde_json::to_string(record).ok()
}
