//! How a command ends: what is said, in French, and the exit code.

use std::fmt::Display;
use std::process::ExitCode;

use portulan_app::Error;
use serde::Serialize;

use crate::words::words;

/// Why a command did not end well.
#[derive(Debug)]
pub(crate) enum Failure {
    /// The input is refused; nothing changed.
    Refused(String),
    /// The command was called wrongly.
    Usage(String),
    /// The program or the machine is at fault.
    Internal(String),
}

impl Failure {
    /// An internal failure, with what was being done.
    pub(crate) fn internal(context: &str, error: &dyn Display) -> Self {
        Self::Internal(format!("{context} : {error}"))
    }

    /// Says it on standard error and gives the exit code.
    #[expect(
        clippy::print_stderr,
        reason = "a command line speaks to its user here"
    )]
    pub(crate) fn report(&self) -> ExitCode {
        let words = words();
        let (id, text, code) = match self {
            Self::Refused(text) => ("cli-refused", text, 1),
            Self::Usage(text) => ("cli-usage", text, 2),
            Self::Internal(text) => ("cli-internal", text, 3),
        };
        eprintln!("{}", words.with(id, &[("text", text.as_str().into())]));
        if matches!(self, Self::Refused(_)) {
            eprintln!("{}", words.get("cli-nothing-changed"));
        }
        ExitCode::from(code)
    }
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        let text = crate::words::error(&error);
        if error.is_refusal() {
            Self::Refused(text)
        } else {
            Self::Internal(text)
        }
    }
}

/// Prints a line for the person at the terminal.
#[expect(
    clippy::print_stdout,
    reason = "a command line speaks to its user here"
)]
pub(crate) fn say(line: &str) {
    println!("{line}");
}

/// Warns the person at the terminal, beside what a program may read.
#[expect(
    clippy::print_stderr,
    reason = "a command line speaks to its user here"
)]
pub(crate) fn warn(line: &str) {
    eprintln!("{line}");
}

/// Prints one JSON value.
pub(crate) fn print_json<T: Serialize>(value: &T) -> Result<(), Failure> {
    say(&serde_json::to_string(value).map_err(|error| Failure::internal("JSON", &error))?);
    Ok(())
}
