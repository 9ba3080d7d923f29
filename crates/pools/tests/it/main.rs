//! Pools as their callers see them: shares, lives, undoing, and which pools are proposed.

mod any;
mod lives;
mod optimum;
mod reasons;
mod shares;
