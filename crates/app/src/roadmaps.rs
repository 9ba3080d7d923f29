//! Roadmaps of bodies: written, put to opinion, decided, amended, told how they go, closed.
//!
//! A roadmap is reached through its body alone: whoever may write for one body opens no roadmap of another by its address.
//! Everybody reads what was decided ([`public`]); what is being written is read by the body ([`read()`]), and while opinions
//! are asked by its members ([`asked()`]). Forms are read and filled here, without words ([`form`], [`outline`]).

pub mod form;
mod life;
pub mod national;
pub mod outline;
pub mod parts;
pub mod public;
pub mod wishes;
mod write;

use chrono::NaiveDate;
use portulan_model::Slug;
use portulan_model::governance::{Body, Standing};
use portulan_policy::{Action, Capability, Node};

use crate::{Directory, Error};

pub(crate) use life::organisation_of;
pub use life::{
    asked, close, consult, decide, decided_by, hear, is_member, list, prepared_by, read, to_opine,
};
pub use write::{
    create, describe, new_ids, new_indicator, put_action, put_objective, remove_action, report,
    set_outline,
};

/// A body, where it is known.
pub fn body<'a>(directory: &'a Directory, slug: &Slug) -> Result<&'a Body, Error> {
    let known = directory.levels.body(slug);
    known.ok_or_else(|| Error::NotFound(format!("body {slug}")))
}

/// The organisations that are members of a body on a day.
pub fn members<'a>(
    directory: &'a Directory,
    body: &Slug,
    day: NaiveDate,
) -> impl Iterator<Item = &'a Slug> {
    let all = directory.levels.memberships(body);
    let own = all.filter(move |one| one.standing_on(day) == Some(Standing::Confirmed));
    own.map(|one| &one.who().organisation)
}

/// The body of a capability: what is not a body has no roadmap, no meeting and no decision.
pub(crate) fn body_of<A: Action>(may: &Capability<A>) -> Result<&Slug, Error> {
    match may.node() {
        Node::Body(slug) => Ok(slug),
        other => Err(Error::NotFound(other.to_string())),
    }
}

/// What is wrong with an answer of a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The name of the answer.
    pub field: String,
    /// The message that says it.
    pub message: &'static str,
    /// What was typed, where the message repeats it.
    pub text: String,
}

impl Fault {
    /// A fault of a field.
    #[must_use]
    pub fn new(field: impl Into<String>, message: &'static str) -> Self {
        Self {
            field: field.into(),
            message,
            text: String::new(),
        }
    }

    /// The same, that repeats what was typed.
    #[must_use]
    pub fn told(field: impl Into<String>, message: &'static str, text: impl Into<String>) -> Self {
        Self {
            field: field.into(),
            message,
            text: text.into(),
        }
    }
}
