//! What a person is told, before it is worded: the id of a message and what fills it.
//!
//! Errors and remarks are kept and passed on in this form, so that whoever reads them, later or in another language, is
//! told in their own words.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

/// What fills a message.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Filling {
    /// A number: written as the language writes numbers.
    Number(u64),
    /// A text, put in as it is.
    Text(String),
}

/// A message and what fills it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Told {
    /// Id of the message.
    pub id: Cow<'static, str>,
    /// What fills it, by name.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub with: Vec<(Cow<'static, str>, Filling)>,
}

impl Told {
    /// A message that nothing fills.
    #[must_use]
    pub const fn new(id: &'static str) -> Self {
        Self {
            id: Cow::Borrowed(id),
            with: Vec::new(),
        }
    }

    /// Fills the message with a text.
    #[must_use]
    pub fn text(mut self, name: &'static str, text: impl Into<String>) -> Self {
        let filling = Filling::Text(text.into());
        self.with.push((Cow::Borrowed(name), filling));
        self
    }

    /// Fills the message with a count.
    #[must_use]
    pub fn number(mut self, name: &'static str, number: u64) -> Self {
        let filling = Filling::Number(number);
        self.with.push((Cow::Borrowed(name), filling));
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_told_reads_back_from_storage() {
        let told = Told::new("refusal-no-list")
            .text("key", "features")
            .number("limit", 20_000);
        let text = serde_json::to_string(&told).unwrap();
        assert_eq!(serde_json::from_str::<Told>(&text).unwrap(), told);
    }
}
