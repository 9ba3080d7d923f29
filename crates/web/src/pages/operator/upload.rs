//! A file that a person gives in a form: written to the disk as it comes, whatever its size.

use axum::extract::Multipart;
use axum::extract::multipart::{Field, MultipartError};
use axum::http::StatusCode;
use tokio::fs::File;
use tokio::io::{AsyncSeekExt as _, AsyncWriteExt as _};

/// The field of forms that holds the file.
const FILE: &str = "fichier";

/// A file that came whole.
pub(super) struct Upload {
    /// Its name, which helps to tell its shape.
    pub(super) name: String,
    /// Its content, from the start.
    pub(super) file: std::fs::File,
}

/// Why there is no file. Nothing was begun with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NoFile {
    /// None was chosen, or it holds nothing.
    Missing,
    /// It did not come to its end.
    Cut,
    /// It is larger than this server reads.
    TooLarge,
    /// This server could not write it.
    Disk,
}

impl NoFile {
    /// Id of the message.
    pub(super) const fn message(self) -> &'static str {
        match self {
            Self::Missing => "upload-missing",
            Self::Cut => "upload-cut",
            Self::TooLarge => "upload-too-large",
            Self::Disk => "upload-disk",
        }
    }

    /// The status of the answer.
    pub(super) const fn status(self) -> StatusCode {
        match self {
            Self::Missing => StatusCode::UNPROCESSABLE_ENTITY,
            Self::Cut => StatusCode::BAD_REQUEST,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::Disk => StatusCode::INSUFFICIENT_STORAGE,
        }
    }
}

impl From<MultipartError> for NoFile {
    fn from(error: MultipartError) -> Self {
        if error.status() == StatusCode::PAYLOAD_TOO_LARGE {
            Self::TooLarge
        } else {
            Self::Cut
        }
    }
}

impl From<std::io::Error> for NoFile {
    fn from(error: std::io::Error) -> Self {
        tracing::error!(%error, "a file that was given could not be written");
        Self::Disk
    }
}

/// Takes the file of a form in.
pub(super) async fn receive(mut form: Multipart) -> Result<Upload, NoFile> {
    let mut found = None;
    while let Some(field) = form.next_field().await? {
        if field.name() == Some(FILE) && found.is_none() {
            let name = field.file_name().unwrap_or_default().to_owned();
            found = written(field).await?.map(|file| Upload { name, file });
        }
    }
    found.ok_or(NoFile::Missing)
}

async fn written(mut field: Field<'_>) -> Result<Option<std::fs::File>, NoFile> {
    let mut file = File::from_std(tempfile::tempfile()?);
    let mut length = 0;
    while let Some(chunk) = field.chunk().await? {
        length += chunk.len();
        file.write_all(&chunk).await?;
    }
    file.flush().await?;
    file.rewind().await?;
    Ok((length > 0).then_some(file.into_std().await))
}
