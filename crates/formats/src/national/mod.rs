//! The national schema "lieux de médiation numérique": 1.0.2 in and out, older versions in.
//!
//! Source: <https://github.com/LaMednum/standard-mediation-num>, `schema.json`.

pub(crate) mod lists;
pub(crate) mod read;
pub(crate) mod v0;
mod values;
mod write;

pub use values::{known_value, successor, values_of};
pub use write::{COLUMNS, csv_header, csv_row, json, row};
