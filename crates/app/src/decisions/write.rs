//! How decisions are written: taken, changed, contested, done, published and taken back. Each with its line of journal on
//! the body.

use chrono::{Datelike as _, NaiveDate};
use portulan_model::governance::{
    Decision, DecisionNumber, DecisionRef, Dissent, FollowUp, Meeting, Membership, Standing,
};
use portulan_model::{MeetingId, Slug};
use portulan_policy::actions::HoldMeetings;
use portulan_policy::{Capability, Node};

use super::{DecisionError, Refused, Wish};
use crate::census::today;
use crate::minutes::written;
use crate::roadmaps::body_of;
use crate::settled::{self, Of, Settled};
use crate::{App, Error};

/// What became of a change of a decision.
pub type Changed = Settled<Decision, Refused>;

/// Writes down what a meeting decided, under the next number of its year. The same words of one meeting are written once.
pub async fn take(
    app: &App,
    may: &Capability<HoldMeetings>,
    meeting: MeetingId,
    wish: Wish,
) -> Result<DecisionNumber, DecisionError> {
    let body = body_of(may)?;
    let mut write = app.store().begin_governance(may).await?;
    let held = write.kept_one::<Meeting>(&meeting).await?;
    let held = held.filter(|one| one.body == *body);
    let held = held.ok_or_else(|| Error::NotFound(format!("reunion {meeting}")))?;
    written(&held).ok_or(Refused::NotHeld)?;
    let on = held.day();
    let members = write.kept_of::<Membership>(body).await?;
    check(app, &wish, &Members { members, on })?;
    let year = u16::try_from(on.year()).map_err(|_year| Refused::Day)?;
    let number = write.next_decision_number(body, year).await?;
    let decision = new(body, number, (&held, on), wish);
    let there = write.kept_of::<Decision>(body).await?;
    if let Some(twin) = there.iter().find(|one| same(one, &decision)) {
        return Ok(twin.decision.number);
    }
    let node = Node::Body(body.clone());
    let line = settled::entry(app, may.actor(), &node, (None, Some(&decision)));
    write.add_kept(&decision, &line).await?;
    write.commit().await?;
    app.refresh().await?;
    Ok(number)
}

/// Changes what is written of a decision that nobody but members reads.
pub async fn change(
    app: &App,
    may: &Capability<HoldMeetings>,
    before: &Decision,
    wish: Wish,
) -> Result<Changed, Error> {
    let number = before.decision.number;
    let members = Members::of(app, may, before.on).await?;
    let today = today(app);
    with(app, may, (number, Some(before)), |known| {
        private(&known, today)?;
        check(app, &wish, &members)?;
        let done = known.follow_up.as_ref().and_then(|one| one.done);
        Ok(Decision {
            title: wish.title,
            text: wish.text,
            binds: wish.binds,
            follow_up: wish
                .follow_up
                .map(|(owner, due)| FollowUp { owner, due, done }),
            ..known
        })
    })
    .await
}

/// A member does not agree: its words, and whether it wants to be named. Said again, the last word counts.
pub async fn dissent(
    app: &App,
    may: &Capability<HoldMeetings>,
    decision: &Decision,
    said: Dissent,
) -> Result<Changed, Error> {
    let members = Members::of(app, may, decision.on).await?;
    let today = today(app);
    with(app, may, (decision.decision.number, None), |mut known| {
        private(&known, today)?;
        members.hold(&said.organisation)?;
        let mut own = known.dissent.iter_mut();
        match own.find(|one| one.organisation == said.organisation) {
            Some(one) => *one = said,
            None => known.dissent.push(said),
        }
        Ok(known)
    })
    .await
}

/// A member agrees after all.
pub async fn agree(
    app: &App,
    may: &Capability<HoldMeetings>,
    number: DecisionNumber,
    member: &Slug,
) -> Result<Changed, Error> {
    let today = today(app);
    with(app, may, (number, None), |mut known| {
        private(&known, today)?;
        known.dissent.retain(|one| one.organisation != *member);
        Ok(known)
    })
    .await
}

