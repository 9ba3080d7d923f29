//! `territory`: what governs a territory, out and in as one document.

use std::path::PathBuf;

use clap::Subcommand;
use portulan_model::TerritoryKey;

use super::Place;

#[derive(Debug, Subcommand)]
pub(crate) enum TerritoryCommand {
    /// Write bodies, members, meetings, decisions, roadmaps, schemes, clusters, sectors, posts and baselines of a territory.
    Export {
        /// The territory: `departement-35`, `commune-35238`, `pays-fr`.
        territory: TerritoryKey,
        /// File to write: `.json` for one document, `.zip` for tables.
        #[arg(long, value_name = "FILE")]
        out: PathBuf,
        #[command(flatten)]
        place: Place,
    },
    /// Read such a document into this installation, empty or not.
    Import {
        /// File that `territory export` wrote, or one of the same shape.
        file: PathBuf,
        #[command(flatten)]
        place: Place,
        /// Print the report as JSON.
        #[arg(long)]
        json: bool,
    },
}
