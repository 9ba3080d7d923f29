//! Numbers, distances and walking times as each language writes them.

use crate::lang::Lang;
use crate::words::{Words, text_with};

/// Metres walked in a minute: 4.5 km/h, on streets that are not straight lines (see [`walk`]).
const WALK_METRES_PER_MINUTE: f64 = 75.0;
/// How much longer streets are than the straight line, on average in French towns (CEREMA uses 1.3).
const DETOUR: f64 = 1.3;
/// Beyond this straight distance nobody is told to walk, in metres.
const WALK_LIMIT: f64 = 2_500.0;

/// A whole number: "15 250".
#[must_use]
pub fn number(lang: Lang, value: u64) -> String {
    grouped(lang, &value.to_string())
}

/// A number with a fixed number of decimals: "2,1".
#[must_use]
pub fn decimal(lang: Lang, value: f64, decimals: usize) -> String {
    if !value.is_finite() {
        return "–".to_owned();
    }
    let text = format!("{:.decimals$}", value.abs());
    let (whole, part) = text.split_once('.').unwrap_or((&text, ""));
    let mut out = if value < 0.0 {
        "−".to_owned()
    } else {
        String::new()
    };
    out.push_str(&grouped(lang, whole));
    if !part.is_empty() {
        out.push(lang.decimal_mark());
        out.push_str(part);
    }
    out
}

/// A number inside a message: no decimals when it is whole.
pub(crate) fn plain(lang: Lang, value: f64) -> String {
    if value.fract() == 0.0 {
        decimal(lang, value, 0)
    } else {
        decimal(lang, value, 1)
    }
}

pub(crate) fn grouped(lang: Lang, digits: &str) -> String {
    let mut out = String::with_capacity(digits.len() + digits.len() / 3 * 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(lang.group_mark());
        }
        out.push(digit);
    }
    out
}

/// A distance as a person would say it: "350 m" to the nearest ten, then "2,1 km", then "12 km".
#[must_use]
pub fn distance(lang: Lang, metres: f64) -> String {
    if !metres.is_finite() {
        return Words::new(lang).get("unknown-distance");
    }
    let metres = metres.max(0.0);
    let tens = (metres / 10.0).round() * 10.0;
    let (id, value) = if tens < 1_000.0 {
        ("format-metres", decimal(lang, tens, 0))
    } else if metres < 9_950.0 {
        ("format-kilometres", decimal(lang, metres / 1_000.0, 1))
    } else {
        ("format-kilometres", decimal(lang, metres / 1_000.0, 0))
    };
    text_with(lang, id, &[("n", value.into())])
}

/// "5 min à pied" for a straight distance, when that is a sensible walk. An estimate, said as one.
#[must_use]
pub fn walk(lang: Lang, metres: f64) -> Option<String> {
    if !(0.0..=WALK_LIMIT).contains(&metres) {
        return None;
    }
    let minutes = (metres * DETOUR / WALK_METRES_PER_MINUTE).round().max(1.0);
    Some(text_with(lang, "format-walk", &[("n", minutes.into())]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case(0.0, "0\u{A0}m")]
    #[case(347.0, "350\u{A0}m")]
    #[case(994.0, "990\u{A0}m")]
    #[case(996.0, "1,0\u{A0}km")]
    #[case(2_149.0, "2,1\u{A0}km")]
    #[case(9_949.0, "9,9\u{A0}km")]
    #[case(9_951.0, "10\u{A0}km")]
    #[case(1_234_567.0, "1\u{202F}235\u{A0}km")]
    #[case(-3.0, "0\u{A0}m")]
    fn a_distance_is_said_as_a_person_would(#[case] metres: f64, #[case] expected: &str) {
        assert_eq!(distance(Lang::Fr, metres), expected);
    }

    #[test]
    fn english_and_breton_have_their_own_marks() {
        assert_eq!(distance(Lang::En, 2_149.0), "2.1\u{A0}km");
        assert_eq!(number(Lang::En, 15_250), "15,250");
        assert_eq!(number(Lang::Br, 1_015_250), "1\u{202F}015\u{202F}250");
        assert_eq!(decimal(Lang::Fr, -1234.56, 1), "−1\u{202F}234,6");
    }

    #[test]
    fn only_a_sensible_walk_is_offered() {
        assert_eq!(walk(Lang::Fr, 350.0).unwrap(), "6\u{A0}min à pied");
        assert_eq!(walk(Lang::Fr, 2_501.0), None);
        assert_eq!(walk(Lang::Fr, f64::NAN), None);
        assert_eq!(distance(Lang::Fr, f64::NAN), "distance inconnue");
    }
}
