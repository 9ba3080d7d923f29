//! `/espace/gouvernances/nouvelle`: a level founds a body, from the letter that founds it to its first referent.

use askama::Template;
use axum::extract::Multipart;
use axum::response::Response;
use portulan_app::bodies::{self, Founded};
use portulan_i18n::Words;
use portulan_model::governance::{DocumentKind, FoundingDocument, Referent};
use portulan_model::{Period, Slug};

use super::fields::Field;
use super::files::{self, Cut, FILE};
use super::seats::{self, AREA, SEAT};
use super::told;
use crate::auth::{Desk, Refused, done};
use crate::pages::addresses;
use crate::pages::editing::answers::Answers;
use crate::pages::page::{Page, html_form};
use crate::pages::typed::faults;

const NAME: &str = "nom";
const FROM: &str = "debut";
const SUMMARY: &str = "objet";
const RUN_BY: &str = "animation";
const BY_RIGHT: &str = "de_droit";
const KIND: &str = "nature";
const TITLE: &str = "titre";
const DATE: &str = "date";
const REFERENCE: &str = "reference";
const URL: &str = "lien";
const EMPLOYER: &str = "structure";
const FUNCTION: &str = "fonction";
const EMAIL: &str = "courriel";
const PHONE: &str = "telephone";
const SINCE: &str = "depuis";

#[derive(Template)]
#[template(path = "bodies/new.html")]
struct NewPage {
    page: Page,
    back: &'static str,
    action: &'static str,
    faults: Option<String>,
    /// The fields of each part, under its title.
    parts: Vec<(String, Vec<Field>)>,
}

/// `GET /espace/gouvernances/nouvelle`.
pub(super) async fn blank(desk: Desk) -> Result<Response, Refused> {
    let mut answers = Answers::default();
    let asked = desk.visit.value(SEAT).map(str::to_owned);
    let first = || seats::offered(&desk).into_iter().next().map(|(key, _)| key);
    answers.put(SEAT, asked.or_else(first).unwrap_or_default());
    answers.put(FROM, desk.visit.today().to_string());
    Ok(page(&desk, &answers))
}

/// `POST /espace/gouvernances/nouvelle`.
pub(super) async fn create(desk: Desk, form: Multipart) -> Result<Response, Refused> {
    let (mut answers, upload) = files::form(form).await;
    let words = desk.words();
    let upload = upload.unwrap_or_else(|Cut| {
        answers.fault(FILE, words.get("upload-cut"));
        None
    });
    let seat = seats::read(&desk, &mut answers);
    let read = seat.and_then(|(seat, may)| {
        let area = seats::area(&desk, &mut answers, &seat)?;
        Some((seat, area, may))
    });
    let name = answers.needed(words, NAME);
    let from = answers.day(words, FROM);
    let founding = founding(words, &mut answers, upload.is_some());
    let referents = referent(&desk, &mut answers);
    let directory = &desk.visit.directory;
    let run_by = answers.organisation(words, directory, RUN_BY);
    let by_right = answers.organisation(words, directory, BY_RIGHT);
    let summary = answers.prose(words, SUMMARY);
    let (Some((seat, area, may)), Some(name)) = (read, name) else {
        return Ok(again(&desk, answers, upload.is_some()));
    };
    if answers.faults() > 0 {
        return Ok(again(&desk, answers, upload.is_some()));
    }
    let founded = Founded {
        name,
        seat,
        area,
        period: from.map_or(Period::ALWAYS, Period::since),
        run_by,
        summary,
        founding: founding.map(|document| (document, upload)),
        referents: referents.into_iter().collect(),
        by_right: by_right.into_iter().collect(),
    };
    match bodies::create(desk.app(), &may, founded).await {
        Ok(slug) => Ok(done(&addresses::body_desk(&slug, ""), "bodies-founded")),
        Err(error) => {
            use portulan_app::{Error, bodies::BodyError};
            let file = matches!(
                error,
                BodyError::File(_) | BodyError::Other(Error::Files(_))
            );
            let field = if file { FILE } else { NAME };
            answers.fault(field, words.get(told(error)?));
            Ok(again(&desk, answers, true))
        }
    }
}

