//! `…/enveloppes/nouvelle` and `…/modifier`: those who manage an envelope make it, and change its amount and ceilings.

use axum::extract::{Form as Sent, Path};
use axum::response::Response;
use portulan_app::editing::Outcome;
use portulan_app::means::envelopes;
use portulan_app::{bodies, rights};
use portulan_model::governance::Body;
use portulan_model::means::envelopes::{Envelope, EnvelopeField};
use portulan_policy::Capability;
use portulan_policy::actions::ManageEnvelopes;

use super::{Pairs, TAB, find, form, may, told};
use crate::auth::{Desk, Refused, done, named};
use crate::pages::addresses;
use crate::pages::editing::answers::{Answers, BEFORE};
use crate::pages::editing::clash;
use crate::pages::parts::{Field, Form, Head, Part, desk_page};
use crate::pages::typed::faults;

/// The body of an address, and the right to make envelopes of it.
fn of_body<'a>(
    desk: &'a Desk,
    slug: &str,
) -> Result<(&'a Body, Capability<ManageEnvelopes>), Refused> {
    let directory = &desk.visit.directory;
    let body = bodies::known(directory, &named(slug)?)?;
    let may = desk.may_on(rights::body(directory, body))?;
    Ok((body, may))
}

/// `GET /espace/gouvernances/{slug}/enveloppes/nouvelle`.
pub(super) async fn blank(desk: Desk, Path(slug): Path<String>) -> Result<Response, Refused> {
    let (body, _may) = of_body(&desk, &slug)?;
    Ok(new(&desk, body, &Answers::default()))
}

/// `POST /espace/gouvernances/{slug}/enveloppes/nouvelle`.
pub(super) async fn create(
    desk: Desk,
    Path(slug): Path<String>,
    Sent(pairs): Sent<Pairs>,
) -> Result<Response, Refused> {
    let (body, may) = of_body(&desk, &slug)?;
    let mut answers = Answers::of(pairs);
    let Some(wish) = form::read(&desk, &mut answers) else {
        return Ok(new(&desk, body, &answers));
    };
    match envelopes::create(desk.app(), &may, &wish).await {
        Ok(slug) => Ok(done(&addresses::envelope(&slug, ""), "env-saved")),
        Err(error) => {
            let field = form::wrong(&wish, &error);
            answers.fault(field, told::refusal(&desk, error)?);
            Ok(new(&desk, body, &answers))
        }
    }
}

fn new(desk: &Desk, body: &Body, answers: &Answers) -> Response {
    let words = desk.words();
    let list = addresses::body_desk(&body.slug, "enveloppes");
    let crumbs = vec![
        (
            desk.visit.link(&addresses::body_desk(&body.slug, "")),
            body.name.clone(),
        ),
        (desk.visit.link(&list), words.get("env-title")),
    ];
    let form = Form {
        id: "enveloppe",
        title: None,
        action: addresses::body_desk(&body.slug, "enveloppes/nouvelle"),
        faults: faults(words, answers),
        fields: form::fields(desk, answers),
        submit: words.get("env-make"),
        plain: false,
    };
    let head = Head {
        crumbs,
        lead: words.get("env-new-lead"),
    };
    let page = desk.page(words.get("env-new"), TAB);
    desk_page(page, head, vec![Part::Form(form)])
}

/// `GET /espace/enveloppes/{slug}/modifier`.
pub(super) async fn show(desk: Desk, Path(slug): Path<String>) -> Result<Response, Refused> {
    let envelope = find(&desk, &slug).await?;
    may::<ManageEnvelopes>(&desk, &envelope)?;
    let mut answers = Answers::default();
    form::fill(&desk, &envelope, &mut answers);
    Ok(page(&desk, &envelope, &answers))
}

/// `POST /espace/enveloppes/{slug}/modifier`.
pub(super) async fn change(
    desk: Desk,
    Path(slug): Path<String>,
    Sent(pairs): Sent<Pairs>,
) -> Result<Response, Refused> {
    let known = find(&desk, &slug).await?;
    let may = may::<ManageEnvelopes>(&desk, &known)?;
    let mut answers = Answers::of(pairs);
    let Some(typed) = form::read(&desk, &mut answers) else {
        return Ok(page(&desk, &known, &answers));
    };
    let value = |field, of: &Envelope| form::told(&desk, field, of);
    let name = |field: EnvelopeField| desk.words().get(field.slug());
    let words = clash::Words {
        word: EnvelopeField::slug,
        name: &name,
        value: &value,
    };
    let mine = form::over(known.clone(), typed.clone());
    let change = words.change(&answers, (EnvelopeField::ALL, &known, mine));
    let here = addresses::envelope(&known.slug, "");
    match envelopes::change(desk.app(), &may, &known.slug, &change).await {
        Ok(Outcome::Saved(_)) => Ok(done(&here, "env-saved")),
        Ok(Outcome::Same) => Ok(done(&here, "place-same")),
        Ok(Outcome::Clash { fields, theirs }) => {
            let ways = (addresses::envelope(&known.slug, "modifier"), here);
            Ok(words.choose((&desk, &answers), ways, (&fields, &theirs, &change)))
        }
        Err(error) => {
            let field = form::wrong(&typed, &error);
            answers.fault(field, told::refusal(&desk, error)?);
            Ok(page(&desk, &known, &answers))
        }
    }
}

fn page(desk: &Desk, known: &Envelope, answers: &Answers) -> Response {
    let words = desk.words();
    let before = answers.before().unwrap_or_else(|| known.clone());
    let before = serde_json::to_string(&before).unwrap_or_default();
    let mut fields = form::fields(desk, answers);
    fields.push(Field::Hidden(BEFORE.to_owned(), before));
    let form = Form {
        id: "enveloppe",
        title: None,
        action: addresses::envelope(&known.slug, "modifier"),
        faults: faults(words, answers),
        fields,
        submit: words.get("desk-save"),
        plain: false,
    };
    let here = desk.visit.link(&addresses::envelope(&known.slug, ""));
    let head = Head {
        crumbs: vec![(here, known.label.clone())],
        lead: words.get("env-change-lead"),
    };
    let told = [("name", known.label.as_str().into())];
    let page = desk.page(words.with("edit-title", &told), TAB);
    desk_page(page, head, vec![Part::Form(form)])
}
