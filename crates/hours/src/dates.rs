//! Whether a day satisfies the date conditions of a rule.

use chrono::{Datelike, Duration, NaiveDate};

use crate::holidays::easter;
use crate::rules::{
    Anchor, DateFilter, DateRange, HolidayKind, HolidayRef, WeekRange, WeekdayRange, YearRange,
};
use crate::zone::Zone;

/// Answer of a condition; `Maybe` when the calendar that it needs is not known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Match {
    No,
    Maybe,
    Yes,
}

impl From<bool> for Match {
    fn from(yes: bool) -> Self {
        if yes { Self::Yes } else { Self::No }
    }
}

/// "Or" of a list of conditions; an empty list lets everything through.
fn any<T: Copy>(list: &[T], test: impl Fn(T) -> Match) -> Match {
    if list.is_empty() {
        return Match::Yes;
    }
    list.iter()
        .map(|&one| test(one))
        .max()
        .unwrap_or(Match::Yes)
}

/// Whether a day passes all the conditions.
pub(crate) fn matches(filter: &DateFilter, day: NaiveDate, zone: Zone) -> Match {
    let sure = any(&filter.weekdays, |part| weekday(part, day, zone))
        .min(any(&filter.years, |range| year(range, day.year()).into()));
    if sure == Match::No {
        return Match::No;
    }
    sure.min(any(&filter.holidays, |part| holiday(part, day, zone)))
        .min(any(&filter.months, |range| date(range, day).into()))
        .min(any(&filter.monthdays, |range| date(range, day).into()))
        .min(any(&filter.weeks, |range| week(range, day).into()))
}

fn year(range: YearRange, year: i32) -> bool {
    year >= range.from
        && range.to.is_none_or(|last| year <= last)
        && (year - range.from) % range.period.max(1) == 0
}

fn week(range: WeekRange, day: NaiveDate) -> bool {
    let week = day.iso_week().week();
    (range.from..=range.to).contains(&week)
        && (week - range.from).is_multiple_of(range.period.max(1))
}

fn weekday(part: WeekdayRange, day: NaiveDate, zone: Zone) -> Match {
    match part {
        WeekdayRange::Days { from, to } => {
            let today = weekday_number(day);
            let inside = if from <= to {
                (from..=to).contains(&today)
            } else {
                today >= from || today <= to
            };
            inside.into()
        }
        WeekdayRange::Nth {
            weekday,
            nth,
            offset,
        } => day
            .checked_sub_signed(Duration::days(offset))
            .is_some_and(|counted| is_nth(counted, weekday, nth))
            .into(),
        WeekdayRange::Holiday(part) => holiday(part, day, zone),
    }
}

/// Weekday from Monday = 0.
pub(crate) fn weekday_number(day: NaiveDate) -> u8 {
    u8::try_from(day.weekday().num_days_from_monday()).unwrap_or_default()
}

/// Whether a day is the n-th such weekday of its month, counted from the end when negative.
fn is_nth(day: NaiveDate, weekday: u8, nth: i8) -> bool {
    if weekday_number(day) != weekday {
        return false;
    }
    let days = days_in_month(day.year(), day.month());
    let rank = if nth > 0 {
        day.day0() / 7 + 1
    } else {
        (days - day.day()) / 7 + 1
    };
    rank == u32::from(nth.unsigned_abs())
}

/// Number of days of a month.
pub(crate) fn days_in_month(year: i32, month: u32) -> u32 {
    (28..=31)
        .rev()
        .find(|&day| NaiveDate::from_ymd_opt(year, month, day).is_some())
        .unwrap_or(28)
}

fn holiday(part: HolidayRef, day: NaiveDate, zone: Zone) -> Match {
    let Some(day) = day.checked_sub_signed(Duration::days(part.offset)) else {
        return Match::No;
    };
    match part.kind {
        HolidayKind::Public => zone.public_holiday(day),
        HolidayKind::School => zone.school_holiday(day),
    }
}

fn date(range: DateRange, day: NaiveDate) -> bool {
    match range {
        DateRange::Months { from, to } => {
            let month = u8::try_from(day.month()).unwrap_or_default();
            if from <= to {
                (from..=to).contains(&month)
            } else {
                month >= from || month <= to
            }
        }
        DateRange::Days {
            year,
            month,
            from,
            to,
            period,
        } => {
            year.is_none_or(|year| year == day.year())
                && u32::from(month) == day.month()
                && (from..=to).contains(&day.day())
                && (day.day() - from).is_multiple_of(period.max(1))
        }
        DateRange::Between { from, to } => between(from, to, day),
        DateRange::Easter { year, offset } => {
            year.is_none_or(|year| year == day.year())
                && easter(day.year())
                    .and_then(|sunday| sunday.checked_add_signed(Duration::days(offset)))
                    == Some(day)
        }
    }
}

/// A range between two anchors, taken in the year of the day when they name none; one that ends before it
/// begins goes over New Year.
fn between(from: Anchor, to: Anchor, day: NaiveDate) -> bool {
    let (Some(from), Some(end)) = (start(from, day.year()), end(to, day.year())) else {
        return false;
    };
    if end < from {
        !(end..from).contains(&day)
    } else {
        (from..end).contains(&day)
    }
}

/// First day of a range.
fn start(anchor: Anchor, year: i32) -> Option<NaiveDate> {
    match anchor {
        Anchor::Day {
            year: own,
            month,
            day,
        } => {
            let year = own.unwrap_or(year);
            // 29 February of a common year is 1 March.
            NaiveDate::from_ymd_opt(year, u32::from(month), day)
                .or_else(|| NaiveDate::from_ymd_opt(year, u32::from(month) + 1, 1))
        }
        Anchor::Nth {
            year: own,
            month,
            weekday,
            nth,
            offset,
        } => nth_day(own.unwrap_or(year), u32::from(month), weekday, nth)?
            .checked_add_signed(Duration::days(offset)),
        Anchor::Easter { year: own, offset } => {
            easter(own.unwrap_or(year))?.checked_add_signed(Duration::days(offset))
        }
    }
}

/// Day after the last one of a range. A range up to `easter` stops the evening before, as the reference
/// program has it.
fn end(anchor: Anchor, year: i32) -> Option<NaiveDate> {
    match anchor {
        Anchor::Easter { .. } => start(anchor, year),
        Anchor::Day {
            year: own,
            month,
            day,
        } => {
            let year = own.unwrap_or(year);
            NaiveDate::from_ymd_opt(year, u32::from(month), 1)?
                .checked_add_signed(Duration::days(i64::from(day)))
        }
        Anchor::Nth { .. } => start(anchor, year)?.succ_opt(),
    }
}

/// The n-th such weekday of a month; the fifth of a month with four falls in the next one.
fn nth_day(year: i32, month: u32, weekday: u8, nth: i8) -> Option<NaiveDate> {
    let first = NaiveDate::from_ymd_opt(year, month, 1)?;
    let from = if nth > 0 {
        first
    } else {
        first.checked_add_months(chrono::Months::new(1))?
    };
    let ahead = (i64::from(weekday) - i64::from(weekday_number(from))).rem_euclid(7);
    let weeks = i64::from(nth) - i64::from(nth > 0);
    from.checked_add_signed(Duration::days(ahead + weeks * 7))
}
