//! Positions, in the many ways that lists write them.

use portulan_geo::from_lambert93;
use portulan_model::Position;

use super::{Cleaned, is_filler};
use crate::{Field, Severity};

/// The box that holds metropolitan France, in degrees: south, north, west, east.
const METROPOLIS: [f64; 4] = [41.0, 51.6, -5.6, 9.9];
/// Lambert-93 coordinates of metropolitan France, in metres: east from, to, north from, to.
const LAMBERT: [f64; 4] = [0.0, 1_400_000.0, 5_900_000.0, 7_300_000.0];

/// A position from the cells of its latitude and longitude. One cell may hold both.
#[must_use]
pub fn position(lat_raw: &str, lon_raw: &str) -> Cleaned<Option<Position>> {
    let mut cleaned: Cleaned<Option<Position>> = Cleaned::default();
    let raw = format!("{} ; {}", lat_raw.trim(), lon_raw.trim());
    if is_filler(lat_raw) && is_filler(lon_raw) {
        return cleaned;
    }
    let Some((lat, lon)) = pair(lat_raw, lon_raw) else {
        cleaned.say(
            Field::Latitude,
            &raw,
            "",
            "position-unreadable",
            Severity::Lost,
        );
        return cleaned;
    };
    // A zero in either is a filler: no French place lies on the equator or on the meridian of Greenwich to the digit.
    if lat == 0.0 || lon == 0.0 {
        cleaned.say(Field::Latitude, &raw, "", "position-zero", Severity::Lost);
        return cleaned;
    }
    if let Some((position, rule)) = understood(lat, lon) {
        if let Some(rule) = rule {
            let result = format!("{} ; {}", position.lat(), position.lon());
            let severity = if rule == "position-decimals-lost" {
                Severity::Doubt
            } else {
                Severity::Fixed
            };
            cleaned.say(Field::Latitude, &raw, &result, rule, severity);
        }
        cleaned.value = Some(position);
    } else {
        cleaned.say(
            Field::Latitude,
            &raw,
            "",
            "position-off-globe",
            Severity::Lost,
        );
    }
    cleaned
}

/// As they stand; exchanged, when only so they lie in France; or plane coordinates.
fn understood(lat: f64, lon: f64) -> Option<(Position, Option<&'static str>)> {
    if !in_metropolis(lat, lon) && in_metropolis(lon, lat) {
        return Some((Position::new(lon, lat).ok()?, Some("position-swapped")));
    }
    if let Ok(position) = Position::new(lat, lon) {
        return Some((position, None));
    }
    for (east, north) in [(lon, lat), (lat, lon)] {
        if in_box(
            north,
            east,
            [LAMBERT[2], LAMBERT[3], LAMBERT[0], LAMBERT[1]],
        ) {
            return Some((from_lambert93(east, north).ok()?, Some("position-lambert")));
        }
    }
    without_point(lat, lon).map(|position| (position, Some("position-decimals-lost")))
}

/// `48111400 ; -1680400`: the decimal point was lost, at the same place in both.
fn without_point(lat: f64, lon: f64) -> Option<Position> {
    let scales = (3..=8).map(|power| 10f64.powi(power));
    let mut inside = scales.filter(|scale| in_metropolis(lat / scale, lon / scale));
    let scale = inside.next()?;
    Position::new(lat / scale, lon / scale).ok()
}

fn in_metropolis(lat: f64, lon: f64) -> bool {
    in_box(lat, lon, METROPOLIS)
}

fn in_box(y: f64, x: f64, [south, north, west, east]: [f64; 4]) -> bool {
    (south..=north).contains(&y) && (west..=east).contains(&x)
}

