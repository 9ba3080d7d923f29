//! The form of one part: what is known, what is typed, and the draft that was left.

use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use portulan_app::editing::{self, drafts};
use portulan_model::{Place, PlaceField, PlaceRecord};

use super::answers::Answers;
use super::blocks::Block;
use super::section::Section;
use super::{Editor, editor, pictures, sessions};
use crate::auth::{Desk, Refused};
use crate::pages::addresses;
use crate::pages::operator::values::field_name;
use crate::pages::page::{Page, html_form};
use crate::pages::sure;
use crate::pages::typed::faults;

/// The parameter that brings a draft back.
const DRAFT: &str = "brouillon";

#[derive(Template)]
#[template(path = "editing/section.html")]
struct FormPage {
    page: Page,
    place: String,
    back: String,
    parts: Vec<Part>,
    lead: String,
    action: String,
    keep: String,
    confirm: String,
    before: String,
    blocks: Vec<Block>,
    known: Vec<Known>,
    faults: Option<String>,
    saves: bool,
    draft: Option<Left>,
}

/// A part of the place, in the list of parts.
pub(super) struct Part {
    pub(super) address: String,
    pub(super) words: String,
    pub(super) here: bool,
}

/// How well a field is known.
pub(super) struct Known {
    pub(super) slug: &'static str,
    pub(super) name: String,
    pub(super) source: String,
    pub(super) when: String,
}

/// A draft that was left.
struct Left {
    told: String,
    address: String,
}

/// `GET /lieux/{slug}/modifier/{section}`.
pub(super) async fn show(
    desk: Desk,
    Path((slug, section)): Path<(String, String)>,
) -> Result<Response, Refused> {
    let editor = editor(&desk, &slug)?;
    let section = Section::named(&section).ok_or(Refused(StatusCode::NOT_FOUND))?;
    let place = &editor.place.slug;
    let found = drafts::find(desk.app(), &editor.may, place, section.slug()).await?;
    let resumed = desk.visit.value(DRAFT).is_some();
    if let Some(draft) = found.as_ref().filter(|_| resumed) {
        let answers = Answers::of(draft.answers.clone());
        return Ok(shown(&desk, &editor, section, &answers, false));
    }
    let mut answers = Answers::default();
    if let Some(key) = desk
        .visit
        .value(sessions::ASKED)
        .filter(|_| section == Section::Sessions)
    {
        let known = editor
            .place
            .record
            .sessions
            .iter()
            .any(|one| one.key == key);
        match key {
            sessions::NEW => answers.put(sessions::KEY, editing::session_key(desk.app())),
            key if known => answers.put(sessions::KEY, key),
            _ => return Err(Refused(StatusCode::NOT_FOUND)),
        }
    }
    section.fill(&editor.place.record, &mut answers);
    let left = found.map(|draft| {
        let when = [("date", desk.instant(draft.at).into())];
        let here = addresses::edit_part(place, section.slug());
        Left {
            told: desk.words().with("edit-draft", &when),
            address: desk.visit.link(&addresses::with(&here, DRAFT, 1)),
        }
    });
    Ok(page(&desk, &editor, section, &answers, (false, left)))
}

/// The form as it was typed, with what is wrong.
pub(super) fn shown(
    desk: &Desk,
    editor: &Editor,
    section: Section,
    answers: &Answers,
    preview: bool,
) -> Response {
    page(desk, editor, section, answers, (preview, None))
}

fn page(
    desk: &Desk,
    editor: &Editor,
    section: Section,
    answers: &Answers,
    (preview, draft): (bool, Option<Left>),
) -> Response {
    let words = desk.words();
    let (place, slug) = (&editor.place, &editor.place.slug);
    let before = before(section, answers, &place.record);
    let address = addresses::edit_part(slug, section.slug());
    let mut blocks = section.blocks(desk, answers, &before, preview);
    if !sessions::saves(section, answers) {
        blocks.extend(sessions::today(desk, editor));
    }
    let title = words.get(&format!("edit-part-{}", section.slug()));
    let told = [
        ("part", title.as_str().into()),
        ("name", place.record.name.as_str().into()),
    ];
    let template = FormPage {
        page: desk.page(words.with("edit-title-part", &told), ""),
        place: place.record.name.clone(),
        back: desk.visit.link(&addresses::edit(slug)),
        parts: parts(desk, editor, section.slug()),
        lead: words.get(&format!("edit-part-{}-lead", section.slug())),
        action: desk.visit.link(&address),
        keep: desk.visit.link(&format!("{address}/brouillon")),
        confirm: desk.visit.link(&format!("{address}/confirmer")),
        blocks,
        before: serde_json::to_string(&section.only(&before)).unwrap_or_default(),
        known: known(desk, place, section.fields()),
        faults: faults(words, answers),
        saves: sessions::saves(section, answers),
        draft,
    };
    html_form(template.faults.is_some(), &template)
}

/// The parts of a place: its fields, and its pictures.
pub(super) fn parts(desk: &Desk, editor: &Editor, here: &str) -> Vec<Part> {
    let part = |part: &str| Part {
        address: desk
            .visit
            .link(&addresses::edit_part(&editor.place.slug, part)),
        words: desk.words().get(&format!("edit-part-{part}")),
        here: part == here,
    };
    let all = Section::ALL.into_iter().map(Section::slug);
    all.chain([pictures::PART]).map(part).collect()
}

/// The record as it was when the form was opened: what the form does not hold is as it is now.
pub(super) fn before(section: Section, answers: &Answers, now: &PlaceRecord) -> PlaceRecord {
    let mut before = now.clone();
    if let Some(read) = answers.before::<PlaceRecord>() {
        for field in section.fields() {
            field.copy(&read, &mut before);
        }
    }
    before
}

/// Where the fields come from, and how well they are known.
pub(super) fn known(desk: &Desk, place: &Place, fields: &[PlaceField]) -> Vec<Known> {
    let lang = desk.visit.lang;
    let of = |field: &PlaceField| {
        let origin = place.record.provenance.origin(*field);
        let source = match origin.source.as_str() {
            editing::TELEPHONE => desk.words().get("calls-source"),
            editing::SOURCE => desk.words().get("edit-source-here"),
            other => other.to_owned(),
        };
        Known {
            slug: field.slug(),
            name: field_name(lang, *field),
            source,
            when: sure::of_field(lang, place, *field, desk.visit.today()),
        }
    };
    fields.iter().map(of).collect()
}
