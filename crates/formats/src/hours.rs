//! The one place where this crate asks whether hours can be read.

use portulan_hours::{Hours, Zone};
use portulan_model::CommuneCode;

/// Whether a text is an OSM `opening_hours` string that Portulan reads.
pub(crate) fn valid_hours(text: &str, commune: Option<CommuneCode>) -> bool {
    Hours::parse(text, Zone::of(commune)).is_ok()
}
