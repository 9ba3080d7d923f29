//! Calls for applications (*appels à candidatures*), as those who may answer follow them.
//!
//! A call that is held elsewhere has its source, dates of which some are not known, and who is concerned: everybody may
//! read that ([`Call`]). What those concerned prepare together is apart ([`CallFile`]): an internal timetable, one position
//! per organisation, a joint note, proofs of submission. A body follows it, and it is reached through that body alone.

mod file;
mod positions;
mod reminders;
mod timeline;

use std::collections::BTreeSet;

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::areas::Area;
use crate::ids::Slug;
use crate::organisations::OrganisationKind;
use crate::proposals::Prose;
use crate::words::{fields_of, worded};

pub use file::{CallFile, NoSuchStep, Proof, Step};
pub use positions::{Function, NoFunction, Position, Positions, Stance};
pub use reminders::Threshold;
pub use timeline::{Gate, Milestone, Timeline, TimelineError, paris_day};

worded! {
    /// What a call asks for.
    CallKind {
        /// Take part in drafting something.
        TakePart = "participer",
        /// Steer something.
        Steer = "piloter",
        /// Recruit co-ordinators, or extend their posts.
        Coordinators = "coordinateurs",
        /// Propose projects.
        Projects = "projets",
        /// Ask for equipment.
        Equipment = "equipement",
    }
}

worded! {
    /// How far a call is, at an instant.
    Phase {
        /// Nobody but its body knows of it.
        Draft = "brouillon",
        /// It is known, and not open yet.
        Announced = "annonce",
        /// One may answer.
        Open = "ouvert",
        /// One may answer no more.
        Closed = "clos",
        /// Answers are examined.
        UnderReview = "examine",
        /// It was decided.
        Decided = "decide",
        /// It is followed no more.
        Archived = "archive",
    }
}

/// Who holds the call.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Owner {
    /// A body that is known here.
    Body(Slug),
    /// Somebody else, by name: the State, a foundation.
    Outside(String),
}

/// Where one answers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "where")]
pub enum Held {
    /// Elsewhere: nothing is sent from here.
    Elsewhere {
        /// The page where it is published, where one is known.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        source: Option<String>,
    },
    /// Here, on the form of the call.
    Here,
}

impl Held {
    /// The page where it is published, for one that is held elsewhere.
    #[must_use]
    pub fn source(&self) -> Option<&str> {
        match self {
            Self::Elsewhere { source } => source.as_deref(),
            Self::Here => None,
        }
    }

    /// Whether one answers here.
    #[must_use]
    pub const fn is_here(&self) -> bool {
        matches!(self, Self::Here)
    }
}

/// Who is concerned: what is empty keeps nobody out.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Audience {
    /// Which kinds of organisation.
    #[serde(skip_serializing_if = "BTreeSet::is_empty")]
    pub kinds: BTreeSet<OrganisationKind>,
    /// Those of which schemes.
    #[serde(skip_serializing_if = "BTreeSet::is_empty")]
    pub schemes: BTreeSet<Slug>,
}

impl Audience {
    /// Whether such organisations are among them. One whose kind nobody said is: it is told rather than left out.
    #[must_use]
    pub fn holds_kind(&self, kind: Option<OrganisationKind>) -> bool {
        kind.is_none_or(|kind| self.kinds.is_empty() || self.kinds.contains(&kind))
    }

    /// Whether those of some schemes are among them.
    #[must_use]
    pub fn holds_schemes<'a>(&self, mut schemes: impl Iterator<Item = &'a Slug>) -> bool {
        self.schemes.is_empty() || schemes.any(|one| self.schemes.contains(one))
    }
}

/// What a call says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Terms {
    /// Its title.
    pub title: String,
    /// What it asks for.
    pub kind: CallKind,
    /// Who holds it.
    pub owner: Owner,
    /// Where one answers.
    pub held: Held,
    /// Who is concerned.
    #[serde(default)]
    pub audience: Audience,
    /// Where.
    #[serde(default)]
    pub area: Area,
    /// What it is about, and what is to be done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<Prose>,
    /// When.
    #[serde(default)]
    pub timeline: Timeline,
}

fields_of! {
    /// A part of what a call says, that two people may change at once.
    TermsField of Terms {
        Title title = "appel-titre",
        Kind kind = "appel-nature",
        Owner owner = "appel-organisateur",
        Held held = "appel-source",
        Audience audience = "appel-publics",
        Area area = "appel-zone",
        Text text = "appel-texte",
        Timeline timeline = "appel-dates",
    }
}

/// What was changed once one could answer: everybody who began reads it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Amendment {
    /// The day.
    pub on: NaiveDate,
    /// What changed, in words.
    pub what: Prose,
}

/// What somebody asked about a call, and what was answered: everybody reads both, nobody reads who asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answered {
    /// The day of the answer.
    pub on: NaiveDate,
    /// What was asked.
    pub question: Prose,
    /// What was answered.
    pub answer: Prose,
}

/// Where a call is among those that a body follows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "state")]
pub enum CallState {
    /// It is being written.
    Draft,
    /// Everybody may read it.
    Published {
        /// Since which day.
        since: NaiveDate,
    },
    /// It is followed no more. Everybody may still read it.
    Archived {
        /// Since which day everybody could read it.
        since: NaiveDate,
        /// From which day it is followed no more.
        on: NaiveDate,
    },
}

