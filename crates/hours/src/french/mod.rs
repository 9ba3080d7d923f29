//! Opening hours as people write them in French, put into OSM's grammar.
//!
//! A text is cut into [tokens], the tokens into [groups] of days and times, and the groups are [written](write) as one
//! OSM string. What could not be read is given back as it was: a wrong reading is worse than none, so a phrase that
//! could change the meaning of another takes it along.

mod groups;
mod guard;
mod months;
mod parts;
#[cfg(test)]
mod tests;
mod tokens;
mod write;

use chrono::Weekday;

use crate::hours::Hours;
use crate::zone::Zone;

/// What was read of a text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reading {
    /// A valid OSM string; nothing where nothing was read.
    pub osm: Option<String>,
    /// Phrases that were not read, as they were.
    pub rest: Vec<String>,
    /// What is odd in the hours themselves.
    pub doubts: Vec<Doubt>,
}

/// What is odd in hours that were read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Doubt {
    /// Two ranges of a day overlap: they were joined.
    Overlap,
    /// A range ends when it begins, or before: it was not read.
    Backwards,
}

impl Doubt {
    /// Its name in reports.
    #[must_use]
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Overlap => "hours-overlap",
            Self::Backwards => "hours-backwards",
        }
    }
}

/// Every other week.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Weeks {
    /// Weeks 1, 3, 5… of the ISO calendar.
    Odd,
    /// Weeks 2, 4, 6…
    Even,
}

impl Weeks {
    /// The prefix in OSM's grammar.
    #[must_use]
    pub const fn prefix(self) -> &'static str {
        match self {
            Self::Odd => "week 1-53/2",
            Self::Even => "week 2-52/2",
        }
    }
}

/// Longest text looked at, in characters: beyond, it is prose.
const LONGEST: usize = 1_500;

/// Reads a text: OSM as it is, or French.
#[must_use]
pub fn read_text(text: &str) -> Reading {
    let text = text.trim();
    if text.is_empty() {
        return Reading::default();
    }
    if text.chars().nth(LONGEST).is_some() {
        return kept(text, Vec::new());
    }
    if let Some(reading) = as_osm(text) {
        return reading;
    }
    by_months(text).unwrap_or_else(|| read_plain(text))
}

fn read_plain(text: &str) -> Reading {
    let mut parsed = groups::parse(&tokens::tokens(text), None);
    parsed.poisoned |= parsed.rest.iter().any(|rest| guard::restricts(rest));
    finish(text, parsed)
}

/// Hours that change with the months, where all of them were read.
fn by_months(text: &str) -> Option<Reading> {
    let (before, seasons) = months::cut(text)?;
    let sure = |text: &str| {
        let reading = read_plain(text);
        let whole = reading.rest.is_empty() && reading.doubts.is_empty();
        reading.osm.filter(|osm| whole && osm != "24/7")
    };
    let mut rules = Vec::new();
    if !before.is_empty() {
        rules.push(sure(&before)?);
    }
    for season in seasons {
        // Hours of all the year give way to those of the season, on all days.
        let closed = months::is_closed(&season.text);
        if closed || !before.is_empty() {
            rules.push(format!("{} off", season.months));
        }
        if !closed {
            rules.push(months::within(&season.months, &sure(&season.text)?));
        }
    }
    let osm = rules.join("; ");
    valid(&osm).then(|| Reading {
        osm: Some(osm),
        ..Reading::default()
    })
}

/// Reads the cells of a week; several of one day are its parts, in order.
#[must_use]
pub fn read_week(cells: &[(Weekday, &str)]) -> Reading {
    week_by_months(cells).unwrap_or_else(|| read_plain_week(cells))
}

/// A week some of whose cells have other hours in some months: those override their own day only.
fn week_by_months(cells: &[(Weekday, &str)]) -> Option<Reading> {
    let mut plain = Vec::with_capacity(cells.len());
    let mut seasons: Vec<(String, Vec<(Weekday, String)>)> = Vec::new();
    for (day, cell) in cells {
        let Some((before, season)) = months::bracketed(cell) else {
            plain.push((*day, *cell));
            continue;
        };
        plain.push((*day, before));
        match seasons
            .iter_mut()
            .find(|(months, _)| *months == season.months)
        {
            Some((_, days)) => days.push((*day, season.text)),
            None => seasons.push((season.months, vec![(*day, season.text)])),
        }
    }
    if seasons.is_empty() {
        return None;
    }
    let mut reading = read_plain_week(&plain);
    let mut rules: Vec<String> = reading.osm.take().into_iter().collect();
    for (months, days) in &seasons {
        let days: Vec<(Weekday, &str)> = days
            .iter()
            .map(|(day, text)| (*day, text.as_str()))
            .collect();
        let season = read_plain_week(&days);
        if !season.rest.is_empty() || !season.doubts.is_empty() {
            return None;
        }
        rules.push(months::within(months, &season.osm?));
    }
    let osm = rules.join("; ");
    valid(&osm).then_some(Reading {
        osm: Some(osm),
        ..reading
    })
}

