//! Moments as addresses write them: `maintenant`, `2026-11-28T10:00`, `2026-11-28:matin`, `samedi:matin`.

use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, Days, NaiveDate, NaiveDateTime, Weekday};
use thiserror::Error;

/// A moment, in the wall-clock time of each place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum When {
    /// Now.
    Now,
    /// At a time.
    At(NaiveDateTime),
    /// Some time on a day.
    Date(NaiveDate, Part),
    /// Some time on the next such day, today included while its part is not over.
    Weekday(Weekday, Part),
}

/// A part of a day.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Part {
    /// The whole day.
    #[default]
    All,
    /// 8:00 to 12:00.
    Morning,
    /// 12:00 to 18:00.
    Afternoon,
    /// 18:00 to 22:00.
    Evening,
}

/// A text that names no moment.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{0:?} is no moment")]
pub struct WhenError(pub String);

const DAYS: [(Weekday, &str); 7] = [
    (Weekday::Mon, "lundi"),
    (Weekday::Tue, "mardi"),
    (Weekday::Wed, "mercredi"),
    (Weekday::Thu, "jeudi"),
    (Weekday::Fri, "vendredi"),
    (Weekday::Sat, "samedi"),
    (Weekday::Sun, "dimanche"),
];
const NOW: &str = "maintenant";
/// Years in which a date is believed.
const YEARS: std::ops::RangeInclusive<i32> = 1970..=2200;

impl Part {
    /// All parts that have a name.
    pub const NAMED: [Self; 3] = [Self::Morning, Self::Afternoon, Self::Evening];

    /// The name in addresses; empty for the whole day.
    #[must_use]
    pub const fn slug(self) -> &'static str {
        match self {
            Self::All => "",
            Self::Morning => "matin",
            Self::Afternoon => "apres-midi",
            Self::Evening => "soir",
        }
    }

    /// First minute of the day, and the one after the last.
    #[must_use]
    pub const fn minutes(self) -> (u16, u16) {
        match self {
            Self::All => (0, 24 * 60),
            Self::Morning => (8 * 60, 12 * 60),
            Self::Afternoon => (12 * 60, 18 * 60),
            Self::Evening => (18 * 60, 22 * 60),
        }
    }
}

impl FromStr for When {
    type Err = WhenError;

    fn from_str(text: &str) -> Result<Self, WhenError> {
        let error = || WhenError(text.to_owned());
        if text == NOW {
            return Ok(Self::Now);
        }
        if text.contains('T') {
            let formats = ["%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S"];
            let time = formats
                .iter()
                .find_map(|format| NaiveDateTime::parse_from_str(text, format).ok());
            return time
                .filter(|time| YEARS.contains(&time.year()))
                .map(Self::At)
                .ok_or_else(error);
        }
        let (day, part) = text.split_once(':').unwrap_or((text, ""));
        let part = [Part::All, Part::Morning, Part::Afternoon, Part::Evening]
            .into_iter()
            .find(|known| known.slug() == part && (*known != Part::All || !text.contains(':')))
            .ok_or_else(error)?;
        if let Some((weekday, _)) = DAYS.iter().find(|(_, name)| *name == day) {
            return Ok(Self::Weekday(*weekday, part));
        }
        let date = NaiveDate::parse_from_str(day, "%Y-%m-%d")
            .ok()
            .filter(|_| day.len() == 10);
        date.filter(|date| YEARS.contains(&date.year()))
            .map(|date| Self::Date(date, part))
            .ok_or_else(error)
    }
}

impl fmt::Display for When {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let part = match self {
            Self::Now => return f.write_str(NOW),
            Self::At(time) => return write!(f, "{}", time.format("%Y-%m-%dT%H:%M")),
            Self::Date(date, part) => {
                write!(f, "{date}")?;
                *part
            }
            Self::Weekday(weekday, part) => {
                let name = DAYS
                    .iter()
                    .find(|(known, _)| known == weekday)
                    .map_or("", |(_, name)| name);
                f.write_str(name)?;
                *part
            }
        };
        if part == Part::All {
            Ok(())
        } else {
            write!(f, ":{}", part.slug())
        }
    }
}

impl When {
    /// The day and the minutes meant, for a clock that shows `local`: a single minute for an instant.
    #[must_use]
    pub fn window(&self, local: NaiveDateTime) -> (NaiveDate, u16, u16) {
        let minute = |time: NaiveDateTime| {
            let minutes = (time - time.date().and_time(chrono::NaiveTime::MIN)).num_minutes();
            u16::try_from(minutes).unwrap_or(0)
        };
        match self {
            Self::Now => (local.date(), minute(local), minute(local) + 1),
            Self::At(time) => (time.date(), minute(*time), minute(*time) + 1),
            Self::Date(date, part) => {
                let (from, to) = part.minutes();
                (*date, from, to)
            }
            Self::Weekday(weekday, part) => {
                let (from, to) = part.minutes();
                let ahead = i64::from(weekday.num_days_from_monday())
                    - i64::from(local.weekday().num_days_from_monday());
                let over = ahead == 0 && minute(local) >= to;
                let ahead = if over { 7 } else { ahead.rem_euclid(7) };
                let date = local
                    .date()
                    .checked_add_days(Days::new(ahead.unsigned_abs()));
                (date.unwrap_or_else(|| local.date()), from, to)
            }
        }
    }

    /// Whether a single instant is meant, and not a part of a day.
    #[must_use]
    pub const fn is_instant(&self) -> bool {
        matches!(self, Self::Now | Self::At(_))
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    fn local(text: &str) -> NaiveDateTime {
        NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M").unwrap()
    }

    #[rstest]
    #[case("maintenant")]
    #[case("2026-11-28T10:00")]
    #[case("2026-11-28")]
    #[case("2026-11-28:apres-midi")]
    #[case("samedi")]
    #[case("samedi:matin")]
    #[case("dimanche:soir")]
    fn every_form_of_the_contract_reads_and_writes_back(#[case] text: &str) {
        assert_eq!(text.parse::<When>().unwrap().to_string(), text);
    }

    #[rstest]
    #[case("")]
    #[case("demain")]
    #[case("maintenant:matin")]
    #[case("samedi:")]
    #[case("samedi:midi")]
    #[case("2026-13-01")]
    #[case("2026-1-1")]
    #[case("9999-01-01")]
    #[case("2026-11-28T25:00")]
    fn what_is_no_moment_is_refused(#[case] text: &str) {
        assert!(text.parse::<When>().is_err());
    }

    #[test]
    fn a_weekday_is_today_until_its_part_is_over() {
        let saturday: When = "samedi:matin".parse().unwrap();
        let day = |text| saturday.window(local(text)).0.to_string();
        assert_eq!(day("2026-11-25T09:00"), "2026-11-28");
        assert_eq!(day("2026-11-28T11:59"), "2026-11-28");
        assert_eq!(day("2026-11-28T12:00"), "2026-12-05");
        assert_eq!(day("2026-11-29T09:00"), "2026-12-05");
        assert_eq!(saturday.window(local("2026-11-25T09:00")).1, 480);
    }
}
