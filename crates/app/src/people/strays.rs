//! Roles on what is no more: a place that was merged or that no source gives, an organisation or a source that was
//! removed. They open nothing, but somebody must see them and take them back.

use portulan_policy::actions::GrantRoles;
use portulan_policy::{Capability, Node, Target};
use portulan_store::GivenRole;

use super::Given;
use crate::{App, Error, rights, sources};

/// The roles on what is no more and stood under the node of the capability. Of what left no trace, only the installation
/// knows.
pub async fn strays(app: &App, capability: &Capability<GrantRoles>) -> Result<Vec<Given>, Error> {
    let mut strays = Vec::new();
    let mut last: Option<(Node, Option<Target>)> = None;
    let mut all = app.store().all_grants().await?;
    all.sort_by(|one, other| one.grant.node().cmp(other.grant.node()));
    for given in all {
        let node = given.grant.node();
        let target = match &last {
            Some((known, target)) if known == node => target.clone(),
            _ => target(app, node).await?,
        };
        let reached = target
            .as_ref()
            .is_some_and(|target| target.is_under(capability.node()));
        last = Some((node.clone(), target));
        if reached {
            strays.extend(with_person(app, given).await?);
        }
    }
    Ok(strays)
}

async fn with_person(app: &App, role: GivenRole) -> Result<Option<Given>, Error> {
    let person = app.store().person(role.person).await?;
    Ok(person.map(|person| Given { role, person }))
}

/// A node that is no more, under what it stood under; `None` while it stands.
pub(super) async fn target(app: &App, node: &Node) -> Result<Option<Target>, Error> {
    let directory = app.directory();
    let stands = match node {
        Node::Source(slug) => sources::target(app, slug).await?,
        other => rights::node(&directory, other),
    };
    if stands.is_some() {
        return Ok(None);
    }
    let around = match node {
        Node::Place(slug) => rights::led(&directory, slug.as_str()),
        _ => None,
    };
    Ok(Some(match around {
        Some(around) => around.of(node.clone()),
        None => node.into(),
    }))
}