/// A member that does not agree wants to be named no more: at any time, where everybody reads it too.
pub async fn unname(
    app: &App,
    may: &Capability<HoldMeetings>,
    number: DecisionNumber,
    member: &Slug,
) -> Result<Changed, Error> {
    with(app, may, (number, None), |mut known| {
        let own = known.dissent.iter_mut();
        for one in own.filter(|one| one.organisation == *member) {
            one.public = false;
        }
        Ok(known)
    })
    .await
}

/// What was to be done is done on a day; or is not, where none is said.
pub async fn done(
    app: &App,
    may: &Capability<HoldMeetings>,
    number: DecisionNumber,
    on: Option<NaiveDate>,
) -> Result<Changed, Error> {
    let today = today(app);
    with(app, may, (number, None), |mut known| {
        if on.is_some_and(|on| on < known.on || on > today) {
            return Err(Refused::Day);
        }
        let follow_up = known.follow_up.as_mut().ok_or(Refused::NothingToDo)?;
        follow_up.done = on;
        Ok(known)
    })
    .await
}

/// Everybody reads it from a day on; nobody but members, where none is said.
pub async fn publish(
    app: &App,
    may: &Capability<HoldMeetings>,
    number: DecisionNumber,
    on: Option<NaiveDate>,
) -> Result<Changed, Error> {
    with(app, may, (number, None), |mut known| {
        if on.is_some_and(|on| on < known.on) {
            return Err(Refused::Day);
        }
        known.published = on;
        Ok(known)
    })
    .await
}

/// Changes a decision of the body of the capability.
async fn with(
    app: &App,
    may: &Capability<HoldMeetings>,
    (number, before): (DecisionNumber, Option<&Decision>),
    change: impl FnOnce(Decision) -> Result<Decision, Refused> + Send,
) -> Result<Changed, Error> {
    let body = body_of(may)?;
    let key = DecisionRef {
        body: body.clone(),
        number,
    };
    let of = Of {
        key: &key,
        object: &Node::Body(body.clone()),
        before,
    };
    settled::change(app, may, of, change).await
}

/// The members of a body on the day of a decision.
struct Members {
    members: Vec<Membership>,
    on: NaiveDate,
}

impl Members {
    async fn of(app: &App, may: &Capability<HoldMeetings>, on: NaiveDate) -> Result<Self, Error> {
        let members = app.store().kept_of::<Membership>(body_of(may)?).await?;
        Ok(Self { members, on })
    }

    fn hold(&self, organisation: &Slug) -> Result<(), Refused> {
        let mut own = self.members.iter();
        let member = own.any(|one| {
            one.who().organisation == *organisation
                && one.standing_on(self.on) == Some(Standing::Confirmed)
        });
        member
            .then_some(())
            .ok_or_else(|| Refused::NotAMember(organisation.clone()))
    }
}

/// Members are bound; whoever answers for it is known, be it a member or not.
fn check(app: &App, wish: &Wish, members: &Members) -> Result<(), Refused> {
    for bound in &wish.binds {
        members.hold(bound)?;
    }
    match &wish.follow_up {
        Some((owner, _)) if app.directory().organisations.get(owner).is_none() => {
            Err(Refused::NoOrganisation(owner.clone()))
        }
        _ => Ok(()),
    }
}

fn private(decision: &Decision, today: NaiveDate) -> Result<(), Refused> {
    let public = decision.public_on(today).is_some();
    if public { Err(Refused::Public) } else { Ok(()) }
}

fn new(
    body: &Slug,
    number: DecisionNumber,
    (meeting, on): (&Meeting, NaiveDate),
    wish: Wish,
) -> Decision {
    Decision {
        decision: DecisionRef {
            body: body.clone(),
            number,
        },
        meeting: meeting.id,
        on,
        title: wish.title,
        text: wish.text,
        binds: wish.binds,
        dissent: Vec::new(),
        follow_up: wish.follow_up.map(|(owner, due)| FollowUp {
            owner,
            due,
            done: None,
        }),
        published: None,
    }
}

/// Whether two decisions of one meeting say the same: the form was sent twice.
fn same(a: &Decision, b: &Decision) -> bool {
    a.meeting == b.meeting && a.title == b.title && a.text == b.text
}
