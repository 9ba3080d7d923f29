//! Two people change one thing: what only one of them changed passes by itself; what both changed, and differently, is
//! for them to decide. Pure functions.
//!
//! The same for everything that has fields ([`Fielded`]). Sessions of a place are compared one by one, under their keys:
//! two people may each change one of them.

use portulan_model::governance::{Body, BodyField};
use portulan_model::means::calls::{Terms, TermsField};
use portulan_model::means::envelopes::{Envelope, EnvelopeField};
use portulan_model::means::intentions::{Intention, IntentionField};
use portulan_model::people::Organisation;
use portulan_model::posts::{Post, PostField};
use portulan_model::schemes::{Scheme, SchemeField};
use portulan_model::{OrganisationField, PlaceField, PlaceRecord, Session};

/// What is compared and copied field by field.
pub trait Fielded: Clone {
    /// One of its fields.
    type Field: Copy;

    /// Whether two of them have the same value of a field.
    fn same(field: Self::Field, a: &Self, b: &Self) -> bool;

    /// Gives `to` the value that `from` has.
    fn copy(field: Self::Field, from: &Self, to: &mut Self);

    /// Puts into `to` what both changes of a field leave, where its parts are compared one by one and nobody loses any;
    /// `false` where both changed one of them.
    fn both(
        _field: Self::Field,
        _before: &Self,
        (_theirs, _mine): (&Self, &Self),
        _to: &mut Self,
    ) -> bool {
        false
    }
}

impl Fielded for PlaceRecord {
    type Field = PlaceField;

    fn same(field: PlaceField, a: &Self, b: &Self) -> bool {
        field.same(a, b)
    }

    fn copy(field: PlaceField, from: &Self, to: &mut Self) {
        field.copy(from, to);
    }

    fn both(
        field: PlaceField,
        before: &Self,
        (theirs, mine): (&Self, &Self),
        to: &mut Self,
    ) -> bool {
        let Some(sessions) = sessions_of_both(field, before, theirs, mine) else {
            return false;
        };
        to.sessions = sessions;
        true
    }
}

macro_rules! fielded {
    ($($record:ty, $field:ty;)+) => {
        $(impl Fielded for $record {
            type Field = $field;

            fn same(field: $field, a: &Self, b: &Self) -> bool {
                field.same(a, b)
            }

            fn copy(field: $field, from: &Self, to: &mut Self) {
                field.copy(from, to);
            }
        })+
    };
}

fielded! {
    Organisation, OrganisationField;
    Body, BodyField;
    Scheme, SchemeField;
    Post, PostField;
    Envelope, EnvelopeField;
    Intention, IntentionField;
    Terms, TermsField;
}

/// What a change comes to.
#[derive(Debug, Clone, PartialEq)]
pub enum Weighed<R: Fielded> {
    /// Nobody loses anything.
    Clear {
        /// The record with everybody's changes.
        record: Box<R>,
        /// The fields that differ from what is kept now.
        changed: Vec<R::Field>,
    },
    /// Both changed these fields.
    Clash(Vec<R::Field>),
}

/// Weighs what is kept now (`theirs`) and what a person wants (`mine`) against what that person had read (`before`).
#[must_use]
pub fn weigh<R: Fielded>(fields: &[R::Field], before: &R, theirs: &R, mine: &R) -> Weighed<R> {
    let mut record = theirs.clone();
    let (mut changed, mut clashes) = (Vec::new(), Vec::new());
    for field in fields.iter().copied() {
        if R::same(field, mine, before) || R::same(field, mine, theirs) {
            continue;
        }
        if R::same(field, theirs, before) {
            R::copy(field, mine, &mut record);
        } else if !R::both(field, before, (theirs, mine), &mut record) {
            clashes.push(field);
            continue;
        }
        if !R::same(field, &record, theirs) {
            changed.push(field);
        }
    }
    if clashes.is_empty() {
        let record = Box::new(record);
        Weighed::Clear { record, changed }
    } else {
        Weighed::Clash(clashes)
    }
}

/// The sessions that both leave, in the order of what is kept, new ones last; `None` where both changed one.
fn sessions_of_both(
    field: PlaceField,
    before: &PlaceRecord,
    theirs: &PlaceRecord,
    mine: &PlaceRecord,
) -> Option<Vec<Session>> {
    if field != PlaceField::Permanences {
        return None;
    }
    let own = |record: &'_ PlaceRecord, key: &str| -> Option<Session> {
        let mut all = record.sessions.iter();
        all.find(|session| session.key == key).cloned()
    };
    let mut keys: Vec<&str> = Vec::new();
    for session in theirs.sessions.iter().chain(&mine.sessions) {
        if !keys.contains(&session.key.as_str()) {
            keys.push(&session.key);
        }
    }
    let mut both = Vec::with_capacity(keys.len());
    for key in keys {
        let (b, t, m) = (own(before, key), own(theirs, key), own(mine, key));
        if m == b || m == t {
            both.extend(t);
        } else if t == b {
            both.extend(m);
        } else {
            return None;
        }
    }
    Some(both)
}

#[cfg(test)]
mod tests;
