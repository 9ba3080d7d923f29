//! Groups into one OSM string: the plain week first, then what overrides it, then what closes it.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use chrono::Weekday;

use super::Doubt;
use super::parts::{ALL_WEEK, Group, Half, NOON, Range};

/// What sets a table of days apart from the plain week. The order is that of writing.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Key {
    appointment: bool,
    weeks: Option<super::Weeks>,
    nth: Vec<i8>,
    in_holidays: bool,
}

/// Ranges by day, from Monday.
type Table = [Vec<Range>; 7];

/// The string; nothing where no group has hours, or where two groups cannot both hold.
pub(super) fn osm(groups: &[Group], doubts: &mut Vec<Doubt>) -> Option<String> {
    let mut tables: BTreeMap<Key, Table> = BTreeMap::new();
    let (mut public, mut school) = (false, false);
    for group in groups {
        public |= group.off.public;
        school |= group.off.school;
        if group.closed {
            close(&mut tables, group);
            continue;
        }
        let mut nth = group.nth.clone();
        nth.sort_unstable();
        nth.dedup();
        let key = Key {
            appointment: group.appointment,
            weeks: group.weeks,
            nth,
            in_holidays: group.in_holidays,
        };
        let exact = is_exception(groups, group);
        let table = tables.entry(key).or_default();
        for day in &group.days {
            if let Some(ranges) = table.get_mut(rank(*day)) {
                if exact {
                    ranges.clear();
                }
                ranges.extend(&group.ranges);
            }
        }
    }
    for ranges in tables.values_mut().flatten() {
        join(ranges, doubts);
    }
    if tables.values().flatten().all(Vec::is_empty) || collide(&tables) {
        return None;
    }
    let has_holidays = tables.keys().any(|key| key.in_holidays);
    let mut rules: Vec<String> = Vec::new();
    for (key, table) in tables.iter().filter(|(key, _)| !key.in_holidays) {
        rules.extend(written(key, table));
    }
    if school && has_holidays && !rules.is_empty() {
        rules.push("SH off".to_owned());
    }
    for (key, table) in tables.iter().filter(|(key, _)| key.in_holidays) {
        rules.extend(written(key, table));
    }
    if public {
        rules.push("PH off".to_owned());
    }
    if school && !has_holidays {
        rules.push("SH off".to_owned());
    }
    let whole = rules.join("; ");
    Some(if whole == "Mo-Su 00:00-24:00" {
        "24/7".to_owned()
    } else {
        whole
    })
}

/// "Lundi au vendredi 8h-12h ; mercredi 8h-17h": a group for some of the days of an earlier one, at times that meet its
/// times, says what those days have instead.
fn is_exception(groups: &[Group], group: &Group) -> bool {
    let earlier = groups
        .iter()
        .take_while(|other| !std::ptr::eq(*other, group));
    earlier.into_iter().any(|other| {
        let part = other.days.len() > group.days.len()
            && group.days.iter().all(|day| other.days.contains(day));
        let meet = |a: &Range, b: &Range| a.0 < b.1 && b.0 < a.1;
        part && other
            .ranges
            .iter()
            .any(|a| group.ranges.iter().any(|b| meet(a, b)))
    })
}

fn rank(day: Weekday) -> usize {
    day.num_days_from_monday() as usize
}

/// Takes hours away from the plain week: whole days, or one half of them.
fn close(tables: &mut BTreeMap<Key, Table>, group: &Group) {
    for (_, table) in tables
        .iter_mut()
        .filter(|(key, _)| key.in_holidays == group.in_holidays)
    {
        for day in &group.days {
            let Some(ranges) = table.get_mut(rank(*day)) else {
                continue;
            };
            match group.half {
                None => ranges.clear(),
                Some(Half::Morning) => clip(ranges, |(from, to)| (from.max(NOON), to)),
                Some(Half::Afternoon) => clip(ranges, |(from, to)| (from, to.min(NOON))),
            }
        }
    }
}

/// A range within the half goes, one across keeps its other part.
fn clip(ranges: &mut Vec<Range>, part: impl Fn(Range) -> Range) {
    let kept = ranges.iter().map(|range| part(*range));
    // What is left of a range that only touches noon is no opening.
    *ranges = kept
        .filter(|(from, to)| to.saturating_sub(*from) > 30)
        .collect();
}

