//! The form of a call that is held here: fields of a closed list, that its body puts together without code.
//!
//! What is being built is apart from the revisions that were opened: a revision never changes, and an application keeps the
//! one that it began with. A field keeps its number for ever, and no number is given twice.

mod answers;
mod fields;
mod read;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::ids::Slug;
use crate::words::worded;

pub use answers::{Answer, Answers, Hundredths, Said};
pub use fields::{Condition, Field, FieldId, FieldKind, FieldSort, Fields, FieldsError};
pub use read::{Known, Reading, Typed, Wrong};

worded! {
    /// Which way a field goes.
    Way {
        /// Before the one above it.
        Up = "monter",
        /// After the one below it.
        Down = "descendre",
    }
}

/// What a form asked from a day on. It never changes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Revision {
    /// One, two, three.
    pub number: u32,
    /// From which day.
    pub on: NaiveDate,
    /// What it asks.
    pub fields: Fields,
}

/// The form of a call.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Form {
    /// Of which call.
    pub call: Slug,
    /// The last number that was given to a field.
    #[serde(default)]
    given: u32,
    /// What is being built.
    #[serde(default)]
    fields: Fields,
    /// What was opened, first first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    revisions: Vec<Revision>,
}

/// Why a form is not changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum FormError {
    /// What it would ask does not hold together.
    #[error(transparent)]
    Fields(#[from] FieldsError),
    /// There is no such field.
    #[error("there is no field {0}")]
    NoField(FieldId),
    /// A form asks something.
    #[error("a form has one field at least")]
    Empty,
}

impl Form {
    /// One that asks nothing yet.
    #[must_use]
    pub fn empty(call: Slug) -> Self {
        Self {
            call,
            given: 0,
            fields: Fields::default(),
            revisions: Vec::new(),
        }
    }

    /// What is being built.
    #[must_use]
    pub const fn fields(&self) -> &Fields {
        &self.fields
    }

    /// What was opened, first first.
    #[must_use]
    pub fn revisions(&self) -> &[Revision] {
        &self.revisions
    }

    /// What who begins now answers.
    #[must_use]
    pub fn latest(&self) -> Option<&Revision> {
        self.revisions.last()
    }

    /// What was opened under a number.
    #[must_use]
    pub fn revision(&self, number: u32) -> Option<&Revision> {
        self.revisions.iter().find(|one| one.number == number)
    }

    /// Whether what is being built differs from what is open.
    #[must_use]
    pub fn is_ahead(&self) -> bool {
        self.latest().is_none_or(|last| last.fields != self.fields)
    }

    /// Adds a field at the end, under a number that none had.
    pub fn asking(mut self, field: impl FnOnce(FieldId) -> Field) -> Result<Self, FormError> {
        self.given += 1;
        let mut all = self.fields.all().to_vec();
        all.push(field(FieldId::new(self.given)));
        self.fields = Fields::new(all)?;
        Ok(self)
    }

    /// Puts a field in the place of the one of its number.
    pub fn replace(mut self, field: Field) -> Result<Self, FormError> {
        let mut all = self.fields.all().to_vec();
        let mut found = all.iter_mut().find(|one| one.id == field.id);
        let place = found.take().ok_or(FormError::NoField(field.id))?;
        *place = field;
        self.fields = Fields::new(all)?;
        Ok(self)
    }

    /// Takes a field away; one on which another depends stays.
    pub fn remove(mut self, id: FieldId) -> Result<Self, FormError> {
        let mut all = self.fields.all().to_vec();
        all.retain(|one| one.id != id);
        self.fields = Fields::new(all)?;
        Ok(self)
    }

    /// Moves a field by one; the first goes no higher, the last no lower.
    pub fn shift(mut self, id: FieldId, way: Way) -> Result<Self, FormError> {
        let mut all = self.fields.all().to_vec();
        let place = all.iter().position(|one| one.id == id);
        let place = place.ok_or(FormError::NoField(id))?;
        let other = match way {
            Way::Up => place.checked_sub(1),
            Way::Down => Some(place + 1).filter(|other| *other < all.len()),
        };
        if let Some(other) = other {
            all.swap(place, other);
        }
        self.fields = Fields::new(all)?;
        Ok(self)
    }

    /// Opens what was built: who begins from now on answers it. The same again opens nothing.
    pub fn open(mut self, on: NaiveDate) -> Result<Self, FormError> {
        if self.fields.all().is_empty() {
            return Err(FormError::Empty);
        }
        if self.is_ahead() {
            let number = self.latest().map_or(0, |last| last.number) + 1;
            let fields = self.fields.clone();
            self.revisions.push(Revision { number, on, fields });
        }
        Ok(self)
    }
}

#[cfg(test)]
mod tests;
