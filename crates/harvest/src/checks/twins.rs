//! Rows of one list that are the same place.

use std::collections::HashMap;
use std::sync::Arc;

use portulan_text::fold;

use super::{Check, Findings};
use crate::Field;
use crate::seen::print;

/// Rows remembered at most: a longer list is no list of places, and memory must not grow with it.
const MOST_KNOWN: usize = 200_000;

/// The rows seen so far, by the print of what only one place can have.
#[derive(Default)]
pub(super) struct Twins {
    ids: HashMap<u64, Arc<str>>,
}

impl Twins {
    /// Says that a row with the same name at the same address, or of the same telephone in the same commune, came
    /// before; the line names it.
    pub(super) fn check(&mut self, findings: &mut Findings<'_>) {
        let id: Arc<str> = Arc::from(findings.draft.id.as_str());
        let mut twin = None;
        for key in keys(findings) {
            match self.ids.get(&key) {
                Some(known) => twin = twin.or_else(|| Some(Arc::clone(known))),
                None if self.ids.len() < MOST_KNOWN => {
                    self.ids.insert(key, Arc::clone(&id));
                }
                None => {}
            }
        }
        if let Some(twin) = twin {
            findings.report(Check::TwinInSource, Field::Id, &twin, &id);
        }
    }
}

fn keys(findings: &Findings<'_>) -> Vec<u64> {
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
        keys.push(print(&[&name, &commune, &street]));
    }
    if !phone.is_empty() && !commune.is_empty() {
        keys.push(print(&[&name, &commune, phone]));
    }
    keys
}
