//! What becomes of an intention: it is withdrawn, carried in a pool, or becomes a request. Each step consumes what it leaves.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::Intention;
use crate::ids::Slug;
use crate::journal::Author;
use crate::proposals::Prose;

/// Who did it, and when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// The server's instant.
    pub at: DateTime<Utc>,
    /// Who.
    pub by: Author,
}

/// What became of an intention.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "state")]
pub enum State {
    /// It stands.
    #[default]
    Noted,
    /// Its organisation gave it up.
    Withdrawn {
        /// Why, where that was said.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reason: Option<Prose>,
        /// Who and when.
        step: Step,
    },
    /// It is carried with others.
    Pooled {
        /// In which pool.
        pool: Slug,
        /// Who and when.
        step: Step,
    },
    /// Money was asked for it.
    Requested {
        /// By which request.
        request: Slug,
        /// Who and when.
        step: Step,
    },
}

impl State {
    /// The words of storage and lists.
    pub const WORDS: [&str; 4] = ["notee", "retiree", "mutualisee", "demandee"];

    /// The word of storage and lists.
    #[must_use]
    pub const fn word(&self) -> &'static str {
        let [noted, withdrawn, pooled, requested] = Self::WORDS;
        match self {
            Self::Noted => noted,
            Self::Withdrawn { .. } => withdrawn,
            Self::Pooled { .. } => pooled,
            Self::Requested { .. } => requested,
        }
    }
}

/// An intention that stands no more: nothing was changed.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{} stands no more: {}", .0.slug, .0.state.word())]
pub struct Over(pub Box<Intention>);

/// An intention that no pool carries: nothing was changed.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{} is in no such pool: {}", .0.slug, .0.state.word())]
pub struct NotPooled(pub Box<Intention>);

impl Intention {
    /// Its organisation gives it up.
    pub fn withdraw(self, reason: Option<Prose>, step: Step) -> Result<Self, Over> {
        self.become_of(State::Withdrawn { reason, step })
    }

    /// A pool carries it.
    pub fn carry(self, pool: Slug, step: Step) -> Result<Self, Over> {
        self.become_of(State::Pooled { pool, step })
    }

    /// Money is asked for it alone.
    pub fn request(self, request: Slug, step: Step) -> Result<Self, Over> {
        self.become_of(State::Requested { request, step })
    }

    /// A pool that carried it does no more: it is what it was before, to the byte.
    pub fn release(self, from: &Slug) -> Result<Self, NotPooled> {
        match &self.state {
            State::Pooled { pool, .. } if pool == from => Ok(Self {
                state: State::Noted,
                ..self
            }),
            _ => Err(NotPooled(Box::new(self))),
        }
    }

    fn become_of(self, state: State) -> Result<Self, Over> {
        if self.stands() {
            Ok(Self { state, ..self })
        } else {
            Err(Over(Box::new(self)))
        }
    }
}
