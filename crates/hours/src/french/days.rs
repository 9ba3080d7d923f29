//! Lists of days, dates of the year, and what a closing names.

use super::items::{Dates, DaySelection, Target, is_light, sign, skip};
use super::scan::Piece;
use super::signs::{EVERY_DAY, Sign};

/// A list of days that was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct List {
    pub(super) days: Vec<DaySelection>,
    pub(super) misspelt: bool,
    /// The place after the list.
    pub(super) to: usize,
}

/// One element of a list, and the place after it.
struct Element {
    days: DaySelection,
    misspelt: bool,
    to: usize,
}

fn is_joint(sign: Sign) -> bool {
    is_light(sign) || matches!(sign, Sign::Comma | Sign::And | Sign::Dash | Sign::Slash)
}

/// Reads "lundi, mardi et du jeudi au samedi matin".
pub(super) fn list(pieces: &[Piece], at: usize) -> Option<List> {
    let first = element(pieces, at)?;
    let mut list = List {
        days: vec![first.days],
        misspelt: first.misspelt,
        to: first.to,
    };
    while let Some(next) = element(pieces, skip(pieces, list.to, is_joint)) {
        list.days.push(next.days);
        list.misspelt |= next.misspelt;
        list.to = next.to;
    }
    Some(list)
}

fn day(sign: Option<Sign>) -> Option<(u8, bool)> {
    match sign? {
        Sign::Day(day) => Some((day, false)),
        Sign::Misspelt(day) => Some((day, true)),
        _ => None,
    }
}

fn element(pieces: &[Piece], at: usize) -> Option<Element> {
    let (nth, at) = nths(pieces, at);
    let at = if nth.is_empty() { at } else { skip(pieces, at, is_light) };
    let mut element = if let Some(Sign::Days(days)) = sign(pieces, at) {
        Element {
            days: DaySelection { days, ..DaySelection::default() },
            misspelt: false,
            to: at + 1,
        }
    } else {
        one_or_range(pieces, at)?
    };
    if !nth.is_empty() {
        if element.days.days.count_ones() != 1 {
            return None;
        }
        element.days.nth = nth;
    }
    if sign(pieces, element.to) == Some(Sign::OfMonth) {
        if element.days.nth.is_empty() {
            return None;
        }
        element.to += 1;
    }
    half(pieces, &mut element);
    Some(element)
}

fn one_or_range(pieces: &[Piece], at: usize) -> Option<Element> {
    let (first, misspelt) = day(sign(pieces, at))?;
    let alone = Element {
        days: DaySelection { days: 1 << first, ..DaySelection::default() },
        misspelt,
        to: at + 1,
    };
    let by_word = sign(pieces, at + 1) == Some(Sign::To);
    let by_dash = sign(pieces, at + 1) == Some(Sign::Dash) && is_pair(pieces, at);
    if !(by_word || by_dash) {
        return Some(alone);
    }
    let end = skip(pieces, at + 2, is_light);
    match day(sign(pieces, end)) {
        Some((last, wrong)) if by_word || first < last => Some(Element {
            days: DaySelection { days: span(first, last), range: true, ..DaySelection::default() },
            misspelt: misspelt || wrong,
            to: end + 1,
        }),
        _ => Some(alone),
    }
}

/// Whether a day and the one after its dash stand alone: three or more parted by dashes are a list.
fn is_pair(pieces: &[Piece], at: usize) -> bool {
    let before = at >= 2
        && sign(pieces, at - 1) == Some(Sign::Dash)
        && day(sign(pieces, at - 2)).is_some();
    let after =
        sign(pieces, at + 3) == Some(Sign::Dash) && day(sign(pieces, at + 4)).is_some();
    !before && !after
}

fn span(first: u8, last: u8) -> u8 {
    let mut days = 0;
    let mut day = first;
    loop {
        days |= 1 << day;
        if day == last {
            return days & EVERY_DAY;
        }
        day = (day + 1) % 7;
    }
}

