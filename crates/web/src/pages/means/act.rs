//! A call is published, or is followed no more.

use axum::extract::{Form, Path};
use axum::response::Response;
use portulan_app::means::calls;

use super::one::{self, ARCHIVE, PUBLISH, Typed};
use super::{Pairs, Reached, told};
use crate::auth::{Desk, Refused, done};
use crate::pages::editing::answers::Answers;

/// The field that names the step.
pub(super) const STEP: &str = "geste";

/// `POST …/{appel}`.
pub(super) async fn step(
    desk: Desk,
    Path((slug, call)): Path<(String, String)>,
    Form(pairs): Form<Pairs>,
) -> Result<Response, Refused> {
    let at = Reached::open(&desk, (&slug, &call)).await?;
    let may = at.manages(&desk)?;
    let answers = Answers::of(pairs);
    let (taken, note) = match answers.text(STEP) {
        PUBLISH => (
            calls::publish(desk.app(), &may, at.slug()).await,
            "appel-published",
        ),
        ARCHIVE => (
            calls::archive(desk.app(), &may, at.slug()).await,
            "appel-archived",
        ),
        _ => {
            let wrong = desk.words().get("edit-choice-unknown");
            return Ok(one::page(&desk, &at, &Typed::wrong(wrong)));
        }
    };
    match taken {
        Ok(()) => Ok(done(&at.here(), note)),
        Err(error) => {
            let wrong = told(&desk, error)?;
            Ok(one::page(&desk, &at, &Typed::wrong(wrong)))
        }
    }
}
