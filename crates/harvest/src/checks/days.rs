//! Opening hours that mean something, and days that have come.

use std::collections::HashMap;

use chrono::{Days, NaiveDate, NaiveTime};
use portulan_hours::{Hours, OpenState, Zone};

use super::{Check, Findings};
use crate::Field;

/// A week without holidays, in no school holidays of European France.
const PLAIN_MONDAY: Option<NaiveDate> = NaiveDate::from_ymd_opt(2025, 9, 15);
const WEEK_MINUTES: u32 = 7 * 24 * 60;
/// No place of mediation is staffed 90 hours a week.
const LONGEST_WEEK: u32 = 90 * 60;

/// Verdicts already given: many places of a list keep the same hours.
#[derive(Default)]
pub(super) struct Known(HashMap<Zone, HashMap<String, Option<Check>>>);

/// Verdicts kept of each zone; beyond, hours are weighed anew.
const MOST_KNOWN: usize = 5_000;
/// Bytes of the longest hours whose verdict is kept.
const LONGEST_KNOWN: usize = 400;

pub(super) fn check(today: Option<NaiveDate>, known: &mut Known, findings: &mut Findings<'_>) {
    date(today, findings);
    let Some(text) = findings.get(Field::Horaires) else {
        return;
    };
    let commune = findings.get(Field::CodeInsee);
    let zone = Zone::of(commune.and_then(|code| code.parse().ok()));
    let verdicts = known.0.entry(zone).or_default();
    let verdict = verdicts.get(text).copied().unwrap_or_else(|| {
        let verdict = weigh(text, zone, today);
        if verdicts.len() < MOST_KNOWN && text.len() <= LONGEST_KNOWN {
            verdicts.insert(text.to_owned(), verdict);
        }
        verdict
    });
    match verdict {
        Some(Check::HoursUnreadable) => {
            findings.report(Check::HoursUnreadable, Field::Horaires, text, "");
        }
        Some(check) => findings.report(check, Field::Horaires, text, text),
        None => {}
    }
}

fn date(today: Option<NaiveDate>, findings: &mut Findings<'_>) {
    let Some(text) = findings.get(Field::DateMaj) else {
        return;
    };
    match text.parse::<NaiveDate>() {
        Ok(day) if today.is_some_and(|today| day > today) => {
            findings.report(Check::DateFuture, Field::DateMaj, text, text);
        }
        Ok(_) => {}
        Err(_impossible) => findings.report(Check::DateImpossible, Field::DateMaj, text, ""),
    }
}

fn weigh(text: &str, zone: Zone, today: Option<NaiveDate>) -> Option<Check> {
    let Ok(hours) = Hours::parse(text, zone) else {
        return Some(Check::HoursUnreadable);
    };
    // Always the same week: what a list is told of its hours does not change with the holidays of the day.
    let monday = PLAIN_MONDAY?;
    let minutes = minutes_of_week(&hours, monday);
    if minutes == WEEK_MINUTES || has_empty_range(text) {
        Some(Check::HoursRoundTheClock)
    } else if minutes > LONGEST_WEEK {
        Some(Check::HoursTooLong)
    } else if minutes == 0 && never_open(&hours, today.unwrap_or(monday)) {
        Some(Check::HoursNeverOpen)
    } else {
        None
    }
}

fn minutes_of_week(hours: &Hours, monday: NaiveDate) -> u32 {
    let days = (0..7).filter_map(|ahead| monday.checked_add_days(Days::new(ahead)));
    let ranges = days.flat_map(|day| hours.day(day));
    let open = ranges.filter(|range| range.state == OpenState::Open);
    open.map(|range| u32::from(range.to.saturating_sub(range.from)))
        .sum()
}

/// Not open, nor maybe open, for a year.
fn never_open(hours: &Hours, from: NaiveDate) -> bool {
    let to = from.checked_add_days(Days::new(366)).unwrap_or(from);
    hours
        .intervals(from.and_time(NaiveTime::MIN), to.and_time(NaiveTime::MIN))
        .is_empty()
}

/// `09:00-09:00`: meant as closed by those who type it, read as a whole day by programs.
fn has_empty_range(text: &str) -> bool {
    text.match_indices('-').any(|(at, _)| {
        let before = at.checked_sub(5).and_then(|from| text.get(from..at));
        let after = text.get(at + 1..at + 6);
        before == after && before.is_some_and(|time| time.contains(':'))
    })
}
