//! What people propose without an account or with one: a correction of a place, or a place that is missing, and what
//! becomes of it.
//!
//! A proposal moves from state to state by functions that consume it: each says which states it may leave, and leaves a
//! step with its instant and its author. Values were checked before they came here; words are plain text.

mod erasure;
mod lists;
mod parts;
mod prose;

use chrono::{DateTime, Days, NaiveDate, TimeDelta, Utc};
use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::census::Body;
use crate::codes::CommuneCode;
use crate::ids::{CensusId, PersonId, PlaceId, ProposalId};
use crate::journal::Author;
use crate::lists::{Service, ValueSet};
use crate::people::Email;
use crate::places::Address;

pub use lists::{CheckItem, RefusalReason, Tie, Wrong};
pub use parts::{By, Check, Comment, Exchange, Motive, Step, Taken};
pub(crate) use prose::is_shown;
pub use prose::{Prose, TooLong};

/// What a proposal is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum About {
    /// A place that is known.
    Place {
        /// Which.
        place: PlaceId,
        /// What is wrong with it.
        wrong: Vec<Wrong>,
    },
    /// A place that is missing.
    NewPlace {
        /// Who proposes it.
        tie: Tie,
    },
}

/// The values that are proposed; nothing where nothing was said.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Wanted {
    /// Name.
    pub name: Option<String>,
    /// Address, its commune resolved.
    pub address: Option<Address>,
    /// Services.
    pub services: ValueSet<Service>,
    /// Hours as an OSM string, where they could be read.
    pub hours: Option<String>,
    /// Hours as they were written, where they could not.
    pub hours_text: Option<String>,
    /// International number.
    pub phone: Option<String>,
    /// Public e-mail address of the place.
    pub email: Option<String>,
    /// Site.
    pub website: Option<String>,
}

/// Where a proposal is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "state")]
pub enum State {
    /// Its address is not proven yet: nobody examines it.
    Unproven,
    /// It waits to be examined.
    Waiting,
    /// Something was asked of whoever proposed.
    AskedBack {
        /// What.
        question: String,
    },
    /// They answered.
    Answered {
        /// What was asked.
        question: String,
        /// What they said.
        answer: String,
    },
    /// A new place that is published on a day to come.
    Agreed {
        /// The day.
        on: NaiveDate,
        /// Slugs of the networks that it joins.
        networks: Vec<crate::ids::Slug>,
        /// The decision.
        motive: Motive,
    },
    /// Taken, all or in part.
    Accepted {
        /// The place that it changed or made.
        place: PlaceId,
        /// What was taken.
        taken: Taken,
        /// The decision.
        motive: Motive,
    },
    /// Not taken.
    Refused {
        /// Why, among reasons known.
        reason: RefusalReason,
        /// The decision.
        motive: Motive,
    },
    /// The place was known already.
    Merged {
        /// Which.
        place: PlaceId,
        /// The decision.
        motive: Motive,
    },
}

impl State {
    /// The words of all states.
    pub const WORDS: [&str; 8] = [
        "a-prouver",
        "en-attente",
        "question",
        "repondue",
        "a-publier",
        "acceptee",
        "refusee",
        "connue",
    ];

    /// The word of addresses and of storage.
    #[must_use]
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Unproven => "a-prouver",
            Self::Waiting => "en-attente",
            Self::AskedBack { .. } => "question",
            Self::Answered { .. } => "repondue",
            Self::Agreed { .. } => "a-publier",
            Self::Accepted { .. } => "acceptee",
            Self::Refused { .. } => "refusee",
            Self::Merged { .. } => "connue",
        }
    }

    /// Whether it waits for a decision.
    #[must_use]
    pub const fn is_open(&self) -> bool {
        matches!(
            self,
            Self::Waiting | Self::AskedBack { .. } | Self::Answered { .. }
        )
    }

    /// The decision, once it is made.
    #[must_use]
    pub const fn motive(&self) -> Option<&Motive> {
        match self {
            Self::Agreed { motive, .. }
            | Self::Accepted { motive, .. }
            | Self::Refused { motive, .. }
            | Self::Merged { motive, .. } => Some(motive),
            Self::Unproven | Self::Waiting | Self::AskedBack { .. } | Self::Answered { .. } => None,
        }
    }
}

