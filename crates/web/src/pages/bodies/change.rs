//! `/espace/gouvernances/<slug>/modifier`: those who lead a body change what is known of it. Where two of them changed one
//! field, the other's value is shown beside one's own, and saving again decides.

use askama::Template;
use axum::extract::{Form, Path};
use axum::http::StatusCode;
use axum::response::Response;
use portulan_app::editing::{Change, Outcome};
use portulan_app::{areas, bodies};
use portulan_model::governance::{Body, BodyField};
use portulan_policy::actions::EditBody;

use super::fields::Field;
use super::{body, leads, names, seats, told};
use crate::auth::{Desk, Refused, done};
use crate::pages::addresses;
use crate::pages::editing::answers::Answers;
use crate::pages::page::{Page, html_form, html_with};

const NAME: &str = BodyField::Name.slug();
const RUN_BY: &str = BodyField::RunBy.slug();
const SUMMARY: &str = BodyField::Summary.slug();

#[derive(Template)]
#[template(path = "bodies/change.html")]
struct ChangePage {
    page: Page,
    back: (String, String),
    action: String,
    before: String,
    faults: Option<String>,
    clash: bool,
    fields: Vec<Field>,
}

/// `GET /espace/gouvernances/{slug}/modifier`.
pub(super) async fn show(desk: Desk, Path(slug): Path<String>) -> Result<Response, Refused> {
    let body = body(&desk, &slug)?;
    leads::<EditBody>(&desk, body)?;
    let mut answers = Answers::default();
    answers.put(NAME, &body.name);
    answers.put(
        seats::AREA,
        areas::typed(&desk.visit.directory.reference, &body.area),
    );
    let run_by = body.run_by.as_ref();
    let run_by = run_by.map(|slug| names::organisation(&desk.visit.directory, slug));
    answers.put(RUN_BY, run_by.unwrap_or_default());
    let summary = body
        .summary
        .as_ref()
        .map(portulan_model::proposals::Prose::as_str);
    answers.put(SUMMARY, summary.unwrap_or_default());
    Ok(page(&desk, (body, body), &answers, false))
}

/// `POST /espace/gouvernances/{slug}/modifier`.
pub(super) async fn save(
    desk: Desk,
    Path(slug): Path<String>,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<Response, Refused> {
    let known = body(&desk, &slug)?;
    let may = leads::<EditBody>(&desk, known)?;
    let mut answers = Answers::of(pairs);
    let before = before(&answers, known);
    let Some(mine) = read(&desk, &mut answers, known) else {
        return Ok(page(&desk, (known, &before), &answers, false));
    };
    let change = Change {
        fields: BodyField::ALL.into(),
        before,
        mine,
    };
    match bodies::change(desk.app(), &may, &known.slug, &change).await {
        Ok(Outcome::Saved(_) | Outcome::Same) => {
            Ok(done(&addresses::body_desk(&known.slug, ""), "bodies-saved"))
        }
        Ok(Outcome::Clash { fields, theirs }) => {
            let mut seen = change.before.clone();
            for field in &fields {
                field.copy(&theirs, &mut seen);
                let told = [("theirs", value(&desk, *field, &theirs).into())];
                answers.fault(field.slug(), desk.words().with("bodies-clash", &told));
            }
            Ok(page(&desk, (known, &seen), &answers, true))
        }
        Err(error) => {
            answers.fault(RUN_BY, desk.words().get(told(error)?));
            Ok(page(&desk, (known, &change.before), &answers, false))
        }
    }
}

/// The body as it was when the form was opened; as it is now, where the form does not say.
fn before(answers: &Answers, known: &Body) -> Body {
    let read = answers.before().filter(|one: &Body| one.slug == known.slug);
    read.unwrap_or_else(|| known.clone())
}

/// What is typed; nothing where something of it cannot be.
fn read(desk: &Desk, answers: &mut Answers, known: &Body) -> Option<Body> {
    let words = desk.words();
    let name = answers.needed(words, NAME);
    let area = seats::typed_area(desk, answers);
    let run_by = answers.organisation(words, &desk.visit.directory, RUN_BY);
    let summary = answers.prose(words, SUMMARY);
    if answers.faults() > 0 {
        return None;
    }
    Some(Body {
        name: name?,
        area: area?,
        run_by,
        summary,
        ..known.clone()
    })
}

/// A value as people read it.
fn value(desk: &Desk, field: BodyField, body: &Body) -> String {
    let directory = &desk.visit.directory;
    let value = match field {
        BodyField::Name => Some(body.name.clone()),
        BodyField::Area => {
            let typed = areas::typed(&directory.reference, &body.area);
            Some(typed.replace('\n', ", "))
        }
        BodyField::RunBy => body
            .run_by
            .as_ref()
            .map(|slug| names::organisation(directory, slug)),
        BodyField::Summary => body.summary.as_ref().map(|one| one.as_str().to_owned()),
    };
    value
        .filter(|text| !text.is_empty())
        .unwrap_or_else(|| desk.words().get("bodies-nothing"))
}

fn page(desk: &Desk, (known, before): (&Body, &Body), answers: &Answers, clash: bool) -> Response {
    let words = desk.words();
    let faults = answers.faults();
    let told = [("name", known.name.as_str().into())];
    let template = ChangePage {
        page: desk.page(words.with("edit-title", &told), "gouvernances"),
        back: (
            desk.visit.link(&addresses::body_desk(&known.slug, "")),
            known.name.clone(),
        ),
        action: addresses::body_desk(&known.slug, "modifier"),
        before: serde_json::to_string(before).unwrap_or_default(),
        faults: (faults > 0 && !clash).then(|| words.with("form-faults", &[("n", faults.into())])),
        clash,
        fields: vec![
            answers.field(words, NAME, "text"),
            answers.field(words, seats::AREA, "area"),
            answers.field(words, RUN_BY, "text"),
            answers.field(words, SUMMARY, "area"),
        ],
    };
    if clash {
        return html_with(StatusCode::CONFLICT, &template);
    }
    html_form(faults > 0, &template)
}
