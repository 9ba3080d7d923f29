//! The form of a call that is held here: put together field by field by the body that holds it, then opened.
//!
//! What was opened stays as it is for those who began with it. A form that is sent twice changes once.

use portulan_model::Slug;
use portulan_model::journal::Deed;
use portulan_model::means::calls::{Call, paris_day};
use portulan_model::means::forms::{Condition, Field, FieldId, FieldKind, Form, FormError, Way};
use portulan_model::proposals::Prose;
use portulan_policy::Capability;
use portulan_policy::actions::ManageCalls;
use portulan_store::StoreError;
use thiserror::Error;

use super::calls::{self, Told, entry, json};
use crate::roadmaps::body_of;
use crate::{App, Error};

/// Why a form is not changed.
#[derive(Debug, Error)]
pub enum FormsError {
    /// What it would ask does not hold together.
    #[error(transparent)]
    Form(#[from] FormError),
    /// The call is not held here.
    #[error("the call is not held here")]
    Elsewhere,
    /// Anything else.
    #[error(transparent)]
    Other(#[from] Error),
}

impl From<StoreError> for FormsError {
    fn from(error: StoreError) -> Self {
        Self::Other(error.into())
    }
}

/// A field as it is put together, without its number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// What is asked, in a line.
    pub label: String,
    /// What helps to answer.
    pub help: Option<Prose>,
    /// Whether nothing is submitted without it.
    pub required: bool,
    /// When it is shown.
    pub when: Option<Condition>,
    /// What it asks for.
    pub kind: FieldKind,
}

impl Asked {
    /// The field of a number.
    #[must_use]
    pub fn numbered(self, id: FieldId) -> Field {
        Field {
            id,
            label: self.label,
            help: self.help,
            required: self.required,
            when: self.when,
            kind: self.kind,
        }
    }
}

/// A change of what is being built.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Build {
    /// One more field, at the end.
    Add(Asked),
    /// Another one under the same number.
    Replace(FieldId, Asked),
    /// One less.
    Remove(FieldId),
    /// One moves.
    Shift(FieldId, Way),
    /// Who begins from now on answers what was built.
    Open,
}

/// The call of a capability that is held here, and its form.
pub async fn read(
    app: &App,
    may: &Capability<ManageCalls>,
    slug: &Slug,
) -> Result<(Call, Form), FormsError> {
    let found = app.store().kept_one::<Call>(slug).await?;
    let call = here(calls::of(body_of(may)?, slug, found)?)?;
    let form = app.store().kept_one::<Form>(slug).await?;
    Ok((call, form.unwrap_or_else(|| Form::empty(slug.clone()))))
}

/// Changes what is being built, or opens it.
pub async fn build(
    app: &App,
    may: &Capability<ManageCalls>,
    slug: &Slug,
    change: Build,
) -> Result<(), FormsError> {
    let (mut write, prepared) = calls::opened(app, may, slug).await?;
    let call = here(prepared.call)?;
    let before = write.kept_one::<Form>(slug).await?;
    let before = before.unwrap_or_else(|| Form::empty(slug.clone()));
    let after = built(before.clone(), change, paris_day(app.now()))?;
    if after == before {
        return Ok(());
    }
    let told = Told {
        call: &call,
        deed: Deed::Updated,
        what: "form built",
        before: json(&before),
        after: json(&after),
    };
    let line = entry(app, may.actor(), told);
    write.put_kept(&after, &line).await?;
    write.commit().await?;
    app.refresh().await?;
    Ok(())
}

fn built(form: Form, change: Build, day: chrono::NaiveDate) -> Result<Form, FormError> {
    match change {
        Build::Add(asked) => {
            // The same one again, at the end: the form was sent twice.
            let last = form.fields().all().last();
            if last.is_some_and(|last| *last == asked.clone().numbered(last.id)) {
                return Ok(form);
            }
            form.asking(|id| asked.numbered(id))
        }
        Build::Replace(id, asked) => form.replace(asked.numbered(id)),
        Build::Remove(id) => form.remove(id),
        Build::Shift(id, way) => form.shift(id, way),
        Build::Open => form.open(day),
    }
}

fn here(call: Call) -> Result<Call, FormsError> {
    if call.terms.held.is_here() {
        Ok(call)
    } else {
        Err(FormsError::Elsewhere)
    }
}
