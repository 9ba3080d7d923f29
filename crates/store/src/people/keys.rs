//! What a person is known by: a password, keys of devices, accounts with providers.

use super::{DateTime, PeopleWrite, PersonId, Store, StoreError, Utc, instant, on, sql};

/// A key of a device, as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredKey {
    /// The credential's id, as text.
    pub id: String,
    /// Whose.
    pub person: PersonId,
    /// How the person calls it.
    pub label: String,
    /// The credential, as the library writes it.
    pub credential: String,
    /// When it was added.
    pub created: DateTime<Utc>,
    /// When it last opened a session.
    pub used: Option<DateTime<Utc>>,
}

/// Id, person, label, credential, created, used.
type Row = (String, String, String, String, i64, Option<i64>);

impl Store {
    /// The hash of a person's password.
    pub async fn password_of(&self, person: PersonId) -> Result<Option<String>, StoreError> {
        let mut tx = self.read().await?;
        let found = on!(&mut tx, c => {
            sqlx::query_scalar::<_, Option<String>>(sql::PASSWORD_OF)
                .bind(person.to_string())
                .fetch_optional(c)
                .await
        })?;
        Ok(found.flatten())
    }

    /// The keys of a person.
    pub async fn keys_of(&self, person: PersonId) -> Result<Vec<StoredKey>, StoreError> {
        let mut tx = self.read().await?;
        let rows = on!(&mut tx, c => {
            sqlx::query_as::<_, Row>(sql::KEYS_OF).bind(person.to_string()).fetch_all(c).await
        })?;
        rows.into_iter().map(key).collect()
    }

    /// A key by its id.
    pub async fn key(&self, id: &str) -> Result<Option<StoredKey>, StoreError> {
        let mut tx = self.read().await?;
        let row = on!(&mut tx, c => sqlx::query_as::<_, Row>(sql::KEY_BY_ID).bind(id).fetch_optional(c).await)?;
        row.map(key).transpose()
    }

    /// The accounts of a person with providers: issuer and subject.
    pub async fn identities_of(
        &self,
        person: PersonId,
    ) -> Result<Vec<(String, String)>, StoreError> {
        let mut tx = self.read().await?;
        Ok(on!(&mut tx, c => {
            sqlx::query_as::<_, (String, String)>(sql::IDENTITIES_OF).bind(person.to_string()).fetch_all(c).await
        })?)
    }

    /// Whose account with a provider it is.
    pub async fn person_known_by(
        &self,
        issuer: &str,
        subject: &str,
    ) -> Result<Option<PersonId>, StoreError> {
        let mut tx = self.read().await?;
        let found = on!(&mut tx, c => {
            sqlx::query_scalar::<_, String>(sql::PERSON_KNOWN_BY)
                .bind(issuer)
                .bind(subject)
                .fetch_optional(c)
                .await
        })?;
        let id = found.map(|id| {
            id.parse()
                .map_err(|error| StoreError::corrupt("identity", &id, &error))
        });
        id.transpose()
    }
}

impl PeopleWrite {
    /// Sets a password, or forgets it.
    pub async fn set_password(
        &mut self,
        person: PersonId,
        hash: Option<&str>,
        at: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        on!(&mut self.tx, c => {
            sqlx::query(sql::SET_PASSWORD)
                .bind(person.to_string())
                .bind(hash)
                .bind(at.timestamp_millis())
                .execute(c)
                .await
                .map(drop)
        })?;
        Ok(())
    }

    /// Adds a key; `false` when somebody has it already.
    pub async fn add_key(&mut self, key: &StoredKey) -> Result<bool, StoreError> {
        let added = on!(&mut self.tx, c => {
            sqlx::query(sql::ADD_KEY)
                .bind(key.id.as_str())
                .bind(key.person.to_string())
                .bind(key.label.as_str())
                .bind(key.credential.as_str())
                .bind(key.created.timestamp_millis())
                .execute(c)
                .await
                .map(|done| done.rows_affected())
        })?;
        Ok(added > 0)
    }

    /// Keeps what changed of a key when it served.
    pub async fn use_key(
        &mut self,
        id: &str,
        credential: &str,
        at: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        on!(&mut self.tx, c => {
            sqlx::query(sql::USE_KEY)
                .bind(id)
                .bind(credential)
                .bind(at.timestamp_millis())
                .execute(c)
                .await
                .map(drop)
        })?;
        Ok(())
    }

    /// Forgets a key of a person; `false` when they have no such key.
    pub async fn remove_key(&mut self, person: PersonId, id: &str) -> Result<bool, StoreError> {
        let removed = on!(&mut self.tx, c => {
            sqlx::query(sql::REMOVE_KEY)
                .bind(id)
                .bind(person.to_string())
                .execute(c)
                .await
                .map(|done| done.rows_affected())
        })?;
        Ok(removed > 0)
    }

    /// Ties an account with a provider to a person; `false` when it is somebody's already.
    pub async fn add_identity(
        &mut self,
        person: PersonId,
        issuer: &str,
        subject: &str,
        at: DateTime<Utc>,
    ) -> Result<bool, StoreError> {
        let added = on!(&mut self.tx, c => {
            sqlx::query(sql::ADD_IDENTITY)
                .bind(issuer)
                .bind(subject)
                .bind(person.to_string())
                .bind(at.timestamp_millis())
                .execute(c)
                .await
                .map(|done| done.rows_affected())
        })?;
        Ok(added > 0)
    }

    /// Unties the accounts of a person with a provider; `false` when they have none there.
    pub async fn remove_identity(
        &mut self,
        person: PersonId,
        issuer: &str,
    ) -> Result<bool, StoreError> {
        let removed = on!(&mut self.tx, c => {
            sqlx::query(sql::REMOVE_IDENTITY)
                .bind(person.to_string())
                .bind(issuer)
                .execute(c)
                .await
                .map(|done| done.rows_affected())
        })?;
        Ok(removed > 0)
    }
}

fn key((id, person, label, credential, created, used): Row) -> Result<StoredKey, StoreError> {
    Ok(StoredKey {
        person: person
            .parse()
            .map_err(|error| StoreError::corrupt("passkey", &id, &error))?,
        created: instant("passkey", created)?,
        used: used.map(|used| instant("passkey", used)).transpose()?,
        id,
        label,
        credential,
    })
}
