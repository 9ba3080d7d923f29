//! Who governs and who acts here, level by level, from the State to a cluster of places.
//!
//! Pure functions over what is known: no storage, no clock, no words. [`Levels`] holds everything with an index by commune;
//! [`Levels::stack`] answers "who does what here?", [`totals`] counts each thing once whatever the paths that lead to it,
//! [`coverage`] says which communes a level covers and which it forgets, [`harmony`] what a scheme or a body has to settle
//! with what is above and beside it. Every answer is of a day.

mod changes;
mod coverage;
mod deeds;
mod ecosystem;
mod gaps;
mod graph;
mod harmony;
mod index;
mod level;
mod meetings;
mod stack;
mod totals;
mod world;

pub use changes::{Change, What, changes};
pub use coverage::{Coverage, coverage};
pub use deeds::Deeds;
pub use ecosystem::{Actor, ActorKind, Ecosystem, Knot, Organisations, Tie, TieKind};
pub use gaps::Gap;
pub use graph::Graph;
pub use harmony::{Harmony, MetropolitanLink, Overlap, OverlapSide, Subject, harmony};
pub use index::Postings;
pub use level::Level;
pub use meetings::meetings_ahead;
pub use stack::{ActionHere, BodyHere, Here, LevelHere, Reached, Stack};
pub use totals::{Figures, Homes, Tally, tally_of, totals};
pub use world::{Levels, PlacePoint, World};
