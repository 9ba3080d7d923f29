//! School holidays of zones A, B and C, as published; whatever is not published is a maybe.
//!
//! Sources: arrêté of 7 December 2022 (school years 2023-2024 to 2025-2026) and the arrêté for 2026-2027.
//! Pupils leave "after the classes" of the day that the arrêté gives, so the first day here is the day
//! after, and the last one the day before classes resume. The Friday and Saturday after Ascension are days
//! without classes but not holidays by name: a maybe. Corsica and overseas set their own calendars: a maybe.

use chrono::NaiveDate;

use crate::dates::Match;

/// Which school calendar applies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum SchoolZone {
    /// Zone A.
    A,
    /// Zone B.
    B,
    /// Zone C.
    C,
    /// European France, zone not known: sure only when A, B and C agree.
    Mainland,
    /// Corsica: set by its own rector.
    Corsica,
    /// Overseas: set locally.
    Overseas,
}

const ZONE_A: &str = "01 03 07 15 16 17 19 21 23 24 25 26 33 38 39 40 42 43 47 58 63 64 69 70 71 73 74 \
                      79 86 87 89 90";
const ZONE_B: &str = "02 04 05 06 08 10 13 14 18 22 27 28 29 35 36 37 41 44 45 49 50 51 52 53 54 55 56 57 \
                      59 60 61 62 67 68 72 76 80 83 84 85 88";
const ZONE_C: &str = "09 11 12 30 31 32 34 46 48 65 66 75 77 78 81 82 91 92 93 94 95";

impl SchoolZone {
    /// Zone of a département (code de l'éducation, académies of the zones of the arrêté).
    pub fn of_department(code: &str) -> Self {
        let within = |list: &str| list.split_ascii_whitespace().any(|one| one == code);
        match code {
            "2A" | "2B" => Self::Corsica,
            _ if code.len() > 2 => Self::Overseas,
            _ if within(ZONE_A) => Self::A,
            _ if within(ZONE_B) => Self::B,
            _ if within(ZONE_C) => Self::C,
            _ => Self::Mainland,
        }
    }
}

/// A day as year, month, day.
type Ymd = (i32, u32, u32);

/// Holidays of all three zones, first and last day.
const COMMON: [(Ymd, Ymd); 9] = [
    ((2024, 10, 20), (2024, 11, 3)),
    ((2024, 12, 22), (2025, 1, 5)),
    ((2025, 7, 6), (2025, 8, 31)),
    ((2025, 10, 19), (2025, 11, 2)),
    ((2025, 12, 21), (2026, 1, 4)),
    ((2026, 7, 5), (2026, 8, 31)),
    ((2026, 10, 18), (2026, 11, 1)),
    ((2026, 12, 20), (2027, 1, 3)),
    ((2027, 7, 4), KNOWN.1),
];
/// Winter and spring holidays by zone.
const OF_A: [(Ymd, Ymd); 6] = [
    ((2025, 2, 23), (2025, 3, 9)),
    ((2025, 4, 20), (2025, 5, 4)),
    ((2026, 2, 8), (2026, 2, 22)),
    ((2026, 4, 5), (2026, 4, 19)),
    ((2027, 2, 14), (2027, 2, 28)),
    ((2027, 4, 11), (2027, 4, 25)),
];
const OF_B: [(Ymd, Ymd); 6] = [
    ((2025, 2, 9), (2025, 2, 23)),
    ((2025, 4, 6), (2025, 4, 21)),
    ((2026, 2, 15), (2026, 3, 1)),
    ((2026, 4, 12), (2026, 4, 26)),
    ((2027, 2, 21), (2027, 3, 7)),
    ((2027, 4, 18), (2027, 5, 2)),
];
const OF_C: [(Ymd, Ymd); 6] = [
    ((2025, 2, 16), (2025, 3, 2)),
    ((2025, 4, 13), (2025, 4, 27)),
    ((2026, 2, 22), (2026, 3, 8)),
    ((2026, 4, 19), (2026, 5, 3)),
    ((2027, 2, 7), (2027, 2, 21)),
    ((2027, 4, 4), (2027, 4, 18)),
];
/// Bridges of Ascension, without classes.
const BRIDGES: [(Ymd, Ymd); 3] = [
    ((2025, 5, 30), (2025, 5, 31)),
    ((2026, 5, 15), (2026, 5, 16)),
    ((2027, 5, 7), (2027, 5, 8)),
];
/// First and last day of what the calendars above tell; the end of summer 2027 is not published.
const KNOWN: (Ymd, Ymd) = ((2024, 9, 2), (2027, 8, 25));

fn ymd((year, month, day): Ymd) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year, month, day)
}

fn within(day: NaiveDate, ranges: &[(Ymd, Ymd)]) -> bool {
    ranges.iter().any(|&(first, last)| {
        ymd(first).is_some_and(|d| d <= day) && ymd(last).is_some_and(|d| day <= d)
    })
}

/// Whether a day is in the school holidays of a zone.
pub(crate) fn on(day: NaiveDate, zone: SchoolZone) -> Match {
    if !within(day, &[KNOWN]) || matches!(zone, SchoolZone::Corsica | SchoolZone::Overseas) {
        return Match::Maybe;
    }
    if within(day, &COMMON) {
        return Match::Yes;
    }
    if within(day, &BRIDGES) {
        return Match::Maybe;
    }
    let (a, b, c) = (within(day, &OF_A), within(day, &OF_B), within(day, &OF_C));
    match zone {
        SchoolZone::A => a.into(),
        SchoolZone::B => b.into(),
        SchoolZone::C => c.into(),
        _ if a || b || c => Match::Maybe,
        _ => Match::No,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    #[test]
    fn each_department_of_european_france_has_one_zone() {
        let all: Vec<&str> = [ZONE_A, ZONE_B, ZONE_C]
            .iter()
            .flat_map(|list| list.split_ascii_whitespace())
            .collect();
        let mut once = all.clone();
        once.sort_unstable();
        once.dedup();
        assert_eq!(all.len(), once.len());
        assert_eq!(all.len(), 94, "96 départements without the two of Corsica");
        for (code, zone) in [
            ("35", SchoolZone::B),
            ("75", SchoolZone::C),
            ("69", SchoolZone::A),
            ("2A", SchoolZone::Corsica),
            ("974", SchoolZone::Overseas),
        ] {
            assert_eq!(SchoolZone::of_department(code), zone);
        }
    }

    #[test]
    fn winter_differs_by_zone_and_is_a_maybe_where_the_zone_is_not_known() {
        let in_february = day(2026, 2, 10);
        assert_eq!(on(in_february, SchoolZone::A), Match::Yes);
        assert_eq!(on(in_february, SchoolZone::B), Match::No);
        assert_eq!(on(in_february, SchoolZone::Mainland), Match::Maybe);
        assert_eq!(on(day(2026, 7, 20), SchoolZone::Mainland), Match::Yes);
        assert_eq!(on(day(2026, 6, 1), SchoolZone::Mainland), Match::No);
    }

    #[test]
    fn what_is_not_published_is_a_maybe() {
        for zone in [SchoolZone::A, SchoolZone::B, SchoolZone::C] {
            assert_eq!(on(day(2028, 1, 3), zone), Match::Maybe);
            assert_eq!(on(day(2026, 5, 15), zone), Match::Maybe);
        }
        assert_eq!(on(day(2026, 7, 20), SchoolZone::Overseas), Match::Maybe);
        assert_eq!(on(day(2026, 7, 20), SchoolZone::Corsica), Match::Maybe);
    }
}
