//! The national schema "lieux de médiation numérique": 1.0.2 in and out, older versions in.
//!
//! Source: <https://github.com/LaMednum/standard-mediation-num>, `schema.json`.

pub(crate) mod lists;
mod plain;
pub(crate) mod read;
pub(crate) mod v0;
mod values;
mod write;

pub use plain::{REQUIRED, Shortfall, ShortfallKind, missing, row_of_fields};
pub use read::record_of_fields;
pub use values::{known_value, successor, values_of};
pub(crate) use write::push_cell;
pub use write::{COLUMNS, csv_header, csv_row, json, row};
