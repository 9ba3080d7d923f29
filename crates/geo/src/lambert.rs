//! Plane coordinates of metropolitan France, Lambert-93, put back on the globe.
//!
//! Source: IGN, note technique NT/G 71 (algorithms ALG0002 and ALG0004) and the parameters of Lambert-93 (EPSG:2154):
//! cone of two parallels 44° and 49°, origin 3° E 46.5° N, false origin 700 000 m, 6 600 000 m, ellipsoid GRS80.

use portulan_model::{Position, PositionError};

/// First eccentricity of GRS80.
const E: f64 = 0.081_819_191_042_816;
/// Exponent of the projection.
const N: f64 = 0.725_607_765_053_267_2;
/// Constant of the projection, in metres.
const C: f64 = 11_754_255.426_096_44;
/// Pole in the plane, in metres.
const XS: f64 = 700_000.0;
const YS: f64 = 12_655_612.049_876_26;
/// Longitude of origin, in degrees.
const ORIGIN: f64 = 3.0;
/// Rounds of the latitude; it settles to a millimetre in five.
const ROUNDS: usize = 8;

/// The position of Lambert-93 coordinates, in metres east and north.
pub fn from_lambert93(east: f64, north: f64) -> Result<Position, PositionError> {
    let (dx, dy) = (east - XS, north - YS);
    let radius = dx.hypot(dy);
    let gamma = (dx / -dy).atan();
    let lon = ORIGIN + (gamma / N).to_degrees();
    let isometric = -(radius / C).abs().ln() / N;
    let mut lat = 2.0f64.mul_add(isometric.exp().atan(), -std::f64::consts::FRAC_PI_2);
    for _ in 0..ROUNDS {
        let sine = E * lat.sin();
        let factor = ((1.0 + sine) / (1.0 - sine)).powf(E / 2.0);
        lat = 2.0f64.mul_add(
            (factor * isometric.exp()).atan(),
            -std::f64::consts::FRAC_PI_2,
        );
    }
    Position::new(lat.to_degrees(), lon)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_points_come_back_where_they_are() {
        // The origin of the projection, and the town hall of Rennes (base adresse nationale: 351 940, 6 789 355).
        let origin = from_lambert93(700_000.0, 6_600_000.0).unwrap();
        assert!((origin.lat() - 46.5).abs() < 1e-6 && (origin.lon() - 3.0).abs() < 1e-6);
        let rennes = from_lambert93(351_940.0, 6_789_355.0).unwrap();
        assert!(
            (rennes.lat() - 48.1114).abs() < 2e-3 && (rennes.lon() + 1.6804).abs() < 4e-3,
            "{rennes:?}"
        );
    }
}
