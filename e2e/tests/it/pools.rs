//! A co-ordinator takes a suggestion; two organisations agree; the one that leads reads what leaving would change, and leaves;
//! the pool is undone: with and without scripts, on both engines.

use anyhow::{Context, Result};

use crate::both::{Engine, WAYS, on_both_engines};
use crate::walk::Walk;

on_both_engines! {
    a_pool_is_suggested_proposed_agreed_to_left_and_undone
}

