//! Why a text is not opening hours.

use thiserror::Error;

/// A text that cannot be read as opening hours. `at` is the 0-based character where reading stopped.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum HoursError {
    /// Nothing but blanks and separators.
    #[error("the opening hours are empty")]
    Empty,
    /// Longer than any real value: refused before reading.
    #[error("the opening hours are {length} characters long, the limit is {limit}")]
    TooLong {
        /// Characters given.
        length: usize,
        /// Characters allowed.
        limit: usize,
    },
    /// More rules or time ranges than any real value.
    #[error("the opening hours have too many parts")]
    TooManyParts,
    /// Something that has no place there.
    #[error("unexpected {found:?} at character {at}")]
    Unexpected {
        /// Where, in characters.
        at: usize,
        /// What was found there; empty at the end of the text.
        found: String,
    },
    /// `Mo 09:00`: a moment, where a range is meant.
    #[error("a single time where a range is expected, at character {at}")]
    PointInTime {
        /// Where, in characters.
        at: usize,
    },
    /// A number that its place does not allow: minute 75, day 32, week 60.
    #[error("{what} out of range at character {at}")]
    OutOfRange {
        /// Where, in characters.
        at: usize,
        /// Which kind of number.
        what: &'static str,
    },
}
