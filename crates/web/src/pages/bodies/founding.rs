//! `/espace/gouvernances/<slug>/fondation`: the level that founded a body keeps its documents, its referents, its last day.

use askama::Template;
use axum::extract::{Form, Multipart, Path};
use axum::response::Response;
use portulan_app::Error;
use portulan_app::bodies::{self, BodyError};
use portulan_model::governance::{Body, FoundingDocument, Referent};
use portulan_policy::Capability;
use portulan_policy::actions::ManageBodies;

use super::fields::Field;
use super::files::{self, Cut, FILE};
use super::names::{self, Contact};
use super::new::{document_fields, founding, referent, referent_fields};
use super::{body, founds, told};
use crate::auth::{Desk, Refused, done};
use crate::pages::addresses;
use crate::pages::editing::answers::Answers;
use crate::pages::page::{Page, html_form};
use crate::pages::typed::faults;

type Pairs = Vec<(String, String)>;

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

/// A body, the right of the level that founded it, and what was typed of it.
struct At {
    desk: Desk,
    body: Body,
    may: Capability<ManageBodies>,
    answers: Answers,
}

/// `GET /espace/gouvernances/{slug}/fondation`.
pub(super) async fn show(desk: Desk, Path(slug): Path<String>) -> Result<Response, Refused> {
    At::open(desk, &slug, Answers::default())?.page(None).await
}

/// `POST /espace/gouvernances/{slug}/fondation`: one more document.
pub(super) async fn add_document(
    desk: Desk,
    Path(slug): Path<String>,
    form: Multipart,
) -> Result<Response, Refused> {
    let words = desk.words();
    let mut at = At::open(desk, &slug, Answers::default())?;
    let (answers, upload) = files::form(form).await;
    at.answers = answers;
    let upload = upload.unwrap_or_else(|Cut| {
        at.answers.fault(FILE, words.get("upload-cut"));
        None
    });
    let had_file = upload.is_some();
    // A form that is sent empty says what it lacks.
    let document = founding(words, &mut at.answers, true);
    let Some(document) = document.filter(|_| at.answers.faults() == 0) else {
        if had_file {
            at.answers.fault(FILE, words.get("bodies-wrong-file-again"));
        }
        return at.page(None).await;
    };
    let file = (document, upload);
    let added = bodies::add_document(at.desk.app(), &at.may, &at.body.slug, file).await;
    if let Err(BodyError::File(_) | BodyError::Other(Error::Files(_))) = &added {
        let wrong = added.map_or_else(told, |()| Ok(""))?;
        at.answers.fault(FILE, words.get(wrong));
        return at.page(None).await;
    }
    at.answered(added).await
}

/// `POST /espace/gouvernances/{slug}/fondation/retirer`: a document that was given by mistake.
pub(super) async fn remove_document(
    desk: Desk,
    Path(slug): Path<String>,
    Form(pairs): Form<Pairs>,
) -> Result<Response, Refused> {
    let at = At::open(desk, &slug, Answers::of(pairs))?;
    let line = at.line();
    let gone = bodies::remove_document(at.desk.app(), &at.may, &at.body.slug, line).await;
    at.answered(gone).await
}

/// `POST /espace/gouvernances/{slug}/fondation/referents`.
pub(super) async fn add_referent(
    desk: Desk,
    Path(slug): Path<String>,
    Form(pairs): Form<Pairs>,
) -> Result<Response, Refused> {
    let mut at = At::open(desk, &slug, Answers::of(pairs))?;
    let referent = referent(&at.desk, &mut at.answers);
    let Some(referent) = referent.filter(|_| at.answers.faults() == 0) else {
        let wrong = (at.answers.faults() == 0).then_some("bodies-wrong-missing");
        return at.page(wrong).await;
    };
    let added = bodies::add_referent(at.desk.app(), &at.may, &at.body.slug, referent).await;
    at.answered(added).await
}

