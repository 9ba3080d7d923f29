//! The internal timetable of a call: steps are planned, done, taken away by those who lead the body.

use axum::extract::{Form, Path};
use axum::response::Response;
use portulan_app::Error;
use portulan_app::means::calls::{self, MeansError, Planned};
use portulan_i18n::Words;
use portulan_model::CallStepId;

use super::one::{self, Typed};
use super::{Pairs, Reached, told};
use crate::auth::{Desk, Refused, done};
use crate::pages::editing::answers::Answers;
use crate::pages::parts::{Ask, Field};
use crate::pages::typed::{NAME_CHARS, Reading};

/// The field of a step.
pub(super) const ID: &str = "etape";
const WHAT: &str = "appel-etape-quoi";
const OWNER: &str = "appel-etape-qui";
const DUE: &str = "appel-etape-avant";

/// The fields of a new step.
pub(super) fn fields(words: Words, answers: &Answers) -> Vec<Field> {
    let ask = Ask { words, answers };
    vec![
        ask.text(WHAT, "text"),
        ask.text(OWNER, "text"),
        ask.day(DUE),
    ]
}

/// `POST …/{appel}/etapes`.
pub(super) async fn add(
    desk: Desk,
    Path((slug, call)): Path<(String, String)>,
    Form(pairs): Form<Pairs>,
) -> Result<Response, Refused> {
    let at = Reached::open(&desk, (&slug, &call)).await?;
    let may = at.manages(&desk)?;
    let mut answers = Answers::of(pairs);
    let again = |answers| {
        let typed = Typed {
            step: answers,
            wrong: None,
        };
        Ok(one::page(&desk, &at, &typed))
    };
    let Some(planned) = read(&desk, &mut answers) else {
        return again(answers);
    };
    match calls::add_step(desk.app(), &may, at.slug(), planned).await {
        Ok(()) => Ok(done(&at.here(), "appel-saved")),
        Err(error) => {
            let field = match error {
                MeansError::NoOrganisation(_) => OWNER,
                _ => WHAT,
            };
            answers.fault(field, told(&desk, error)?);
            again(answers)
        }
    }
}

fn read(desk: &Desk, answers: &mut Answers) -> Option<Planned> {
    let mut reading = Reading::of(desk, answers);
    let what = reading.line(WHAT, NAME_CHARS);
    if what.is_none() {
        reading.fault(WHAT, "appel-etape-missing");
    }
    let owner = reading.needed_organisation(OWNER);
    let due = reading.day(DUE);
    let planned = Planned {
        what: what?,
        owner: owner?,
        due,
    };
    (answers.faults() == 0).then_some(planned)
}

/// What is done with a step that is there.
enum Deed {
    /// Done today.
    Settle,
    Remove,
}

/// `POST …/{appel}/etapes/faite`: done today.
pub(super) async fn settle(
    desk: Desk,
    Path(names): Path<(String, String)>,
    Form(pairs): Form<Pairs>,
) -> Result<Response, Refused> {
    of_step(&desk, names, pairs, Deed::Settle).await
}

/// `POST …/{appel}/etapes/retirer`.
pub(super) async fn remove(
    desk: Desk,
    Path(names): Path<(String, String)>,
    Form(pairs): Form<Pairs>,
) -> Result<Response, Refused> {
    of_step(&desk, names, pairs, Deed::Remove).await
}

async fn of_step(
    desk: &Desk,
    (slug, call): (String, String),
    pairs: Pairs,
    deed: Deed,
) -> Result<Response, Refused> {
    let at = Reached::open(desk, (&slug, &call)).await?;
    let may = at.manages(desk)?;
    let Some(id) = named(pairs) else {
        return Ok(gone(desk, &at));
    };
    let app = desk.app();
    let wrong = match deed {
        Deed::Settle => {
            let today = Some(desk.visit.today());
            calls::settle_step(app, &may, at.slug(), (id, today)).await
        }
        Deed::Remove => calls::remove_step(app, &may, at.slug(), id).await,
    };
    match wrong {
        Ok(()) => Ok(done(&at.here(), "appel-saved")),
        Err(MeansError::Other(Error::NotFound(_))) => Ok(gone(desk, &at)),
        Err(error) => {
            let wrong = told(desk, error)?;
            Ok(one::page(desk, &at, &Typed::wrong(wrong)))
        }
    }
}

fn named(pairs: Pairs) -> Option<CallStepId> {
    Answers::of(pairs).text(ID).parse().ok()
}

/// The step is there no more: the page says so, and shows those that are.
fn gone(desk: &Desk, at: &Reached) -> Response {
    let wrong = desk.words().get("appel-etape-gone");
    one::page(desk, at, &Typed::wrong(wrong))
}
