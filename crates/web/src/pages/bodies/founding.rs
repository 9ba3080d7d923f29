//! `/espace/gouvernances/<slug>/fondation`: the level that founded a body keeps its documents, its referents, its last day.

use askama::Template;
use axum::extract::{Form, Multipart, Path};
use axum::response::Response;
use portulan_app::bodies::{self, BodyError};
use portulan_model::governance::Body;
use portulan_policy::Capability;
use portulan_policy::actions::ManageBodies;

use super::files::{self, Cut, FILE};
use super::names::{self, Contact};
use super::new::{document_fields, founding, referent, referent_fields};
use super::sheet::{Field, Sheet};
use super::{body, founds, status, told};
use crate::auth::{Desk, Refused, done};
use crate::pages::addresses;
use crate::pages::page::{Page, html_with};

/// The rank of a line, what it said when it was read, and its last day.
const RANK: &str = "rang";
const SAID: &str = "dit";
const LAST: &str = "fin";

#[derive(Template)]
#[template(path = "bodies/founding.html")]
struct FoundingPage {
    page: Page,
    back: (String, String),
    action: String,
    /// What could not be done, where it was no fault of a field.
    wrong: Option<String>,
    faults: Option<String>,
    documents: Vec<Document>,
    document: Vec<Field>,
    referents: Vec<Known>,
    referent: Vec<Field>,
    last: Field,
    period: Option<String>,
}

struct Document {
    rank: usize,
    said: String,
    title: String,
    about: String,
}

struct Known {
    rank: usize,
    said: String,
    contact: Contact,
    over: bool,
    id: String,
}

/// `GET /espace/gouvernances/{slug}/fondation`.
pub(super) async fn show(desk: Desk, Path(slug): Path<String>) -> Result<Response, Refused> {
    let (body, may) = opened(&desk, &slug)?;
    page(&desk, &may, &body, &Sheet::default(), None).await
}

/// `POST /espace/gouvernances/{slug}/fondation`: one more document.
pub(super) async fn add_document(
    desk: Desk,
    Path(slug): Path<String>,
    form: Multipart,
) -> Result<Response, Refused> {
    let (body, may) = opened(&desk, &slug)?;
    let (mut sheet, upload) = files::form(form).await;
    let words = desk.words();
    let upload = upload.unwrap_or_else(|Cut| {
        sheet.fault(FILE, words.get("upload-cut"));
        None
    });
    let had_file = upload.is_some();
    // A form that is sent empty says what it lacks.
    let document = founding(words, &mut sheet, true);
    let Some(document) = document.filter(|_| sheet.faults() == 0) else {
        if had_file {
            sheet.fault(FILE, words.get("bodies-wrong-file-again"));
        }
        return page(&desk, &may, &body, &sheet, None).await;
    };
    let added = bodies::add_document(desk.app(), &may, &body.slug, (document, upload)).await;
    if let Err(BodyError::File(_)) = &added {
        let wrong = added.map_or_else(told, |()| Ok(""))?;
        sheet.fault(FILE, words.get(wrong));
        return page(&desk, &may, &body, &sheet, None).await;
    }
    answered(&desk, &may, &body, (added, sheet)).await
}

