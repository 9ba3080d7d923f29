//! A week as people fill it in: seven days of a few ranges, the holidays on which it does not hold, dated closings.
//!
//! A grid becomes an OSM string, and such a string becomes a grid again where one can hold all of its meaning; where
//! none can (seasons, odd weeks, nights that run past midnight), there is no grid, and the text is kept as it is.

use std::fmt::Write as _;

use chrono::{Datelike, NaiveDate};

use crate::day::DAY;
use crate::hours::Hours;
use crate::print;
use crate::rules::{
    Anchor, Clock, DateFilter, DateRange, HolidayKind, HolidayRef, Link, OpenState, Rule, Span,
    WeekdayRange,
};

/// Days of a week.
const WEEK: usize = 7;

/// Days on which it is closed, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Closing {
    /// First day.
    pub from: NaiveDate,
    /// Last day, not before the first.
    pub to: NaiveDate,
}

/// A week as people fill it in.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct WeekGrid {
    /// Ranges of each day in minutes, from Monday: in order, apart from each other, at most [`WeekGrid::RANGES`].
    pub days: [Vec<(u16, u16)>; WEEK],
    /// Whether it is closed on public holidays.
    pub public_holidays_off: bool,
    /// Whether it is closed in school holidays.
    pub school_holidays_off: bool,
    /// Days on which it is closed besides.
    pub closings: Vec<Closing>,
}

impl WeekGrid {
    /// Ranges that a day can have.
    pub const RANGES: usize = 3;

    /// Whether no day has a range.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.days.iter().all(Vec::is_empty)
    }

    /// The week in OSM's grammar; nothing where no day has a range, for that is not known rather than closed.
    #[must_use]
    pub fn osm(&self) -> Option<String> {
        if self.is_empty() {
            return None;
        }
        let mut rules: Vec<String> = Vec::new();
        let mut told: Vec<&Vec<(u16, u16)>> = Vec::new();
        for ranges in self.days.iter().filter(|ranges| !ranges.is_empty()) {
            if !told.contains(&ranges) {
                told.push(ranges);
                rules.push(format!("{} {}", self.days_with(ranges), times(ranges)));
            }
        }
        let off = match (self.public_holidays_off, self.school_holidays_off) {
            (true, true) => Some("PH,SH off"),
            (true, false) => Some("PH off"),
            (false, true) => Some("SH off"),
            (false, false) => None,
        };
        rules.extend(off.map(str::to_owned));
        rules.extend(self.closings.iter().copied().map(closing));
        Some(rules.join("; "))
    }

    /// The grid that means the same, where one does.
    #[must_use]
    pub fn of(hours: &Hours) -> Option<Self> {
        let mut grid = Self::default();
        let mut closes = false;
        for rule in hours.rules() {
            match rule.state {
                OpenState::Open if !closes && rule.comment.is_none() => grid.open(rule)?,
                OpenState::Closed if rule.link == Link::Normal && rule.comment.is_none() => {
                    closes |= grid.close(rule)?;
                }
                OpenState::Open | OpenState::Closed | OpenState::Unknown => return None,
            }
        }
        grid.closings.sort_unstable();
        (!grid.is_empty()).then_some(grid)
    }

    /// The days that have these ranges: `Mo,We-Fr`.
    fn days_with(&self, ranges: &[(u16, u16)]) -> String {
        let mut runs: Vec<(u8, u8)> = Vec::new();
        for (day, own) in (0_u8..).zip(&self.days) {
            if own.as_slice() != ranges {
                continue;
            }
            match runs.last_mut() {
                Some((_, last)) if *last + 1 == day => *last = day,
                _ => runs.push((day, day)),
            }
        }
        let run = |(from, to): &(u8, u8)| {
            let (from, to) = (print::weekday(*from), print::weekday(*to));
            if from == to {
                from.to_owned()
            } else {
                format!("{from}-{to}")
            }
        };
        runs.iter().map(run).collect::<Vec<_>>().join(",")
    }

    fn open(&mut self, rule: &Rule) -> Option<()> {
        let days = weekdays(&rule.dates)?;
        let ranges = ranges(&rule.times)?;
        for (own, asked) in self.days.iter_mut().zip(days) {
            if !asked {
                continue;
            }
            match rule.link {
                Link::Normal => own.clone_from(&ranges),
                Link::Additional => own.extend(&ranges),
                Link::Fallback | Link::AdditionalFallback => return None,
            }
            own.sort_unstable();
            let apart = own.iter().zip(own.iter().skip(1)).all(|(a, b)| a.1 < b.0);
            if !apart || own.len() > Self::RANGES {
                return None;
            }
        }
        Some(())
    }

    /// Takes in a rule that closes; whether rules that open can no longer follow it.
    fn close(&mut self, rule: &Rule) -> Option<bool> {
        if !rule.times.is_empty() {
            return None;
        }
        if let Some(found) = holidays(&rule.dates) {
            for part in found {
                match part.kind {
                    HolidayKind::Public => self.public_holidays_off = true,
                    HolidayKind::School => self.school_holidays_off = true,
                }
            }
            return Some(true);
        }
        if let Some(closings) = closings(&rule.dates) {
            self.closings.extend(closings);
            return Some(true);
        }
        let days = weekdays(&rule.dates)?;
        for (own, asked) in self.days.iter_mut().zip(days) {
            if asked {
                own.clear();
            }
        }
        Some(false)
    }
}

