//! What becomes of a form: shown again with more, kept as a draft, saved, or put beside what somebody else changed.

use axum::extract::{Form, Path};
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Response};
use portulan_app::editing::{self, Change, Outcome, drafts};
use portulan_model::{PlaceField, PlaceRecord};

use super::answers::Answers;
use super::section::Section;
use super::{Editor, address, clash, editor, form, sessions, week};
use crate::auth::{Desk, Refused, done};
use crate::pages::addresses;

/// What a button asks for; without one, to save.
const GESTURE: &str = "geste";

type Pairs = Vec<(String, String)>;

/// `POST /lieux/{slug}/modifier/{section}`.
pub(super) async fn save(
    desk: Desk,
    Path((slug, section)): Path<(String, String)>,
    Form(pairs): Form<Pairs>,
) -> Result<Response, Refused> {
    let (editor, section) = asked(&desk, &slug, &section)?;
    let mut answers = Answers::of(pairs);
    let gesture = answers.text(GESTURE).to_owned();
    if week::copy(&mut answers, &gesture) || gesture == "voir" {
        let preview = gesture == "voir";
        return Ok(form::shown(&desk, &editor, section, &answers, preview));
    }
    if gesture == "chercher" && section == Section::Address {
        address::look_for(&desk, &mut answers);
        return Ok(form::shown(&desk, &editor, section, &answers, false));
    }
    let before = form::before(section, &answers, &editor.place.record);
    let mine = read(&desk, section, &mut answers, &before);
    if answers.faults() > 0 || !sessions::saves(section, &answers) {
        return Ok(form::shown(&desk, &editor, section, &answers, false));
    }
    let change = Change {
        fields: section.fields().to_vec(),
        before,
        mine,
    };
    let outcome = editing::change(desk.app(), &editor.may, editor.place.id, change.clone()).await?;
    let note = match outcome {
        Outcome::Clash { fields, theirs } => {
            let clash = clash::Clash {
                fields,
                theirs: *theirs,
                change,
            };
            return Ok(clash::shown(&desk, &editor, section, &answers, clash));
        }
        Outcome::Saved(_) => "place-saved",
        Outcome::Same => "place-same",
    };
    drafts::forget(desk.app(), &editor.may, &editor.place.slug, section.slug()).await?;
    Ok(done(&back(&editor, section), note))
}

/// What a person wants, field by field. A field that says what it said when it was opened has not changed, even where
/// the form writes it another way.
fn read(desk: &Desk, section: Section, answers: &mut Answers, before: &PlaceRecord) -> PlaceRecord {
    let mut mine = before.clone();
    section.read(desk, answers, &mut mine);
    let mut untouched = Answers::default();
    untouched.put(sessions::KEY, answers.text(sessions::KEY));
    section.fill(before, &mut untouched);
    let mut same = before.clone();
    section.read(desk, &mut untouched, &mut same);
    for field in section.fields() {
        if field.same(&mine, &same) || clash::gives_way(answers, field.slug()) {
            field.copy(before, &mut mine);
        }
    }
    mine
}

/// Where one goes when all is kept: the list of sessions, or all parts.
fn back(editor: &Editor, section: Section) -> String {
    let slug = &editor.place.slug;
    if section == Section::Sessions {
        addresses::edit_part(slug, section.slug())
    } else {
        addresses::edit(slug)
    }
}

/// `POST /lieux/{slug}/modifier/{section}/confirmer`: some fields are still true.
pub(super) async fn confirm(
    desk: Desk,
    Path((slug, section)): Path<(String, String)>,
    Form(pairs): Form<Pairs>,
) -> Result<Response, Refused> {
    let (editor, section) = asked(&desk, &slug, &section)?;
    let answers = Answers::of(pairs);
    let own = section.fields().iter().copied();
    let fields: Vec<PlaceField> = own
        .filter(|field| answers.has("champ", field.slug()))
        .collect();
    if fields.is_empty() {
        return Err(Refused(StatusCode::BAD_REQUEST));
    }
    editing::confirm(desk.app(), &editor.may, editor.place.id, &fields).await?;
    Ok(done(
        &addresses::edit(&editor.place.slug),
        "place-confirmed",
    ))
}

/// `POST /lieux/{slug}/modifier/{section}/brouillon`: keeps what is typed, or forgets it.
pub(super) async fn draft(
    desk: Desk,
    Path((slug, section)): Path<(String, String)>,
    Form(pairs): Form<Pairs>,
) -> Result<Response, Refused> {
    let (editor, section) = asked(&desk, &slug, &section)?;
    let place = &editor.place.slug;
    if Answers::of(pairs.clone()).has(GESTURE, "oublier") {
        drafts::forget(desk.app(), &editor.may, place, section.slug()).await?;
        let here = addresses::edit_part(place, section.slug());
        return Ok(done(&here, "draft-forgotten"));
    }
    drafts::keep(desk.app(), &editor.may, place, section.slug(), &pairs).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

fn asked(desk: &Desk, slug: &str, section: &str) -> Result<(Editor, Section), Refused> {
    let editor = editor(desk, slug)?;
    let section = Section::named(section).ok_or(Refused(StatusCode::NOT_FOUND))?;
    Ok((editor, section))
}
