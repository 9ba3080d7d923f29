//! Roadmaps (*feuilles de route*): the versioned plan of a body over a period and an explicit set of communes.
//!
//! Draft → in consultation → validated by a decision of the body → amended, as often as needed → closed. Each transition
//! consumes the state that it leaves and keeps what was written then as a version. The national platform has neither
//! state, nor version, nor period, nor indicator; its perimeter is one of three labels.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::areas::Area;
use crate::consultations::{Consultation, Opinion, OpinionError};
use crate::governance::DecisionRef;
use crate::ids::{ActionId, Slug};
use crate::journal::Author;
use crate::periods::{Period, Timeline};
use crate::words::worded;

mod actions;
mod budgets;
mod content;
mod differences;
mod faults;
mod indicators;
mod needs;
mod progress;

pub use actions::{Action, ActionState, UpperLink};
pub use budgets::{Balance, BudgetYear, CoFunding};
pub use content::{Axis, Content, Objective};
pub use differences::{ActionField, Change, Item, differences};
pub use faults::{ContentFault, faults};
pub use indicators::{Indicator, Measure, Observation};
pub use needs::{Need, NeedCategory, Trained};
pub use progress::Progress;

worded! {
    /// How far a roadmap is.
    Stage {
        /// It is being written, by its body alone.
        Draft = "brouillon",
        /// It is put to opinion; it may still change.
        InConsultation = "en-consultation",
        /// A decision made it the plan of its body.
        Validated = "validee",
        /// A decision changed it since.
        Amended = "amendee",
        /// It is over; its report stays.
        Closed = "close",
    }
}

/// Where a roadmap is, with what that state knows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "state")]
pub enum RoadmapState {
    /// Being written.
    Draft,
    /// Put to opinion.
    InConsultation {
        /// For how long, and what was said.
        consultation: Consultation,
    },
    /// The plan of its body.
    Validated {
        /// What decided it.
        decision: DecisionRef,
        /// What was said before.
        consultation: Consultation,
    },
    /// Changed since.
    Amended {
        /// What decided the last change.
        decision: DecisionRef,
        /// What was said before it was validated.
        consultation: Consultation,
    },
    /// Over.
    Closed {
        /// What was said before it was validated.
        consultation: Consultation,
    },
}

impl RoadmapState {
    /// How far that is.
    #[must_use]
    pub const fn stage(&self) -> Stage {
        match self {
            Self::Draft => Stage::Draft,
            Self::InConsultation { .. } => Stage::InConsultation,
            Self::Validated { .. } => Stage::Validated,
            Self::Amended { .. } => Stage::Amended,
            Self::Closed { .. } => Stage::Closed,
        }
    }
}

/// What was written when something was decided.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Version {
    /// From 1, one more each time.
    pub number: u16,
    /// The day.
    pub on: NaiveDate,
    /// What the roadmap became with it.
    pub stage: Stage,
    /// The decision, where one was needed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decision: Option<DecisionRef>,
    /// All that was written.
    pub content: Content,
}

/// A roadmap.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Roadmap {
    /// Readable address, for ever: `/feuilles-de-route/<slug>`.
    pub slug: Slug,
    /// Whose plan.
    pub body: Slug,
    /// Its title.
    pub title: String,
    /// Over which period.
    pub period: Period,
    /// What it covers.
    pub area: Area,
    /// What is written now; once validated, it is that of the last version.
    #[serde(default)]
    pub content: Content,
    /// What its body is preparing since something was decided: nobody else's until a decision takes it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amendment: Option<Content>,
    /// Who wrote last what is not decided yet: somebody else declares it decided.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_hand: Option<Author>,
    /// Where it is.
    pub state: RoadmapState,
    /// How far it was, day by day.
    #[serde(default)]
    pub stages: Timeline<Stage>,
    /// What was written each time that something was decided, first first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub versions: Vec<Version>,
}