/// The census in which the town hall of the commune proposed something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfCensus {
    /// Which.
    pub census: CensusId,
    /// Whose town hall.
    pub commune: CommuneCode,
    /// The kind of body that it says the place is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub body: Option<Body>,
}

/// A proposal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proposal {
    /// For ever.
    pub id: ProposalId,
    /// What it is about.
    pub about: About,
    /// The place as it was called then.
    pub name: String,
    /// Its commune, when known.
    pub commune: Option<CommuneCode>,
    /// Values proposed.
    pub wanted: Wanted,
    /// In the words of whoever proposes.
    pub words: Option<Prose>,
    /// The language they are answered in.
    pub lang: String,
    /// Where they are told; erased some time after the decision.
    pub contact: Option<Email>,
    /// Their account, where they have one.
    pub by: Option<PersonId>,
    /// The census in which it was said; nothing where nobody asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub of_census: Option<OfCensus>,
    /// When it came.
    pub created: DateTime<Utc>,
    /// Where it is.
    pub state: State,
    /// Questions that were answered before what the state holds, the first first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub exchanges: Vec<Exchange>,
    /// How it came there, the first first.
    pub steps: Vec<Step>,
    /// Who examines it.
    pub assigned: Option<Author>,
    /// Words between those who instruct.
    pub comments: Vec<Comment>,
    /// What was examined.
    pub checks: Vec<Check>,
}

