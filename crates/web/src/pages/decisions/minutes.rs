//! `/espace/gouvernances/<slug>/reunions/<id>/compte-rendu`: minutes, written while one looks at what they become.
//!
//! Scripts save while one types; the button saves without them. Where somebody else saved meanwhile both texts are shown,
//! and what was typed stays: saving again decides.

use axum::extract::{Form, Path};
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Response};
use portulan_app::decisions;
use portulan_app::minutes::{self, Approval, MinutesError};
use portulan_model::MeetingId;
use portulan_model::governance::{Decision, Meeting};

use super::sheet::{APPROVED, BY, SURE, Typed, page};
use super::{Pairs, Reached, minutes_of};
use crate::auth::{Desk, Refused, done, named};
use crate::pages::editing::answers::Answers;
use crate::pages::typed::Reading;
use crate::pages::writing::{self, Kept, VERSION, sent, too_long};

/// A meeting of an address.
pub(super) struct Sitting {
    pub(super) at: Reached,
    pub(super) meeting: Meeting,
    pub(super) decisions: Vec<Decision>,
}

impl Sitting {
    async fn open(desk: &Desk, (slug, id): &(String, String)) -> Result<Self, Refused> {
        let at = Reached::open(desk, slug)?;
        let id: MeetingId = named(id)?;
        let meeting = minutes::meeting(desk.app(), &at.read, id).await?;
        let decisions = decisions::of_body(desk.app(), &at.read).await?;
        Ok(Self {
            at,
            meeting,
            decisions,
        })
    }

    pub(super) fn address(&self) -> String {
        minutes_of(&self.at.body.slug, self.meeting.id)
    }
}

/// `GET …/compte-rendu`.
pub(super) async fn show(
    desk: Desk,
    Path(names): Path<(String, String)>,
) -> Result<Response, Refused> {
    let sitting = Sitting::open(&desk, &names).await?;
    Ok(page(&desk, &sitting, Typed::default()))
}

/// `POST …/compte-rendu`: saves the text, or shows what it becomes.
pub(super) async fn save(
    desk: Desk,
    Path(names): Path<(String, String)>,
    Form(pairs): Form<Pairs>,
) -> Result<Response, Refused> {
    let mut sitting = Sitting::open(&desk, &names).await?;
    let may = sitting.at.holds(&desk)?;
    let (text, version) = sent(&Answers::of(pairs.clone()));
    let mut typed = Typed::of((text.clone(), version));
    if Answers::of(pairs).has("geste", "voir") {
        typed.writing.looks = true;
        return Ok(page(&desk, &sitting, typed));
    }
    let id = sitting.meeting.id;
    let saved = minutes::save(desk.app(), &may, id, (version, &text)).await;
    let status = match saved {
        Ok(_) => return Ok(done(&sitting.address(), "minutes-saved")),
        Err(MinutesError::Meanwhile(meanwhile)) => {
            typed.writing.meanwhile(meanwhile.standing);
            StatusCode::CONFLICT
        }
        Err(MinutesError::Long(_)) => {
            typed.writing.wrong = Some(too_long(&desk));
            StatusCode::UNPROCESSABLE_ENTITY
        }
        Err(MinutesError::Other(error)) => return Err(error.into()),
        // Approved while it was typed: what was typed is shown, to be copied.
        Err(_) => {
            sitting = Sitting::open(&desk, &names).await?;
            typed.lost = true;
            StatusCode::CONFLICT
        }
    };
    Ok((status, page(&desk, &sitting, typed)).into_response())
}

/// `POST …/compte-rendu/garder`: what a script sends while one types. It says when it was saved, or why it was not.
pub(super) async fn keep(
    desk: Desk,
    Path((slug, id)): Path<(String, String)>,
    Form(pairs): Form<Pairs>,
) -> Result<Response, Refused> {
    let at = Reached::open(&desk, &slug)?;
    let may = at.holds(&desk)?;
    let id: MeetingId = named(&id)?;
    let (text, version) = sent(&Answers::of(pairs));
    let saved = minutes::save(desk.app(), &may, id, (version, &text)).await;
    let kept = match saved {
        Ok(minutes) => Kept::Saved(minutes.saved()),
        Err(MinutesError::Other(error)) => return Err(error.into()),
        Err(MinutesError::Long(_)) => Kept::Long,
        Err(MinutesError::Meanwhile(_)) => Kept::Meanwhile,
        Err(_) => Kept::Not(StatusCode::CONFLICT, desk.words().get("minutes-settled")),
    };
    Ok(writing::kept(&desk, version, kept))
}

/// `POST …/compte-rendu/approuver`.
pub(super) async fn approve(
    desk: Desk,
    Path(names): Path<(String, String)>,
    Form(pairs): Form<Pairs>,
) -> Result<Response, Refused> {
    let mut sitting = Sitting::open(&desk, &names).await?;
    let may = sitting.at.holds(&desk)?;
    let mut answers = Answers::of(pairs);
    let (_, version) = sent(&answers);
    let on = Reading::of(&desk, &mut answers).needed_day(APPROVED);
    if !answers.has(SURE, "oui") {
        answers.fault(SURE, desk.words().get("minutes-unsure"));
    }
    let named = answers.text(BY);
    let decision = (!named.is_empty()).then(|| named.parse().ok());
    if decision == Some(None) {
        answers.fault(BY, desk.words().get("bodies-wrong-decision"));
    }
    let decision = decision.flatten();
    let Some(on) = on.filter(|_| answers.faults() == 0) else {
        return Ok(page(&desk, &sitting, Typed::approving(answers)));
    };
    let approval = Approval {
        on,
        decision,
        upon: version,
    };
    let id = sitting.meeting.id;
    let (field, told) = match minutes::approve(desk.app(), &may, id, approval).await {
        Ok(()) => return Ok(done(&sitting.address(), "minutes-approved")),
        Err(MinutesError::Other(error)) => return Err(error.into()),
        Err(MinutesError::Day) => (APPROVED, "minutes-wrong-day"),
        Err(MinutesError::NoDecision(_)) => (BY, "bodies-wrong-decision"),
        Err(MinutesError::Empty | MinutesError::Long(_)) => (APPROVED, "minutes-wrong-empty"),
        Err(MinutesError::NotNow(_)) => {
            return Ok(done(&sitting.address(), "minutes-not-now"));
        }
        Err(MinutesError::Meanwhile(_)) => {
            sitting = Sitting::open(&desk, &names).await?;
            answers.drop(VERSION);
            (APPROVED, "minutes-wrong-moved")
        }
    };
    answers.fault(field, desk.words().get(told));
    Ok(page(&desk, &sitting, Typed::approving(answers)))
}
