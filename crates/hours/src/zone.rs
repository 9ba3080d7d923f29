//! Where a place is, as far as hours are concerned: clock, public holidays, school holidays.
//!
//! A [`Zone`] is two bytes, made from the commune's code alone. What is not known stays unknown: school
//! calendars overseas, local customs.

use chrono::{DateTime, Duration, LocalResult, NaiveDate, NaiveDateTime, TimeZone, Utc};
use chrono_tz::Tz;
use portulan_model::CommuneCode;

use crate::dates::Match;
use crate::holidays;
use crate::school::{self, SchoolZone};

/// Which list of public holidays and which clock apply.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Land {
    Mainland,
    AlsaceMoselle,
    Guadeloupe,
    Martinique,
    Guyane,
    Reunion,
    SaintPierreEtMiquelon,
    Mayotte,
    SaintBarthelemy,
    SaintMartin,
    WallisEtFutuna,
    Polynesia,
    NewCaledonia,
}

/// Clock, public holidays and school holidays of a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Zone {
    pub(crate) land: Land,
    pub(crate) school: SchoolZone,
}

impl Default for Zone {
    /// European France, school zone not known.
    fn default() -> Self {
        Self {
            land: Land::Mainland,
            school: SchoolZone::Mainland,
        }
    }
}

impl Zone {
    /// Zone of a commune; without one, European France with an unknown school zone.
    pub fn of(commune: Option<CommuneCode>) -> Self {
        let Some(commune) = commune else {
            return Self::default();
        };
        let department = commune.department();
        let land = match department.as_str() {
            "57" | "67" | "68" => Land::AlsaceMoselle,
            "971" => Land::Guadeloupe,
            "972" => Land::Martinique,
            "973" => Land::Guyane,
            "974" => Land::Reunion,
            "975" => Land::SaintPierreEtMiquelon,
            "976" => Land::Mayotte,
            "977" => Land::SaintBarthelemy,
            "978" => Land::SaintMartin,
            "986" => Land::WallisEtFutuna,
            "987" => Land::Polynesia,
            "988" => Land::NewCaledonia,
            _ => Land::Mainland,
        };
        Self {
            land,
            school: SchoolZone::of_department(department.as_str()),
        }
    }

    /// School zone.
    pub fn school(self) -> SchoolZone {
        self.school
    }

    /// Time zone of the IANA database. French Polynesia is on the clock of Tahiti: the Marquesas (half an
    /// hour ahead) and the Gambier islands (an hour ahead) are not told apart.
    pub fn clock(self) -> Tz {
        match self.land {
            Land::Mainland | Land::AlsaceMoselle => Tz::Europe__Paris,
            Land::Guadeloupe | Land::SaintBarthelemy | Land::SaintMartin => Tz::America__Guadeloupe,
            Land::Martinique => Tz::America__Martinique,
            Land::Guyane => Tz::America__Cayenne,
            Land::Reunion => Tz::Indian__Reunion,
            Land::SaintPierreEtMiquelon => Tz::America__Miquelon,
            Land::Mayotte => Tz::Indian__Mayotte,
            Land::WallisEtFutuna => Tz::Pacific__Wallis,
            Land::Polynesia => Tz::Pacific__Tahiti,
            Land::NewCaledonia => Tz::Pacific__Noumea,
        }
    }

    /// Wall-clock time of an instant.
    pub fn local(self, instant: DateTime<Utc>) -> NaiveDateTime {
        instant.with_timezone(&self.clock()).naive_local()
    }

    /// Instant of a wall-clock time. In the hour that autumn repeats, the first of the two; in the hour
    /// that spring skips, the instant at which the clock jumps.
    pub fn utc(self, local: NaiveDateTime) -> DateTime<Utc> {
        let (first, _second) = self.utc_both(local);
        first
    }

    /// Both instants of a wall-clock time: they differ only in the hour that autumn repeats.
    pub(crate) fn utc_both(self, local: NaiveDateTime) -> (DateTime<Utc>, DateTime<Utc>) {
        let clock = self.clock();
        match clock.from_local_datetime(&local) {
            LocalResult::Single(instant) => (instant.to_utc(), instant.to_utc()),
            LocalResult::Ambiguous(first, second) => (first.to_utc(), second.to_utc()),
            LocalResult::None => {
                let jump = (1..=180)
                    .filter_map(|minutes| local.checked_add_signed(Duration::minutes(minutes)))
                    .find_map(|later| clock.from_local_datetime(&later).earliest())
                    .map_or_else(|| local.and_utc(), |instant| instant.to_utc());
                (jump, jump)
            }
        }
    }

    /// Whether a day is a public holiday; a custom without force of law is a maybe.
    pub(crate) fn public_holiday(self, day: NaiveDate) -> Match {
        holidays::on(day, self.land)
    }

    /// Whether a day is in the school holidays; a maybe outside the published calendars.
    pub(crate) fn school_holiday(self, day: NaiveDate) -> Match {
        school::on(day, self.school)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::Timelike;

    fn zone(commune: &str) -> Zone {
        Zone::of(Some(commune.parse().unwrap()))
    }

    #[test]
    fn each_territory_lives_on_its_own_clock() {
        let noon = Utc.with_ymd_and_hms(2026, 7, 1, 12, 0, 0).unwrap();
        for (commune, hour) in [
            ("35238", 14),
            ("67482", 14),
            ("97105", 8),
            ("97209", 8),
            ("97302", 9),
            ("97411", 16),
            ("97502", 10),
            ("97611", 15),
            ("97701", 8),
            ("97801", 8),
            ("98613", 0),
            ("98735", 2),
            ("98818", 23),
        ] {
            assert_eq!(zone(commune).local(noon).hour(), hour, "{commune}");
        }
    }

    #[test]
    fn the_hour_that_spring_skips_becomes_the_jump_and_the_one_autumn_repeats_its_first() {
        let paris = Zone::default();
        let at = |month, day, hour, minute| {
            NaiveDate::from_ymd_opt(2026, month, day)
                .unwrap()
                .and_hms_opt(hour, minute, 0)
                .unwrap()
        };
        assert_eq!(
            paris.utc(at(3, 29, 2, 30)),
            Utc.with_ymd_and_hms(2026, 3, 29, 1, 0, 0).unwrap()
        );
        assert_eq!(
            paris.utc(at(10, 25, 2, 30)),
            Utc.with_ymd_and_hms(2026, 10, 25, 0, 30, 0).unwrap()
        );
    }
}
