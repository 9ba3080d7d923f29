//! The demonstration set: real kinds of places of Rennes Métropole, typed from public facts and marked as such, and the
//! levels that govern them ([`governance`]).

mod decided;
mod governance;
mod hosted;
mod intentions;
mod means;
mod pools;

use std::io::Cursor;

use portulan_policy::{Capability, actions::ImportPlaces};

use crate::import::{ImportReport, places};
use crate::{App, Directory, Error};

/// Slug of its source: pages that show such a place say that it is demonstration data.
pub const SOURCE: &str = "demonstration";

static FILE: &[u8] = include_bytes!("../data/demonstration.json");

/// Takes the set in; a second time changes nothing.
pub async fn load(app: &App, capability: &Capability<ImportPlaces>) -> Result<ImportReport, Error> {
    let file = Cursor::new(FILE);
    let report = places(app, capability, "demonstration.json", file, None).await?;
    governance::load(app, capability.actor()).await?;
    means::load(app, capability.actor()).await?;
    hosted::load(app, capability.actor()).await?;
    decided::load(app, capability.actor()).await?;
    intentions::load(app, capability.actor()).await?;
    pools::load(app, capability.actor()).await?;
    Ok(report)
}

/// Whether the directory holds places of the demonstration: nobody there is to be written to.
#[must_use]
pub fn holds(directory: &Directory) -> bool {
    let sources = &directory.snapshot.known_values().sources;
    sources.iter().any(|(slug, _)| slug.as_str() == SOURCE)
}
