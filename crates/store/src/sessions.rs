//! Sessions of people, the browsers they are known on, and failures to sign in. Only hashes of secrets are kept, and
//! nothing of it leaves in a copy.

use chrono::{DateTime, Utc};
use portulan_model::PersonId;
use portulan_model::people::Means;

use crate::db::{Store, Tx, on};
use crate::error::StoreError;
use crate::operator::hex;
use crate::people::{PeopleWrite, instant};
use crate::{governance, sql};

/// SHA-256 of a secret.
type Hash = [u8; 32];

/// A session of a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonSession {
    /// What it is called on the page of sessions; opens nothing.
    pub label: String,
    /// Whose.
    pub person: PersonId,
    /// How the person came in.
    pub means: Means,
    /// What the browser said of itself, shortened.
    pub agent: String,
    /// When it was opened.
    pub created: DateTime<Utc>,
    /// When the person last proved who they are.
    pub proven: DateTime<Utc>,
    /// When it last served.
    pub seen: DateTime<Utc>,
    /// The instant from which it opens nothing, whatever happens.
    pub expires: DateTime<Utc>,
}

/// Label, person, means, agent, created, proven, seen, expires.
type Row = (String, String, String, String, i64, i64, i64, i64);

impl Store {
    /// A session that is open at an instant.
    pub async fn person_session(
        &self,
        hash: &Hash,
        now: DateTime<Utc>,
    ) -> Result<Option<PersonSession>, StoreError> {
        let mut tx = self.read().await?;
        let row = on!(&mut tx, c => {
            sqlx::query_as::<_, Row>(sql::SESSION_BY_HASH)
                .bind(hex(hash))
                .bind(now.timestamp_millis())
                .fetch_optional(c)
                .await
        })?;
        row.map(session).transpose()
    }

    /// The sessions of a person, the last used first.
    pub async fn sessions_of(
        &self,
        person: PersonId,
        now: DateTime<Utc>,
    ) -> Result<Vec<PersonSession>, StoreError> {
        let mut tx = self.read().await?;
        let rows = on!(&mut tx, c => {
            sqlx::query_as::<_, Row>(sql::SESSIONS_OF)
                .bind(person.to_string())
                .bind(now.timestamp_millis())
                .fetch_all(c)
                .await
        })?;
        rows.into_iter().map(session).collect()
    }

    /// Keeps when a session last served.
    pub async fn touch_session(&self, hash: &Hash, now: DateTime<Utc>) -> Result<(), StoreError> {
        let mut tx = self.write().await?;
        on!(&mut tx, c => {
            sqlx::query(sql::TOUCH_SESSION).bind(hex(hash)).bind(now.timestamp_millis()).execute(c).await.map(drop)
        })?;
        tx.commit().await
    }

    /// Whether a person signed in with a browser before.
    pub async fn knows_device(
        &self,
        hash: &Hash,
        person: PersonId,
        now: DateTime<Utc>,
    ) -> Result<bool, StoreError> {
        knows(&mut self.read().await?, hash, person, now).await
    }

    /// Counts one more failure at a door, and forgets those of before `since`; how many there are now.
    pub async fn count_failure(
        &self,
        door: &str,
        now: DateTime<Utc>,
        since: DateTime<Utc>,
    ) -> Result<i64, StoreError> {
        let mut tx = self.write().await?;
        let count = count(&mut tx, door, now, since).await?;
        tx.commit().await?;
        Ok(count)
    }

    /// How many failures there were at a door, and since when.
    pub async fn failures(&self, door: &str) -> Result<Option<(i64, DateTime<Utc>)>, StoreError> {
        let mut tx = self.read().await?;
        let row = on!(&mut tx, c => {
            sqlx::query_as::<_, (i64, i64)>(sql::FAILURES).bind(door).fetch_optional(c).await
        })?;
        row.map(|(count, since)| Ok((count, instant("sign_in_failure", since)?)))
            .transpose()
    }
}

impl PeopleWrite {
    /// Opens a session.
    pub async fn open_session(
        &mut self,
        hash: &Hash,
        session: &PersonSession,
    ) -> Result<(), StoreError> {
        on!(&mut self.tx, c => {
            sqlx::query(sql::OPEN_SESSION)
                .bind(hex(hash))
                .bind(session.label.as_str())
                .bind(session.person.to_string())
                .bind(session.means.word())
                .bind(session.agent.as_str())
                .bind(session.created.timestamp_millis())
                .bind(session.proven.timestamp_millis())
                .bind(session.expires.timestamp_millis())
                .execute(c)
                .await
                .map(drop)
        })?;
        on!(&mut self.tx, c => {
            sqlx::query(sql::SEEN_PERSON)
                .bind(session.person.to_string())
                .bind(session.created.timestamp_millis())
                .execute(c)
                .await
                .map(drop)
        })?;
        Ok(())
    }

