//! A census: which bodies help people with digital matters in each commune of a territory, asked of its town halls by
//! a day.
//!
//! A commune moves from state to state by functions that consume its state: each says which states it may leave.
//! Nothing goes back but by [`State::reopen`]. What a town hall types is kept apart from what was taken of it.

mod answers;
mod bodies;

use std::collections::BTreeMap;

use chrono::{DateTime, Days, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::codes::CommuneCode;
use crate::ids::CensusId;
use crate::journal::Author;
use crate::people::Email;
use crate::territories::TerritoryKey;

pub use answers::{Added, Presence, Response, Taken, What, Word};
pub use bodies::Body;

/// The source of what a town hall said to be right: its word, which is not that of the place.
pub const TOWN_HALL: &str = "mairie";

/// A census.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Census {
    /// For ever.
    pub id: CensusId,
    /// How it is called, on one line.
    pub title: String,
    /// The territory that asks.
    pub territory: TerritoryKey,
    /// The communes that are asked: all of the territory, or some of them. In the order of their codes.
    pub communes: Vec<CommuneCode>,
    /// The bodies that are looked for in each of them.
    pub bodies: Vec<Body>,
    /// The day by which all have answered.
    pub target: NaiveDate,
    /// Who opened it.
    pub by: Author,
    /// When.
    pub created: DateTime<Utc>,
}

impl Census {
    /// Longest title, in characters.
    pub const LONGEST_TITLE: usize = 120;
    /// Most communes: a département has 280 on average, and one person follows them.
    pub const MOST_COMMUNES: usize = 400;
    /// How long links serve after the target day: whoever is a week late is still welcome.
    pub const GRACE: Days = Days::new(7);
    /// How long contacts, and what was typed and never sent, are kept after the target day: about six months, the time
    /// of a second round.
    pub const CONTACT_KEPT: Days = Days::new(180);
    /// How many days before the target day those who did not answer are reminded, the first first.
    pub const REMINDERS: [i64; 2] = [10, 3];

    /// Days until the target day; negative once it has passed.
    #[must_use]
    pub fn days_left(&self, today: NaiveDate) -> i64 {
        (self.target - today).num_days()
    }

    /// Last day on which links serve.
    #[must_use]
    pub fn last_day(&self) -> NaiveDate {
        self.target
            .checked_add_days(Self::GRACE)
            .unwrap_or(self.target)
    }

    /// The day on which contacts are forgotten.
    #[must_use]
    pub fn forgets(&self) -> NaiveDate {
        self.target
            .checked_add_days(Self::CONTACT_KEPT)
            .unwrap_or(self.target)
    }

    /// The reminder that is due on a day to a commune that was asked on another: nothing where it was asked after the
    /// reminder would have been sent.
    #[must_use]
    pub fn reminder(&self, asked: NaiveDate, today: NaiveDate) -> Option<i64> {
        let left = self.days_left(today);
        let mut passed = Self::REMINDERS.iter().rev().copied();
        let due = passed.find(|days| left <= *days)?;
        (left >= 0 && self.days_left(asked) > due).then_some(due)
    }
}

/// The link by which a town hall answers. The last that was made serves, and no other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Ticket(pub u32);

/// Whose word it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Said {
    /// The town hall's, by its link.
    TownHall,
    /// That of whoever conducts the census: they were told by other means.
    Desk(Author),
}

/// Where a commune is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "state")]
pub enum State {
    /// Nobody asked yet.
    ToContact,
    /// Its town hall has a link.
    Asked {
        /// Since when.
        when: DateTime<Utc>,
        /// Which link.
        link: Ticket,
    },
    /// It answered.
    Answered {
        /// When.
        when: DateTime<Utc>,
        /// By which link, where there was one.
        link: Option<Ticket>,
        /// Whose word it is.
        by: Said,
    },
    /// There is nothing, it was said.
    NothingHere {
        /// When.
        when: DateTime<Utc>,
        /// By which link, where there was one.
        link: Option<Ticket>,
        /// Whose word it is.
        by: Said,
    },
    /// Whoever conducts the census looked at the answer.
    Verified {
        /// Who.
        by: Author,
        /// When.
        when: DateTime<Utc>,
        /// The link of the answer.
        link: Option<Ticket>,
        /// Whether there is nothing.
        nothing: bool,
    },
}

