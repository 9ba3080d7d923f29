//! Means: how actors answer calls, and out of which money what they ask for is paid.
//!
//! Calls for applications are not the calls by telephone that a co-ordinator makes to places: those are in the
//! application, under another name.

pub mod agreements;
pub mod applications;
pub mod calls;
pub mod envelopes;
pub mod equipment;
pub mod examination;
pub mod forms;
pub mod intentions;
pub mod overlaps;
pub mod pools;
pub mod secrecy;
