//! What people change: writes of places, and drafts, which only their author reads.

use chrono::{DateTime, Utc};
use portulan_policy::Capability;
use portulan_policy::actions::EditPlace;

use crate::db::{Store, on};
use crate::error::StoreError;
use crate::{Write, sql};

/// Whose draft, of what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DraftKey {
    /// Whose.
    pub owner: String,
    /// Of which object: `lieu-<slug>`.
    pub object: String,
    /// Of which part of it.
    pub section: String,
}

impl Store {
    /// Opens a write of places by people.
    pub async fn begin_edit(&self, _may: &Capability<EditPlace>) -> Result<Write, StoreError> {
        self.open_write().await
    }

    /// Keeps a draft, and forgets those of everybody that are older than an instant.
    pub async fn put_draft(
        &self,
        _may: &Capability<EditPlace>,
        key: &DraftKey,
        content: &str,
        at: DateTime<Utc>,
        oldest: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let mut tx = self.write().await?;
        on!(&mut tx, c => {
            sqlx::query(sql::FORGET_OLD_DRAFTS).bind(oldest.timestamp_millis()).execute(c).await.map(drop)
        })?;
        on!(&mut tx, c => {
            sqlx::query(sql::PUT_DRAFT)
                .bind(&key.owner)
                .bind(&key.object)
                .bind(&key.section)
                .bind(content)
                .bind(at.timestamp_millis())
                .execute(c)
                .await
                .map(drop)
        })?;
        tx.commit().await
    }

    /// A draft and when it was kept; none older than an instant.
    pub async fn draft(
        &self,
        _may: &Capability<EditPlace>,
        key: &DraftKey,
        oldest: DateTime<Utc>,
    ) -> Result<Option<(String, DateTime<Utc>)>, StoreError> {
        let mut tx = self.read().await?;
        let row = on!(&mut tx, c => {
            sqlx::query_as::<_, (String, i64)>(sql::DRAFT)
                .bind(&key.owner)
                .bind(&key.object)
                .bind(&key.section)
                .bind(oldest.timestamp_millis())
                .fetch_optional(c)
                .await
        })?;
        Ok(row.and_then(|(content, at)| Some((content, DateTime::from_timestamp_millis(at)?))))
    }

    /// Forgets a draft.
    pub async fn forget_draft(
        &self,
        _may: &Capability<EditPlace>,
        key: &DraftKey,
    ) -> Result<(), StoreError> {
        let mut tx = self.write().await?;
        on!(&mut tx, c => {
            sqlx::query(sql::FORGET_DRAFT)
                .bind(&key.owner)
                .bind(&key.object)
                .bind(&key.section)
                .execute(c)
                .await
                .map(drop)
        })?;
        tx.commit().await
    }
}
