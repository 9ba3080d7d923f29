//! The minutes of a meeting that was held: saved as they are written, by several hands one after the other, until they are
//! approved.
//!
//! A meeting is reached through the body of the capability: the id of a meeting of another body is not found. A save on an
//! older text gives back the one that stands; both are then shown to whoever was slower. Until they are approved nobody but
//! members reads minutes, and they are read from storage: a save moves no revision.

use chrono::NaiveDate;
use portulan_model::MeetingId;
use portulan_model::governance::{
    Decision, DecisionNumber, DecisionRef, Meeting, MeetingState, Minutes, WrittenMeanwhile,
};
use portulan_model::journal::Deed;
use portulan_model::proposals::TooLong;
use portulan_policy::actions::{HoldMeetings, ReadBody};
use portulan_policy::{Capability, Node};
use portulan_store::StoreError;
use serde_json::json;
use thiserror::Error;

use crate::census::today;
use crate::import::author;
use crate::roadmaps::body_of;
use crate::settled::{self, Told};
use crate::{App, Error};

/// Why minutes are not saved or approved.
#[derive(Debug, Error)]
pub enum MinutesError {
    /// Somebody saved another text meanwhile.
    #[error(transparent)]
    Meanwhile(#[from] Box<WrittenMeanwhile>),
    /// The text is longer than what is taken.
    #[error(transparent)]
    Long(#[from] TooLong),
    /// The meeting was not held, or its minutes change no more.
    #[error("a meeting that is {0} does not allow this")]
    NotNow(&'static str),
    /// There is nothing to approve.
    #[error("nothing is written")]
    Empty,
    /// They cannot be approved before the meeting, nor on a day to come.
    #[error("they are not approved on such a day")]
    Day,
    /// No such decision was taken by the body.
    #[error("{0} is no decision of this body")]
    NoDecision(DecisionNumber),
    /// Anything else.
    #[error(transparent)]
    Other(#[from] Error),
}

impl From<StoreError> for MinutesError {
    fn from(error: StoreError) -> Self {
        Self::Other(error.into())
    }
}

/// What approves minutes: a day, and the decision of the body where one does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Approval {
    /// The day.
    pub on: NaiveDate,
    /// The decision.
    pub decision: Option<DecisionNumber>,
    /// How often the text had been saved when it was read: another one is not approved by mistake.
    pub upon: u32,
}

/// A meeting as its body reads it, with its minutes.
pub async fn meeting(
    app: &App,
    may: &Capability<ReadBody>,
    id: MeetingId,
) -> Result<Meeting, Error> {
    let body = body_of(may)?;
    let found = app.store().kept_one::<Meeting>(&id).await?;
    found
        .filter(|one| one.body == *body)
        .ok_or_else(|| missing(id))
}

/// The meetings of a body that took place, the last first: those that have minutes and decisions.
pub async fn held(app: &App, may: &Capability<ReadBody>) -> Result<Vec<Meeting>, Error> {
    let mut all = app.store().kept_of::<Meeting>(body_of(may)?).await?;
    all.retain(|one| written(one).is_some());
    all.sort_by_key(|one| std::cmp::Reverse((one.day(), one.id)));
    Ok(all)
}

/// The minutes of a meeting; none of one that did not take place.
#[must_use]
pub const fn written(meeting: &Meeting) -> Option<&Minutes> {
    match &meeting.state {
        MeetingState::Held { minutes, .. } | MeetingState::Approved { minutes, .. } => {
            Some(minutes)
        }
        _ => None,
    }
}

/// Saves a text that was typed on the one saved `upon` times, and says what stands now. The same text twice is saved once.
pub async fn save(
    app: &App,
    may: &Capability<HoldMeetings>,
    id: MeetingId,
    (upon, text): (u32, &str),
) -> Result<Minutes, MinutesError> {
    let text = Minutes::read(text)?;
    let mut write = app.store().begin_governance(may).await?;
    let meeting = own(may, id, write.kept_one::<Meeting>(&id).await?)?;
    let before = match &meeting.state {
        MeetingState::Held { minutes, .. } => minutes.clone(),
        other => return Err(MinutesError::NotNow(other.word())),
    };
    let by = author(may.actor());
    let after = before.clone().save(upon, text, by, app.now())?;
    if after == before {
        return Ok(after);
    }
    let meeting = meeting.write(after.clone());
    let meeting = meeting.map_err(|now| MinutesError::NotNow(now.0))?;
    write.change_kept_unseen(&meeting).await?;
    write.commit().await?;
    Ok(after)
}

/// Approves minutes: they change no more, and everybody reads those of a public meeting. Sent twice, it is done once.
pub async fn approve(
    app: &App,
    may: &Capability<HoldMeetings>,
    id: MeetingId,
    approval: Approval,
) -> Result<(), MinutesError> {
    let Approval { on, decision, upon } = approval;
    let mut write = app.store().begin_governance(may).await?;
    let meeting = own(may, id, write.kept_one::<Meeting>(&id).await?)?;
    let body = &meeting.body;
    let decision = decision.map(|number| DecisionRef {
        body: body.clone(),
        number,
    });
    if already(&meeting, on, decision.as_ref()) {
        return Ok(());
    }
    approvable(&meeting, upon)?;
    if on < meeting.day() || on > today(app) {
        return Err(MinutesError::Day);
    }
    if let Some(named) = &decision {
        let known = write.kept_one::<Decision>(named).await?;
        known.ok_or(MinutesError::NoDecision(named.number))?;
    }
    let node = Node::Body(body.clone());
    let told = Approved { id, approval };
    let mut line = settled::entry(app, may.actor(), &node, (None, Some(&told)));
    line.deed = Deed::Updated;
    line.reason = format!("minutes approved: {}", meeting.title);
    let meeting = meeting.approve(on, decision);
    let meeting = meeting.map_err(|now| MinutesError::NotNow(now.0))?;
    write.change_kept(&meeting, &line).await?;
    write.commit().await?;
    app.refresh().await?;
    Ok(())
}

/// What the journal keeps of it: the text stays with the meeting.
struct Approved {
    id: MeetingId,
    approval: Approval,
}

impl Told for Approved {
    fn told(&self) -> Option<String> {
        let number = self.approval.decision.map(|one| one.to_string());
        let told = json!({ "meeting": self.id, "on": self.approval.on, "decision": number });
        Some(told.to_string())
    }
}

/// Whether the form was sent twice.
fn already(meeting: &Meeting, on: NaiveDate, decision: Option<&DecisionRef>) -> bool {
    match &meeting.state {
        MeetingState::Approved {
            on: then,
            decision: by,
            ..
        } => (*then, by.as_ref()) == (on, decision),
        _ => false,
    }
}

fn approvable(meeting: &Meeting, upon: u32) -> Result<(), MinutesError> {
    match &meeting.state {
        MeetingState::Held { minutes, .. } if minutes.is_empty() => Err(MinutesError::Empty),
        MeetingState::Held { minutes, .. } if minutes.saved() == upon => Ok(()),
        MeetingState::Held { minutes, .. } => Err(Box::new(WrittenMeanwhile {
            standing: minutes.clone(),
        })
        .into()),
        other => Err(MinutesError::NotNow(other.word())),
    }
}

fn own(
    may: &Capability<HoldMeetings>,
    id: MeetingId,
    found: Option<Meeting>,
) -> Result<Meeting, Error> {
    let body = body_of(may)?;
    found
        .filter(|one| one.body == *body)
        .ok_or_else(|| missing(id))
}

fn missing(id: MeetingId) -> Error {
    Error::NotFound(format!("reunion {id}"))
}
