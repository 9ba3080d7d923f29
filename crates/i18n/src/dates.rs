//! Dates in words: "samedi 28 novembre 2026", "demain", "il y a 7 mois".

use chrono::{Datelike, NaiveDate, Weekday};

use crate::lang::Lang;
use crate::times::day_of_month;
use crate::words::{Words, text, text_with};

/// Up to this many days, an age is said in days.
const DAYS_LIMIT: i64 = 59;
/// Up to this many days, an age is said in months.
const MONTHS_LIMIT: i64 = 729;

/// A date in full: "samedi 28 novembre 2026".
#[must_use]
pub fn date(lang: Lang, day: NaiveDate) -> String {
    text_with(
        lang,
        "format-date",
        &[
            ("weekday", weekday(lang, day.weekday()).into()),
            ("date", date_short(lang, day).into()),
        ],
    )
}

/// A date without its weekday: "28 novembre 2026".
#[must_use]
pub fn date_short(lang: Lang, day: NaiveDate) -> String {
    text_with(
        lang,
        "format-date-short",
        &[
            ("d", day_of_month(lang, day).into()),
            ("month", month(lang, day.month()).into()),
            ("year", day.year().to_string().into()),
        ],
    )
}

/// A day of the week: "samedi".
#[must_use]
pub fn weekday(lang: Lang, day: Weekday) -> String {
    text(lang, &format!("weekday-{}", day.number_from_monday()))
}

/// A day of the week, short: "sam."
#[must_use]
pub fn weekday_short(lang: Lang, day: Weekday) -> String {
    text(lang, &format!("weekday-short-{}", day.number_from_monday()))
}

/// A month by its number, 1 to 12: "novembre".
#[must_use]
pub fn month(lang: Lang, month: u32) -> String {
    text(lang, &format!("month-{month}"))
}

/// A day as it is spoken of from another: "aujourd'hui", "demain", "lundi", then the date without a year when near.
#[must_use]
pub fn day_relative(lang: Lang, day: NaiveDate, today: NaiveDate) -> String {
    let words = Words::new(lang);
    match (day - today).num_days() {
        0 => words.get("day-today"),
        1 => words.get("day-tomorrow"),
        2..=6 => weekday(lang, day.weekday()),
        7..=300 => text_with(
            lang,
            "format-date-near",
            &[
                ("weekday", weekday(lang, day.weekday()).into()),
                ("d", day_of_month(lang, day).into()),
                ("month", month(lang, day.month()).into()),
            ],
        ),
        _ => date(lang, day),
    }
}

/// How long ago a day was: "aujourd'hui", "hier", "il y a 12 jours", "il y a 7 mois", "il y a 2 ans".
/// A day to come is said as a date: an age would be a lie.
#[must_use]
pub fn ago(lang: Lang, day: NaiveDate, today: NaiveDate) -> String {
    let words = Words::new(lang);
    let days = (today - day).num_days();
    match days {
        0 => words.get("ago-today"),
        1 => words.get("ago-yesterday"),
        2..=DAYS_LIMIT => words.with("ago-days", &[("n", days.into())]),
        60..=MONTHS_LIMIT => words.with("ago-months", &[("n", months_between(day, today).into())]),
        730.. => words.with(
            "ago-years",
            &[("n", (months_between(day, today) / 12).into())],
        ),
        _ => words.with("ago-date", &[("date", date_short(lang, day).into())]),
    }
}

/// Whole months between two days.
fn months_between(from: NaiveDate, to: NaiveDate) -> i64 {
    let months = |day: NaiveDate| i64::from(day.year()) * 12 + i64::from(day.month());
    months(to) - months(from) - i64::from(to.day() < from.day())
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[rstest]
    #[case(Lang::Fr, "2026-11-28", "samedi 28 novembre 2026")]
    #[case(Lang::Fr, "2027-05-01", "samedi 1er mai 2027")]
    #[case(Lang::En, "2026-11-28", "Saturday 28 November 2026")]
    #[case(Lang::Br, "2026-11-28", "Sadorn 28 a viz Du 2026")]
    fn a_date_is_said_in_full(#[case] lang: Lang, #[case] text: &str, #[case] expected: &str) {
        assert_eq!(date(lang, day(text)), expected);
    }

    #[rstest]
    #[case("2026-11-25", "aujourd’hui")]
    #[case("2026-11-24", "hier")]
    #[case("2026-11-13", "il y a 12 jours")]
    #[case("2026-04-20", "il y a 7 mois")]
    #[case("2024-11-25", "il y a 2 ans")]
    #[case("2023-12-01", "il y a 2 ans")]
    #[case("2026-12-01", "le 1er décembre 2026")]
    fn an_age_is_said_in_the_unit_that_helps(#[case] text: &str, #[case] expected: &str) {
        assert_eq!(ago(Lang::Fr, day(text), day("2026-11-25")), expected);
    }

    #[rstest]
    #[case("2026-11-25", "aujourd’hui")]
    #[case("2026-11-26", "demain")]
    #[case("2026-11-28", "samedi")]
    #[case("2026-12-02", "mercredi 2 décembre")]
    #[case("2027-12-02", "jeudi 2 décembre 2027")]
    #[case("2026-11-20", "vendredi 20 novembre 2026")]
    fn a_day_is_spoken_of_from_today(#[case] text: &str, #[case] expected: &str) {
        assert_eq!(
            day_relative(Lang::Fr, day(text), day("2026-11-25")),
            expected
        );
    }
}
