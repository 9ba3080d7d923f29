//! Where the contents of attached files are kept: in the database, in a folder, or in a store that speaks S3.
//!
//! A content bears its SHA-256 as its name, never one that somebody typed. It is written before the row that names it, so
//! that no row is without its content: one that no row names is harmless, and [`sweep`] takes it away later. Whatever is
//! read is summed again.

mod bucket;
mod copied;
mod error;
mod folder;
mod moving;
mod sweep;

use std::sync::Arc;

use portulan_model::governance::Attachment;
use portulan_model::{FileId, governance::FileError};
use portulan_store::{AttachedTo, Content, ContentDigest, KeptFile};

use crate::{App, Error};

pub use bucket::{Bucket, BucketSettings, SettingsError};
pub(crate) use copied::Copied;
pub use error::{FilesError, Lost};
pub use folder::Folder;
pub use moving::{Moved, move_all};
pub use sweep::{GRACE, Swept, read_all, sweep};
pub(crate) use sweep::{absent, is_foreign, keep};

/// The name of the mark of the installation whose contents are there.
const MARK: &str = "installation";

/// Where contents are kept.
#[derive(Debug, Clone, Default)]
pub enum Files {
    /// In the rows themselves.
    #[default]
    Database,
    /// In a folder, one file a content.
    Folder(Folder),
    /// In a bucket of a store that speaks S3.
    Bucket(Arc<Bucket>),
}

/// A content that is there, and when it was written there.
pub(crate) struct Found {
    pub(crate) digest: ContentDigest,
    pub(crate) written: chrono::DateTime<chrono::Utc>,
}

/// A content that was kept, until the row that names it.
pub(crate) struct Stored {
    digest: ContentDigest,
    here: bool,
}

impl Stored {
    /// What names the content.
    pub(crate) const fn digest(&self) -> ContentDigest {
        self.digest
    }

    /// What the row says of it.
    pub(crate) fn content<'a>(&self, bytes: &'a [u8]) -> Content<'a> {
        Content {
            digest: self.digest,
            bytes: self.here.then_some(bytes),
        }
    }
}

impl Files {
    /// Keeps a content, unless the row does it.
    pub(crate) async fn store(&self, bytes: &[u8]) -> Result<Stored, FilesError> {
        let digest = ContentDigest::of(bytes);
        let here = !self.put(digest, bytes).await?;
        Ok(Stored { digest, here })
    }

    /// Writes a content; `false` where the rows keep theirs. One that is there already is written again: it is young from
    /// then on, and no sweep takes it away before its row is written.
    pub(crate) async fn put(
        &self,
        digest: ContentDigest,
        bytes: &[u8],
    ) -> Result<bool, FilesError> {
        if matches!(self, Self::Database) {
            return Ok(false);
        }
        self.write(digest.to_string(), bytes).await?;
        Ok(true)
    }

    /// The mark of the installation whose contents are there, where one was written.
    async fn mark(&self) -> Result<Option<String>, FilesError> {
        let found = self.read(MARK.to_owned()).await?;
        Ok(found.map(|bytes| String::from_utf8_lossy(&bytes).trim().to_owned()))
    }

    async fn write(&self, name: String, bytes: &[u8]) -> Result<(), FilesError> {
        let bytes = bytes.to_vec();
        self.blocking(move |files| match files {
            Self::Database => Ok(()),
            Self::Folder(folder) => folder.put(&name, &bytes),
            Self::Bucket(bucket) => bucket.put(&name, &bytes),
        })
        .await
    }

    /// Reads a content, whole and unchanged; none where it is not there, or is another one.
    pub(crate) async fn get(
        &self,
        digest: ContentDigest,
    ) -> Result<Result<Vec<u8>, Lost>, FilesError> {
        let found = self.read(digest.to_string()).await?;
        Ok(found.map_or(Err(Lost::Missing), |bytes| whole(digest, bytes)))
    }

    async fn read(&self, name: String) -> Result<Option<Vec<u8>>, FilesError> {
        self.blocking(move |files| match files {
            Self::Database => Ok(None),
            Self::Folder(folder) => folder.get(&name),
            Self::Bucket(bucket) => bucket.get(&name),
        })
        .await
    }

    async fn remove(&self, digest: ContentDigest) -> Result<(), FilesError> {
        self.blocking(move |files| match files {
            Self::Database => Ok(()),
            Self::Folder(folder) => folder.remove(&digest.to_string()),
            Self::Bucket(bucket) => bucket.remove(&digest.to_string()),
        })
        .await
    }

    async fn list(&self) -> Result<Vec<Found>, FilesError> {
        self.blocking(|files| match files {
            Self::Database => Ok(Vec::new()),
            Self::Folder(folder) => folder.list(),
            Self::Bucket(bucket) => bucket.list(),
        })
        .await
    }

    /// Disks and networks wait on a thread that may.
    async fn blocking<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Self) -> Result<T, FilesError> + Send + 'static,
    ) -> Result<T, FilesError> {
        let files = self.clone();
        let done = tokio::task::spawn_blocking(move || work(&files)).await;
        done.map_err(|error| FilesError::Stopped(error.to_string()))?
    }
}

/// Checks a file and keeps its content, for a row that is written next.
pub(crate) async fn taken(
    app: &App,
    upload: &crate::bodies::Upload,
) -> Result<Result<(Attachment, Stored), FileError>, Error> {
    let attachment = match crate::bodies::checked_file(app, upload) {
        Ok(attachment) => attachment,
        Err(error) => return Ok(Err(error)),
    };
    let stored = app.files().store(&upload.bytes).await?;
    Ok(Ok((attachment, stored)))
}

/// A file of an object, with its content.
pub(crate) async fn read(
    app: &App,
    owner: &AttachedTo,
    id: FileId,
) -> Result<(Attachment, Vec<u8>), Error> {
    let missing = || Error::NotFound(format!("fichier {id}"));
    let found = app.store().attachment(id).await?;
    let (kept, content) = found.ok_or_else(missing)?;
    if kept.owner != *owner {
        return Err(missing());
    }
    let content = content_of(app, &kept, content).await?;
    Ok((kept.file, content))
}

/// The content of a file that was found, from its row or from where contents are kept.
pub(crate) async fn content_of(
    app: &App,
    kept: &KeptFile,
    content: Option<Vec<u8>>,
) -> Result<Vec<u8>, Error> {
    let read = match content {
        Some(content) => whole(kept.digest, content),
        None => app.files().get(kept.digest).await?,
    };
    read.map_err(|lost| {
        let (file, digest) = (kept.file.id, kept.digest);
        tracing::error!(%file, %digest, ?lost, "the content of a file is not to be had");
        Error::Lost(lost)
    })
}

fn whole(digest: ContentDigest, bytes: Vec<u8>) -> Result<Vec<u8>, Lost> {
    if ContentDigest::of(&bytes) == digest {
        Ok(bytes)
    } else {
        Err(Lost::Altered)
    }
}
