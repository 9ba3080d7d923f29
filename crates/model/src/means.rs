//! Means: how actors answer calls, and later what they ask for, together.
//!
//! Calls for applications come first. They are not the calls by telephone that a co-ordinator makes to places: those are
//! in the application, under another name.

pub mod calls;
