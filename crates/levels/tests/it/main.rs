//! Levels on a small country that is written by hand, and on random ones.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a broken set-up must stop the test"
)]

mod build;
mod changes;
mod coverage;
mod cycles;
mod deeds;
mod ecosystem;
mod harmony;
mod rennes;
mod size;
mod stack;
mod totals;
mod worlds;
