//! Opening hours, read: what the public of the crate asks.

use std::hash::{Hash, Hasher};
use std::sync::Arc;

use chrono::{DateTime, Days, NaiveDate, NaiveDateTime, NaiveTime, Timelike, Utc};

use crate::day::{Cell, DAY, DayRow};
use crate::error::HoursError;
use crate::evaluate::{keys, matched, row};
use crate::print;
use crate::read::{Mode, rules};
use crate::rules::{OpenState, Rule};
use crate::zone::Zone;

/// Comment of the guessed part of an open end (`17:00+`).
pub const OPEN_END: &str = "open end";
/// Longest text read, in characters: the longest real one has 700.
const MAX_CHARS: usize = 2_000;
/// How far the next change is looked for, in days.
const HORIZON: u64 = 400;

/// Opening hours of a place. Cheap to clone; equal when they mean the same by the same rules in the same zone.
#[derive(Debug, Clone)]
pub struct Hours {
    rules: Arc<[Rule]>,
    written: Arc<str>,
    zone: Zone,
}

/// A stretch of time in one state, in the wall-clock time of the place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Interval {
    /// Start.
    pub start: NaiveDateTime,
    /// End, not included.
    pub end: NaiveDateTime,
    /// Open or unknown.
    pub state: OpenState,
    /// Comment of the rule.
    pub comment: Option<Arc<str>>,
}

impl Hours {
    /// Reads a text for a zone.
    pub fn parse(text: &str, zone: Zone) -> Result<Self, HoursError> {
        let length = text.chars().count();
        if length > MAX_CHARS {
            return Err(HoursError::TooLong {
                length,
                limit: MAX_CHARS,
            });
        }
        Ok(Self {
            rules: rules(text, Mode::Ranges)?.into(),
            written: text.trim().into(),
            zone,
        })
    }

    /// The same hours in the grammar's own words, `; ` between rules; as they were written where those words would
    /// not read back, which happens only to texts that bend the grammar. Always readable.
    #[must_use]
    pub fn text(&self) -> String {
        let text = print::text(&self.rules);
        match rules(&text, Mode::Ranges) {
            Ok(again) if *again == *self.rules => text,
            _ => self.written.to_string(),
        }
    }

    /// The zone in which they are read.
    #[must_use]
    pub const fn zone(&self) -> Zone {
        self.zone
    }

    /// State at an instant.
    #[must_use]
    pub fn state_at(&self, at: DateTime<Utc>) -> OpenState {
        let local = self.zone.local(at);
        self.row(local.date())
            .at(minute(local.time()))
            .map_or(OpenState::Closed, |cell| cell.state)
    }

    /// The instant at which the state next changes, within about a year.
    #[must_use]
    pub fn next_change(&self, at: DateTime<Utc>) -> Option<DateTime<Utc>> {
        let local = self.zone.local(at);
        let now = self.state_at(at);
        let today = local.date();
        (0..HORIZON).find_map(|ahead| {
            let day = today.checked_add_days(Days::new(ahead))?;
            let from = if ahead == 0 { minute(local.time()) } else { 0 };
            let row = self.row(day);
            let change = row
                .cells
                .iter()
                .find(|cell| cell.to > from && cell.state != now)?;
            // The cell of the present minute is in the present state: a different one begins later.
            Some(self.zone.utc(moment(day, change.from)))
        })
    }

    /// Stretches that are open or unknown between two wall-clock times.
    #[must_use]
    pub fn intervals(&self, from: NaiveDateTime, to: NaiveDateTime) -> Vec<Interval> {
        let mut found: Vec<Interval> = Vec::new();
        for day in from.date().iter_days().take_while(|day| *day <= to.date()) {
            for cell in self
                .row(day)
                .cells
                .iter()
                .filter(|cell| cell.state != OpenState::Closed)
            {
                let start = moment(day, cell.from).max(from);
                let end = moment(day, cell.to).min(to);
                if start < end {
                    join(&mut found, cell, start, end);
                }
            }
        }
        found
    }

    pub(crate) fn row(&self, day: NaiveDate) -> DayRow {
        let eve = day.pred_opt().unwrap_or(day);
        let eve = matched(&self.rules, eve, self.zone);
        let today = matched(&self.rules, day, self.zone);
        row(&self.rules, keys(&self.rules, eve, today))
    }

    pub(crate) fn rules(&self) -> &[Rule] {
        &self.rules
    }
}

fn join(found: &mut Vec<Interval>, cell: &Cell, start: NaiveDateTime, end: NaiveDateTime) {
    match found.last_mut() {
        Some(last)
            if last.end == start && last.state == cell.state && last.comment == cell.comment =>
        {
            last.end = end;
        }
        _ => found.push(Interval {
            start,
            end,
            state: cell.state,
            comment: cell.comment.clone(),
        }),
    }
}

/// Minute of the day.
pub(crate) fn minute(time: NaiveTime) -> u16 {
    u16::try_from(time.num_seconds_from_midnight() / 60).unwrap_or(DAY)
}

/// Wall-clock time of a minute of a day; 24:00 is midnight of the next one.
pub(crate) fn moment(day: NaiveDate, minute: u16) -> NaiveDateTime {
    day.and_time(NaiveTime::MIN) + chrono::Duration::minutes(i64::from(minute))
}

impl PartialEq for Hours {
    fn eq(&self, other: &Self) -> bool {
        self.zone == other.zone && self.rules == other.rules
    }
}

impl Eq for Hours {}

impl Hash for Hours {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.zone.hash(state);
        self.rules.hash(state);
    }
}
