//! Places in data·inclusion v1: a structure each, and a service where the place names what it does.
//!
//! A record that would not be valid is not written: [`Written`] says why, and which values found no room.

mod fields;
mod losses;
mod rows;
mod service;
mod structure;

use chrono::NaiveDate;
use portulan_model::PlaceRecord;
use serde_json::{Map, Value};

pub use losses::{LeftOut, Loss, Lost};
pub use rows::{csv_row, header};
pub use service::SERVICE_COLUMNS;
pub use structure::STRUCTURE_COLUMNS;

use losses::Losses;

/// What a place became.
#[derive(Debug, Clone, PartialEq)]
pub struct Written {
    /// `source--id`.
    pub id: String,
    /// The structure, or why there is none.
    pub structure: Result<Map<String, Value>, LeftOut>,
    /// The service, or why there is none.
    pub service: Result<Map<String, Value>, LeftOut>,
    /// The values that found no room in what is written.
    pub lost: Vec<Lost>,
}

/// Writes a place as of a day: the schema refuses dates ahead of it.
#[must_use]
pub fn write(record: &PlaceRecord, today: NaiveDate) -> Written {
    let mut lost = Losses::default();
    let structure = structure::structure(record, today, &mut lost);
    let service = match &structure {
        Ok(structure) => service::service(record, structure, &mut lost),
        Err(_left_out) => Err(LeftOut::NoStructure),
    };
    if structure.is_err() {
        lost.0.clear();
    }
    Written {
        id: fields::id(record),
        structure,
        service,
        lost: lost.0,
    }
}
