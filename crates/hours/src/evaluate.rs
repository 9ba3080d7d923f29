//! Which rules hold on a day, and the day that they make.
//!
//! Rules are painted in the order in which they are written. A normal rule (`;`) with a condition on the day
//! replaces all the rules before it on that day, unless it closes; an additional one (`,`) adds to them; a
//! fallback (`||`) fills what is still closed. The part of a span that runs past midnight belongs to the
//! day on which it began, and replaces nothing.

use chrono::NaiveDate;

use crate::dates::{Match, matches};
use crate::day::{Cell, DAY, DayRow};
use crate::hours::OPEN_END;
use crate::rules::{OpenState, Rule, Span};
use crate::zone::Zone;

/// Rules that hold on a day, as bits in the order of the text: those whose own day it is, and those of the
/// day before that may run past midnight. The day depends on nothing else.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub(crate) struct Key {
    today: u64,
    night: u64,
}

/// Most rules in a text: one bit each.
pub(crate) const MAX_RULES: usize = 64;

/// Keys of a day: two of them when a calendar that is not known could change it.
pub(crate) type Keys = (Key, Option<Key>);

/// Which rules match a day: surely, and perhaps.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Matched {
    sure: u64,
    perhaps: u64,
}

/// Matches each rule against a day.
pub(crate) fn matched(rules: &[Rule], day: NaiveDate, zone: Zone) -> Matched {
    let mut found = Matched {
        sure: 0,
        perhaps: 0,
    };
    for (index, rule) in rules.iter().enumerate() {
        match matches(&rule.dates, day, zone) {
            Match::Yes => found.sure |= 1 << index,
            Match::Maybe => found.perhaps |= 1 << index,
            Match::No => {}
        }
    }
    found
}

/// Keys of a day from what matches it and the day before.
pub(crate) fn keys(rules: &[Rule], eve: Matched, today: Matched) -> Keys {
    let sure = key(rules, eve.sure, today.sure);
    if eve.perhaps == 0 && today.perhaps == 0 {
        return (sure, None);
    }
    let most = key(rules, eve.sure | eve.perhaps, today.sure | today.perhaps);
    (sure, (most != sure).then_some(most))
}

fn key(rules: &[Rule], eve: u64, today: u64) -> Key {
    let mut key = Key::default();
    let mut after_dateless = false;
    for (index, rule) in rules.iter().enumerate() {
        let bit = 1_u64 << index;
        if today & bit != 0 {
            let dated = !rule.dates.is_empty() || (after_dateless && rule.state == OpenState::Open);
            if dated
                && rule.state != OpenState::Closed
                && !rule.link.is_additional()
                && !rule.link.is_fallback()
            {
                key = Key::default();
            }
            key.today |= bit;
        }
        if eve & bit != 0 && rule.times.iter().any(|span| span.to > DAY) {
            key.night |= bit;
        }
        after_dateless = rule.dates.is_empty();
    }
    key
}

/// The day of two keys.
pub(crate) fn row(rules: &[Rule], (sure, perhaps): Keys) -> DayRow {
    let row = row_of(rules, sure);
    match perhaps {
        Some(perhaps) => row.doubt(&row_of(rules, perhaps)),
        None => row,
    }
}

fn row_of(rules: &[Rule], key: Key) -> DayRow {
    let mut row = DayRow::closed();
    for (index, rule) in rules.iter().enumerate() {
        let bit = 1_u64 << index;
        if key.today & bit != 0 {
            paint_day(&mut row, rule);
        }
        if key.night & bit != 0 {
            paint_night(&mut row, rule);
        }
    }
    row
}

fn paint_day(row: &mut DayRow, rule: &Rule) {
    let only_closed = rule.link.is_fallback();
    if rule.times.is_empty() {
        row.paint(&plain(rule, 0, DAY), only_closed);
        return;
    }
    for (index, span) in rule.times.iter().enumerate() {
        if span.from >= DAY {
            continue;
        }
        let to = span.to.min(DAY);
        if let Some(period) = span.period {
            paint_moments(row, rule, span.from, span.to, period);
        } else if span.open_end && rule.state != OpenState::Closed {
            let ends = rule
                .times
                .get(index + 1)
                .and_then(|next| closes_open_end(*span, *next));
            row.paint(&open_end(rule, span.from, ends.unwrap_or(to)), only_closed);
            if let Some(end) = ends {
                let closed = Cell {
                    state: OpenState::Closed,
                    ..plain(rule, end, to)
                };
                row.paint(&closed, only_closed);
            }
        } else {
            row.paint(&plain(rule, span.from, to), only_closed);
        }
    }
}

/// An open end followed by a range (`07:00+,12:00-16:00`) ends with that range.
fn closes_open_end(span: Span, next: Span) -> Option<u16> {
    (next.from >= span.from && next.to > span.from && next.to < span.to).then_some(next.to)
}

/// What runs past midnight, on the morning after. It is never a fallback: it has begun.
fn paint_night(row: &mut DayRow, rule: &Rule) {
    for span in rule.times.iter().filter(|span| span.to > DAY) {
        let from = span.from.saturating_sub(DAY);
        // The guessed part of `22:00-26:00+` is known from midnight on, then covered by the sure part.
        let from = if span.open_end { 0 } else { from };
        let to = span.to - DAY;
        if let Some(period) = span.period {
            paint_moments(row, rule, 0, to + 1, period);
        } else if span.open_end && rule.state != OpenState::Closed {
            row.paint(&open_end(rule, from, to), false);
        } else {
            row.paint(&plain(rule, from, to), false);
        }
    }
}

/// A minute every `period` minutes, both ends included.
fn paint_moments(row: &mut DayRow, rule: &Rule, from: u16, to: u16, period: u16) {
    let only_closed = rule.link.is_fallback();
    let moments = (from..=to.min(DAY - 1)).step_by(usize::from(period.max(1)));
    for minute in moments {
        row.paint(&plain(rule, minute, minute + 1), only_closed);
    }
}

fn plain(rule: &Rule, from: u16, to: u16) -> Cell {
    Cell {
        from,
        to,
        state: rule.state,
        comment: rule.comment.clone(),
    }
}

fn open_end(rule: &Rule, from: u16, to: u16) -> Cell {
    Cell {
        from,
        to,
        state: OpenState::Unknown,
        comment: rule.comment.clone().or_else(|| Some(OPEN_END.into())),
    }
}
