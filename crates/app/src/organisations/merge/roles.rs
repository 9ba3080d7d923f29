//! Roles in the organisation that is no more: all of them end, and their holders are told. Those that whoever merges keeps
//! are given anew in the one that stays, by whoever merges, who could give them there.

use std::collections::BTreeMap;

use portulan_model::PersonId;
use portulan_model::journal::{Deed, Entry};
use portulan_model::people::Organisation;
use portulan_policy::{Actor, Grant, Node};
use portulan_store::{GivenRole, Write};

use super::{MergeError, MergeWish};
use crate::import::author;
use crate::mail::{self, Message};
use crate::people::{line, new_grant_id, word};
use crate::{App, Directory, Error, rights};

/// Whether an actor could give in the organisation that stays a role that somebody holds in the other.
pub(super) fn may_keep(
    directory: &Directory,
    actor: &Actor,
    kept: &Organisation,
    role: &GivenRole,
) -> bool {
    let target = rights::organisation(directory, kept);
    moved(kept, role).is_some_and(|grant| actor.may_give(&grant, &target))
}

/// The same role in the organisation that stays.
fn moved(kept: &Organisation, role: &GivenRole) -> Option<Grant> {
    let node = Node::Organisation(kept.slug.clone());
    Grant::new(role.grant.role(), node, role.grant.until()).ok()
}

/// Ends the roles in the one that is no more, gives those that are kept, and tells their holders.
pub(super) async fn settle(
    app: &App,
    write: &mut Write,
    actor: &Actor,
    wish: &MergeWish,
) -> Result<(), MergeError> {
    let node = |one: &Organisation| Node::Organisation(one.slug.clone());
    let (lost, kept) = (node(&wish.lost), node(&wish.kept));
    let mut held = write.grants_on(&kept).await?;
    let mut told: BTreeMap<PersonId, bool> = BTreeMap::new();
    for role in write.grants_on(&lost).await? {
        let stands = role.grant.stands_at(app.now());
        if stands && wish.keeps.contains(&role.id) && !held.iter().any(|one| outlasts(one, &role)) {
            let given = given(app, actor, (&wish.kept, &role))?;
            let entry = tell(app, actor, &given, "role given");
            write.give_role(&given, &entry).await?;
            held.push(given);
        }
        let entry = tell(app, actor, &role, "role ended");
        write.end_role(role.id, &entry).await?;
        if stands {
            let has = held.iter().any(|one| outlasts(one, &role));
            let all = told.entry(role.person).or_insert(true);
            *all = *all && has;
        }
    }
    write.forget_invitations_into(&lost).await?;
    for (person, keeps) in told {
        write_to(app, write, (person, keeps), wish).await?;
    }
    Ok(())
}

/// Whether a role is the same as another and lasts as long.
fn outlasts(one: &GivenRole, other: &GivenRole) -> bool {
    let lasts = match (one.grant.until(), other.grant.until()) {
        (None, _) => true,
        (Some(one), Some(other)) => one >= other,
        (Some(_), None) => false,
    };
    one.person == other.person && one.grant.role() == other.grant.role() && lasts
}

fn given(
    app: &App,
    actor: &Actor,
    (kept, role): (&Organisation, &GivenRole),
) -> Result<GivenRole, MergeError> {
    if !may_keep(&app.directory(), actor, kept, role) {
        return Err(MergeError::NotYoursToGive);
    }
    let grant = moved(kept, role).ok_or(MergeError::NotYoursToGive)?;
    Ok(GivenRole {
        id: new_grant_id(app),
        person: role.person,
        grant,
        given_by: word(&author(actor)),
        created: app.now(),
    })
}

fn tell(app: &App, actor: &Actor, role: &GivenRole, what: &str) -> Entry {
    let reason = format!("{what}: {} on {}", role.grant.role(), role.grant.node());
    line(app, author(actor), role.person, Deed::Updated, &reason)
}

/// A mail to whoever had a role there.
async fn write_to(
    app: &App,
    write: &mut Write,
    (id, keeps): (PersonId, bool),
    wish: &MergeWish,
) -> Result<(), Error> {
    let Some(person) = write.person(id).await? else {
        return Ok(());
    };
    let Some(email) = &person.email else {
        return Ok(());
    };
    let message = Message::OrganisationMerged {
        organisation: wish.lost.name.clone(),
        into: wish.kept.name.clone(),
        slug: wish.kept.slug.clone(),
        keeps,
    };
    let at = app.now().timestamp_millis();
    let key = format!("merge-{}-{at}-{id}", wish.kept.slug);
    let mail = mail::outgoing(app, email, &person.lang, &message, &key)?;
    write.put_mail(&mail).await?;
    Ok(())
}
