//! Months, days of the year, Easter.

use crate::error::HoursError;
use crate::lexer::Token;
use crate::rules::{Anchor, DateRange};

use super::{Mode, Next, Reader};

/// Most days away from Easter.
const EASTER_MOST: u32 = 200;

impl Reader<'_> {
    /// Whether a month is followed by a day: `Jan 05`, `Jan Su[1]`.
    pub(super) fn begins_monthday(&self, ahead: usize) -> bool {
        self.month(ahead).is_some()
            && (self.number(ahead + 1).is_some() || self.weekday(ahead + 1).is_some())
    }

    /// `2026 Jan 05`, `2026 easter`.
    pub(super) fn begins_dated_year(&self) -> bool {
        self.token(1) == Some(&Token::Easter)
            || (self.month(1).is_some()
                && self.number(2).is_some()
                && !(self.colon(3) && self.number(4).is_some()))
    }

    fn add_date(&mut self, range: DateRange, with_months: bool) {
        let dates = &mut self.rule.dates;
        if with_months {
            dates.months.push(range);
        } else {
            dates.monthdays.push(range);
        }
    }

    /// `Jan,Mar-May`; `among_days` puts them with the days of the year.
    pub(super) fn months(&mut self, among_days: bool) -> Result<Next, HoursError> {
        loop {
            let Some(from) = self.month(0) else {
                return Err(self.unexpected(0));
            };
            if self.number(1).is_some() && !(self.colon(2) && self.number(3).is_some()) {
                return self.monthdays(true);
            }
            let to = if self.sign(1, '-') {
                self.month(2)
            } else {
                None
            };
            self.at += if to.is_some() { 3 } else { 1 };
            let range = DateRange::Months {
                from,
                to: to.unwrap_or(from),
            };
            self.add_date(range, !among_days);
            if !self.sign(0, ',') {
                return Ok(Next::Same);
            }
            self.at += 1;
        }
    }

    /// `Jan 05-10,Dec 24-Jan 02,easter -2 days`; `with_months` puts them with the months.
    pub(super) fn monthdays(&mut self, with_months: bool) -> Result<Next, HoursError> {
        let mut first = true;
        loop {
            let year = self.year(0);
            let skip = usize::from(year.is_some());
            if let Some((range, taken)) = self.anchored_range(year, skip)? {
                self.at += taken;
                self.add_date(range, with_months);
            } else if self.month(skip).is_some() && self.number(skip + 1).is_some() {
                if self.month_then_time(skip) {
                    return self.months(true);
                }
                self.days_of_month(year, skip, with_months)?;
            } else if self.token(skip) == Some(&Token::Easter) {
                let (offset, taken) = self.day_offset(skip + 1, EASTER_MOST)?;
                self.at += skip + 1 + taken;
                self.add_date(DateRange::Easter { year, offset }, with_months);
            } else if self.month(0).is_some() && self.weekday(1).is_some() {
                self.months(false)?;
            } else if self.month(0).is_some() {
                return self.months(true);
            } else if first {
                return Ok(Next::Same);
            } else {
                return Err(self.unexpected(0));
            }
            first = false;
            if !self.sign(0, ',') {
                return Ok(Next::Same);
            }
            self.at += 1;
        }
    }

    /// `Apr 08:00-12:00`: a month and a time, not a day.
    fn month_then_time(&self, skip: usize) -> bool {
        self.colon(skip + 2)
            && self.number(skip + 3).is_some()
            && (self.sign(skip + 4, '+') || self.sign(skip + 4, '-') || self.mode == Mode::Moments)
    }

    /// A range between two anchors, both with a year or both without.
    fn anchored_range(
        &self,
        year: Option<i32>,
        skip: usize,
    ) -> Result<Option<(DateRange, usize)>, HoursError> {
        let Some((from, taken)) = self.anchor(year, skip)? else {
            return Ok(None);
        };
        let dash = skip + taken;
        if !self.sign(dash, '-') {
            return Ok(None);
        }
        let last_year = self.year(dash + 1);
        let second = dash + 1 + usize::from(last_year.is_some());
        if last_year.is_some() != year.is_some() {
            return Ok(None);
        }
        let Some((to, taken)) = self.anchor(last_year, second)? else {
            return Ok(None);
        };
        Ok(Some((DateRange::Between { from, to }, second + taken)))
    }

    /// A day to count from, and how many signs it takes.
    fn anchor(
        &self,
        year: Option<i32>,
        ahead: usize,
    ) -> Result<Option<(Anchor, usize)>, HoursError> {
        if self.token(ahead) == Some(&Token::Easter) {
            let (offset, taken) = self.day_offset(ahead + 1, EASTER_MOST)?;
            return Ok(Some((Anchor::Easter { year, offset }, 1 + taken)));
        }
        let Some(month) = self.month(ahead) else {
            return Ok(None);
        };
        if let Some(day) = self.number(ahead + 1) {
            if self.colon(ahead + 2) && self.number(ahead + 3).is_some() {
                return Ok(None);
            }
            self.check_day(month, day, ahead + 1)?;
            return Ok(Some((Anchor::Day { year, month, day }, 2)));
        }
        let Some(weekday) = self.weekday(ahead + 1) else {
            return Ok(None);
        };
        if !self.sign(ahead + 2, '[') {
            return Ok(None);
        }
        let Some((nth, after)) = self.single_rank(ahead + 3)? else {
            return Ok(None);
        };
        let (offset, taken) = self.day_offset(after, 6)?;
        let anchor = Anchor::Nth {
            year,
            month,
            weekday,
            nth,
            offset,
        };
        Ok(Some((anchor, after + taken - ahead)))
    }

    /// `1]` or `-1]`: the rank, and the place after the bracket.
    fn single_rank(&self, ahead: usize) -> Result<Option<(i8, usize)>, HoursError> {
        let negative = self.sign(ahead, '-');
        let at = ahead + usize::from(negative);
        let Some(rank) = self.number(at) else {
            return Ok(None);
        };
        let Some(rank) = i8::try_from(rank)
            .ok()
            .filter(|rank| (1..=5).contains(rank))
        else {
            return Err(self.out_of_range(at, "rank of a weekday"));
        };
        if !self.sign(at + 1, ']') {
            return Ok(None);
        }
        Ok(Some((if negative { -rank } else { rank }, at + 2)))
    }

    /// `Jan 05`, `Jan 01-31/8`, and the days that go on after a comma: `Dec 11,15-17`.
    fn days_of_month(
        &mut self,
        year: Option<i32>,
        skip: usize,
        with_months: bool,
    ) -> Result<(), HoursError> {
        let Some(month) = self.month(skip) else {
            return Err(self.unexpected(skip));
        };
        self.at += skip + 1;
        loop {
            let Some(from) = self.number(0) else {
                return Err(self.unexpected(0));
            };
            let last = if self.sign(1, '-') {
                self.number(2)
            } else {
                None
            };
            let to = last.unwrap_or(from);
            self.check_day(month, from, 0)?;
            self.check_day(month, to, if last.is_some() { 2 } else { 0 })?;
            if to < from {
                return Err(self.out_of_range(2, "day"));
            }
            self.at += if last.is_some() { 3 } else { 1 };
            let period = if last.is_some() {
                self.period(1, 31)?
            } else {
                1
            };
            let range = DateRange::Days {
                year,
                month,
                from,
                to,
                period,
            };
            self.add_date(range, with_months);
            if !(self.sign(0, ',') && self.number(1).is_some()) {
                return Ok(());
            }
            self.at += 1;
        }
    }

    fn check_day(&self, month: u8, day: u32, ahead: usize) -> Result<(), HoursError> {
        let most = match month {
            2 => 29,
            4 | 6 | 9 | 11 => 30,
            _ => 31,
        };
        if (1..=most).contains(&day) {
            return Ok(());
        }
        Err(self.out_of_range(ahead, "day"))
    }
}
