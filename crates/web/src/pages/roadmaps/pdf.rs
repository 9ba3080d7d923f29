//! A roadmap as an accessible PDF: `/feuilles-de-route/<slug>/feuille-de-route.pdf` for everybody, the same address at the
//! desk of its body for what is being written.
//!
//! It says what the page says, in its order. That of everybody is written once a revision, a day and a language, and kept.

use axum::body::Bytes;
use axum::extract::Path;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use chrono::{Datelike as _, NaiveDate};
use portulan_app::roadmaps::{self, public};
use portulan_i18n::{Words, date};
use portulan_model::roadmaps::{Content, Roadmap, Stage};
use portulan_paper::{Block, Document, Fact, Text, pdf};

use super::desk::{body, reads};
use super::public::{found, versions};
use super::{address, sheet, view, words};
use crate::api::Edition;
use crate::auth::{Desk, Refused, named};
use crate::pages::visit::Visit;

/// How the file is called, after the roadmap.
const NAME: &str = "feuille-de-route.pdf";

/// `GET /feuilles-de-route/{roadmap}/feuille-de-route.pdf`.
pub(super) async fn show(visit: Visit, Path(slug): Path<String>) -> Result<Response, StatusCode> {
    let roadmap = found(&visit, &slug)?;
    let revision = visit.directory.revision;
    let edition = Edition::of_day(revision, visit.today());
    let key = format!("{}:{}:{NAME}", visit.lang.code(), roadmap.slug);
    let documents = &visit.state.documents;
    if let Some(kept) = documents.find(edition, &key) {
        return Ok(file(roadmap, kept));
    }
    let turn = visit.state.writing.acquire().await;
    let _turn = turn.map_err(|_closed| StatusCode::SERVICE_UNAVAILABLE)?;
    if let Some(kept) = documents.find(edition, &key) {
        return Ok(file(roadmap, kept));
    }
    let document = document(&visit, roadmap, public::content(roadmap), None);
    let bytes = written(&visit, document).await?;
    documents.keep(edition, key, &bytes);
    Ok(file(roadmap, bytes))
}

/// `GET …/{roadmap}/feuille-de-route.pdf`: what is being written, for whoever reads the desk of its body.
pub(super) async fn draft(
    desk: Desk,
    Path((slug, roadmap)): Path<(String, String)>,
) -> Result<Response, Refused> {
    let body = body(&desk, &slug)?;
    let read = reads(&desk, &body)?;
    let roadmap = roadmaps::read(desk.app(), &read, &named(&roadmap)?).await?;
    let open = matches!(roadmap.state.stage(), Stage::Draft | Stage::InConsultation)
        || roadmap.amendment.is_some();
    let note = open.then_some("roadmap-pdf-draft");
    let document = document(&desk.visit, &roadmap, roadmap.working(), note);
    let bytes = written(&desk.visit, document).await.map_err(Refused)?;
    Ok(file(&roadmap, bytes))
}

fn file(roadmap: &Roadmap, bytes: Bytes) -> Response {
    let named = format!("inline; filename=\"{}.pdf\"", roadmap.slug);
    let headers = [
        (header::CONTENT_TYPE, "application/pdf".to_owned()),
        (header::CONTENT_DISPOSITION, named),
    ];
    (headers, bytes).into_response()
}

/// Lays the document out, beside the threads that answer.
pub(in crate::pages) async fn written(
    visit: &Visit,
    document: Document,
) -> Result<Bytes, StatusCode> {
    let lang = visit.lang;
    let write = move || {
        let numbered = |page: usize, pages: usize| {
            let told = [("n", page.into()), ("total", pages.into())];
            Words::new(lang).with("roadmap-pdf-page", &told)
        };
        pdf(&document, &numbered)
    };
    let failed = |error: &dyn std::fmt::Display| {
        tracing::error!(%error, "a PDF could not be written");
        StatusCode::SERVICE_UNAVAILABLE
    };
    let written = tokio::task::spawn_blocking(write).await;
    let written = written.map_err(|error| failed(&error))?;
    written.map(Bytes::from).map_err(|error| failed(&error))
}

