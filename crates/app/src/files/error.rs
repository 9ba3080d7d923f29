//! What can go wrong where contents are kept. No message holds a key or a signed address.

use thiserror::Error;

/// Why contents cannot be written or read now. Nothing was lost: what was asked can be asked again.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum FilesError {
    /// The folder refuses: rights, room.
    #[error("the folder of contents: {0}")]
    Folder(String),
    /// Nobody answers, or not to the end.
    #[error("the store of contents does not answer: {0}")]
    Unreachable(String),
    /// There is no such bucket.
    #[error("the store of contents has no bucket {0:?}")]
    NoBucket(String),
    /// The store answers, and refuses: keys, rights, quota.
    #[error("the store of contents refuses: {status} {code}")]
    Refused {
        /// Its status.
        status: u16,
        /// Its word for it: `AccessDenied`.
        code: String,
    },
    /// The answer is not what S3 says.
    #[error("the store of contents answers something else than S3: {0}")]
    Unread(String),
    /// What was written is not whole.
    #[error("the store of contents kept {kept} bytes of {sent}")]
    Half {
        /// Bytes that are there.
        kept: u64,
        /// Bytes that were sent.
        sent: u64,
    },
    /// The thread that waited is gone.
    #[error("the wait for contents was broken off: {0}")]
    Stopped(String),
}

/// Why a content is not to be had.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum Lost {
    /// It is not where contents are kept.
    #[error("the content of the file is missing")]
    Missing,
    /// What is there is not what was given.
    #[error("the content of the file was altered")]
    Altered,
}