/// The form again. A browser never sends a file twice by itself: that it must be chosen again is said.
fn again(desk: &Desk, mut answers: Answers, had_file: bool) -> Response {
    if had_file {
        answers.fault(FILE, desk.words().get("bodies-wrong-file-again"));
    }
    page(desk, &answers)
}

/// A founding document, where something of one was typed.
pub(super) fn founding(
    words: Words,
    answers: &mut Answers,
    file: bool,
) -> Option<FoundingDocument> {
    if !file && !answers.has_any(&[TITLE, DATE, REFERENCE, URL]) {
        return None;
    }
    let kind = DocumentKind::from_slug(answers.text(KIND));
    if kind.is_none() {
        answers.fault(KIND, words.get("bodies-wrong-missing"));
    }
    let title = answers.needed(words, TITLE);
    let on = answers.day(words, DATE);
    if on.is_none() {
        answers.fault(DATE, words.get("bodies-wrong-missing"));
    }
    let reference = answers.line(words, REFERENCE);
    let url = answers.line(words, URL);
    if let Some(url) = &url
        && !url.starts_with("https://")
    {
        answers.fault(URL, words.get("bodies-wrong-url"));
    }
    Some(FoundingDocument {
        kind: kind?,
        title: title?,
        on: on?,
        reference,
        file: None,
        url,
    })
}

/// A referent, where something of one was typed.
pub(super) fn referent(desk: &Desk, answers: &mut Answers) -> Option<Referent> {
    let words = desk.words();
    if !answers.has_any(&[EMPLOYER, FUNCTION, EMAIL, PHONE]) {
        return None;
    }
    let organisation = answers.organisation(words, &desk.visit.directory, EMPLOYER);
    if organisation.is_none() {
        answers.fault(EMPLOYER, words.get("bodies-wrong-missing"));
    }
    let function = answers.needed(words, FUNCTION);
    let email = answers.email(words, EMAIL);
    let phone = answers.phone(words, PHONE);
    let since = answers.day(words, SINCE);
    let organisation: Slug = organisation?;
    Some(Referent {
        organisation,
        function: function?,
        email,
        phone,
        period: since.map_or(Period::ALWAYS, Period::since),
    })
}

/// The fields of a founding document.
pub(super) fn document_fields(words: Words, answers: &Answers) -> Vec<Field> {
    let kinds = DocumentKind::ALL.iter().map(|kind| {
        let shown = words.get(&format!("bodies-document-{}", kind.slug()));
        (kind.slug().to_owned(), shown)
    });
    vec![
        answers.select(words, KIND, kinds),
        answers.field(words, TITLE, "text"),
        answers.field(words, DATE, "date"),
        answers.field(words, REFERENCE, "text"),
        answers.field(words, FILE, "file"),
        answers.field(words, URL, "text"),
    ]
}

/// The fields of a referent.
pub(super) fn referent_fields(words: Words, answers: &Answers) -> Vec<Field> {
    vec![
        answers.field(words, EMPLOYER, "text"),
        answers.field(words, FUNCTION, "text"),
        answers.field(words, EMAIL, "email"),
        answers.field(words, PHONE, "tel"),
        answers.field(words, SINCE, "date"),
    ]
}

fn page(desk: &Desk, answers: &Answers) -> Response {
    let words = desk.words();
    let mut seat = answers.field(words, SEAT, "text");
    let offered = seats::offered(desk).into_iter();
    seat.options = offered.map(|(key, name)| (key, name, false)).collect();
    let what = vec![
        seat,
        answers.field(words, NAME, "text"),
        answers.field(words, AREA, "area"),
        answers.field(words, FROM, "date"),
        answers.field(words, SUMMARY, "area"),
        answers.field(words, RUN_BY, "text"),
        answers.field(words, BY_RIGHT, "text"),
    ];
    let template = NewPage {
        page: desk.page(words.get("bodies-new"), "gouvernances"),
        back: addresses::BODIES_DESK,
        action: addresses::NEW_BODY,
        faults: faults(words, answers),
        parts: vec![
            (words.get("bodies-part-what"), what),
            (
                words.get("bodies-part-document"),
                document_fields(words, answers),
            ),
            (
                words.get("bodies-part-referent"),
                referent_fields(words, answers),
            ),
        ],
    };
    html_form(template.faults.is_some(), &template)
}
