//! The day of the last update, in the many ways that lists write it.

use chrono::{DateTime, Days, NaiveDate};
use portulan_text::fold;

use super::{Cleaned, is_filler};
use crate::{Field, Severity};

/// No list of these places is older; an earlier day is a filler or a fault.
const FIRST_YEAR: i32 = 2000;
/// Days of a spreadsheet are counted from here.
const SPREADSHEET_ORIGIN: Option<NaiveDate> = NaiveDate::from_ymd_opt(1899, 12, 30);
/// Serial numbers of the days from 2000 to 2064.
const SERIALS: std::ops::RangeInclusive<u64> = 36_526..=60_000;

const MONTHS: [&str; 12] = [
    "janv", "fev", "mars", "avr", "mai", "juin", "juil", "aout", "sept", "oct", "nov", "dec",
];

/// The day that a text names. A text that names none is left out and said; the epoch stands for "unknown".
#[must_use]
pub fn date(raw: &str) -> Cleaned<Option<NaiveDate>> {
    let mut cleaned: Cleaned<Option<NaiveDate>> = Cleaned::default();
    let text = raw.trim();
    if is_filler(text) {
        return cleaned;
    }
    let Some((day, sure)) = read(text) else {
        cleaned.say(Field::DateMaj, raw, "", "date-unreadable", Severity::Lost);
        return cleaned;
    };
    if year(day) < FIRST_YEAR {
        let rule = if year(day) == 1970 {
            "date-epoch"
        } else {
            "date-absurd"
        };
        cleaned.say(Field::DateMaj, raw, "", rule, Severity::Lost);
        return cleaned;
    }
    if !sure {
        cleaned.say(
            Field::DateMaj,
            raw,
            &day.to_string(),
            "date-month-only",
            Severity::Doubt,
        );
    }
    cleaned.value = Some(day);
    cleaned
}

fn year(day: NaiveDate) -> i32 {
    chrono::Datelike::year(&day)
}

/// A day, and whether it was named whole.
fn read(text: &str) -> Option<(NaiveDate, bool)> {
    if let Some(day) = numeric(text) {
        return Some((day, true));
    }
    let words = text
        .split([' ', 'T'])
        .map(|word| word.trim_matches([',', '.', '(', ')']));
    let day = words
        .filter(|word| word.contains(['-', '/', '.']) || word.len() == 8)
        .find_map(in_digits);
    day.map(|day| (day, true))
        .or_else(|| in_words(text))
        .or_else(|| month_alone(text))
}

/// "03/2021", "2021-03".
fn month_alone(text: &str) -> Option<(NaiveDate, bool)> {
    let (one, two) = text.split_once(['/', '-'])?;
    let (month, year) = if one.len() == 4 {
        (two, one)
    } else {
        (one, two)
    };
    let year: i32 = year
        .parse()
        .ok()
        .filter(|year| (1900..=2100).contains(year))?;
    Some((
        NaiveDate::from_ymd_opt(year, month.parse().ok()?, 1)?,
        false,
    ))
}

/// One word of digits, in any usual order.
fn in_digits(first: &str) -> Option<NaiveDate> {
    for format in [
        "%Y-%m-%d", "%d/%m/%Y", "%Y/%m/%d", "%d-%m-%Y", "%d.%m.%Y", "%d/%m/%y", "%Y%m%d",
    ] {
        let day = NaiveDate::parse_from_str(first, format).ok();
        // `%Y` also takes "21": such a year is not one of ours and another form may read it.
        if let Some(day) = day.filter(|day| (1900..=2100).contains(&year(*day))) {
            return Some(day);
        }
    }
    None
}

/// Seconds or milliseconds since 1970, or the serial number of a spreadsheet.
fn numeric(text: &str) -> Option<NaiveDate> {
    let whole = text.split_once('.').map_or(text, |(whole, _)| whole);
    if whole.len() == 8 || !whole.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let number: u64 = whole.parse().ok()?;
    if SERIALS.contains(&number) {
        return SPREADSHEET_ORIGIN?.checked_add_days(Days::new(number));
    }
    let seconds = match whole.len() {
        9 | 10 => i64::try_from(number).ok()?,
        12 | 13 => i64::try_from(number / 1000).ok()?,
        _ => return None,
    };
    DateTime::from_timestamp(seconds, 0).map(|instant| instant.date_naive())
}

/// "12 mars 2021", "mars 2021", "Mise à jour le 1er avril 2022".
fn in_words(text: &str) -> Option<(NaiveDate, bool)> {
    let folded = fold(text);
    let words: Vec<&str> = folded.split_whitespace().collect();
    let at = words
        .iter()
        .position(|word| *word != "mairie" && MONTHS.iter().any(|month| word.starts_with(month)))?;
    let word = words.get(at)?;
    let month = MONTHS.iter().position(|month| word.starts_with(month))? + 1;
    let year: i32 = words.get(at + 1)?.parse().ok()?;
    let named = at.checked_sub(1).and_then(|before| words.get(before));
    let day = named.and_then(|day| day.trim_end_matches("er").parse().ok());
    let month = u32::try_from(month).ok()?;
    Some((
        NaiveDate::from_ymd_opt(year, month, day.unwrap_or(1))?,
        day.is_some(),
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_read_in_every_usual_writing() {
        for (raw, expected) in [
            ("2024-04-02", "2024-04-02"),
            ("2022-04-30T10:20:30.123Z", "2022-04-30"),
            ("2022-04-30 10:20:30+00", "2022-04-30"),
            ("02/04/2024", "2024-04-02"),
            ("2/4/2024 08:00", "2024-04-02"),
            ("02/04/24", "2024-04-02"),
            ("2024/04/02", "2024-04-02"),
            ("02.04.2024", "2024-04-02"),
            ("20240402", "2024-04-02"),
            ("1712016000", "2024-04-02"),
            ("1712016000000", "2024-04-02"),
            ("45384", "2024-04-02"),
            ("45384.0", "2024-04-02"),
            ("12 mars 2021", "2021-03-12"),
            ("1er avril 2022", "2022-04-01"),
            ("Août 2021", "2021-08-01"),
            ("03/2021", "2021-03-01"),
            ("2021-03", "2021-03-01"),
            ("Mis à jour le 02/04/2024.", "2024-04-02"),
            ("mardi 12 mars 2021", "2021-03-12"),
            ("Mairie, 3 juin 2022", "2022-06-03"),
            ("Espace labellisé 01/01/2020", "2020-01-01"),
        ] {
            let read = date(raw).value.map(|day| day.to_string());
            assert_eq!(read.as_deref(), Some(expected), "{raw}");
        }
    }

    #[test]
    fn an_impossible_day_is_left_out_and_said() {
        for raw in [
            "09/0102023",
            "31/02/2023",
            "1970-01-01",
            "0001-01-01",
            "bientôt",
            "12/13/2021",
        ] {
            let cleaned = date(raw);
            assert_eq!(cleaned.value, None, "{raw}");
            assert_eq!(cleaned.lines.len(), 1, "{raw}");
        }
        assert!(date("").lines.is_empty());
    }
}