/// In order, each once, overlapping ones joined.
fn join(ranges: &mut Vec<Range>, doubts: &mut Vec<Doubt>) {
    ranges.sort_unstable();
    ranges.dedup();
    let mut joined: Vec<Range> = Vec::with_capacity(ranges.len());
    for (from, to) in ranges.drain(..) {
        match joined.last_mut() {
            Some((_, end)) if from < *end => {
                doubts.push(Doubt::Overlap);
                *end = (*end).max(to);
            }
            _ => joined.push((from, to)),
        }
    }
    *ranges = joined;
}

/// A later rule of the grammar overrides an earlier one on its days: two tables may not speak of the same day, but for
/// school holidays, which are meant to override.
fn collide(tables: &BTreeMap<Key, Table>) -> bool {
    let entries: Vec<(&Key, &Table)> = tables.iter().collect();
    entries.iter().enumerate().any(|(at, (one, first))| {
        let later = entries.get(at + 1..).unwrap_or_default();
        later.iter().any(|(two, second)| {
            let other_weeks = one.weeks.is_some() && two.weeks.is_some() && one.weeks != two.weeks;
            let meant = one.in_holidays != two.in_holidays || other_weeks;
            !meant
                && first
                    .iter()
                    .zip(second.iter())
                    .any(|(a, b)| !a.is_empty() && !b.is_empty())
        })
    })
}

/// One rule for all days of the same hours, in the order of their first day.
fn written(key: &Key, table: &Table) -> Vec<String> {
    let mut rules: Vec<(Vec<usize>, &Vec<Range>)> = Vec::new();
    for (day, ranges) in table
        .iter()
        .enumerate()
        .filter(|(_, ranges)| !ranges.is_empty())
    {
        match rules.iter_mut().find(|(_, known)| *known == ranges) {
            Some((days, _)) => days.push(day),
            None => rules.push((vec![day], ranges)),
        }
    }
    rules
        .into_iter()
        .map(|(days, ranges)| rule(key, &days, ranges))
        .collect()
}

fn rule(key: &Key, days: &[usize], ranges: &[Range]) -> String {
    let mut text = String::new();
    if let Some(weeks) = key.weeks {
        text.push_str(weeks.prefix());
        text.push(' ');
    }
    if key.in_holidays {
        text.push_str("SH ");
    }
    text.push_str(&if key.nth.is_empty() {
        spans(days)
    } else {
        of_month(days, &key.nth)
    });
    for (at, (from, to)) in ranges.iter().enumerate() {
        let mark = if at == 0 { ' ' } else { ',' };
        let _ = write!(
            text,
            "{mark}{:02}:{:02}-{:02}:{:02}",
            from / 60,
            from % 60,
            to / 60,
            to % 60
        );
    }
    if key.appointment {
        text.push_str(" \"sur rendez-vous\"");
    }
    text
}

const NAMES: [&str; 7] = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];

fn name(day: usize) -> &'static str {
    NAMES.get(day).copied().unwrap_or_default()
}

/// `Mo-We,Fr`: three days in a row and more are a span; so are two.
fn spans(days: &[usize]) -> String {
    let mut parts: Vec<(usize, usize)> = Vec::new();
    for day in days {
        match parts.last_mut() {
            Some((_, end)) if *end + 1 == *day => *end = *day,
            _ => parts.push((*day, *day)),
        }
    }
    let part = |(from, to): &(usize, usize)| match to - from {
        0 => name(*from).to_owned(),
        1 => format!("{},{}", name(*from), name(*to)),
        _ => format!("{}-{}", name(*from), name(*to)),
    };
    parts.iter().map(part).collect::<Vec<_>>().join(",")
}

/// `Tu[1,3]`
fn of_month(days: &[usize], nth: &[i8]) -> String {
    let ranks: Vec<String> = nth.iter().map(ToString::to_string).collect();
    let ranks = ranks.join(",");
    let day = |day: &usize| format!("{}[{ranks}]", name(*day));
    days.iter().map(day).collect::<Vec<_>>().join(",")
}

const _: () = assert!(ALL_WEEK.len() == NAMES.len());
