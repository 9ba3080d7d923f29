//! An application while one types: a script saves it through the address of its form, and is told when it was saved, or why
//! it was not and what stands. Files are given apart, by their own pages. Without scripts the buttons do all of it.

use axum::http::StatusCode;
use axum::response::Response;
use portulan_app::means::applications::{self, ApplyError};
use portulan_model::means::applications::ApplicationError;
use portulan_model::means::forms::{FieldId, Fields, Reading, Typed, Wrong};

use super::{Mine, fill, told};
use crate::auth::{Desk, Refused};
use crate::pages::writing;

/// What a script sends in the place of a button.
pub(super) const KEEP: &str = "garder";

/// Saves what is typed on the version that was read. Where somebody else saved meanwhile nothing is written.
pub(super) async fn keep(
    desk: &Desk,
    mine: &Mine,
    (upon, typed): (u32, &Typed),
) -> Result<Response, Refused> {
    let (may, id) = (&mine.applying.may, mine.id());
    let words = desk.words();
    let saved = applications::save(desk.app(), may, id, (upon, typed)).await;
    let (status, said) = match saved {
        Ok((after, dropped)) => {
            let lost = (!dropped.is_empty()).then(|| fill::lost(desk, mine, &dropped));
            let said = (writing::saved_now(desk), lost.into_iter().collect());
            return Ok(writing::answer(StatusCode::OK, after.version, said));
        }
        Err(ApplyError::Application(ApplicationError::Meanwhile(_))) => {
            let now = applications::read(desk.app(), may, id).await?;
            let stands = fill::standing(desk, &now, typed);
            let told = words.get("candidature-garde-autre");
            (StatusCode::CONFLICT, (told, stands))
        }
        Err(ApplyError::Wrong(reading)) => {
            let faults = faults(desk, &mine.opened.revision.fields, &reading);
            let told = words.get("candidature-garde-faux");
            (StatusCode::UNPROCESSABLE_ENTITY, (told, faults))
        }
        Err(error) => {
            let why = told::refusal(desk, error)?;
            let told = words.with("candidature-garde-pas", &[("why", why.into())]);
            (StatusCode::UNPROCESSABLE_ENTITY, (told, Vec::new()))
        }
    };
    Ok(writing::answer(status, upon, said))
}

/// What is wrong, field by field.
fn faults(desk: &Desk, asked: &Fields, reading: &Reading) -> Vec<String> {
    let line = |(id, wrong): &(FieldId, Wrong)| {
        let field = asked.get(*id)?;
        let told = [
            ("label", field.label.as_str().into()),
            ("why", told::wrong(desk, *wrong).into()),
        ];
        Some(desk.words().with("candidature-garde-faute", &told))
    };
    reading.wrong.iter().filter_map(line).collect()
}
