//! One error for every use case: its kind decides the page, the API problem and the exit code.

use portulan_policy::Refusal;
use portulan_store::StoreError;
use thiserror::Error;

use crate::files::{FilesError, Lost};

/// Why a use case did not end.
#[derive(Debug, Error)]
pub enum Error {
    /// There is no such thing.
    #[error("not found: {0}")]
    NotFound(String),
    /// The actor may not.
    #[error(transparent)]
    Forbidden(#[from] Refusal),
    /// A file cannot be taken in; nothing was changed.
    #[error(transparent)]
    Format(#[from] portulan_formats::FormatError),
    /// A reference file cannot be taken in; nothing was changed.
    #[error(transparent)]
    Layer(#[from] portulan_geo::LayerError),
    /// A document of governance cannot be taken in; nothing was changed.
    #[error(transparent)]
    Exchange(#[from] crate::exchange::ExchangeError),
    /// What is asked contradicts what is there: a backup over a database in use.
    #[error("conflict: {0}")]
    Conflict(String),
    /// Storage refused or failed.
    #[error(transparent)]
    Store(StoreError),
    /// Contents of files cannot be written or read now; nothing was changed.
    #[error(transparent)]
    Files(#[from] FilesError),
    /// The content of a file is not to be had.
    #[error(transparent)]
    Lost(#[from] Lost),
    /// The thread that read a file is gone; nothing was changed.
    #[error("the reader of the file stopped before its end")]
    ReaderDied,
    /// A link opens nothing, or no more.
    #[error(transparent)]
    Link(#[from] crate::signed::LinkError),
    /// Nothing can be signed here: the installation was opened without its secret key.
    #[error(
        "no secret key: give the file that all nodes share with --secret-file or PORTULAN_SECRET_FILE"
    )]
    NoKey,
    /// The program is at fault.
    #[error("internal: {context}")]
    Internal {
        /// What was being done.
        context: &'static str,
        /// What went wrong.
        #[source]
        source: Box<dyn std::error::Error + Send + Sync>,
    },
}

impl Error {
    /// Wraps an error that nobody outside can mend.
    pub fn internal(
        context: &'static str,
        source: impl std::error::Error + Send + Sync + 'static,
    ) -> Self {
        Self::Internal {
            context,
            source: Box::new(source),
        }
    }

    /// Whether the input is at fault, and not the program.
    #[must_use]
    pub const fn is_refusal(&self) -> bool {
        match self {
            Self::NotFound(_)
            | Self::Forbidden(_)
            | Self::Format(_)
            | Self::Layer(_)
            | Self::Exchange(_)
            | Self::Link(_)
            | Self::Conflict(_) => true,
            Self::Store(error) => error.is_refusal(),
            Self::Files(_)
            | Self::Lost(_)
            | Self::NoKey
            | Self::ReaderDied
            | Self::Internal { .. } => false,
        }
    }
}

/// A failure of where contents are kept that came through storage is that failure.
impl From<StoreError> for Error {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Elsewhere(cause) => match cause.downcast::<FilesError>() {
                Ok(error) => Self::Files(*error),
                Err(cause) => Self::Store(StoreError::Elsewhere(cause)),
            },
            error => Self::Store(error),
        }
    }
}
