//! What is kept of one person beside their account: for them to take away, and to be severed from them.

use chrono::{DateTime, Utc};
use portulan_model::PersonId;
use portulan_model::mail::KnownMail;
use portulan_model::people::{Email, Person};
use portulan_model::proposals::Proposal;

use crate::db::{Store, Tx, on};
use crate::error::StoreError;
use crate::sources::{json, parsed};
use crate::{mail, people, sql};

/// A draft, as its author left it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnDraft {
    /// Of which object: `lieu-<slug>`.
    pub object: String,
    /// Of which part of it.
    pub section: String,
    /// What was typed, as JSON.
    pub content: String,
    /// When it was kept.
    pub at: DateTime<Utc>,
}

impl Store {
    /// The drafts of a person.
    pub async fn drafts_of(&self, person: PersonId) -> Result<Vec<OwnDraft>, StoreError> {
        let mut tx = self.read().await?;
        let rows = on!(&mut tx, c => {
            sqlx::query_as::<_, (String, String, String, i64)>(sql::DRAFTS_OF)
                .bind(person.to_string())
                .fetch_all(c)
                .await
        })?;
        let draft = |(object, section, content, at): (String, String, String, i64)| {
            let instant = DateTime::from_timestamp_millis(at);
            Ok(OwnDraft {
                at: instant.ok_or_else(|| StoreError::corrupt("draft", &object, &"saved_at"))?,
                object,
                section,
                content,
            })
        };
        rows.into_iter().map(draft).collect()
    }

    /// The proposals that hold the id or the address of a person, whatever they did there.
    pub async fn proposals_naming(&self, person: &Person) -> Result<Vec<Proposal>, StoreError> {
        let email = person.email.as_ref();
        let found = naming(&mut self.read().await?, person.id, email).await?;
        Ok(found.into_iter().map(|(_, proposal)| proposal).collect())
    }

    /// The mails to an address, as far as they are kept.
    pub async fn mails_to(&self, email: &Email) -> Result<Vec<KnownMail>, StoreError> {
        let mut tx = self.read().await?;
        let rows = on!(&mut tx, c => {
            sqlx::query_as::<_, mail::Row>(sql::MAILS_TO).bind(email.as_str()).fetch_all(c).await
        })?;
        rows.into_iter().map(mail::known).collect()
    }
}

async fn naming(
    tx: &mut Tx,
    person: PersonId,
    email: Option<&Email>,
) -> Result<Vec<(String, Proposal)>, StoreError> {
    let id = person.to_string();
    let address = email.map_or_else(|| id.clone(), ToString::to_string);
    let rows = on!(tx, c => {
        sqlx::query_as::<_, (String, String)>(sql::PROPOSALS_NAMING)
            .bind(id)
            .bind(address)
            .fetch_all(c)
            .await
    })?;
    let read = |(id, text): (String, String)| Ok((id, parsed("proposal", &text)?));
    rows.into_iter().map(read).collect()
}

/// Severs from a person whose account is about to be erased all that holds their id or their address: proposals, mails
/// and invitations.
pub(crate) async fn sever(tx: &mut Tx, person: PersonId) -> Result<(), StoreError> {
    let known = people::by_id(&mut *tx, person).await?;
    let email = known.and_then(|known| known.email);
    if let Some(email) = &email {
        for statement in [sql::FORGET_INVITATIONS_TO, sql::FORGET_MAILS_TO] {
            on!(&mut *tx, c => {
                sqlx::query(statement).bind(email.as_str()).execute(c).await.map(drop)
            })?;
        }
    }
    for (id, proposal) in naming(&mut *tx, person, email.as_ref()).await? {
        let severed = proposal.severed(person, email.as_ref());
        let detail = json("proposal", &id, &severed)?;
        on!(&mut *tx, c => {
            sqlx::query(sql::SEVER_PROPOSAL).bind(&id).bind(detail).execute(c).await.map(drop)
        })?;
    }
    Ok(())
}
