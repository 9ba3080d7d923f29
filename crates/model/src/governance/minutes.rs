//! The minutes of a meeting: Markdown, written by several hands one after the other, saved as they write.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::journal::Author;
use crate::proposals::{TooLong, is_shown};

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
    /// Longest text, in characters: some forty printed pages.
    pub const LONGEST: usize = 100_000;

    /// A text as it was typed: lines end in one way, and what no screen shows is left out.
    pub fn read(text: &str) -> Result<String, TooLong> {
        let lines = text.replace("\r\n", "\n").replace('\r', "\n");
        let shown = |one: &char| matches!(one, '\n' | '\t') || is_shown(*one);
        let kept: String = lines.chars().filter(shown).collect();
        if kept.chars().nth(Self::LONGEST).is_some() {
            return Err(TooLong(Self::LONGEST));
        }
        Ok(kept)
    }

    /// The text alone: everybody reads it, and not who wrote it or when.
    #[must_use]
    pub fn for_everybody(self) -> Self {
        Self {
            last: None,
            saved: 0,
            ..self
        }
    }

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
    fn a_text_is_taken_as_it_is_seen_up_to_its_bound() {
        let typed = "# Présents\r\n\r\n- \u{202E}trois\u{0}\tici\r";
        assert_eq!(
            Minutes::read(typed).unwrap(),
            "# Présents\n\n- trois\tici\n"
        );
        let full = "é".repeat(Minutes::LONGEST);
        assert_eq!(Minutes::read(&full).as_deref(), Ok(full.as_str()));
        let long = format!("{full}.");
        assert_eq!(Minutes::read(&long), Err(TooLong(Minutes::LONGEST)));
    }

    #[test]
    fn everybody_reads_the_text_and_not_who_wrote_it() {
        let by = Author::Operator;
        let minutes = Minutes::default().save(0, "Vu.".to_owned(), by, DateTime::UNIX_EPOCH);
        let public = minutes.unwrap().for_everybody();
        assert_eq!(
            (public.text(), public.last(), public.saved()),
            ("Vu.", None, 0)
        );
    }

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
