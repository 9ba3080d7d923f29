//! Pools as their callers see them: shares, lives, undoing, and which pools are proposed.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a broken set-up must stop the test"
)]

mod any;
mod lives;
mod optimum;
mod reasons;
mod shares;
