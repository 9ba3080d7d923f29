//! The opening hours of a place, from whichever columns hold them.

use std::collections::HashMap;

use chrono::Weekday;
use portulan_formats::Record;
use portulan_hours::french::{Doubt, Reading, Weeks, in_weeks, read_text, read_week};
use portulan_text::fold;

use crate::mapping::HoursColumns;
use crate::{Draft, Field, Severity};

/// Readings already made: many places of a list keep the same hours.
#[derive(Debug, Default)]
pub(super) struct Known(HashMap<String, Reading>);

/// Readings kept; beyond, texts are read anew.
const MOST_KNOWN: usize = 20_000;
/// Bytes of the longest text whose reading is kept: longer ones do not come twice.
const LONGEST_KNOWN: usize = 400;

impl Known {
    fn reading(&mut self, raw: &str, read: impl FnOnce() -> Reading) -> Reading {
        if let Some(known) = self.0.get(raw) {
            return known.clone();
        }
        let reading = read();
        if self.0.len() < MOST_KNOWN && raw.len() <= LONGEST_KNOWN {
            self.0.insert(raw.to_owned(), reading.clone());
        }
        reading
    }
}

/// Gives the draft its hours; what could not be read stays as text.
pub(super) fn fill(draft: &mut Draft, columns: &HoursColumns, row: &Record, known: &mut Known) {
    let Some((raw, reading)) = read(columns, row, known) else {
        return;
    };
    let reading = in_given_weeks(draft, columns, row, reading);
    if let Some(osm) = reading.osm {
        draft.set(Field::Horaires, osm);
    }
    if !reading.rest.is_empty() {
        let rest = reading.rest.join(" ; ");
        let (rule, severity) = if draft.get(Field::Horaires).is_some() {
            ("hours-partly-read", Severity::Lost)
        } else {
            ("hours-as-text", Severity::Lost)
        };
        draft.hours_text = Some(raw.clone());
        draft.say(Field::Horaires, &rest, rule, severity);
    }
    for doubt in &reading.doubts {
        draft.say(Field::Horaires, &raw, doubt_rule(*doubt), Severity::Doubt);
    }
    let written = draft.get(Field::Horaires).unwrap_or_default();
    if !written.is_empty() && written != raw {
        draft.say(Field::Horaires, &raw, "hours-written", Severity::Fixed);
    }
}

/// The raw text and what was read, from the first columns that hold anything.
fn read(columns: &HoursColumns, row: &Record, known: &mut Known) -> Option<(String, Reading)> {
    let cell = |column: &Option<String>| {
        let cell = row.get(column.as_deref()?)?.trim();
        (!cell.is_empty()).then(|| cell.to_owned())
    };
    let as_text = |text: String, known: &mut Known| {
        let reading = known.reading(&text, || read_text(&text));
        (text, reading)
    };
    let osm = cell(&columns.osm).map(|text| as_text(text, known));
    if let Some((_, reading)) = &osm
        && reading.osm.is_some()
    {
        return osm;
    }
    let days = read_days(columns, row, known);
    if let Some((_, reading)) = &days
        && reading.osm.is_some()
    {
        return days;
    }
    let week = cell(&columns.week).map(|text| as_text(text, known));
    week.or(days).or(osm)
}

fn read_days(columns: &HoursColumns, row: &Record, known: &mut Known) -> Option<(String, Reading)> {
    let mut cells: Vec<(Weekday, &str)> = Vec::new();
    for (day, names) in &columns.days {
        let filled = names.iter().filter_map(|name| row.get(name)).map(str::trim);
        cells.extend(
            filled
                .filter(|cell| !cell.is_empty())
                .map(|cell| (*day, cell)),
        );
    }
    if cells.is_empty() {
        return None;
    }
    let raw: Vec<String> = cells
        .iter()
        .map(|(day, cell)| format!("{} {cell}", french_day(*day)))
        .collect();
    let raw = raw.join(" ; ");
    let reading = known.reading(&raw, || read_week(&cells));
    Some((raw, reading))
}

const fn french_day(day: Weekday) -> &'static str {
    match day {
        Weekday::Mon => "lundi",
        Weekday::Tue => "mardi",
        Weekday::Wed => "mercredi",
        Weekday::Thu => "jeudi",
        Weekday::Fri => "vendredi",
        Weekday::Sat => "samedi",
        Weekday::Sun => "dimanche",
    }
}

/// "Semaine paire" and "Semaine impaire" in a column of their own.
fn in_given_weeks(
    draft: &mut Draft,
    columns: &HoursColumns,
    row: &Record,
    reading: Reading,
) -> Reading {
    let cell = columns.weeks.as_deref().and_then(|column| row.get(column));
    let words = fold(cell.unwrap_or_default());
    if words.contains("impaire") {
        in_weeks(reading, Weeks::Odd)
    } else if words.contains("paire") {
        in_weeks(reading, Weeks::Even)
    } else {
        if !words.trim().is_empty() && !words.contains("toute") {
            let cell = cell.unwrap_or_default();
            draft.say(Field::Horaires, cell, "weeks-unreadable", Severity::Doubt);
        }
        reading
    }
}

const fn doubt_rule(doubt: Doubt) -> &'static str {
    doubt.slug()
}
