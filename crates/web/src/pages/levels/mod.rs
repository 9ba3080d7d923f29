//! `/niveaux`: who does what here, from the State to the cluster, for an address, a territory, a place or an organisation.
//!
//! [`spot`] says where "here" is, `levels` answers, [`view`] makes levels of the answer and [`facts`] their lines; two
//! territories side by side are in [`two`]. What is missing is told to whoever may see to it ([`missing`]); everybody
//! else reads "non communiqué". Each line leads to its source, by [`addresses::source`].

mod asked;
mod bodies;
mod facts;
mod lines;
mod missing;
mod search;
mod show;
mod spot;
mod two;
mod view;

pub(super) use facts::word;
pub(super) use spot::of_place_at as of_place;

use super::addresses;
use crate::routes::{Needs, Routes};

/// The pages of levels. Everybody reads them; whoever has a right there reads more.
pub(super) fn routes() -> Routes {
    Routes::default()
        .get(addresses::LEVELS, Needs::Public, search::show)
        .get("/niveaux/{key}", Needs::Public, show::show)
}

#[cfg(test)]
mod tests;
