//! Attached files: what is said of each, its bytes, and the object under whose rights it is read.

use std::fmt;
use std::str::FromStr;

use futures_util::TryStreamExt;
use portulan_model::governance::Attachment;
use portulan_model::journal::Entry;
use portulan_model::{FileId, MeetingId, Slug};
use sha2::{Digest, Sha256};
use thiserror::Error;

use super::writing::run;
use super::{Name as _, texts};
use crate::db::{Store, Tx, on};
use crate::error::StoreError;
use crate::operator::hex;
use crate::sources::{json, parsed};
use crate::{Write, sql};

/// The object of which a file is a part: whoever may read the one may read the other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AttachedTo {
    /// A body: its letter, a mandate.
    Body(Slug),
    /// A meeting: what is to be read before it.
    Meeting(MeetingId),
    /// A scheme: its charter.
    Scheme(Slug),
}

/// A text that names no object with files.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{0:?} names nothing that has files")]
pub struct NotAttached(pub String);

const BODY: &str = "gouvernance-";
const MEETING: &str = "seance-";
const SCHEME: &str = "dispositif-";

impl fmt::Display for AttachedTo {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Body(slug) => write!(f, "{BODY}{slug}"),
            Self::Meeting(id) => write!(f, "{MEETING}{id}"),
            Self::Scheme(slug) => write!(f, "{SCHEME}{slug}"),
        }
    }
}

impl FromStr for AttachedTo {
    type Err = NotAttached;

    fn from_str(text: &str) -> Result<Self, NotAttached> {
        let body = || text.strip_prefix(BODY)?.parse().ok().map(Self::Body);
        let meeting = || text.strip_prefix(MEETING)?.parse().ok().map(Self::Meeting);
        let scheme = || text.strip_prefix(SCHEME)?.parse().ok().map(Self::Scheme);
        body()
            .or_else(meeting)
            .or_else(scheme)
            .ok_or_else(|| NotAttached(text.to_owned()))
    }
}

impl Store {
    /// A file with its bytes, and of what it is a part.
    pub async fn attachment(
        &self,
        id: FileId,
    ) -> Result<Option<(AttachedTo, Attachment, Vec<u8>)>, StoreError> {
        let mut tx = self.read().await?;
        let row = on!(&mut tx, c => {
            sqlx::query_as::<_, (String, String, Vec<u8>)>(sql::ATTACHMENT)
                .bind(id.to_string())
                .fetch_optional(c)
                .await
        })?;
        let Some((owner, record, content)) = row else {
            return Ok(None);
        };
        let owner = owner
            .parse()
            .map_err(|error| StoreError::corrupt("attachment", &id, &error))?;
        Ok(Some((owner, parsed("attachment", &record)?, content)))
    }

    /// The files of an object, the oldest first.
    pub async fn attachments_of(&self, owner: &AttachedTo) -> Result<Vec<Attachment>, StoreError> {
        let mut tx = self.read().await?;
        let rows = texts(&mut tx, sql::ATTACHMENTS_OF, vec![owner.to_string()]).await?;
        rows.iter().map(|text| parsed("attachment", text)).collect()
    }
}

impl Write {
    /// Keeps a file, and says why.
    pub async fn add_attachment(
        &mut self,
        owner: &AttachedTo,
        file: &Attachment,
        content: &[u8],
        entry: &Entry,
    ) -> Result<(), StoreError> {
        let record = json("attachment", &file.id, file)?;
        on!(&mut self.tx, c => {
            sqlx::query(sql::ADD_ATTACHMENT)
                .bind(file.id.to_string())
                .bind(owner.to_string())
                .bind(hex(&Sha256::digest(content)))
                .bind(record)
                .bind(content)
                .execute(c)
                .await
                .map(drop)
        })?;
        self.tell_governance(entry).await
    }

    /// Takes a file away, its bytes too, and says why; `false` where there is none.
    pub async fn remove_attachment(
        &mut self,
        id: FileId,
        entry: &Entry,
    ) -> Result<bool, StoreError> {
        let key = id.texts().into_iter().map(Some).collect();
        if run(&mut self.tx, sql::REMOVE_ATTACHMENT, key).await? == 0 {
            return Ok(false);
        }
        self.tell_governance(entry).await?;
        Ok(true)
    }
}

/// A file in a copy: id, owner, digest, record, and its bytes in hexadecimal.
pub(crate) type FileRow = (String, String, String, String, String);

/// Gives every file, one after the other.
pub(crate) async fn dump(
    tx: &mut Tx,
    mut each: impl FnMut(FileRow) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    type Kept = (String, String, String, String, Vec<u8>);
    on!(tx, c => {
        let mut rows = sqlx::query_as::<_, Kept>(sql::ATTACHMENT_ROWS).fetch(c);
        while let Some((id, owner, digest, record, content)) = rows.try_next().await? {
            each((id, owner, digest, record, hex(&content)))?;
        }
    });
    Ok(())
}

/// Puts a file of a copy back.
pub(crate) async fn restore(tx: &mut Tx, row: FileRow) -> Result<(), StoreError> {
    let (id, owner, digest, record, content) = row;
    let content = crate::copy::unhex(&content)
        .ok_or_else(|| StoreError::corrupt("attachment", &id, &"not hexadecimal"))?;
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
