//! Attached files: what is said of each, and the object under whose rights it is read.

use std::fmt;
use std::str::FromStr;

use portulan_model::governance::Attachment;
use portulan_model::journal::Entry;
use portulan_model::{ApplicationId, FileId, MeetingId, Slug};
use portulan_policy::Capability;
use portulan_policy::actions::Restore;
use thiserror::Error;

use super::contents::{Content, ContentDigest, read};
use super::writing::run;
use super::{Name as _, texts};
use crate::db::{Store, on};
use crate::error::StoreError;
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
    /// A call: a proof that an answer was sent.
    Call(Slug),
    /// An application: an answer to one of its fields.
    Application(ApplicationId),
}

/// A text that names no object with files.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{0:?} names nothing that has files")]
pub struct NotAttached(pub String);

const BODY: &str = "gouvernance-";
const MEETING: &str = "seance-";
const SCHEME: &str = "dispositif-";
const CALL: &str = "appel-";
const APPLICATION: &str = "candidature-";

impl fmt::Display for AttachedTo {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Body(slug) => write!(f, "{BODY}{slug}"),
            Self::Meeting(id) => write!(f, "{MEETING}{id}"),
            Self::Scheme(slug) => write!(f, "{SCHEME}{slug}"),
            Self::Call(slug) => write!(f, "{CALL}{slug}"),
            Self::Application(id) => write!(f, "{APPLICATION}{id}"),
        }
    }
}

impl FromStr for AttachedTo {
    type Err = NotAttached;

    fn from_str(text: &str) -> Result<Self, NotAttached> {
        let body = || text.strip_prefix(BODY)?.parse().ok().map(Self::Body);
        let meeting = || text.strip_prefix(MEETING)?.parse().ok().map(Self::Meeting);
        let scheme = || text.strip_prefix(SCHEME)?.parse().ok().map(Self::Scheme);
        let call = || text.strip_prefix(CALL)?.parse().ok().map(Self::Call);
        let application = || {
            text.strip_prefix(APPLICATION)?
                .parse()
                .ok()
                .map(Self::Application)
        };
        body()
            .or_else(meeting)
            .or_else(scheme)
            .or_else(call)
            .or_else(application)
            .ok_or_else(|| NotAttached(text.to_owned()))
    }
}

/// A file as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptFile {
    /// Of what it is a part.
    pub owner: AttachedTo,
    /// What is said of it.
    pub file: Attachment,
    /// What names its content.
    pub digest: ContentDigest,
    /// Whether its content is in the database.
    pub here: bool,
}

type FileLine = (String, String, String, String, i64);

impl Store {
    /// A file, and its content where the database keeps it.
    pub async fn attachment(
        &self,
        id: FileId,
    ) -> Result<Option<(KeptFile, Option<Vec<u8>>)>, StoreError> {
        let mut tx = self.read().await?;
        let row = on!(&mut tx, c => {
            sqlx::query_as::<_, (String, String, String, Vec<u8>)>(sql::ATTACHMENT)
                .bind(id.to_string())
                .fetch_optional(c)
                .await
        })?;
        let Some((owner, digest, record, content)) = row else {
            return Ok(None);
        };
        let here = i64::from(!content.is_empty());
        let kept = kept((id.to_string(), owner, digest, record, here))?;
        Ok(Some((kept, Some(content).filter(|_| here == 1))))
    }

    /// The files of an object, the oldest first.
    pub async fn attachments_of(&self, owner: &AttachedTo) -> Result<Vec<Attachment>, StoreError> {
        let mut tx = self.read().await?;
        let rows = texts(&mut tx, sql::ATTACHMENTS_OF, vec![owner.to_string()]).await?;
        rows.iter().map(|text| parsed("attachment", text)).collect()
    }

    /// All files, without their contents, the oldest first.
    pub async fn attachments(&self) -> Result<Vec<KeptFile>, StoreError> {
        let mut tx = self.read().await?;
        let rows = on!(&mut tx, c => {
            sqlx::query_as::<_, FileLine>(sql::ATTACHMENTS).fetch_all(c).await
        })?;
        rows.into_iter().map(kept).collect()
    }

    /// What tells this database from any other where contents are kept: drawn once, and in no copy. Another database that
    /// was read from a copy of this one is another one.
    pub async fn contents_mark(&self, drawn: i64) -> Result<i64, StoreError> {
        let mut write = self.open_write().await?;
        on!(&mut write.tx, c => {
            sqlx::query(sql::ADD_CONTENTS_MARK).bind(drawn).execute(c).await.map(drop)
        })?;
        let mark = on!(&mut write.tx, c => {
            sqlx::query_scalar::<_, i64>(sql::CONTENTS_MARK).fetch_one(c).await
        })?;
        write.commit().await?;
        Ok(mark)
    }

    /// Says where the content of a file is from now on: in its row, or elsewhere. What is said of the file stays.
    pub async fn move_content(
        &self,
        _may: &Capability<Restore>,
        id: FileId,
        content: Option<&[u8]>,
    ) -> Result<(), StoreError> {
        let mut write = self.open_write().await?;
        on!(&mut write.tx, c => {
            sqlx::query(sql::MOVE_CONTENT)
                .bind(id.to_string())
                .bind(content.unwrap_or_default())
                .execute(c)
                .await
                .map(drop)
        })?;
        write.commit().await.map(drop)
    }
}

fn kept((id, owner, digest, record, here): FileLine) -> Result<KeptFile, StoreError> {
    let owner = owner.parse();
    Ok(KeptFile {
        owner: owner
            .map_err(|error: NotAttached| StoreError::corrupt("attachment", &id, &error))?,
        file: parsed("attachment", &record)?,
        digest: read(&id, &digest)?,
        here: here == 1,
    })
}

impl Write {
    /// Keeps a file, and says why.
    pub async fn add_attachment(
        &mut self,
        owner: &AttachedTo,
        file: &Attachment,
        content: Content<'_>,
        entry: &Entry,
    ) -> Result<(), StoreError> {
        let record = json("attachment", &file.id, file)?;
        on!(&mut self.tx, c => {
            sqlx::query(sql::ADD_ATTACHMENT)
                .bind(file.id.to_string())
                .bind(owner.to_string())
                .bind(content.digest.to_string())
                .bind(record)
                .bind(content.bytes.unwrap_or_default())
                .execute(c)
                .await
                .map(drop)
        })?;
        self.tell_governance(entry).await
    }

    /// A file, as it is in this transaction.
    pub async fn attachment(&mut self, id: FileId) -> Result<Option<KeptFile>, StoreError> {
        let row = on!(&mut self.tx, c => {
            sqlx::query_as::<_, FileLine>(sql::ATTACHMENT_LINE)
                .bind(id.to_string())
                .fetch_optional(c)
                .await
        })?;
        row.map(kept).transpose()
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
