//! When a session is held: every week, with its first and last day and the days without it, or once.

use chrono::{NaiveDate, NaiveTime};
use portulan_hours::{Hours, WeekGrid, Zone};
use portulan_i18n::{Words, date_short};
use portulan_model::SessionTime;

use super::super::answers::Answers;
use super::super::blocks::{Block, Maker, Note, Period, Periods};
use super::super::{clock, week};
use crate::auth::Desk;
use crate::pages::opening::monday;
use crate::pages::schedule::sentence;

const KIND: &str = "quand";
const WEEKLY: &str = "semaine";
const ONCE: &str = "une-fois";
const KEEP: &str = "garder";
const FIRST: &str = "du";
const LAST: &str = "au";
const EXCEPT: &str = "sauf";
const DAY: &str = "jour";
const START: &str = "debut";
const END: &str = "fin";
/// Rows offered for days without the session.
const BLANK: usize = 3;
/// Most days without the session.
const MOST: usize = 100;

/// A week that can be filled: dated closings of a session are days without it, which have fields of their own.
fn grid(osm: &str) -> Option<WeekGrid> {
    let hours = Hours::parse(osm, Zone::default()).ok()?;
    WeekGrid::of(&hours).filter(|grid| grid.closings.is_empty())
}

pub(super) fn fill(time: &SessionTime, answers: &mut Answers) {
    match time {
        SessionTime::Recurring {
            osm,
            from,
            until,
            except,
        } => {
            let held = grid(osm);
            answers.put(KIND, if held.is_some() { WEEKLY } else { KEEP });
            week::fill(&held.unwrap_or_default(), answers);
            let day = |day: &Option<NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
            answers.add(FIRST, day(from));
            answers.add(LAST, day(until));
            for day in except {
                answers.add(EXCEPT, day.to_string());
            }
        }
        SessionTime::Dated { day, start, end } => {
            answers.put(KIND, ONCE);
            answers.add(DAY, day.to_string());
            answers.add(START, start.format("%H:%M").to_string());
            answers.add(END, end.format("%H:%M").to_string());
        }
    }
}

pub(super) fn read(
    desk: &Desk,
    answers: &mut Answers,
    known: Option<&SessionTime>,
) -> Option<SessionTime> {
    if answers.text(KIND) == ONCE {
        return once(desk, answers);
    }
    let words = desk.words();
    let kept = match known {
        Some(SessionTime::Recurring { osm, .. }) if answers.text(KIND) == KEEP => Some(osm.clone()),
        _ => None,
    };
    let osm = kept.or_else(|| weekly(words, answers));
    let from = day(desk, answers, FIRST);
    let until = day(desk, answers, LAST);
    if from.zip(until).is_some_and(|(from, until)| from > until) {
        answers.fault(LAST, words.get("edit-closing-backwards"));
    }
    let read: Vec<Option<NaiveDate>> = answers.told(EXCEPT).map(clock::date).collect();
    if read.iter().any(Option::is_none) || read.len() > MOST {
        answers.fault(EXCEPT, words.get("edit-closing-date"));
    }
    let mut except: Vec<NaiveDate> = read.into_iter().flatten().collect();
    except.sort_unstable();
    except.dedup();
    Some(SessionTime::Recurring {
        osm: osm?,
        from,
        until,
        except,
    })
}

/// The week that is filled in; an empty one is said.
fn weekly(words: Words, answers: &mut Answers) -> Option<String> {
    let osm = week::read(words, answers).osm();
    if osm.is_none() && answers.faults() == 0 {
        answers.fault("lundi", words.get("edit-session-never"));
    }
    osm
}

fn once(desk: &Desk, answers: &mut Answers) -> Option<SessionTime> {
    let words = desk.words();
    let day = day(desk, answers, DAY);
    if answers.text(DAY).is_empty() {
        answers.fault(DAY, words.get("edit-jour-missing"));
    }
    let time = |text: &str| {
        let minutes = u32::from(clock::read(text)?);
        NaiveTime::from_num_seconds_from_midnight_opt(minutes * 60, 0)
    };
    let (start, end) = (time(answers.text(START)), time(answers.text(END)));
    if start.is_none() {
        answers.fault(START, words.get("edit-week-time"));
    }
    if end.is_none() {
        answers.fault(END, words.get("edit-week-time"));
    }
    if start.zip(end).is_some_and(|(start, end)| start >= end) {
        answers.fault(END, words.get("edit-week-backwards"));
    }
    Some(SessionTime::Dated {
        day: day?,
        start: start?,
        end: end?,
    })
}

