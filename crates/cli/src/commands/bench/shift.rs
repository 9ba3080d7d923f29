//! Opening hours moved by some minutes, so that generated places do not all keep the same ones.

use std::fmt::Write as _;

/// Minutes of a day.
const DAY: i32 = 24 * 60;

/// Moves each opening and each closing time of an OSM string; days and holidays stay.
pub(crate) fn shifted(osm: &str, opening: i32, closing: i32) -> String {
    let mut out = String::with_capacity(osm.len());
    let mut rest = osm;
    while let Some(first) = rest.chars().next() {
        let time = rest
            .split_at_checked(5)
            .and_then(|(time, after)| Some((minutes(time)?, after)));
        if let Some((minute, after)) = time {
            let by = if out.ends_with('-') { closing } else { opening };
            let moved = (minute + by).clamp(0, DAY);
            let _ = write!(out, "{:02}:{:02}", moved / 60, moved % 60);
            rest = after;
        } else {
            out.push(first);
            rest = rest.get(first.len_utf8()..).unwrap_or_default();
        }
    }
    out
}

/// `08:30` in minutes.
fn minutes(text: &str) -> Option<i32> {
    let (hours, minutes) = text.split_once(':')?;
    let number = |digits: &str| {
        let shape = digits.len() == 2 && digits.bytes().all(|byte| byte.is_ascii_digit());
        shape.then(|| digits.parse::<i32>().ok()).flatten()
    };
    Some(number(hours)? * 60 + number(minutes)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn openings_and_closings_move_apart_and_nothing_else_does() {
        let osm = "Mo-Fr 08:30-12:30,13:30-17:00; PH off; Dec 24 10:00-24:00";
        assert_eq!(shifted(osm, 0, 0), osm);
        assert_eq!(
            shifted(osm, -15, 30),
            "Mo-Fr 08:15-13:00,13:15-17:30; PH off; Dec 24 09:45-24:00"
        );
    }
}