/// A call, as everybody may read it once it is published.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Call {
    /// Readable address, for ever: `/appels/<slug>`.
    pub slug: Slug,
    /// The body that follows it: its members prepare their answer there.
    pub followed_by: Slug,
    /// What it says.
    #[serde(flatten)]
    pub terms: Terms,
    /// What changed since one can answer, first first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub amendments: Vec<Amendment>,
    /// What was asked and answered, first first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub answered: Vec<Answered>,
    /// When what everybody reads of it last changed, whether that had to be told or not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub changed: Option<DateTime<Utc>>,
    /// Where it is.
    pub state: CallState,
}

/// Why something is not done with a call.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum CallError {
    /// How far it is does not allow it.
    #[error("a call that is {} does not allow this", .0.slug())]
    NotNow(Phase),
    /// One may answer already: what changes is said.
    #[error("what changes in a call that is open is told")]
    Unsaid,
    /// The day is before the last step.
    #[error("not before {0}")]
    TooEarly(NaiveDate),
}

impl Call {
    /// A new one, to be written.
    #[must_use]
    pub const fn draft(slug: Slug, followed_by: Slug, terms: Terms) -> Self {
        Self {
            slug,
            followed_by,
            terms,
            amendments: Vec::new(),
            answered: Vec::new(),
            changed: None,
            state: CallState::Draft,
        }
    }

    /// Whether everybody may read it.
    #[must_use]
    pub const fn is_public(&self) -> bool {
        !matches!(self.state, CallState::Draft)
    }

    /// How far it is at an instant.
    #[must_use]
    pub fn phase(&self, at: DateTime<Utc>) -> Phase {
        match self.state {
            CallState::Draft => return Phase::Draft,
            CallState::Archived { .. } => return Phase::Archived,
            CallState::Published { .. } => {}
        }
        let timeline = &self.terms.timeline;
        let day = paris_day(at);
        let passed = |one| timeline.day(one).is_some_and(|on| on <= day);
        match timeline.gate(at) {
            Gate::Before => Phase::Announced,
            Gate::Open => Phase::Open,
            Gate::Closed if passed(Milestone::Decision) => Phase::Decided,
            Gate::Closed if passed(Milestone::Review) => Phase::UnderReview,
            Gate::Soft | Gate::Closed => Phase::Closed,
        }
    }

    /// Whether one may still prepare an answer: it is published, and not closed.
    #[must_use]
    pub fn is_ahead(&self, at: DateTime<Utc>) -> bool {
        matches!(self.phase(at), Phase::Announced | Phase::Open)
    }

    /// What was asked is answered, for everybody. Sent twice, it is there once.
    pub fn answer(mut self, told: Answered, at: DateTime<Utc>) -> Result<Self, CallError> {
        if !matches!(self.state, CallState::Published { .. }) {
            return Err(CallError::NotNow(self.phase(at)));
        }
        let same = |one: &Answered| (&one.question, &one.answer) == (&told.question, &told.answer);
        if !self.answered.iter().any(same) {
            self.answered.push(told);
            self.changed = Some(at);
        }
        Ok(self)
    }

    /// Everybody may read it from a day on.
    pub fn publish(mut self, since: NaiveDate, at: DateTime<Utc>) -> Result<Self, CallError> {
        match self.state {
            CallState::Draft => {
                self.state = CallState::Published { since };
                Ok(self)
            }
            _ => Err(CallError::NotNow(self.phase(at))),
        }
    }

    /// It is followed no more.
    pub fn archive(mut self, on: NaiveDate, at: DateTime<Utc>) -> Result<Self, CallError> {
        match self.state {
            CallState::Published { since } if on < since => Err(CallError::TooEarly(since)),
            CallState::Published { since } => {
                self.state = CallState::Archived { since, on };
                Ok(self)
            }
            _ => Err(CallError::NotNow(self.phase(at))),
        }
    }

    /// Whether what changes in it must be told: everybody could read it, and could answer.
    #[must_use]
    pub fn asks_amendment(&self, at: DateTime<Utc>) -> bool {
        let published = matches!(self.state, CallState::Published { .. });
        published && self.terms.timeline.gate(at) != Gate::Before
    }

    /// Says something else. Once one may answer, what changes is told, on its day, and is never taken back.
    pub fn write(
        mut self,
        terms: Terms,
        amendment: Option<Amendment>,
        at: DateTime<Utc>,
    ) -> Result<Self, CallError> {
        if matches!(self.state, CallState::Archived { .. }) {
            return Err(CallError::NotNow(Phase::Archived));
        }
        if terms == self.terms {
            return Ok(self);
        }
        if self.asks_amendment(at) {
            let told = amendment.ok_or(CallError::Unsaid)?;
            let last = self.amendments.last().map(|one| one.on);
            if let Some(last) = last.filter(|last| told.on < *last) {
                return Err(CallError::TooEarly(last));
            }
            self.amendments.push(told);
        }
        if self.is_public() {
            self.changed = Some(at);
        }
        self.terms = terms;
        Ok(self)
    }
}

#[cfg(test)]
mod tests;
