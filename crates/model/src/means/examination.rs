//! The examination of an application (*instruction*): whether it is admissible, whether it is eligible, what the levels
//! that it concerns advise, how experts mark it, and what the committee decides.
//!
//! Each of these is said apart, by somebody, at an instant, with a motive. What is said on a step that another stands on
//! takes the later ones away: an application that is not admissible is no more eligible. A decision that gave money stands.

mod delays;
mod labels;
mod panel;

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::ids::{ApplicationId, Slug};
use crate::journal::Author;
use crate::money::Cents;
use crate::proposals::Prose;
use crate::territories::TerritoryKey;
use crate::words::worded;

pub use delays::{Delays, Wait};
pub use labels::Label;
pub use panel::{Criterion, Grid, GridError, Mark, Marks, Panel};

worded! {
    /// What is found of an application before anybody marks it.
    Question {
        /// Whether it came in time, whole, from somebody who may ask.
        Admissible = "recevabilite",
        /// Whether what it asks for is what the call pays for.
        Eligible = "eligibilite",
    }
}

worded! {
    /// What a level advises.
    Advice {
        /// To accept.
        Favourable = "favorable",
        /// To accept with reservations.
        Reserved = "reserve",
        /// To refuse.
        Unfavourable = "defavorable",
    }
}

worded! {
    /// What the committee decides.
    Outcome {
        /// It is accepted.
        Accepted = "retenue",
        /// It is accepted, and something is still to be met.
        Reserved = "retenue-sous-reserve",
        /// It waits for money.
        Waiting = "liste-attente",
        /// It is refused.
        Refused = "refusee",
        /// Nobody decides on it any more.
        Dropped = "sans-suite",
    }
}

impl Outcome {
    /// Whether it may come with money.
    #[must_use]
    pub const fn gives(self) -> bool {
        matches!(self, Self::Accepted | Self::Reserved)
    }
}

worded! {
    /// How far an examination is.
    Step {
        /// Nobody said whether it is admissible.
        Received = "recue",
        /// It is admissible.
        Admissible = "recevable",
        /// It is eligible: it is marked and advised on.
        Eligible = "eligible",
        /// It is not admissible, or not eligible.
        Barred = "ecartee",
        /// The committee decided.
        Decided = "decidee",
    }
}

/// Who said something, when and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Said {
    /// Who.
    pub by: Author,
    /// When.
    pub at: DateTime<Utc>,
    /// Why.
    pub why: Prose,
}

impl Said {
    /// Whether the same person says the same again, whenever.
    fn again(&self, other: &Self) -> bool {
        (&self.by, &self.why) == (&other.by, &other.why)
    }
}

/// Whether something holds of an application.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// Whether it does.
    pub holds: bool,
    /// Who says so, and why.
    #[serde(flatten)]
    pub said: Said,
}

/// What a level advises.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Advised {
    /// What.
    pub advice: Advice,
    /// Who said so for the level, and why.
    #[serde(flatten)]
    pub said: Said,
}

/// The points that an expert gave, by criterion.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Scoring {
    /// Who.
    pub by: Author,
    /// When.
    pub at: DateTime<Utc>,
    /// From none to [`Grid::POINTS`], by the number of the criterion.
    pub points: BTreeMap<u32, u8>,
}

/// What a decision gave, and where it is written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Given {
    /// Out of which envelope.
    pub envelope: Slug,
    /// The line of its ledger.
    pub line: u64,
    /// How much.
    pub amount: Cents,
}

/// What the committee decided.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ruling {
    /// What.
    pub outcome: Outcome,
    /// What was given with it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub given: Option<Given>,
    /// Who wrote it, and why.
    #[serde(flatten)]
    pub said: Said,
}

/// The examination of an application.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Examination {
    /// Of which one.
    pub application: ApplicationId,
    /// To which call.
    pub call: Slug,
    /// Whether it is admissible.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub admissible: Option<Finding>,
    /// Whether it is eligible.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub eligible: Option<Finding>,
    /// What each level advises.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub advised: BTreeMap<TerritoryKey, Advised>,
    /// What experts gave, one each.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub scored: Vec<Scoring>,
    /// Who does not mark it, because they are near to who asks.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub conflicts: Vec<Said>,
    /// What those who examine tell each other, first first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<Said>,
    /// By what those who examine sort it.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub labels: BTreeSet<Label>,
    /// What was decided, first first: the last stands.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rulings: Vec<Ruling>,
}

/// Why something is not said of an application.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum ExaminationError {
    /// The committee decided already.
    #[error("the committee decided already")]
    Decided,
    /// It was not found admissible.
    #[error("the application was not found admissible")]
    NotAdmissible,
    /// It was not found eligible.
    #[error("the application was not found eligible")]
    NotEligible,
    /// Whoever marks it said that they are near to who asks.
    #[error("the expert declared a conflict")]
    Conflict,
    /// Not every criterion has its points.
    #[error("each criterion has from none to {} points", Grid::POINTS)]
    Points,
    /// No criterion was written.
    #[error("the call has no grid")]
    NoGrid,
    /// There are enough notes.
    #[error("there are {} notes already", Examination::MOST_NOTES)]
    Full,
    /// There are enough labels.
    #[error("there are {} labels already", Examination::MOST_LABELS)]
    Labels,
}

impl Examination {
    /// Most notes of one.
    pub const MOST_NOTES: usize = 200;

    /// One that begins.
    #[must_use]
    pub const fn begin(application: ApplicationId, call: Slug) -> Self {
        Self {
            application,
            call,
            admissible: None,
            eligible: None,
            advised: BTreeMap::new(),
            scored: Vec::new(),
            conflicts: Vec::new(),
            notes: Vec::new(),
            labels: BTreeSet::new(),
            rulings: Vec::new(),
        }
    }

