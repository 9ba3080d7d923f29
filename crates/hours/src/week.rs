//! Days and weeks as tables.

use std::sync::Arc;

use chrono::{Datelike, Days, NaiveDate};

use crate::day::Cell;
use crate::holidays::{Holiday, holidays};
use crate::hours::Hours;
use crate::rules::OpenState;

/// A stretch of a day that is open or unknown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Range {
    /// First minute of the day.
    pub from: u16,
    /// Minute after the last one, at most 1 440.
    pub to: u16,
    /// Open or unknown.
    pub state: OpenState,
    /// Comment of the rule.
    pub comment: Option<Arc<str>>,
}

impl From<&Cell> for Range {
    fn from(cell: &Cell) -> Self {
        Self {
            from: cell.from,
            to: cell.to,
            state: cell.state,
            comment: cell.comment.clone(),
        }
    }
}

/// A day of a week table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Day {
    /// The day.
    pub date: NaiveDate,
    /// What is open or unknown, in order.
    pub ranges: Vec<Range>,
    /// The public holiday that it is.
    pub holiday: Option<Holiday>,
}

impl Hours {
    /// What is open or unknown on a day, in order. What runs past midnight is cut there.
    #[must_use]
    pub fn day(&self, date: NaiveDate) -> Vec<Range> {
        let row = self.row(date);
        row.cells
            .iter()
            .filter(|cell| cell.state != OpenState::Closed)
            .map(Range::from)
            .collect()
    }

    /// Seven days from a Monday (or from any other day).
    #[must_use]
    pub fn week(&self, monday: NaiveDate) -> [Day; 7] {
        let zone = self.zone();
        std::array::from_fn(|ahead| {
            let ahead = u64::try_from(ahead).unwrap_or_default();
            let date = monday.checked_add_days(Days::new(ahead)).unwrap_or(monday);
            let holiday = holidays(date.year(), zone)
                .into_iter()
                .find(|holiday| holiday.day == date);
            Day {
                date,
                ranges: self.day(date),
                holiday,
            }
        })
    }
}
