//! What a scheme stands on: a charter, an agreement, with its date, its reference and where it is read.

use axum::extract::{Form as Sent, Path};
use axum::response::Response;
use portulan_app::schemes;
use portulan_i18n::date;
use portulan_model::governance::{DocumentKind, FoundingDocument};
use portulan_model::schemes::Scheme;
use portulan_text::WebUrl;

use super::{desk, form, own};
use crate::auth::{Desk, Refused, done};
use crate::pages::addresses;
use crate::pages::editing::answers::Answers;
use crate::pages::parts::{Ask, Button, Form, Line, Part};
use crate::pages::typed::{NAME_CHARS, Reading, faults};

const KIND: &str = "doc-type";
const TITLE: &str = "doc-titre";
const ON: &str = "doc-date";
const REFERENCE: &str = "doc-reference";
const URL: &str = "doc-adresse";
const ALL: [&str; 5] = [KIND, TITLE, ON, REFERENCE, URL];

/// `POST /espace/dispositifs/{slug}/documents`.
pub(super) async fn set(
    desk: Desk,
    Path(slug): Path<String>,
    Sent(pairs): Sent<Vec<(String, String)>>,
) -> Result<Response, Refused> {
    let (slug, may) = own(&desk, &slug)?;
    let mut answers = Answers::of(pairs);
    let known = schemes::read(desk.app(), &may, &slug).await?;
    let stands = !answers.has("geste", "retirer");
    let document = if stands {
        read(&desk, &mut answers).filter(|_| answers.faults() == 0)
    } else {
        let mut all = known.founding.iter();
        all.find(|one| one.title == answers.text(TITLE)).cloned()
    };
    let Some(document) = document else {
        if !stands {
            return Ok(done(&addresses::scheme_desk(&slug), "place-same"));
        }
        form::fill(&desk, &known, &mut answers);
        return Ok(desk::shown(&desk, &known, &answers));
    };
    schemes::set_document(desk.app(), &may, &slug, (document, stands)).await?;
    Ok(done(&addresses::scheme_desk(&slug), "disp-saved"))
}

fn read(desk: &Desk, answers: &mut Answers) -> Option<FoundingDocument> {
    let mut reading = Reading { desk, answers };
    let kind = reading.one_of(KIND, DocumentKind::ALL, DocumentKind::from_slug);
    let title = reading.line(TITLE, NAME_CHARS);
    if title.is_none() {
        reading.fault(TITLE, "typed-name-missing");
    }
    let on = reading.needed_day(ON);
    let reference = reading.line(REFERENCE, NAME_CHARS);
    let typed = reading.line(URL, NAME_CHARS);
    let url = typed.as_deref().and_then(|text| WebUrl::parse(text).ok());
    let url = url.map(|url| url.as_str().to_owned());
    if let Some(typed) = typed.filter(|_| url.is_none()) {
        let words = reading
            .words()
            .with("edit-site-wrong", &[("text", typed.into())]);
        reading.answers.fault(URL, words);
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

/// Whether something of the form is wrong.
pub(super) fn is_wrong(answers: &Answers) -> bool {
    ALL.iter().any(|name| answers.wrong(name).is_some())
}

/// Those that are known, and the form that adds one.
pub(super) fn parts(desk: &Desk, scheme: &Scheme, answers: &Answers) -> Vec<Part> {
    let words = desk.words();
    let action = format!("{}/documents", addresses::scheme_desk(&scheme.slug));
    let line = |document: &FoundingDocument| {
        let title = document.title.clone();
        let hidden = vec![(TITLE, title), ("geste", "retirer".to_owned())];
        Line {
            words: document.title.clone(),
            address: document.url.clone(),
            more: about(desk, document),
            button: Some(Button::remove(
                words,
                &document.title,
                action.clone(),
                hidden,
            )),
        }
    };
    let ask = Ask { words, answers };
    let kinds: Vec<&str> = DocumentKind::ALL.iter().map(|kind| kind.slug()).collect();
    vec![
        Part::Title("documents", words.get("doc-title")),
        Part::Lines(scheme.founding.iter().map(line).collect()),
        Part::Form(Form {
            id: "ajouter-document",
            title: None,
            action,
            faults: faults(words, answers).filter(|_| is_wrong(answers)),
            fields: vec![
                ask.one_of(KIND, &kinds),
                ask.text(TITLE, "text"),
                ask.day(ON),
                ask.text(REFERENCE, "text"),
                ask.text(URL, "text"),
            ],
            submit: words.get("doc-add"),
            plain: false,
        }),
    ]
}

/// Its kind, its day, its reference.
fn about(desk: &Desk, document: &FoundingDocument) -> String {
    about_in(&desk.visit, document)
}

/// The same for everybody.
pub(super) fn about_in(visit: &crate::pages::visit::Visit, document: &FoundingDocument) -> String {
    let words = portulan_i18n::Words::new(visit.lang);
    let kind = words.get(&format!("doc-type-{}", document.kind.slug()));
    let day = date(visit.lang, document.on);
    let told = [("kind", kind.into()), ("date", day.into())];
    let about = words.with("doc-about", &told);
    match &document.reference {
        Some(reference) => format!("{about}, {reference}"),
        None => about,
    }
}
