//! `…/promettre`, `…/accorder`, `…/verser`, `…/liberer`: a line of the ledger, on a form of its own.
//!
//! Each asks for its own right, on the envelope. A form bears a name that was drawn when it was shown: sent twice, it is one
//! line. What is refused comes back with which ceiling, by how much, and what can still be had.

use axum::extract::{Form as Sent, Path};
use axum::response::Response;
use chrono::Datelike as _;
use portulan_app::Error;
use portulan_app::means::envelopes::{self, Asked, EnvelopeError};
use portulan_model::OnceId;
use portulan_model::means::envelopes::{Account, Envelope, Line, Move, Reference, Refusal};
use portulan_policy::actions::{CorrectLedger, PayFunds, PromiseFunds};
use portulan_policy::{Alone, Refusal as NotAllowed};

use super::{Pairs, TAB, find, may, may_grant, told};
use crate::auth::{Desk, Refused, done};
use crate::pages::addresses;
use crate::pages::editing::answers::Answers;
use crate::pages::parts::{Ask, Field, Form, Head, Part, desk_page};
use crate::pages::typed::{Reading, faults};

const FORM: &str = "formulaire";
const REQUEST: &str = "env-ligne-demande";
const BENEFICIARY: &str = "env-ligne-structure";
const TERRITORY: &str = "env-ligne-territoire";
const YEAR: &str = "env-ligne-annee";
const AMOUNT: &str = "env-ligne-montant";
const COST: &str = "env-ligne-cout";
const DECISION: &str = "env-ligne-decision";
const REASON: &str = "env-ligne-motif";

/// `GET /espace/enveloppes/{slug}/promettre`.
pub(super) async fn ask_promise(desk: Desk, Path(slug): Path<String>) -> Result<Response, Refused> {
    ask::<PromiseFunds>(&desk, &slug, Move::Promise).await
}

/// The form for the first time, for whoever has the right.
async fn ask<A: Alone>(desk: &Desk, slug: &str, what: Move) -> Result<Response, Refused> {
    let envelope = find(desk, slug).await?;
    may::<A>(desk, &envelope)?;
    Ok(blank(desk, &envelope, what))
}

/// `POST /espace/enveloppes/{slug}/promettre`.
pub(super) async fn promise(
    desk: Desk,
    Path(slug): Path<String>,
    Sent(pairs): Sent<Pairs>,
) -> Result<Response, Refused> {
    let envelope = find(&desk, &slug).await?;
    let may = may::<PromiseFunds>(&desk, &envelope)?;
    let mut answers = Answers::of(pairs);
    let Some(asked) = read(&desk, &mut answers, &envelope) else {
        return Ok(page(&desk, &envelope, Move::Promise, &answers));
    };
    let taken = envelopes::promise(desk.app(), &may, &envelope.slug, asked).await;
    answer(&desk, (&envelope, Move::Promise), answers, taken)
}

/// `GET /espace/enveloppes/{slug}/accorder`.
pub(super) async fn ask_grant(desk: Desk, Path(slug): Path<String>) -> Result<Response, Refused> {
    let envelope = find(&desk, &slug).await?;
    may_grant(&desk, &envelope, "").await?;
    Ok(blank(&desk, &envelope, Move::Grant))
}

/// `POST /espace/enveloppes/{slug}/accorder`. Whoever promised to that very request is told so on the form.
pub(super) async fn grant(
    desk: Desk,
    Path(slug): Path<String>,
    Sent(pairs): Sent<Pairs>,
) -> Result<Response, Refused> {
    let envelope = find(&desk, &slug).await?;
    may_grant(&desk, &envelope, "").await?;
    let mut answers = Answers::of(pairs);
    let Some(asked) = read(&desk, &mut answers, &envelope) else {
        return Ok(page(&desk, &envelope, Move::Grant, &answers));
    };
    let request = asked.account.request.as_str();
    let Ok(may) = may_grant(&desk, &envelope, request).await else {
        answers.fault(REQUEST, desk.words().get("env-refus-soi"));
        return Ok(page(&desk, &envelope, Move::Grant, &answers));
    };
    let taken = envelopes::grant(desk.app(), &may, &envelope.slug, asked).await;
    answer(&desk, (&envelope, Move::Grant), answers, taken)
}

/// `GET /espace/enveloppes/{slug}/verser`.
pub(super) async fn ask_pay(desk: Desk, Path(slug): Path<String>) -> Result<Response, Refused> {
    ask::<PayFunds>(&desk, &slug, Move::Pay).await
}

/// `POST /espace/enveloppes/{slug}/verser`.
pub(super) async fn pay(
    desk: Desk,
    Path(slug): Path<String>,
    Sent(pairs): Sent<Pairs>,
) -> Result<Response, Refused> {
    let envelope = find(&desk, &slug).await?;
    let may = may::<PayFunds>(&desk, &envelope)?;
    let mut answers = Answers::of(pairs);
    let Some(asked) = read(&desk, &mut answers, &envelope) else {
        return Ok(page(&desk, &envelope, Move::Pay, &answers));
    };
    let taken = envelopes::pay(desk.app(), &may, &envelope.slug, asked).await;
    answer(&desk, (&envelope, Move::Pay), answers, taken)
}

/// `GET /espace/enveloppes/{slug}/liberer`.
pub(super) async fn ask_release(desk: Desk, Path(slug): Path<String>) -> Result<Response, Refused> {
    ask::<CorrectLedger>(&desk, &slug, Move::Release).await
}

