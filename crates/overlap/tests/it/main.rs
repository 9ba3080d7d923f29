//! Overlaps from outside: the labelled set, cases settled by hand, and what must hold of any items.

mod cases;
mod ground;
mod labelled;
