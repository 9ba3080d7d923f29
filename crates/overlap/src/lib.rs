//! Overlap: what is planned, asked for or held twice, and what could be carried together.
//!
//! Two records (intention, action of a roadmap, request, post, grant) go in; a label, a score and every reason come out.
//! Everything here is a pure function of its input: no storage, no clock, no words for people (`i18n` holds them). The
//! order of decision is that of `evaluation/overlap/README.md`; weights and words are in `data/`, with the evaluation
//! that set them.

mod agree;
mod area;
mod clusters;
mod compared;
mod decide;
mod dismissal;
pub mod evaluation;
mod ground;
mod index;
mod item;
mod known;
mod lexicon;
mod links;
mod matter;
mod means;
mod money;
mod numbers;
mod posts;
mod promises;
mod record;
mod weigh;
mod weights;
mod wording;

pub use clusters::{Cluster, clusters};
pub use compared::{Compared, Evidence, Label, Link, Outcome, Reason, Weighed};
pub use decide::compare;
pub use dismissal::counted;
pub use ground::Ground;
pub use index::{Index, Pair};
pub use item::{Amount, Held, Item, Kind, Nature, Objective, Promise};
pub use known::Known;
pub use record::{NotAnItem, Record};
