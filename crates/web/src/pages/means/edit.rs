//! A call is written: a new one, or what one says. Once one may answer, what changes is told with the change.

use axum::extract::{Form, Path};
use axum::response::Response;
use portulan_app::editing::Outcome;
use portulan_app::means::calls::{self, MeansError};
use portulan_model::means::calls::{Amendment, CallError, Terms, TermsField};
use portulan_policy::actions::ManageCalls;

use super::form::{self, AMENDMENT, OWNER, TITLE};
use super::{Pairs, Reached, TAB, at_desk, body, crumbs, leads, told};
use crate::auth::{Desk, Refused, done};
use crate::pages::addresses;
use crate::pages::editing::answers::Answers;
use crate::pages::editing::clash;
use crate::pages::parts::{Ask, Form as Sheet, Head, Part, desk_page};
use crate::pages::typed::{Reading, faults};

/// `GET /espace/gouvernances/{slug}/appels/nouveau`.
pub(super) async fn blank(desk: Desk, Path(slug): Path<String>) -> Result<Response, Refused> {
    let known = body(&desk, &slug)?;
    leads::<ManageCalls>(&desk, known)?;
    let mut answers = Answers::default();
    form::first(&desk, &known.slug, &mut answers);
    new_page(&desk, &slug, &answers)
}

/// `POST /espace/gouvernances/{slug}/appels/nouveau`.
pub(super) async fn create(
    desk: Desk,
    Path(slug): Path<String>,
    Form(pairs): Form<Pairs>,
) -> Result<Response, Refused> {
    let known = body(&desk, &slug)?.clone();
    let may = leads::<ManageCalls>(&desk, &known)?;
    let mut answers = Answers::of(pairs);
    let Some(terms) = form::read(&desk, &mut answers) else {
        return new_page(&desk, &slug, &answers);
    };
    match calls::create(desk.app(), &may, terms).await {
        Ok(call) => Ok(done(&at_desk(&known.slug, &call, ""), "appel-created")),
        Err(error) => {
            answers.fault(TITLE, told(&desk, error)?);
            new_page(&desk, &slug, &answers)
        }
    }
}

fn new_page(desk: &Desk, slug: &str, answers: &Answers) -> Result<Response, Refused> {
    let (body, words) = (body(desk, slug)?, desk.words());
    let sheet = Sheet {
        id: "appel",
        title: None,
        action: addresses::body_desk(&body.slug, "appels/nouveau"),
        faults: faults(words, answers),
        fields: form::fields(desk, answers, None),
        submit: words.get("appel-create"),
        plain: false,
    };
    let head = Head {
        crumbs: crumbs(desk, body),
        lead: words.get("appel-new-lead"),
    };
    let page = desk.page(words.get("appel-new"), TAB);
    Ok(desk_page(page, head, vec![Part::Form(sheet)]))
}

/// `GET …/{appel}/modifier`.
pub(super) async fn show(
    desk: Desk,
    Path((slug, call)): Path<(String, String)>,
) -> Result<Response, Refused> {
    let at = Reached::open(&desk, (&slug, &call)).await?;
    at.manages(&desk)?;
    let mut answers = Answers::default();
    form::fill(&desk, &at.prepared.call.terms, &mut answers);
    Ok(page(&desk, &at, &answers))
}

/// `POST …/{appel}/modifier`.
pub(super) async fn save(
    desk: Desk,
    Path((slug, call)): Path<(String, String)>,
    Form(pairs): Form<Pairs>,
) -> Result<Response, Refused> {
    let at = Reached::open(&desk, (&slug, &call)).await?;
    let may = at.manages(&desk)?;
    let mut answers = Answers::of(pairs);
    let what = Reading::of(&desk, &mut answers).prose(AMENDMENT);
    let mine = form::read(&desk, &mut answers);
    let Some(mine) = mine.filter(|_| answers.faults() == 0) else {
        return Ok(page(&desk, &at, &answers));
    };
    let amendment = what.map(|what| Amendment {
        on: desk.visit.today(),
        what,
    });
    let value = |field, terms: &Terms| form::value(&desk, field, terms);
    let name = |field: TermsField| desk.words().get(field.slug());
    let words = clash::Words {
        word: TermsField::slug,
        name: &name,
        value: &value,
    };
    let known = &at.prepared.call.terms;
    let change = words.change(&answers, (TermsField::ALL, known, mine));
    let saved = calls::write(desk.app(), &may, at.slug(), (&change, amendment)).await;
    match saved {
        Ok(Outcome::Saved(_)) => Ok(done(&at.here(), "appel-saved")),
        Ok(Outcome::Same) => Ok(done(&at.here(), "place-same")),
        Ok(Outcome::Clash { fields, theirs }) => {
            let ways = (at.at("modifier"), at.here());
            Ok(words.choose((&desk, &answers), ways, (&fields, &theirs, &change)))
        }
        Err(error) => {
            let field = match &error {
                MeansError::Call(CallError::Unsaid | CallError::TooEarly(_)) => AMENDMENT,
                MeansError::Other(_) => OWNER,
                _ => TITLE,
            };
            answers.fault(field, told(&desk, error)?);
            Ok(page(&desk, &at, &answers))
        }
    }
}

fn page(desk: &Desk, at: &Reached, answers: &Answers) -> Response {
    let (words, call) = (desk.words(), &at.prepared.call);
    let mut fields = form::fields(desk, answers, Some(&call.terms));
    if call.asks_amendment(desk.visit.now) {
        fields.push(Ask { words, answers }.area(AMENDMENT, 3));
    }
    let sheet = Sheet {
        id: "appel",
        title: None,
        action: at.at("modifier"),
        faults: faults(words, answers),
        fields,
        submit: words.get("desk-save"),
        plain: false,
    };
    let told = [("name", call.terms.title.as_str().into())];
    let head = Head {
        crumbs: at.crumbs(desk, true),
        lead: String::new(),
    };
    let page = desk.page(words.with("edit-title", &told), TAB);
    desk_page(page, head, vec![Part::Form(sheet)])
}
