//! The week editor: between a form and a [`WeekGrid`].

use chrono::NaiveDate;
use portulan_hours::{Closing, WeekGrid};
use portulan_i18n::{Words, week_sentence, weekday};

use super::answers::Answers;
use super::blocks::{Block, Cell, Maker, Period, Periods, Week, WeekDay};
use super::clock;

/// The days, from Monday.
pub(super) const DAYS: [(&str, chrono::Weekday); 7] = [
    ("lundi", chrono::Weekday::Mon),
    ("mardi", chrono::Weekday::Tue),
    ("mercredi", chrono::Weekday::Wed),
    ("jeudi", chrono::Weekday::Thu),
    ("vendredi", chrono::Weekday::Fri),
    ("samedi", chrono::Weekday::Sat),
    ("dimanche", chrono::Weekday::Sun),
];
/// Working days: a day is copied as far as the last of them, Saturday onto Sunday.
const WORKING: usize = 5;
/// What begins the value of a button that copies a day.
pub(super) const COPY: &str = "copier-";
/// Rows of closings offered beyond those that are filled.
const BLANK: usize = 2;
/// Most closings read: some years of holidays.
const CLOSINGS: usize = 60;

/// Writes a grid into a form.
pub(super) fn fill(grid: &WeekGrid, answers: &mut Answers) {
    for ((slug, _), ranges) in DAYS.iter().zip(&grid.days) {
        for (from, to) in ranges {
            answers.add(start(slug), clock::written(*from));
            answers.add(end(slug), clock::written(*to));
        }
    }
    if grid.public_holidays_off {
        answers.add("ferme", "feries");
    }
    if grid.school_holidays_off {
        answers.add("ferme", "vacances");
    }
    for closing in &grid.closings {
        answers.add("ferme-de", closing.from.to_string());
        answers.add("ferme-a", closing.to.to_string());
    }
}

/// Reads a grid from a form; what is wrong is said day by day.
pub(super) fn read(words: Words, answers: &mut Answers) -> WeekGrid {
    let mut grid = WeekGrid {
        public_holidays_off: answers.has("ferme", "feries"),
        school_holidays_off: answers.has("ferme", "vacances"),
        closings: closings(words, answers),
        ..WeekGrid::default()
    };
    for ((slug, _), ranges) in DAYS.iter().zip(&mut grid.days) {
        match day(answers, slug) {
            Ok(read) => *ranges = read,
            Err(id) => answers.fault(*slug, words.get(id)),
        }
    }
    grid
}

/// The ranges of a day, or the message that says what is wrong.
fn day(answers: &Answers, slug: &str) -> Result<Vec<(u16, u16)>, &'static str> {
    let (starts, ends) = (start(slug), end(slug));
    let pairs = answers.every(&starts).zip(answers.every(&ends));
    let mut ranges = Vec::new();
    for (from, to) in pairs {
        let (from, to) = (from.trim(), to.trim());
        if from.is_empty() && to.is_empty() {
            continue;
        }
        if from.is_empty() || to.is_empty() {
            return Err("edit-week-half");
        }
        let read = clock::read(from).zip(clock::read_end(to));
        let (from, to) = read.ok_or("edit-week-time")?;
        if from >= to {
            return Err("edit-week-backwards");
        }
        ranges.push((from, to));
    }
    ranges.sort_unstable();
    let apart = ranges
        .iter()
        .zip(ranges.iter().skip(1))
        .all(|(a, b)| a.1 < b.0);
    if !apart {
        return Err("edit-week-overlap");
    }
    if ranges.len() > WeekGrid::RANGES {
        return Err("edit-week-many");
    }
    Ok(ranges)
}