/// `POST /espace/gouvernances/{slug}/fondation/retirer`: a document that was given by mistake.
pub(super) async fn remove_document(
    desk: Desk,
    Path(slug): Path<String>,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<Response, Refused> {
    let (body, may) = opened(&desk, &slug)?;
    let sheet = Sheet::of(pairs);
    let named = named(&sheet);
    let gone = bodies::remove_document(desk.app(), &may, &body.slug, (named.0, &named.1)).await;
    answered(&desk, &may, &body, (gone, sheet)).await
}

/// `POST /espace/gouvernances/{slug}/fondation/referents`.
pub(super) async fn add_referent(
    desk: Desk,
    Path(slug): Path<String>,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<Response, Refused> {
    let (body, may) = opened(&desk, &slug)?;
    let mut sheet = Sheet::of(pairs);
    let referent = referent(&desk, &mut sheet);
    let Some(referent) = referent.filter(|_| sheet.faults() == 0) else {
        let wrong = (sheet.faults() == 0).then_some("bodies-wrong-missing");
        return page(&desk, &may, &body, &sheet, wrong).await;
    };
    let added = bodies::add_referent(desk.app(), &may, &body.slug, referent).await;
    answered(&desk, &may, &body, (added, sheet)).await
}

/// `POST /espace/gouvernances/{slug}/fondation/fin-referent`.
pub(super) async fn end_referent(
    desk: Desk,
    Path(slug): Path<String>,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<Response, Refused> {
    let (body, may) = opened(&desk, &slug)?;
    let sheet = Sheet::of(pairs);
    let named = named(&sheet);
    let line = ((named.0, named.1.as_str()), desk.visit.today());
    let ended = bodies::end_referent(desk.app(), &may, &body.slug, line).await;
    answered(&desk, &may, &body, (ended, sheet)).await
}

/// `POST /espace/gouvernances/{slug}/fondation/fin`.
pub(super) async fn end(
    desk: Desk,
    Path(slug): Path<String>,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<Response, Refused> {
    let (body, may) = opened(&desk, &slug)?;
    let mut sheet = Sheet::of(pairs);
    let Some(last) = sheet.day(desk.words(), LAST) else {
        sheet.fault(LAST, desk.words().get("bodies-wrong-missing"));
        return page(&desk, &may, &body, &sheet, None).await;
    };
    let ended = bodies::end(desk.app(), &may, &body.slug, last).await;
    answered(&desk, &may, &body, (ended, sheet)).await
}

/// A line: its rank, and what it said.
fn named(sheet: &Sheet) -> (usize, String) {
    let rank = sheet.text(RANK).parse();
    (
        rank.unwrap_or(usize::MAX),
        sheet.first(SAID).unwrap_or_default().to_owned(),
    )
}

fn opened(desk: &Desk, slug: &str) -> Result<(Body, Capability<ManageBodies>), Refused> {
    let body = body(desk, slug)?;
    let may = founds(desk, &body.seat)?;
    Ok((body.clone(), may))
}

async fn answered(
    desk: &Desk,
    may: &Capability<ManageBodies>,
    body: &Body,
    (outcome, sheet): (Result<(), BodyError>, Sheet),
) -> Result<Response, Refused> {
    match outcome {
        Ok(()) => {
            let here = addresses::body_desk(&body.slug, "fondation");
            Ok(done(&here, "bodies-saved"))
        }
        Err(error) => page(desk, may, body, &sheet, Some(told(error)?)).await,
    }
}

async fn page(
    desk: &Desk,
    may: &Capability<ManageBodies>,
    body: &Body,
    sheet: &Sheet,
    wrong: Option<&'static str>,
) -> Result<Response, Refused> {
    let (words, day) = (desk.words(), desk.visit.today());
    let kept = bodies::founded(desk.app(), may, &body.slug).await?;
    let faults = sheet.faults();
    let documents = kept.founding.iter().enumerate();
    let documents = documents.map(|(rank, one)| {
        let (title, about) = names::document(desk.visit.lang, one);
        let said = one.title.clone();
        Document {
            rank,
            said,
            title,
            about,
        }
    });
    let referents = kept.referents.iter().enumerate();
    let referents = referents.map(|(rank, one)| Known {
        rank,
        said: one.function.clone(),
        contact: names::contact(&desk.visit, one),
        over: one.period.is_over(day) || one.period.to() == Some(day),
        id: format!("referent-{rank}"),
    });
    let told = [("name", kept.name.as_str().into())];
    let template = FoundingPage {
        page: desk.page(words.with("bodies-founding-of", &told), "gouvernances"),
        back: (
            desk.visit.link(&addresses::body_desk(&body.slug, "")),
            kept.name.clone(),
        ),
        action: addresses::body_desk(&body.slug, "fondation"),
        wrong: wrong.map(|id| words.get(id)),
        faults: (faults > 0).then(|| words.with("form-faults", &[("n", faults.into())])),
        documents: documents.collect(),
        document: document_fields(words, sheet),
        referents: referents.collect(),
        referent: referent_fields(words, sheet),
        last: sheet.field(words, LAST, "date"),
        period: names::period(desk.visit.lang, kept.period),
    };
    let faults = faults + usize::from(wrong.is_some());
    Ok(html_with(status(faults), &template))
}
