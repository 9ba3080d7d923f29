//! Public holidays of France, computed for any year.
//!
//! National days: code du travail L3133-1. Alsace and Moselle: L3134-13 (Good Friday, where the commune has
//! a Protestant church or a mixed one; 26 December). Overseas, abolition of slavery: L3422-2 and decree
//! 83-1003. Collectivities of the Pacific: their own codes. Days that are off by custom only are
//! [`Observance::Customary`]: the hours then answer "unknown" instead of guessing.

use chrono::{Datelike, Duration, NaiveDate};

use crate::dates::Match;
use crate::zone::{Land, Zone};

/// Which day it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum HolidayName {
    /// 1 January.
    NewYear,
    /// 5 March, French Polynesia.
    GospelArrival,
    /// Friday before Easter.
    GoodFriday,
    /// Monday after Easter.
    EasterMonday,
    /// 28 April, Wallis-et-Futuna.
    SaintPierreChanel,
    /// 1 May.
    Labour,
    /// 8 May.
    Victory,
    /// Thursday, 39 days after Easter.
    Ascension,
    /// Monday, 50 days after Easter.
    WhitMonday,
    /// Overseas, each on its day.
    AbolitionOfSlavery,
    /// 29 June, French Polynesia until 2024.
    Autonomy,
    /// 14 July.
    NationalDay,
    /// 21 July, Guadeloupe and Martinique.
    Schoelcher,
    /// 29 July, Wallis-et-Futuna.
    Territory,
    /// 15 August.
    Assumption,
    /// 24 September, New Caledonia.
    Citizenship,
    /// 1 November.
    AllSaints,
    /// 11 November.
    Armistice,
    /// 20 November, French Polynesia from 2025.
    Matarii,
    /// 25 December.
    Christmas,
    /// 26 December, Alsace and Moselle.
    SaintStephen,
}

/// How firmly a day is off.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Observance {
    /// By law.
    Legal,
    /// By custom or local agreement: many places close, no text obliges them all.
    Customary,
}

/// A public holiday.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Holiday {
    /// The day.
    pub day: NaiveDate,
    /// Which one.
    pub name: HolidayName,
    /// By law or by custom.
    pub observance: Observance,
}

/// Days of the same date every year, everywhere.
const FIXED: [(HolidayName, u32, u32); 8] = [
    (HolidayName::NewYear, 1, 1),
    (HolidayName::Labour, 5, 1),
    (HolidayName::Victory, 5, 8),
    (HolidayName::NationalDay, 7, 14),
    (HolidayName::Assumption, 8, 15),
    (HolidayName::AllSaints, 11, 1),
    (HolidayName::Armistice, 11, 11),
    (HolidayName::Christmas, 12, 25),
];

/// Days counted from Easter Sunday, everywhere.
const MOVABLE: [(HolidayName, i64); 3] = [
    (HolidayName::EasterMonday, 1),
    (HolidayName::Ascension, 39),
    (HolidayName::WhitMonday, 50),
];

/// Day from Easter Sunday to Good Friday.
const GOOD_FRIDAY: i64 = -2;

/// Easter Sunday of a year of the Gregorian calendar (computus of Meeus, Jones and Butcher).
pub fn easter(year: i32) -> Option<NaiveDate> {
    let golden = year.rem_euclid(19);
    let (century, of_century) = (year.div_euclid(100), year.rem_euclid(100));
    let lunar = (century - (century + 8) / 25 + 1) / 3;
    let epact = (19 * golden + century - century / 4 - lunar + 15).rem_euclid(30);
    let weekday =
        (32 + 2 * (century % 4) + 2 * (of_century / 4) - epact - of_century % 4).rem_euclid(7);
    let late = (golden + 11 * epact + 22 * weekday) / 451;
    let days = epact + weekday - 7 * late + 114;
    let month = u32::try_from(days / 31).ok()?;
    let day = u32::try_from(days % 31 + 1).ok()?;
    NaiveDate::from_ymd_opt(year, month, day)
}

/// The public holidays of a year, in order.
pub fn holidays(year: i32, zone: Zone) -> Vec<Holiday> {
    let legal = |name, day| Holiday {
        day,
        name,
        observance: Observance::Legal,
    };
    let mut list: Vec<Holiday> = FIXED
        .iter()
        .filter_map(|&(name, month, day)| {
            Some(legal(name, NaiveDate::from_ymd_opt(year, month, day)?))
        })
        .collect();
    if let Some(sunday) = easter(year) {
        list.extend(
            MOVABLE
                .iter()
                .map(|&(name, days)| legal(name, sunday + Duration::days(days))),
        );
    }
    list.extend(local(year, zone.land));
    list.sort_by_key(|holiday| (holiday.day, holiday.observance == Observance::Customary));
    list
}

