//! What is kept of one person beside their account, for them to take away.

use chrono::{DateTime, Utc};
use portulan_model::PersonId;
use portulan_model::mail::KnownMail;
use portulan_model::people::{Email, Person};
use portulan_model::proposals::Proposal;

use crate::db::{Store, on};
use crate::error::StoreError;
use crate::sources::parsed;
use crate::{mail, sql};

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

    /// What a person proposed, by their account or their address, as far as it is kept.
    pub async fn proposals_of(&self, person: &Person) -> Result<Vec<Proposal>, StoreError> {
        let mut tx = self.read().await?;
        let names = [
            Some(person.id.to_string()),
            person.email.as_ref().map(ToString::to_string),
        ];
        let mut found: Vec<Proposal> = Vec::new();
        for name in names.into_iter().flatten() {
            let rows = on!(&mut tx, c => {
                sqlx::query_scalar::<_, String>(sql::PROPOSALS_NAMING).bind(&name).fetch_all(c).await
            })?;
            for row in &rows {
                let proposal: Proposal = parsed("proposal", row)?;
                let known = found.iter().any(|one| one.id == proposal.id);
                if !known && proposal.is_of(person.id, person.email.as_ref()) {
                    found.push(proposal);
                }
            }
        }
        found.sort_by_key(|one| one.created);
        Ok(found)
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
