//! What people corrected is kept, whatever way the word of a source comes in.

use portulan_model::{PlaceField, PlaceRecord};

/// The record that the place has now, and the values of the source that a correction kept out. With what the source
/// gave before, a value that it only repeats is not told again.
pub(crate) fn keep_corrections(
    own: &PlaceRecord,
    base: Option<&PlaceRecord>,
    given: &PlaceRecord,
) -> (PlaceRecord, Vec<(PlaceField, String)>) {
    let mut next = given.clone();
    next.provenance.vouch = own.provenance.vouch;
    let mut held = Vec::new();
    for field in PlaceField::ALL {
        if !own.is_of_people(field) {
            continue;
        }
        let origin = own.provenance.origin(field);
        field.copy(own, &mut next);
        if next.provenance.origin(field) != origin {
            next.provenance.fields.insert(field, origin.clone());
        }
        let news = base.is_none_or(|base| !field.same(base, given));
        if news && !field.same(own, given) {
            held.push((field, crate::field_text::of(field, given)));
        }
    }
    (next, held)
}
