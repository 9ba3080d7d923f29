//! What a person should look at in a mapping.

use serde::Serialize;

/// What is odd in a mapping; it works all the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum NoticeKind {
    /// A key that means nothing: what it names is not read.
    UnknownKey,
    /// A key of before 1.0, read under its name of today.
    OldKey,
    /// A target that is no value of the field: it makes nothing.
    DeadTarget,
    /// A target of before 1.0, or misspelt, put into the value of today.
    OldTarget,
    /// A term with capitals among the exceptions: the national pipeline never matches it, here it does.
    CapitalException,
    /// An exception that can never hold when a term does.
    IdleException,
    /// A choice that an earlier one of the same target already makes.
    Repeated,
    /// The list has no such column.
    NoSuchColumn,
}

impl NoticeKind {
    /// Its name in reports.
    #[must_use]
    pub const fn slug(self) -> &'static str {
        match self {
            Self::UnknownKey => "unknown-key",
            Self::OldKey => "old-key",
            Self::DeadTarget => "dead-target",
            Self::OldTarget => "old-target",
            Self::CapitalException => "capital-exception",
            Self::IdleException => "idle-exception",
            Self::Repeated => "repeated",
            Self::NoSuchColumn => "no-such-column",
        }
    }
}

/// One thing to look at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Notice {
    /// Where in the mapping: `services[3].cible`.
    pub path: String,
    /// The text concerned.
    pub value: String,
    /// What is odd.
    pub kind: NoticeKind,
}

impl Notice {
    pub(crate) fn new(path: &str, value: &str, kind: NoticeKind) -> Self {
        Self {
            path: path.to_owned(),
            value: value.to_owned(),
            kind,
        }
    }
}