    /// What stands of what was decided.
    #[must_use]
    pub fn ruling(&self) -> Option<&Ruling> {
        self.rulings.last()
    }

    /// How far it is.
    #[must_use]
    pub fn step(&self) -> Step {
        let holds = |one: &Option<Finding>| one.as_ref().map(|one| one.holds);
        if self.ruling().is_some() {
            return Step::Decided;
        }
        match (holds(&self.admissible), holds(&self.eligible)) {
            (None, _) => Step::Received,
            (Some(false), _) | (_, Some(false)) => Step::Barred,
            (Some(true), None) => Step::Admissible,
            (Some(true), Some(true)) => Step::Eligible,
        }
    }

    /// Says whether something holds of it.
    pub fn find(mut self, what: Question, found: Finding) -> Result<Self, ExaminationError> {
        self.undecided()?;
        let admissible = self.admissible.as_ref().is_some_and(|one| one.holds);
        let slot = match what {
            Question::Admissible => &mut self.admissible,
            Question::Eligible if admissible => &mut self.eligible,
            Question::Eligible => return Err(ExaminationError::NotAdmissible),
        };
        let same = |one: &Finding| one.holds == found.holds && one.said.again(&found.said);
        if slot.as_ref().is_some_and(same) {
            return Ok(self);
        }
        let holds = found.holds;
        *slot = Some(found);
        if !holds && what == Question::Admissible {
            self.eligible = None;
        }
        if !holds {
            self.scored.clear();
        }
        Ok(self)
    }

    /// A level advises, once it is admissible; what it advised before is replaced.
    pub fn advise(
        mut self,
        level: TerritoryKey,
        advised: Advised,
    ) -> Result<Self, ExaminationError> {
        self.undecided()?;
        if !self.admissible.as_ref().is_some_and(|one| one.holds) {
            return Err(ExaminationError::NotAdmissible);
        }
        let same = |one: &Advised| one.advice == advised.advice && one.said.again(&advised.said);
        if !self.advised.get(&level).is_some_and(same) {
            self.advised.insert(level, advised);
        }
        Ok(self)
    }

    /// An expert marks it, once it is eligible; what they gave before is replaced.
    pub fn score(mut self, grid: &Grid, scoring: Scoring) -> Result<Self, ExaminationError> {
        self.undecided()?;
        self.eligible()?;
        if self.is_near(&scoring.by) {
            return Err(ExaminationError::Conflict);
        }
        if grid.criteria().is_empty() {
            return Err(ExaminationError::NoGrid);
        }
        let asked: BTreeSet<u32> = grid.criteria().iter().map(|one| one.id).collect();
        let given: BTreeSet<u32> = scoring.points.keys().copied().collect();
        if asked != given || scoring.points.values().any(|one| *one > Grid::POINTS) {
            return Err(ExaminationError::Points);
        }
        let mut own = self.scored.iter_mut();
        match own.find(|one| one.by == scoring.by) {
            Some(own) if own.points == scoring.points => {}
            Some(own) => *own = scoring,
            None => self.scored.push(scoring),
        }
        Ok(self)
    }

    /// Whether somebody said that they are near to who asks.
    #[must_use]
    pub fn is_near(&self, who: &Author) -> bool {
        self.conflicts.iter().any(|one| one.by == *who)
    }

    /// Somebody is near to who asks: they mark it no more, and what they gave counts no more.
    pub fn declare(mut self, said: Said) -> Result<Self, ExaminationError> {
        self.undecided()?;
        if !self.is_near(&said.by) {
            self.scored.retain(|one| one.by != said.by);
            self.conflicts.push(said);
        }
        Ok(self)
    }

    /// Those who examine tell each other something. Sent twice, it is there once.
    pub fn note(mut self, said: Said) -> Result<Self, ExaminationError> {
        if self.notes.last().is_some_and(|last| last.again(&said)) {
            return Ok(self);
        }
        if self.notes.len() >= Self::MOST_NOTES {
            return Err(ExaminationError::Full);
        }
        self.notes.push(said);
        Ok(self)
    }

    /// Whether the committee may decide so, before anything is given. Until results are published, a decision that gave
    /// nothing may be taken again; after that, only what waits is decided.
    pub fn may_rule(&self, outcome: Outcome, published: bool) -> Result<(), ExaminationError> {
        let stands =
            |one: &Ruling| one.given.is_some() || (published && one.outcome != Outcome::Waiting);
        if self.ruling().is_some_and(stands) {
            return Err(ExaminationError::Decided);
        }
        if outcome.gives() || outcome == Outcome::Waiting {
            self.eligible()?;
        }
        Ok(())
    }

    /// The committee decides. Said again, it is said once.
    pub fn rule(mut self, ruling: Ruling, published: bool) -> Result<Self, ExaminationError> {
        if self.ruling().is_some_and(|last| last.is_again(&ruling)) {
            return Ok(self);
        }
        self.may_rule(ruling.outcome, published)?;
        self.rulings.push(ruling);
        Ok(self)
    }

    fn undecided(&self) -> Result<(), ExaminationError> {
        match self.ruling() {
            None => Ok(()),
            Some(_) => Err(ExaminationError::Decided),
        }
    }

    fn eligible(&self) -> Result<(), ExaminationError> {
        if self.eligible.as_ref().is_some_and(|one| one.holds) {
            Ok(())
        } else {
            Err(ExaminationError::NotEligible)
        }
    }
}

impl Ruling {
    /// Whether another says the same.
    #[must_use]
    pub fn is_again(&self, other: &Self) -> bool {
        self.outcome == other.outcome && self.given == other.given && self.said.again(&other.said)
    }
}

#[cfg(test)]
mod tests;
