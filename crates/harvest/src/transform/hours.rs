//! The opening hours of a place, from whichever columns hold them.

use chrono::Weekday;
use portulan_formats::Record;
use portulan_hours::french::{Doubt, Reading, Weeks, in_weeks, read_text, read_week};
use portulan_text::fold;

use crate::mapping::HoursColumns;
use crate::{Draft, Field, Severity};

/// Gives the draft its hours; what could not be read stays as text.
pub(super) fn fill(draft: &mut Draft, columns: &HoursColumns, row: &Record) {
    let Some((raw, reading)) = read(columns, row) else {
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
fn read(columns: &HoursColumns, row: &Record) -> Option<(String, Reading)> {
    let cell = |column: &Option<String>| {
        let cell = row.get(column.as_deref()?)?.trim();
        (!cell.is_empty()).then(|| cell.to_owned())
    };
    let as_text = |text: String| {
        let reading = read_text(&text);
        (text, reading)
    };
    let osm = cell(&columns.osm).map(as_text);
    if let Some((_, reading)) = &osm
        && reading.osm.is_some()
    {
        return osm;
    }
    let days = read_days(columns, row);
    if let Some((_, reading)) = &days
        && reading.osm.is_some()
    {
        return days;
    }
    let week = cell(&columns.week).map(as_text);
    week.or(days).or(osm)
}

fn read_days(columns: &HoursColumns, row: &Record) -> Option<(String, Reading)> {
    let mut cells: Vec<(Weekday, &str)> = Vec::new();
    for (day, names) in &columns.days {
        let filled = names.iter().filter_map(|name| row.get(name)).map(str::trim);
        cells.extend(filled.filter(|cell| !cell.is_empty()).map(|cell| (*day, cell)));
    }
    if cells.is_empty() {
        return None;
    }
    let raw: Vec<String> = cells
        .iter()
        .map(|(day, cell)| format!("{} {cell}", french_day(*day)))
        .collect();
    Some((raw.join(" ; "), read_week(&cells)))
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
