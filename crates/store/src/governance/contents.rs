//! Contents of files by their digest: bound in a row, or kept elsewhere by whoever opened the database.
//!
//! A row whose content is empty says that it is kept elsewhere: an empty file is never taken, so nothing else is empty.
//! Copies hold every content, wherever it was: whoever writes or reads one gives [`Elsewhere`].

use std::fmt;
use std::pin::Pin;
use std::str::FromStr;

use futures_util::TryStreamExt;
use sha2::{Digest, Sha256};
use thiserror::Error;

use crate::db::{Tx, on};
use crate::error::StoreError;
use crate::operator::hex;
use crate::{copy, sql};

/// Bytes of a digest.
const BYTES: usize = 32;

/// What names a content: its SHA-256. Whoever changes the content changes its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ContentDigest([u8; BYTES]);

/// A text that is no digest: other than 64 hexadecimal digits in lower case.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{0:?} is no digest")]
pub struct NotADigest(pub String);

impl ContentDigest {
    /// The digest of a content.
    #[must_use]
    pub fn of(content: &[u8]) -> Self {
        Self(Sha256::digest(content).into())
    }
}

impl fmt::Display for ContentDigest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&hex(&self.0))
    }
}

impl FromStr for ContentDigest {
    type Err = NotADigest;

    fn from_str(text: &str) -> Result<Self, NotADigest> {
        let plain = |one: u8| one.is_ascii_digit() || (b'a'..=b'f').contains(&one);
        let digits = Some(text).filter(|text| text.bytes().all(plain));
        let bytes = digits.and_then(copy::unhex);
        let bytes = bytes.and_then(|bytes| bytes.try_into().ok());
        bytes.map(Self).ok_or_else(|| NotADigest(text.to_owned()))
    }
}

/// A content that is to be kept.
#[derive(Debug, Clone, Copy)]
pub struct Content<'a> {
    /// Its name.
    pub digest: ContentDigest,
    /// Its bytes; none where they are kept elsewhere already.
    pub bytes: Option<&'a [u8]>,
}

impl<'a> Content<'a> {
    /// A content that the row itself keeps.
    #[must_use]
    pub fn here(bytes: &'a [u8]) -> Self {
        Self {
            digest: ContentDigest::of(bytes),
            bytes: Some(bytes),
        }
    }
}

/// What is waited for where contents are kept.
pub type Awaited<'a, T> = Pin<Box<dyn Future<Output = Result<T, StoreError>> + Send + 'a>>;

/// Where contents are kept that are not in the database.
pub trait Elsewhere: Send + Sync {
    /// The content of a file that is named; none where there is none to be had, and the copy goes on without it.
    fn fetch<'a>(&'a self, name: &'a str, digest: ContentDigest) -> Awaited<'a, Option<Vec<u8>>>;

    /// Keeps a content; `false` where it is for the row to keep it.
    fn keep(&self, digest: ContentDigest, content: Vec<u8>) -> Awaited<'_, bool>;
}

/// A file in a copy: id, owner, digest, record, and its bytes in hexadecimal.
pub(crate) type FileRow = (String, String, String, String, String);

/// Gives every file, one after the other, with its content wherever that is.
pub(crate) async fn dump(
    tx: &mut Tx,
    elsewhere: Option<&dyn Elsewhere>,
    mut each: impl FnMut(FileRow) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    type Kept = (String, String, String, String, Vec<u8>);
    on!(tx, c => {
        let mut rows = sqlx::query_as::<_, Kept>(sql::ATTACHMENT_ROWS).fetch(c);
        while let Some((id, owner, digest, record, kept)) = rows.try_next().await? {
            let content = match elsewhere {
                Some(elsewhere) if kept.is_empty() => {
                    let fetched = elsewhere.fetch(&id, read(&id, &digest)?).await?;
                    fetched.unwrap_or_default()
                }
                _ => kept,
            };
            each((id, owner, digest, record, hex(&content)))?;
        }
    });
    Ok(())
}

/// Puts a file of a copy back, its content where contents are kept now.
pub(crate) async fn restore(
    tx: &mut Tx,
    elsewhere: Option<&dyn Elsewhere>,
    row: FileRow,
) -> Result<(), StoreError> {
    let (id, owner, digest, record, content) = row;
    let mut content = copy::unhex(&content)
        .ok_or_else(|| StoreError::corrupt("attachment", &id, &"not hexadecimal"))?;
    let named = read(&id, &digest)?;
    if !content.is_empty() && ContentDigest::of(&content) != named {
        return Err(StoreError::corrupt("attachment", &id, &"another content"));
    }
    if let Some(elsewhere) = elsewhere.filter(|_| !content.is_empty())
        && elsewhere.keep(named, content.clone()).await?
    {
        content.clear();
    }
    on!(tx, c => {
        sqlx::query(sql::ADD_ATTACHMENT)
            .bind(id)
            .bind(owner)
            .bind(digest)
            .bind(record)
            .bind(content)
            .execute(c)
            .await
            .map(drop)
    })?;
    Ok(())
}

/// The digest of a row.
pub(super) fn read(id: &str, digest: &str) -> Result<ContentDigest, StoreError> {
    let parsed = digest.parse();
    parsed.map_err(|error: NotADigest| StoreError::corrupt("attachment", &id, &error))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_digest_is_read_back_and_nothing_else_is_one() {
        let digest = ContentDigest::of(b"lettre");
        let text = digest.to_string();
        assert_eq!(text.parse(), Ok(digest));
        let upper = text.to_uppercase();
        let (long, short) = (format!("{text}00"), "00".repeat(31));
        for wrong in ["", "../../etc/passwd", &upper, &long, &short, "é"] {
            assert!(wrong.parse::<ContentDigest>().is_err(), "{wrong}");
        }
    }
}
