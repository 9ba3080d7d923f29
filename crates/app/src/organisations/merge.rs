//! Two organisations that are one: one of them stays, with the values that a person chose; everything that named the other
//! names it from then on, and the address of the other leads to it for ever. It is not undone: the journal keeps both.
//!
//! **No right comes of it that nobody gave.** Whoever merges holds, over each of the two, the right to make organisations;
//! over each place that follows, the same right; over each body, scheme and cluster in which the other is, that of choosing
//! who is in it. Roles in the other end, and their holders are told; whoever merges may give them in the one that stays, one
//! by one, as far as they could give them anyway.

mod memberships;
mod reach;
mod roles;

use std::collections::BTreeSet;

use portulan_model::journal::{Deed, Entry};
use portulan_model::people::Organisation;
use portulan_model::renames::Renamed;
use portulan_model::{GrantId, OrganisationField, PlaceId, Slug};
use portulan_policy::actions::{GrantRoles, ManageOrganisations};
use portulan_policy::{Actor, Capability, allow};
use portulan_store::{Naming, StoreError, Write};
use thiserror::Error;

use super::{circles, entry, json, reaches};
use crate::people::Given;
use crate::{App, Error, rights};

pub use reach::Blocked;
use reach::There;

/// What to merge.
#[derive(Debug, Clone)]
pub struct MergeWish {
    /// The one that stays, as it was read.
    pub kept: Organisation,
    /// The one that is no more, as it was read.
    pub lost: Organisation,
    /// The fields whose value is that of the one that is no more.
    pub theirs: Vec<OrganisationField>,
    /// The roles whose holders have them in the one that stays.
    pub keeps: BTreeSet<GrantId>,
    /// Why.
    pub reason: String,
}

/// What became of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Merged {
    /// They are one.
    Done,
    /// They were already.
    Already,
    /// Nothing is done: somebody changed one of them meanwhile.
    Moved,
}

