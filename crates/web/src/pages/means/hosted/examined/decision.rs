//! `POST …/examen/decision`: the committee decides on an application, with its motive; where whoever writes it may give money,
//! out of which envelope.

use axum::extract::{Form as Sent, Path};
use axum::response::Response;
use chrono::Datelike as _;
use portulan_app::means::examination::{self, File, Gift, request};
use portulan_model::Cents;
use portulan_model::means::envelopes::Envelope;
use portulan_model::means::examination::Outcome;
use portulan_policy::Capability;
use portulan_policy::actions::{DecideApplications, GrantFunds};

use super::super::Pairs;
use super::{Looked, acts, board, file};
use crate::auth::{Desk, Refused};
use crate::pages::bodies::leads;
use crate::pages::editing::answers::Answers;
use crate::pages::means::envelopes::may_grant;
use crate::pages::parts::{Ask, Field, Form};
use crate::pages::typed::Reading;

/// The form.
pub(super) const DECIDE: &str = "decision";

const OUTCOME: &str = "examen-decision";
const WHY: &str = "examen-decision-motif";
const ENVELOPE: &str = "examen-enveloppe";
const AMOUNT: &str = "examen-montant";
const COST: &str = "examen-cout";
const YEAR: &str = "examen-annee";

/// Whether something may still be decided.
pub(super) fn is_open(file: &File) -> bool {
    let published = file.panel.published.is_some();
    let examination = &file.one.examination;
    examination.may_rule(Outcome::Refused, published).is_ok()
}

/// An envelope out of which whoever looks may give to the application.
struct Purse {
    envelope: Envelope,
    may: Capability<GrantFunds>,
}

async fn purses(desk: &Desk, looked: &Looked) -> Result<Vec<Purse>, Refused> {
    let request = request(looked.id)?;
    let mut purses = Vec::new();
    for envelope in board::readable(desk, &looked.at).await? {
        if let Ok(may) = may_grant(desk, &envelope, request.as_str()).await {
            purses.push(Purse { envelope, may });
        }
    }
    Ok(purses)
}

/// What is typed of money; nothing where none is given.
struct Typed<'a> {
    purse: &'a Purse,
    amount: Cents,
    cost: Option<Cents>,
    year: i32,
}

/// `POST …/examen/decision`.
pub(super) async fn decide(
    desk: Desk,
    Path((slug, call, id)): Path<(String, String, String)>,
    Sent(pairs): Sent<Pairs>,
) -> Result<Response, Refused> {
    let looked = Looked::open(&desk, (&slug, &call, &id)).await?;
    let may = leads::<DecideApplications>(&desk, &looked.at.body)?;
    let purses = purses(&desk, &looked).await?;
    let mut answers = Answers::of(pairs);
    let mut reading = Reading::of(&desk, &mut answers);
    let outcome = reading.one_of(OUTCOME, Outcome::ALL, Outcome::from_slug);
    let why = acts::motive(&mut reading, WHY);
    let money = money(&mut reading, &purses);
    let (Some(outcome), Some(why), 0) = (outcome, why, answers.faults()) else {
        return file::page(&desk, &looked, DECIDE, &answers).await;
    };
    let gift = money.map(|typed| Gift {
        may: &typed.purse.may,
        envelope: typed.purse.envelope.slug.clone(),
        amount: typed.amount,
        cost: typed.cost,
        year: typed.year,
    });
    let of = (&looked.at.call, looked.id);
    let field = if gift.is_some() { AMOUNT } else { WHY };
    let said = examination::decide(desk.app(), &may, of, (outcome, why), gift).await;
    acts::answer(&desk, &looked, (DECIDE, field), answers, said).await
}

/// What is given, where an envelope is chosen.
fn money<'a>(reading: &mut Reading<'_>, purses: &'a [Purse]) -> Option<Typed<'a>> {
    let chosen = reading.answers.text(ENVELOPE).to_owned();
    if chosen.is_empty() {
        if !reading.answers.text(AMOUNT).is_empty() {
            reading.fault(ENVELOPE, "examen-faux-enveloppe");
        }
        return None;
    }
    let mut all = purses.iter();
    let purse = all.find(|one| one.envelope.slug.as_str() == chosen);
    if purse.is_none() {
        reading.fault(ENVELOPE, "examen-faux-enveloppe");
    }
    let amount = reading.amount(AMOUNT);
    if amount.is_none() {
        reading.fault(AMOUNT, "env-refus-vide");
    }
    let cost = reading.amount(COST);
    let year = reading.answers.text(YEAR).parse::<i32>().ok();
    let year = year.filter(|year| (2000..=2100).contains(year));
    if year.is_none() {
        reading.fault(YEAR, "env-wrong-year");
    }
    Some(Typed {
        purse: purse?,
        amount: amount?,
        cost,
        year: year?,
    })
}

/// The form of a decision.
pub(super) async fn form(desk: &Desk, looked: &Looked, answers: &Answers) -> Result<Form, Refused> {
    let words = desk.words();
    let mut answers = answers.clone();
    if answers.text(YEAR).is_empty() {
        answers.put(YEAR, desk.visit.today().year().to_string());
    }
    let purses = purses(desk, looked).await?;
    let ask = Ask {
        words,
        answers: &answers,
    };
    let outcomes: Vec<&str> = Outcome::ALL.iter().map(|one| one.slug()).collect();
    let mut fields = vec![ask.one_of(OUTCOME, &outcomes), ask.area(WHY, 3)];
    if purses.is_empty() {
        let request = request(looked.id)?;
        let told = [("request", request.as_str().into())];
        fields.push(Field::Note(words.with("examen-sans-enveloppe", &told)));
    } else {
        let none = (String::new(), words.get("examen-enveloppe-aucune"));
        let one = |one: &Purse| (one.envelope.slug.to_string(), one.envelope.label.clone());
        let options = std::iter::once(none).chain(purses.iter().map(one));
        fields.push(ask.select(ENVELOPE, options));
        fields.push(ask.text(AMOUNT, "text"));
        if purses.iter().any(|one| one.envelope.rate.share.is_some()) {
            fields.push(ask.text(COST, "text"));
        }
        fields.push(ask.text(YEAR, "text"));
    }
    Ok(acts::form(
        desk,
        looked,
        (DECIDE, "examen-decider"),
        (fields, &answers),
    ))
}
