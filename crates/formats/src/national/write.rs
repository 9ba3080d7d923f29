//! Places in the national schema 1.0.2, as CSV and as JSON.
//!
//! The schema wants seven values of every place. Where one is not known, CSV carries what the tools of the network
//! write for "none", which the reader here turns back into nothing; JSON leaves the key out. See
//! `docs/decisions/0005-national-csv.md`.

use std::borrow::Cow;

use portulan_model::fields::LIST_COLUMNS;
use portulan_model::{Address, Place, PlaceRecord, Slug};
use serde_json::{Map, Value};

use crate::fields::NO_DATE;
use crate::national::read::{SUMMARY_LEN, source_behind};
use crate::safe::safe_cell;

/// The 32 columns, in their order.
pub const COLUMNS: [&str; 32] = [
    "id",
    "pivot",
    "nom",
    "commune",
    "code_postal",
    "code_insee",
    "adresse",
    "complement_adresse",
    "latitude",
    "longitude",
    "typologie",
    "telephone",
    "courriels",
    "site_web",
    "horaires",
    "presentation_resume",
    "presentation_detail",
    "source",
    "itinerance",
    "structure_parente",
    "date_maj",
    "services",
    "publics_specifiquement_adresses",
    "prise_en_charge_specifique",
    "frais_a_charge",
    "dispositif_programmes_nationaux",
    "formations_labels",
    "autres_formations_labels",
    "modalites_acces",
    "modalites_accompagnement",
    "fiche_acces_libre",
    "prise_rdv",
];

/// What `mednum-cli` writes where no legal body is known.
pub(crate) const NO_PIVOT: &str = "00000000000000";
/// Five digits that are no postcode of La Poste.
pub(crate) const NO_POSTCODE: &str = "00000";

/// The line of headers.
pub fn csv_header() -> String {
    let mut header = COLUMNS.join(",");
    header.push('\n');
    header
}

/// Adds the line of a place.
pub fn csv_row(place: &Place, text: &mut String) {
    for (rank, (column, value)) in row(place).into_iter().enumerate() {
        if rank > 0 {
            text.push(',');
        }
        let value = if value.is_empty() {
            required(column, &place.record)
        } else {
            value
        };
        push_cell(&value, text);
    }
    text.push('\n');
}

/// Adds a cell, made safe and in quotes where it needs them.
pub(crate) fn push_cell(value: &str, text: &mut String) {
    let value = safe_cell(value);
    let value = value.as_ref();
    let blank_ends = value.starts_with(' ') || value.ends_with(' ');
    if blank_ends || value.contains([',', '"', '\n', '\r', '\0']) {
        text.push('"');
        text.push_str(&value.replace('"', "\"\"").replace('\0', ""));
        text.push('"');
    } else {
        text.push_str(value);
    }
}

/// What CSV carries where a value that the schema requires is not known.
fn required<'a>(column: &str, record: &'a PlaceRecord) -> Cow<'a, str> {
    match column {
        "pivot" => NO_PIVOT.into(),
        "nom" => record.external.id.as_str().into(),
        "commune" | "adresse" => commune(&record.address).into(),
        "code_postal" => NO_POSTCODE.into(),
        "date_maj" => NO_DATE.into(),
        _ => "".into(),
    }
}

/// The name of the commune, else the best code that is known of it.
fn commune(address: &Address) -> String {
    let code = address.insee.map(|code| code.to_string());
    let code = code.or_else(|| address.postcode.map(|code| code.to_string()));
    let named = (!address.commune.is_empty()).then(|| address.commune.clone());
    named.or(code).unwrap_or_else(|| NO_POSTCODE.to_owned())
}

/// The 32 values of a place in the order of [`COLUMNS`]; what is not known is empty.
pub fn row(place: &Place) -> Vec<(&'static str, Cow<'_, str>)> {
    let record = &place.record;
    let values = identity(record)
        .into_iter()
        .chain(reach(record))
        .chain(offer(record));
    COLUMNS.into_iter().zip(values).collect()
}

fn text(value: Option<&String>) -> Cow<'_, str> {
    value.map_or(Cow::Borrowed(""), |value| value.as_str().into())
}

fn number(value: Option<f64>) -> Cow<'static, str> {
    value.map_or(Cow::Borrowed(""), |value| value.to_string().into())
}

