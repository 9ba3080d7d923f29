//! What is decided of a membership: one form, one step. What is wrong comes back under the same membership.

use axum::extract::{Form, Path};
use axum::http::StatusCode;
use axum::response::Response;
use portulan_app::bodies::{self, BodyError, Step};
use portulan_model::MembershipId;
use portulan_model::governance::{Body, Mandate, MemberRole};
use portulan_policy::actions::ManageMembers;

use super::members::{DECISION, FROM, REASON, ROLE, TO, Typed, here, page};
use super::sheet::Sheet;
use super::{body, leads, relieves, told};
use crate::auth::{Desk, Refused, done, named};

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
    let mut sheet = Sheet::of(pairs);
    let Some(step) = step(&desk, &body, &mut sheet)? else {
        return page(&desk, &body, &Typed::of(&id, sheet)).await;
    };
    let outcome = bodies::step(desk.app(), &may, (&body.slug, member), step).await;
    answered(&desk, &body, (&id, sheet), outcome).await
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
    let mut sheet = Sheet::of(pairs);
    let Some(reason) = sheet.needed(desk.words(), REASON) else {
        return page(&desk, &body, &Typed::of(&id, sheet)).await;
    };
    let outcome = bodies::relieve(desk.app(), &may, (&body.slug, member), reason).await;
    answered(&desk, &body, (&id, sheet), outcome).await
}

/// The step that is asked; nothing where something of it is wrong. One that no form sends is refused.
fn step(desk: &Desk, body: &Body, sheet: &mut Sheet) -> Result<Option<Step>, Refused> {
    let words = desk.words();
    let deed = sheet.text(DEED).to_owned();
    let read = match deed.as_str() {
        "confirmer" => Some(Step::Confirm {
            decision: sheet.decision(words, &body.slug, DECISION),
        }),
        "refuser" => sheet
            .needed(words, REASON)
            .map(|reason| Step::Decline { reason }),
        "donner" => mandate(desk, body, sheet).map(Step::Give),
        "exclure" => exclusion(desk, body, sheet),
        other => match other.strip_prefix("finir-").and_then(MemberRole::from_slug) {
            Some(role) => Some(Step::End {
                role,
                last: desk.visit.today(),
            }),
            None => return Err(Refused(StatusCode::BAD_REQUEST)),
        },
    };
    Ok(read.filter(|_| sheet.faults() == 0))
}

fn mandate(desk: &Desk, body: &Body, sheet: &mut Sheet) -> Option<Mandate> {
    let words = desk.words();
    let role = MemberRole::from_slug(sheet.text(ROLE));
    if role.is_none() {
        sheet.fault(ROLE, words.get("bodies-wrong-missing"));
    }
    if sheet.text(FROM).is_empty() {
        sheet.fault(FROM, words.get("bodies-wrong-missing"));
    }
    let period = sheet.period(words, (FROM, TO));
    let decision = sheet.decision(words, &body.slug, DECISION);
    Some(Mandate {
        role: role?,
        period: period?,
        decision,
        document: None,
    })
}

fn exclusion(desk: &Desk, body: &Body, sheet: &mut Sheet) -> Option<Step> {
    let words = desk.words();
    let reason = sheet.needed(words, REASON);
    let decision = sheet.decision(words, &body.slug, DECISION);
    if decision.is_none() {
        sheet.fault(DECISION, words.get("bodies-wrong-missing"));
    }
    Some(Step::Exclude {
        reason: reason?,
        decision: decision?,
    })
}

async fn answered(
    desk: &Desk,
    body: &Body,
    (id, mut sheet): (&str, Sheet),
    outcome: Result<(), BodyError>,
) -> Result<Response, Refused> {
    let error = match outcome {
        Ok(()) => return Ok(done(&here(body), "bodies-member-saved")),
        Err(error) => error,
    };
    let of_decision = matches!(error, BodyError::NoDecision(_));
    let words = desk.words().get(told(error)?);
    let mut typed = Typed::of(id, Sheet::default());
    if of_decision {
        sheet.fault(DECISION, words);
    } else {
        typed.wrong = Some(words);
    }
    typed.sheet = sheet;
    page(desk, body, &typed).await
}
