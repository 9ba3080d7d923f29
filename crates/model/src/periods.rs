//! Periods in whole days, both ends included, either end open; and values that change on a day.
//!
//! Days are those of Europe/Paris: a charter, a mandate or a contract begins and ends with a day, not an instant.

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// From a day to a day, both included. An open end has no day.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "Ends", into = "Ends")]
pub struct Period {
    from: Option<NaiveDate>,
    to: Option<NaiveDate>,
}

/// A period that ends before it begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("the period ends on {to}, before {from}")]
pub struct Backwards {
    /// First day.
    pub from: NaiveDate,
    /// Last day.
    pub to: NaiveDate,
}

impl Period {
    /// Always.
    pub const ALWAYS: Self = Self {
        from: None,
        to: None,
    };

    /// From a day to a day.
    pub fn new(from: Option<NaiveDate>, to: Option<NaiveDate>) -> Result<Self, Backwards> {
        match (from, to) {
            (Some(from), Some(to)) if to < from => Err(Backwards { from, to }),
            _ => Ok(Self { from, to }),
        }
    }

    /// From a day on.
    #[must_use]
    pub const fn since(day: NaiveDate) -> Self {
        Self {
            from: Some(day),
            to: None,
        }
    }

    /// Whole years: `2023` to `2026` is 1 January 2023 to 31 December 2026.
    #[must_use]
    pub fn years(first: i32, last: i32) -> Option<Self> {
        let from = NaiveDate::from_ymd_opt(first, 1, 1)?;
        let to = NaiveDate::from_ymd_opt(last, 12, 31)?;
        Self::new(Some(from), Some(to)).ok()
    }

    /// First day, unless it is open.
    #[must_use]
    pub const fn from(&self) -> Option<NaiveDate> {
        self.from
    }

    /// Last day, unless it is open.
    #[must_use]
    pub const fn to(&self) -> Option<NaiveDate> {
        self.to
    }

    /// Whether a day is in it.
    #[must_use]
    pub fn holds(&self, day: NaiveDate) -> bool {
        self.from.is_none_or(|from| from <= day) && !self.is_over(day)
    }

    /// Whether it ended before a day.
    #[must_use]
    pub fn is_over(&self, day: NaiveDate) -> bool {
        self.to.is_some_and(|to| to < day)
    }

    /// The same, ended on a day at the latest; `None` where that is before it began.
    #[must_use]
    pub fn ended(self, on: NaiveDate) -> Option<Self> {
        let to = self.to.map_or(on, |to| to.min(on));
        Self::new(self.from, Some(to)).ok()
    }

    /// The days that both hold.
    #[must_use]
    pub fn shared(&self, other: &Self) -> Option<Self> {
        let from = self.from.max(other.from);
        let to = match (self.to, other.to) {
            (Some(one), Some(two)) => Some(one.min(two)),
            (one, two) => one.or(two),
        };
        Self::new(from, to).ok()
    }

    /// Whether both hold a day.
    #[must_use]
    pub fn meets(&self, other: &Self) -> bool {
        self.shared(other).is_some()
    }

    /// How many days; `None` where an end is open.
    #[must_use]
    pub fn days(&self) -> Option<u32> {
        let (from, to) = (self.from?, self.to?);
        u32::try_from((to - from).num_days() + 1).ok()
    }

    /// How many calendar months it touches; `None` where an end is open.
    #[must_use]
    pub fn months(&self) -> Option<u32> {
        let (from, to) = (self.from?, self.to?);
        let count = |day: NaiveDate| i64::from(day.year()) * 12 + i64::from(day.month0());
        u32::try_from(count(to) - count(from) + 1).ok()
    }

    /// The years that it touches; none where an end is open.
    #[must_use]
    pub fn calendar_years(&self) -> Option<std::ops::RangeInclusive<i32>> {
        Some(self.from?.year()..=self.to?.year())
    }
}

/// A period as it is stored.
#[derive(Debug, Clone, Copy, Default, Serialize, Deserialize)]
#[serde(default)]
struct Ends {
    #[serde(skip_serializing_if = "Option::is_none")]
    from: Option<NaiveDate>,
    #[serde(skip_serializing_if = "Option::is_none")]
    to: Option<NaiveDate>,
}

impl TryFrom<Ends> for Period {
    type Error = Backwards;

    fn try_from(ends: Ends) -> Result<Self, Backwards> {
        Self::new(ends.from, ends.to)
    }
}

impl From<Period> for Ends {
    fn from(period: Period) -> Self {
        Self {
            from: period.from,
            to: period.to,
        }
    }
}

/// A text that names no day.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{0:?} is no day written AAAA-MM-JJ")]
pub struct NotADay(pub String);

