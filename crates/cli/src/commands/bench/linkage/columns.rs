//! From the rows of any labelled file to records: columns are known by their names.
//!
//! Files about people or restaurants are read as if they were places: an identifier stands for the SIRET, a date of
//! birth for a number. It shows what the engine does out of its country, no more.

use std::collections::HashMap;

use portulan_linkage::Record;
use portulan_model::Position;
use portulan_model::codes::with_leading_zero;

/// A row by its columns.
pub(super) type Row = HashMap<String, String>;

const NAME: &[&str] = &[
    "nom",
    "name",
    "lib_fs",
    "full_name",
    "title",
    "raison_sociale",
];
const GIVEN: &[&str] = &["given_name", "first_name"];
const SURNAME: &[&str] = &["surname", "last_name"];
const STREET: &[&str] = &["adresse", "address", "addr", "address_1", "voie"];
const HOUSE: &[&str] = &["street_number"];
const COMPLEMENT: &[&str] = &["complement_adresse", "address_2"];
const POSTCODE: &[&str] = &[
    "code_postal",
    "postcode",
    "zip",
    "postalCode",
    "postcode_fake",
];
const COMMUNE: &[&str] = &[
    "commune",
    "city",
    "suburb",
    "ville",
    "lib_com",
    "birth_place",
];
const INSEE: &[&str] = &["code_insee", "insee"];
const LATITUDE: &[&str] = &["latitude", "lat"];
const LONGITUDE: &[&str] = &["longitude", "lon"];
const PHONE: &[&str] = &["telephone", "phone", "contact_tel", "date_of_birth", "dob"];
const EMAIL: &[&str] = &["courriel", "email"];
const WEBSITE: &[&str] = &["site_web", "website", "url_lieu"];
pub(super) const PIVOT: &[&str] = &["siret", "pivot", "soc_sec_id"];
const KINDS: &[&str] = &["typologie"];
const SOURCE: &[&str] = &["source", "millesime"];

/// The record of a row, of its columns with a prefix (`a_`, `ac_`) or of all of them.
pub(super) fn record(row: &Row, prefix: &str, id: String, source: &str) -> Record {
    let get = |names: &[&str]| value(row, prefix, names);
    let name = get(NAME).unwrap_or_else(|| {
        let parts = [get(GIVEN), get(SURNAME)];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
    });
    let house = get(HOUSE).map(|number| number + " ").unwrap_or_default();
    let number = |names: &[&str]| get(names).and_then(|text| text.parse::<f64>().ok());
    let position = number(LATITUDE)
        .zip(number(LONGITUDE))
        .and_then(|(lat, lon)| Position::new(lat, lon).ok());
    let code = |text: String| with_leading_zero(&text);
    Record {
        id,
        source: get(SOURCE).unwrap_or_else(|| source.to_owned()),
        name,
        kinds: list(get(KINDS)),
        street: get(STREET).map(|street| house + &street),
        complement: get(COMPLEMENT),
        postcode: get(POSTCODE).map(code),
        commune: get(COMMUNE),
        insee: get(INSEE).map(code),
        position,
        phones: list(get(PHONE)),
        emails: list(get(EMAIL)),
        websites: list(get(WEBSITE)),
        pivot: get(PIVOT).map(|code| format!("{code:0>9}")),
        ..Record::default()
    }
}

/// The first of these columns that holds something.
pub(super) fn value(row: &Row, prefix: &str, names: &[&str]) -> Option<String> {
    names
        .iter()
        .filter_map(|name| row.get(&format!("{prefix}{name}")))
        .map(|text| text.trim())
        .find(|text| !text.is_empty())
        .map(str::to_owned)
}

fn list(cell: Option<String>) -> Vec<String> {
    let cell = cell.unwrap_or_default();
    cell.split(['|', ';'])
        .map(|text| text.trim().to_owned())
        .filter(|text| !text.is_empty())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_known_by_their_names_in_either_language() {
        let row: Row = [
            ("a_name", "Le Patio"),
            ("a_addr", "3 rue Zola"),
            ("a_phone", "02 99 00 00 12 | 02 99 00 00 13"),
            ("nom", "Autre"),
        ]
        .map(|(column, cell)| (column.to_owned(), cell.to_owned()))
        .into();
        let read = record(&row, "a_", "x".to_owned(), "liste");
        assert_eq!((read.name.as_str(), read.phones.len()), ("Le Patio", 2));
        assert_eq!(read.street.as_deref(), Some("3 rue Zola"));
        assert_eq!(record(&row, "", String::new(), "").name, "Autre");
    }
}
