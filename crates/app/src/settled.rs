//! How schemes, clusters, sectors, baselines and posts are written: whole, in one transaction, and never over what somebody
//! else wrote meanwhile.
//!
//! Who changes a thing says what they had read. Where it has changed since, they are shown what is there now and decide;
//! a form that is sent twice changes once.

use std::convert::Infallible;

use portulan_model::Slug;
use portulan_model::baseline::Baseline;
use portulan_model::clusters::{Cluster, Sector};
use portulan_model::governance::Decision;
use portulan_model::journal::{Deed, Entry};
use portulan_model::means::agreements::Agreement;
use portulan_model::means::envelopes::Envelope;
use portulan_model::means::equipment::Lot;
use portulan_model::means::intentions::Intention;
use portulan_model::posts::{Post, PostFile};
use portulan_model::schemes::Scheme;
use portulan_policy::{Actor, Capability, Node};
use portulan_store::{Governs, Kept};

use crate::editing::conflicts::{Fielded, Weighed, weigh};
use crate::editing::{Change, Outcome};
use crate::import::author;
use crate::{App, Error};

/// Names that are tried for one thing before it is refused.
const TRIES: u32 = 100;

/// What became of a change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Settled<T, R = Infallible> {
    /// It is written.
    Saved(Box<T>),
    /// It was so already.
    Same,
    /// Somebody else changed it meanwhile: this is what is there.
    Moved(Box<T>),
    /// It may not become so.
    Refused(R),
}

/// What a change is of, beside the change itself.
pub(crate) struct Of<'a, T: Kept> {
    /// Under which key it is kept.
    pub(crate) key: &'a T::Key,
    /// What the journal calls it.
    pub(crate) object: &'a Node,
    /// What was read before, where it was.
    pub(crate) before: Option<&'a T>,
}

/// Changes something that is kept; what is not there is not found.
pub(crate) async fn change<T, A, R>(
    app: &App,
    capability: &Capability<A>,
    of: Of<'_, T>,
    with: impl FnOnce(T) -> Result<T, R> + Send,
) -> Result<Settled<T, R>, Error>
where
    T: Kept + Told + Clone + PartialEq,
    A: Governs,
{
    let mut write = app.store().begin_governance(capability).await?;
    let known = write.kept_one::<T>(of.key).await?;
    let known = known.ok_or_else(|| Error::NotFound(of.object.to_string()))?;
    let after = match with(known.clone()) {
        Ok(after) if after == known => return Ok(Settled::Same),
        Ok(after) => after,
        Err(refused) => return Ok(Settled::Refused(refused)),
    };
    if of.before.is_some_and(|before| *before != known) {
        return Ok(Settled::Moved(Box::new(known)));
    }
    let entry = entry(
        app,
        capability.actor(),
        of.object,
        (Some(&known), Some(&after)),
    );
    write.change_kept(&after, &entry).await?;
    write.commit().await?;
    app.refresh().await?;
    Ok(Settled::Saved(Box::new(after)))
}

/// Changes what is known of something field by field: what somebody else changed meanwhile passes, and of what both
/// changed nothing is written over.
pub(crate) async fn revise<T, A>(
    app: &App,
    capability: &Capability<A>,
    (key, object): (&T::Key, &Node),
    change: &Change<T>,
) -> Result<Outcome<T>, Error>
where
    T: Kept + Told + Fielded,
    A: Governs,
{
    let mut write = app.store().begin_governance(capability).await?;
    let theirs = write.kept_one::<T>(key).await?;
    let theirs = theirs.ok_or_else(|| Error::NotFound(object.to_string()))?;
    let (after, changed) = match weigh(&change.fields, &change.before, &theirs, &change.mine) {
        Weighed::Clash(fields) => {
            let theirs = Box::new(theirs);
            return Ok(Outcome::Clash { fields, theirs });
        }
        Weighed::Clear { changed, .. } if changed.is_empty() => return Ok(Outcome::Same),
        Weighed::Clear { record, changed } => (record, changed),
    };
    let both = (Some(&theirs), Some(&*after));
    let entry = entry(app, capability.actor(), object, both);
    write.change_kept(&*after, &entry).await?;
    write.commit().await?;
    app.refresh().await?;
    Ok(Outcome::Saved(changed))
}

/// Adds something under its own key; whether it was not there.
pub(crate) async fn add<T: Kept + Told, A: Governs>(
    app: &App,
    capability: &Capability<A>,
    object: &Node,
    record: &T,
) -> Result<bool, Error> {
    let mut write = app.store().begin_governance(capability).await?;
    let entry = entry(app, capability.actor(), object, (None, Some(record)));
    let added = write.add_kept(record, &entry).await?;
    if added {
        write.commit().await?;
        app.refresh().await?;
    }
    Ok(added)
}

/// The words of addresses under which something new is made.
const RESERVED: [&str; 2] = ["nouveau", "nouvelle"];

/// The names that are tried for something new: its own, then its own with a number.
pub(crate) fn names(base: &Slug) -> impl Iterator<Item = Slug> {
    let base = base.to_string();
    (1..=TRIES).filter_map(move |number| match number {
        1 if RESERVED.contains(&base.as_str()) => None,
        1 => base.parse().ok(),
        _ => format!("{base}-{number}").parse().ok(),
    })
}

/// A line of the journal.
pub(crate) fn entry<T: Told>(
    app: &App,
    actor: &Actor,
    object: &Node,
    (before, after): (Option<&T>, Option<&T>),
) -> Entry {
    Entry {
        at: app.now(),
        author: author(actor),
        behalf: None,
        subject: None,
        object: object.to_string(),
        deed: match (before, after) {
            (None, _) => Deed::Created,
            _ => Deed::Updated,
        },
        reason: String::new(),
        request: format!("{object}-{}", app.now().timestamp_millis()),
        before: before.and_then(T::told),
        after: after.and_then(T::told),
    }
}

/// What the journal keeps of a record. Of what is private it keeps that it changed, and nothing of what it says.
pub(crate) trait Told {
    /// The record as the journal shows it.
    fn told(&self) -> Option<String>;
}

macro_rules! told_whole {
    ($($name:ty)+) => {
        $(impl Told for $name {
            fn told(&self) -> Option<String> {
                serde_json::to_string(self).ok()
            }
        })+
    };
}

told_whole! { Scheme Cluster Sector Post Decision Envelope Agreement Lot }

impl Told for Baseline {
    fn told(&self) -> Option<String> {
        None
    }
}

/// The journal of an organisation is read by the levels above it, and an intention by whom its author chose.
impl Told for Intention {
    fn told(&self) -> Option<String> {
        None
    }
}

impl Told for PostFile {
    fn told(&self) -> Option<String> {
        None
    }
}
