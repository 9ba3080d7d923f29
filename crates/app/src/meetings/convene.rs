//! Members are asked to come, told that it is at another hour or that it is cancelled; then it is said who was there.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use portulan_model::Slug;
use portulan_model::governance::{
    Attendance, Convocation, Meeting, MeetingState, Membership, Presence, Standing,
};
use portulan_policy::Capability;
use portulan_policy::actions::{HoldMeetings, ReadBody};

use super::{At, MeetingError, closed, of, opened, today, told};
use crate::bodies::own;
use crate::mail::MeetingNews;
use crate::{App, Error};

/// When and where, and how many times members had been told when the form was opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Call {
    /// When and where.
    pub convocation: Convocation,
    /// What [`Meeting::told`] said.
    pub seen: u32,
}

/// Asks the members to come: once more where the hour changes, or where it is asked again. Those of a meeting of the past
/// are written nothing.
pub async fn convene(
    app: &App,
    capability: &Capability<HoldMeetings>,
    at: At<'_>,
    call: Call,
) -> Result<(), MeetingError> {
    possible(app, &call.convocation)?;
    let news = told::addresses(app, capability, at, call.convocation.begins).await?;
    let (mut write, before) = opened(app, capability, at).await?;
    if before.told != call.seen {
        let same = before.is_open() && before.convocation() == Some(&call.convocation);
        return if same {
            Ok(())
        } else {
            Err(MeetingError::Moved)
        };
    }
    let after = before.clone().convene(call.convocation, app.now())?;
    if after.is_ahead(today(app)) {
        let what = match before.state {
            MeetingState::Convened { .. } => MeetingNews::Moved,
            _ => MeetingNews::Convened,
        };
        told::tell(app, &mut write, (&after, what), &news).await?;
    }
    closed(
        app,
        capability.actor(),
        write,
        (&before, &after),
        "convened",
    )
    .await
}

/// It does not take place, and members who had been asked to come are told. Said twice, it is cancelled once.
pub async fn cancel(
    app: &App,
    capability: &Capability<HoldMeetings>,
    at: At<'_>,
    reason: String,
) -> Result<(), MeetingError> {
    own(capability, at.0)?;
    let known = app.store().kept_one::<Meeting>(&at.1).await?;
    let known = of(at.0, at.1, known)?;
    let begins = known.convocation().map(|one| one.begins);
    let news = match begins {
        Some(begins) => told::addresses(app, capability, at, begins).await?,
        None => Vec::new(),
    };
    let (mut write, before) = opened(app, capability, at).await?;
    if let MeetingState::Cancelled { .. } = before.state {
        return Ok(());
    }
    let after = before.clone().cancel(reason)?;
    let heard = after.convocation().is_some() && after.day() >= today(app);
    if heard {
        let what = MeetingNews::Cancelled;
        told::tell(app, &mut write, (&after, what), &news).await?;
    }
    closed(
        app,
        capability.actor(),
        write,
        (&before, &after),
        "cancelled",
    )
    .await
}

/// It took place: what each member was. Said again while the minutes are not approved, it is set right; `seen` is what was
/// there when the form was opened.
pub async fn hold(
    app: &App,
    capability: &Capability<HoldMeetings>,
    at: At<'_>,
    (seen, lines): (Option<&Attendance>, Vec<(Slug, Presence)>),
) -> Result<(), MeetingError> {
    let (mut write, before) = opened(app, capability, at).await?;
    let early = |one: &Convocation| one.begins > app.now();
    if before.is_open() && before.convocation().is_some_and(early) {
        return Err(MeetingError::TooEarly);
    }
    let all = write.kept_of::<Membership>(at.0).await?;
    let members: BTreeSet<Slug> = sitting(&all, before.day()).cloned().collect();
    let attendance = Attendance::new(lines, &members)?;
    if before.attendance() == Some(&attendance) {
        return Ok(());
    }
    if before.attendance() != seen {
        return Err(MeetingError::Moved);
    }
    let after = before.clone().hold(attendance)?;
    closed(app, capability.actor(), write, (&before, &after), "held").await
}

/// The members of a body on a day, for its members.
pub async fn members_on(
    app: &App,
    capability: &Capability<ReadBody>,
    body: &Slug,
    day: NaiveDate,
) -> Result<Vec<Slug>, Error> {
    own(capability, body)?;
    let all = app.store().kept_of::<Membership>(body).await?;
    Ok(sitting(&all, day).cloned().collect())
}

pub(super) fn sitting(all: &[Membership], day: NaiveDate) -> impl Iterator<Item = &Slug> {
    let sits = move |one: &&Membership| one.standing_on(day) == Some(Standing::Confirmed);
    all.iter().filter(sits).map(|one| &one.who().organisation)
}

/// Refuses an hour that ends before it begins, and a place that nobody knows.
fn possible(app: &App, convocation: &Convocation) -> Result<(), MeetingError> {
    if convocation.ends <= convocation.begins {
        return Err(MeetingError::Backwards);
    }
    let directory = app.directory();
    let known = |id| directory.snapshot.by_id(&directory.survivor(id)).is_some();
    if convocation.place.as_ref().is_none_or(known) {
        Ok(())
    } else {
        Err(MeetingError::NoPlace)
    }
}