fn closings(words: Words, answers: &mut Answers) -> Vec<Closing> {
    let (mut closings, mut wrong) = (Vec::new(), None);
    for (from, to) in answers
        .every("ferme-de")
        .zip(answers.every("ferme-a"))
        .take(CLOSINGS)
    {
        let (from, to) = (from.trim(), to.trim());
        if from.is_empty() && to.is_empty() {
            continue;
        }
        let first = clock::date(if from.is_empty() { to } else { from });
        let last = clock::date(if to.is_empty() { from } else { to });
        match first.zip(last) {
            Some((from, to)) if from <= to => closings.push(Closing { from, to }),
            Some(_) => wrong = Some("edit-closing-backwards"),
            None => wrong = Some("edit-closing-date"),
        }
    }
    if let Some(id) = wrong {
        answers.fault("ferme-de", words.get(id));
    }
    closings.sort_unstable();
    closings.dedup();
    closings
}

/// Copies a day onto those after it, when a button asks for it.
pub(super) fn copy(answers: &mut Answers, gesture: &str) -> bool {
    let Some(wanted) = gesture.strip_prefix(COPY) else {
        return false;
    };
    let Some(from) = DAYS.iter().position(|(slug, _)| *slug == wanted) else {
        return false;
    };
    let taken = |name: String| answers.every(&name).map(str::to_owned).collect::<Vec<_>>();
    let (starts, ends) = (taken(start(wanted)), taken(end(wanted)));
    for (slug, _) in onto(from) {
        for (name, values) in [(start(slug), &starts), (end(slug), &ends)] {
            answers.drop(&name);
            for value in values {
                answers.add(name.as_str(), value.as_str());
            }
        }
    }
    true
}

/// The days onto which a day is copied.
fn onto(day: usize) -> impl Iterator<Item = &'static (&'static str, chrono::Weekday)> {
    let end = if day < WORKING { WORKING } else { DAYS.len() };
    DAYS.iter().take(end).skip(day + 1)
}

/// The week as fields.
pub(super) fn block(maker: &Maker<'_>) -> Block {
    let words = maker.words;
    let days = DAYS.iter().enumerate();
    Block::Week(Week {
        legend: words.get("edit-week"),
        hint: words.get("edit-week-hint"),
        heads: (1..=WeekGrid::RANGES)
            .map(|n| words.with("edit-week-range", &[("n", n.into())]))
            .collect(),
        days: days
            .map(|(index, (slug, day))| {
                let name = weekday(words.lang(), *day);
                let last = onto(index).last();
                WeekDay {
                    slug,
                    wrong: maker.answers.wrong(slug),
                    cells: cells(maker, slug, &name),
                    copy: last.map(|(_, last)| {
                        let told = [
                            ("day", name.as_str().into()),
                            ("last", weekday(words.lang(), *last).into()),
                        ];
                        (format!("{COPY}{slug}"), words.with("edit-week-copy", &told))
                    }),
                    name,
                }
            })
            .collect(),
    })
}

fn cells(maker: &Maker<'_>, slug: &str, day: &str) -> Vec<Cell> {
    let (starts, ends) = (start(slug), end(slug));
    let mut from = maker.answers.every(&starts);
    let mut to = maker.answers.every(&ends);
    (1..=WeekGrid::RANGES)
        .map(|n| {
            let told = [("day", day.into()), ("n", n.into())];
            let label = |id: &str| maker.words.with(id, &told);
            let value = |next: Option<&str>| next.unwrap_or_default().to_owned();
            Cell {
                from: (starts.clone(), label("edit-week-from"), value(from.next())),
                to: (ends.clone(), label("edit-week-to"), value(to.next())),
            }
        })
        .collect()
}

