//! The right to do something with what an address or a form names: where it stands is read from the object itself. What
//! does not exist is not found; what exists elsewhere is refused.

use axum::http::StatusCode;
use portulan_app::{harvest, rights, sources};
use portulan_model::{RunId, Slug, TerritoryKey};
use portulan_policy::{Alone, Capability};

use crate::auth::{Desk, Refused};

const NOT_FOUND: Refused = Refused(StatusCode::NOT_FOUND);

/// On a source.
pub(super) async fn source<A: Alone>(desk: &Desk, slug: &Slug) -> Result<Capability<A>, Refused> {
    let target = sources::target(desk.app(), slug).await?;
    desk.may_on(target.ok_or(NOT_FOUND)?)
}

/// On a run, through its source.
pub(super) async fn run<A: Alone>(desk: &Desk, id: RunId) -> Result<Capability<A>, Refused> {
    let target = harvest::target(desk.app(), id).await?;
    desk.may_on(target.ok_or(NOT_FOUND)?)
}

/// On the place that an id or a slug leads to.
pub(super) fn place<A: Alone>(desk: &Desk, key: &str) -> Result<Capability<A>, Refused> {
    let target = rights::led(&desk.visit.directory, key);
    desk.may_on(target.ok_or(NOT_FOUND)?)
}

/// On a territory; whoever runs the installation also sees what lies in none.
pub(super) fn territory<A: Alone>(
    desk: &Desk,
    key: &TerritoryKey,
) -> Result<Capability<A>, Refused> {
    let inside = |_not_everywhere| desk.may_on(rights::territory(&desk.visit.directory, key));
    desk.may().or_else(inside)
}