/// A step that this state does not allow: somebody else came first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("a commune that is {0} does not allow this")]
pub struct NotNow(pub &'static str);

impl State {
    /// The words of all states, in the order of the work.
    pub const WORDS: [&str; 5] = ["a-contacter", "demande", "repondu", "rien-ici", "verifie"];

    /// The word of addresses and of storage.
    #[must_use]
    pub const fn word(&self) -> &'static str {
        match self {
            Self::ToContact => "a-contacter",
            Self::Asked { .. } => "demande",
            Self::Answered { .. } => "repondu",
            Self::NothingHere { .. } => "rien-ici",
            Self::Verified { .. } => "verifie",
        }
    }

    /// Whether its answer is known.
    #[must_use]
    pub const fn is_settled(&self) -> bool {
        !matches!(self, Self::ToContact | Self::Asked { .. })
    }

    /// The link that serves, or served.
    #[must_use]
    pub const fn link(&self) -> Option<Ticket> {
        match self {
            Self::ToContact => None,
            Self::Asked { link, .. } => Some(*link),
            Self::Answered { link, .. }
            | Self::NothingHere { link, .. }
            | Self::Verified { link, .. } => *link,
        }
    }

    /// Since when; nothing where nothing happened yet.
    #[must_use]
    pub const fn since(&self) -> Option<DateTime<Utc>> {
        match self {
            Self::ToContact => None,
            Self::Asked { when, .. }
            | Self::Answered { when, .. }
            | Self::NothingHere { when, .. }
            | Self::Verified { when, .. } => Some(*when),
        }
    }

    /// The town hall receives a link.
    pub fn ask(self, link: Ticket, when: DateTime<Utc>) -> Result<Self, NotNow> {
        match self {
            Self::ToContact => Ok(Self::Asked { when, link }),
            other => Err(NotNow(other.word())),
        }
    }

    /// It answers by its link, or whoever conducts the census writes down what it said.
    pub fn answer(self, by: Said, when: DateTime<Utc>) -> Result<Self, NotNow> {
        let link = self.unsettled(&by)?;
        Ok(Self::Answered { when, link, by })
    }

    /// It says that there is nothing.
    pub fn nothing(self, by: Said, when: DateTime<Utc>) -> Result<Self, NotNow> {
        let link = self.unsettled(&by)?;
        Ok(Self::NothingHere { when, link, by })
    }

    /// Whoever conducts the census looked at the answer.
    pub fn verify(self, by: Author, when: DateTime<Utc>) -> Result<Self, NotNow> {
        let (link, nothing) = match self {
            Self::Answered { link, .. } => (link, false),
            Self::NothingHere { link, .. } => (link, true),
            other => return Err(NotNow(other.word())),
        };
        Ok(Self::Verified {
            by,
            when,
            link,
            nothing,
        })
    }

    /// All begins again: the link that it had serves no more.
    pub fn reopen(self) -> Result<Self, NotNow> {
        match self {
            Self::ToContact => Err(NotNow(Self::ToContact.word())),
            _ => Ok(Self::ToContact),
        }
    }

    /// The link by which it may answer now. Whoever has no link cannot answer; whoever conducts the census needs none.
    fn unsettled(&self, by: &Said) -> Result<Option<Ticket>, NotNow> {
        match (self, by) {
            (Self::Asked { link, .. }, _) => Ok(Some(*link)),
            (Self::ToContact, Said::Desk(_)) => Ok(None),
            (other, _) => Err(NotNow(other.word())),
        }
    }
}

/// A step of the life of a commune in a census.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// The word of the state that it led to, or `relance` for a reminder.
    pub to: String,
    /// Whose doing.
    pub by: Said,
    /// When.
    pub at: DateTime<Utc>,
}

impl Step {
    /// The word of a reminder.
    pub const REMINDED: &str = "relance";
}

/// A commune in a census.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Town {
    /// The census.
    pub census: CensusId,
    /// The commune.
    pub code: CommuneCode,
    /// Where its town hall is written to. Kept apart, and forgotten some time after the target day.
    #[serde(skip)]
    pub contact: Option<Email>,
    /// Where it is.
    pub state: State,
    /// What its town hall types, until it is done. Kept apart, and forgotten with the contact.
    #[serde(skip)]
    pub response: Response,
    /// What it says of each body that is looked for.
    #[serde(default)]
    pub bodies: BTreeMap<Body, Presence>,
    /// What was taken of its answers.
    #[serde(default)]
    pub taken: Vec<Taken>,
    /// How it came there, the first first.
    #[serde(default)]
    pub steps: Vec<Step>,
    /// The reminders that were sent for the link of now, in days before the target day.
    #[serde(default)]
    pub reminded: Vec<i64>,
    /// The last link that was made.
    #[serde(default)]
    pub last_link: u32,
}

impl Town {
    /// A commune of which nothing is known yet.
    #[must_use]
    pub const fn new(census: CensusId, code: CommuneCode) -> Self {
        Self {
            census,
            code,
            contact: None,
            state: State::ToContact,
            response: Response::EMPTY,
            bodies: BTreeMap::new(),
            taken: Vec::new(),
            steps: Vec::new(),
            reminded: Vec::new(),
            last_link: 0,
        }
    }

    /// Moves it to another state, and leaves a step.
    #[must_use]
    pub fn moved(mut self, state: State, by: Said, at: DateTime<Utc>) -> Self {
        let to = state.word().to_owned();
        self.steps.push(Step { to, by, at });
        self.state = state;
        self
    }

    /// Its town hall receives a new link.
    pub fn asked(mut self, by: Said, at: DateTime<Utc>) -> Result<Self, NotNow> {
        let ticket = Ticket(self.last_link.saturating_add(1));
        let state = self.state.clone().ask(ticket, at)?;
        self.last_link = ticket.0;
        self.reminded.clear();
        Ok(self.moved(state, by, at))
    }
}

#[cfg(test)]
mod tests;
