//! What the command line says, in French: refusals, rejected rows.

use portulan_app::exchange::{ExchangeError, Reason};
use portulan_app::files::{FilesError, Lost};
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
        Error::Format(error) => words.told(&error.told()),
        Error::Layer(error) => words.with("refusal-layer", &[("reason", error.to_string().into())]),
        Error::Exchange(error) => exchange(words, error),
        Error::Store(error) => store(words, error),
        Error::Files(error) => files(words, error),
        Error::Lost(Lost::Missing) => words.get("refusal-files-missing"),
        Error::Lost(Lost::Altered) => words.get("refusal-files-altered"),
        Error::NoKey => words.get("refusal-no-key"),
        Error::Link(_) | Error::ReaderDied | Error::Internal { .. } => chain(error),
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

fn files(words: Words, error: &FilesError) -> String {
    let with = |id: &str, what: &str| words.with(id, &[("what", what.into())]);
    match error {
        FilesError::Folder(reason) => with("refusal-files-folder", reason),
        FilesError::Unreachable(reason) => with("refusal-files-unreachable", reason),
        FilesError::NoBucket(name) => with("refusal-files-no-bucket", name),
        FilesError::Refused { status, code } => {
            with("refusal-files-refused", &format!("{status} {code}"))
        }
        FilesError::Unread(_) | FilesError::Half { .. } | FilesError::Stopped(_) => {
            with("refusal-files-unread", &error.to_string())
        }
    }
}

fn exchange(words: Words, error: &ExchangeError) -> String {
    let with = |id: &str, what: String| words.with(id, &[("what", what.into())]);
    match error {
        ExchangeError::TooLarge(limit) => with("exchange-too-large", limit.to_string()),
        ExchangeError::TooMany(limit) => with("exchange-too-many", limit.to_string()),
        ExchangeError::NotJson { line, column } => words.with(
            "exchange-not-json",
            &[("line", (*line).into()), ("column", (*column).into())],
        ),
        ExchangeError::NotThis => words.get("exchange-not-this"),
        ExchangeError::Version(version) => with("exchange-version", version.to_string()),
        ExchangeError::NoTerritory => words.get("exchange-no-territory"),
        ExchangeError::UnknownList(list) => with("exchange-unknown-list", list.clone()),
        ExchangeError::NotAList(list) => with("exchange-not-a-list", (*list).to_owned()),
        ExchangeError::Archive(reason) => with("exchange-archive", reason.clone()),
        ExchangeError::Table { file, line } => words.with(
            "exchange-table",
            &[("file", file.into()), ("line", line.to_string().into())],
        ),
    }
}

/// Why a record of governance is not taken.
pub(crate) fn refusal(reason: &Reason) -> String {
    let id = format!("exchange-reason-{}", reason.word());
    words().with(&id, &[("what", reason.detail().into())])
}

/// Why a file could not be read.
pub(crate) fn format_error(error: &FormatError) -> String {
    words().told(&error.told())
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
