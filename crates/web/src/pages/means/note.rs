//! `…/appels/<appel>/note`: the note that members write together on a call, while one looks at what it becomes.
//!
//! Scripts save while one types; the button saves without them. Where somebody else saved meanwhile both texts are shown,
//! and what was typed stays: saving again decides. The fields bear the names of those of minutes, for the same script.

use askama::Template;
use axum::Json;
use axum::extract::{Form, Path};
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Response};
use chrono::{DateTime, Utc};
use portulan_app::means::calls::{self, MeansError};
use portulan_i18n::time;
use portulan_model::governance::Minutes;
use serde_json::json;

use super::{Pairs, Reached, TAB};
use crate::auth::{Desk, Refused, done};
use crate::pages::editing::answers::Answers;
use crate::pages::markdown::Html;
use crate::pages::page::{Page, html, html_form};

/// The text.
const TEXT: &str = "minutes-texte";
/// How often it had been saved when the form was opened.
const VERSION: &str = "version";
/// The level of the title above the text.
const ABOVE: u8 = 2;

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

/// The form of the text.
struct Writing {
    action: String,
    version: u32,
    text: String,
    saved: String,
    wrong: Option<String>,
    /// Whether what is typed is only looked at.
    unsaved: bool,
    /// What stands: when it was saved, and its text.
    standing: Option<(String, String)>,
}

/// What was typed.
#[derive(Default)]
struct Typed {
    text: Option<(String, u32)>,
    /// What somebody else saved meanwhile.
    standing: Option<Minutes>,
    wrong: Option<String>,
    /// Whether it is to be seen.
    looks: bool,
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
    let (text, version) = sent(&answers);
    let mut typed = Typed {
        text: Some((text.clone(), version)),
        ..Typed::default()
    };
    if answers.has("geste", "voir") {
        typed.looks = true;
        return Ok(page(&desk, &at, typed));
    }
    let saved = calls::save_note(desk.app(), &may, at.slug(), (version, &text)).await;
    match saved {
        Ok(_) => return Ok(done(&at.at("note"), "appel-saved")),
        Err(MeansError::Meanwhile(meanwhile)) => {
            typed.text = Some((text, meanwhile.standing.saved()));
            typed.standing = Some(meanwhile.standing);
        }
        Err(MeansError::Long(_)) => typed.wrong = Some(too_long(&desk)),
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
    let (text, version) = sent(&Answers::of(pairs));
    let words = desk.words();
    let saved = calls::save_note(desk.app(), &may, at.slug(), (version, &text)).await;
    let (status, version, told) = match saved {
        Ok(note) => {
            let at = time(desk.visit.lang, desk.visit.local().time());
            let told = words.with("minutes-saved-at", &[("time", at.into())]);
            (StatusCode::OK, note.saved(), told)
        }
        Err(MeansError::Meanwhile(_)) => {
            let told = words.get("minutes-not-kept");
            (StatusCode::CONFLICT, version, told)
        }
        Err(MeansError::Long(_)) => {
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            (status, version, too_long(&desk))
        }
        Err(error) => {
            let told = super::told(&desk, error)?;
            (StatusCode::UNPROCESSABLE_ENTITY, version, told)
        }
    };
    let answer = json!({ "version": version, "dit": told });
    Ok((status, Json(answer)).into_response())
}

/// The text of a form, and how often it had been saved when it was opened.
fn sent(answers: &Answers) -> (String, u32) {
    let text = answers.first(TEXT).unwrap_or_default().to_owned();
    let version = answers.text(VERSION).parse().unwrap_or_default();
    (text, version)
}

fn too_long(desk: &Desk) -> String {
    let told = [("n", Minutes::LONGEST.into())];
    desk.words().with("edit-too-long", &told)
}

fn page(desk: &Desk, at: &Reached, typed: Typed) -> Response {
    let words = desk.words();
    let (clashes, wrong) = (typed.standing.is_some(), typed.wrong.is_some());
    let writes = at.writes(desk).is_ok();
    let told = [("title", at.prepared.call.terms.title.as_str().into())];
    let template = NotePage {
        page: desk.page(words.with("appel-note-of", &told), TAB),
        crumbs: at.crumbs(desk, true),
        notice: clashes.then(|| words.get("appel-note-clash")),
        text: shown(desk, at, &typed, writes),
        form: writes.then(|| writing(desk, at, typed)),
    };
    if clashes {
        return (StatusCode::CONFLICT, html(&template)).into_response();
    }
    html_form(wrong, &template)
}

/// What is read: the text that is typed where one asks to see it, the one that stands where one does not write.
fn shown(desk: &Desk, at: &Reached, typed: &Typed, writes: bool) -> Option<(String, Html)> {
    let words = desk.words();
    match &typed.text {
        Some((text, _)) if typed.looks => {
            return Some((words.get("minutes-preview"), Html::of(text, ABOVE)));
        }
        _ if writes => return None,
        _ => {}
    }
    let note = &at.prepared.file.note;
    (!note.is_empty()).then(|| (words.get("appel-note"), Html::of(note.text(), ABOVE)))
}

fn writing(desk: &Desk, at: &Reached, typed: Typed) -> Writing {
    let (words, known) = (desk.words(), &at.prepared.file.note);
    let (text, version) = typed
        .text
        .unwrap_or_else(|| (known.text().to_owned(), known.saved()));
    let when = |at: DateTime<Utc>| [("when", desk.visit.instant(at).into())];
    let last = known.last().map(|(_, at)| *at);
    Writing {
        action: at.at("note"),
        version,
        text,
        saved: last.map_or_else(
            || words.get("minutes-never-saved"),
            |at| words.with("minutes-last-saved", &when(at)),
        ),
        wrong: typed.wrong,
        unsaved: typed.looks,
        standing: typed.standing.map(|one| {
            let at = one.last().map(|(_, at)| *at).unwrap_or_default();
            let told = words.with("minutes-standing", &when(at));
            (told, one.text().to_owned())
        }),
    }
}
