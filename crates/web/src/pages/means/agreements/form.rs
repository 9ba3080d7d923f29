//! `…/conventions/nouvelle` and `…/modifier`: the terms of an agreement, drafted, or changed by an amendment once signed.

use axum::extract::{Form as Sent, Path};
use axum::response::Response;
use portulan_app::means::agreements::{self, Followed, Granted, Step};
use portulan_i18n::{Words, amount};
use portulan_model::Slug;
use portulan_model::means::agreements::{AgreementState, Instalment, Terms};
use portulan_model::means::envelopes::{Envelope, Reference};
use portulan_policy::actions::{ReadEnvelope, WriteAgreements};

use super::acts::{DAY, REASON, reason};
use super::{At, Pairs, TAB, at, crumbs, crumbs_under, find, may, reached, told};
use crate::auth::{Desk, Refused, done};
use crate::pages::addresses;
use crate::pages::editing::answers::{Answers, BEFORE};
use crate::pages::parts::{Ask, Field, Form, Head, Part, Text, desk_page};
use crate::pages::typed::{Reading, faults, fill_period};

/// The request of a beneficiary for which money is granted.
pub(super) const REQUEST: &str = "conv-demande";
const PURPOSE: &str = "conv-objet";
const FROM: &str = "conv-debut";
const TO: &str = "conv-fin";
const DUE: &str = "conv-echeance-jour";
const AMOUNT: &str = "conv-echeance-montant";
const INTERIM: &str = "conv-jour-intermediaire";
const LAST: &str = "conv-jour-final";
/// Rows that are always there, and those that are offered under what is filled.
const ROWS: usize = 2;

/// The answer that names what is granted to a request of a beneficiary: a slug holds no slash.
pub(super) fn about(beneficiary: &Slug, request: &Reference) -> String {
    format!("{beneficiary}/{request}")
}

/// `GET /espace/enveloppes/{slug}/conventions/nouvelle`.
pub(super) async fn blank(desk: Desk, Path(slug): Path<String>) -> Result<Response, Refused> {
    let envelope = find(&desk, &slug).await?;
    may::<WriteAgreements>(&desk, &envelope)?;
    let mut answers = Answers::default();
    if let Some(given) = desk.visit.value(REQUEST) {
        answers.put(REQUEST, given.to_owned());
    }
    new(&desk, &envelope, &answers).await
}

/// `POST /espace/enveloppes/{slug}/conventions/nouvelle`.
pub(super) async fn create(
    desk: Desk,
    Path(slug): Path<String>,
    Sent(pairs): Sent<Pairs>,
) -> Result<Response, Refused> {
    let envelope = find(&desk, &slug).await?;
    let may = may::<WriteAgreements>(&desk, &envelope)?;
    let mut answers = Answers::of(pairs);
    let chosen = answers.text(REQUEST).split_once('/');
    let chosen = chosen.and_then(|(slug, request)| {
        Some((
            request.parse::<Reference>().ok()?,
            slug.parse::<Slug>().ok()?,
        ))
    });
    if chosen.is_none() {
        answers.fault(REQUEST, desk.words().get("edit-choice-unknown"));
    }
    let terms = read(&desk, &mut answers);
    let Some((chosen, terms)) = chosen.zip(terms) else {
        return new(&desk, &envelope, &answers).await;
    };
    match agreements::draft(desk.app(), &may, &envelope.slug, chosen, terms).await {
        Ok(slug) => {
            let here = addresses::agreements(&envelope.slug, slug.as_str());
            Ok(done(&here, "conv-saved"))
        }
        Err(error) => {
            answers.fault(row(AMOUNT, 1), told::refusal(&desk, error)?);
            new(&desk, &envelope, &answers).await
        }
    }
}

