//! A line of funding, as it is typed: who pays, under which rule, how much, from when to when.

use portulan_i18n::{amount as amount_words, listed};
use portulan_model::Cents;
use portulan_model::posts::{FundingKind, FundingLine};

use super::words::funding_words;
use crate::auth::Desk;
use crate::pages::parts::{Ask, Field};
use crate::pages::typed::{NAME_CHARS, Reading, organisation_name, period_words};

pub(super) const WHO: &str = "fin-qui";
const KIND: &str = "fin-type";
const REFERENCE: &str = "fin-reference";
const AMOUNT: &str = "fin-montant";
const FROM: &str = "fin-debut";
const TO: &str = "fin-fin";

/// The fields.
pub(super) fn fields(ask: &Ask<'_>) -> Vec<Field> {
    let kinds: Vec<&str> = FundingKind::ALL.iter().map(|kind| kind.slug()).collect();
    vec![
        ask.text(WHO, "text"),
        ask.one_of(KIND, &kinds),
        ask.text(REFERENCE, "text"),
        ask.text(AMOUNT, "text"),
        ask.day(FROM),
        ask.day(TO),
    ]
}

/// What is typed; none where nobody pays.
pub(super) fn read(reading: &mut Reading<'_>) -> Option<FundingLine> {
    let funder = reading.organisation(WHO);
    let kind = reading.one_of(KIND, FundingKind::ALL, FundingKind::from_slug);
    let reference = reading.line(REFERENCE, NAME_CHARS);
    let amount = amount(reading);
    let period = reading.period(FROM, TO);
    Some(FundingLine {
        funder: funder?,
        kind: kind?,
        reference,
        amount,
        period,
    })
}

fn amount(reading: &mut Reading<'_>) -> Option<Cents> {
    let text = reading.answers.text(AMOUNT);
    if text.is_empty() {
        return None;
    }
    let amount = text.parse().ok();
    if amount.is_none() {
        reading.fault(AMOUNT, "fin-montant-wrong");
    }
    amount
}

/// A line of funding in words.
pub(super) fn told(desk: &Desk, line: &FundingLine) -> (String, String) {
    let (lang, words) = (desk.visit.lang, desk.words());
    let amount = line.amount.map(|amount| amount_words(lang, amount));
    let about = [
        Some(funding_words(words, line.kind)),
        line.reference.clone(),
        amount,
        period_words(lang, line.period),
    ];
    let about = about.into_iter().flatten().collect::<Vec<_>>();
    let who = organisation_name(&desk.visit.directory, &line.funder);
    (who, listed(lang, about))
}
