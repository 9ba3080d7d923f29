//! Means: calls for applications, and the envelopes out of which what is asked is paid. Calls by telephone are in
//! [`crate::calls`].

pub mod agreements;
pub mod applications;
pub mod calls;
pub mod envelopes;
pub mod equipment;
pub mod examination;
pub mod forms;
pub mod intentions;
pub mod overlaps;
pub mod plan;
pub mod pools;
