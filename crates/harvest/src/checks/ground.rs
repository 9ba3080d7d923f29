//! Where a place says it is: position, commune and postcode against one another.

use portulan_geo::Reference;
use portulan_model::{CommuneCode, Position};

use super::{Check, Findings};
use crate::Field;
use crate::clean::{Distance, distance_to_commune, same_department};

/// The boxes that hold the French territories, in degrees: south, north, west, east.
const FRANCE: [[f64; 4]; 11] = [
    [41.3, 51.2, -5.3, 9.7],        // European France
    [15.8, 16.6, -61.9, -60.9],     // Guadeloupe
    [17.8, 18.2, -63.2, -62.7],     // Saint-Martin, Saint-Barthélemy
    [14.3, 15.0, -61.3, -60.7],     // Martinique
    [2.0, 6.0, -54.8, -51.5],       // Guyane
    [-21.5, -20.8, 55.1, 55.9],     // La Réunion
    [-13.1, -12.5, 44.9, 45.4],     // Mayotte
    [46.7, 47.2, -56.5, -56.0],     // Saint-Pierre-et-Miquelon
    [-14.5, -13.1, -178.3, -176.0], // Wallis-et-Futuna
    [-28.0, -7.5, -155.0, -134.0],  // Polynésie française
    [-23.0, -18.0, 158.0, 172.5],   // Nouvelle-Calédonie
];

pub(super) fn check(reference: &Reference, findings: &mut Findings<'_>) {
    let code = findings
        .get(Field::CodeInsee)
        .and_then(|code| code.parse::<CommuneCode>().ok());
    let commune = code.and_then(|code| reference.resolve(&code));
    position(reference, commune, findings);
    if let Some(commune) = commune {
        postcode(reference, commune, findings);
    }
}

fn position(reference: &Reference, commune: Option<CommuneCode>, findings: &mut Findings<'_>) {
    let (Some(lat), Some(lon)) = (
        findings.get(Field::Latitude),
        findings.get(Field::Longitude),
    ) else {
        return;
    };
    let raw = format!("{lat} ; {lon}");
    let numbers = lat.parse().ok().zip(lon.parse().ok());
    let Some(position) = numbers.and_then(|(lat, lon)| Position::new(lat, lon).ok()) else {
        findings.report(Check::PositionFar, Field::Latitude, &raw, "");
        return;
    };
    let Some(commune) = commune else {
        if !in_france(position) {
            findings.report(Check::PositionAbroad, Field::Latitude, &raw, "");
        }
        return;
    };
    let check = match distance_to_commune(reference, commune, position) {
        Distance::Inside => return,
        Distance::Outside(metres) => (Check::PositionOutside, metres),
        Distance::Elsewhere(metres) => (Check::PositionFar, metres),
    };
    let away = format!("{:.0} km", check.1 / 1000.0);
    findings.report(check.0, Field::Latitude, &raw, &away);
}

fn in_france(position: Position) -> bool {
    let (lat, lon) = (position.lat(), position.lon());
    FRANCE.iter().any(|[south, north, west, east]| {
        (*south..=*north).contains(&lat) && (*west..=*east).contains(&lon)
    })
}

fn postcode(reference: &Reference, commune: CommuneCode, findings: &mut Findings<'_>) {
    let Some(text) = findings.get(Field::CodePostal) else {
        return;
    };
    // A few communes are served from the next département: a postcode that the reference knows is no fault.
    let home = text.parse().is_ok_and(|postcode| {
        same_department(postcode, commune) || reference.has_postcode(commune, postcode)
    });
    if !home {
        findings.report(
            Check::PostcodeElsewhere,
            Field::CodePostal,
            text,
            commune.as_str(),
        );
    }
}
