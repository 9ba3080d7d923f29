//! The files that answer fields: each is given on a page of its own, so that it goes with a button alone, and is never opened
//! in a page.

use askama::Template;
use axum::extract::{Multipart, Path};
use axum::http::StatusCode;
use axum::response::Response;
use portulan_app::means::applications;
use portulan_model::FileId;
use portulan_model::means::forms::{Answer, Field, FieldId, FieldKind};

use super::{Mine, TAB, fill, told};
use crate::auth::{Desk, Refused, done, named};
use crate::pages::bodies::files::{self as shared, Cut, FILE};
use crate::pages::editing::answers::Answers;
use crate::pages::page::{Page, html_form};
use crate::pages::parts::{Button, Line, Part};
use crate::pages::typed::faults;

#[derive(Template)]
#[template(path = "means/application-file.html")]
struct FilePage {
    page: Page,
    crumbs: Vec<(String, String)>,
    lead: String,
    action: String,
    faults: Option<String>,
    wrong: Option<String>,
}

/// The fields that ask for a file, each with the one that was given.
pub(super) fn part(desk: &Desk, mine: &Mine, may_fill: bool) -> Vec<Part> {
    let words = desk.words();
    let opened = &mine.opened;
    let asked = &opened.revision.fields;
    let open = opened
        .application
        .returned()
        .map(|some| asked.with_dependents(some));
    let shown = asked.shown(&opened.application.answers).into_iter();
    let line = |one: &Field| {
        let given = match opened.application.answers.get(one.id) {
            Some(Answer::File(file)) => Some(file),
            _ => None,
        };
        let fills = may_fill && open.as_ref().is_none_or(|open| open.contains(&one.id));
        let give = mine.at(&format!("/fichiers/{}", one.id));
        let address = match given {
            Some(file) => Some(mine.at(&format!("/pieces/{}", file.id))),
            None => fills.then_some(give.clone()),
        };
        let said = given.map(|file| file.name.clone());
        Line {
            words: one.label.clone(),
            address: address.map(|address| desk.visit.link(&address)),
            more: said.unwrap_or_else(|| words.get("candidature-fichier-manque")),
            button: given
                .filter(|_| fills)
                .map(|_| Button::remove(words, &one.label, format!("{give}/retirer"), Vec::new())),
        }
    };
    let lines: Vec<Line> = shown
        .filter(|one| one.kind == FieldKind::File)
        .map(line)
        .collect();
    if lines.is_empty() {
        return Vec::new();
    }
    let mut parts = vec![Part::Title("fichiers", words.get("candidature-fichiers"))];
    if may_fill {
        parts.push(Part::Text(words.get("candidature-fichiers-aide")));
    }
    parts.push(Part::Lines(lines));
    parts
}

/// A field of the application that asks for a file.
fn field<'a>(mine: &'a Mine, text: &str) -> Result<&'a Field, Refused> {
    let id: FieldId = named(text)?;
    let found = mine.opened.revision.fields.get(id);
    let found = found.filter(|one| one.kind == FieldKind::File);
    found.ok_or(Refused(StatusCode::NOT_FOUND))
}

/// `GET …/fichiers/{champ}`.
pub(super) async fn show(
    desk: Desk,
    Path((slug, id, champ)): Path<(String, String, String)>,
) -> Result<Response, Refused> {
    let mine = Mine::open(&desk, (&slug, &id)).await?;
    let asked = field(&mine, &champ)?;
    Ok(page(&desk, &mine, asked, &Answers::default()))
}

/// `POST …/fichiers/{champ}`.
pub(super) async fn attach(
    desk: Desk,
    Path((slug, id, champ)): Path<(String, String, String)>,
    form: Multipart,
) -> Result<Response, Refused> {
    let mine = Mine::open(&desk, (&slug, &id)).await?;
    let asked = field(&mine, &champ)?;
    let words = desk.words();
    let (mut answers, upload) = shared::form(form).await;
    let upload = upload.unwrap_or_else(|Cut| {
        answers.fault(FILE, words.get("upload-cut"));
        None
    });
    let Some(upload) = upload else {
        answers.fault(FILE, words.get("meetings-wrong-file"));
        return Ok(page(&desk, &mine, asked, &answers));
    };
    let of = (mine.id(), asked.id);
    match applications::attach(desk.app(), &mine.applying.may, of, &upload).await {
        Ok(()) => Ok(done(&mine.at(""), "candidature-enregistree")),
        Err(error) => {
            answers.fault(FILE, told::refusal(&desk, error)?);
            Ok(page(&desk, &mine, asked, &answers))
        }
    }
}

/// `POST …/fichiers/{champ}/retirer`.
pub(super) async fn detach(
    desk: Desk,
    Path((slug, id, champ)): Path<(String, String, String)>,
) -> Result<Response, Refused> {
    let mine = Mine::open(&desk, (&slug, &id)).await?;
    let of = (mine.id(), field(&mine, &champ)?.id);
    match applications::detach(desk.app(), &mine.applying.may, of).await {
        Ok(()) => Ok(done(&mine.at(""), "candidature-enregistree")),
        Err(error) => {
            let wrong = told::refusal(&desk, error)?;
            Ok(fill::page(&desk, &mine, fill::Shown::wrong(wrong)))
        }
    }
}

/// `GET …/pieces/{fichier}`.
pub(super) async fn serve(
    desk: Desk,
    Path((slug, id, file)): Path<(String, String, String)>,
) -> Result<Response, Refused> {
    let mine = Mine::open(&desk, (&slug, &id)).await?;
    let file: FileId = named(&file)?;
    let read = applications::read_file(desk.app(), &mine.applying.may, mine.id(), file).await;
    shared::answered(read)
}

fn page(desk: &Desk, mine: &Mine, asked: &Field, answers: &Answers) -> Response {
    let words = desk.words();
    let help = asked.help.as_ref().map(|help| help.as_str().to_owned());
    let template = FilePage {
        page: desk.page(asked.label.clone(), TAB),
        crumbs: mine.crumbs(desk, true),
        lead: help.unwrap_or_default(),
        action: mine.at(&format!("/fichiers/{}", asked.id)),
        faults: faults(words, answers),
        wrong: answers.wrong(FILE),
    };
    html_form(answers.faults() > 0, &template)
}
