//! What the command line says, in French: refusals, rejected rows.

use portulan_app::{Error, StoreError};
use portulan_formats::{FormatError, RejectReason};
use portulan_i18n::{Lang, Words};

/// The words of the command line.
pub(crate) fn words() -> Words {
    Words::new(Lang::Fr)
}

/// An error of a use case: what happened and what to do.
pub(crate) fn error(error: &Error) -> String {
    let words = words();
    match error {
        Error::NotFound(what) => words.with("refusal-not-found", &[("what", what.into())]),
        Error::Conflict(what) => words.with("refusal-conflict", &[("what", what.into())]),
        Error::Forbidden(_) => words.get("refusal-forbidden"),
        Error::Format(error) => format(words, error),
        Error::Layer(error) => words.with("refusal-layer", &[("reason", error.to_string().into())]),
        Error::Store(error) => store(words, error),
        Error::ReaderDied | Error::Internal { .. } => chain(error),
    }
}

/// An internal error with its causes, for the log of the person who operates.
fn chain(error: &dyn std::error::Error) -> String {
    let causes = std::iter::successors(error.source(), |cause| cause.source());
    causes.fold(error.to_string(), |text, cause| format!("{text} : {cause}"))
}

fn store(words: Words, error: &StoreError) -> String {
    match error {
        StoreError::NotEmpty => words.get("refusal-store-not-empty"),
        StoreError::BadCopy { line, reason } => words.with(
            "refusal-store-bad-copy",
            &[("line", (*line).into()), ("reason", reason.into())],
        ),
        other => words.with("refusal-store", &[("reason", chain(other).into())]),
    }
}

/// Why a file could not be read.
pub(crate) fn format_error(error: &FormatError) -> String {
    format(words(), error)
}

fn format(words: Words, error: &FormatError) -> String {
    match error {
        FormatError::Empty => words.get("refusal-empty"),
        FormatError::TooLarge { limit } => {
            words.with("refusal-too-large", &[("limit", (*limit).into())])
        }
        FormatError::Swelling { ratio } => {
            words.with("refusal-swelling", &[("ratio", (*ratio).into())])
        }
        FormatError::NotText { what } => {
            words.with("refusal-not-text", &[("what", (*what).into())])
        }
        FormatError::UnknownShape { headers } => {
            words.with("refusal-unknown-shape", &[("headers", headers.into())])
        }
        FormatError::UnknownDocument { found } => {
            words.with("refusal-unknown-document", &[("found", found.into())])
        }
        FormatError::NoList { key, found } => words.with(
            "refusal-no-list",
            &[("key", key.into()), ("found", found.into())],
        ),
        FormatError::ListUnnamed => words.get("refusal-list-unnamed"),
        FormatError::Markup => words.get("refusal-markup"),
        FormatError::TooManyColumns { found, limit } => words.with(
            "refusal-too-many-columns",
            &[("found", (*found).into()), ("limit", (*limit).into())],
        ),
        FormatError::Workbook { reason } => {
            words.with("refusal-workbook", &[("reason", reason.into())])
        }
        FormatError::WorkbookTooLarge { limit } => {
            words.with("refusal-workbook-too-large", &[("limit", (*limit).into())])
        }
        FormatError::NoSheet { name, found } => words.with(
            "refusal-no-sheet",
            &[("name", name.into()), ("found", found.into())],
        ),
        FormatError::UnknownEncoding { label } => {
            words.with("refusal-unknown-encoding", &[("label", label.into())])
        }
        FormatError::NoSource => words.get("refusal-no-source"),
        FormatError::Read(source) => {
            words.with("refusal-read", &[("reason", source.to_string().into())])
        }
        FormatError::Csv(source) => {
            words.with("refusal-csv", &[("reason", source.to_string().into())])
        }
        FormatError::Json(source) => {
            words.with("refusal-json", &[("reason", source.to_string().into())])
        }
    }
}

/// Why a row is no place.
pub(crate) fn rejection(reason: &RejectReason) -> String {
    let words = words();
    match reason {
        RejectReason::NoName => words.get("row-no-name"),
        RejectReason::NoCommune => words.get("row-no-commune"),
        RejectReason::NoId => words.get("row-no-id"),
        RejectReason::DuplicateId => words.get("row-duplicate-id"),
        RejectReason::Unreadable { reason } => {
            words.with("row-unreadable", &[("reason", reason.into())])
        }
    }
}
