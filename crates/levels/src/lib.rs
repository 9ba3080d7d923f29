//! Who governs and who acts here, level by level, from the State to a cluster of places.
//!
//! Pure functions over what is known: no storage, no clock, no words. [`Levels`] holds everything with an index by commune;
//! [`Levels::stack`] answers "who does what here?", [`totals`] counts each thing once whatever the paths that lead to it,
//! [`coverage`] says which communes a level covers and which it forgets. Every answer is of a day.

mod coverage;
mod ecosystem;
mod gaps;
mod graph;
mod index;
mod level;
mod stack;
mod totals;
mod world;

pub use coverage::{Coverage, Covered, coverage};
pub use ecosystem::{Actor, ActorKind, Ecosystem, Knot, Organisations, Tie, TieKind};
pub use gaps::Gap;
pub use graph::Graph;
pub use index::Postings;
pub use level::Level;
pub use stack::{ActionHere, BodyHere, Here, LevelHere, Reached, Stack};
pub use totals::{Figures, Tally, tally_of, totals};
pub use world::{Levels, PlacePoint, World};
