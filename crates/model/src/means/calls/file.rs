//! What those concerned by a call prepare together, apart from what everybody reads of it.
//!
//! A step of the internal timetable has an owner; it is done on a day, or not yet. The joint note is a text that several
//! hands write, as minutes are: a save on an older text gives back the one that stands, and nothing is lost.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::positions::Positions;
use crate::governance::{Attachment, Minutes};
use crate::ids::{CallStepId, Slug};

/// A step of the internal timetable.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// For ever.
    pub id: CallStepId,
    /// What is to be done.
    pub what: String,
    /// Which organisation does it.
    pub owner: Slug,
    /// By which day, where one is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<NaiveDate>,
    /// The day on which it was done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub done: Option<NaiveDate>,
}

impl Step {
    /// Whether it should be done by a day, and is not.
    #[must_use]
    pub fn is_late(&self, day: NaiveDate) -> bool {
        self.done.is_none() && self.due.is_some_and(|due| due < day)
    }
}

/// What shows that an answer was sent in time: an acknowledgement, a page that was kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proof {
    /// The file.
    pub file: Attachment,
    /// Whose answer.
    pub organisation: Slug,
    /// When it was put here, by the clock of this installation.
    pub at: DateTime<Utc>,
}

/// A step that is not there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("there is no step {0}")]
pub struct NoSuchStep(pub CallStepId);

/// What those concerned by a call prepare together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CallFile {
    /// Of which call.
    pub call: Slug,
    /// The internal timetable, as it was typed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub steps: Vec<Step>,
    /// The positions that were taken.
    #[serde(default, skip_serializing_if = "Positions::is_empty")]
    pub positions: Positions,
    /// The note that they write together.
    #[serde(default)]
    pub note: Minutes,
    /// Proofs of submission, the first first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub proofs: Vec<Proof>,
}

impl CallFile {
    /// Most steps of a timetable.
    pub const MOST_STEPS: usize = 50;

    /// One in which nothing is written yet.
    #[must_use]
    pub fn empty(call: Slug) -> Self {
        Self {
            call,
            steps: Vec::new(),
            positions: Positions::default(),
            note: Minutes::default(),
            proofs: Vec::new(),
        }
    }

    /// The steps in the order of their days: those of which none is said come last.
    #[must_use]
    pub fn timetable(&self) -> Vec<&Step> {
        let mut steps: Vec<&Step> = self.steps.iter().collect();
        steps.sort_by_key(|one| (one.due.is_none(), one.due));
        steps
    }

    /// A step is done on a day; none: it is to be done again.
    pub fn settle(mut self, id: CallStepId, done: Option<NaiveDate>) -> Result<Self, NoSuchStep> {
        let step = self.steps.iter_mut().find(|one| one.id == id);
        step.ok_or(NoSuchStep(id))?.done = done;
        Ok(self)
    }
}
