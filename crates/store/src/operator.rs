//! Links and sessions of the operator: only hashes are kept, and nothing of them leaves in a copy.

use std::fmt::Write as _;

use chrono::{DateTime, Utc};
use portulan_model::journal::Entry;
use portulan_policy::{Capability, actions::OpenSession};

use crate::db::{Store, on};
use crate::error::StoreError;
use crate::{journal, sql};

/// SHA-256 of a secret.
type Hash = [u8; 32];

impl Store {
    /// Keeps a link that can be used once.
    pub async fn put_link(
        &self,
        _may: &Capability<OpenSession>,
        hash: &Hash,
        expires: DateTime<Utc>,
        entry: &Entry,
    ) -> Result<(), StoreError> {
        let mut tx = self.write().await?;
        journal::append(&mut tx, entry).await?;
        on!(&mut tx, c => {
            sqlx::query(sql::PUT_LINK).bind(hex(hash)).bind(expires.timestamp_millis()).execute(c).await.map(drop)
        })?;
        tx.commit().await
    }

    /// Uses a link up and opens a session; `false` when the link is unknown, used or too old.
    pub async fn redeem_link(
        &self,
        link: &Hash,
        session: &Hash,
        now: DateTime<Utc>,
        expires: DateTime<Utc>,
        entry: &Entry,
    ) -> Result<bool, StoreError> {
        let now = now.timestamp_millis();
        let mut tx = self.write().await?;
        let used = on!(&mut tx, c => {
            sqlx::query_scalar::<_, String>(sql::USE_LINK).bind(hex(link)).bind(now).fetch_optional(c).await
        })?;
        for statement in [sql::FORGET_LINKS, sql::FORGET_SESSIONS] {
            on!(&mut tx, c => sqlx::query(statement).bind(now).execute(c).await.map(drop))?;
        }
        if used.is_some() {
            journal::append(&mut tx, entry).await?;
            on!(&mut tx, c => {
                sqlx::query(sql::PUT_SESSION)
                    .bind(hex(session))
                    .bind(expires.timestamp_millis())
                    .execute(c)
                    .await
                    .map(drop)
            })?;
        }
        tx.commit().await?;
        Ok(used.is_some())
    }

    /// Whether a session is open.
    pub async fn session(&self, hash: &Hash, now: DateTime<Utc>) -> Result<bool, StoreError> {
        let mut tx = self.read().await?;
        let count = on!(&mut tx, c => {
            sqlx::query_scalar::<_, i64>(sql::FIND_SESSION)
                .bind(hex(hash))
                .bind(now.timestamp_millis())
                .fetch_one(c)
                .await
        })?;
        Ok(count > 0)
    }

    /// Ends a session.
    pub async fn end_session(&self, hash: &Hash, entry: &Entry) -> Result<(), StoreError> {
        let mut tx = self.write().await?;
        journal::append(&mut tx, entry).await?;
        on!(&mut tx, c => sqlx::query(sql::END_SESSION).bind(hex(hash)).execute(c).await.map(drop))?;
        tx.commit().await
    }
}

/// Hexadecimal digits.
pub(crate) fn hex(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len() * 2);
    for byte in bytes {
        let _ = write!(text, "{byte:02x}");
    }
    text
}
