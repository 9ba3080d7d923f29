//! How likely each value of a place is still true, what to say of it, and whom to call first.
//!
//! Each [`Value`] decays at its own rate ([`Decay`], figures in `data/decay.toml`). [`Outlook`] turns that into the days
//! until which a field, a group of fields or a whole place is "confirmé", then "probable", then "à vérifier": the only
//! thing that the public sees. [`call_list`] puts first the calls that spare most wasted trips. Everything is a pure
//! function of its input; no words for people (`i18n`). What the figures are worth is measured by [`evaluation`].

mod calls;
mod decay;
mod detours;
pub mod evaluation;
mod outlook;
mod value;

pub use calls::{Call, Candidate, Doubt, call_list, trip_doubt};
pub use decay::{Decay, Kind, Span};
pub use detours::{Detours, Stretch, opens_instead};
pub use outlook::{Group, Outlook, weakest_field};
pub use value::Value;

/// A count as a number to reckon with.
fn float(count: usize) -> f64 {
    u32::try_from(count).map_or(f64::INFINITY, f64::from)
}
