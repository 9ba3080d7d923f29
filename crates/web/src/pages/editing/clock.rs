//! Times and dates as forms hold them.

use chrono::NaiveDate;

/// Minutes in a day.
const DAY: u16 = 24 * 60;

/// A time as people type it: `09:00`, `9h`, `9 h 30`, `14H05`. Minutes after midnight.
pub(super) fn read(text: &str) -> Option<u16> {
    let text: String = text.chars().filter(|sign| !sign.is_whitespace()).collect();
    let (hours, minutes) = text.split_once([':', 'h', 'H']).unwrap_or((&text, ""));
    let number = |text: &str, most: u16| {
        let digits =
            (1..=2).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
        let value = text.parse::<u16>().ok().filter(|_| digits);
        value.filter(|value| *value <= most)
    };
    let minutes = if minutes.is_empty() {
        0
    } else {
        number(minutes, 59)?
    };
    let total = number(hours, 24)? * 60 + minutes;
    (total <= DAY).then_some(total)
}

/// The end of a range: midnight is the end of the day.
pub(super) fn read_end(text: &str) -> Option<u16> {
    let minutes = read(text)?;
    Some(if minutes == 0 { DAY } else { minutes })
}

/// A time as a field of the page holds it. The end of the day is written `00:00`: fields know no other.
pub(super) fn written(minutes: u16) -> String {
    format!("{:02}:{:02}", minutes / 60 % 24, minutes % 60)
}

/// A date as a field holds it, or as people type it: `2026-12-24`, `24/12/2026`.
pub(super) fn date(text: &str) -> Option<NaiveDate> {
    let text = text.trim();
    ["%Y-%m-%d", "%d/%m/%Y", "%d.%m.%Y"]
        .iter()
        .find_map(|format| NaiveDate::parse_from_str(text, format).ok())
        .filter(|day| (2000..=2100).contains(&chrono::Datelike::year(day)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_read_however_people_write_it() {
        for (text, minutes) in [
            ("09:00", Some(540)),
            ("9h", Some(540)),
            ("9 h 30", Some(570)),
            ("14H05", Some(845)),
            ("24:00", Some(1440)),
            ("9", Some(540)),
            ("24:01", None),
            ("9:60", None),
            ("-1:00", None),
            ("9:00:00", None),
            ("neuf", None),
            ("", None),
        ] {
            assert_eq!(read(text), minutes, "{text:?}");
        }
        assert_eq!(read_end("00:00"), Some(1440));
        assert_eq!(written(1440), "00:00");
        assert_eq!(written(545), "09:05");
    }

    #[test]
    fn a_date_is_read_as_fields_and_as_people_write_it() {
        let day = NaiveDate::from_ymd_opt(2026, 12, 24);
        assert_eq!(date("2026-12-24"), day);
        assert_eq!(date(" 24/12/2026 "), day);
        assert_eq!(date("0026-12-24"), None);
        assert_eq!(date("31/02/2026"), None);
    }
}