fn day(desk: &Desk, answers: &mut Answers, name: &str) -> Option<NaiveDate> {
    let text = answers.text(name).to_owned();
    let read = clock::date(&text);
    if read.is_none() && !text.is_empty() {
        answers.fault(name, desk.words().get("edit-closing-date"));
    }
    read
}

pub(super) fn blocks(
    desk: &Desk,
    maker: &Maker<'_>,
    known: Option<&SessionTime>,
    preview: bool,
) -> Vec<Block> {
    let words = maker.words;
    let mut blocks = Vec::new();
    let kept = match known {
        Some(SessionTime::Recurring { osm, .. }) if grid(osm).is_none() => Some(osm),
        _ => None,
    };
    if let Some(osm) = kept {
        blocks.push(Block::Note(Note {
            title: words.get("edit-hours-kept"),
            lines: vec![plain(desk, osm), osm.clone()],
        }));
        blocks.push(maker.one_of(KIND, &[KEEP, WEEKLY, ONCE]));
    } else {
        blocks.push(maker.one_of(KIND, &[WEEKLY, ONCE]));
    }
    blocks.push(week::block(maker));
    blocks.push(maker.boxes("ferme", &["feries", "vacances"]));
    blocks.push(maker.text(FIRST, "date"));
    blocks.push(maker.text(LAST, "date"));
    blocks.push(exceptions(maker));
    blocks.push(maker.text(DAY, "date"));
    blocks.push(maker.text(START, "time"));
    blocks.push(maker.text(END, "time"));
    blocks.push(Block::Button("voir", words.get("edit-preview")));
    if preview {
        let read = read(desk, &mut maker.answers.clone(), known);
        blocks.push(Block::Preview(Note {
            title: words.get("edit-preview-title"),
            lines: read.map_or_else(Vec::new, |time| told(desk, &time)),
        }));
    }
    blocks
}

fn exceptions(maker: &Maker<'_>) -> Block {
    let words = maker.words;
    let known = maker.answers.told(EXCEPT);
    let rows = known.chain(std::iter::repeat_n("", BLANK)).enumerate();
    Block::Periods(Periods {
        legend: words.get("edit-sauf"),
        hint: words.get("edit-sauf-hint"),
        wrong: maker.answers.wrong(EXCEPT),
        from: EXCEPT,
        to: None,
        rows: rows
            .map(|(index, day)| Period {
                from_label: words.with("edit-sauf-n", &[("n", (index + 1).into())]),
                from: day.to_owned(),
                to_label: String::new(),
                to: String::new(),
            })
            .collect(),
    })
}

/// When it is held, in words.
pub(super) fn told(desk: &Desk, time: &SessionTime) -> Vec<String> {
    let words = desk.words();
    let lang = words.lang();
    match time {
        SessionTime::Dated { day, start, end } => {
            let times = portulan_i18n::time_range(lang, *start, *end);
            vec![format!("{}, {times}", portulan_i18n::date(lang, *day))]
        }
        SessionTime::Recurring { osm, except, .. } => {
            let mut lines = match grid(osm) {
                Some(grid) => week::told(words, &grid),
                None => vec![plain(desk, osm)],
            };
            lines.extend(except.iter().map(|day| {
                let told = [("days", date_short(lang, *day).into())];
                words.with("edit-told-closing", &told)
            }));
            lines
        }
    }
}

fn plain(desk: &Desk, osm: &str) -> String {
    let words = desk.words();
    Hours::parse(osm, Zone::default()).map_or_else(
        |_unreadable| osm.to_owned(),
        |hours| {
            let week = sentence(words.lang(), &hours, monday(desk.visit.today()));
            words.with("edit-hours-vary", &[("week", week.into())])
        },
    )
}
