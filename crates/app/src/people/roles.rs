//! Giving roles and taking them back. Nobody hands on more than they hold; the last operator stays.

use chrono::{DateTime, NaiveDate, TimeZone as _, Utc};
use chrono_tz::Europe::Paris;
use portulan_model::journal::Deed;
use portulan_model::{GrantId, PersonId};
use portulan_policy::actions::GrantRoles;
use portulan_policy::{Capability, Grant, Misplaced, Node, Role, Target};
use portulan_store::{GivenRole, PeopleWrite};

use portulan_model::people::Person;

use super::erasure::somebody_operates;
use super::{PeopleError, line, new_grant_id, strays};
use crate::import::author;
use crate::{App, Error, rights};

/// A role and the person who holds it.
#[derive(Debug, Clone)]
pub struct Given {
    /// Which role, where, until when.
    pub role: GivenRole,
    /// Who.
    pub person: Person,
}

/// Gives a role on the node of the capability.
pub async fn give(
    app: &App,
    capability: &Capability<GrantRoles>,
    person: PersonId,
    role: Role,
    until: Option<DateTime<Utc>>,
) -> Result<GrantId, PeopleError> {
    let mut write = app.store().open_people().await?;
    let known = write.person(person).await?;
    let known = known.ok_or_else(|| Error::NotFound(format!("person {person}")))?;
    let grant = grant(app, capability, role, until)?;
    let id = give_in(app, &mut write, capability, &known, grant).await?;
    write.commit().await?;
    Ok(id)
}

/// The grant that a capability allows to give.
pub(super) fn grant(
    app: &App,
    capability: &Capability<GrantRoles>,
    role: Role,
    until: Option<DateTime<Utc>>,
) -> Result<Grant, PeopleError> {
    let node = capability.node();
    let target = target(app, node)?;
    let grant = Grant::new(role, node.clone(), until)
        .map_err(|Misplaced { .. }| PeopleError::NotYoursToGive)?;
    if capability.actor().may_give(&grant, &target) {
        Ok(grant)
    } else {
        Err(PeopleError::NotYoursToGive)
    }
}

fn target(app: &App, node: &Node) -> Result<Target, Error> {
    // The capability was built on the source as it is stored.
    if let Node::Source(_) = node {
        return Ok(node.into());
    }
    rights::node(&app.directory(), node).ok_or_else(|| Error::NotFound(node.to_string()))
}

pub(super) async fn give_in(
    app: &App,
    write: &mut PeopleWrite,
    capability: &Capability<GrantRoles>,
    person: &Person,
    grant: Grant,
) -> Result<GrantId, Error> {
    let by = author(capability.actor());
    let reason = format!("{} on {}", grant.role(), grant.node());
    let given = GivenRole {
        id: new_grant_id(app),
        person: person.id,
        grant,
        given_by: word(&by),
        created: app.now(),
    };
    write.give(&given).await?;
    let entry = line(
        app,
        by,
        person.id,
        Deed::Updated,
        &format!("role given: {reason}"),
    );
    write.tell(&entry).await?;
    Ok(given.id)
}

pub(crate) fn word(author: &portulan_model::journal::Author) -> String {
    use portulan_model::journal::Author;
    match author {
        Author::Operator => "operator".to_owned(),
        Author::Person(id) => format!("person:{id}"),
        Author::Job(name) => format!("job:{name}"),
    }
}

/// Takes a role back on the node of the capability, or on what is no more and stood under it. A role that the actor could
/// not give is not theirs to take, nor is that of a peer who was named by somebody else.
pub async fn take_back(
    app: &App,
    capability: &Capability<GrantRoles>,
    id: GrantId,
) -> Result<(), PeopleError> {
    let mut write = app.store().open_people().await?;
    let taken = write.take_back(id).await?;
    let taken = taken.ok_or_else(|| Error::NotFound(format!("role {id}")))?;
    let (grant, actor) = (&taken.grant, capability.actor());
    let target = if grant.node() == capability.node() {
        target(app, capability.node())?
    } else {
        let stray = strays::target(app, grant.node()).await?;
        let stray = stray.filter(|stray| stray.is_under(capability.node()));
        stray.ok_or_else(|| Error::NotFound(format!("role {id}")))?
    };
    if !actor.may_take_back(&taken.held(), &target) {
        return Err(PeopleError::NotYoursToGive);
    }
    if grant.role() == Role::Operator {
        somebody_operates(app, &mut write).await?;
    }
    if grant.role() == Role::OrganisationManager && !actor.stands_above(grant, &target) {
        somebody_manages(app, &mut write, grant.node()).await?;
    }
    let reason = format!("role taken back: {} on {}", grant.role(), grant.node());
    let by = author(actor);
    let entry = line(app, by, taken.person, Deed::Updated, &reason);
    write.tell(&entry).await?;
    write.commit().await?;
    Ok(())
}

/// Somebody must be left to answer for an organisation.
async fn somebody_manages(
    app: &App,
    write: &mut PeopleWrite,
    node: &Node,
) -> Result<(), PeopleError> {
    let left = write.grants_on(node).await?;
    let manages = |given: &GivenRole| {
        given.grant.role() == Role::OrganisationManager && given.grant.stands_at(app.now())
    };
    if left.iter().any(manages) {
        Ok(())
    } else {
        Err(PeopleError::LastManager)
    }
}

/// Who holds a role on the node of the capability.
pub async fn held_on(app: &App, capability: &Capability<GrantRoles>) -> Result<Vec<Given>, Error> {
    let store = app.store();
    let mut all = Vec::new();
    for role in store.grants_on(capability.node()).await? {
        if let Some(person) = store.person(role.person).await? {
            all.push(Given { role, person });
        }
    }
    Ok(all)
}

/// The end of a day, on the clock of European France: a role that is held until a day is held through it.
#[must_use]
pub fn end_of_day(day: NaiveDate) -> Option<DateTime<Utc>> {
    let midnight = day.succ_opt()?.and_hms_opt(0, 0, 0)?;
    Some(Paris.from_local_datetime(&midnight).earliest()?.to_utc())
}
