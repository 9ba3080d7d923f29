//! Where records come from: each source says which of its records somebody may read, and tells them as they are compared.

pub(super) mod accounts;
pub(super) mod actions;
pub(super) mod intentions;
pub(super) mod posts;
