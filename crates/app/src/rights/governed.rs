//! Where schemes, clusters and bodies stand: under their levels, and a body under those who lead it or sit in it that day.
//!
//! A role in an organisation opens a body for as long as the membership does, and a body opens nothing of an organisation.
//! Meetings, decisions, roadmaps and files are reached through their body, never by their id.

use chrono::NaiveDate;
use portulan_model::clusters::Cluster;
use portulan_model::governance::{Body, MemberRole, Membership, Standing};
use portulan_model::schemes::Scheme;
use portulan_model::{Seat, Slug};
use portulan_policy::{Node, Target};

use super::{around, territory};
use crate::Directory;

/// A scheme, under its level and what holds it.
#[must_use]
pub fn scheme(directory: &Directory, scheme: &Scheme) -> Target {
    let above = around(directory, &scheme.level);
    Target::under(Node::Scheme(scheme.slug.clone()), above)
}

/// A cluster, under each of its levels and what holds them.
#[must_use]
pub fn cluster(directory: &Directory, cluster: &Cluster) -> Target {
    let levels = cluster.levels.iter();
    let above = levels.flat_map(|key| around(directory, key));
    Target::under(Node::Cluster(cluster.slug.clone()), above)
}

/// A territory, a scheme or a cluster as it stands; `None` where it is not known.
#[must_use]
pub fn seat(directory: &Directory, seat: &Seat) -> Option<Target> {
    let levels = &directory.levels;
    match seat {
        Seat::Territory(key) => {
            let known = directory.reference.territory(key);
            known.map(|_known| territory(directory, key))
        }
        Seat::Scheme(slug) => levels.scheme(slug).map(|one| scheme(directory, one)),
        Seat::Cluster(slug) => levels.cluster(slug).map(|one| cluster(directory, one)),
    }
}

/// A body, under its seat alone: what only the levels above may.
#[must_use]
pub fn body(directory: &Directory, body: &Body) -> Target {
    under(directory, body, |_membership| false)
}

/// A body, under its seat and the organisations that co-lead it on a day.
#[must_use]
pub fn led_body(directory: &Directory, body: &Body, day: NaiveDate) -> Target {
    under(directory, body, |one| {
        one.roles_on(day).any(|role| role == MemberRole::CoLead)
    })
}

/// A body, under its seat and the organisations that are its members on a day.
#[must_use]
pub fn joined_body(directory: &Directory, body: &Body, day: NaiveDate) -> Target {
    under(directory, body, |one| {
        one.standing_on(day) == Some(Standing::Confirmed)
    })
}

/// How a scheme, a cluster or a body is called; `None` for another node, and for what is not known.
#[must_use]
pub fn name(directory: &Directory, node: &Node) -> Option<String> {
    let levels = &directory.levels;
    let name = match node {
        Node::Scheme(slug) => &levels.scheme(slug)?.name,
        Node::Cluster(slug) => &levels.cluster(slug)?.name,
        Node::Body(slug) => &levels.body(slug)?.name,
        _ => return None,
    };
    Some(name.clone())
}

pub(super) fn known_body(directory: &Directory, slug: &Slug) -> Option<Target> {
    let known = directory.levels.body(slug)?;
    Some(body(directory, known))
}

fn under(directory: &Directory, body: &Body, opens: impl Fn(&Membership) -> bool) -> Target {
    let node = Node::Body(body.slug.clone());
    let members = directory.levels.memberships(&body.slug);
    let members = members.filter(|one| opens(one));
    let members = members.map(|one| Node::Organisation(one.who().organisation.clone()));
    // A seat that is not known any more leaves the body to the installation, and to its members.
    let seat = seat(directory, &body.seat);
    let seat = seat.unwrap_or_else(|| Node::from(&body.seat).into());
    seat.of(node).and_under(members)
}
