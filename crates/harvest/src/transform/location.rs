//! The address and the position of a place, set against one another.

use portulan_geo::{CommuneName, Reference};
use portulan_model::DepartmentCode;

use crate::clean::{self, LocationInput};
use crate::{Draft, Field, Severity};

/// Gives the draft its address and its position.
pub(super) fn fill(
    draft: &mut Draft,
    reference: &Reference,
    department: Option<&DepartmentCode>,
    raw: &dyn Fn(Field) -> String,
) {
    let address = raw(Field::Adresse);
    let street = clean::street(&address);
    let position = clean::position(&raw(Field::Latitude), &raw(Field::Longitude));
    draft.lines.extend(position.lines);
    let or = |said: String, found: Option<&String>| {
        if clean::is_filler(&said) {
            found.cloned().unwrap_or_default()
        } else {
            said
        }
    };
    let commune = street
        .commune
        .clone()
        .or_else(|| named_behind(reference, department, &street.tail));
    let input = LocationInput {
        commune: or(raw(Field::Commune), commune.as_ref()),
        postcode: or(raw(Field::CodePostal), street.postcode.as_ref()),
        insee: raw(Field::CodeInsee),
        position: position.value,
        department: department.copied(),
    };
    let located = clean::locate(reference, &input);
    draft.lines.extend(located.lines);
    draft.position_doubted = located.value.position_doubted;
    draft.set(Field::Commune, located.value.name);
    draft.set(Field::CodePostal, located.value.postcode);
    if let Some(code) = located.value.commune {
        draft.set(Field::CodeInsee, code.as_str());
    }
    draft.set(Field::Adresse, street.street);
    if street.mended {
        draft.say(Field::Adresse, &address, "address-mended", Severity::Fixed);
    }
    let (complement, _) = clean::repair_text(&raw(Field::ComplementAdresse));
    draft.set(
        Field::ComplementAdresse,
        complement.split_whitespace().collect::<Vec<_>>().join(" "),
    );
    if let Some(position) = position.value {
        draft.set(Field::Latitude, position.lat().to_string());
        draft.set(Field::Longitude, position.lon().to_string());
    }
}

/// The first part behind a comma that names a commune of the département: "Belle Noue, Épernay, Marne, FRA".
fn named_behind(
    reference: &Reference,
    department: Option<&DepartmentCode>,
    tail: &[String],
) -> Option<String> {
    let home = department?.as_str();
    let is_commune = |part: &&String| {
        let codes = reference.communes_called(&CommuneName::new(part));
        codes.iter().any(|code| code.as_str().starts_with(home))
    };
    tail.iter().find(is_commune).cloned()
}