/// Days that only one territory has.
fn local(year: i32, land: Land) -> Vec<Holiday> {
    let mut list = Vec::new();
    let mut add = |day: Option<NaiveDate>, name, observance| {
        list.extend(day.map(|day| Holiday {
            day,
            name,
            observance,
        }));
    };
    let on = |month, day| NaiveDate::from_ymd_opt(year, month, day);
    if let Some(observance) = good_friday(land) {
        let friday = easter(year).map(|sunday| sunday + Duration::days(GOOD_FRIDAY));
        add(friday, HolidayName::GoodFriday, observance);
    }
    if let Some((month, day)) = abolition(year, land) {
        add(
            on(month, day),
            HolidayName::AbolitionOfSlavery,
            Observance::Legal,
        );
    }
    for &(month, day, name, observance) in own_days(year, land) {
        add(on(month, day), name, observance);
    }
    list
}

/// Good Friday: by law in Alsace and Moselle and in French Polynesia, by custom in the West Indies.
fn good_friday(land: Land) -> Option<Observance> {
    match land {
        Land::AlsaceMoselle | Land::Polynesia => Some(Observance::Legal),
        Land::Guadeloupe | Land::Martinique | Land::SaintBarthelemy => Some(Observance::Customary),
        _ => None,
    }
}

/// Month and day of the abolition of slavery (code du travail L3422-2). Saint-Martin kept 27 May until 2017.
fn abolition(year: i32, land: Land) -> Option<(u32, u32)> {
    match land {
        Land::Guadeloupe => Some((5, 27)),
        Land::Martinique => Some((5, 22)),
        Land::Guyane => Some((6, 10)),
        Land::Reunion => Some((12, 20)),
        Land::Mayotte => Some((4, 27)),
        Land::SaintBarthelemy => Some((10, 9)),
        Land::SaintMartin => Some(if year >= 2018 { (5, 28) } else { (5, 27) }),
        _ => None,
    }
}

/// The other days of one territory.
fn own_days(year: i32, land: Land) -> &'static [(u32, u32, HolidayName, Observance)] {
    use HolidayName as Name;
    use Observance::{Customary, Legal};
    match land {
        Land::AlsaceMoselle => &[(12, 26, Name::SaintStephen, Legal)],
        Land::Guadeloupe | Land::Martinique => &[(7, 21, Name::Schoelcher, Customary)],
        Land::WallisEtFutuna => &[
            (4, 28, Name::SaintPierreChanel, Legal),
            (7, 29, Name::Territory, Legal),
        ],
        Land::NewCaledonia => &[(9, 24, Name::Citizenship, Legal)],
        Land::Polynesia if year >= 2025 => &[
            (3, 5, Name::GospelArrival, Legal),
            (11, 20, Name::Matarii, Legal),
        ],
        Land::Polynesia => &[
            (3, 5, Name::GospelArrival, Legal),
            (6, 29, Name::Autonomy, Legal),
        ],
        _ => &[],
    }
}

/// Whether a day is a public holiday. Looked up for each day of each calendar, so without any list.
pub(crate) fn on(day: NaiveDate, land: Land) -> Match {
    let date = (day.month(), day.day());
    if FIXED
        .iter()
        .any(|&(_, month, of_month)| (month, of_month) == date)
    {
        return Match::Yes;
    }
    let from_easter = easter(day.year()).map(|sunday| (day - sunday).num_days());
    if from_easter.is_some_and(|days| MOVABLE.iter().any(|&(_, offset)| offset == days)) {
        return Match::Yes;
    }
    if from_easter == Some(GOOD_FRIDAY)
        && let Some(observance) = good_friday(land)
    {
        return observance.into();
    }
    if abolition(day.year(), land) == Some(date) {
        return Match::Yes;
    }
    own_days(day.year(), land)
        .iter()
        .find(|&&(month, of_month, ..)| (month, of_month) == date)
        .map_or(Match::No, |&(_, _, _, observance)| observance.into())
}

impl From<Observance> for Match {
    fn from(observance: Observance) -> Self {
        match observance {
            Observance::Legal => Self::Yes,
            Observance::Customary => Self::Maybe,
        }
    }
}