/// Why a roadmap does not take a step.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum RoadmapError {
    /// Its state does not allow it.
    #[error("a roadmap that is {} does not allow this", .0.slug())]
    NotNow(Stage),
    /// The day is before the last step.
    #[error("not before {0}")]
    TooEarly(NaiveDate),
    /// The decision is of another body.
    #[error("{0} is a decision of another body")]
    OfAnotherBody(DecisionRef),
    /// Its consultation is still open on that day.
    #[error("the consultation is still open")]
    StillOpen,
    /// It has no action: there is nothing to be heard or decided.
    #[error("the roadmap has no action")]
    Empty,
    /// An action that is not in it.
    #[error("the roadmap has no action {0}")]
    NoSuchAction(ActionId),
    /// An opinion that is not taken.
    #[error(transparent)]
    Opinion(#[from] OpinionError),
}

impl Roadmap {
    /// A new one, to be written.
    #[must_use]
    pub fn draft(
        slug: Slug,
        body: Slug,
        title: String,
        period: Period,
        area: Area,
        on: NaiveDate,
    ) -> Self {
        Self {
            slug,
            body,
            title,
            period,
            area,
            content: Content::default(),
            amendment: None,
            last_hand: None,
            state: RoadmapState::Draft,
            stages: Timeline::starting(on, Stage::Draft),
            versions: Vec::new(),
        }
    }

    /// How far it was on a day; nothing before it existed.
    #[must_use]
    pub fn stage_on(&self, day: NaiveDate) -> Option<Stage> {
        self.stages.on(day).copied()
    }

    /// Whether it is the plan of its body on a day: decided, not closed, within its period.
    #[must_use]
    pub fn is_in_force(&self, day: NaiveDate) -> bool {
        let decided = matches!(self.stage_on(day), Some(Stage::Validated | Stage::Amended));
        decided && self.period.holds(day)
    }

    /// What was decided as it stood on a day: the last version that a decision made.
    #[must_use]
    pub fn decided_on(&self, day: NaiveDate) -> Option<&Version> {
        let decided = |one: &&Version| matches!(one.stage, Stage::Validated | Stage::Amended);
        let mut versions = self.versions.iter().rev();
        versions.find(|one| one.on <= day && decided(one))
    }

    /// What everybody may hold of it: what was decided, and how it goes since. Opinions are of those who were asked.
    #[must_use]
    pub fn for_everybody(mut self) -> Self {
        self.amendment = None;
        self.last_hand = None;
        let decided = |stage| matches!(stage, Stage::Validated | Stage::Amended | Stage::Closed);
        self.versions.retain(|version| decided(version.stage));
        let heard = match &mut self.state {
            RoadmapState::Draft => None,
            RoadmapState::InConsultation { consultation }
            | RoadmapState::Validated { consultation, .. }
            | RoadmapState::Amended { consultation, .. }
            | RoadmapState::Closed { consultation } => Some(consultation),
        };
        if let Some(consultation) = heard {
            *consultation = Consultation::open(consultation.period());
        }
        if !decided(self.state.stage()) {
            self.content = Content::default();
        }
        self
    }

    /// What its body reads and writes: the amendment that is prepared, where one is.
    #[must_use]
    pub fn working(&self) -> &Content {
        self.amendment.as_ref().unwrap_or(&self.content)
    }

    /// Changes what is written while nothing is decided; after that, what the next decision may take.
    pub fn write(mut self, content: Content) -> Result<Self, RoadmapError> {
        match self.state {
            RoadmapState::Draft | RoadmapState::InConsultation { .. } => self.content = content,
            RoadmapState::Validated { .. } | RoadmapState::Amended { .. } => {
                self.amendment = (content != self.content).then_some(content);
            }
            RoadmapState::Closed { .. } => return Err(RoadmapError::NotNow(Stage::Closed)),
        }
        Ok(self)
    }

