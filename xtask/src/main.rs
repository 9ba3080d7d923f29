//! Checks and data preparation of the repository itself.

fn main() {}
