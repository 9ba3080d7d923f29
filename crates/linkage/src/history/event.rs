//! What can happen to ids, and what a book refuses.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Who acts. A machine never undoes what a person decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Author {
    /// Someone, with their reasons.
    Person,
    /// The matching.
    Machine,
}

/// Something that happens to ids.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "event", rename_all = "kebab-case")]
pub enum Event<I> {
    /// What `members` name becomes one thing, named `into`, which is one of them.
    Merge {
        /// The name it keeps.
        into: I,
        /// All that is merged.
        members: Vec<I>,
        /// Who does it.
        by: Author,
    },
    /// `out` leaves the thing that `from` names, and becomes one thing of its own.
    Split {
        /// Any name of the thing.
        from: I,
        /// Names that leave it.
        out: Vec<I>,
        /// Who does it.
        by: Author,
    },
    /// A person says that two names are one thing. Nothing is merged by that alone.
    DecideSame {
        /// One name.
        a: I,
        /// The other.
        b: I,
    },
    /// A person says that two names are two things.
    DecideDifferent {
        /// One name.
        a: I,
        /// The other.
        b: I,
    },
    /// What `from` named is now at `to`, since that day.
    Moved {
        /// The name of before.
        from: I,
        /// The name of today.
        to: I,
        /// Since when.
        date: NaiveDate,
    },
    /// Takes back the event of that number, exactly.
    Undo {
        /// Its number.
        number: usize,
    },
}

/// Why an event is refused. The book is unchanged then.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum HistoryError {
    /// Less than two things to merge, or nothing to take out, or nothing left behind.
    #[error("the event changes nothing")]
    Nothing,
    /// `into` is none of the members, or `out` is not in what `from` names.
    #[error("an id is not where the event wants it")]
    Elsewhere,
    /// A person decided otherwise.
    #[error("a person decided otherwise")]
    Decided,
    /// No such event, or it is taken back already.
    #[error("no event of that number holds")]
    Unknown,
    /// A later event touched the same ids: that one has to be taken back first.
    #[error("event {by} touched the same ids later")]
    Overtaken {
        /// Its number.
        by: usize,
    },
}
