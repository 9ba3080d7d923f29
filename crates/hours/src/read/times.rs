//! Times of the day: ranges, open ends, moments.
//!
//! An open end (`17:00+`) is guessed as the reference program does: ten hours from 17:00 on, eight from
//! 22:00 on, until midnight before; the guessed part is unknown, never open.

use crate::day::DAY;
use crate::error::HoursError;
use crate::rules::{Clock, Span, Written};

use super::{Mode, Next, Reader};

/// Start and end of a time as written, and how many signs it takes.
type Read = (Clock, usize);

impl Reader<'_> {
    pub(super) fn begins_time(&self) -> bool {
        (self.number(0).is_some() && (self.colon(1) || self.sign(1, '-')))
            || self.sun(0).is_some()
            || (self.sign(0, '(') && self.sun(1).is_some())
    }

    pub(super) fn push_whole_day(&mut self) {
        self.rule.times.push(Span {
            from: 0,
            to: DAY,
            open_end: false,
            period: None,
            written: None,
        });
    }

    /// `08:00-12:00,14:00-18:00`; a comma before anything else begins an additional rule.
    pub(super) fn times(&mut self) -> Result<Next, HoursError> {
        loop {
            if self.clock(0)?.is_some() {
                self.span()?;
            } else if let (Some(from), true, Some(to)) =
                (self.number(0), self.sign(1, '-'), self.number(2))
            {
                self.hours_only(from, to)?;
            } else if self.number(0).is_some() || self.sign(0, '(') {
                return Err(self.unexpected(1));
            } else {
                return Ok(Next::Rule);
            }
            if !self.sign(0, ',') {
                return Ok(Next::Same);
            }
            self.at += 1;
            if self.token(0).is_none() {
                return Ok(Next::Same);
            }
        }
    }

    /// `9-12`.
    fn hours_only(&mut self, from: u32, to: u32) -> Result<(), HoursError> {
        let clock = |hours: u32| Clock {
            sun: None,
            minutes: i32::try_from(hours.min(1_000) * 60).unwrap_or_default(),
        };
        let (from, to) = (clock(from), clock(to));
        let mut end = to.minutes;
        if end < from.minutes {
            end += i32::from(DAY);
        }
        let span = self.bounds(from.minutes, end, false)?;
        self.rule.times.push(Span {
            written: Some(Written {
                from,
                to: Some(to),
                plus: false,
            }),
            ..span
        });
        self.at += 3;
        Ok(())
    }

    /// A time with minutes, of the sun, or counted from the sun.
    fn clock(&self, ahead: usize) -> Result<Option<Read>, HoursError> {
        if let (Some(hours), true, Some(minutes)) = (
            self.number(ahead),
            self.colon(ahead + 1),
            self.number(ahead + 2),
        ) {
            if minutes > 59 || hours > 48 {
                return Err(self.out_of_range(ahead, "time"));
            }
            let minutes = i32::try_from(hours * 60 + minutes).unwrap_or_default();
            return Ok(Some((Clock { sun: None, minutes }, 3)));
        }
        if let Some(event) = self.sun(ahead) {
            let clock = Clock {
                sun: Some(event),
                minutes: 0,
            };
            return Ok(Some((clock, 1)));
        }
        if self.sign(ahead, '(') && self.sun(ahead + 1).is_some() {
            return self.sun_clock(ahead).map(Some);
        }
        Ok(None)
    }

    /// `(sunrise+01:30)`.
    fn sun_clock(&self, ahead: usize) -> Result<Read, HoursError> {
        let direction = match (self.sign(ahead + 2, '+'), self.sign(ahead + 2, '-')) {
            (true, _) => 1,
            (_, true) => -1,
            _ => return Err(self.unexpected(ahead + 2)),
        };
        let (Some(hours), true, Some(minutes), true) = (
            self.number(ahead + 3),
            self.colon(ahead + 4),
            self.number(ahead + 5),
            self.sign(ahead + 6, ')'),
        ) else {
            return Err(self.unexpected(ahead + 3));
        };
        if minutes > 59 || hours > 12 {
            return Err(self.out_of_range(ahead + 3, "time"));
        }
        let offset = i32::try_from(hours * 60 + minutes).unwrap_or_default();
        let clock = Clock {
            sun: self.sun(ahead + 1),
            minutes: direction * offset,
        };
        Ok((clock, 7))
    }

    /// One span, with what may follow it: `+`, `/30`.
    fn span(&mut self) -> Result<(), HoursError> {
        let Some((from, taken)) = self.clock(0)? else {
            return Err(self.unexpected(0));
        };
        if self.sign(taken, '-') {
            return self.range(from, taken + 1);
        }
        if self.sign(taken, '+') {
            self.at += taken + 1;
            return self.open_end(from);
        }
        if self.mode == Mode::Ranges {
            return Err(HoursError::PointInTime { at: self.place(0) });
        }
        let span = self.bounds(from.minute(), from.minute() + 1, false)?;
        self.rule.times.push(Span {
            written: Some(Written {
                from,
                to: None,
                plus: false,
            }),
            ..span
        });
        self.at += taken;
        Ok(())
    }

    fn range(&mut self, from: Clock, second: usize) -> Result<(), HoursError> {
        let Some((to, taken)) = self.clock(second)? else {
            return Err(self.unexpected(second));
        };
        let begin = self.at;
        self.at += second + taken;
        let period = self.moments_period()?;
        let plus = period.is_none() && self.sign(0, '+');
        if period.is_some() != (self.mode == Mode::Moments) && !plus {
            self.at = begin;
            return Err(HoursError::PointInTime { at: self.place(0) });
        }
        let (start, mut end) = (from.minute(), to.minute());
        if plus {
            self.at += 1;
            let later = if end < start { i32::from(DAY) } else { 0 };
            let guessed = self.guessed(end + later, true)?;
            self.rule.times.push(guessed);
        }
        if end < start || (end == start && from.sun.is_none() && to.sun.is_none()) {
            end += i32::from(DAY);
        }
        let span = self.bounds(start, end, false)?;
        self.rule.times.push(Span {
            period,
            written: Some(Written {
                from,
                to: Some(to),
                plus,
            }),
            ..span
        });
        Ok(())
    }

    /// `/30` minutes or `/01:30`.
    fn moments_period(&mut self) -> Result<Option<u16>, HoursError> {
        if !self.sign(0, '/') {
            return Ok(None);
        }
        let Some(number) = self.number(1) else {
            return Err(self.unexpected(1));
        };
        let (minutes, taken) = match (self.colon(2), self.number(3)) {
            (true, Some(minutes)) => (number.saturating_mul(60).saturating_add(minutes), 4),
            (true, None) => return Err(self.unexpected(3)),
            _ => (number, 2),
        };
        let period = u16::try_from(minutes)
            .ok()
            .filter(|period| (1..=DAY).contains(period));
        if period.is_none() {
            return Err(self.out_of_range(1, "period"));
        }
        self.at += taken;
        Ok(period)
    }

    /// `17:00+`.
    fn open_end(&mut self, from: Clock) -> Result<(), HoursError> {
        let span = self.guessed(from.minute(), false)?;
        self.rule.times.push(Span {
            written: Some(Written {
                from,
                to: None,
                plus: true,
            }),
            ..span
        });
        Ok(())
    }

    /// The guessed part of an open end.
    fn guessed(&self, from: i32, after_range: bool) -> Result<Span, HoursError> {
        let to = match from {
            _ if from >= 22 * 60 => from + 8 * 60,
            _ if from >= 17 * 60 => from + 10 * 60,
            _ => i32::from(DAY),
        };
        let to = if after_range {
            to.min(2 * i32::from(DAY))
        } else {
            to
        };
        Ok(Span {
            open_end: true,
            ..self.bounds(from, to, after_range)?
        })
    }

    /// A span within its bounds: it begins on its day and ends before the midnight after next.
    fn bounds(&self, from: i32, to: i32, after_range: bool) -> Result<Span, HoursError> {
        let day = i32::from(DAY);
        if from < 0 || to < from || to > 2 * day || (from >= day && !after_range) {
            return Err(self.out_of_range(0, "time"));
        }
        Ok(Span {
            from: u16::try_from(from).unwrap_or_default(),
            to: u16::try_from(to).unwrap_or_default(),
            open_end: false,
            period: None,
            written: None,
        })
    }
}
