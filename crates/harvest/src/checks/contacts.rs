//! Telephones against the territory, and the identifier of the legal body.
//!
//! Source of the zones: plan national de numérotation (décision ARCEP 2018-0881). Since 2023 a number may be kept
//! anywhere in European France, so another zone is a doubt and no more.

use portulan_text::{Pivot, PivotError};

use super::{Check, Findings};
use crate::Field;

pub(super) fn check(findings: &mut Findings<'_>) {
    if let Some(pivot) = findings.get(Field::Pivot)
        && matches!(Pivot::parse(pivot), Err(PivotError::Checksum(_)))
    {
        findings.report(Check::SiretWrong, Field::Pivot, pivot, "");
    }
    let code = findings
        .get(Field::CodeInsee)
        .or(findings.get(Field::CodePostal));
    let Some((phones, home)) = findings
        .get(Field::Telephone)
        .zip(code.and_then(zone_of_code))
    else {
        return;
    };
    let elsewhere = |phone: &&str| zone_of_phone(phone).is_some_and(|zone| zone != home);
    if let Some(phone) = phones.split('|').find(elsewhere) {
        let code = code.unwrap_or_default();
        findings.report(Check::PhoneElsewhere, Field::Telephone, phone, code);
    }
}

/// Départements by the first digits of their landlines; 20 is Corsica in postcodes.
const ZONES: [(&str, &str); 5] = [
    ("1", "75 77 78 91 92 93 94 95"),
    (
        "2",
        "14 18 22 27 28 29 35 36 37 41 44 45 49 50 53 56 61 72 76 85",
    ),
    (
        "3",
        "02 08 10 21 25 39 51 52 54 55 57 58 59 60 62 67 68 70 71 80 88 89 90",
    ),
    (
        "4",
        "01 03 04 05 06 07 11 13 15 20 26 2A 2B 30 34 38 42 43 48 63 66 69 73 74 83 84",
    ),
    (
        "5",
        "09 12 16 17 19 23 24 31 32 33 40 46 47 64 65 79 81 82 86 87",
    ),
];

/// Country codes of the territories overseas.
const OVERSEAS: [(&str, &str); 12] = [
    ("971", "590"),
    ("972", "596"),
    ("973", "594"),
    ("974", "262"),
    ("975", "508"),
    ("976", "262"),
    ("977", "590"),
    ("978", "590"),
    ("984", "262"),
    ("986", "681"),
    ("987", "689"),
    ("988", "687"),
];

fn zone_of_code(code: &str) -> Option<&'static str> {
    if let Some((_, country)) = OVERSEAS.iter().find(|(start, _)| code.starts_with(start)) {
        return Some(country);
    }
    let department = code.get(..2)?;
    let holds = |departments: &str| departments.split(' ').any(|one| one == department);
    ZONES
        .iter()
        .find(|(_, departments)| holds(departments))
        .map(|(zone, _)| *zone)
}

/// The zone of a landline, or the territory of a number from overseas; mobiles and 09 have none.
fn zone_of_phone(phone: &str) -> Option<&'static str> {
    let digits = phone.strip_prefix('+')?;
    match digits.strip_prefix("33") {
        Some(rest) => ZONES
            .iter()
            .map(|(zone, _)| *zone)
            .find(|zone| rest.starts_with(zone)),
        None => OVERSEAS
            .iter()
            .map(|(_, country)| *country)
            .find(|country| digits.starts_with(country)),
    }
}
