//! What a text says once read: rules made of date filters, time spans, a state and a comment.
//!
//! Minutes are counted from midnight of the day on which a span begins, and may go past 24:00. Weekdays
//! are numbered from Monday = 0.

use std::sync::Arc;

/// State of a place at a moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum OpenState {
    /// Open.
    Open,
    /// Closed.
    Closed,
    /// Nobody can tell from the text: `unknown`, a comment alone, an open end, a calendar not known yet.
    Unknown,
}

/// How a rule joins those before it: `;`, `,` or `||`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Link {
    Normal,
    Additional,
    Fallback,
    AdditionalFallback,
}

impl Link {
    pub(crate) fn is_fallback(self) -> bool {
        matches!(self, Self::Fallback | Self::AdditionalFallback)
    }

    pub(crate) fn is_additional(self) -> bool {
        matches!(self, Self::Additional | Self::AdditionalFallback)
    }
}

/// One rule.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) struct Rule {
    pub(crate) dates: DateFilter,
    /// As written; empty means the whole day.
    pub(crate) times: Vec<Span>,
    pub(crate) state: OpenState,
    pub(crate) comment: Option<Arc<str>>,
    pub(crate) link: Link,
    /// Whether `open` or the like was written out: kept for printing only.
    pub(crate) explicit: bool,
}

/// All the conditions on the day; each list is an "or", the lists together an "and", an empty one lets
/// everything through.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub(crate) struct DateFilter {
    pub(crate) years: Vec<YearRange>,
    pub(crate) holidays: Vec<HolidayRef>,
    pub(crate) months: Vec<DateRange>,
    pub(crate) monthdays: Vec<DateRange>,
    pub(crate) weeks: Vec<WeekRange>,
    pub(crate) weekdays: Vec<WeekdayRange>,
}

impl DateFilter {
    pub(crate) fn is_empty(&self) -> bool {
        self.years.is_empty()
            && self.holidays.is_empty()
            && self.months.is_empty()
            && self.monthdays.is_empty()
            && self.weeks.is_empty()
            && self.weekdays.is_empty()
    }
}

/// `2026`, `2026-2030/2`, `2026+`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct YearRange {
    pub(crate) from: i32,
    /// Last year, when there is one.
    pub(crate) to: Option<i32>,
    /// Every how many years, from the first.
    pub(crate) period: i32,
}

/// `week 10-20/2`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct WeekRange {
    pub(crate) from: u32,
    pub(crate) to: u32,
    pub(crate) period: u32,
}

/// Public or school holidays.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum HolidayKind {
    Public,
    School,
}

/// `PH`, `SH`, `PH -1 day`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct HolidayRef {
    pub(crate) kind: HolidayKind,
    pub(crate) offset: i64,
}

/// One part of a weekday list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum WeekdayRange {
    /// `Mo-Fr`; `from` after `to` goes over the week-end.
    Days { from: u8, to: u8 },
    /// `We[-1] +2 days`.
    Nth { weekday: u8, nth: i8, offset: i64 },
    /// `PH` in a list of days: `Sa,Su,PH`.
    Holiday(HolidayRef),
}

/// One part of a list of months or of days of the year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum DateRange {
    /// `Jun-Sep`; may go over New Year.
    Months { from: u8, to: u8 },
    /// `2026 Jan 01-31/8`: within one month.
    Days {
        year: Option<i32>,
        month: u8,
        from: u32,
        to: u32,
        period: u32,
    },
    /// `Dec 20-Jan 05`, `Aug Su[1]-Sep 10`.
    Between { from: Anchor, to: Anchor },
    /// `easter +1 day`.
    Easter { year: Option<i32>, offset: i64 },
}

/// A day of the year to count from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Anchor {
    /// `2026 Dec 25`.
    Day {
        year: Option<i32>,
        month: u8,
        day: u32,
    },
    /// `Mar Su[-1] -1 day`.
    Nth {
        year: Option<i32>,
        month: u8,
        weekday: u8,
        nth: i8,
        offset: i64,
    },
    /// `easter -2 days`.
    Easter { year: Option<i32>, offset: i64 },
}

/// Events of the sun.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum SunEvent {
    Dawn,
    Sunrise,
    Sunset,
    Dusk,
}

impl SunEvent {
    /// Minute of the day taken when the position is not known, as in the reference program. The crate
    /// never knows the position: hours that follow the sun are approximations.
    pub(crate) fn minute(self) -> i32 {
        match self {
            Self::Dawn => 5 * 60 + 30,
            Self::Sunrise => 6 * 60,
            Self::Sunset => 18 * 60,
            Self::Dusk => 18 * 60 + 30,
        }
    }

    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Dawn => "dawn",
            Self::Sunrise => "sunrise",
            Self::Sunset => "sunset",
            Self::Dusk => "dusk",
        }
    }
}

/// A time as written: on the clock, or counted from the sun.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct Clock {
    pub(crate) sun: Option<SunEvent>,
    /// Minutes from midnight, or from the event of the sun.
    pub(crate) minutes: i32,
}

impl Clock {
    /// Minute of the day.
    pub(crate) fn minute(self) -> i32 {
        self.sun.map_or(0, SunEvent::minute) + self.minutes
    }
}

/// A span of time within a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct Span {
    /// Minute at which it begins; past 24:00 for the guessed part of `22:00-26:00+`.
    pub(crate) from: u16,
    /// Minute at which it ends, never past 48:00.
    pub(crate) to: u16,
    /// The guessed part of an open end.
    pub(crate) open_end: bool,
    /// Every how many minutes, for moments instead of a range (`10:00-16:00/02:00`).
    pub(crate) period: Option<u16>,
    /// As written, for printing: start, end, and whether `+` follows; none for a guessed part.
    pub(crate) written: Option<Written>,
}

/// How a span was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct Written {
    pub(crate) from: Clock,
    pub(crate) to: Option<Clock>,
    pub(crate) plus: bool,
}