async fn new(desk: &Desk, envelope: &Envelope, answers: &Answers) -> Result<Response, Refused> {
    let (words, lang) = (desk.words(), desk.visit.lang);
    let reads = may::<ReadEnvelope>(desk, envelope)?;
    let granted = agreements::to_agree(desk.app(), &reads, &envelope.slug).await?;
    let option = |one: &Granted| {
        let told = [
            ("request", one.request.as_str().into()),
            ("name", told::beneficiary(desk, &one.beneficiary).into()),
            ("amount", amount(lang, one.amount).into()),
        ];
        let value = about(&one.beneficiary, &one.request);
        (value, words.with("conv-demande-dite", &told))
    };
    let body = if granted.is_empty() {
        Part::Text(words.get("conv-new-none"))
    } else {
        let ask = Ask { words, answers };
        let mut all = vec![ask.select(REQUEST, granted.iter().map(option))];
        all.extend(fields(words, answers));
        Part::Form(Form {
            id: "convention",
            title: None,
            action: addresses::agreements(&envelope.slug, "nouvelle"),
            faults: faults(words, answers),
            fields: all,
            submit: words.get("conv-make"),
            plain: false,
        })
    };
    let head = Head {
        crumbs: crumbs(desk, envelope),
        lead: words.get("conv-new-lead"),
    };
    let page = desk.page(words.get("conv-new"), TAB);
    Ok(desk_page(page, head, vec![body]))
}

/// `GET …/{convention}/modifier`.
pub(super) async fn show(desk: Desk, at: At) -> Result<Response, Refused> {
    let followed = reached(&desk, (&at.0.0, &at.0.1)).await?;
    may::<WriteAgreements>(&desk, &followed.envelope)?;
    let mut answers = Answers::default();
    fill(&followed.agreement.terms, &mut answers);
    answers.put(DAY, desk.visit.today().to_string());
    Ok(page(&desk, &followed, &answers))
}

/// `POST …/{convention}/modifier`: a draft is written anew, what was signed is amended.
pub(super) async fn change(
    desk: Desk,
    address: At,
    Sent(pairs): Sent<Pairs>,
) -> Result<Response, Refused> {
    let followed = reached(&desk, (&address.0.0, &address.0.1)).await?;
    let may = may::<WriteAgreements>(&desk, &followed.envelope)?;
    let mut answers = Answers::of(pairs);
    let terms = read(&desk, &mut answers);
    let amends = !matches!(followed.agreement.state, AgreementState::Drafted);
    let mut amendment = None;
    if amends {
        let mut reading = Reading::of(&desk, &mut answers);
        let on = reading.needed_day(DAY);
        amendment = on.zip(reason(&mut reading));
    }
    let Some(terms) = terms.filter(|_| answers.faults() == 0).map(Box::new) else {
        return Ok(page(&desk, &followed, &answers));
    };
    let before = answers.before::<Terms>();
    let before = before.unwrap_or_else(|| followed.agreement.terms.clone());
    let (step, note) = match amendment {
        Some((on, reason)) => (Step::Amend(on, reason, terms), "conv-amended"),
        None => (Step::Redraft(Box::new(before), terms), "conv-saved"),
    };
    let on = (&followed.envelope.slug, &followed.agreement.slug);
    match agreements::take(desk.app(), &may, on, step).await {
        Ok(()) => Ok(done(&at(&followed, ""), note)),
        Err(error) => {
            answers.fault(row(AMOUNT, 1), told::refusal(&desk, error)?);
            Ok(page(&desk, &followed, &answers))
        }
    }
}

fn page(desk: &Desk, followed: &Followed, answers: &Answers) -> Response {
    let words = desk.words();
    let (title, lead) = match followed.agreement.state {
        AgreementState::Drafted => ("conv-change", "conv-change-lead"),
        _ => ("conv-amend", "conv-amend-lead"),
    };
    let open = matches!(
        followed.agreement.state,
        AgreementState::Drafted | AgreementState::Signed { .. }
    );
    let body = if open {
        Part::Form(sheet(desk, followed, title, answers))
    } else {
        let told = [("state", told::state(desk, &followed.agreement).into())];
        Part::Warning(words.with("conv-pas-maintenant", &told))
    };
    let head = Head {
        crumbs: crumbs_under(desk, followed),
        lead: words.get(lead),
    };
    desk_page(desk.page(words.get(title), TAB), head, vec![body])
}

