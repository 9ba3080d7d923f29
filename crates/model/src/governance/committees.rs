//! The standing committees of a body: kinds and frequencies of the national platforms, and what they mean for a calendar.

use chrono::{Months, NaiveDate};
use serde::{Deserialize, Serialize};

use crate::ids::{CommitteeId, Slug};
use crate::periods::Period;
use crate::words::worded;

worded! {
    /// What a committee is for.
    CommitteeKind {
        /// It decides.
        Strategic = "strategique",
        /// It prepares and follows.
        Technical = "technique",
        /// It is heard.
        Advisory = "consultatif",
        /// Something else, said in its name.
        Other = "autre",
    }
}

worded! {
    /// How often it meets. "Other" is of the earlier national platform.
    Frequency {
        /// Every month.
        Monthly = "mensuelle",
        /// Every three months.
        Quarterly = "trimestrielle",
        /// Every six months.
        HalfYearly = "semestrielle",
        /// Every year.
        Yearly = "annuelle",
        /// Another rhythm.
        Other = "autre",
    }
}

impl Frequency {
    /// How many months lie between two meetings, where that is said.
    #[must_use]
    pub const fn months(self) -> Option<Months> {
        match self {
            Self::Monthly => Some(Months::new(1)),
            Self::Quarterly => Some(Months::new(3)),
            Self::HalfYearly => Some(Months::new(6)),
            Self::Yearly => Some(Months::new(12)),
            Self::Other => None,
        }
    }
}

/// A standing committee.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Committee {
    /// For ever.
    pub id: CommitteeId,
    /// Of which body.
    pub body: Slug,
    /// What it is for.
    pub kind: CommitteeKind,
    /// How it is called.
    pub name: String,
    /// How often it meets.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub frequency: Option<Frequency>,
    /// From when to when it exists.
    #[serde(default)]
    pub period: Period,
}

impl Committee {
    /// The day by which it should meet again, after a meeting held on a day. Nothing where its rhythm says nothing, or
    /// where it will be no more.
    #[must_use]
    pub fn due_after(&self, held: NaiveDate) -> Option<NaiveDate> {
        let due = held.checked_add_months(self.frequency?.months()?)?;
        self.period.holds(due).then_some(due)
    }

    /// Whether its next meeting is late on a day.
    #[must_use]
    pub fn is_late(&self, held: NaiveDate, day: NaiveDate) -> bool {
        self.due_after(held).is_some_and(|due| due < day)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_committee_that_meets_every_three_months_is_late_the_day_after() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let mut committee = Committee {
            id: CommitteeId::from_parts(1, [1; 10]),
            body: "b".parse().unwrap(),
            kind: CommitteeKind::Strategic,
            name: "COPIL".to_owned(),
            frequency: Some(Frequency::Quarterly),
            period: Period::default(),
        };
        assert_eq!(
            committee.due_after(day("2024-11-30")),
            Some(day("2025-02-28"))
        );
        assert!(!committee.is_late(day("2024-11-30"), day("2025-02-28")));
        assert!(committee.is_late(day("2024-11-30"), day("2025-03-01")));
        committee.frequency = Some(Frequency::Other);
        assert!(!committee.is_late(day("2024-11-30"), day("2030-01-01")));
    }
}