fn read_plain_week(cells: &[(Weekday, &str)]) -> Reading {
    let mut whole = parts::Parsed::default();
    for (day, cell) in cells {
        let cell = cell.trim();
        let mut parsed = groups::parse(&tokens::tokens(cell), Some(*day));
        parsed.poisoned |= parsed.rest.iter().any(|rest| guard::restricts(rest));
        for rest in &mut parsed.rest {
            *rest = guard::named(*day, rest);
        }
        if parsed.poisoned {
            // One day that cannot be read says nothing of the others.
            whole.rest.push(guard::named(*day, cell));
            whole.doubts.extend(parsed.doubts);
            continue;
        }
        whole.groups.extend(parsed.groups);
        whole.rest.extend(parsed.rest);
        whole.doubts.extend(parsed.doubts);
    }
    let text: Vec<&str> = cells.iter().map(|(_, cell)| *cell).collect();
    finish(&text.join(" ; "), whole)
}

/// The same hours every other week only.
#[must_use]
pub fn in_weeks(mut reading: Reading, weeks: Weeks) -> Reading {
    if let Some(osm) = reading.osm.take() {
        let rules: Vec<String> = osm
            .split("; ")
            .map(|rule| match rule {
                "PH off" | "SH off" => rule.to_owned(),
                rule => format!("{} {rule}", weeks.prefix()),
            })
            .collect();
        let osm = rules.join("; ");
        if valid(&osm) {
            reading.osm = Some(osm);
        } else {
            reading.rest.push(osm);
        }
    }
    reading
}

fn finish(text: &str, parsed: parts::Parsed) -> Reading {
    if parsed.poisoned {
        return kept(text, parsed.doubts);
    }
    let mut doubts = parsed.doubts;
    let written = write::osm(&parsed.groups, &mut doubts);
    doubts.sort_by_key(|doubt| doubt.slug());
    doubts.dedup();
    match written {
        Some(osm) if valid(&osm) => Reading {
            osm: Some(osm),
            rest: parsed.rest,
            doubts,
        },
        None if parsed.rest.is_empty() && parsed.groups.iter().all(|group| group.closed) => {
            Reading {
                doubts,
                ..Reading::default()
            }
        }
        _ => kept(text, doubts),
    }
}

fn kept(text: &str, doubts: Vec<Doubt>) -> Reading {
    Reading {
        osm: None,
        rest: vec![text.to_owned()],
        doubts,
    }
}

fn valid(osm: &str) -> bool {
    Hours::parse(osm, Zone::of(None)).is_ok()
}

/// The words of the grammar that real strings use.
const OSM_WORDS: [&str; 33] = [
    "Mo", "Tu", "We", "Th", "Fr", "Sa", "Su", "PH", "SH", "off", "closed", "open", "unknown",
    "week", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    "sunrise", "sunset", "easter", "day", "days", "dawn", "dusk",
];

/// A text that only has words of the grammar is read by it, or not at all.
fn as_osm(text: &str) -> Option<Reading> {
    let unquoted: String = text.split('"').step_by(2).collect();
    let mut words = unquoted
        .split(|c: char| !c.is_alphabetic())
        .filter(|word| !word.is_empty())
        .peekable();
    words.peek().or(text.contains("24/7").then_some(&""))?;
    if !words.all(|word| OSM_WORDS.contains(&word)) {
        return None;
    }
    let hours = Hours::parse(text, Zone::of(None)).ok();
    Some(match hours {
        Some(hours) => {
            if guard::impossible(text) {
                return Some(kept(text, vec![Doubt::Backwards]));
            }
            Reading {
                osm: Some(canonical(text, &hours)),
                rest: Vec::new(),
                doubts: Vec::new(),
            }
        }
        None => kept(text, Vec::new()),
    })
}

/// As it is when its times have two digits; in the grammar's own words otherwise.
fn canonical(text: &str, hours: &Hours) -> String {
    let short = text
        .split(|c: char| !(c.is_ascii_digit() || c == ':'))
        .any(|time| time.find(':') == Some(1));
    if short { hours.text() } else { text.to_owned() }
}
