//! Overlaps from outside: the labelled set, cases settled by hand, and what must hold of any items.

#![expect(clippy::unwrap_used, reason = "a broken set-up must stop the test")]

mod cases;
mod ground;
mod labelled;
mod listed;
mod random;