/// A step that this state does not allow: somebody else came first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("a proposal that is {0} does not allow this")]
pub struct NotNow(pub &'static str);

/// What a missing place is called once its name is erased.
const NAMELESS: &str = "—";

impl Proposal {
    /// How long the contact, and what was written, are kept once the proposal is decided.
    pub const CONTACT_KEPT: Days = Days::new(30);
    /// How long the contact of a proposal that nobody decides is kept.
    pub const OPEN_CONTACT_KEPT: Days = Days::new(365);
    /// How long a proposal waits for its address to be proven.
    pub const PROOF_AWAITED: TimeDelta = TimeDelta::days(7);

    /// The place that it is about, when it is known.
    #[must_use]
    pub const fn place(&self) -> Option<PlaceId> {
        match &self.about {
            About::Place { place, .. } => Some(*place),
            About::NewPlace { .. } => None,
        }
    }

    /// When it entered the queue.
    #[must_use]
    pub fn entered(&self) -> Option<DateTime<Utc>> {
        let waiting = State::Waiting.word();
        let step = self.steps.iter().find(|step| step.to == waiting);
        step.map(|step| step.at)
    }

    /// When it was decided; not yet, while its place waits for the day of its publication.
    #[must_use]
    pub fn decided(&self) -> Option<DateTime<Utc>> {
        let waits = matches!(self.state, State::Agreed { .. });
        let motive = self.state.motive().filter(|_motive| !waits);
        motive.map(|motive| motive.at)
    }

    /// Whether something of it has served and is there still: the proposal was decided and those who proposed had time
    /// to look, or it is open and nobody decided for so long that it will not be.
    #[must_use]
    pub fn has_served(&self, now: DateTime<Utc>) -> bool {
        let end = match self.decided() {
            Some(at) => at.checked_add_days(Self::CONTACT_KEPT),
            None if self.state.is_open() => self.created.checked_add_days(Self::OPEN_CONTACT_KEPT),
            None => None,
        };
        end.is_some_and(|end| end <= now) && self.clone().served() != *self
    }

    /// What is left of it once it has served: no contact; decided, no word of anybody besides the decision.
    #[must_use]
    pub fn served(mut self) -> Self {
        self.contact = None;
        if self.decided().is_some() {
            self.words = None;
            self.exchanges.clear();
            self.comments.clear();
        }
        self
    }

    /// Whether nobody proved the address in time: all of it is forgotten then.
    #[must_use]
    pub fn is_forgotten(&self, now: DateTime<Utc>) -> bool {
        self.state == State::Unproven && now - self.created >= Self::PROOF_AWAITED
    }

    /// The address is proven: the proposal enters the queue.
    pub fn prove(self, at: DateTime<Utc>) -> Result<Self, NotNow> {
        let from = matches!(self.state, State::Unproven);
        self.step(from, State::Waiting, By::Proposer, at)
    }

    /// Something is asked of whoever proposed.
    pub fn ask(self, question: String, by: Author, at: DateTime<Utc>) -> Result<Self, NotNow> {
        let from =
            matches!(self.state, State::Waiting | State::Answered { .. }) && self.contact.is_some();
        self.step(from, State::AskedBack { question }, By::Desk(by), at)
    }

    /// They answer.
    pub fn answer(mut self, answer: String, at: DateTime<Utc>) -> Result<Self, NotNow> {
        match std::mem::replace(&mut self.state, State::Waiting) {
            State::AskedBack { question } => {
                let state = State::Answered { question, answer };
                self.step(true, state, By::Proposer, at)
            }
            other => Err(NotNow(other.word())),
        }
    }

    /// All or a part of it is taken.
    pub fn accept(self, place: PlaceId, taken: Taken, motive: Motive) -> Result<Self, NotNow> {
        let from = self.state.is_open() || matches!(self.state, State::Agreed { .. });
        let (by, at) = (By::Desk(motive.by.clone()), motive.at);
        let state = State::Accepted {
            place,
            taken,
            motive,
        };
        self.step(from, state, by, at)
    }

    /// The place will be published on a day to come.
    pub fn agree(
        self,
        on: NaiveDate,
        networks: Vec<crate::ids::Slug>,
        motive: Motive,
    ) -> Result<Self, NotNow> {
        let from = self.state.is_open() && self.place().is_none();
        let (by, at) = (By::Desk(motive.by.clone()), motive.at);
        let state = State::Agreed {
            on,
            networks,
            motive,
        };
        self.step(from, state, by, at)
    }

    /// It is not taken.
    ///
    /// Of one that is about persons, or insults, nothing that was typed is kept.
    pub fn refuse(self, reason: RefusalReason, motive: Motive) -> Result<Self, NotNow> {
        let (by, at) = (By::Desk(motive.by.clone()), motive.at);
        let from = self.state.is_open();
        let mut refused = self.step(from, State::Refused { reason, motive }, by, at)?;
        if reason == RefusalReason::Improper {
            refused.words = None;
            refused.exchanges.clear();
            refused.wanted = Wanted::default();
            if refused.place().is_none() {
                NAMELESS.clone_into(&mut refused.name);
            }
        }
        Ok(refused)
    }

    /// The place was known already.
    pub fn merge(self, place: PlaceId, motive: Motive) -> Result<Self, NotNow> {
        let (by, at) = (By::Desk(motive.by.clone()), motive.at);
        let from = self.state.is_open() && self.place().is_none();
        self.step(from, State::Merged { place, motive }, by, at)
    }

    fn step(
        mut self,
        allowed: bool,
        state: State,
        by: By,
        at: DateTime<Utc>,
    ) -> Result<Self, NotNow> {
        if !allowed {
            return Err(NotNow(self.state.word()));
        }
        let to = state.word().to_owned();
        self.steps.push(Step { to, by, at });
        if let State::Answered { question, answer } = std::mem::replace(&mut self.state, state) {
            self.exchanges.push(Exchange { question, answer });
        }
        Ok(self)
    }
}

#[cfg(test)]
mod tests;
