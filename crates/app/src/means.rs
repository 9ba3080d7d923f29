//! Means: what organisations ask for, with whom, and out of which money.

pub mod envelopes;
