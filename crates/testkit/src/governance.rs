//! One record at least of each type of governance, in most of their states, as a document of exchange.

use serde::de::DeserializeOwned;
use serde_json::Value;

/// The whole document, as `portulan territory import` reads it. Its place is that of `PlaceBuilder::new(1)`, by its
/// outside id.
pub const DOCUMENT: &str = include_str!("governance.json");

/// The records of one of its lists: `bodies`, `members`…
#[must_use]
pub fn records<T: DeserializeOwned>(list: &str) -> Vec<T> {
    let document: Value = serde_json::from_str(DOCUMENT).unwrap();
    let records = document.get(list).cloned().unwrap_or_default();
    serde_json::from_value(records).unwrap_or_else(|error| panic!("{list}: {error}"))
}
