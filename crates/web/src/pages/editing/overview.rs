//! `/lieux/{slug}/modifier`: all parts of a place, what each says, where that comes from and how well it is known.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use portulan_app::field_text;

use super::form::{self, Known};
use super::section::Section;
use super::{Editor, editor, pictures};
use crate::auth::{Desk, Refused};
use crate::pages::addresses;
use crate::pages::operator::values::shown;
use crate::pages::page::{Page, html};

#[derive(Template)]
#[template(path = "editing/overview.html")]
struct Overview {
    page: Page,
    public: String,
    parts: Vec<Part>,
    pictures: Pictures,
}

/// The pictures of the place: how many, and where to change them.
struct Pictures {
    title: String,
    told: String,
    edit: String,
}

/// A part: its fields, and where to change or confirm them.
struct Part {
    slug: &'static str,
    title: String,
    edit: String,
    confirm: String,
    fields: Vec<Field>,
}

struct Field {
    known: Known,
    lines: Vec<String>,
}

/// `GET /lieux/{slug}/modifier`.
pub(super) async fn show(desk: Desk, Path(slug): Path<String>) -> Result<Response, Refused> {
    let editor = editor(&desk, &slug)?;
    let told = [("name", editor.place.record.name.as_str().into())];
    Ok(html(&Overview {
        page: desk.page(desk.words().with("edit-title", &told), ""),
        public: desk.visit.link(&addresses::place(&editor.place.slug)),
        parts: Section::ALL
            .map(|section| part(&desk, &editor, section))
            .into(),
        pictures: of_pictures(&desk, &editor),
    }))
}

fn of_pictures(desk: &Desk, editor: &Editor) -> Pictures {
    let words = desk.words();
    let count = desk.visit.directory.pictures(&editor.place.id).len();
    let address = addresses::edit_part(&editor.place.slug, pictures::PART);
    Pictures {
        title: words.get("edit-part-images"),
        told: match count {
            0 => words.get("edit-images-none"),
            count => words.with("edit-images-count", &[("n", count.into())]),
        },
        edit: desk.visit.link(&address),
    }
}

fn part(desk: &Desk, editor: &Editor, section: Section) -> Part {
    let record = &editor.place.record;
    let address = addresses::edit_part(&editor.place.slug, section.slug());
    let known = form::known(desk, &editor.place, section.fields());
    let fields = section
        .fields()
        .iter()
        .zip(known)
        .map(|(field, known)| Field {
            known,
            lines: shown(desk.visit.lang, *field, &field_text::of(*field, record)),
        });
    Part {
        slug: section.slug(),
        title: desk.words().get(&format!("edit-part-{}", section.slug())),
        edit: desk.visit.link(&address),
        confirm: desk.visit.link(&format!("{address}/confirmer")),
        fields: fields.collect(),
    }
}
