//! Times of day and ranges of them: "14 h 30", "10 h – 12 h 30", "du 28 novembre au 3 décembre 2026".

use chrono::{Datelike, NaiveDate, NaiveTime, Timelike};

use crate::dates::{date, date_short, month};
use crate::lang::Lang;
use crate::words::{Words, text_with};

/// Minutes in a day.
const DAY: u16 = 24 * 60;

/// A time of day: "14 h 30". Seconds are not said.
#[must_use]
pub fn time(lang: Lang, time: NaiveTime) -> String {
    clock(
        lang,
        u16::try_from(time.hour() * 60 + time.minute()).unwrap_or_default(),
    )
}

/// A time as minutes after midnight. The end of the day is "minuit"; what goes past it counts from midnight again.
#[must_use]
pub fn clock(lang: Lang, minutes: u16) -> String {
    let words = Words::new(lang);
    if minutes == DAY {
        return words.get("format-midnight");
    }
    let (hour, minute) = (minutes % DAY / 60, minutes % 60);
    let padded = format!("{hour:02}");
    let hour = hour.to_string();
    if minute == 0 {
        return words.with("format-hour", &[("h", hour.into()), ("hh", padded.into())]);
    }
    let minute = format!("{minute:02}");
    words.with(
        "format-time",
        &[
            ("h", hour.into()),
            ("hh", padded.into()),
            ("mm", minute.into()),
        ],
    )
}

/// A range in minutes after midnight: "10 h – 12 h 30"; the whole day is said in words.
#[must_use]
pub fn range(lang: Lang, from: u16, to: u16) -> String {
    let words = Words::new(lang);
    if from == 0 && to == DAY {
        return words.get("format-all-day");
    }
    words.with(
        "format-range",
        &[
            ("from", clock(lang, from).into()),
            ("to", clock(lang, to).into()),
        ],
    )
}

/// A range between two times of the same day.
#[must_use]
pub fn time_range(lang: Lang, from: NaiveTime, to: NaiveTime) -> String {
    text_with(
        lang,
        "format-range",
        &[
            ("from", time(lang, from).into()),
            ("to", time(lang, to).into()),
        ],
    )
}

/// A range of days, with what both ends share said once: "du 2 au 6 novembre 2026".
#[must_use]
pub fn date_range(lang: Lang, from: NaiveDate, to: NaiveDate) -> String {
    if from == to {
        return date(lang, from);
    }
    let start = if (from.year(), from.month()) == (to.year(), to.month()) {
        text_with(
            lang,
            "format-day",
            &[("d", day_of_month(lang, from).into())],
        )
    } else if from.year() == to.year() {
        text_with(
            lang,
            "format-day-month",
            &[
                ("d", day_of_month(lang, from).into()),
                ("month", month(lang, from.month()).into()),
            ],
        )
    } else {
        date_short(lang, from)
    };
    text_with(
        lang,
        "format-date-range",
        &[("from", start.into()), ("to", date_short(lang, to).into())],
    )
}

/// "1er" in French, the plain number otherwise: the message decides.
pub(crate) fn day_of_month(lang: Lang, day: NaiveDate) -> String {
    let id = if day.day() == 1 {
        "format-first-of-month"
    } else {
        "format-other-of-month"
    };
    text_with(lang, id, &[("d", day.day().to_string().into())])
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case(Lang::Fr, 600, "10\u{A0}h")]
    #[case(Lang::Fr, 870, "14\u{A0}h\u{A0}30")]
    #[case(Lang::Fr, 545, "9\u{A0}h\u{A0}05")]
    #[case(Lang::Fr, 0, "0\u{A0}h")]
    #[case(Lang::Fr, 1440, "minuit")]
    #[case(Lang::Fr, 1560, "2\u{A0}h")]
    #[case(Lang::En, 545, "09:05")]
    #[case(Lang::En, 600, "10:00")]
    fn a_time_is_written_as_the_language_writes_it(
        #[case] lang: Lang,
        #[case] minutes: u16,
        #[case] expected: &str,
    ) {
        assert_eq!(clock(lang, minutes), expected);
    }

    #[test]
    fn ranges_keep_together_and_say_shared_parts_once() {
        assert_eq!(
            range(Lang::Fr, 600, 750),
            "10\u{A0}h\u{A0}–\u{A0}12\u{A0}h\u{A0}30"
        );
        assert_eq!(range(Lang::Fr, 0, 1440), "24\u{A0}h sur 24");
        let day = |m, d| NaiveDate::from_ymd_opt(2026, m, d).unwrap();
        assert_eq!(
            date_range(Lang::Fr, day(11, 2), day(11, 6)),
            "du 2 au 6 novembre 2026"
        );
        assert_eq!(
            date_range(Lang::Fr, day(12, 1), day(12, 6)),
            "du 1er au 6 décembre 2026"
        );
        assert_eq!(
            date_range(Lang::Fr, day(11, 28), day(12, 3)),
            "du 28 novembre au 3 décembre 2026"
        );
        let next_year = NaiveDate::from_ymd_opt(2027, 1, 3).unwrap();
        assert_eq!(
            date_range(Lang::Fr, day(12, 19), next_year),
            "du 19 décembre 2026 au 3 janvier 2027"
        );
    }
}
