//! Public holidays against the official lists, typed from the ministry's calendars.

use chrono::NaiveDate;
use portulan_hours::{Observance, Zone, holidays};

/// The eleven legal days of European France, 2024 to 2028 (service-public.fr, "jours fériés").
const MAINLAND: [(i32, [&str; 11]); 5] = [
    (
        2024,
        [
            "01-01", "04-01", "05-01", "05-08", "05-09", "05-20", "07-14", "08-15", "11-01",
            "11-11", "12-25",
        ],
    ),
    (
        2025,
        [
            "01-01", "04-21", "05-01", "05-08", "05-29", "06-09", "07-14", "08-15", "11-01",
            "11-11", "12-25",
        ],
    ),
    (
        2026,
        [
            "01-01", "04-06", "05-01", "05-08", "05-14", "05-25", "07-14", "08-15", "11-01",
            "11-11", "12-25",
        ],
    ),
    (
        2027,
        [
            "01-01", "03-29", "05-01", "05-06", "05-08", "05-17", "07-14", "08-15", "11-01",
            "11-11", "12-25",
        ],
    ),
    (
        2028,
        [
            "01-01", "04-17", "05-01", "05-08", "05-25", "06-05", "07-14", "08-15", "11-01",
            "11-11", "12-25",
        ],
    ),
];

fn legal(year: i32, commune: &str) -> Vec<NaiveDate> {
    let zone = Zone::of(Some(commune.parse().unwrap()));
    let mut days: Vec<NaiveDate> = holidays(year, zone)
        .into_iter()
        .filter(|holiday| holiday.observance == Observance::Legal)
        .map(|holiday| holiday.day)
        .collect();
    days.sort_unstable();
    days.dedup();
    days
}

fn days(year: i32, list: &[&str]) -> Vec<NaiveDate> {
    list.iter()
        .map(|day| format!("{year}-{day}").parse().unwrap())
        .collect()
}

#[test]
fn the_legal_days_of_european_france_are_the_official_ones() {
    for (year, list) in &MAINLAND {
        assert_eq!(legal(*year, "35238"), days(*year, list), "{year}");
    }
}

#[test]
fn alsace_and_moselle_have_two_days_more() {
    let more: Vec<NaiveDate> = legal(2026, "67482")
        .into_iter()
        .filter(|day| !legal(2026, "35238").contains(day))
        .collect();
    assert_eq!(more, days(2026, &["04-03", "12-26"]));
}

#[test]
fn each_overseas_departement_has_its_day_of_the_abolition() {
    for (commune, day) in [
        ("97105", "05-27"),
        ("97209", "05-22"),
        ("97302", "06-10"),
        ("97411", "12-20"),
        ("97611", "04-27"),
    ] {
        let abolition: NaiveDate = format!("2026-{day}").parse().unwrap();
        assert!(legal(2026, commune).contains(&abolition), "{commune}");
    }
}
