//! Roadmaps of bodies: written, put to opinion, decided, amended, told how they go, closed.
//!
//! A roadmap is reached through its body alone: whoever may write for one body opens no roadmap of another by its address.
//! Everybody reads what was decided ([`public`]); what is being written is read by the body ([`read`]), and while opinions
//! are asked by its members ([`asked`]). Forms are read and filled here, without words ([`form`], [`outline`]).

pub mod areas;
pub mod form;
pub mod outline;
pub mod parts;

/// What is wrong with an answer of a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The name of the answer.
    pub field: String,
    /// The message that says it.
    pub message: &'static str,
    /// What was typed, where the message repeats it.
    pub text: String,
}

impl Fault {
    /// A fault of a field.
    #[must_use]
    pub fn new(field: impl Into<String>, message: &'static str) -> Self {
        Self {
            field: field.into(),
            message,
            text: String::new(),
        }
    }

    /// The same, that repeats what was typed.
    #[must_use]
    pub fn told(field: impl Into<String>, message: &'static str, text: impl Into<String>) -> Self {
        Self {
            field: field.into(),
            message,
            text: text.into(),
        }
    }
}