fn pair(lat_raw: &str, lon_raw: &str) -> Option<(f64, f64)> {
    if let (Some(lat), Some(lon)) = (number(lat_raw), number(lon_raw)) {
        return Some((lat, lon));
    }
    let both = if is_filler(lon_raw) || lat_raw == lon_raw {
        lat_raw
    } else {
        return None;
    };
    for separator in [";", ", ", "|"] {
        if let Some((lat, lon)) = both.split_once(separator)
            && let (Some(lat), Some(lon)) = (number(lat), number(lon))
        {
            return Some((lat, lon));
        }
    }
    let is_wkt = both.to_uppercase().contains("POINT");
    let numbers: Vec<f64> = both
        .split(|c: char| !(c.is_ascii_digit() || ".-+".contains(c)))
        .filter_map(|part| part.parse().ok())
        .collect();
    match (numbers.as_slice(), is_wkt) {
        ([lon, lat], true) | ([lat, lon], false) => Some((*lat, *lon)),
        _ => None,
    }
}

/// A number with a point or a comma; `48°06'41"N` and `1° 40' O` too.
fn number(raw: &str) -> Option<f64> {
    let text = raw.trim().replace(['\u{2212}', '–'], "-");
    let plain = text
        .replace(',', ".")
        .replace([' ', '\u{a0}', '\u{202f}'], "");
    // Two points group thousands: the decimal point was lost.
    let plain = if plain.matches('.').count() > 1 {
        plain.replace('.', "")
    } else {
        plain
    };
    if let Ok(value) = plain.parse::<f64>() {
        return value.is_finite().then_some(value);
    }
    // "48°06' Nord", "O 1,68": the first letter names the side.
    let side = text
        .chars()
        .find(|c| c.is_alphabetic())
        .map(|c| c.to_ascii_uppercase());
    if !text.contains('°') && !side.is_some_and(|side| "NSEWO".contains(side)) {
        return None;
    }
    let text = text.replace(',', ".");
    let negative = matches!(side, Some('S' | 'W' | 'O')) || text.starts_with('-');
    let parts: Vec<f64> = text
        .split(|c: char| !(c.is_ascii_digit() || c == '.'))
        .filter_map(|part| part.parse().ok())
        .collect();
    let degrees = parts
        .iter()
        .zip([1.0, 60.0, 3600.0])
        .map(|(part, unit)| part / unit)
        .sum::<f64>();
    (!parts.is_empty() && parts.len() <= 3).then_some(if negative { -degrees } else { degrees })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_position_is_read_in_every_usual_writing() {
        for (lat, lon) in [
            ("48.1114", "-1.6804"),
            ("48,1114", "-1,6804"),
            (" 48.1114 ", "\u{2212}1.6804"),
            ("-1.6804", "48.1114"),
            ("48.1114, -1.6804", ""),
            ("POINT(-1.6804 48.1114)", ""),
            ("48°06'41\"N", "1°40'49.4\"O"),
            ("48°06'41 Nord", "1°40'49,4 Ouest"),
            ("N 48,1114", "O 1,6804"),
            ("48,1114 ; -1,6804", ""),
            ("48,1114, -1,6804", ""),
            ("48111400", "-1680400"),
            ("48.111.400", "-1.680.400"),
            ("6789355", "351940"),
        ] {
            let read = position(lat, lon).value.unwrap();
            assert!((read.lat() - 48.1114).abs() < 0.003, "{lat} {lon} {read:?}");
            assert!((read.lon() + 1.6804).abs() < 0.004, "{lat} {lon} {read:?}");
        }
    }

    #[test]
    fn what_is_no_position_is_left_out_and_said() {
        for (lat, lon) in [
            ("0", "0"),
            ("0", "-1.6"),
            ("abc", "1"),
            ("999", "999"),
            ("48.1", ""),
        ] {
            let cleaned = position(lat, lon);
            assert_eq!(cleaned.value, None, "{lat} {lon}");
            assert_eq!(cleaned.lines.len(), 1, "{lat} {lon}");
        }
        assert!(position("", "").lines.is_empty());
    }

    #[test]
    fn places_overseas_stay_where_they_are() {
        assert!(
            (position("-21.61153", "166.21462").value.unwrap().lon() - 166.214_62).abs() < 1e-9
        );
        assert!(position("16.24", "-61.53").lines.is_empty());
    }
}
