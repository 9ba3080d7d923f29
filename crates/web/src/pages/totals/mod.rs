//! `/territoires/<kind>-<code>/chiffres`: consolidated figures of a territory and of what is just below it, which communes
//! each level covers, the public meetings ahead, and what changed since a day that the address names.
//!
//! Everything is counted in memory by `levels`; nothing is kept of who looks. The same figures are given as CSV, the
//! meetings as a calendar feed.

mod calendar;
mod changes;
mod coverage;
mod csv;
mod show;
mod table;

use axum::http::StatusCode;
use portulan_model::TerritoryKey;

use super::territory::{Named, named};
use super::visit::Visit;
use crate::routes::{Needs, Routes};

/// The pages.
pub(super) fn routes() -> Routes {
    Routes::default()
        .get("/territoires/{key}/chiffres", Needs::Public, show::show)
        .get("/territoires/{key}/chiffres.csv", Needs::Public, csv::show)
        .get(
            "/territoires/{key}/seances.ics",
            Needs::Public,
            calendar::show,
        )
}

/// The address of the figures of a territory.
pub(super) fn address(key: &TerritoryKey) -> String {
    format!("/territoires/{key}/chiffres")
}

fn csv_address(key: &TerritoryKey) -> String {
    format!("/territoires/{key}/chiffres.csv")
}

fn feed_address(key: &TerritoryKey) -> String {
    format!("/territoires/{key}/seances.ics")
}

/// The territory that a file is asked for: former codes are those of today.
fn asked(visit: &Visit, text: &str) -> Result<TerritoryKey, StatusCode> {
    match named(visit, text).ok_or(StatusCode::NOT_FOUND)? {
        Named::Here(key) | Named::Elsewhere(key) => Ok(key),
    }
}
