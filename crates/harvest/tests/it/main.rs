//! What the harmonisation promises, on the lists that producers really give.
#![expect(
    clippy::unwrap_used,
    clippy::string_slice,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "tests may fail loudly and say what they ran on"
)]

mod lists;
mod mappings;