    /// Says over what it runs, while nothing is decided.
    pub fn describe(
        mut self,
        title: String,
        period: Period,
        area: Area,
    ) -> Result<Self, RoadmapError> {
        if !matches!(
            self.state,
            RoadmapState::Draft | RoadmapState::InConsultation { .. }
        ) {
            return Err(RoadmapError::NotNow(self.state.stage()));
        }
        (self.title, self.period, self.area) = (title, period, area);
        Ok(self)
    }

    /// Puts it to opinion for some days.
    pub fn consult(self, on: NaiveDate, period: Period) -> Result<Self, RoadmapError> {
        if self.state != RoadmapState::Draft {
            return Err(RoadmapError::NotNow(self.state.stage()));
        }
        let consultation = Consultation::open(period);
        self.step(on, RoadmapState::InConsultation { consultation }, None)
    }

    /// Somebody gives an opinion.
    pub fn hear(mut self, opinion: Opinion) -> Result<Self, RoadmapError> {
        match self.state {
            RoadmapState::InConsultation { consultation } => {
                let consultation = consultation.give(opinion)?;
                self.state = RoadmapState::InConsultation { consultation };
                Ok(self)
            }
            other => Err(RoadmapError::NotNow(other.stage())),
        }
    }

    /// A decision of its body makes it the plan, once its consultation is over.
    pub fn validate(mut self, on: NaiveDate, decision: DecisionRef) -> Result<Self, RoadmapError> {
        self.own(&decision)?;
        match std::mem::replace(&mut self.state, RoadmapState::Draft) {
            RoadmapState::InConsultation { consultation } => {
                if !consultation.period().is_over(on) {
                    return Err(RoadmapError::StillOpen);
                }
                let state = RoadmapState::Validated {
                    decision: decision.clone(),
                    consultation,
                };
                self.step(on, state, Some(decision))
            }
            other => Err(RoadmapError::NotNow(other.stage())),
        }
    }

    /// Another decision changes it.
    pub fn amend(
        mut self,
        on: NaiveDate,
        content: Content,
        decision: DecisionRef,
    ) -> Result<Self, RoadmapError> {
        self.own(&decision)?;
        match std::mem::replace(&mut self.state, RoadmapState::Draft) {
            RoadmapState::Validated { consultation, .. }
            | RoadmapState::Amended { consultation, .. } => {
                self.content = content;
                self.amendment = None;
                let state = RoadmapState::Amended {
                    decision: decision.clone(),
                    consultation,
                };
                self.step(on, state, Some(decision))
            }
            other => Err(RoadmapError::NotNow(other.stage())),
        }
    }

    /// It is over.
    pub fn close(mut self, on: NaiveDate) -> Result<Self, RoadmapError> {
        match std::mem::replace(&mut self.state, RoadmapState::Draft) {
            RoadmapState::Validated { consultation, .. }
            | RoadmapState::Amended { consultation, .. } => {
                self.step(on, RoadmapState::Closed { consultation }, None)
            }
            other => Err(RoadmapError::NotNow(other.stage())),
        }
    }

    fn own(&self, decision: &DecisionRef) -> Result<(), RoadmapError> {
        if decision.body == self.body {
            Ok(())
        } else {
            Err(RoadmapError::OfAnotherBody(decision.clone()))
        }
    }

    fn step(
        mut self,
        on: NaiveDate,
        state: RoadmapState,
        decision: Option<DecisionRef>,
    ) -> Result<Self, RoadmapError> {
        let since = self.stages.last().map(|(since, _)| *since);
        if let Some(since) = since.filter(|since| on < *since) {
            return Err(RoadmapError::TooEarly(since));
        }
        if self.content.actions().next().is_none() {
            return Err(RoadmapError::Empty);
        }
        let stage = state.stage();
        let last = self.versions.last().map_or(0, |version| version.number);
        self.versions.push(Version {
            number: last.saturating_add(1),
            on,
            stage,
            decision,
            content: self.content.clone(),
        });
        self.stages.set(on, stage);
        self.state = state;
        Ok(self)
    }
}

#[cfg(test)]
mod tests;
