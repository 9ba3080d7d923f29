//! Decisions of a body: numbered in the transaction that writes them, followed up until they are done, published on a day.
//!
//! A decision is reached through the body of the capability: the number of one of another body is not found. Its members of
//! that day are bound by it or do not agree with it; whoever does not agree is named to everybody only where it wants to be.
//! What everybody reads changes no more: it is taken back first.

mod write;

use portulan_model::governance::{Decision, DecisionNumber, DecisionRef};
use portulan_model::proposals::Prose;
use portulan_model::{MeetingId, Slug};
use portulan_policy::Capability;
use portulan_policy::actions::ReadBody;
use portulan_store::StoreError;
use thiserror::Error;

use crate::roadmaps::body_of;
use crate::{App, Error};

pub use write::{Changed, agree, change, dissent, done, publish, take, unname};

/// What is written of a decision, its number and its follow-up apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wish {
    /// In one line.
    pub title: String,
    /// In full.
    pub text: Option<Prose>,
    /// Who is bound by it; everybody in the body where nobody is named.
    pub binds: Vec<Slug>,
    /// Who answers for what is to be done, and by when.
    pub follow_up: Option<(Slug, Option<chrono::NaiveDate>)>,
}

/// Why a decision is not written so.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Refused {
    /// The meeting did not take place.
    #[error("the meeting did not take place")]
    NotHeld,
    /// It is no member of the body on the day of the decision.
    #[error("{0} is no member of the body that day")]
    NotAMember(Slug),
    /// No such organisation is known.
    #[error("{0} is no organisation that is known")]
    NoOrganisation(Slug),
    /// Everybody reads it: it is taken back first.
    #[error("everybody reads it")]
    Public,
    /// Nothing is to be done.
    #[error("nothing is to be done")]
    NothingToDo,
    /// The day comes before the decision, or is to come.
    #[error("no such day")]
    Day,
}

/// Why a decision is not written.
#[derive(Debug, Error)]
pub enum DecisionError {
    /// It may not become so.
    #[error(transparent)]
    Refused(#[from] Refused),
    /// Anything else.
    #[error(transparent)]
    Other(#[from] Error),
}

impl From<StoreError> for DecisionError {
    fn from(error: StoreError) -> Self {
        Self::Other(error.into())
    }
}

/// The decisions of a body, the last first.
pub async fn of_body(app: &App, may: &Capability<ReadBody>) -> Result<Vec<Decision>, Error> {
    let mut all = app.store().kept_of::<Decision>(body_of(may)?).await?;
    all.sort_by_key(|one| std::cmp::Reverse((one.on, one.decision.number)));
    Ok(all)
}

/// A decision as its body reads it.
pub async fn read(
    app: &App,
    may: &Capability<ReadBody>,
    number: DecisionNumber,
) -> Result<Decision, Error> {
    let named = DecisionRef {
        body: body_of(may)?.clone(),
        number,
    };
    let found = app.store().kept_one::<Decision>(&named).await?;
    found.ok_or_else(|| Error::NotFound(format!("decision {named}")))
}

/// The decisions of a meeting, in the order of their numbers.
#[must_use]
pub fn of_meeting(all: &[Decision], meeting: MeetingId) -> Vec<&Decision> {
    let mut theirs: Vec<&Decision> = all.iter().filter(|one| one.meeting == meeting).collect();
    theirs.sort_by_key(|one| one.decision.number);
    theirs
}
