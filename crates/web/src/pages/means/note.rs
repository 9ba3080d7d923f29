//! `…/appels/<appel>/note`: the note that members write together on a call, while one looks at what it becomes.
//!
//! Scripts save while one types; the button saves without them. Where somebody else saved meanwhile both texts are shown,
//! and what was typed stays: saving again decides. The fields bear the names of those of minutes, for the same script.

use askama::Template;
use axum::extract::{Form, Path};
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Response};
use portulan_app::means::calls::{self, MeansError};

use super::{Pairs, Reached, TAB};
use crate::auth::{Desk, Refused, done};
use crate::pages::editing::answers::Answers;
use crate::pages::markdown::Html;
use crate::pages::page::{Page, html, html_form};
use crate::pages::writing::{self, Kept, Typed, Writing};

/// What the text is called.
const TITLE: &str = "appel-note";

#[derive(Template)]
#[template(path = "means/note.html")]
struct NotePage {
    page: Page,
    crumbs: Vec<(String, String)>,
    notice: Option<String>,
    form: Option<Writing>,
    /// The title of the text as it is read, and the text.
    text: Option<(String, Html)>,
}

/// `GET …/note`.
pub(super) async fn show(
    desk: Desk,
    Path((slug, call)): Path<(String, String)>,
) -> Result<Response, Refused> {
    let at = Reached::open(&desk, (&slug, &call)).await?;
    Ok(page(&desk, &at, Typed::default()))
}

/// `POST …/note`: saves the text, or shows what it becomes.
pub(super) async fn save(
    desk: Desk,
    Path((slug, call)): Path<(String, String)>,
    Form(pairs): Form<Pairs>,
) -> Result<Response, Refused> {
    let at = Reached::open(&desk, (&slug, &call)).await?;
    let may = at.writes(&desk)?;
    let answers = Answers::of(pairs);
    let (text, version) = writing::sent(&answers);
    let mut typed = Typed::of((text.clone(), version));
    if answers.has("geste", "voir") {
        typed.looks = true;
        return Ok(page(&desk, &at, typed));
    }
    let saved = calls::save_note(desk.app(), &may, at.slug(), (version, &text)).await;
    match saved {
        Ok(_) => return Ok(done(&at.at("note"), "appel-saved")),
        Err(MeansError::Meanwhile(meanwhile)) => typed.meanwhile(meanwhile.standing),
        Err(MeansError::Long(_)) => typed.wrong = Some(writing::too_long(&desk)),
        Err(error) => typed.wrong = Some(super::told(&desk, error)?),
    }
    Ok(page(&desk, &at, typed))
}

/// `POST …/note/garder`: what a script sends while one types. It says when it was saved, or why it was not.
pub(super) async fn keep(
    desk: Desk,
    Path((slug, call)): Path<(String, String)>,
    Form(pairs): Form<Pairs>,
) -> Result<Response, Refused> {
    let at = Reached::open(&desk, (&slug, &call)).await?;
    let may = at.writes(&desk)?;
    let (text, version) = writing::sent(&Answers::of(pairs));
    let saved = calls::save_note(desk.app(), &may, at.slug(), (version, &text)).await;
    let kept = match saved {
        Ok(note) => Kept::Saved(note.saved()),
        Err(MeansError::Meanwhile(_)) => Kept::Meanwhile,
        Err(MeansError::Long(_)) => Kept::Long,
        Err(error) => {
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            Kept::Not(status, super::told(&desk, error)?)
        }
    };
    Ok(writing::kept(&desk, version, kept))
}

fn page(desk: &Desk, at: &Reached, typed: Typed) -> Response {
    let words = desk.words();
    let (clashes, wrong) = (typed.standing.is_some(), typed.wrong.is_some());
    let writes = at.writes(desk).is_ok();
    let told = [("title", at.prepared.call.terms.title.as_str().into())];
    let note = &at.prepared.file.note;
    let template = NotePage {
        page: desk.page(words.with("appel-note-of", &told), TAB),
        crumbs: at.crumbs(desk, true),
        notice: clashes.then(|| words.get("appel-note-clash")),
        text: typed.shown(words, (TITLE, Some(note)), writes),
        form: writes.then(|| Writing::of(desk, (at.at("note"), TITLE), note, typed)),
    };
    if clashes {
        return (StatusCode::CONFLICT, html(&template)).into_response();
    }
    html_form(wrong, &template)
}
