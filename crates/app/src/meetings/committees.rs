//! The standing committees of a body: made, changed and ended by those who lead it, read by its members.

use chrono::NaiveDate;
use portulan_model::governance::{Committee, CommitteeKind, Frequency};
use portulan_model::journal::Deed;
use portulan_model::{CommitteeId, Period, Slug};
use portulan_policy::Capability;
use portulan_policy::actions::{HoldMeetings, ReadBody};
use portulan_store::Write;

use super::MeetingError;
use crate::bodies::{Told, entry, json, own};
use crate::clock::draw;
use crate::{App, Error};

/// What is said of a committee.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Described {
    /// What it is for.
    pub kind: CommitteeKind,
    /// How it is called.
    pub name: String,
    /// How often it meets.
    pub frequency: Option<Frequency>,
    /// From when to when it exists.
    pub period: Period,
}

impl From<&Committee> for Described {
    fn from(committee: &Committee) -> Self {
        Self {
            kind: committee.kind,
            name: committee.name.clone(),
            frequency: committee.frequency,
            period: committee.period,
        }
    }
}

/// The committees of a body, those that are over among them, in the order in which they were made.
pub async fn of(
    app: &App,
    capability: &Capability<ReadBody>,
    body: &Slug,
) -> Result<Vec<Committee>, Error> {
    own(capability, body)?;
    Ok(app.store().kept_of::<Committee>(body).await?)
}

/// Makes a committee. The same one twice is there once.
pub async fn create(
    app: &App,
    capability: &Capability<HoldMeetings>,
    body: &Slug,
    described: Described,
) -> Result<CommitteeId, MeetingError> {
    own(capability, body)?;
    let mut write = app.store().begin_governance(capability).await?;
    let there = write.kept_of::<Committee>(body).await?;
    let same = there.iter().find(|one| Described::from(*one) == described);
    if let Some(same) = same {
        return Ok(same.id);
    }
    let (millis, random) = draw(app.now(), app.chance());
    let committee = with(
        CommitteeId::from_parts(millis, random),
        body.clone(),
        described,
    );
    let told = Told {
        body,
        deed: Deed::Created,
        reason: format!("committee: {}", committee.name),
        before: None,
        after: json(&committee),
    };
    let line = entry(app, capability.actor(), told);
    if !write.add_kept(&committee, &line).await? {
        return Err(MeetingError::Moved);
    }
    write.commit().await?;
    app.refresh().await?;
    Ok(committee.id)
}

/// Changes what is said of a committee, as it was when the form was opened.
pub async fn change(
    app: &App,
    capability: &Capability<HoldMeetings>,
    (body, id): (&Slug, CommitteeId),
    (seen, described): (&Described, Described),
) -> Result<(), MeetingError> {
    let (write, before) = opened(app, capability, (body, id)).await?;
    let now = Described::from(&before);
    if now == described {
        return Ok(());
    }
    if now != *seen {
        return Err(MeetingError::Moved);
    }
    let after = with(id, body.clone(), described);
    closed(app, capability, write, (&before, &after), "changed").await
}

/// A committee meets no more after a day. What it did stays.
pub async fn end(
    app: &App,
    capability: &Capability<HoldMeetings>,
    at: (&Slug, CommitteeId),
    last: NaiveDate,
) -> Result<(), MeetingError> {
    let (write, before) = opened(app, capability, at).await?;
    let mut after = before.clone();
    after.period = before.period.ended(last).ok_or(MeetingError::Backwards)?;
    if after == before {
        return Ok(());
    }
    let word = format!("until {last}");
    closed(app, capability, write, (&before, &after), &word).await
}

/// A committee of this body that exists on a day, in a write.
pub(super) async fn standing(
    write: &mut Write,
    body: &Slug,
    id: CommitteeId,
    day: NaiveDate,
) -> Result<(), MeetingError> {
    let found = write.kept_one::<Committee>(&id).await?;
    let found = found.filter(|one| one.body == *body && one.period.holds(day));
    found.map(drop).ok_or(MeetingError::NoCommittee(id))
}

fn with(id: CommitteeId, body: Slug, described: Described) -> Committee {
    Committee {
        id,
        body,
        kind: described.kind,
        name: described.name,
        frequency: described.frequency,
        period: described.period,
    }
}

async fn opened(
    app: &App,
    capability: &Capability<HoldMeetings>,
    (body, id): (&Slug, CommitteeId),
) -> Result<(Write, Committee), MeetingError> {
    own(capability, body)?;
    let mut write = app.store().begin_governance(capability).await?;
    let found = write.kept_one::<Committee>(&id).await?;
    let found = found.filter(|one| one.body == *body);
    let found = found.ok_or_else(|| Error::NotFound(format!("comite {id}")))?;
    Ok((write, found))
}

async fn closed(
    app: &App,
    capability: &Capability<HoldMeetings>,
    mut write: Write,
    (before, after): (&Committee, &Committee),
    word: &str,
) -> Result<(), MeetingError> {
    let told = Told {
        body: &before.body,
        deed: Deed::Updated,
        reason: format!("committee {word}: {}", after.name),
        before: json(before),
        after: json(after),
    };
    let line = entry(app, capability.actor(), told);
    write.change_kept(after, &line).await?;
    write.commit().await?;
    app.refresh().await?;
    Ok(())
}