/// All that the page says.
fn document(visit: &Visit, roadmap: &Roadmap, content: &Content, note: Option<&str>) -> Document {
    let (lang, words) = (visit.lang, Words::new(visit.lang));
    let sheet = sheet::Sheet::of(words, lang);
    let body = view::body_link(visit, &roadmap.body).words;
    let mut blocks = vec![
        Block::Heading(1, sheet.typed(&roadmap.title)),
        Block::Lead(sheet.typed(&body)),
    ];
    let told = |id: &str| Block::Paragraph(words.get(id).into());
    blocks.extend(note.map(told));
    if visit.is_demonstration() {
        blocks.push(told("demonstration-notice"));
    }
    blocks.push(Block::Facts(about(visit, roadmap, content)));
    let axes = view::axes(visit, roadmap, content, None);
    if axes.is_empty() {
        blocks.push(told("roadmap-blank"));
    }
    blocks.extend(axes.iter().flat_map(|axis| sheet.axis(axis)));
    let decided = versions(visit, roadmap);
    if !decided.is_empty() {
        blocks.push(Block::Heading(2, words.get("roadmap-versions").into()));
        let versions = decided.into_iter().map(|one| Text::from(one.words));
        blocks.push(Block::List(versions.collect()));
    }
    let about = words.with("roadmap-about", &[("body", body.as_str().into())]);
    Document {
        title: roadmap.title.clone(),
        lang: lang.code(),
        author: body.clone(),
        about,
        foot: foot(visit, &body),
        made: made(visit.today()),
        blocks,
    }
}

/// Where it stands, over what it runs, what it comes to, where it is read.
fn about(visit: &Visit, roadmap: &Roadmap, content: &Content) -> Vec<Fact> {
    let (lang, words) = (visit.lang, Words::new(visit.lang));
    let fact = |id: &str, values: Vec<String>| Fact {
        name: words.get(id).into(),
        values: values.into_iter().map(Text::from).collect(),
    };
    let mut facts = vec![
        fact("roadmap-pdf-standing", vec![words::standing(lang, roadmap)]),
        fact(
            "roadmap-part-periode",
            vec![words::period(lang, roadmap.period)],
        ),
        fact(
            "roadmap-part-communes",
            vec![words::area(visit, &roadmap.area)],
        ),
        fact("roadmap-pdf-actions", view::tally(words, content)),
    ];
    if let Some([cost, asked, paid]) = view::money(lang, content) {
        facts.push(fact("roadmap-field-annee-cout", vec![cost]));
        facts.push(fact("roadmap-field-annee-demande", vec![asked]));
        facts.push(fact("roadmap-head-paid", vec![paid]));
    }
    if !versions(visit, roadmap).is_empty() {
        let read = visit.absolute(&address(&roadmap.slug));
        facts.push(fact("roadmap-pdf-address", vec![read]));
    }
    facts
}

/// Whose, as of which day; on a demonstration, first that it is one.
pub(in crate::pages) fn foot(visit: &Visit, body: &str) -> String {
    let words = Words::new(visit.lang);
    let told = [
        ("body", body.into()),
        ("date", date(visit.lang, visit.today()).into()),
    ];
    let foot = words.with("roadmap-pdf-foot", &told);
    if visit.is_demonstration() {
        format!("{} {foot}", words.get("demonstration-notice"))
    } else {
        foot
    }
}

pub(in crate::pages) fn made(day: NaiveDate) -> Option<(u16, u8, u8)> {
    let year = u16::try_from(day.year()).ok()?;
    let month = u8::try_from(day.month()).ok()?;
    Some((year, month, u8::try_from(day.day()).ok()?))
}