/// The closings as fields.
pub(super) fn closing_block(maker: &Maker<'_>) -> Block {
    let (words, answers) = (maker.words, maker.answers);
    let told = answers.every("ferme-de").zip(answers.every("ferme-a"));
    let told = told.filter(|(from, to)| !from.trim().is_empty() || !to.trim().is_empty());
    let rows = told.chain(std::iter::repeat_n(("", ""), BLANK)).enumerate();
    let label = |id: &str, n: usize| words.with(id, &[("n", n.into())]);
    Block::Periods(Periods {
        legend: words.get("edit-closings"),
        hint: words.get("edit-closings-hint"),
        wrong: answers.wrong("ferme-de"),
        from: "ferme-de",
        to: Some("ferme-a"),
        rows: rows
            .map(|(index, (from, to))| Period {
                from_label: label("edit-closing-from", index + 1),
                from: from.to_owned(),
                to_label: label("edit-closing-to", index + 1),
                to: to.to_owned(),
            })
            .collect(),
    })
}

/// A grid in words, a line each: the week, holidays, closings.
pub(super) fn told(words: Words, grid: &WeekGrid) -> Vec<String> {
    let lang = words.lang();
    if grid.is_empty() {
        return vec![words.get("edit-hours-none")];
    }
    let mut lines = vec![week_sentence(lang, &grid.days)];
    if grid.public_holidays_off {
        lines.push(words.get("edit-told-feries"));
    }
    if grid.school_holidays_off {
        lines.push(words.get("edit-told-vacances"));
    }
    lines.extend(grid.closings.iter().map(|closing| {
        let days = portulan_i18n::date_range(lang, closing.from, closing.to);
        words.with("edit-told-closing", &[("days", days.into())])
    }));
    lines
}

/// Closings that are over on a day are of no more use.
pub(super) fn forget_over(grid: &mut WeekGrid, today: NaiveDate) {
    grid.closings.retain(|closing| closing.to >= today);
}

fn start(slug: &str) -> String {
    format!("{slug}-de")
}

fn end(slug: &str) -> String {
    format!("{slug}-a")
}

#[cfg(test)]
mod tests {
    use portulan_hours::{Hours, Zone};
    use portulan_i18n::Lang;

    use super::*;

    const TEXT: &str =
        "Mo-Fr 09:00-12:00,14:00-18:00; Sa 10:00-24:00; PH off; 2026 Dec 24-2027 Jan 02 off";

    fn form(pairs: &[(&str, &str)]) -> Answers {
        let own = |(name, value): &(&str, &str)| ((*name).to_owned(), (*value).to_owned());
        Answers::of(pairs.iter().map(own).collect())
    }

    #[test]
    fn a_week_survives_the_form() {
        let grid = WeekGrid::of(&Hours::parse(TEXT, Zone::default()).unwrap()).unwrap();
        let mut answers = Answers::default();
        fill(&grid, &mut answers);
        assert_eq!(read(Words::new(Lang::Fr), &mut answers), grid);
        assert_eq!(answers.faults(), 0);
        assert_eq!(grid.osm().unwrap(), TEXT);
    }

    #[test]
    fn every_day_that_is_wrong_is_said_at_once() {
        let mut answers = form(&[
            ("lundi-de", "09:00"),
            ("lundi-a", ""),
            ("mardi-de", "12:00"),
            ("mardi-a", "09:00"),
            ("mercredi-de", "09:00"),
            ("mercredi-a", "12:00"),
            ("mercredi-de", "11:00"),
            ("mercredi-a", "13:00"),
            ("jeudi-de", "<script>"),
            ("jeudi-a", "12:00"),
            ("ferme-de", "2026-12-31"),
            ("ferme-a", "2026-12-24"),
        ]);
        read(Words::new(Lang::Fr), &mut answers);
        assert_eq!(answers.faults(), 5);
    }

    #[test]
    fn a_day_is_copied_to_the_end_of_the_working_week() {
        let mut answers = form(&[("mardi-de", "09:00"), ("mardi-a", "12:00")]);
        assert!(copy(&mut answers, "copier-mardi"));
        let grid = read(Words::new(Lang::Fr), &mut answers);
        assert_eq!(grid.osm().unwrap(), "Tu-Fr 09:00-12:00");
        assert!(!copy(&mut answers, "copier-jamais"));
    }
}
