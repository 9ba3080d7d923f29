//! Organisations in a body: they apply and leave; those who lead it confirm, decline, mandate, exclude; the level above
//! relieves. Each step is a transition of the model, read and written in one transaction, with its line of journal.

use chrono::NaiveDate;
use portulan_model::governance::{
    AlreadyThere, Body, Candidate, Decision, DecisionRef, Left, Mandate, MemberRole, Membership,
    Standing, Who, Wish, may_apply,
};
use portulan_model::journal::Deed;
use portulan_model::{MembershipId, Slug};
use portulan_policy::actions::{JoinBody, ManageBodies, ManageMembers, RelieveMember};
use portulan_policy::{Actor, Capability, Node};
use portulan_store::Write;

use super::create::{known_organisation, new_membership_id, seated};
use super::{BodyError, Told, changed, entry, founds, json, missing, own, today};
use crate::{App, Error};

/// What those who lead a body decide of a membership.
#[derive(Debug, Clone)]
pub enum Step {
    /// The candidate becomes a member.
    Confirm {
        /// What decided it, where something did.
        decision: Option<DecisionRef>,
    },
    /// The candidate is not taken.
    Decline {
        /// Why.
        reason: String,
    },
    /// The member is given a role.
    Give(Mandate),
    /// A role of the member ends.
    End {
        /// Which.
        role: MemberRole,
        /// The last day with it.
        last: NaiveDate,
    },
    /// The member is removed.
    Exclude {
        /// Why.
        reason: String,
        /// What decided it.
        decision: DecisionRef,
    },
}

/// An organisation, which is the node of the capability, asks to be a member. Sent twice, it asks once.
pub async fn apply(
    app: &App,
    capability: &Capability<JoinBody>,
    (body, organisation): (&Slug, &Slug),
    wish: Wish,
) -> Result<MembershipId, BodyError> {
    speaks_for(capability, organisation)?;
    known_organisation(app, organisation)?;
    let day = today(app);
    let mut write = app.store().begin_governance(capability).await?;
    let known = write.kept_one::<Body>(body).await?;
    let known = known.ok_or_else(|| missing(body))?;
    if known.period.is_over(day) {
        return Err(BodyError::Over);
    }
    let there = write.kept_of::<Membership>(body).await?;
    may_apply(&there, body, organisation)?;
    let who = Who {
        id: new_membership_id(app),
        body: body.clone(),
        organisation: organisation.clone(),
    };
    let id = who.id;
    let candidate = Membership::Candidate(Candidate::apply(who, day, wish));
    let told = Told {
        body,
        deed: Deed::Created,
        reason: format!("applies: {organisation}"),
        before: None,
        after: json(&candidate),
    };
    let mut line = entry(app, capability.actor(), told);
    line.behalf = Some(Node::Organisation(organisation.clone()).to_string());
    if !write.add_kept(&candidate, &line).await? {
        return Err(AlreadyThere(Standing::Candidate).into());
    }
    write.commit().await?;
    app.refresh().await?;
    Ok(id)
}

/// An organisation leaves by itself: a candidate asks no more, a member withdraws.
pub async fn leave(
    app: &App,
    capability: &Capability<JoinBody>,
    (body, id): (&Slug, MembershipId),
) -> Result<(), BodyError> {
    let day = today(app);
    let mut write = app.store().begin_governance(capability).await?;
    let before = of_body(&mut write, body, id).await?;
    speaks_for(capability, &before.who().organisation)?;
    let left = match before.clone() {
        Membership::Candidate(one) => one.withdraw(day)?,
        Membership::Confirmed(one) => one.withdraw(day)?,
        Membership::Left(_) => return Ok(()),
    };
    let pair = (&before, &Membership::Left(left));
    closed(app, capability.actor(), write, pair, "leaves").await
}

/// Those who lead a body decide of a membership. What is so already is not done twice.
pub async fn step(
    app: &App,
    capability: &Capability<ManageMembers>,
    (body, id): (&Slug, MembershipId),
    step: Step,
) -> Result<(), BodyError> {
    own(capability, body)?;
    let mut write = app.store().begin_governance(capability).await?;
    let before = of_body(&mut write, body, id).await?;
    if let Some(decision) = decision_of(&step) {
        taken(&mut write, body, decision).await?;
    }
    let word = step.word();
    let after = taken_step(before.clone(), step, today(app))?;
    if after == before {
        return Ok(());
    }
    closed(app, capability.actor(), write, (&before, &after), word).await
}

