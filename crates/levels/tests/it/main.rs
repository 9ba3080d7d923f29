//! Levels on a small country that is written by hand, and on random ones.

mod build;
mod coverage;
mod cycles;
mod rennes;
mod size;
mod stack;
mod totals;
mod worlds;
