//! Rows of one list that are the same place.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use portulan_text::fold;

use super::{Check, Findings};
use crate::Field;

/// The rows seen so far, by what only one place can have.
#[derive(Default)]
pub(super) struct Twins {
    ids: HashMap<[String; 3], String>,
}

impl Twins {
    /// Says that a row with the same name at the same address, or of the same telephone in the same commune, came
    /// before; the line names it.
    pub(super) fn check(&mut self, findings: &mut Findings<'_>) {
        let id = &findings.draft.id;
        let mut twin = None;
        for key in keys(findings) {
            match self.ids.entry(key) {
                Entry::Occupied(known) => twin = twin.or_else(|| Some(known.get().clone())),
                Entry::Vacant(free) => {
                    free.insert(id.clone());
                }
            }
        }
        if let Some(twin) = twin {
            findings.report(Check::TwinInSource, Field::Id, &twin, id);
        }
    }
}

fn keys(findings: &Findings<'_>) -> Vec<[String; 3]> {
    let text = |field| findings.get(field).unwrap_or_default();
    let name = fold(text(Field::Nom));
    if name.is_empty() {
        return Vec::new();
    }
    let commune = text(Field::CodeInsee).to_owned() + text(Field::CodePostal);
    let street = fold(text(Field::Adresse));
    let phone = text(Field::Telephone);
    let mut keys = Vec::with_capacity(2);
    if !street.is_empty() {
        keys.push([name.clone(), commune.clone(), street]);
    }
    if !phone.is_empty() && !commune.is_empty() {
        keys.push([name, commune, phone.to_owned()]);
    }
    keys
}
