//! What a text says of hours: groups of days and times, and what restricts them.

use chrono::Weekday;

use super::{Doubt, Weeks};

/// Minutes from and to.
pub(super) type Range = (u16, u16);

/// Which part of a day is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Half {
    Morning,
    Afternoon,
}

/// Days that share their times.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Group {
    pub(super) days: Vec<Weekday>,
    /// "1er et 3e": which of the month.
    pub(super) nth: Vec<i8>,
    pub(super) ranges: Vec<Range>,
    pub(super) weeks: Option<Weeks>,
    /// In school holidays only.
    pub(super) in_holidays: bool,
    pub(super) appointment: bool,
    /// Nothing is open then.
    pub(super) closed: bool,
    /// Only this half of the days is closed.
    pub(super) half: Option<Half>,
    /// Closed on public holidays, in school holidays.
    pub(super) off: Off,
}

/// Times of the year without hours.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Off {
    pub(super) public: bool,
    pub(super) school: bool,
}

/// What a text gave.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Parsed {
    pub(super) groups: Vec<Group>,
    pub(super) rest: Vec<String>,
    pub(super) doubts: Vec<Doubt>,
    /// Something that was not read could change what was: nothing of it is sure.
    pub(super) poisoned: bool,
}

/// Noon, in minutes: what divides the halves of a day.
pub(super) const NOON: u16 = 12 * 60 + 30;

/// From Monday.
pub(super) const ALL_WEEK: [Weekday; 7] = [
    Weekday::Mon,
    Weekday::Tue,
    Weekday::Wed,
    Weekday::Thu,
    Weekday::Fri,
    Weekday::Sat,
    Weekday::Sun,
];
