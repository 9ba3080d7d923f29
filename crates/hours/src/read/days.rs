//! Weekdays, public and school holidays, weeks, years.

use crate::error::HoursError;
use crate::lexer::Token;
use crate::rules::{HolidayKind, HolidayRef, WeekRange, WeekdayRange, YearRange};

use super::{Next, Reader};

impl Reader<'_> {
    /// `Mo,We-Fr,Sa[1],PH`.
    pub(super) fn weekdays(&mut self) -> Result<Next, HoursError> {
        loop {
            if let Some(weekday) = self.weekday(0) {
                if self.sign(1, '[') {
                    self.nth_weekdays(weekday)?;
                } else {
                    self.weekday_range(weekday);
                }
            } else if matches!(self.token(0), Some(Token::Holiday(_))) {
                let part = self.holiday()?;
                self.rule.dates.weekdays.push(WeekdayRange::Holiday(part));
            } else {
                return Err(self.unexpected(0));
            }
            if !self.sign(0, ',') {
                return Ok(Next::Same);
            }
            self.at += 1;
        }
    }

    fn weekday_range(&mut self, from: u8) {
        let to = if self.sign(1, '-') {
            self.weekday(2)
        } else {
            None
        };
        self.at += if to.is_some() { 3 } else { 1 };
        self.rule.dates.weekdays.push(WeekdayRange::Days {
            from,
            to: to.unwrap_or(from),
        });
    }

    /// `We[1-2,-1] +2 days`.
    fn nth_weekdays(&mut self, weekday: u8) -> Result<(), HoursError> {
        self.at += 2;
        let mut numbers = Vec::new();
        loop {
            let (from, to) = self.nth_range()?;
            numbers.extend(from..=to);
            if !self.sign(0, ',') {
                break;
            }
            self.at += 1;
        }
        if !self.sign(0, ']') {
            return Err(self.unexpected(0));
        }
        self.at += 1;
        let (offset, taken) = self.day_offset(0, 6)?;
        self.at += taken;
        self.rule
            .dates
            .weekdays
            .extend(numbers.into_iter().map(|nth| WeekdayRange::Nth {
                weekday,
                nth,
                offset,
            }));
        Ok(())
    }

    /// `1`, `1-2` or `-1`, between 1 and 5 either way.
    pub(super) fn nth_range(&mut self) -> Result<(i8, i8), HoursError> {
        let rank = |number: u32| {
            i8::try_from(number)
                .ok()
                .filter(|rank| (1..=5).contains(rank))
        };
        if self.sign(0, '-') {
            let Some(rank) = self.number(1).and_then(rank) else {
                return Err(self.unexpected(1));
            };
            self.at += 2;
            return Ok((-rank, -rank));
        }
        let Some(from) = self.number(0).and_then(rank) else {
            return Err(self.unexpected(0));
        };
        if self.sign(1, '-') && self.number(2).is_some() {
            let Some(to) = self.number(2).and_then(rank).filter(|&to| to >= from) else {
                return Err(self.out_of_range(2, "rank of a weekday"));
            };
            self.at += 3;
            return Ok((from, to));
        }
        self.at += 1;
        Ok((from, from))
    }

    /// A rule that begins with a holiday: `PH,Sa` is a list of days, `SH Mo-Fr` the week days of the
    /// school holidays.
    pub(super) fn holidays_first(&mut self) -> Result<Next, HoursError> {
        if self.sign(1, ',') {
            return self.weekdays();
        }
        let part = self.holiday()?;
        self.rule.dates.holidays.push(part);
        if !self.sign(0, ',') {
            return Ok(Next::Same);
        }
        self.at += 1;
        match self.token(0) {
            Some(Token::Holiday(_)) => self.holidays_first(),
            Some(Token::Weekday(_)) => self.weekdays(),
            None => Ok(Next::Same),
            Some(_) => Err(self.unexpected(0)),
        }
    }

    /// `PH`, `SH`, `PH -1 day`.
    fn holiday(&mut self) -> Result<HolidayRef, HoursError> {
        let Some(&Token::Holiday(kind)) = self.token(0) else {
            return Err(self.unexpected(0));
        };
        self.at += 1;
        let (offset, taken) = match kind {
            HolidayKind::Public => self.day_offset(0, 1)?,
            HolidayKind::School => (0, 0),
        };
        self.at += taken;
        Ok(HolidayRef { kind, offset })
    }

    /// `week 01-10,20-30/2`.
    pub(super) fn weeks(&mut self) -> Result<Next, HoursError> {
        loop {
            if self.token(0) == Some(&Token::Week) {
                self.at += 1;
            }
            let Some(from) = self.number(0) else {
                return Err(self.unexpected(0));
            };
            let to = if self.sign(1, '-') {
                self.number(2)
            } else {
                None
            };
            let (first, last) = (from, to.unwrap_or(from));
            if first < 1 || last > 53 || first > last {
                return Err(self.out_of_range(0, "week"));
            }
            self.at += if to.is_some() { 3 } else { 1 };
            let period = if to.is_some() { self.period(2, 26)? } else { 1 };
            self.rule.dates.weeks.push(WeekRange {
                from: first,
                to: last,
                period,
            });
            if !self.sign(0, ',') {
                return Ok(Next::Same);
            }
            self.at += 1;
        }
    }

    /// `/2`, within bounds; 1 when there is none.
    pub(super) fn period(&mut self, least: u32, most: u32) -> Result<u32, HoursError> {
        if !self.sign(0, '/') {
            return Ok(1);
        }
        let Some(period) = self.number(1) else {
            return Ok(1);
        };
        if period < least || period > most {
            return Err(self.out_of_range(1, "period"));
        }
        self.at += 2;
        Ok(period)
    }

    /// `2026,2028-2030/2,2040+`.
    pub(super) fn years(&mut self) -> Result<Next, HoursError> {
        loop {
            let Some(from) = self.year(0) else {
                return Err(self.unexpected(0));
            };
            let range = self.year_range(from)?;
            self.rule.dates.years.push(range);
            if !self.sign(0, ',') {
                return Ok(Next::Same);
            }
            self.at += 1;
        }
    }

    fn year_range(&mut self, from: i32) -> Result<YearRange, HoursError> {
        let last = if self.sign(1, '-') {
            self.year(2)
        } else {
            None
        };
        if let Some(to) = last {
            if to <= from {
                return Err(self.out_of_range(2, "year"));
            }
            self.at += 3;
            let period = i32::try_from(self.period(1, 500)?).unwrap_or(1);
            return Ok(YearRange {
                from,
                to: Some(to),
                period,
            });
        }
        self.at += 1;
        if self.sign(0, '+') {
            self.at += 1;
            return Ok(YearRange {
                from,
                to: None,
                period: 1,
            });
        }
        let open = self.sign(0, '/') && self.number(1).is_some();
        let period = i32::try_from(self.period(1, 500)?).unwrap_or(1);
        Ok(YearRange {
            from,
            to: (!open).then_some(from),
            period,
        })
    }
}