/// The day of a view: `?au=2024-01-15`, or today where nothing is asked.
pub fn as_of(asked: Option<&str>, today: NaiveDate) -> Result<NaiveDate, NotADay> {
    let asked = asked.map(str::trim).filter(|text| !text.is_empty());
    let Some(text) = asked else { return Ok(today) };
    NaiveDate::parse_from_str(text, "%Y-%m-%d")
        .ok()
        .filter(|_day| text.len() == 10)
        .ok_or_else(|| NotADay(text.to_owned()))
}

/// A value that changes on some days: what it is from each of them on. In the order of days, one value a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Timeline<T>(Vec<(NaiveDate, T)>);

impl<T> Default for Timeline<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T> Timeline<T> {
    /// A value from a day on.
    #[must_use]
    pub fn starting(day: NaiveDate, value: T) -> Self {
        Self(vec![(day, value)])
    }

    /// What it is on a day; nothing before the first change.
    #[must_use]
    pub fn on(&self, day: NaiveDate) -> Option<&T> {
        let after = self.0.partition_point(|(from, _)| *from <= day);
        self.0.get(after.checked_sub(1)?).map(|(_, value)| value)
    }

    /// The value of the last change, whatever its day.
    #[must_use]
    pub fn last(&self) -> Option<&(NaiveDate, T)> {
        self.0.last()
    }

    /// The changes, first first.
    pub fn changes(&self) -> impl Iterator<Item = &(NaiveDate, T)> {
        self.0.iter()
    }

    /// It becomes this on a day; what was said of that very day is replaced, what was said of later days stands.
    pub fn set(&mut self, day: NaiveDate, value: T) {
        let at = self.0.partition_point(|(from, _)| *from < day);
        match self.0.get_mut(at) {
            Some(entry) if entry.0 == day => entry.1 = value,
            _ => self.0.insert(at, (day, value)),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn both_ends_are_included_and_an_open_end_holds_for_ever() {
        let period = Period::years(2023, 2026).unwrap();
        for (on, holds) in [
            ("2022-12-31", false),
            ("2023-01-01", true),
            ("2026-12-31", true),
            ("2027-01-01", false),
        ] {
            assert_eq!(period.holds(day(on)), holds, "{on}");
        }
        assert!(Period::since(day("2023-01-01")).holds(day("2999-01-01")));
        assert!(Period::ALWAYS.holds(day("0001-01-01")));
        assert_eq!((period.days(), period.months()), (Some(1_461), Some(48)));
    }

    #[test]
    fn a_period_that_runs_backwards_does_not_exist_even_in_storage() {
        let text = r#"{"from":"2024-01-02","to":"2024-01-01"}"#;
        assert!(serde_json::from_str::<Period>(text).is_err());
        assert_eq!(
            serde_json::from_str::<Period>("{}").unwrap(),
            Period::ALWAYS
        );
    }

    #[test]
    fn two_days_of_two_months_are_two_months() {
        let period = Period::new(Some(day("2024-01-31")), Some(day("2024-02-01"))).unwrap();
        assert_eq!((period.days(), period.months()), (Some(2), Some(2)));
    }

    #[test]
    fn a_view_is_of_today_unless_a_day_is_asked() {
        let today = day("2026-11-29");
        assert_eq!(as_of(None, today), Ok(today));
        assert_eq!(as_of(Some(" "), today), Ok(today));
        assert_eq!(as_of(Some("2024-01-15"), today), Ok(day("2024-01-15")));
        for text in ["15/01/2024", "2024-1-5", "2024-02-30", "hier"] {
            assert!(as_of(Some(text), today).is_err(), "{text}");
        }
    }

    #[test]
    fn a_timeline_tells_what_was_so_on_a_day() {
        let mut share = Timeline::starting(day("2024-01-01"), 100);
        share.set(day("2025-01-01"), 50);
        share.set(day("2024-07-01"), 80);
        share.set(day("2025-01-01"), 60);
        for (on, value) in [
            ("2023-12-31", None),
            ("2024-01-01", Some(&100)),
            ("2024-12-31", Some(&80)),
            ("2026-01-01", Some(&60)),
        ] {
            assert_eq!(share.on(day(on)), value, "{on}");
        }
        assert_eq!(share.changes().count(), 3);
    }

    fn period() -> impl Strategy<Value = Period> {
        let end = || prop::option::of(0..400_i32);
        (end(), end()).prop_filter_map("backwards", |(from, to)| {
            let date = |n: i32| NaiveDate::from_num_days_from_ce_opt(738_000 + n);
            Period::new(from.and_then(date), to.and_then(date)).ok()
        })
    }

    proptest! {
        #[test]
        fn the_days_shared_are_those_that_both_hold(one in period(), two in period(), n in 0..400) {
            let on = NaiveDate::from_num_days_from_ce_opt(738_000 + n).unwrap();
            let shared = one.shared(&two);
            prop_assert_eq!(one.holds(on) && two.holds(on), shared.is_some_and(|both| both.holds(on)));
            prop_assert_eq!(shared, two.shared(&one));
        }
    }
}
