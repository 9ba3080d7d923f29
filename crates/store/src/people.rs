//! People with an account, the roles they hold, and what lets them in: passwords, keys, providers.
//!
//! Whatever is done to an account is one transaction: it is opened by [`Store::open_people`], and dropped without
//! [`PeopleWrite::commit`] nothing has happened. What a caller may do is decided above: by a capability, or by the
//! secret that a person proved to hold.

use chrono::{DateTime, Utc};
use portulan_model::journal::Entry;
use portulan_model::mail::Outgoing;
use portulan_model::people::{Email, Person};
use portulan_model::{GrantId, OnceId, PersonId};
use portulan_policy::{Grant, Node};

use crate::db::{Store, Turn, Tx, on};
use crate::error::StoreError;
use crate::{erasures, journal, mail, sql};

mod grants;
mod keys;
mod once;

pub use grants::GivenRole;
pub use keys::StoredKey;

/// An open write about people.
pub struct PeopleWrite {
    pub(crate) tx: Tx,
    _turn: Turn,
}

/// Id, e-mail, name, language, created, seen.
type Row = (String, Option<String>, String, String, i64, Option<i64>);

impl Store {
    /// Opens a write about people.
    pub async fn open_people(&self) -> Result<PeopleWrite, StoreError> {
        let (tx, turn) = self.write_in_turn().await?;
        Ok(PeopleWrite { tx, _turn: turn })
    }

    /// One person.
    pub async fn person(&self, id: PersonId) -> Result<Option<Person>, StoreError> {
        by_id(&mut self.read().await?, id).await
    }

    /// The person at an address.
    pub async fn person_at(&self, email: &Email) -> Result<Option<Person>, StoreError> {
        by_email(&mut self.read().await?, email).await
    }

    /// All people, by their name.
    pub async fn people(&self) -> Result<Vec<Person>, StoreError> {
        let mut tx = self.read().await?;
        let rows = on!(&mut tx, c => sqlx::query_as::<_, Row>(sql::PEOPLE).fetch_all(c).await)?;
        rows.into_iter().map(person).collect()
    }

    /// How many accounts there are.
    pub async fn count_people(&self) -> Result<i64, StoreError> {
        let mut tx = self.read().await?;
        Ok(on!(&mut tx, c => sqlx::query_scalar::<_, i64>(sql::COUNT_PEOPLE).fetch_one(c).await)?)
    }
}

impl PeopleWrite {
    /// Makes it so.
    pub async fn commit(self) -> Result<(), StoreError> {
        self.tx.commit().await
    }

    /// Adds a line to the journal.
    pub async fn tell(&mut self, entry: &Entry) -> Result<(), StoreError> {
        journal::append(&mut self.tx, entry).await
    }

    /// Puts a mail in the outbox, with the change that it tells of.
    pub async fn put_mail(&mut self, mail: &Outgoing) -> Result<bool, StoreError> {
        mail::put(&mut self.tx, mail).await
    }

    /// One person, as they stand in this write.
    pub async fn person(&mut self, id: PersonId) -> Result<Option<Person>, StoreError> {
        by_id(&mut self.tx, id).await
    }

    /// The person at an address, as they stand in this write.
    pub async fn person_at(&mut self, email: &Email) -> Result<Option<Person>, StoreError> {
        by_email(&mut self.tx, email).await
    }

    /// Opens an account; `false` when the address has one.
    pub async fn add_person(&mut self, person: &Person) -> Result<bool, StoreError> {
        let added = on!(&mut self.tx, c => {
            sqlx::query(sql::ADD_PERSON)
                .bind(person.id.to_string())
                .bind(person.email.as_ref().map(Email::as_str))
                .bind(person.name.as_str())
                .bind(person.lang.as_str())
                .bind(person.created.timestamp_millis())
                .execute(c)
                .await
                .map(|done| done.rows_affected())
        })?;
        Ok(added > 0)
    }

    /// Changes the name, the address or the language of a person. The address must be nobody else's.
    pub async fn change_person(&mut self, person: &Person) -> Result<(), StoreError> {
        on!(&mut self.tx, c => {
            sqlx::query(sql::CHANGE_PERSON)
                .bind(person.id.to_string())
                .bind(person.email.as_ref().map(Email::as_str))
                .bind(person.name.as_str())
                .bind(person.lang.as_str())
                .execute(c)
                .await
                .map(drop)
        })?;
        Ok(())
    }

    /// Forgets an account, all that let the person in, and what the journal says of them: nothing of it is left but
    /// lines that nobody can read. [`Store::settle_erasures`] must follow.
    pub async fn forget_person(
        &mut self,
        id: PersonId,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        erasures::forget(&mut self.tx, id, now).await.map(drop)
    }
}

async fn by_id(tx: &mut Tx, id: PersonId) -> Result<Option<Person>, StoreError> {
    let row = on!(tx, c => {
        sqlx::query_as::<_, Row>(sql::PERSON_BY_ID).bind(id.to_string()).fetch_optional(c).await
    })?;
    row.map(person).transpose()
}

async fn by_email(tx: &mut Tx, email: &Email) -> Result<Option<Person>, StoreError> {
    let row = on!(tx, c => {
        sqlx::query_as::<_, Row>(sql::PERSON_BY_EMAIL).bind(email.as_str()).fetch_optional(c).await
    })?;
    row.map(person).transpose()
}

fn person((id, email, name, lang, created, seen): Row) -> Result<Person, StoreError> {
    let corrupt = |error: &dyn ToString| StoreError::corrupt("person", &id, &error.to_string());
    Ok(Person {
        id: id.parse().map_err(|error| corrupt(&error))?,
        email: email
            .map(Email::try_from)
            .transpose()
            .map_err(|error| corrupt(&error))?,
        name: name.parse().map_err(|error| corrupt(&error))?,
        lang,
        created: instant("person", created)?,
        seen: seen.map(|seen| instant("person", seen)).transpose()?,
    })
}

pub(crate) fn instant(table: &'static str, millis: i64) -> Result<DateTime<Utc>, StoreError> {
    DateTime::from_timestamp_millis(millis)
        .ok_or_else(|| StoreError::corrupt(table, &millis, &"no instant"))
}