/// Why two organisations are not merged.
#[derive(Debug, Error)]
pub enum MergeError {
    /// It is one already.
    #[error("an organisation is not merged with itself")]
    Same,
    /// Nobody said why.
    #[error("a merge has a reason")]
    NoReason,
    /// Other rights are needed.
    #[error("{} rights are missing", .0.len())]
    Blocked(Vec<Blocked>),
    /// A role that whoever merges could not give.
    #[error("this role is not yours to give")]
    NotYoursToGive,
    /// It would be a part of itself.
    #[error("{0} would be a part of itself")]
    Circle(Slug),
    /// Anything else.
    #[error(transparent)]
    Other(#[from] Error),
}

impl From<StoreError> for MergeError {
    fn from(error: StoreError) -> Self {
        Self::Other(error.into())
    }
}

/// What a merge would bring with it.
#[derive(Debug, Clone)]
pub struct Follows {
    /// How many records of each kind follow.
    pub naming: Naming,
    /// The places that follow.
    pub places: Vec<PlaceId>,
    /// Bodies in which both sit: one membership ends.
    pub both: Vec<Slug>,
    /// The roles that end, with whether whoever looks could give them in the one that stays; none for whoever may not see
    /// who holds them.
    pub roles: Vec<(Given, bool)>,
    /// What whoever looks has no right over.
    pub blocked: Vec<Blocked>,
}

/// What would follow if one were merged into the other, for whoever may make organisations over both.
pub async fn follows(
    app: &App,
    (over_kept, over_lost): (
        &Capability<ManageOrganisations>,
        &Capability<ManageOrganisations>,
    ),
    (kept, lost): (&Organisation, &Organisation),
) -> Result<Follows, Error> {
    reaches(over_kept.node(), &kept.territory)?;
    reaches(over_lost.node(), &lost.territory)?;
    let (directory, store, actor) = (app.directory(), app.store(), over_kept.actor());
    let with = Renamed {
        from: &lost.slug,
        to: &kept.slug,
    };
    let there = There::in_store(store, lost).await?;
    let ours = store.memberships_of(&kept.slug).await?;
    let both = memberships::both(&ours, &there.memberships);
    let target = rights::organisation(&directory, lost);
    let mut roles = Vec::new();
    if allow::<GrantRoles>(actor, target).is_ok() {
        let stand = there.roles.iter();
        for role in stand.filter(|role| role.grant.stands_at(app.now())) {
            if let Some(person) = store.person(role.person).await? {
                let gives = roles::may_keep(&directory, actor, kept, role);
                let role = role.clone();
                roles.push((Given { role, person }, gives));
            }
        }
    }
    Ok(Follows {
        naming: store.naming_organisation(with).await?,
        both: both.map(|(one, _)| one.who().body.clone()).collect(),
        roles,
        blocked: there.blocked(&directory, actor, lost),
        places: there.places,
    })
}

/// Merges one organisation into another.
pub async fn merge(
    app: &App,
    (over_kept, over_lost): (
        &Capability<ManageOrganisations>,
        &Capability<ManageOrganisations>,
    ),
    wish: &MergeWish,
) -> Result<Merged, MergeError> {
    let (kept, lost) = (&wish.kept.slug, &wish.lost.slug);
    if kept == lost {
        return Err(MergeError::Same);
    }
    let mut write = app.store().begin_governance(over_kept).await?;
    let missing = |slug: &Slug| Error::NotFound(slug.to_string());
    let now = write.organisation(kept).await?;
    let now = now.ok_or_else(|| missing(kept))?;
    reaches(over_kept.node(), &now.territory)?;
    let Some(other) = write.organisation(lost).await? else {
        return if now.former.contains(lost) {
            Ok(Merged::Already)
        } else {
            Err(missing(lost).into())
        };
    };
    reaches(over_lost.node(), &other.territory)?;
    if (&now, &other) != (&wish.kept, &wish.lost) {
        return Ok(Merged::Moved);
    }
    let reason = portulan_text::clean(&wish.reason);
    if reason.is_empty() {
        return Err(MergeError::NoReason);
    }
    let actor = over_kept.actor();
    let blocked = There::in_write(&mut write, &other).await?;
    let blocked = blocked.blocked(&app.directory(), actor, &other);
    if !blocked.is_empty() {
        return Err(MergeError::Blocked(blocked));
    }
    join(app, &mut write, actor, (wish, reason.as_ref())).await?;
    write.commit().await?;
    app.refresh().await?;
    Ok(Merged::Done)
}

/// All of it, in the transaction that reads what there is.
async fn join(
    app: &App,
    write: &mut Write,
    actor: &Actor,
    (wish, reason): (&MergeWish, &str),
) -> Result<(), MergeError> {
    let with = Renamed {
        from: &wish.lost.slug,
        to: &wish.kept.slug,
    };
    memberships::settle(write, with, (crate::audience::today(app), reason)).await?;
    roles::settle(app, write, actor, wish).await?;
    let told = |organisation: &Organisation, both: (Option<String>, Option<String>)| Entry {
        reason: reason.to_owned(),
        ..entry(app, actor, &organisation.slug, both)
    };
    let gone = Entry {
        deed: Deed::Removed,
        ..told(&wish.lost, (json(&wish.lost), None))
    };
    write.rename_organisation(with, &gone).await?;
    let after = combined(&wish.kept, &wish.lost, &wish.theirs);
    let line = told(&after, (json(&wish.kept), json(&after)));
    write.put_organisation(&after, &line).await?;
    if circles(write, &after).await? {
        return Err(MergeError::Circle(after.slug));
    }
    Ok(())
}

/// The one that stays, with the fields of the other that were chosen, and the addresses that lead to it.
#[must_use]
pub fn combined(
    kept: &Organisation,
    lost: &Organisation,
    theirs: &[OrganisationField],
) -> Organisation {
    let mut after = kept.clone();
    for field in theirs {
        field.copy(lost, &mut after);
    }
    // Neither is a part of the other any more.
    let one = |slug: &Slug| *slug == kept.slug || *slug == lost.slug;
    if after.parent.as_ref().is_some_and(one) {
        let mut parents = [&kept.parent, &lost.parent].into_iter().flatten();
        after.parent = parents.find(|slug| !one(slug)).cloned();
    }
    after.former.extend(lost.former.iter().cloned());
    after.former.insert(lost.slug.clone());
    after
}