fn sheet(desk: &Desk, followed: &Followed, title: &str, answers: &Answers) -> Form {
    let words = desk.words();
    let ask = Ask { words, answers };
    let mut all = Vec::new();
    if !matches!(followed.agreement.state, AgreementState::Drafted) {
        all.push(ask.day(DAY));
        all.push(ask.area(REASON, 3));
    }
    all.extend(fields(words, answers));
    let before = answers.before();
    let before = before.unwrap_or_else(|| followed.agreement.terms.clone());
    let before = serde_json::to_string(&before).unwrap_or_default();
    all.push(Field::Hidden(BEFORE.to_owned(), before));
    Form {
        id: "convention",
        title: None,
        action: at(followed, "modifier"),
        faults: faults(words, answers),
        fields: all,
        submit: words.get(if title == "conv-amend" {
            "conv-amend-do"
        } else {
            "desk-save"
        }),
        plain: false,
    }
}

/// The name of a field in a row, the first is 1.
fn row(field: &str, n: usize) -> String {
    format!("{field}-{n}")
}

fn fields(words: Words, answers: &Answers) -> Vec<Field> {
    let ask = Ask { words, answers };
    let mut all = vec![ask.area(PURPOSE, 4), ask.day(FROM), ask.day(TO)];
    let filled = |n: &usize| {
        let told = |field| !answers.text(&row(field, *n)).is_empty();
        told(DUE) || told(AMOUNT)
    };
    let last = (1..=Terms::MOST_INSTALMENTS).rev().find(filled);
    let rows = (last.unwrap_or(0) + ROWS).min(Terms::MOST_INSTALMENTS);
    let cell = |field: &str, n: usize, kind| {
        let id = row(field, n);
        Field::Text(Text {
            label: words.get(field),
            hint: String::new(),
            kind,
            value: answers.first(&id).unwrap_or_default().to_owned(),
            wrong: answers.wrong(&id),
            id,
        })
    };
    for n in 1..=rows {
        let legend = words.with("conv-echeance-n", &[("n", n.into())]);
        all.push(Field::Open(legend, String::new()));
        all.push(cell(DUE, n, "date"));
        all.push(cell(AMOUNT, n, "text"));
        all.push(Field::Close);
    }
    all.push(ask.day(INTERIM));
    all.push(ask.day(LAST));
    all
}

fn fill(terms: &Terms, answers: &mut Answers) {
    answers.put(PURPOSE, terms.purpose.to_string());
    fill_period(answers, terms.period, FROM, TO);
    for (n, one) in (1..).zip(&terms.instalments) {
        answers.put(&row(DUE, n), one.due.to_string());
        answers.put(&row(AMOUNT, n), one.amount.to_string().replace('.', ","));
    }
    for (field, day) in [(INTERIM, terms.interim), (LAST, terms.last)] {
        answers.put(field, day.map(|day| day.to_string()).unwrap_or_default());
    }
}

/// What is typed; nothing where something of it cannot be.
fn read(desk: &Desk, answers: &mut Answers) -> Option<Terms> {
    let mut reading = Reading::of(desk, answers);
    let purpose = reading.prose(PURPOSE);
    if purpose.is_none() {
        reading.fault(PURPOSE, "conv-wrong-objet");
    }
    let period = reading.period(FROM, TO);
    let mut instalments = Vec::new();
    for n in 1..=Terms::MOST_INSTALMENTS {
        instalments.extend(instalment(&mut reading, n));
    }
    let interim = reading.day(INTERIM);
    let last = reading.needed_day(LAST);
    let terms = Terms {
        purpose: purpose?,
        period,
        instalments,
        interim,
        last,
    };
    (answers.faults() == 0).then_some(terms)
}

/// A row, where something is typed in it: a day and an amount.
fn instalment(reading: &mut Reading<'_>, n: usize) -> Option<Instalment> {
    let (due, amount) = (row(DUE, n), row(AMOUNT, n));
    let empty = |field: &str| reading.answers.text(field).is_empty();
    if empty(&due) && empty(&amount) {
        return None;
    }
    let day = reading.needed_day(&due);
    let sum = reading.amount(&amount);
    if sum.is_none() {
        reading.fault(&amount, "env-refus-vide");
    }
    Some(Instalment {
        due: day?,
        amount: sum?,
        line: None,
    })
}
