//! Distance over the globe, and whether a ring of points holds a point.

use portulan_model::Position;

/// Mean radius of the Earth, in metres (IUGG).
const EARTH_M: f64 = 6_371_008.8;

/// Distance as the crow flies, in metres (haversine).
#[must_use]
pub fn distance_m(a: Position, b: Position) -> f64 {
    let (lat_a, lat_b) = (a.lat().to_radians(), b.lat().to_radians());
    let d_lat = (lat_b - lat_a) / 2.0;
    let d_lon = (b.lon() - a.lon()).to_radians() / 2.0;
    let h = d_lat.sin().powi(2) + lat_a.cos() * lat_b.cos() * d_lon.sin().powi(2);
    2.0 * EARTH_M * h.clamp(0.0, 1.0).sqrt().asin()
}

/// Whether a ring, closed by itself, holds a point (even-odd rule, on plain degrees).
#[must_use]
pub fn polygon_contains(ring: &[Position], point: Position) -> bool {
    let Some(last) = ring.last() else {
        return false;
    };
    let mut inside = false;
    let mut from = last;
    for to in ring {
        let crosses = (to.lat() > point.lat()) != (from.lat() > point.lat());
        if crosses {
            let share = (point.lat() - to.lat()) / (from.lat() - to.lat());
            if point.lon() < to.lon() + share * (from.lon() - to.lon()) {
                inside = !inside;
            }
        }
        from = to;
    }
    inside
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn at(lat: f64, lon: f64) -> Position {
        Position::new(lat, lon).unwrap()
    }

    #[test]
    fn rennes_and_saint_malo_are_some_sixty_kilometres_apart() {
        let metres = distance_m(at(48.1113, -1.6800), at(48.6493, -2.0257));
        assert!((64_000.0..66_500.0).contains(&metres), "{metres}");
    }

    #[test]
    fn a_square_holds_its_middle_and_not_its_outside() {
        let square = [
            at(48.0, -2.0),
            at(48.0, -1.0),
            at(49.0, -1.0),
            at(49.0, -2.0),
        ];
        assert!(polygon_contains(&square, at(48.5, -1.5)));
        assert!(!polygon_contains(&square, at(48.5, -0.5)));
        assert!(!polygon_contains(&[], at(48.5, -0.5)));
    }

    proptest! {
        #[test]
        fn distance_is_symmetric_and_never_negative(a in -89.0..89.0f64, b in -179.0..179.0f64, c in -89.0..89.0f64, d in -179.0..179.0f64) {
            let (one, two) = (at(a + 0.001, b), at(c + 0.001, d));
            let there = distance_m(one, two);
            prop_assert!((0.0..=20_100_000.0).contains(&there));
            prop_assert!((there - distance_m(two, one)).abs() < 1e-6);
            prop_assert!(distance_m(one, one) < 1e-6);
        }
    }
}