fn times(ranges: &[(u16, u16)]) -> String {
    let clock = |minute: u16| format!("{:02}:{:02}", minute / 60, minute % 60);
    let range = |(from, to): &(u16, u16)| format!("{}-{}", clock(*from), clock(*to));
    ranges.iter().map(range).collect::<Vec<_>>().join(",")
}

fn closing(closing: Closing) -> String {
    let day = |day: NaiveDate| {
        let month = print::month(u8::try_from(day.month()).unwrap_or_default());
        format!("{} {month} {:02}", day.year(), day.day())
    };
    let mut text = day(closing.from);
    if closing.to != closing.from {
        let _ = write!(text, "-{}", day(closing.to));
    }
    text.push_str(" off");
    text
}

/// The days of a rule that speaks of nothing but days of the week; all of them where it speaks of none.
fn weekdays(dates: &DateFilter) -> Option<[bool; WEEK]> {
    let only = DateFilter {
        weekdays: dates.weekdays.clone(),
        ..DateFilter::default()
    };
    if *dates != only {
        return None;
    }
    let mut days = [dates.weekdays.is_empty(); WEEK];
    for part in &dates.weekdays {
        let WeekdayRange::Days { from, to } = part else {
            return None;
        };
        let (from, to) = (usize::from(*from), usize::from(*to));
        for (day, asked) in days.iter_mut().enumerate() {
            *asked |= if from <= to {
                (from..=to).contains(&day)
            } else {
                day >= from || day <= to
            };
        }
    }
    Some(days)
}

/// Plain ranges within the day.
fn ranges(times: &[Span]) -> Option<Vec<(u16, u16)>> {
    if times.is_empty() {
        return Some(vec![(0, DAY)]);
    }
    let plain = |span: &Span| {
        let sun = |end: Clock| end.sun.is_some();
        let odd = span
            .written
            .iter()
            .any(|one| one.plus || sun(one.from) || one.to.is_none_or(sun));
        let odd = odd || span.open_end || span.period.is_some();
        (!odd && span.from < span.to && span.to <= DAY).then_some((span.from, span.to))
    };
    times.iter().map(plain).collect()
}

/// The holidays of a rule that speaks of nothing else.
fn holidays(dates: &DateFilter) -> Option<Vec<HolidayRef>> {
    let only = DateFilter {
        holidays: dates.holidays.clone(),
        weekdays: dates.weekdays.clone(),
        ..DateFilter::default()
    };
    let in_days = dates.weekdays.iter().map(|part| match part {
        WeekdayRange::Holiday(part) => Some(*part),
        WeekdayRange::Days { .. } | WeekdayRange::Nth { .. } => None,
    });
    let found: Vec<HolidayRef> = match (dates.holidays.is_empty(), dates.weekdays.is_empty()) {
        (false, true) => dates.holidays.clone(),
        (true, false) => in_days.collect::<Option<_>>()?,
        _ => return None,
    };
    let plain = *dates == only && found.iter().all(|part| part.offset == 0);
    plain.then_some(found)
}

/// The dated days of a rule that speaks of nothing else.
fn closings(dates: &DateFilter) -> Option<Vec<Closing>> {
    let only = DateFilter {
        months: dates.months.clone(),
        monthdays: dates.monthdays.clone(),
        ..DateFilter::default()
    };
    let parts = match (dates.months.is_empty(), dates.monthdays.is_empty()) {
        (false, true) => &dates.months,
        (true, false) => &dates.monthdays,
        _ => return None,
    };
    if *dates != only {
        return None;
    }
    parts.iter().map(dated).collect()
}

fn dated(range: &DateRange) -> Option<Closing> {
    let day = |year: i32, month: u8, day: u32| NaiveDate::from_ymd_opt(year, month.into(), day);
    let (from, to) = match range {
        DateRange::Days {
            year: Some(year),
            month,
            from,
            to,
            period,
        } if *period <= 1 || from == to => (day(*year, *month, *from)?, day(*year, *month, *to)?),
        DateRange::Between { from, to } => {
            let (
                Anchor::Day {
                    year: Some(year),
                    month,
                    day: first,
                },
                Anchor::Day {
                    year: Some(end_year),
                    month: end_month,
                    day: last,
                },
            ) = (from, to)
            else {
                return None;
            };
            (
                day(*year, *month, *first)?,
                day(*end_year, *end_month, *last)?,
            )
        }
        _ => return None,
    };
    (from <= to).then_some(Closing { from, to })
}

