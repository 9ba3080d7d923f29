//! Addresses behind the operator's session.

use portulan_model::links::PairKey;
use portulan_model::{RunId, Slug};

use crate::pages::addresses as base;

pub(super) const DESK: &str = base::OPERATOR;
pub(in crate::pages) const SOURCES: &str = "/exploitation/sources";
pub(super) const NEW_SOURCE: &str = "/exploitation/sources/nouvelle";
pub(super) const RUNS: &str = "/exploitation/moissonnages";
pub(in crate::pages) const QUEUE: &str = "/exploitation/doublons";
pub(in crate::pages) const GONE: &str = "/exploitation/a-verifier";
pub(super) const MESSAGES: &str = "/exploitation/messages";
pub(in crate::pages) const PLACES: &str = "/exploitation/lieux";

pub(super) fn source(slug: &Slug) -> String {
    format!("{SOURCES}/{slug}")
}

pub(super) fn run(id: RunId) -> String {
    format!("{RUNS}/{id}")
}

pub(super) fn pair(key: PairKey) -> String {
    format!("{QUEUE}/{}/{}", key.a(), key.b())
}

pub(super) fn place(slug: &Slug) -> String {
    format!("{PLACES}/{slug}")
}
