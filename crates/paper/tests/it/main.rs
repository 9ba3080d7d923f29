//! Documents read back by a reader that is not ours (poppler's `pdfinfo` and `pdftotext`), and random trees that never
//! bring the writer down.

mod read;
mod sample;
mod structure;
mod trees;
