//! How far a position may lie from its commune before it is doubted.

use portulan_geo::{Reference, distance_m};
use portulan_model::codes::department_part;
use portulan_model::{CommuneCode, Position, Postcode, TerritoryKey};

/// A place lies at most this far from the centre of its commune, in metres, but in the few widest communes.
pub(super) const NEAR_M: f64 = 15_000.0;
/// Farther than this, the position is of another town.
pub(super) const FAR_M: f64 = 40_000.0;
/// Where a contour is known: so far outside it, measured from the centre, the position is doubted.
const NEAR_OUTSIDE_M: f64 = 3_000.0;
/// Communes of Guyane reach 150 km, those of the Pacific span lagoons.
const NEAR_IN_GUYANE_M: f64 = 200_000.0;
const NEAR_IN_PACIFIC_M: f64 = 60_000.0;
const FAR_IN_PACIFIC_M: f64 = 120_000.0;
/// The Camargue: Arles and Saintes-Maries-de-la-Mer.
const WIDE: [&str; 2] = ["13004", "13096"];

/// Where a position lies, seen from a commune.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Distance {
    /// In it, or near enough; or nobody knows where the commune is.
    Inside,
    /// Too far for most: metres from the centre.
    Outside(f64),
    /// In another town: metres from the centre.
    Elsewhere(f64),
}

/// Sets a position against a commune: its contour where the reference has one, else the distance to its centre.
#[must_use]
pub fn distance_to_commune(
    reference: &Reference,
    commune: CommuneCode,
    position: Position,
) -> Distance {
    let Some(centre) = reference.centre(commune) else {
        return Distance::Inside;
    };
    let metres = distance_m(position, centre);
    let (near, far) = limits(commune);
    let near = match reference.contains(&TerritoryKey::commune(commune), position) {
        Some(true) => return Distance::Inside,
        Some(false) => NEAR_OUTSIDE_M,
        None => near,
    };
    match metres {
        metres if metres <= near => Distance::Inside,
        metres if metres <= far => Distance::Outside(metres),
        metres => Distance::Elsewhere(metres),
    }
}

fn limits(commune: CommuneCode) -> (f64, f64) {
    let code = commune.as_str();
    match code.get(..3) {
        Some("973") => (NEAR_IN_GUYANE_M, NEAR_IN_GUYANE_M),
        Some("987" | "988") => (NEAR_IN_PACIFIC_M, FAR_IN_PACIFIC_M),
        _ if WIDE.contains(&code) => (FAR_M, FAR_M),
        _ => (NEAR_M, FAR_M),
    }
}

/// Postcodes of Corsica begin with 20, its communes with 2A or 2B; Saint-Martin and Saint-Barthélemy kept those of
/// Guadeloupe.
#[must_use]
pub fn same_department(postcode: Postcode, code: CommuneCode) -> bool {
    let (post, commune) = (
        department_part(postcode.as_str()),
        department_part(code.as_str()),
    );
    post == commune
        || (post == Some("20") && matches!(commune, Some("2A" | "2B")))
        || (post == Some("971") && matches!(commune, Some("977" | "978")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_position_is_set_against_the_commune_with_the_width_of_the_land() {
        let reference = Reference::embedded().unwrap();
        let at = |code: &str, lat, lon| {
            distance_to_commune(
                &reference,
                code.parse().unwrap(),
                Position::new(lat, lon).unwrap(),
            )
        };
        assert_eq!(at("35238", 48.1285, -1.6575), Distance::Inside);
        assert!(matches!(at("35238", 48.30, -1.68), Distance::Outside(_)));
        assert!(matches!(at("51454", 43.526, 5.445), Distance::Elsewhere(_)));
        assert_eq!(at("13004", 43.40, 4.75), Distance::Inside);
        assert_eq!(at("97353", 3.2, -53.2), Distance::Inside);
    }

    #[test]
    fn corsica_and_the_northern_islands_have_postcodes_of_their_own() {
        let same =
            |post: &str, code: &str| same_department(post.parse().unwrap(), code.parse().unwrap());
        assert!(same("20000", "2A004") && same("97150", "97801") && same("97400", "97411"));
        assert!(!same("35000", "44109") && !same("97400", "97209"));
    }
}