    /// Ends a session by its secret.
    pub async fn close_session(&mut self, hash: &Hash) -> Result<(), StoreError> {
        on!(&mut self.tx, c => sqlx::query(sql::CLOSE_SESSION).bind(hex(hash)).execute(c).await.map(drop))?;
        Ok(())
    }

    /// Ends a session of a person by its label; `false` when they have no such session.
    pub async fn close_labelled(
        &mut self,
        person: PersonId,
        label: &str,
    ) -> Result<bool, StoreError> {
        let closed = on!(&mut self.tx, c => {
            sqlx::query(sql::CLOSE_LABELLED)
                .bind(person.to_string())
                .bind(label)
                .execute(c)
                .await
                .map(|done| done.rows_affected())
        })?;
        Ok(closed > 0)
    }

    /// Ends all sessions of a person but one, and forgets the browsers they were known on.
    pub async fn close_others(
        &mut self,
        person: PersonId,
        but: Option<&str>,
    ) -> Result<(), StoreError> {
        on!(&mut self.tx, c => {
            sqlx::query(sql::CLOSE_OTHERS)
                .bind(person.to_string())
                .bind(but.unwrap_or_default())
                .execute(c)
                .await
                .map(drop)
        })?;
        on!(&mut self.tx, c => {
            sqlx::query(sql::FORGET_DEVICES).bind(person.to_string()).execute(c).await.map(drop)
        })?;
        Ok(())
    }

    /// Remembers the browser that a person signed in with.
    pub async fn know_device(
        &mut self,
        hash: &Hash,
        person: PersonId,
        expires: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        on!(&mut self.tx, c => {
            sqlx::query(sql::KNOW_DEVICE)
                .bind(hex(hash))
                .bind(person.to_string())
                .bind(expires.timestamp_millis())
                .execute(c)
                .await
                .map(drop)
        })?;
        Ok(())
    }

    /// Whether a person signed in with a browser before, as it stands in this write.
    pub async fn knows_device(
        &mut self,
        hash: &Hash,
        person: PersonId,
        now: DateTime<Utc>,
    ) -> Result<bool, StoreError> {
        knows(&mut self.tx, hash, person, now).await
    }

    /// Counts one more attempt under a name in this write, and forgets those of before `since`; how many there are now.
    pub async fn count_attempt(
        &mut self,
        name: &str,
        now: DateTime<Utc>,
        since: DateTime<Utc>,
    ) -> Result<i64, StoreError> {
        count(&mut self.tx, name, now, since).await
    }

    /// Forgets the failures at a door.
    pub async fn forget_failures(&mut self, door: &str) -> Result<(), StoreError> {
        on!(&mut self.tx, c => sqlx::query(sql::FORGET_FAILURES).bind(door).execute(c).await.map(drop))?;
        Ok(())
    }

    /// Forgets what has passed: sessions, browsers, links that served or not, failures, invitations.
    pub async fn forget_past(&mut self, now: DateTime<Utc>) -> Result<(), StoreError> {
        for statement in sql::FORGET_PAST {
            on!(&mut self.tx, c => sqlx::query(*statement).bind(now.timestamp_millis()).execute(c).await.map(drop))?;
        }
        governance::forget_past_holders(&mut self.tx, now).await
    }
}

async fn knows(
    tx: &mut Tx,
    hash: &Hash,
    person: PersonId,
    now: DateTime<Utc>,
) -> Result<bool, StoreError> {
    let count = on!(tx, c => {
        sqlx::query_scalar::<_, i64>(sql::KNOWS_DEVICE)
            .bind(hex(hash))
            .bind(person.to_string())
            .bind(now.timestamp_millis())
            .fetch_one(c)
            .await
    })?;
    Ok(count > 0)
}

async fn count(
    tx: &mut Tx,
    door: &str,
    now: DateTime<Utc>,
    since: DateTime<Utc>,
) -> Result<i64, StoreError> {
    Ok(on!(tx, c => {
        sqlx::query_scalar::<_, i64>(sql::COUNT_FAILURE)
            .bind(door)
            .bind(now.timestamp_millis())
            .bind(since.timestamp_millis())
            .fetch_one(c)
            .await
    })?)
}

fn session(
    (label, person, means, agent, created, proven, seen, expires): Row,
) -> Result<PersonSession, StoreError> {
    const TABLE: &str = "person_session";
    let known = Means::ALL.into_iter().find(|one| one.word() == means);
    Ok(PersonSession {
        person: person
            .parse()
            .map_err(|error| StoreError::corrupt(TABLE, &label, &error))?,
        means: known.ok_or_else(|| StoreError::corrupt(TABLE, &label, &means))?,
        agent,
        created: instant(TABLE, created)?,
        proven: instant(TABLE, proven)?,
        seen: instant(TABLE, seen)?,
        expires: instant(TABLE, expires)?,
        label,
    })
}
