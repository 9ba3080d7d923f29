//! Means: calls for applications, and the envelopes out of which what is asked is paid. Calls by telephone are in
//! [`crate::calls`].

pub mod calls;
pub mod envelopes;
pub mod intentions;
pub mod overlaps;
pub mod plan;
