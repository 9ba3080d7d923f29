//! Two people changed the same fields: both values side by side, and the one before, to choose from one by one.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use portulan_app::editing::Change;
use portulan_app::editing::conflicts::Fielded;
use portulan_app::field_text;
use portulan_model::{PlaceField, PlaceRecord};
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::Editor;
use super::answers::{Answers, BEFORE};
use super::section::Section;
use super::sessions::{REMOVE, told as session};
use crate::auth::Desk;
use crate::pages::addresses;
use crate::pages::operator::values::{field_name, shown as told};
use crate::pages::page::{Page, html_with};

/// The choice that lets the other value stand.
const THEIRS: &str = "autre";

/// What clashes.
pub(super) struct Clash {
    pub(super) fields: Vec<PlaceField>,
    pub(super) theirs: PlaceRecord,
    pub(super) change: Change,
}

#[derive(Template)]
#[template(path = "editing/clash.html")]
struct ClashPage {
    page: Page,
    action: String,
    back: String,
    fields: Vec<Field>,
    hidden: Vec<(String, String)>,
}

/// A field that both changed, as each made it.
pub(in crate::pages) struct Field {
    pub(in crate::pages) name: String,
    /// The name of the answer.
    pub(in crate::pages) choice: String,
    pub(in crate::pages) before: Vec<String>,
    pub(in crate::pages) theirs: Vec<String>,
    pub(in crate::pages) mine: Vec<String>,
}

/// The name of the answer to which value of a field is the right one.
pub(in crate::pages) fn choice(field: &str) -> String {
    format!("choix-{field}")
}

/// Whether a person chose the value of somebody else.
pub(in crate::pages) fn gives_way(answers: &Answers, field: &str) -> bool {
    answers.has(&choice(field), THEIRS)
}

/// The page on which one chooses. It carries the whole form on: nothing that was typed is lost.
pub(in crate::pages) fn page(
    desk: &Desk,
    (action, back): (String, String),
    fields: Vec<Field>,
    carried: &Answers,
) -> Response {
    let template = ClashPage {
        page: desk.page(desk.words().get("edit-clash-title"), ""),
        action,
        back,
        fields,
        hidden: carried.pairs().to_vec(),
    };
    html_with(StatusCode::CONFLICT, &template)
}

/// How the fields of a kind of record are told.
pub(in crate::pages) struct Words<'a, R: Fielded> {
    /// The word of a field in forms.
    pub(in crate::pages) word: fn(R::Field) -> &'static str,
    /// What a field is called.
    pub(in crate::pages) name: &'a (dyn Fn(R::Field) -> String + Sync),
    /// Its value, in lines.
    pub(in crate::pages) value: &'a (dyn Fn(R::Field, &R) -> Vec<String> + Sync),
}

impl<R: Fielded + Serialize + DeserializeOwned> Words<'_, R> {
    /// What a form asks of a record that is known: against what was read when it was opened, without what was given up.
    pub(in crate::pages) fn change(
        &self,
        answers: &Answers,
        (fields, known, mut mine): (&[R::Field], &R, R),
    ) -> Change<R> {
        let before = answers.before().unwrap_or_else(|| known.clone());
        for field in fields {
            if gives_way(answers, (self.word)(*field)) {
                R::copy(*field, &before, &mut mine);
            }
        }
        Change {
            fields: fields.into(),
            before,
            mine,
        }
    }

    /// The page on which one chooses, field by field; what is known now is what the next answer is weighed against.
    pub(in crate::pages) fn choose(
        &self,
        (desk, answers): (&Desk, &Answers),
        ways: (String, String),
        (clashing, theirs, change): (&[R::Field], &R, &Change<R>),
    ) -> Response {
        let fields = clashing.iter().map(|field| Field {
            name: (self.name)(*field),
            choice: choice((self.word)(*field)),
            before: (self.value)(*field, &change.before),
            theirs: (self.value)(*field, theirs),
            mine: (self.value)(*field, &change.mine),
        });
        let mut seen = change.before.clone();
        for field in clashing {
            R::copy(*field, theirs, &mut seen);
        }
        let mut carried = answers.clone();
        for field in &change.fields {
            carried.drop(&choice((self.word)(*field)));
        }
        carried.put(BEFORE, serde_json::to_string(&seen).unwrap_or_default());
        page(desk, ways, fields.collect(), &carried)
    }
}

/// The choice between two answers to a part of a place.
pub(super) fn shown(
    desk: &Desk,
    editor: &Editor,
    section: Section,
    answers: &Answers,
    clash: Clash,
) -> Response {
    let value = |field, record: &PlaceRecord| value(desk, field, record);
    let Change { before, mine, .. } = clash.change;
    let fields = clash.fields.iter().map(|field| Field {
        name: field_name(desk.visit.lang, *field),
        choice: choice(field.slug()),
        before: value(*field, &before),
        theirs: value(*field, &clash.theirs),
        mine: value(*field, &mine),
    });
    let fields = fields.collect();
    // What was seen of the others is what the next answer is weighed against.
    let mut seen = before;
    for field in &clash.fields {
        field.copy(&clash.theirs, &mut seen);
    }
    let mut carried = answers.clone();
    // A session that is taken away is taken away still.
    if !carried.has("geste", REMOVE) {
        carried.drop("geste");
    }
    for field in section.fields() {
        carried.drop(&choice(field.slug()));
    }
    let seen = serde_json::to_string(&section.only(&seen)).unwrap_or_default();
    carried.put(BEFORE, seen);
    let slug = &editor.place.slug;
    let action = addresses::edit_part(slug, section.slug());
    let back = addresses::edit(slug);
    let ways = (desk.visit.link(&action), desk.visit.link(&back));
    page(desk, ways, fields, &carried)
}

/// A value in lines. Sessions are told one by one: their number says nothing to whoever chooses.
fn value(desk: &Desk, field: PlaceField, record: &PlaceRecord) -> Vec<String> {
    if field == PlaceField::Permanences {
        return record
            .sessions
            .iter()
            .map(|one| session(desk, one))
            .collect();
    }
    told(desk.visit.lang, field, &field_text::of(field, record))
}
