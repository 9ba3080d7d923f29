//! The dates of a call: days of which some are not known, and the instant at which one may answer no more.
//!
//! Known dates are in the order of the steps. The instant of closing is in UTC and belongs to the time when one may answer,
//! to the second: at noon sharp one is in time, at noon and one second one is late. Days are those of European France.

use std::collections::BTreeMap;

use chrono::{DateTime, Duration, NaiveDate, Utc};
use chrono_tz::Europe::Paris;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::words::worded;

worded! {
    /// A step of a call, in the order in which they come.
    Milestone {
        /// It is made known.
        Announcement = "annonce",
        /// One may answer from then on.
        Opening = "ouverture",
        /// Questions are answered until then.
        Questions = "questions",
        /// One may answer until then.
        Closing = "cloture",
        /// Answers are examined.
        Review = "examen",
        /// A committee meets.
        Committee = "comite",
        /// It is decided.
        Decision = "decision",
        /// Those who answered are told.
        Notification = "notification",
        /// One may contest until then.
        Appeal = "recours",
    }
}

/// Whether one may answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gate {
    /// Not yet.
    Before,
    /// Now.
    Open,
    /// What was begun before the closing may still be finished; nothing is begun any more.
    Soft,
    /// No more.
    Closed,
}

/// Why dates are not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum TimelineError {
    /// A step would come before one that it follows.
    #[error("{} cannot come before {}", .late.slug(), .early.slug())]
    Backwards {
        /// The one that comes first.
        early: Milestone,
        /// The one that follows it.
        late: Milestone,
    },
    /// Closing is an instant, not a day.
    #[error("closing is an instant")]
    NoInstant,
    /// The second closing does not come after the first.
    #[error("the second closing comes after the first")]
    SoftFirst,
}

/// The dates of a call. What is not there is not known.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Dates", into = "Dates")]
pub struct Timeline {
    days: BTreeMap<Milestone, NaiveDate>,
    closing: Option<DateTime<Utc>>,
    soft: Option<DateTime<Utc>>,
}

/// Dates as they are stored.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
struct Dates {
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    days: BTreeMap<Milestone, NaiveDate>,
    #[serde(skip_serializing_if = "Option::is_none")]
    closing: Option<DateTime<Utc>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    soft: Option<DateTime<Utc>>,
}

/// The day that it is in European France at an instant.
#[must_use]
pub fn paris_day(at: DateTime<Utc>) -> NaiveDate {
    at.with_timezone(&Paris).date_naive()
}

impl Timeline {
    /// Days, and the instant of closing, in the order of the steps.
    pub fn new(
        days: impl IntoIterator<Item = (Milestone, NaiveDate)>,
        closing: Option<DateTime<Utc>>,
    ) -> Result<Self, TimelineError> {
        let days: BTreeMap<Milestone, NaiveDate> = days.into_iter().collect();
        if days.contains_key(&Milestone::Closing) {
            return Err(TimelineError::NoInstant);
        }
        let timeline = Self {
            days,
            closing,
            soft: None,
        };
        let mut before: Option<(Milestone, NaiveDate)> = None;
        for (step, day) in timeline.known() {
            if let Some((early, _)) = before.filter(|(_, last)| day < *last) {
                return Err(TimelineError::Backwards { early, late: step });
            }
            before = Some((step, day));
        }
        Ok(timeline)
    }

    /// With a second instant, until which what was begun before the closing may be finished; none: the closing is strict.
    pub fn softened(mut self, soft: Option<DateTime<Utc>>) -> Result<Self, TimelineError> {
        let after = |soft: DateTime<Utc>| self.closing.is_some_and(|closing| closing < soft);
        if !soft.is_none_or(after) {
            return Err(TimelineError::SoftFirst);
        }
        self.soft = soft;
        Ok(self)
    }

    /// The day of a step, where it is known; that of closing is the day on which its instant falls.
    #[must_use]
    pub fn day(&self, step: Milestone) -> Option<NaiveDate> {
        match step {
            Milestone::Closing => self.closing.map(paris_day),
            other => self.days.get(&other).copied(),
        }
    }

    /// The instant until which one may answer, that second included.
    #[must_use]
    pub const fn closing(&self) -> Option<DateTime<Utc>> {
        self.closing
    }

    /// The instant until which what was begun before the closing may be finished, that second included.
    #[must_use]
    pub const fn soft(&self) -> Option<DateTime<Utc>> {
        self.soft
    }

    /// The steps whose day is known, in their order.
    pub fn known(&self) -> impl Iterator<Item = (Milestone, NaiveDate)> {
        let steps = Milestone::ALL.iter();
        steps.filter_map(move |step| Some((*step, self.day(*step)?)))
    }

    /// Whether one may answer at an instant. Where the opening is not known one may from the first; where the closing is
    /// not known nobody is late.
    #[must_use]
    pub fn gate(&self, at: DateTime<Utc>) -> Gate {
        let closed = |closing: DateTime<Utc>| at.timestamp() > closing.timestamp();
        let early = |opening: NaiveDate| paris_day(at) < opening;
        if self.closing.is_some_and(closed) {
            let soft = self.soft.is_some_and(|soft| !closed(soft));
            if soft { Gate::Soft } else { Gate::Closed }
        } else if self.day(Milestone::Opening).is_some_and(early) {
            Gate::Before
        } else {
            Gate::Open
        }
    }

    /// How long one may still answer; nothing where the closing is not known, or is past.
    #[must_use]
    pub fn left(&self, at: DateTime<Utc>) -> Option<Duration> {
        let closing = self.closing?;
        matches!(self.gate(at), Gate::Before | Gate::Open)
            .then(|| (closing - at).max(Duration::zero()))
    }

    /// How many days are left until the day of closing: none on that day.
    #[must_use]
    pub fn days_left(&self, at: DateTime<Utc>) -> Option<i64> {
        self.left(at)?;
        let closing = self.day(Milestone::Closing)?;
        Some((closing - paris_day(at)).num_days())
    }
}

impl TryFrom<Dates> for Timeline {
    type Error = TimelineError;

    fn try_from(dates: Dates) -> Result<Self, TimelineError> {
        Self::new(dates.days, dates.closing)?.softened(dates.soft)
    }
}

impl From<Timeline> for Dates {
    fn from(timeline: Timeline) -> Self {
        Self {
            days: timeline.days,
            closing: timeline.closing,
            soft: timeline.soft,
        }
    }
}
