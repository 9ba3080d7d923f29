//! The value of a field as a JSON text, for reports and comparisons.

use portulan_model::{PlaceField, PlaceRecord};
use serde_json::{Value, json};

/// The value; `null` where there is none.
#[must_use]
pub fn of(field: PlaceField, record: &PlaceRecord) -> String {
    if field.is_absent(record) && field != PlaceField::Adresse {
        return Value::Null.to_string();
    }
    value(field, record).to_string()
}

fn value(field: PlaceField, r: &PlaceRecord) -> Value {
    match field {
        PlaceField::Nom => json!(r.name),
        PlaceField::Pivot => json!(r.pivot),
        PlaceField::Adresse => json!(r.address),
        PlaceField::Position => json!(r.position),
        PlaceField::Typologie => json!(r.kinds),
        PlaceField::Contact => json!(r.contact),
        PlaceField::Horaires => match (&r.hours, &r.hours_text) {
            (None, Some(text)) => json!({ "texte": text }),
            (hours, _) => json!(hours),
        },
        PlaceField::Presentation => json!({ "resume": r.summary, "detail": r.detail }),
        PlaceField::Itinerance => json!(r.mobility),
        PlaceField::StructureParente => json!(r.parent),
        PlaceField::Services => json!(r.services),
        PlaceField::Publics => json!(r.publics),
        PlaceField::PriseEnCharge => json!(r.care),
        PlaceField::Frais => json!(r.fees),
        PlaceField::Dispositifs => json!(r.programmes),
        PlaceField::Labels => json!({ "labels": r.labels, "autres": r.other_labels }),
        PlaceField::Acces => json!(r.access),
        PlaceField::Accompagnement => json!(r.support),
        PlaceField::FicheAccesLibre => json!(r.accessibility_url),
        PlaceField::PriseRdv => json!(r.booking_url),
        PlaceField::Reseaux => json!(r.networks),
        PlaceField::Permanences => json!(r.sessions),
    }
}
