//! The one binary of Portulan.

fn main() {}
