//! Labels: short words by which those who examine sort applications. Who applied never reads them.

use serde::{Deserialize, Serialize};

use super::{Examination, ExaminationError};
use crate::proposals::Prose;

/// Short words on one line.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Label(String);

impl Label {
    /// Longest, in characters.
    pub const CHARS: usize = 40;

    /// What is typed; nothing where it is empty or too long.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let line = Prose::line(text, Self::CHARS).ok().flatten()?;
        Some(Self(line))
    }

    /// Its words.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Label {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::read(&text).ok_or("a label is a few words on one line")
    }
}

impl From<Label> for String {
    fn from(label: Label) -> Self {
        label.0
    }
}

impl Examination {
    /// Most labels of one.
    pub const MOST_LABELS: usize = 8;

    /// Puts a label on it, whether it is decided or not. Put twice, it is there once.
    pub fn label(mut self, label: Label) -> Result<Self, ExaminationError> {
        if self.labels.len() >= Self::MOST_LABELS && !self.labels.contains(&label) {
            return Err(ExaminationError::Labels);
        }
        self.labels.insert(label);
        Ok(self)
    }

    /// Takes a label from it, where it has it.
    #[must_use]
    pub fn unlabel(mut self, label: &Label) -> Self {
        self.labels.remove(label);
        self
    }
}
