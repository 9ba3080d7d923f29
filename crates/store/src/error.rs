//! What can go wrong with storage.

use portulan_model::PlaceId;
use thiserror::Error;

/// Why storage refused or failed.
#[derive(Debug, Error)]
pub enum StoreError {
    /// The folder of the database cannot be created.
    #[error("the folder of the database cannot be created")]
    Folder(#[source] std::io::Error),
    /// The engine refused or failed.
    #[error("database: {0}")]
    Database(#[from] sqlx::Error),
    /// The database could not be brought to this program's version; an older program must not open a newer one.
    #[error("migration: {0}")]
    Migration(#[from] sqlx::migrate::MigrateError),
    /// A stored row is not what this program writes.
    #[error("the row {key} of {table} cannot be read: {reason}")]
    Corrupt {
        /// Table.
        table: &'static str,
        /// Key of the row.
        key: String,
        /// What is wrong.
        reason: String,
    },
    /// What was to be changed is not there.
    #[error("no place has the id {0}")]
    NoPlace(PlaceId),
    /// A record of governance that was to be changed is not there.
    #[error("{table} has no {key}")]
    NoRecord {
        /// Table.
        table: &'static str,
        /// Its key.
        key: String,
    },
    /// A copy is read only into a database that holds nothing.
    #[error("the database already holds data")]
    NotEmpty,
    /// A copy cannot be read; nothing was written.
    #[error("line {line} of the copy: {reason}")]
    BadCopy {
        /// Line, from 1.
        line: usize,
        /// What is wrong.
        reason: String,
    },
    /// What keeps contents elsewhere refused or failed.
    #[error("contents of files: {0}")]
    Elsewhere(#[source] Box<dyn std::error::Error + Send + Sync>),
    /// The copy cannot be written or read as a file.
    #[error("copy: {0}")]
    Io(#[from] std::io::Error),
}

impl StoreError {
    pub(crate) fn corrupt(
        table: &'static str,
        key: &impl ToString,
        reason: &impl ToString,
    ) -> Self {
        Self::Corrupt {
            table,
            key: key.to_string(),
            reason: reason.to_string(),
        }
    }

    /// Whether what was given is at fault, and not the program or the machine.
    #[must_use]
    pub const fn is_refusal(&self) -> bool {
        matches!(self, Self::NotEmpty | Self::BadCopy { .. })
    }
}
