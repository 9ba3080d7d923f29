//! A week of hours in prose: days with the same hours are said together, closed days last.
//!
//! "du lundi au vendredi : 9 h – 12 h 30 et 14 h – 17 h ; samedi : 10 h – 12 h 30 ; fermé dimanche".

use chrono::Weekday;

use crate::dates::weekday;
use crate::lang::Lang;
use crate::times::range;
use crate::words::Words;

/// The days of a week, Monday first.
const WEEK: [Weekday; 7] = [
    Weekday::Mon,
    Weekday::Tue,
    Weekday::Wed,
    Weekday::Thu,
    Weekday::Fri,
    Weekday::Sat,
    Weekday::Sun,
];
/// From this many days in a row, only the first and the last are said.
const RUN: usize = 3;

/// Hours of one day: ranges in minutes after midnight, in order. None means closed.
pub type DayRanges = Vec<(u16, u16)>;

/// Days that share their hours.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// "du lundi au vendredi".
    pub days: String,
    /// "9 h – 12 h 30 et 14 h – 17 h", or "fermé".
    pub hours: String,
    /// Whether these days are closed.
    pub closed: bool,
}

/// The week as groups of days, for a table of two columns. Nothing at all gives no group.
#[must_use]
pub fn week_groups(lang: Lang, week: &[DayRanges; 7]) -> Vec<Group> {
    let mut groups: Vec<(&DayRanges, Vec<usize>)> = Vec::new();
    for (day, ranges) in week.iter().enumerate() {
        match groups.iter_mut().find(|(same, _)| *same == ranges) {
            Some((_, days)) => days.push(day),
            None => groups.push((ranges, vec![day])),
        }
    }
    groups.sort_by_key(|(ranges, _)| ranges.is_empty());
    if matches!(groups.as_slice(), [(ranges, _)] if ranges.is_empty()) {
        return Vec::new();
    }
    groups
        .into_iter()
        .map(|(ranges, days)| Group {
            days: days_words(lang, &days),
            hours: ranges_words(lang, ranges),
            closed: ranges.is_empty(),
        })
        .collect()
}

/// The week as one sentence.
#[must_use]
pub fn week_sentence(lang: Lang, week: &[DayRanges; 7]) -> String {
    let words = Words::new(lang);
    let groups = week_groups(lang, week);
    if groups.is_empty() {
        return words.get("hours-none");
    }
    let parts: Vec<String> = groups
        .into_iter()
        .map(|group| {
            let id = if group.closed {
                "hours-group-closed"
            } else {
                "hours-group"
            };
            words.with(
                id,
                &[("days", group.days.into()), ("hours", group.hours.into())],
            )
        })
        .collect();
    parts.join(&words.get("hours-groups-mark"))
}

/// Ranges of a day: "9 h – 12 h 30 et 14 h – 17 h", or "fermé".
#[must_use]
pub fn ranges_words(lang: Lang, ranges: &[(u16, u16)]) -> String {
    if ranges.is_empty() {
        return Words::new(lang).get("hours-none");
    }
    listed(
        lang,
        ranges
            .iter()
            .map(|(from, to)| range(lang, *from, *to))
            .collect(),
    )
}

/// Days by their rank from Monday = 0: "du lundi au mercredi et vendredi", "tous les jours".
fn days_words(lang: Lang, days: &[usize]) -> String {
    let words = Words::new(lang);
    if days.len() == WEEK.len() {
        return words.get("hours-every-day");
    }
    let name = |day: usize| {
        WEEK.get(day)
            .map(|day| weekday(lang, *day))
            .unwrap_or_default()
    };
    let mut parts = Vec::new();
    for run in runs(days) {
        match run.as_slice() {
            [first, .., last] if run.len() >= RUN => {
                parts.push(words.with(
                    "hours-days",
                    &[("from", name(*first).into()), ("to", name(*last).into())],
                ));
            }
            few => parts.extend(few.iter().map(|day| name(*day))),
        }
    }
    listed(lang, parts)
}

/// Days that follow each other, together.
fn runs(days: &[usize]) -> Vec<Vec<usize>> {
    let mut runs: Vec<Vec<usize>> = Vec::new();
    for day in days {
        match runs.last_mut() {
            Some(run) if run.last().is_some_and(|last| last + 1 == *day) => run.push(*day),
            _ => runs.push(vec![*day]),
        }
    }
    runs
}

/// "a", "a et b", "a, b et c".
#[must_use]
pub fn listed(lang: Lang, mut items: Vec<String>) -> String {
    let Some(last) = items.pop() else {
        return String::new();
    };
    if items.is_empty() {
        return last;
    }
    Words::new(lang).with(
        "format-list",
        &[("head", items.join(", ").into()), ("last", last.into())],
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Spaces made plain, to read the expectations.
    fn plain(text: &str) -> String {
        text.replace(['\u{A0}', '\u{202F}'], " ")
    }

    #[test]
    fn an_office_week_is_said_in_one_breath() {
        let office = vec![(540, 750), (840, 1020)];
        let mut week = [const { Vec::new() }; 7];
        for day in week.iter_mut().take(5) {
            day.clone_from(&office);
        }
        week[5] = vec![(600, 750)];
        assert_eq!(
            plain(&week_sentence(Lang::Fr, &week)),
            "du lundi au vendredi : 9 h – 12 h 30 et 14 h – 17 h ; samedi : 10 h – 12 h 30 ; fermé dimanche"
        );
        assert_eq!(
            plain(&week_sentence(Lang::En, &week)),
            "Monday to Friday: 09:00 – 12:30 and 14:00 – 17:00; Saturday: 10:00 – 12:30; closed Sunday"
        );
    }

    #[test]
    fn a_library_week_joins_days_that_do_not_touch() {
        let mut week = [const { Vec::new() }; 7];
        week[1] = vec![(870, 1110)];
        week[4] = vec![(870, 1110)];
        week[2] = vec![(600, 750), (870, 1110)];
        assert_eq!(
            plain(&week_sentence(Lang::Fr, &week)),
            "mardi et vendredi : 14 h 30 – 18 h 30 ; mercredi : 10 h – 12 h 30 et 14 h 30 – 18 h 30 ; \
             fermé lundi, jeudi, samedi et dimanche"
        );
    }

    #[test]
    fn always_and_never_have_their_words() {
        assert_eq!(
            plain(&week_sentence(Lang::Fr, &[const { Vec::new() }; 7])),
            "fermé"
        );
        assert!(week_groups(Lang::Fr, &[const { Vec::new() }; 7]).is_empty());
        let always: [DayRanges; 7] = std::array::from_fn(|_| vec![(0, 1440)]);
        assert_eq!(
            plain(&week_sentence(Lang::Fr, &always)),
            "tous les jours : 24 h sur 24"
        );
    }
}
