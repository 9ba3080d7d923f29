//! Opening hours: a week to fill, or a text; what a week cannot hold can be kept as it is.

use portulan_hours::french::read_text;
use portulan_hours::{Hours, WeekGrid, Zone};
use portulan_i18n::Words;
use portulan_model::PlaceRecord;
use portulan_text::clean;

use super::answers::Answers;
use super::blocks::{Block, Maker, Note};
use super::week;
use crate::auth::Desk;
use crate::pages::opening::monday;
use crate::pages::schedule::sentence;

/// How the hours are given.
const MODE: &str = "mode";
const WEEK: &str = "semaine";
const TEXT: &str = "texte";
const KEEP: &str = "garder";
/// Longest text, in characters.
const LONGEST: usize = 1_000;

fn grid(record: &PlaceRecord) -> Option<WeekGrid> {
    let hours = Hours::parse(record.hours.as_deref()?, zone(record)).ok()?;
    WeekGrid::of(&hours)
}

/// The day that it is where the place stands.
fn today(desk: &Desk, record: &PlaceRecord) -> chrono::NaiveDate {
    zone(record).local(desk.visit.now).date()
}

fn zone(record: &PlaceRecord) -> Zone {
    Zone::of(record.address.insee)
}

pub(super) fn fill(record: &PlaceRecord, answers: &mut Answers) {
    let mode = match (&record.hours, &record.hours_text, grid(record)) {
        (Some(_), _, None) => KEEP,
        (None, Some(_), _) => TEXT,
        (_, _, held) => {
            week::fill(&held.unwrap_or_default(), answers);
            WEEK
        }
    };
    answers.put(MODE, mode);
    answers.put(TEXT, record.hours_text.clone().unwrap_or_default());
}

pub(super) fn read(desk: &Desk, answers: &mut Answers, record: &mut PlaceRecord) {
    let words = desk.words();
    let text = clean(answers.text(TEXT));
    if text.chars().count() > LONGEST {
        answers.fault(TEXT, words.with("edit-too-long", &[("n", LONGEST.into())]));
        return;
    }
    match answers.text(MODE) {
        KEEP if record.hours.is_some() => {}
        TEXT => (record.hours, record.hours_text) = understood(text),
        _ => {
            let mut grid = week::read(words, answers);
            week::forget_over(&mut grid, today(desk, record));
            record.hours = grid.osm();
            record.hours_text = (!text.is_empty()).then_some(text);
        }
    }
}

/// Hours where the whole text is understood; else the text itself.
fn understood(text: String) -> (Option<String>, Option<String>) {
    let reading = read_text(&text);
    let whole = reading.rest.is_empty() && reading.doubts.is_empty();
    match reading.osm.filter(|_| whole) {
        Some(osm) => (Some(osm), None),
        None => (None, (!text.is_empty()).then_some(text)),
    }
}

pub(super) fn blocks(
    desk: &Desk,
    maker: &Maker<'_>,
    record: &PlaceRecord,
    preview: bool,
) -> Vec<Block> {
    let words = maker.words;
    let kept = record.hours.is_some() && grid(record).is_none();
    let modes: &[&str] = if kept {
        &[KEEP, WEEK, TEXT]
    } else {
        &[WEEK, TEXT]
    };
    let mut blocks = Vec::new();
    if kept {
        blocks.push(Block::Note(Note {
            title: words.get("edit-hours-kept"),
            lines: told(desk, record),
        }));
    }
    blocks.push(maker.one_of(MODE, modes));
    blocks.push(week::block(maker));
    blocks.push(maker.boxes("ferme", &["feries", "vacances"]));
    blocks.push(week::closing_block(maker));
    blocks.push(maker.area(TEXT, 3));
    blocks.push(Block::Button("voir", words.get("edit-preview")));
    if preview {
        let mut mine = record.clone();
        read(desk, &mut maker.answers.clone(), &mut mine);
        blocks.push(Block::Preview(Note {
            title: words.get("edit-preview-title"),
            lines: told(desk, &mine),
        }));
    }
    blocks
}

/// The hours of a record in words.
fn told(desk: &Desk, record: &PlaceRecord) -> Vec<String> {
    let words = desk.words();
    let Some(text) = &record.hours else {
        return untold(words, record.hours_text.as_deref());
    };
    let Ok(hours) = Hours::parse(text, zone(record)) else {
        return vec![text.clone()];
    };
    if let Some(grid) = WeekGrid::of(&hours) {
        return week::told(words, &grid);
    }
    let week = sentence(words.lang(), &hours, monday(today(desk, record)));
    let vary = words.with("edit-hours-vary", &[("week", week.into())]);
    vec![vary, text.clone()]
}

fn untold(words: Words, text: Option<&str>) -> Vec<String> {
    match text {
        None => vec![words.get("edit-hours-none")],
        Some(text) => vec![words.get("edit-hours-unread"), text.to_owned()],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_becomes_hours_only_where_all_of_it_is_understood() {
        let read = |text: &str| understood(text.to_owned());
        assert_eq!(
            read("du lundi au vendredi de 9h à 12h"),
            (Some("Mo-Fr 09:00-12:00".to_owned()), None)
        );
        let odd = "quand la lune est pleine";
        assert_eq!(read(odd), (None, Some(odd.to_owned())));
        assert_eq!(read(""), (None, None));
    }
}
