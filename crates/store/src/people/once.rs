//! What serves once and is forgotten: links to sign in, states of a provider or of a key; and invitations.

use std::fmt::Display;

use super::{DateTime, OnceId, PeopleWrite, PersonId, Store, StoreError, Utc, on, sql};

impl Store {
    /// What is kept under an id, without using it up; nothing when it is used, unknown or too old.
    pub async fn once(
        &self,
        id: &(impl Display + Sync),
        purpose: &str,
        now: DateTime<Utc>,
    ) -> Result<Option<String>, StoreError> {
        let id = id.to_string();
        let mut tx = self.read().await?;
        Ok(on!(&mut tx, c => {
            sqlx::query_scalar::<_, String>(sql::ONCE)
                .bind(id.as_str())
                .bind(purpose)
                .bind(now.timestamp_millis())
                .fetch_optional(c)
                .await
        })?)
    }

    /// Invitations that stand, oldest first: id and detail.
    pub async fn invitations(
        &self,
        now: DateTime<Utc>,
    ) -> Result<Vec<(String, String)>, StoreError> {
        let mut tx = self.read().await?;
        Ok(on!(&mut tx, c => {
            sqlx::query_as::<_, (String, String)>(sql::INVITATIONS)
                .bind(now.timestamp_millis())
                .fetch_all(c)
                .await
        })?)
    }

    /// One invitation that stands.
    pub async fn invitation(
        &self,
        id: OnceId,
        now: DateTime<Utc>,
    ) -> Result<Option<String>, StoreError> {
        let mut tx = self.read().await?;
        Ok(on!(&mut tx, c => {
            sqlx::query_scalar::<_, String>(sql::INVITATION)
                .bind(id.to_string())
                .bind(now.timestamp_millis())
                .fetch_optional(c)
                .await
        })?)
    }
}

impl PeopleWrite {
    /// Keeps something that serves once.
    pub async fn put_once(
        &mut self,
        id: &(impl Display + Sync),
        purpose: &str,
        detail: &str,
        expires: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        on!(&mut self.tx, c => {
            sqlx::query(sql::PUT_ONCE)
                .bind(id.to_string())
                .bind(purpose)
                .bind(detail)
                .bind(expires.timestamp_millis())
                .execute(c)
                .await
                .map(drop)
        })?;
        Ok(())
    }

    /// Uses it up: what was kept, or nothing when it is used, unknown or too old. Of two that come at once, one has it.
    pub async fn use_once(
        &mut self,
        id: &(impl Display + Sync),
        purpose: &str,
        now: DateTime<Utc>,
    ) -> Result<Option<String>, StoreError> {
        let now = now.timestamp_millis();
        let found = on!(&mut self.tx, c => {
            sqlx::query_scalar::<_, String>(sql::USE_ONCE)
                .bind(id.to_string())
                .bind(purpose)
                .bind(now)
                .fetch_optional(c)
                .await
        })?;
        on!(&mut self.tx, c => sqlx::query(sql::FORGET_ONCE).bind(now).execute(c).await.map(drop))?;
        Ok(found)
    }

    /// Forgets the links by which a person could come in, and what they had begun.
    pub async fn forget_links(&mut self, person: PersonId) -> Result<(), StoreError> {
        on!(&mut self.tx, c => {
            sqlx::query(sql::FORGET_ONCE_OF).bind(person.to_string()).execute(c).await.map(drop)
        })?;
        Ok(())
    }

    /// Keeps an invitation.
    pub async fn put_invitation(
        &mut self,
        id: OnceId,
        email: &str,
        detail: &str,
        (created, expires): (DateTime<Utc>, DateTime<Utc>),
    ) -> Result<(), StoreError> {
        on!(&mut self.tx, c => {
            sqlx::query(sql::PUT_INVITATION)
                .bind(id.to_string())
                .bind(email)
                .bind(detail)
                .bind(created.timestamp_millis())
                .bind(expires.timestamp_millis())
                .execute(c)
                .await
                .map(drop)
        })?;
        Ok(())
    }

    /// Uses an invitation up.
    pub async fn use_invitation(
        &mut self,
        id: OnceId,
        now: DateTime<Utc>,
    ) -> Result<Option<String>, StoreError> {
        Ok(on!(&mut self.tx, c => {
            sqlx::query_scalar::<_, String>(sql::USE_INVITATION)
                .bind(id.to_string())
                .bind(now.timestamp_millis())
                .fetch_optional(c)
                .await
        })?)
    }
}
