//! What only some may read: a value that no page, export or log can show by mistake.
//!
//! On the national platform the text of a private note was sent to every browser and only its display was conditional.
//! Here a [`Private`] value is neither `Serialize` nor `Display`, and its `Debug` shows nothing: it is opened with the proof
//! of a right, or written to storage through [`Private::for_storage`].
//!
//! ```compile_fail
//! #[derive(serde::Serialize)]
//! struct Page {
//!     note: portulan_model::private::Private<String>,
//! }
//! ```

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize};

/// The proof of a right to read what is private. Only `policy` gives it, to its capabilities.
pub trait OpensPrivate {}

/// A value that is read with a right.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Private<T>(T);

impl<T> Private<T> {
    /// Keeps a value private.
    #[must_use]
    pub const fn new(value: T) -> Self {
        Self(value)
    }

    /// The value, for whoever proves the right.
    #[must_use]
    pub const fn open<R: OpensPrivate>(&self, _right: &R) -> &T {
        &self.0
    }

    /// The value as storage writes it, and nobody else.
    #[must_use]
    pub const fn for_storage(&self) -> Stored<'_, T> {
        Stored(&self.0)
    }

    /// The value, for rules of this crate whose answer is not private.
    pub(crate) const fn inner(&self) -> &T {
        &self.0
    }

    /// The value, for rules of this crate that change it unseen.
    pub(crate) const fn inner_mut(&mut self) -> &mut T {
        &mut self.0
    }

    /// Another private value made of this one: what is derived stays private.
    #[must_use]
    pub fn map<U>(self, with: impl FnOnce(T) -> U) -> Private<U> {
        Private(with(self.0))
    }
}

impl<T> fmt::Debug for Private<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Private")
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Private<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        T::deserialize(deserializer).map(Self)
    }
}

/// A private value on its way to storage.
#[derive(Serialize)]
#[serde(transparent)]
pub struct Stored<'a, T>(&'a T);

#[cfg(test)]
mod tests {
    use super::*;

    struct Right;

    impl OpensPrivate for Right {}

    #[test]
    fn a_private_value_is_opened_with_a_right_and_a_log_shows_nothing_of_it() {
        let note = Private::new("Ils hésitent.".to_owned());
        assert_eq!(format!("{note:?}"), "Private");
        assert_eq!(note.open(&Right), "Ils hésitent.");
        let stored = serde_json::to_string(&note.for_storage()).unwrap();
        assert_eq!(
            serde_json::from_str::<Private<String>>(&stored).unwrap(),
            note
        );
    }
}
