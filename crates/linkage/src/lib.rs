//! Which records are the same thing, and why: blocking, probabilities, groups, merges that can be undone.
//!
//! Records go in as [`Record`]s, whatever they came from. Everything here is a pure function of its input: the order
//! of records and the day of the run change nothing. No words for people (`i18n`), no storage.

mod record;

pub use record::Record;
