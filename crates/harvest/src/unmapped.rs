//! Values of a list that reached no target, counted: what a mapping forgets.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::Field;

/// By field, by value, how many rows.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Unmapped(BTreeMap<Field, BTreeMap<String, usize>>);

/// Different values kept of one field; beyond, they are counted together under `…`.
const MOST_VALUES: usize = 500;
/// Characters kept of a value: a longer one is prose.
const LONGEST: usize = 120;
const OTHERS: &str = "…";

impl Unmapped {
    /// Counts a value of a field.
    pub(crate) fn count(&mut self, field: Field, value: &str) {
        let values = self.0.entry(field).or_default();
        let mut key: String = value.chars().take(LONGEST).collect();
        if value.chars().nth(LONGEST).is_some() {
            key.push_str(OTHERS);
        }
        if values.len() >= MOST_VALUES && !values.contains_key(&key) {
            OTHERS.clone_into(&mut key);
        }
        *values.entry(key).or_default() += 1;
    }

    /// The fields, their values and how often each came.
    pub fn fields(&self) -> impl Iterator<Item = (Field, &BTreeMap<String, usize>)> {
        self.0.iter().map(|(field, values)| (*field, values))
    }

    /// Whether every value reached a target.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}
