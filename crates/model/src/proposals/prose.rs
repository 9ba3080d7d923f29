//! Words that a stranger types: plain text, its lines kept, nothing in it that a screen, a mail or a log could obey.

use std::fmt;

use serde::{Deserialize, Serialize};
use thiserror::Error;

/// Words of a person, never blank, at most [`Prose::LONGEST`] characters.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Prose(String);

/// A text that is longer than what is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("at most {0} characters")]
pub struct TooLong(pub usize);

impl Prose {
    /// Longest text, in characters.
    pub const LONGEST: usize = 1_000;

    /// Reads a text; `None` where there is nothing.
    pub fn read(text: &str) -> Result<Option<Self>, TooLong> {
        let text = text.replace("\r\n", "\n").replace('\r', "\n");
        let kept: String = text
            .chars()
            .filter(|one| *one == '\n' || is_shown(*one))
            .collect();
        let text = kept.trim();
        if text.chars().nth(Self::LONGEST).is_some() {
            return Err(TooLong(Self::LONGEST));
        }
        Ok((!text.is_empty()).then(|| Self(text.to_owned())))
    }

    /// Reads a text of one line; `None` where there is nothing.
    pub fn line(text: &str, most: usize) -> Result<Option<String>, TooLong> {
        let spaced: String = text
            .chars()
            .map(|one| if one.is_control() { ' ' } else { one })
            .filter(|one| is_shown(*one))
            .collect();
        let words: Vec<&str> = spaced.split_whitespace().collect();
        let line = words.join(" ");
        if line.chars().nth(most).is_some() {
            return Err(TooLong(most));
        }
        Ok((!line.is_empty()).then_some(line))
    }

    /// The words.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Whether a sign is seen: controls are not, nor those that turn the direction of what follows.
pub(crate) fn is_shown(one: char) -> bool {
    !one.is_control()
        && !matches!(one, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}')
}

impl fmt::Display for Prose {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A text that is no prose.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("blank, or too long")]
pub struct NotProse;

impl TryFrom<String> for Prose {
    type Error = NotProse;

    fn try_from(text: String) -> Result<Self, NotProse> {
        Self::read(&text).ok().flatten().ok_or(NotProse)
    }
}

impl From<Prose> for String {
    fn from(prose: Prose) -> Self {
        prose.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_screen_could_obey_is_dropped_and_lines_are_kept() {
        let read = |text: &str| Prose::read(text).unwrap().map(|prose| prose.to_string());
        assert_eq!(read("  \r\n\t "), None);
        assert_eq!(
            read("un\r\ndeux\u{7}\u{202E}\u{0}").as_deref(),
            Some("un\ndeux")
        );
        assert_eq!(
            read("<b>&amp;").as_deref(),
            Some("<b>&amp;"),
            "shown, never run"
        );
        assert_eq!(
            Prose::line("a\r\nBcc: b", 20),
            Ok(Some("a Bcc: b".to_owned()))
        );
    }

    #[test]
    fn a_text_too_long_is_refused_and_not_cut() {
        let fits = "é".repeat(Prose::LONGEST);
        assert!(Prose::read(&fits).unwrap().is_some());
        assert_eq!(Prose::read(&format!("{fits}é")), Err(TooLong(1_000)));
        assert_eq!(Prose::line("abcd", 3), Err(TooLong(3)));
    }
}