/// "matin" after the day; both halves are the whole day.
fn half(pieces: &[Piece], element: &mut Element) {
    let at = skip(pieces, element.to, is_light);
    let Some(Sign::Half(half)) = sign(pieces, at) else {
        return;
    };
    let second = skip(pieces, at + 1, is_joint);
    match sign(pieces, second) {
        Some(Sign::Half(other)) if other != half => element.to = second + 1,
        _ => {
            element.days.half = Some(half);
            element.to = at + 1;
        }
    }
}

/// "1er et 3e".
fn nths(pieces: &[Piece], at: usize) -> (Vec<i8>, usize) {
    let mut nth = Vec::new();
    let mut to = at;
    let mut next = at;
    while let Some(Sign::Nth(number)) = sign(pieces, next) {
        nth.push(number);
        to = next + 1;
        next = skip(pieces, to, is_joint);
    }
    (nth, to)
}

/// "2e et 4e du mois".
pub(super) fn nth_of_month(pieces: &[Piece], at: usize) -> Option<(Vec<i8>, usize)> {
    let (nth, to) = nths(pieces, at);
    let month = skip(pieces, to, is_light);
    let of_month = sign(pieces, month) == Some(Sign::OfMonth);
    (!nth.is_empty() && of_month).then_some((nth, month + 1))
}

/// "août", "juillet-août", "du 14 juillet au 15 août", "du 1er au 15 août".
pub(super) fn dates(pieces: &[Piece], at: usize) -> Option<(Dates, usize)> {
    let joined = |at| matches!(sign(pieces, at), Some(Sign::Dash | Sign::To));
    let (number, after) = day_of_month(pieces, at);
    if number > 0 && joined(after) {
        let (last, end) = day_of_month(pieces, skip(pieces, after + 1, is_light));
        if let (true, Some(Sign::Month(month))) = (last > number, sign(pieces, end)) {
            let dates = Dates { from: (month, number), to: (month, last) };
            return Some((dates, end + 1));
        }
    }
    let Some(Sign::Month(month)) = sign(pieces, after) else {
        return None;
    };
    let from = (month, number);
    if joined(after + 1) {
        let (last, end) = day_of_month(pieces, skip(pieces, after + 2, is_light));
        if let Some(Sign::Month(month)) = sign(pieces, end)
            && (number > 0) == (last > 0)
        {
            return Some((Dates { from, to: (month, last) }, end + 1));
        }
    }
    Some((Dates { from, to: from }, after + 1))
}

/// A day of the month, 0 where there is none, and the place after it.
fn day_of_month(pieces: &[Piece], at: usize) -> (u8, usize) {
    match sign(pieces, at) {
        Some(Sign::Number(day)) if day > 0 => (day, at + 1),
        Some(Sign::Nth(1)) => (1, at + 1),
        _ => (0, at),
    }
}

fn leads(sign: Sign) -> bool {
    is_light(sign) || matches!(sign, Sign::During)
}

fn parts(sign: Sign) -> bool {
    leads(sign) || matches!(sign, Sign::Comma | Sign::And)
}

/// What is closed or excepted; nothing when the words after are no such thing, or when hours follow, since those
/// could be either of the exception or of the rest.
pub(super) fn target(pieces: &[Piece], at: usize) -> Option<(Target, usize)> {
    let mut target = Target::default();
    let mut to = at;
    let mut next = skip(pieces, at, leads);
    loop {
        let end = if let Some((dates, end)) = dates(pieces, next) {
            target.dates.push(dates);
            end
        } else if let Some(list) = list(pieces, next) {
            target.days.extend(list.days);
            list.to
        } else {
            match sign(pieces, next) {
                Some(Sign::Public) => target.public = true,
                Some(Sign::School) => target.school = true,
                _ => break,
            }
            next + 1
        };
        to = end;
        next = skip(pieces, end, parts);
    }
    (to > at).then_some((target, to))
}
