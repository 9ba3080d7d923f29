//! What is decided of a membership: one form, one step. What is wrong comes back under the same membership.

use axum::extract::{Form, Path};
use axum::http::StatusCode;
use axum::response::Response;
use portulan_app::bodies::{self, BodyError, Step};
use portulan_model::MembershipId;
use portulan_model::governance::{Body, Mandate, MemberRole};
use portulan_policy::actions::ManageMembers;

use super::members::{DECISION, FROM, REASON, ROLE, TO, Typed, here, page};
use super::{body, leads, relieves, told};
use crate::auth::{Desk, Refused, done, named};
use crate::pages::editing::answers::Answers;

/// The field that says which step.
const DEED: &str = "geste";

/// `POST /espace/gouvernances/{slug}/membres/{id}`.
pub(super) async fn take(
    desk: Desk,
    Path((slug, id)): Path<(String, String)>,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<Response, Refused> {
    let body = body(&desk, &slug)?.clone();
    let may = leads::<ManageMembers>(&desk, &body)?;
    let member: MembershipId = named(&id)?;
    let mut answers = Answers::of(pairs);
    let Some(step) = step(&desk, &body, &mut answers)? else {
        return page(&desk, &body, &Typed::of(&id, answers)).await;
    };
    let outcome = bodies::step(desk.app(), &may, (&body.slug, member), step).await;
    answered(&desk, &body, (&id, answers), outcome).await
}

/// `POST /espace/gouvernances/{slug}/membres/{id}/relever`.
pub(super) async fn relieve(
    desk: Desk,
    Path((slug, id)): Path<(String, String)>,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<Response, Refused> {
    let body = body(&desk, &slug)?.clone();
    let may = relieves(&desk, &body)?;
    let member: MembershipId = named(&id)?;
    let mut answers = Answers::of(pairs);
    let Some(reason) = answers.needed(desk.words(), REASON) else {
        return page(&desk, &body, &Typed::of(&id, answers)).await;
    };
    let outcome = bodies::relieve(desk.app(), &may, (&body.slug, member), reason).await;
    answered(&desk, &body, (&id, answers), outcome).await
}

/// The step that is asked; nothing where something of it is wrong. One that no form sends is refused.
fn step(desk: &Desk, body: &Body, answers: &mut Answers) -> Result<Option<Step>, Refused> {
    let words = desk.words();
    let deed = answers.text(DEED).to_owned();
    let read = match deed.as_str() {
        "confirmer" => Some(Step::Confirm {
            decision: answers.decision(words, &body.slug, DECISION),
        }),
        "refuser" => answers
            .needed(words, REASON)
            .map(|reason| Step::Decline { reason }),
        "donner" => mandate(desk, body, answers).map(Step::Give),
        "exclure" => exclusion(desk, body, answers),
        other => match other.strip_prefix("finir-").and_then(MemberRole::from_slug) {
            Some(role) => Some(Step::End {
                role,
                last: desk.visit.today(),
            }),
            None => return Err(Refused(StatusCode::BAD_REQUEST)),
        },
    };
    Ok(read.filter(|_| answers.faults() == 0))
}

fn mandate(desk: &Desk, body: &Body, answers: &mut Answers) -> Option<Mandate> {
    let words = desk.words();
    let role = MemberRole::from_slug(answers.text(ROLE));
    if role.is_none() {
        answers.fault(ROLE, words.get("bodies-wrong-missing"));
    }
    if answers.text(FROM).is_empty() {
        answers.fault(FROM, words.get("bodies-wrong-missing"));
    }
    let period = answers.period(words, (FROM, TO));
    let decision = answers.decision(words, &body.slug, DECISION);
    Some(Mandate {
        role: role?,
        period: period?,
        decision,
        document: None,
    })
}

fn exclusion(desk: &Desk, body: &Body, answers: &mut Answers) -> Option<Step> {
    let words = desk.words();
    let reason = answers.needed(words, REASON);
    let decision = answers.decision(words, &body.slug, DECISION);
    if decision.is_none() {
        answers.fault(DECISION, words.get("bodies-wrong-missing"));
    }
    Some(Step::Exclude {
        reason: reason?,
        decision: decision?,
    })
}

async fn answered(
    desk: &Desk,
    body: &Body,
    (id, mut answers): (&str, Answers),
    outcome: Result<(), BodyError>,
) -> Result<Response, Refused> {
    let error = match outcome {
        Ok(()) => return Ok(done(&here(body), "bodies-member-saved")),
        Err(error) => error,
    };
    let of_decision = matches!(error, BodyError::NoDecision(_));
    let words = desk.words().get(told(error)?);
    let mut typed = Typed::of(id, Answers::default());
    if of_decision {
        answers.fault(DECISION, words);
    } else {
        typed.wrong = Some(words);
    }
    typed.answers = answers;
    page(desk, body, &typed).await
}
