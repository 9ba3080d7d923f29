//! A field of a form as it was typed, and what is wrong with it.

/// A field as it was typed, and what is wrong with it.
#[derive(Debug, Default, Clone)]
pub(crate) struct Answer {
    pub(crate) value: String,
    pub(crate) wrong: Option<String>,
}

impl Answer {
    pub(crate) fn of(value: impl Into<String>) -> Self {
        Self {
            value: value.into(),
            wrong: None,
        }
    }

    /// What was typed, without blanks around.
    pub(crate) fn text(&self) -> &str {
        self.value.trim()
    }

    /// Keeps what is right; says what is wrong.
    pub(crate) fn keep<T>(&mut self, read: Result<T, String>) -> Option<T> {
        match read {
            Ok(value) => Some(value),
            Err(wrong) => {
                self.wrong = Some(wrong);
                None
            }
        }
    }
}