/// The level above ends a membership, by right too.
pub async fn relieve(
    app: &App,
    capability: &Capability<RelieveMember>,
    (body, id): (&Slug, MembershipId),
    reason: String,
) -> Result<(), BodyError> {
    own(capability, body)?;
    let mut write = app.store().begin_governance(capability).await?;
    let before = of_body(&mut write, body, id).await?;
    let left = match before.clone() {
        Membership::Confirmed(one) => one.relieve(today(app), reason)?,
        Membership::Left(_) => return Ok(()),
        Membership::Candidate(_) => return Err(BodyError::Moved),
    };
    let pair = (&before, &Membership::Left(left));
    closed(app, capability.actor(), write, pair, "relieved").await
}

/// The level that founded a body seats an organisation by right. A candidate or member stays what it is.
pub async fn seat_by_right(
    app: &App,
    capability: &Capability<ManageBodies>,
    (body, organisation): (&Slug, &Slug),
) -> Result<(), BodyError> {
    known_organisation(app, organisation)?;
    let mut write = app.store().begin_governance(capability).await?;
    let known = write.kept_one::<Body>(body).await?;
    let known = known.ok_or_else(|| missing(body))?;
    founds(capability, &known.seat)?;
    let there = write.kept_of::<Membership>(body).await?;
    may_apply(&there, body, organisation)?;
    let pair = (body, organisation);
    seated(app, &mut write, capability.actor(), pair, today(app)).await?;
    write.commit().await?;
    app.refresh().await?;
    Ok(())
}

impl Step {
    const fn word(&self) -> &'static str {
        match self {
            Self::Confirm { .. } => "confirmed",
            Self::Decline { .. } => "declined",
            Self::Give(_) => "given a role",
            Self::End { .. } => "a role ends",
            Self::Exclude { .. } => "excluded",
        }
    }
}

const fn decision_of(step: &Step) -> Option<&DecisionRef> {
    match step {
        Step::Confirm { decision } => decision.as_ref(),
        Step::Give(mandate) => mandate.decision.as_ref(),
        Step::Exclude { decision, .. } => Some(decision),
        Step::Decline { .. } | Step::End { .. } => None,
    }
}

/// A decision that is named must have been taken, by this body.
async fn taken(write: &mut Write, body: &Slug, decision: &DecisionRef) -> Result<(), BodyError> {
    let unknown = || BodyError::NoDecision(decision.number.to_string());
    if decision.body != *body {
        return Err(unknown());
    }
    let found = write.kept_one::<Decision>(decision).await?;
    found.map(|_| ()).ok_or_else(unknown)
}

/// What a membership becomes.
fn taken_step(before: Membership, step: Step, day: NaiveDate) -> Result<Membership, BodyError> {
    let left = |left: Left| Membership::Left(left);
    let after = match (before, step) {
        (Membership::Candidate(one), Step::Confirm { decision }) => {
            Membership::Confirmed(one.confirm(day, decision)?)
        }
        (Membership::Candidate(one), Step::Decline { reason }) => left(one.decline(day, reason)?),
        (Membership::Confirmed(one), Step::Give(mandate)) if one.mandates().contains(&mandate) => {
            Membership::Confirmed(one)
        }
        (Membership::Confirmed(one), Step::Give(mandate)) => {
            Membership::Confirmed(one.mandate(mandate)?)
        }
        (Membership::Confirmed(one), Step::End { role, last }) => {
            Membership::Confirmed(one.end_role(role, last)?)
        }
        (Membership::Confirmed(one), Step::Exclude { reason, decision }) => {
            left(one.exclude(day, reason, decision)?)
        }
        // Sent twice.
        (one @ Membership::Confirmed(_), Step::Confirm { .. })
        | (one @ Membership::Left(_), Step::Decline { .. } | Step::Exclude { .. }) => one,
        _ => return Err(BodyError::Moved),
    };
    Ok(after)
}

/// A membership of this body. One of another is not found, whoever knows its id.
async fn of_body(
    write: &mut Write,
    body: &Slug,
    id: MembershipId,
) -> Result<Membership, BodyError> {
    let found = write.kept_one::<Membership>(&id).await?;
    let found = found.filter(|one| one.who().body == *body);
    Ok(found.ok_or_else(|| Error::NotFound(format!("adhesion {id}")))?)
}

fn speaks_for(capability: &Capability<JoinBody>, organisation: &Slug) -> Result<(), Error> {
    let node = capability.node();
    let own = *node == Node::Organisation(organisation.clone()) || *node == Node::Installation;
    own.then_some(())
        .ok_or_else(|| Error::NotFound(organisation.to_string()))
}

async fn closed(
    app: &App,
    actor: &Actor,
    write: Write,
    (before, after): (&Membership, &Membership),
    word: &str,
) -> Result<(), BodyError> {
    let who = before.who();
    let told = (&who.body, format!("{word}: {}", who.organisation));
    Ok(changed(app, actor, write, told, (before, after)).await?)
}
