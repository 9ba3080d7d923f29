//! A meeting is meant for a day: its title, its committee, whether everybody may know of it.

use chrono::NaiveDate;
use portulan_model::governance::{Body, Meeting, MeetingState};
use portulan_model::journal::Deed;
use portulan_model::{CommitteeId, MeetingId, Slug};
use portulan_policy::Capability;
use portulan_policy::actions::HoldMeetings;

use super::{At, MeetingError, closed, committees, opened};
use crate::App;
use crate::bodies::{Told, entry, json, missing, own};
use crate::clock::draw;

/// What is said of a meeting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// How it is called.
    pub title: String,
    /// The day that is meant.
    pub on: NaiveDate,
    /// Of which committee.
    pub committee: Option<CommitteeId>,
    /// Whether everybody may see its day, its agenda and, once approved, its minutes.
    pub public: bool,
}

impl From<&Meeting> for Plan {
    fn from(meeting: &Meeting) -> Self {
        Self {
            title: meeting.title.clone(),
            on: meeting.day(),
            committee: meeting.committee,
            public: meeting.public,
        }
    }
}

/// Plans a meeting. The same one twice, while it is open, is there once. One of the past may be told of.
pub async fn plan(
    app: &App,
    capability: &Capability<HoldMeetings>,
    body: &Slug,
    plan: Plan,
) -> Result<MeetingId, MeetingError> {
    own(capability, body)?;
    let mut write = app.store().begin_governance(capability).await?;
    let known = write.kept_one::<Body>(body).await?;
    let known = known.ok_or_else(|| missing(body))?;
    if known.period.is_over(plan.on) {
        return Err(MeetingError::Over);
    }
    if let Some(committee) = plan.committee {
        committees::standing(&mut write, body, committee, plan.on).await?;
    }
    let there = write.kept_of::<Meeting>(body).await?;
    let same = |one: &&Meeting| one.is_open() && Plan::from(*one) == plan;
    if let Some(same) = there.iter().find(same) {
        return Ok(same.id);
    }
    let meeting = planned(app, body, plan);
    let told = Told {
        body,
        deed: Deed::Created,
        reason: format!("meeting planned: {}", meeting.title),
        before: None,
        after: json(&meeting),
    };
    let line = entry(app, capability.actor(), told);
    if !write.add_kept(&meeting, &line).await? {
        return Err(MeetingError::Moved);
    }
    write.commit().await?;
    app.refresh().await?;
    Ok(meeting.id)
}

/// Changes what is said of a meeting, as it was when the form was opened. Its day moves here while nobody was asked to
/// come; afterwards it is convened again. What took place keeps its day.
pub async fn change(
    app: &App,
    capability: &Capability<HoldMeetings>,
    at: At<'_>,
    (seen, plan): (&Plan, Plan),
) -> Result<(), MeetingError> {
    let (mut write, before) = opened(app, capability, at).await?;
    let now = Plan::from(&before);
    if now == plan {
        return Ok(());
    }
    if now != *seen {
        return Err(MeetingError::Moved);
    }
    if let Some(committee) = plan.committee.filter(|_| plan.committee != now.committee) {
        committees::standing(&mut write, at.0, committee, plan.on).await?;
    }
    let mut after = before.clone();
    if plan.on != now.on {
        after = after.move_to(plan.on)?;
    }
    after.title = plan.title;
    after.committee = plan.committee;
    after.public = plan.public;
    closed(
        app,
        capability.actor(),
        write,
        (&before, &after),
        "described",
    )
    .await
}

fn planned(app: &App, body: &Slug, plan: Plan) -> Meeting {
    let (millis, random) = draw(app.now(), app.chance());
    Meeting {
        id: MeetingId::from_parts(millis, random),
        body: body.clone(),
        committee: plan.committee,
        title: plan.title,
        agenda: Vec::new(),
        public: plan.public,
        told: 0,
        state: MeetingState::Planned { on: plan.on },
    }
}
