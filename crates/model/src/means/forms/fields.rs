//! Fields: what each asks, and when it is shown. A list of fields that holds together is a type of its own.

use std::collections::BTreeSet;
use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::answers::{Answers, Hundredths};
use crate::money::Cents;
use crate::proposals::Prose;
use crate::words::worded;

/// The number of a field in its form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct FieldId(u32);

impl FieldId {
    /// The field of a number.
    #[must_use]
    pub const fn new(number: u32) -> Self {
        Self(number)
    }
}

impl fmt::Display for FieldId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl FromStr for FieldId {
    type Err = std::num::ParseIntError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        text.parse().map(Self)
    }
}

worded! {
    /// What a field asks for.
    FieldSort {
        /// Words.
        Text = "texte",
        /// A number.
        Number = "nombre",
        /// An amount of money.
        Amount = "montant",
        /// A day.
        Date = "date",
        /// One of some answers, or several.
        Choice = "choix",
        /// A territory.
        Territory = "territoire",
        /// An organisation, by its SIRET.
        Organisation = "structure",
        /// A place that is known here.
        Place = "lieu",
        /// A post that is known here.
        Post = "poste",
        /// A file.
        File = "fichier",
        /// Something that one commits to.
        Commitment = "engagement",
    }
}

/// What a field asks for, with what bounds it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "sort")]
pub enum FieldKind {
    /// Words, on one line or on several.
    Text {
        /// On several lines.
        #[serde(default)]
        long: bool,
    },
    /// A number that is not negative, to two decimals.
    Number {
        /// Not above.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        most: Option<Hundredths>,
    },
    /// An amount of money.
    Amount {
        /// Not above.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        most: Option<Cents>,
    },
    /// A day.
    Date,
    /// One of some answers, or several.
    Choice {
        /// The answers, in their order.
        options: Vec<String>,
        /// Whether several may be chosen.
        #[serde(default)]
        several: bool,
    },
    /// A territory.
    Territory,
    /// An organisation, by its SIRET.
    Organisation,
    /// A place that is known here.
    Place,
    /// A post that is known here.
    Post,
    /// A file.
    File,
    /// Something that one commits to: the label says it.
    Commitment,
}

impl FieldKind {
    /// Its word.
    #[must_use]
    pub const fn sort(&self) -> FieldSort {
        match self {
            Self::Text { .. } => FieldSort::Text,
            Self::Number { .. } => FieldSort::Number,
            Self::Amount { .. } => FieldSort::Amount,
            Self::Date => FieldSort::Date,
            Self::Choice { .. } => FieldSort::Choice,
            Self::Territory => FieldSort::Territory,
            Self::Organisation => FieldSort::Organisation,
            Self::Place => FieldSort::Place,
            Self::Post => FieldSort::Post,
            Self::File => FieldSort::File,
            Self::Commitment => FieldSort::Commitment,
        }
    }

    /// Whether another field may depend on this answer to it.
    fn can_be(&self, value: &str) -> bool {
        match self {
            Self::Choice { options, .. } => options.iter().any(|one| one == value),
            Self::Commitment => value == Condition::GIVEN,
            _ => false,
        }
    }
}

/// When a field is shown: where an earlier one was answered so.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Condition {
    /// Which one: a choice, or a commitment.
    pub field: FieldId,
    /// The answer that was chosen; [`Condition::GIVEN`] for a commitment.
    pub is: String,
}

impl Condition {
    /// The answer to a commitment.
    pub const GIVEN: &str = "oui";
}

/// A field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Field {
    /// Its number.
    pub id: FieldId,
    /// What is asked, in a line.
    pub label: String,
    /// What helps to answer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub help: Option<Prose>,
    /// Whether nothing is submitted without it.
    #[serde(default)]
    pub required: bool,
    /// When it is shown; always, where nothing is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<Condition>,
    /// What it asks for.
    #[serde(flatten)]
    pub kind: FieldKind,
}

