//! How long applications have waited at each step of their examination, and which are late against the dates of the call.
//!
//! What is not found eligible or set aside should be so on the day of the committee; what is not decided, on that of the
//! decision. Where the day of a step is not known, that of the next one counts; where none is known nobody is late.

use chrono::{DateTime, NaiveDate, Utc};

use super::{Examination, Finding, Step};
use crate::means::calls::{Milestone, Timeline, paris_day};

/// How long some applications have waited, in days of European France.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wait {
    /// How many wait.
    pub count: usize,
    /// As long as half of them; where two are in the middle, between both, rounded up.
    pub median: i64,
    /// As long as the one that has waited longest.
    pub longest: i64,
    /// How many should have been further by now.
    pub late: usize,
}

impl Wait {
    /// Of some waits; none where nobody waits.
    fn of(mut waits: Vec<(i64, bool)>) -> Option<Self> {
        waits.sort_unstable();
        let days = |at: usize| waits.get(at).map(|(days, _)| *days);
        let count = waits.len();
        let (low, high) = (days(count.checked_sub(1)? / 2)?, days(count / 2)?);
        Some(Self {
            count,
            median: (low + high + 1) / 2,
            longest: days(count - 1)?,
            late: waits.iter().filter(|(_, late)| *late).count(),
        })
    }
}

/// How long the applications to a call have waited.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Delays {
    /// At each step at which some wait, in the order of the steps.
    pub steps: Vec<(Step, Wait)>,
    /// All together; none where nobody waits.
    pub all: Option<Wait>,
}

impl Delays {
    /// Of examinations, each with the instant at which its application came first.
    pub fn of<'a>(
        all: impl IntoIterator<Item = (&'a Examination, DateTime<Utc>)>,
        timeline: &Timeline,
        today: NaiveDate,
    ) -> Self {
        let wait = |(one, came): (&Examination, DateTime<Utc>)| {
            let days = (today - paris_day(one.waits_since(came)?)).num_days();
            let step = one.step();
            let late = step.due(timeline).is_some_and(|due| today > due);
            Some((step, (days.max(0), late)))
        };
        let waits: Vec<(Step, (i64, bool))> = all.into_iter().filter_map(wait).collect();
        let at = |step: &Step| {
            let own = waits.iter().filter(|(other, _)| other == step);
            let wait = Wait::of(own.map(|(_, wait)| *wait).collect())?;
            Some((*step, wait))
        };
        Self {
            steps: Step::ALL.iter().filter_map(at).collect(),
            all: Wait::of(waits.iter().map(|(_, wait)| *wait).collect()),
        }
    }
}

impl Step {
    /// The last day on which an application may be at this step without being late.
    #[must_use]
    pub fn due(self, timeline: &Timeline) -> Option<NaiveDate> {
        let (first, next) = match self {
            Self::Received | Self::Admissible => (Milestone::Committee, Milestone::Decision),
            Self::Eligible | Self::Barred => (Milestone::Decision, Milestone::Notification),
            Self::Decided => return None,
        };
        timeline.day(first).or_else(|| timeline.day(next))
    }
}

impl Examination {
    /// Since when it waits at its step; nothing once it is decided.
    #[must_use]
    pub fn waits_since(&self, came: DateTime<Utc>) -> Option<DateTime<Utc>> {
        let at = |one: &Option<Finding>| one.as_ref().map(|one| one.said.at);
        let found = at(&self.eligible).or_else(|| at(&self.admissible));
        self.ruling().is_none().then(|| found.unwrap_or(came))
    }
}
