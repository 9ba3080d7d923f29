//! Where a place says it is: position, commune and postcode against one another.

use portulan_geo::Reference;
use portulan_model::{CommuneCode, Position};

use super::{Check, Findings};
use crate::Field;
use crate::clean::{Distance, distance_to_commune, same_department};

pub(super) fn check(reference: &Reference, findings: &mut Findings<'_>) {
    let code = findings
        .get(Field::CodeInsee)
        .and_then(|code| code.parse::<CommuneCode>().ok());
    let Some(commune) = code.and_then(|code| reference.resolve(&code)) else {
        return;
    };
    position(reference, commune, findings);
    postcode(reference, commune, findings);
}

fn position(reference: &Reference, commune: CommuneCode, findings: &mut Findings<'_>) {
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
    let check = match distance_to_commune(reference, commune, position) {
        Distance::Inside => return,
        Distance::Outside(metres) => (Check::PositionOutside, metres),
        Distance::Elsewhere(metres) => (Check::PositionFar, metres),
    };
    let away = format!("{:.0} km", check.1 / 1000.0);
    findings.report(check.0, Field::Latitude, &raw, &away);
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
