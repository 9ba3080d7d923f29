//! The minutes of a meeting: Markdown, written by several hands one after the other, saved as they write.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::journal::Author;

/// What was said and settled. Each save counts one; a save on an older text is refused, and nothing is lost.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Minutes {
    text: String,
    saved: u32,
    last: Option<(Author, DateTime<Utc>)>,
}

/// Somebody saved meanwhile.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("somebody saved the minutes meanwhile")]
pub struct WrittenMeanwhile {
    /// The text that stands, to be set beside the one that was typed.
    pub standing: Minutes,
}

impl Minutes {
    /// The text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// How many times it was saved: the form sends it back.
    #[must_use]
    pub const fn saved(&self) -> u32 {
        self.saved
    }

    /// Who saved last, and when.
    #[must_use]
    pub const fn last(&self) -> Option<&(Author, DateTime<Utc>)> {
        self.last.as_ref()
    }

    /// Whether nothing is written.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.text.trim().is_empty()
    }

    /// A text that was typed on the one saved `upon` times. The same text twice changes nothing.
    pub fn save(
        self,
        upon: u32,
        text: String,
        by: Author,
        at: DateTime<Utc>,
    ) -> Result<Self, Box<WrittenMeanwhile>> {
        if text == self.text {
            return Ok(self);
        }
        if upon != self.saved {
            return Err(Box::new(WrittenMeanwhile { standing: self }));
        }
        Ok(Self {
            text,
            saved: self.saved.saturating_add(1),
            last: Some((by, at)),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_save_on_an_older_text_is_refused_and_the_standing_one_is_given_back() {
        let save = |minutes: Minutes, upon: u32, text: &str| {
            minutes.save(
                upon,
                text.to_owned(),
                Author::Operator,
                DateTime::UNIX_EPOCH,
            )
        };
        let first = save(Minutes::default(), 0, "Présents : trois.").unwrap();
        let second = save(first.clone(), 1, "Présents : quatre.").unwrap();
        assert_eq!(
            save(first.clone(), 0, first.text()).unwrap(),
            first,
            "a double submit"
        );
        let late = save(second.clone(), 1, "Présents : cinq.").unwrap_err();
        assert_eq!(late.standing, second);
    }
}
