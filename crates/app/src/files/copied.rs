//! Contents in copies of a whole installation: fetched from where they are kept, and put where they are kept then.

use std::sync::Mutex;

use portulan_store::{Awaited, ContentDigest, Elsewhere, StoreError};

use super::{Files, FilesError};

/// Where a copy takes contents from, or brings them to.
pub(crate) struct Copied<'a> {
    files: &'a Files,
    /// Ids of the files whose content was not to be had.
    lost: Mutex<Vec<String>>,
}

impl<'a> Copied<'a> {
    pub(crate) const fn new(files: &'a Files) -> Self {
        Self {
            files,
            lost: Mutex::new(Vec::new()),
        }
    }

    /// The files that the copy holds without their content.
    pub(crate) fn lost(self) -> Vec<String> {
        self.lost.into_inner().unwrap_or_default()
    }
}

impl Elsewhere for Copied<'_> {
    fn fetch<'a>(&'a self, name: &'a str, digest: ContentDigest) -> Awaited<'a, Option<Vec<u8>>> {
        Box::pin(async move {
            let read = self.files.get(digest).await.map_err(wrapped)?;
            if read.is_err()
                && let Ok(mut lost) = self.lost.lock()
            {
                lost.push(name.to_owned());
            }
            Ok(read.ok())
        })
    }

    fn keep(&self, digest: ContentDigest, content: Vec<u8>) -> Awaited<'_, bool> {
        Box::pin(async move { self.files.put(digest, &content).await.map_err(wrapped) })
    }
}

fn wrapped(error: FilesError) -> StoreError {
    StoreError::Elsewhere(Box::new(error))
}
