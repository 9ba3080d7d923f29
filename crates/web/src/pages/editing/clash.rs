//! Two people changed the same fields: both values side by side, and the one before, to choose from one by one.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use portulan_app::editing::Change;
use portulan_app::field_text;
use portulan_model::{PlaceField, PlaceRecord};

use super::Editor;
use super::answers::Answers;
use super::section::{BEFORE, Section};
use super::sessions::REMOVE;
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

struct Field {
    name: String,
    choice: String,
    before: Vec<String>,
    theirs: Vec<String>,
    mine: Vec<String>,
}

fn choice(field: PlaceField) -> String {
    format!("choix-{}", field.slug())
}

/// Whether a person chose the value of somebody else.
pub(super) fn gives_way(answers: &Answers, field: PlaceField) -> bool {
    answers.has(&choice(field), THEIRS)
}

/// The page on which one chooses. It carries the whole form on: nothing that was typed is lost.
pub(super) fn shown(
    desk: &Desk,
    editor: &Editor,
    section: Section,
    answers: &Answers,
    clash: Clash,
) -> Response {
    let lang = desk.visit.lang;
    let value =
        |field: PlaceField, record: &PlaceRecord| told(lang, field, &field_text::of(field, record));
    let Change { before, mine, .. } = clash.change;
    let fields = clash.fields.iter().map(|field| Field {
        name: field_name(lang, *field),
        choice: choice(*field),
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
        carried.drop(&choice(*field));
    }
    let seen = serde_json::to_string(&section.only(&seen)).unwrap_or_default();
    carried.put(BEFORE, seen);
    let slug = &editor.place.slug;
    let template = ClashPage {
        page: desk.page(desk.words().get("edit-clash-title"), ""),
        action: desk.visit.link(&addresses::edit_part(slug, section.slug())),
        back: desk.visit.link(&addresses::edit(slug)),
        fields,
        hidden: carried.pairs().to_vec(),
    };
    html_with(StatusCode::CONFLICT, &template)
}
