//! A text that several hands write, minutes or a note: saved by a script while one types, by a button without scripts.
//!
//! Where somebody else saved meanwhile both texts are shown, and what was typed stays: saving again decides. The fields bear
//! one name wherever they are, for the same script.

use axum::Json;
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Response};
use chrono::{DateTime, Utc};
use portulan_i18n::{Words, time};
use portulan_model::governance::Minutes;
use serde_json::json;

use super::editing::answers::Answers;
use super::markdown::Html;
use crate::auth::Desk;

/// The text.
pub(super) const TEXT: &str = "minutes-texte";
/// How often it had been saved when the form was opened.
pub(super) const VERSION: &str = "version";
/// The level of the title above the text.
const ABOVE: u8 = 2;

/// What was typed.
#[derive(Default)]
pub(super) struct Typed {
    pub(super) text: Option<(String, u32)>,
    /// What somebody else saved meanwhile.
    pub(super) standing: Option<Minutes>,
    pub(super) wrong: Option<String>,
    /// Whether it is to be seen.
    pub(super) looks: bool,
}

impl Typed {
    pub(super) fn of((text, version): (String, u32)) -> Self {
        Self {
            text: Some((text, version)),
            ..Self::default()
        }
    }

    /// Somebody saved another text: what is typed is weighed against it from now on.
    pub(super) fn meanwhile(&mut self, standing: Minutes) {
        if let Some((_, version)) = &mut self.text {
            *version = standing.saved();
        }
        self.standing = Some(standing);
    }

    /// What is read: the text that is typed where one asks to see it, the one that stands where one does not write.
    pub(super) fn shown(
        &self,
        words: Words,
        (title, known): (&str, Option<&Minutes>),
        writes: bool,
    ) -> Option<(String, Html)> {
        match &self.text {
            Some((text, _)) if self.looks => {
                return Some((words.get("minutes-preview"), Html::of(text, ABOVE)));
            }
            _ if writes => return None,
            _ => {}
        }
        let known = known.filter(|one| !one.is_empty())?;
        Some((words.get(title), Html::of(known.text(), ABOVE)))
    }
}

/// The form of the text.
pub(super) struct Writing {
    pub(super) action: String,
    /// What the text is called.
    pub(super) label: String,
    pub(super) version: u32,
    pub(super) text: String,
    pub(super) saved: String,
    pub(super) wrong: Option<String>,
    /// Whether what is typed is only looked at.
    pub(super) unsaved: bool,
    /// What stands: when it was saved, and its text.
    pub(super) standing: Option<(String, String)>,
}

impl Writing {
    /// What was typed over what is known.
    pub(super) fn of(
        desk: &Desk,
        (action, title): (String, &str),
        known: &Minutes,
        typed: Typed,
    ) -> Self {
        let words = desk.words();
        let (text, version) = typed
            .text
            .unwrap_or_else(|| (known.text().to_owned(), known.saved()));
        let when = |at: DateTime<Utc>| [("when", desk.visit.instant(at).into())];
        let last = known.last().map(|(_, at)| *at);
        let mine = if typed.standing.is_some() {
            "minutes-mine"
        } else {
            title
        };
        Self {
            action,
            label: words.get(mine),
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
}

/// The text of a form, and how often it had been saved when it was opened.
pub(super) fn sent(answers: &Answers) -> (String, u32) {
    let text = answers.first(TEXT).unwrap_or_default().to_owned();
    let version = answers.text(VERSION).parse().unwrap_or_default();
    (text, version)
}

pub(super) fn too_long(desk: &Desk) -> String {
    let told = [("n", Minutes::LONGEST.into())];
    desk.words().with("edit-too-long", &told)
}

/// What became of a text that a script sent.
pub(super) enum Kept {
    Saved(u32),
    /// Somebody saved another one meanwhile.
    Meanwhile,
    Long,
    /// It can be saved no more: why.
    Not(StatusCode, String),
}

/// What a script is told: how often the text was saved, and when it was, or why it was not.
pub(super) fn kept(desk: &Desk, version: u32, kept: Kept) -> Response {
    let words = desk.words();
    let (status, version, told) = match kept {
        Kept::Saved(version) => (StatusCode::OK, version, saved_now(desk)),
        Kept::Meanwhile => {
            let told = words.get("minutes-not-kept");
            (StatusCode::CONFLICT, version, told)
        }
        Kept::Long => {
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            (status, version, too_long(desk))
        }
        Kept::Not(status, told) => (status, version, told),
    };
    answer(status, version, (told, Vec::new()))
}

/// When something is saved, in words: now.
pub(super) fn saved_now(desk: &Desk) -> String {
    let at = time(desk.visit.lang, desk.visit.local().time());
    desk.words()
        .with("minutes-saved-at", &[("time", at.into())])
}

/// The same for any form that a script saves: with lines under what is told.
pub(super) fn answer(
    status: StatusCode,
    version: u32,
    (told, lines): (String, Vec<String>),
) -> Response {
    let answer = json!({ "version": version, "dit": told, "lignes": lines });
    (status, Json(answer)).into_response()
}
