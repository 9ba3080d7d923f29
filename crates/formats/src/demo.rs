//! The shape of the demonstration set: `{"source": …, "title": …, "places": [PlaceRecord…]}`.

use portulan_model::PlaceRecord;
use serde_json::Value;

use crate::fields::Notes;
use crate::limits::PRESENTATION;
use crate::national::read::{Context, Reading, readable};
use crate::report::{IssueKind, RejectReason};

/// Reads a place written in the shape of the model.
pub(crate) fn place(value: Value, context: &Context<'_>) -> Reading {
    let unreadable = |error: serde_json::Error| RejectReason::Unreadable {
        reason: error.to_string(),
    };
    if !short(&value) {
        let reason = format!("a text of more than {PRESENTATION} characters");
        return Err(RejectReason::Unreadable { reason });
    }
    let mut record: PlaceRecord = serde_json::from_value(value).map_err(unreadable)?;
    if record.name.trim().is_empty() {
        return Err(RejectReason::NoName);
    }
    if record.external.id.trim().is_empty() {
        return Err(RejectReason::NoId);
    }
    let address = &mut record.address;
    let (postcode, insee) = (address.postcode.as_ref(), address.insee.as_ref());
    if address.commune.trim().is_empty() && postcode.is_none() && insee.is_none() {
        return Err(RejectReason::NoCommune);
    }
    let found = context
        .resolver
        .resolve(&address.commune, postcode, insee, record.position);
    address.insee = found.or(address.insee);
    let mut notes = Notes::default();
    let commune = address.insee;
    if let Some(text) = record.hours.take_if(|text| !readable(text, commune)) {
        notes.add("horaires", &text, IssueKind::HoursAsText);
        record.hours_text = Some(text);
    }
    Ok((record, notes.0))
}

/// Whether every text within is short enough.
fn short(value: &Value) -> bool {
    match value {
        Value::String(text) => text.chars().nth(PRESENTATION).is_none(),
        Value::Array(values) => values.iter().all(short),
        Value::Object(fields) => fields.values().all(short),
        Value::Null | Value::Bool(_) | Value::Number(_) => true,
    }
}
