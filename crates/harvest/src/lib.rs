//! Harmonisation of lists, as pure functions: mapping → cleaning → checks, with a line for all that was touched.
//!
//! A [`mapping`] says which columns make which national field; [`clean`] mends single values; the checks
//! set the whole against the reference. No value is fatal and no row disappears: what cannot be read is left out
//! with a [`Line`] that says so. No reading of files (`formats`), no matching (`linkage`), no words for people (`i18n`).

pub mod checks;
pub mod clean;
mod draft;
mod field;
pub mod kinds;
mod line;
pub mod mapping;
mod seen;
mod transform;
mod unmapped;

pub use draft::Draft;
pub use field::Field;
pub use line::{Line, Rule, Severity};
pub use transform::Transformer;
pub use unmapped::Unmapped;