fn joined<'a>(values: impl Iterator<Item = &'a String>) -> Cow<'static, str> {
    let values: Vec<String> = values.map(|value| value.replace('|', "%7C")).collect();
    values.join("|").into()
}

/// `id` to `typologie`.
fn identity(record: &PlaceRecord) -> [Cow<'_, str>; 11] {
    let address = &record.address;
    let code = address.postcode.map(|code| code.to_string());
    [
        format!("{}:{}", record.external.source, record.external.id).into(),
        text(record.pivot.as_ref()),
        record.name.as_str().into(),
        address.commune.as_str().into(),
        code.unwrap_or_default().into(),
        insee(address).into(),
        text(address.street.as_ref()),
        text(address.complement.as_ref()),
        number(record.position.map(portulan_model::Position::lat)),
        number(record.position.map(portulan_model::Position::lon)),
        joined(record.kinds.iter()),
    ]
}

/// The schema knows no département 20: Corsica is 2A and 2B since 1976.
fn insee(address: &Address) -> String {
    let code = address.insee.map(|code| code.to_string());
    code.filter(|code| !code.starts_with("20"))
        .unwrap_or_default()
}

/// `telephone` to `date_maj`.
fn reach(record: &PlaceRecord) -> [Cow<'_, str>; 10] {
    let dated = record.provenance.record.dated;
    [
        text(
            record
                .contact
                .phones
                .iter()
                .find(|phone| fits_schema(phone)),
        ),
        joined(record.contact.emails.iter()),
        joined(record.contact.websites.iter()),
        text(record.hours.as_ref()),
        summary(record),
        text(record.detail.as_ref()),
        producer(record),
        record.mobility.national().into(),
        text(record.parent.as_ref()),
        dated
            .map(|day| day.format("%Y-%m-%d").to_string())
            .unwrap_or_default()
            .into(),
    ]
}

/// Who made the list, with the source behind where the name does not tell it; else the source. The place is found again
/// by it, and a producer that is not known stays so.
fn producer(record: &PlaceRecord) -> Cow<'_, str> {
    let source = &record.external.source;
    match record.producer.as_deref() {
        None | Some("") => source.as_str().into(),
        Some(name) if name != source.as_str() && tells(name, source) => name.into(),
        Some(name) => format!("{name}{}", source_behind(source)).into(),
    }
}

fn tells(name: &str, source: &Slug) -> bool {
    portulan_text::slug(name).is_some_and(|slug| slug == source.as_str())
}

fn summary(record: &PlaceRecord) -> Cow<'_, str> {
    let summary = record.summary.as_deref().unwrap_or_default();
    match summary.char_indices().nth(SUMMARY_LEN) {
        Some(_too_long) => summary.chars().take(SUMMARY_LEN).collect::<String>().into(),
        None => summary.into(),
    }
}

/// The pattern of the field `telephone`.
pub(crate) fn fits_schema(phone: &str) -> bool {
    const CODES: [&str; 10] = [
        "+33", "+590", "+594", "+262", "+596", "+269", "+687", "+689", "+508", "+681",
    ];
    CODES.iter().any(|code| {
        phone.strip_prefix(code).is_some_and(|rest| {
            (6..=9).contains(&rest.len()) && rest.bytes().all(|byte| byte.is_ascii_digit())
        })
    })
}

/// `services` to `prise_rdv`.
fn offer(record: &PlaceRecord) -> [Cow<'_, str>; 11] {
    [
        record.services.national().into(),
        record.publics.national().into(),
        record.care.national().into(),
        record.fees.national().into(),
        record.programmes.national().into(),
        record.labels.national().into(),
        joined(record.other_labels.iter()),
        record.access.national().into(),
        record.support.national().into(),
        text(record.accessibility_url.as_ref()),
        text(record.booking_url.as_ref()),
    ]
}

/// The known fields of a place under their national names: numbers for degrees, arrays for lists, texts otherwise.
pub fn json(place: &Place) -> Map<String, Value> {
    let fields = row(place)
        .into_iter()
        .filter(|(_, value)| !value.is_empty());
    fields
        .map(|(column, value)| (column.to_owned(), json_value(column, &value)))
        .collect()
}

fn json_value(column: &str, value: &str) -> Value {
    if matches!(column, "latitude" | "longitude") {
        return value.parse::<f64>().map_or(Value::Null, Value::from);
    }
    if LIST_COLUMNS.contains(&column) {
        return value.split('|').map(Value::from).collect();
    }
    Value::from(value)
}
