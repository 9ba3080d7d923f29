//! Two people change one place: what only one of them changed passes by itself; what both changed, and differently, is
//! for them to decide. Pure functions.
//!
//! Sessions are compared one by one, under their keys: two people may each change one of them.

use portulan_model::{PlaceField, PlaceRecord, Session};

/// What a change comes to.
#[derive(Debug, Clone, PartialEq)]
pub enum Weighed {
    /// Nobody loses anything.
    Clear {
        /// The record with everybody's changes.
        record: Box<PlaceRecord>,
        /// The fields that differ from what is kept now.
        changed: Vec<PlaceField>,
    },
    /// Both changed these fields.
    Clash(Vec<PlaceField>),
}

/// Weighs what is kept now (`theirs`) and what a person wants (`mine`) against what that person had read (`before`).
#[must_use]
pub fn weigh(
    fields: &[PlaceField],
    before: &PlaceRecord,
    theirs: &PlaceRecord,
    mine: &PlaceRecord,
) -> Weighed {
    let mut record = theirs.clone();
    let (mut changed, mut clashes) = (Vec::new(), Vec::new());
    for field in fields.iter().copied() {
        if field.same(mine, before) || field.same(mine, theirs) {
            continue;
        }
        if field.same(theirs, before) {
            field.copy(mine, &mut record);
        } else if let Some(sessions) = sessions_of_both(field, before, theirs, mine) {
            record.sessions = sessions;
        } else {
            clashes.push(field);
            continue;
        }
        if !field.same(&record, theirs) {
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