/// `POST /espace/enveloppes/{slug}/liberer`.
pub(super) async fn release(
    desk: Desk,
    Path(slug): Path<String>,
    Sent(pairs): Sent<Pairs>,
) -> Result<Response, Refused> {
    let envelope = find(&desk, &slug).await?;
    let may = may::<CorrectLedger>(&desk, &envelope)?;
    let mut answers = Answers::of(pairs);
    let Some(asked) = read(&desk, &mut answers, &envelope) else {
        return Ok(page(&desk, &envelope, Move::Release, &answers));
    };
    let taken = envelopes::release(desk.app(), &may, &envelope.slug, asked).await;
    answer(&desk, (&envelope, Move::Release), answers, taken)
}

/// The envelope with its new line, or the form again with what is wrong.
fn answer(
    desk: &Desk,
    (envelope, what): (&Envelope, Move),
    mut answers: Answers,
    taken: Result<Line, EnvelopeError>,
) -> Result<Response, Refused> {
    match taken {
        Ok(_line) => {
            let note = format!("env-{}", what.slug());
            Ok(done(&addresses::envelope(&envelope.slug, ""), &note))
        }
        Err(error) => {
            let field = wrong(&error);
            answers.fault(field, told::refusal(desk, error)?);
            Ok(page(desk, envelope, what, &answers))
        }
    }
}

/// The field in which what is refused is mended; the sum, where it is too much or comes at the wrong time.
const fn wrong(error: &EnvelopeError) -> &'static str {
    match error {
        EnvelopeError::NoOrganisation(_) => BENEFICIARY,
        EnvelopeError::Refused(Refusal::YearOutside(_)) => YEAR,
        EnvelopeError::Refused(Refusal::NoCost) => COST,
        EnvelopeError::Refused(Refusal::Undercut(_))
        | EnvelopeError::Other(Error::Forbidden(NotAllowed::OwnWork { .. })) => REQUEST,
        _ => AMOUNT,
    }
}

/// What is typed; nothing where something of it cannot be.
fn read(desk: &Desk, answers: &mut Answers, envelope: &Envelope) -> Option<Asked> {
    let form = form_name(desk, answers);
    let mut reading = Reading::of(desk, answers);
    let request = reference(&mut reading, REQUEST);
    if request.is_none() {
        reading.fault(REQUEST, "env-wrong-request");
    }
    let beneficiary = reading.needed_organisation(BENEFICIARY);
    let territory = reading.territory(TERRITORY);
    let year = reading.answers.text(YEAR).parse::<i32>().ok();
    let year = year.filter(|year| (2000..=2100).contains(year));
    if year.is_none() {
        reading.fault(YEAR, "env-wrong-year");
    }
    let amount = reading.amount(AMOUNT);
    if amount.is_none() {
        reading.fault(AMOUNT, "env-refus-vide");
    }
    let cost = envelope.rate.share.and_then(|_| reading.amount(COST));
    let decision = reference(&mut reading, DECISION);
    let reason = reading.prose(REASON);
    if reason.is_none() {
        reading.fault(REASON, "env-wrong-reason");
    }
    if answers.faults() > 0 {
        return None;
    }
    Some(Asked {
        form,
        account: Account {
            request: request?,
            beneficiary: beneficiary?,
            territory: territory?,
            year: year?,
        },
        amount: amount?,
        cost,
        decision,
        reason: reason?,
    })
}

/// The name of a form, drawn when it was shown; one that has none gets one.
pub(super) fn form_name(desk: &Desk, answers: &mut Answers) -> String {
    if answers.text(FORM).parse::<OnceId>().is_err() {
        answers.put(FORM, envelopes::new_form(desk.app()));
    }
    answers.text(FORM).to_owned()
}

/// What a request or a decision is called; none where nothing is typed.
fn reference(reading: &mut Reading<'_>, field: &str) -> Option<Reference> {
    let line = reading.line(field, Reference::LONGEST)?;
    line.parse().ok()
}

/// The form for the first time: its name is drawn now.
fn blank(desk: &Desk, envelope: &Envelope, what: Move) -> Response {
    let mut answers = Answers::default();
    answers.put(FORM, envelopes::new_form(desk.app()));
    answers.put(YEAR, desk.visit.today().year().to_string());
    for field in [REQUEST, BENEFICIARY, TERRITORY, YEAR, AMOUNT] {
        if let Some(given) = desk.visit.value(field) {
            let given = given.to_owned();
            answers.put(field, given);
        }
    }
    page(desk, envelope, what, &answers)
}

fn page(desk: &Desk, envelope: &Envelope, what: Move, answers: &Answers) -> Response {
    let words = desk.words();
    let ask = Ask { words, answers };
    let mut fields = vec![
        ask.text(REQUEST, "text"),
        ask.text(BENEFICIARY, "text"),
        ask.text(TERRITORY, "text"),
        ask.text(YEAR, "text"),
        ask.text(AMOUNT, "text"),
    ];
    if what.commits() && envelope.rate.share.is_some() {
        fields.push(ask.text(COST, "text"));
    }
    fields.push(ask.text(DECISION, "text"));
    fields.push(ask.area(REASON, 3));
    let form = answers.text(FORM).to_owned();
    fields.push(Field::Hidden(FORM.to_owned(), form));
    let act = format!("env-acte-{}", what.slug());
    let form = Form {
        id: "ligne",
        title: None,
        action: addresses::envelope(&envelope.slug, what.slug()),
        faults: faults(words, answers),
        fields,
        submit: words.get(&act),
        plain: what == Move::Release,
    };
    let here = desk.visit.link(&addresses::envelope(&envelope.slug, ""));
    let head = Head {
        crumbs: vec![(here, envelope.label.clone())],
        lead: words.get(&format!("{act}-aide")),
    };
    let page = desk.page(words.get(&act), TAB);
    desk_page(page, head, vec![Part::Form(form)])
}
