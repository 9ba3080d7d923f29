//! What is measured of an action or an objective: a baseline, a target, observations with their source.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::ids::IndicatorId;

/// A measure, in hundredths of the indicator's unit: 12,5 % is 1250.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct Measure(pub i64);

/// A measure that was taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Observation {
    /// On which day.
    pub on: NaiveDate,
    /// How much.
    pub value: Measure,
    /// Where it comes from.
    pub source: String,
}

/// What is measured.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Indicator {
    /// For ever.
    pub id: IndicatorId,
    /// Its name.
    pub name: String,
    /// In which unit: "personnes", "lieux", "%".
    pub unit: String,
    /// Where one started from; nothing where it is not known, which is not zero.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub baseline: Option<Observation>,
    /// Where one wants to be at the end of the period.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub target: Option<Measure>,
    /// What was measured since.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub observations: Vec<Observation>,
}

impl Indicator {
    /// The last measure taken by a day; the baseline where none was.
    #[must_use]
    pub fn on(&self, day: NaiveDate) -> Option<&Observation> {
        let taken = self.observations.iter().chain(&self.baseline);
        taken.filter(|one| one.on <= day).max_by_key(|one| one.on)
    }

    /// How far it went from its baseline to its target, in hundredths: 100 is reached, more is beyond, less than zero
    /// went the other way. Nothing where one of the three is not known, or nothing was to change.
    #[must_use]
    pub fn progress(&self, day: NaiveDate) -> Option<i64> {
        let start = self.baseline.as_ref()?.value.0;
        let way = self.target?.0.checked_sub(start).filter(|way| *way != 0)?;
        let gone = self.on(day)?.value.0.checked_sub(start)?;
        gone.checked_mul(100)?.checked_div(way)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn progress_goes_from_the_baseline_to_the_target_up_or_down() {
        let seen = |on: &str, value| Observation {
            on: on.parse().unwrap(),
            value: Measure(value),
            source: "enquête".to_owned(),
        };
        let indicator = |start: i64, target: i64| Indicator {
            id: IndicatorId::from_parts(1, [1; 10]),
            name: "Personnes aidées".to_owned(),
            unit: "personnes".to_owned(),
            baseline: Some(seen("2023-01-01", start)),
            target: Some(Measure(target)),
            observations: vec![seen("2025-01-01", 300), seen("2024-01-01", 200)],
        };
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        assert_eq!(indicator(100, 500).progress(day("2023-06-01")), Some(0));
        assert_eq!(indicator(100, 500).progress(day("2024-06-01")), Some(25));
        assert_eq!(indicator(100, 500).progress(day("2025-06-01")), Some(50));
        assert_eq!(indicator(400, 200).progress(day("2025-06-01")), Some(50));
        assert_eq!(indicator(100, 100).progress(day("2025-06-01")), None);
        let unknown = Indicator {
            baseline: None,
            ..indicator(0, 500)
        };
        assert_eq!(
            unknown.progress(day("2025-06-01")),
            None,
            "not known is not zero"
        );
    }
}
