//! Which records are the same thing, and why: blocking, probabilities, groups, merges that can be undone.
//!
//! Records go in as [`Record`]s, whatever they came from. Everything here is a pure function of its input: the order
//! of records and the day of the run change nothing. No words for people (`i18n`), no storage.

mod blocking;
mod carry;
mod competition;
mod concepts;
mod contacts;
mod corpus;
mod decisions;
pub mod evaluation;
mod features;
mod groups;
pub mod history;
mod index;
mod intern;
mod levels;
mod link;
pub mod merge;
mod model;
mod names;
mod organisations;
mod outcome;
mod record;
mod street;

pub use carry::carry_ids;
pub use corpus::Corpus;
pub use decisions::{Decision, Verdict};
pub use groups::{groups, groups_in};
pub use index::Index;
pub use link::{compare, compare_with, host_first, link, link_exhaustively, link_in, link_new};
pub use organisations::{Body, bodies};
pub use outcome::{Evidence, EvidenceField, Level, Links, Options, Outcome, Pair};
pub use record::{Record, Subject};