/// Why fields do not hold together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum FieldsError {
    /// There are too many.
    #[error("a form has {} fields at most", Fields::MOST)]
    TooMany,
    /// Two have one number.
    #[error("the field {0} is there twice")]
    Twice(FieldId),
    /// A choice needs two answers that differ.
    #[error("the field {0} leaves no choice")]
    NoChoice(FieldId),
    /// It depends on what does not come before it, or cannot be answered so.
    #[error("the field {0} depends on an answer that does not come before it")]
    Unfounded(FieldId),
}

/// Fields in their order: numbers differ, and each depends on earlier ones alone.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Vec<Field>", into = "Vec<Field>")]
pub struct Fields(Vec<Field>);

impl Fields {
    /// Most fields of a form.
    pub const MOST: usize = 80;
    /// Longest label and longest answer to choose, in characters.
    pub const LABEL: usize = 200;

    /// Fields that hold together.
    pub fn new(fields: Vec<Field>) -> Result<Self, FieldsError> {
        if fields.len() > Self::MOST {
            return Err(FieldsError::TooMany);
        }
        for (place, field) in fields.iter().enumerate() {
            let earlier = fields.iter().take(place);
            founded(field, earlier)?;
        }
        Ok(Self(fields))
    }

    /// All of them.
    #[must_use]
    pub fn all(&self) -> &[Field] {
        &self.0
    }

    /// The one of a number.
    #[must_use]
    pub fn get(&self, id: FieldId) -> Option<&Field> {
        self.0.iter().find(|one| one.id == id)
    }

    /// Those that are shown beside some answers.
    #[must_use]
    pub fn shown(&self, answers: &Answers) -> Vec<&Field> {
        // A field that is hidden shows no other: what was answered to it does not count.
        let mut shown: Vec<&Field> = Vec::new();
        for field in &self.0 {
            let founded =
                |when: &Condition| shown.iter().any(|one| one.id == when.field) && answers.is(when);
            if field.when.as_ref().is_none_or(founded) {
                shown.push(field);
            }
        }
        shown
    }

    /// What is asked and not answered: nothing is submitted until all of it is.
    #[must_use]
    pub fn missing(&self, answers: &Answers) -> Vec<FieldId> {
        let shown = self.shown(answers).into_iter();
        let missing = shown.filter(|one| one.required && answers.get(one.id).is_none());
        missing.map(|one| one.id).collect()
    }

    /// Some fields, and all that depend on them.
    #[must_use]
    pub fn with_dependents(&self, some: &BTreeSet<FieldId>) -> BTreeSet<FieldId> {
        let mut all = some.clone();
        for field in &self.0 {
            if field
                .when
                .as_ref()
                .is_some_and(|when| all.contains(&when.field))
            {
                all.insert(field.id);
            }
        }
        all
    }
}

/// Whether a field stands on those before it.
fn founded<'a>(
    field: &Field,
    mut earlier: impl Iterator<Item = &'a Field> + Clone,
) -> Result<(), FieldsError> {
    if earlier.clone().any(|one| one.id == field.id) {
        return Err(FieldsError::Twice(field.id));
    }
    if let FieldKind::Choice { options, .. } = &field.kind {
        let distinct: BTreeSet<&String> = options.iter().collect();
        if distinct.len() < 2 || distinct.len() < options.len() {
            return Err(FieldsError::NoChoice(field.id));
        }
    }
    let Some(when) = &field.when else {
        return Ok(());
    };
    let stands = earlier.any(|one| one.id == when.field && one.kind.can_be(&when.is));
    if stands {
        Ok(())
    } else {
        Err(FieldsError::Unfounded(field.id))
    }
}

impl TryFrom<Vec<Field>> for Fields {
    type Error = FieldsError;

    fn try_from(fields: Vec<Field>) -> Result<Self, FieldsError> {
        Self::new(fields)
    }
}

impl From<Fields> for Vec<Field> {
    fn from(fields: Fields) -> Self {
        fields.0
    }
}
