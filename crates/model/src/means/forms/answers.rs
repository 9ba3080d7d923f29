//! What was answered to the fields of a form, and the text of it that is summed into a receipt.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::{self, Write as _};
use std::str::FromStr;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::fields::{Condition, FieldId};
use crate::governance::Attachment;
use crate::ids::{PlaceId, PostId};
use crate::money::{AmountError, Cents};
use crate::territories::TerritoryKey;

/// A number that is not negative, in hundredths: "0,5" of a full time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Hundredths(i64);

impl Hundredths {
    /// From hundredths.
    #[must_use]
    pub const fn new(hundredths: i64) -> Self {
        Self(hundredths)
    }
}

impl FromStr for Hundredths {
    type Err = AmountError;

    /// Read as amounts are: "1 234,5". What is ambiguous is refused.
    fn from_str(text: &str) -> Result<Self, AmountError> {
        let figures = text.trim();
        if figures.chars().any(char::is_alphabetic) || figures.contains('€') {
            return Err(AmountError::NotANumber);
        }
        figures.parse().map(|cents: Cents| Self(cents.get()))
    }
}

impl fmt::Display for Hundredths {
    /// As people type it in French: `1234,5`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (whole, rest) = (self.0 / 100, (self.0 % 100).abs());
        match (rest, rest % 10) {
            (0, _) => write!(f, "{whole}"),
            (_, 0) => write!(f, "{whole},{}", rest / 10),
            _ => write!(f, "{whole},{rest:02}"),
        }
    }
}

/// Words that were typed into a text field, never blank.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Said(String);

impl Said {
    /// Longest answer, in characters: two pages.
    pub const LONGEST: usize = 8_000;

    /// Words without what nobody sees; nothing where there are none.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let text = text.replace("\r\n", "\n").replace('\r', "\n");
        let kept = text.chars().filter(|one| *one == '\n' || !one.is_control());
        let kept: String = kept.collect();
        let text = kept.trim();
        (!text.is_empty()).then(|| Self(text.to_owned()))
    }

    /// The words.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// An answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "sort", content = "value")]
pub enum Answer {
    /// Words.
    Text(Said),
    /// A number.
    Number(Hundredths),
    /// An amount.
    Amount(Cents),
    /// A day.
    Date(NaiveDate),
    /// What was chosen, in the order of the field.
    Choice(Vec<String>),
    /// A territory.
    Territory(TerritoryKey),
    /// The SIRET of an organisation.
    Organisation(String),
    /// A place.
    Place(PlaceId),
    /// A post.
    Post(PostId),
    /// A file.
    File(Attachment),
    /// The commitment was taken.
    Commitment,
}

impl Answer {
    /// What it says, part by part.
    fn parts(&self) -> Vec<String> {
        match self {
            Self::Text(said) => vec![said.0.clone()],
            Self::Number(number) => vec![number.to_string()],
            Self::Amount(cents) => vec![cents.to_string()],
            Self::Date(day) => vec![day.to_string()],
            Self::Choice(chosen) => chosen.clone(),
            Self::Territory(key) => vec![key.to_string()],
            Self::Organisation(siret) => vec![siret.clone()],
            Self::Place(id) => vec![id.to_string()],
            Self::Post(id) => vec![id.to_string()],
            // The id of a file is that of one content for ever.
            Self::File(file) => vec![
                file.id.to_string(),
                file.name.clone(),
                file.bytes.to_string(),
            ],
            Self::Commitment => vec![Condition::GIVEN.to_owned()],
        }
    }

    const fn word(&self) -> &'static str {
        match self {
            Self::Text(_) => "texte",
            Self::Number(_) => "nombre",
            Self::Amount(_) => "montant",
            Self::Date(_) => "date",
            Self::Choice(_) => "choix",
            Self::Territory(_) => "territoire",
            Self::Organisation(_) => "structure",
            Self::Place(_) => "lieu",
            Self::Post(_) => "poste",
            Self::File(_) => "fichier",
            Self::Commitment => "engagement",
        }
    }
}

/// Answers by the number of their field. What was not answered is not there.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Answers(BTreeMap<FieldId, Answer>);

impl Answers {
    /// No answer at all.
    #[must_use]
    pub const fn none() -> Self {
        Self(BTreeMap::new())
    }

    /// Whether nothing was answered.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The answer to a field.
    #[must_use]
    pub fn get(&self, id: FieldId) -> Option<&Answer> {
        self.0.get(&id)
    }

    /// Answers a field; nothing takes the answer away.
    pub fn put(&mut self, id: FieldId, answer: Option<Answer>) {
        match answer {
            Some(answer) => self.0.insert(id, answer),
            None => self.0.remove(&id),
        };
    }

    /// All of them, by number.
    pub fn iter(&self) -> impl Iterator<Item = (FieldId, &Answer)> {
        self.0.iter().map(|(id, answer)| (*id, answer))
    }

    /// The fields that are answered otherwise in others.
    #[must_use]
    pub fn differing(&self, others: &Self) -> BTreeSet<FieldId> {
        let all = self.0.keys().chain(others.0.keys());
        let other = all.filter(|id| self.0.get(id) != others.0.get(id));
        other.copied().collect()
    }

    /// Whether a condition is met.
    pub(super) fn is(&self, when: &Condition) -> bool {
        match self.get(when.field) {
            Some(Answer::Choice(chosen)) => chosen.contains(&when.is),
            Some(Answer::Commitment) => when.is == Condition::GIVEN,
            _ => false,
        }
    }

    /// The text that is summed: one line a part, each with its length in bytes before it, so that two sets of answers that
    /// differ never make the same text.
    #[must_use]
    pub fn canonical(&self) -> String {
        let mut text = String::new();
        for (id, answer) in self.iter() {
            let parts = answer.parts();
            let _ = writeln!(text, "{id} {} {}", answer.word(), parts.len());
            for part in parts {
                let _ = writeln!(text, "{} {part}", part.len());
            }
        }
        text
    }
}

impl FromIterator<(FieldId, Answer)> for Answers {
    fn from_iter<I: IntoIterator<Item = (FieldId, Answer)>>(all: I) -> Self {
        Self(all.into_iter().collect())
    }
}
