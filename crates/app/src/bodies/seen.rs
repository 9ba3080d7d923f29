//! What is read of bodies: by everybody from the directory, by their desks from storage.

use std::collections::HashMap;

use chrono::NaiveDate;
use portulan_model::governance::{Body, Membership};
use portulan_model::{Seat, Slug};
use portulan_policy::actions::{JoinBody, ManageBodies, ReadBody};
use portulan_policy::{Actor, Capability, Node, Target, allow};

use super::{missing, own};
use crate::{App, Directory, Error, rights};

/// A body that somebody works with.
#[derive(Debug, Clone)]
pub struct Mine<'a> {
    /// Which.
    pub body: &'a Body,
    /// Whether they answer for it from the level that founded it.
    pub founds: bool,
}

/// A body of the directory.
#[must_use]
pub fn find<'a>(directory: &'a Directory, slug: &Slug) -> Option<&'a Body> {
    directory.levels.body(slug)
}

/// The same, or what says that there is none.
pub fn known<'a>(directory: &'a Directory, slug: &Slug) -> Result<&'a Body, Error> {
    find(directory, slug).ok_or_else(|| missing(slug))
}

/// The memberships of a body, those that are over among them, as they are kept now.
pub async fn members(
    app: &App,
    capability: &Capability<ReadBody>,
    body: &Slug,
) -> Result<Vec<Membership>, Error> {
    own(capability, body)?;
    Ok(app.store().kept_of::<Membership>(body).await?)
}

/// The memberships of the organisation of the capability, in all bodies.
pub async fn memberships_of(
    app: &App,
    capability: &Capability<JoinBody>,
) -> Result<Vec<Membership>, Error> {
    match capability.node() {
        Node::Organisation(slug) => Ok(app.store().memberships_of(slug).await?),
        other => Err(Error::NotFound(other.to_string())),
    }
}

/// The bodies whose desk somebody may open, by name.
#[must_use]
pub fn mine<'a>(directory: &'a Directory, actor: &Actor, day: NaiveDate) -> Vec<Mine<'a>> {
    let mut seats: HashMap<&Seat, bool> = HashMap::new();
    let mut mine: Vec<Mine<'a>> = Vec::new();
    for body in &directory.levels.world().bodies {
        // Where a level stands is long to say, and many bodies may stand on one.
        let founds = *seats
            .entry(&body.seat)
            .or_insert_with(|| founds(directory, actor, &body.seat));
        let reads = || {
            let target: Target = rights::joined_body(directory, body, day);
            allow::<ReadBody>(actor, target).is_ok()
        };
        if founds || reads() {
            mine.push(Mine { body, founds });
        }
    }
    mine.sort_by(|a, b| (&a.body.name, &a.body.slug).cmp(&(&b.body.name, &b.body.slug)));
    mine
}

fn founds(directory: &Directory, actor: &Actor, seat: &Seat) -> bool {
    let target = rights::seat(directory, seat);
    let target = target.unwrap_or_else(|| Node::from(seat).into());
    allow::<ManageBodies>(actor, target).is_ok()
}
