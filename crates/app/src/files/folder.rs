//! Contents in a folder: one file each, named by its digest, whole or not there at all.
//!
//! A content is written beside, brought to the disk, and takes its name last. Nothing else in the folder is read or removed,
//! but what a writing that was cut off left.

use std::fs::{self, File};
use std::io::{self, ErrorKind, Read as _, Write as _};
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};
use portulan_model::governance::Attachment;

use super::{FilesError, Found};

/// How the name of a file that is being written begins.
const BESIDE: &str = ".nouveau-";

/// A folder of contents, of one installation alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Folder {
    path: PathBuf,
}

impl Folder {
    /// Opens a folder; makes it, for its owner alone, where it is not there.
    pub fn open(path: &Path) -> Result<Self, FilesError> {
        let mut builder = fs::DirBuilder::new();
        #[cfg(unix)]
        {
            use std::os::unix::fs::DirBuilderExt as _;
            builder.mode(0o700);
        }
        builder.recursive(true).create(path)?;
        Ok(Self {
            path: path.to_owned(),
        })
    }

    pub(super) fn put(&self, name: &str, bytes: &[u8]) -> Result<(), FilesError> {
        let mut named = tempfile::Builder::new();
        named.prefix(BESIDE);
        let mut beside = named.tempfile_in(&self.path)?;
        beside.write_all(bytes)?;
        beside.as_file().sync_all()?;
        let named = beside.persist(self.path.join(name));
        named.map_err(|refused| refused.error)?;
        // The name itself is on the disk once its folder is.
        Ok(File::open(&self.path)?.sync_all()?)
    }

    pub(super) fn get(&self, name: &str) -> Result<Option<Vec<u8>>, FilesError> {
        let file = match File::open(self.path.join(name)) {
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
            opened => opened?,
        };
        let mut bytes = Vec::new();
        let mut bounded = file.take(Attachment::LARGEST + 1);
        bounded.read_to_end(&mut bytes)?;
        Ok(Some(bytes))
    }

    pub(super) fn remove(&self, name: &str) -> Result<(), FilesError> {
        removed(&self.path.join(name))
    }

    /// The contents that are there. What a cut writing left a day ago is taken away.
    pub(super) fn list(&self) -> Result<Vec<Found>, FilesError> {
        let mut all = Vec::new();
        for entry in fs::read_dir(&self.path)? {
            let entry = entry?;
            let name = entry.file_name();
            let name = name.to_string_lossy();
            let written = match entry.metadata().and_then(|one| one.modified()) {
                Err(error) if error.kind() == ErrorKind::NotFound => continue,
                told => DateTime::<Utc>::from(told?),
            };
            if let Ok(digest) = name.parse() {
                all.push(Found { digest, written });
            } else if name.starts_with(BESIDE) && super::sweep::is_old(written) {
                removed(&entry.path())?;
            }
        }
        Ok(all)
    }
}

fn removed(path: &Path) -> Result<(), FilesError> {
    match fs::remove_file(path) {
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(()),
        done => Ok(done?),
    }
}

impl From<io::Error> for FilesError {
    fn from(error: io::Error) -> Self {
        Self::Folder(error.to_string())
    }
}