/// `POST /espace/gouvernances/{slug}/fondation/fin-referent`.
pub(super) async fn end_referent(
    desk: Desk,
    Path(slug): Path<String>,
    Form(pairs): Form<Pairs>,
) -> Result<Response, Refused> {
    let at = At::open(desk, &slug, Answers::of(pairs))?;
    let line = (at.line(), at.desk.visit.today());
    let ended = bodies::end_referent(at.desk.app(), &at.may, &at.body.slug, line).await;
    at.answered(ended).await
}

/// `POST /espace/gouvernances/{slug}/fondation/fin`.
pub(super) async fn end(
    desk: Desk,
    Path(slug): Path<String>,
    Form(pairs): Form<Pairs>,
) -> Result<Response, Refused> {
    let words = desk.words();
    let mut at = At::open(desk, &slug, Answers::of(pairs))?;
    let Some(last) = at.answers.day(words, LAST) else {
        at.answers.fault(LAST, words.get("bodies-wrong-missing"));
        return at.page(None).await;
    };
    let ended = bodies::end(at.desk.app(), &at.may, &at.body.slug, last).await;
    at.answered(ended).await
}

impl At {
    fn open(desk: Desk, slug: &str, answers: Answers) -> Result<Self, Refused> {
        let body = body(&desk, slug)?.clone();
        let may = founds(&desk, &body.seat)?;
        Ok(Self {
            desk,
            body,
            may,
            answers,
        })
    }

    /// The line that is named: its rank, and what it said.
    fn line(&self) -> (usize, &str) {
        let rank = self.answers.text(RANK).parse();
        let said = self.answers.first(SAID).unwrap_or_default();
        (rank.unwrap_or(usize::MAX), said)
    }

    async fn answered(self, outcome: Result<(), BodyError>) -> Result<Response, Refused> {
        match outcome {
            Ok(()) => {
                let here = addresses::body_desk(&self.body.slug, "fondation");
                Ok(done(&here, "bodies-saved"))
            }
            Err(error) => self.page(Some(told(error)?)).await,
        }
    }

    async fn page(&self, wrong: Option<&'static str>) -> Result<Response, Refused> {
        let (desk, body, answers) = (&self.desk, &self.body, &self.answers);
        let kept = bodies::founded(desk.app(), &self.may, &body.slug).await?;
        let words = desk.words();
        let told = [("name", kept.name.as_str().into())];
        let template = FoundingPage {
            page: desk.page(words.with("bodies-founding-of", &told), "gouvernances"),
            back: (
                desk.visit.link(&addresses::body_desk(&body.slug, "")),
                kept.name.clone(),
            ),
            action: addresses::body_desk(&body.slug, "fondation"),
            wrong: wrong.map(|id| words.get(id)),
            faults: faults(words, answers),
            documents: documents(desk, &kept),
            document: document_fields(words, answers),
            referents: referents(desk, &kept),
            referent: referent_fields(words, answers),
            last: answers.field(words, LAST, "date"),
            period: names::period(desk.visit.lang, kept.period),
        };
        Ok(html_form(
            template.faults.is_some() || wrong.is_some(),
            &template,
        ))
    }
}

fn documents(desk: &Desk, kept: &Body) -> Vec<Document> {
    let all = kept.founding.iter().enumerate();
    let document = |(rank, one): (usize, &FoundingDocument)| {
        let (title, about) = names::document(desk.visit.lang, one);
        Document {
            rank,
            said: one.title.clone(),
            title,
            about,
        }
    };
    all.map(document).collect()
}

fn referents(desk: &Desk, kept: &Body) -> Vec<Known> {
    let day = desk.visit.today();
    let all = kept.referents.iter().enumerate();
    let known = |(rank, one): (usize, &Referent)| Known {
        rank,
        said: one.function.clone(),
        contact: names::contact(&desk.visit, one),
        over: one.period.is_over(day) || one.period.to() == Some(day),
        id: format!("referent-{rank}"),
    };
    all.map(known).collect()
}
