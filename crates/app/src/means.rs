//! Means: calls for applications, and later what actors ask for together. Calls by telephone are in [`crate::calls`].

pub mod calls;
