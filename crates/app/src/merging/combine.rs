//! Which value each field of a merged place takes: a person's wish, then what the place confirmed, then the newest.
//!
//! Members that are where the place used to be give nothing. The result depends on the members alone, not on their
//! order nor on the day.

use std::cmp::Reverse;

use portulan_model::links::{FieldChoice, Merge};
use portulan_model::{PlaceField, PlaceId, PlaceRecord};

const WISH: &str = "wish";
const CONFIRMED: &str = "confirmed";
const NEWEST: &str = "newest";
const ONLY: &str = "only";

/// The merged record, and who gave each field.
pub(super) fn combine(
    merge: &Merge,
    owns: &[(PlaceId, PlaceRecord)],
) -> Option<(PlaceRecord, Vec<FieldChoice>)> {
    let present: Vec<&(PlaceId, PlaceRecord)> = owns
        .iter()
        .filter(|(id, _)| !merge.former.contains_key(id))
        .collect();
    let survivor = owns.iter().find(|(id, _)| *id == merge.survivor);
    let base = survivor.or_else(|| owns.first());
    let (base_id, base) = base?;
    let mut record = base.clone();
    let mut choices = Vec::with_capacity(PlaceField::ALL.len());
    for field in PlaceField::ALL {
        let Some((id, from, rule)) = choose(merge, &present, field) else {
            continue;
        };
        field.copy(from, &mut record);
        if id != *base_id {
            let origin = from.provenance.origin(field).clone();
            record.provenance.fields.insert(field, origin);
        }
        choices.push(FieldChoice {
            field,
            from: vec![id],
            rule: rule.to_owned(),
        });
    }
    Some((record, choices))
}

fn choose<'a>(
    merge: &Merge,
    present: &[&'a (PlaceId, PlaceRecord)],
    field: PlaceField,
) -> Option<(PlaceId, &'a PlaceRecord, &'static str)> {
    let wish = merge.wishes.get(&field);
    if let Some((id, record)) = present.iter().find(|(id, _)| Some(id) == wish) {
        return Some((*id, record, WISH));
    }
    let told: Vec<_> = present
        .iter()
        .filter(|(_, record)| !field.is_absent(record))
        .collect();
    let (id, record) = told.iter().max_by_key(|(id, record)| {
        let origin = record.provenance.origin(field);
        let survivor = *id == merge.survivor;
        (
            origin.confirmed_by_place,
            origin.dated,
            survivor,
            Reverse(*id),
        )
    })?;
    let rule = match told.len() {
        1 => ONLY,
        _ if record.provenance.origin(field).confirmed_by_place => CONFIRMED,
        _ => NEWEST,
    };
    Some((*id, record, rule))
}
