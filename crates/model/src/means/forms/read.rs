//! What was typed into a form becomes answers: all of it at once, each field with what is wrong in it.
//!
//! A draft may lack answers, never have wrong ones. What was answered to a field that is hidden is dropped, and said.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::answers::{Answer, Answers, Hundredths, Said};
use super::fields::{Condition, Field, FieldId, FieldKind, Fields};
use crate::ids::{PlaceId, PostId};
use crate::money::{AmountError, Cents};
use crate::territories::TerritoryKey;

/// What was typed, by field.
pub type Typed = BTreeMap<FieldId, Vec<String>>;

/// What is known around a form.
pub trait Known {
    /// A territory, by its name or its code.
    fn territory(&self, text: &str) -> Option<TerritoryKey>;
    /// A SIRET whose check digit is right, as it is kept.
    fn siret(&self, text: &str) -> Option<String>;
    /// A place, by its id, its name or its address.
    fn place(&self, text: &str) -> Option<PlaceId>;
    /// A post, by its id.
    fn post(&self, text: &str) -> Option<PostId>;
    /// A day, as people write it.
    fn day(&self, text: &str) -> Option<NaiveDate>;
}

/// What is wrong with an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wrong {
    /// Longer than so many characters.
    TooLong(usize),
    /// No number, or no amount.
    Amount(AmountError),
    /// A number above this one.
    Above(Hundredths),
    /// An amount above this one.
    Beyond(Cents),
    /// No day.
    NotADay,
    /// None of the answers to choose from.
    NoSuchChoice,
    /// No territory that is known.
    NoSuchTerritory,
    /// No SIRET.
    NotASiret,
    /// No place that is known.
    NoSuchPlace,
    /// No post that is known.
    NoSuchPost,
}

/// What was made of what was typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reading {
    /// The answers that are right.
    pub answers: Answers,
    /// What is wrong, in the order of the fields.
    pub wrong: Vec<(FieldId, Wrong)>,
    /// Fields that were answered and are hidden by another answer: theirs are dropped.
    pub dropped: Vec<FieldId>,
}

impl Fields {
    /// Reads what was typed. Files keep what was attached before. Where some fields alone are open, the others keep their
    /// answer whatever is sent.
    #[must_use]
    pub fn read(
        &self,
        typed: &Typed,
        (before, open): (&Answers, Option<&BTreeSet<FieldId>>),
        known: &impl Known,
    ) -> Reading {
        let mut reading = Reading::default();
        let open = open.map(|open| self.with_dependents(open));
        for field in self.all() {
            let shut = open.as_ref().is_some_and(|open| !open.contains(&field.id));
            let read = if shut || field.kind == FieldKind::File {
                Ok(before.get(field.id).cloned())
            } else {
                let texts = typed.get(&field.id).map_or(&[][..], Vec::as_slice);
                answer(field, texts, known)
            };
            let shown = field
                .when
                .as_ref()
                .is_none_or(|when| reading.answers.is(when));
            match read {
                Ok(Some(answer)) if shown => reading.answers.put(field.id, Some(answer)),
                Ok(Some(_)) | Err(_) if !shown => reading.dropped.push(field.id),
                Ok(_) => {}
                Err(wrong) => reading.wrong.push((field.id, wrong)),
            }
        }
        reading
    }
}

fn answer(field: &Field, texts: &[String], known: &impl Known) -> Result<Option<Answer>, Wrong> {
    let texts: Vec<&str> = texts
        .iter()
        .map(|one| one.trim())
        .filter(|one| !one.is_empty())
        .collect();
    let Some(text) = texts.first().copied() else {
        return Ok(None);
    };
    let answer = match &field.kind {
        FieldKind::Text { long } => return words(text, *long),
        FieldKind::Number { most } => Answer::Number(number(text, *most)?),
        FieldKind::Amount { most } => Answer::Amount(amount(text, *most)?),
        FieldKind::Date => Answer::Date(known.day(text).ok_or(Wrong::NotADay)?),
        FieldKind::Choice { options, several } => choice(&texts, options, *several)?,
        FieldKind::Territory => {
            Answer::Territory(known.territory(text).ok_or(Wrong::NoSuchTerritory)?)
        }
        FieldKind::Organisation => Answer::Organisation(known.siret(text).ok_or(Wrong::NotASiret)?),
        FieldKind::Place => Answer::Place(known.place(text).ok_or(Wrong::NoSuchPlace)?),
        FieldKind::Post => Answer::Post(known.post(text).ok_or(Wrong::NoSuchPost)?),
        // Attached apart.
        FieldKind::File => return Ok(None),
        FieldKind::Commitment if text == Condition::GIVEN => Answer::Commitment,
        FieldKind::Commitment => return Err(Wrong::NoSuchChoice),
    };
    Ok(Some(answer))
}

fn words(text: &str, long: bool) -> Result<Option<Answer>, Wrong> {
    let most = if long { Said::LONGEST } else { Fields::LABEL };
    let Some(said) = Said::read(text) else {
        return Ok(None);
    };
    if said.as_str().chars().nth(most).is_some() {
        return Err(Wrong::TooLong(most));
    }
    Ok(Some(Answer::Text(said)))
}

fn number(text: &str, most: Option<Hundredths>) -> Result<Hundredths, Wrong> {
    let number: Hundredths = text.parse().map_err(Wrong::Amount)?;
    match most {
        Some(most) if number > most => Err(Wrong::Above(most)),
        _ => Ok(number),
    }
}

fn amount(text: &str, most: Option<Cents>) -> Result<Cents, Wrong> {
    let amount: Cents = text.parse().map_err(Wrong::Amount)?;
    match most {
        Some(most) if amount > most => Err(Wrong::Beyond(most)),
        _ => Ok(amount),
    }
}

/// What was chosen, in the order of the field, each once.
fn choice(texts: &[&str], options: &[String], several: bool) -> Result<Answer, Wrong> {
    let unknown = texts
        .iter()
        .any(|text| !options.iter().any(|one| one == text));
    let chosen = options.iter().filter(|one| texts.contains(&one.as_str()));
    let chosen: Vec<String> = chosen.cloned().collect();
    if unknown || (!several && chosen.len() > 1) {
        return Err(Wrong::NoSuchChoice);
    }
    Ok(Answer::Choice(chosen))
}