#[cfg(test)]
mod tests {
    use chrono::Days;
    use proptest::prelude::*;

    use super::*;
    use crate::zone::Zone;

    fn read(text: &str) -> Option<WeekGrid> {
        WeekGrid::of(&Hours::parse(text, Zone::default()).unwrap())
    }

    #[test]
    fn usual_hours_are_read_into_a_grid_and_written_back() {
        for (text, written) in [
            ("Mo-Fr 09:00-12:00,14:00-18:00; PH off", None),
            ("Mo,We-Fr 09:00-12:00; Tu 10:00-12:00", None),
            ("Mo-Su 00:00-24:00", None),
            ("24/7", Some("Mo-Su 00:00-24:00")),
            ("09:00-12:00", Some("Mo-Su 09:00-12:00")),
            ("Mo-Sa 09:00-12:00; We off", Some("Mo-Tu,Th-Sa 09:00-12:00")),
            (
                "Mo 09:00-12:00, Mo 14:00-17:00",
                Some("Mo 09:00-12:00,14:00-17:00"),
            ),
            ("Sa-Mo 09:00-12:00", Some("Mo,Sa-Su 09:00-12:00")),
            ("Mo 09:00-12:00; PH,SH off", None),
            ("Mo 09:00-12:00; 2026 Dec 24-2027 Jan 02 off", None),
            (
                "Mo 09:00-12:00; 2026 Dec 24-31 off",
                Some("Mo 09:00-12:00; 2026 Dec 24-2026 Dec 31 off"),
            ),
            ("Mo 09:00-12:00; PH off; 2026 Dec 24 off", None),
        ] {
            let grid = read(text).unwrap_or_else(|| panic!("{text}"));
            assert_eq!(
                grid.osm().as_deref(),
                Some(written.unwrap_or(text)),
                "{text}"
            );
        }
    }

    #[test]
    fn what_a_grid_cannot_hold_makes_none() {
        for text in [
            "Jul-Aug Mo 09:00-12:00",
            "week 1-53/2 Mo 09:00-12:00",
            "Fr 22:00-02:00",
            "Mo 09:00+",
            "Mo 09:00-12:00 \"sur rendez-vous\"",
            "We[1] 09:00-12:00",
            "PH 09:00-12:00",
            "Mo-Fr 09:00-12:00; PH off; Sa 10:00-12:00",
            "Mo 08:00-09:00,10:00-11:00,12:00-13:00,14:00-15:00",
            "Mo 09:00-12:00; Aug off",
            "Mo sunrise-sunset",
            "Mo 09:00-12:00 || \"appelez\"",
            "off",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn an_empty_week_is_no_hours() {
        assert_eq!(WeekGrid::default().osm(), None);
    }

    fn days() -> impl Strategy<Value = [Vec<(u16, u16)>; WEEK]> {
        let day = prop::collection::btree_set(0_u16..=96, 0..=6).prop_map(|edges| {
            let edges: Vec<u16> = edges.into_iter().map(|quarter| quarter * 15).collect();
            edges
                .chunks_exact(2)
                .map(|pair| (pair[0], pair[1]))
                .collect()
        });
        prop::array::uniform7(day)
    }

    fn grids() -> impl Strategy<Value = WeekGrid> {
        let first = NaiveDate::from_ymd_opt(2026, 1, 1).unwrap();
        let closing = (0_u64..700, 0_u64..40).prop_map(move |(from, days)| {
            let from = first + Days::new(from);
            Closing {
                from,
                to: from + Days::new(days),
            }
        });
        let closings = prop::collection::btree_set(closing, 0..3);
        (days(), any::<bool>(), any::<bool>(), closings).prop_map(
            |(days, public, school, closings)| WeekGrid {
                days,
                public_holidays_off: public,
                school_holidays_off: school,
                closings: closings.into_iter().collect(),
            },
        )
    }

    proptest! {
        #[test]
        fn every_grid_reads_back_from_its_text(grid in grids()) {
            match grid.osm() {
                None => prop_assert!(grid.is_empty()),
                Some(text) => prop_assert_eq!(read(&text), Some(grid)),
            }
        }

        #[test]
        fn the_text_opens_the_place_when_the_grid_does(grid in grids(), day in 0_u64..700) {
            let Some(text) = grid.osm() else { return Ok(()) };
            let date = NaiveDate::from_ymd_opt(2026, 1, 1).unwrap() + Days::new(day);
            let hours = Hours::parse(&text, Zone::default()).unwrap();
            let said: Vec<_> = hours.day(date).iter().map(|range| (range.from, range.to)).collect();
            let closed = grid.closings.iter().any(|one| one.from <= date && date <= one.to);
            let week = &grid.days[date.weekday().num_days_from_monday() as usize];
            if closed {
                prop_assert_eq!(said, Vec::new());
            } else if !grid.public_holidays_off && !grid.school_holidays_off {
                prop_assert_eq!(&said, week);
            }
        }
    }
}
