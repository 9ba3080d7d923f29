//! The outbox of mails: put in the transaction of the change, claimed by one node at a time, blanked after a time.
//!
//! A claim moves the next attempt ahead of now: nobody else sees the mail as due meanwhile, and a node that dies
//! leaves it to be tried again. The number of attempts tells one claim from another, so that a node that was slow
//! does not settle what another one has taken over.

use chrono::{DateTime, Utc};
use portulan_model::MailId;
use portulan_model::mail::{KnownMail, MailState, Outgoing};
use portulan_policy::Capability;
use portulan_policy::actions::{ReadMail, SendMail};

use crate::db::{Store, Tx, on};
use crate::error::StoreError;
use crate::{Write, sql};

const TABLE: &str = "mail";

/// What came of an attempt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settled {
    /// What becomes of the mail.
    pub state: MailState,
    /// When it is tried again, where it still waits; when it was settled, where it does not.
    pub at: DateTime<Utc>,
    /// What went wrong.
    pub error: Option<String>,
}

/// Id, recipient, template, parameters, language, key; created, state, attempts, next attempt, settled, error.
pub(crate) type Row = (
    String,
    String,
    String,
    String,
    String,
    String,
    i64,
    String,
    i64,
    i64,
    Option<i64>,
    Option<String>,
);

/// Puts a mail in the outbox; `false` when one with the same key is there.
pub(crate) async fn put(tx: &mut Tx, mail: &Outgoing) -> Result<bool, StoreError> {
    let rows = on!(tx, c => {
        sqlx::query(sql::PUT_MAIL)
            .bind(mail.id.to_string())
            .bind(mail.to.as_str())
            .bind(mail.template.as_str())
            .bind(mail.parameters.as_str())
            .bind(mail.lang.as_str())
            .bind(mail.key.as_str())
            .bind(mail.created.timestamp_millis())
            .execute(c)
            .await
            .map(|done| done.rows_affected())
    })?;
    Ok(rows > 0)
}

impl Write {
    /// Puts a mail in the outbox, with the change that it tells of; `false` when one with the same key is there.
    pub async fn put_mail(&mut self, mail: &Outgoing) -> Result<bool, StoreError> {
        put(&mut self.tx, mail).await
    }
}

impl Store {
    /// Puts a mail in the outbox by itself; `false` when one with the same key is there.
    pub async fn put_mail(
        &self,
        _may: &Capability<SendMail>,
        mail: &Outgoing,
    ) -> Result<bool, StoreError> {
        let mut tx = self.write().await?;
        let new = put(&mut tx, mail).await?;
        tx.commit().await?;
        Ok(new)
    }

    /// Whether a mail with a key was put in the outbox, whatever became of it.
    pub async fn knows_mail(
        &self,
        _may: &Capability<SendMail>,
        key: &str,
    ) -> Result<bool, StoreError> {
        let mut tx = self.read().await?;
        let count = on!(&mut tx, c => {
            sqlx::query_scalar::<_, i64>(sql::KNOWN_MAIL).bind(key).fetch_one(c).await
        })?;
        Ok(count > 0)
    }

    /// The mails that are due, the oldest first.
    pub async fn due_mails(
        &self,
        _may: &Capability<SendMail>,
        now: DateTime<Utc>,
        limit: u32,
    ) -> Result<Vec<MailId>, StoreError> {
        let mut tx = self.read().await?;
        let ids = on!(&mut tx, c => {
            sqlx::query_scalar::<_, String>(sql::DUE_MAIL)
                .bind(now.timestamp_millis())
                .bind(i64::from(limit))
                .fetch_all(c)
                .await
        })?;
        ids.iter().map(|id| parsed_id(id)).collect()
    }

    /// Takes a mail to send it; `None` when another node has it, or it waits no more.
    pub async fn claim_mail(
        &self,
        _may: &Capability<SendMail>,
        id: MailId,
        now: DateTime<Utc>,
        until: DateTime<Utc>,
    ) -> Result<Option<KnownMail>, StoreError> {
        let mut tx = self.write().await?;
        let row = on!(&mut tx, c => {
            sqlx::query_as::<_, Row>(sql::CLAIM_MAIL)
                .bind(id.to_string())
                .bind(now.timestamp_millis())
                .bind(until.timestamp_millis())
                .fetch_optional(c)
                .await
        })?;
        tx.commit().await?;
        row.map(known).transpose()
    }

    /// Says what came of an attempt; `false` when another node has taken the mail over since.
    pub async fn settle_mail(
        &self,
        _may: &Capability<SendMail>,
        claimed: &KnownMail,
        settled: &Settled,
    ) -> Result<bool, StoreError> {
        let at = settled.at.timestamp_millis();
        let waits = settled.state == MailState::Waiting;
        let mut tx = self.write().await?;
        let rows = on!(&mut tx, c => {
            sqlx::query(sql::SETTLE_MAIL)
                .bind(claimed.mail.id.to_string())
                .bind(i64::from(claimed.attempts))
                .bind(settled.state.word())
                .bind(at)
                .bind((!waits).then_some(at))
                .bind(settled.error.as_deref())
                .execute(c)
                .await
                .map(|done| done.rows_affected())
        })?;
        tx.commit().await?;
        Ok(rows > 0)
    }

    /// Blanks the address and the content of mails that were settled before an instant, or were written before it and
    /// never sent; says how many.
    pub async fn blank_mails(
        &self,
        _may: &Capability<SendMail>,
        before: DateTime<Utc>,
    ) -> Result<u64, StoreError> {
        let mut tx = self.write().await?;
        let rows = on!(&mut tx, c => {
            sqlx::query(sql::BLANK_MAIL)
                .bind(before.timestamp_millis())
                .execute(c)
                .await
                .map(|done| done.rows_affected())
        })?;
        tx.commit().await?;
        Ok(rows)
    }

    /// A page of the outbox, the newest first, in one state or in all.
    pub async fn mails(
        &self,
        _may: &Capability<ReadMail>,
        state: Option<MailState>,
        limit: u32,
        offset: u32,
    ) -> Result<Vec<KnownMail>, StoreError> {
        let mut tx = self.read().await?;
        let (limit, offset) = (i64::from(limit), i64::from(offset));
        let rows = on!(&mut tx, c => match state {
            None => sqlx::query_as::<_, Row>(sql::MAILS).bind(limit).bind(offset).fetch_all(c).await,
            Some(state) => {
                sqlx::query_as::<_, Row>(sql::MAILS_OF_STATE)
                    .bind(state.word())
                    .bind(limit)
                    .bind(offset)
                    .fetch_all(c)
                    .await
            }
        })?;
        rows.into_iter().map(known).collect()
    }

    /// One mail.
    pub async fn mail(
        &self,
        _may: &Capability<ReadMail>,
        id: MailId,
    ) -> Result<Option<KnownMail>, StoreError> {
        let mut tx = self.read().await?;
        let row = on!(&mut tx, c => {
            sqlx::query_as::<_, Row>(sql::MAIL_BY_ID).bind(id.to_string()).fetch_optional(c).await
        })?;
        row.map(known).transpose()
    }

    /// How many mails are in each state.
    pub async fn count_mails(
        &self,
        _may: &Capability<ReadMail>,
    ) -> Result<Vec<(MailState, u64)>, StoreError> {
        let mut tx = self.read().await?;
        let rows = on!(&mut tx, c => {
            sqlx::query_as::<_, (String, i64)>(sql::COUNT_MAILS).fetch_all(c).await
        })?;
        rows.into_iter()
            .map(|(state, count)| {
                Ok((
                    parsed_state(&state, &state)?,
                    u64::try_from(count).unwrap_or_default(),
                ))
            })
            .collect()
    }

    /// Keeps that whoever has this hash wants no more mail of a list.
    pub async fn refuse_mail(
        &self,
        recipient: &str,
        list: &str,
        at: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let mut tx = self.write().await?;
        on!(&mut tx, c => {
            sqlx::query(sql::REFUSE_MAIL)
                .bind(recipient)
                .bind(list)
                .bind(at.timestamp_millis())
                .execute(c)
                .await
                .map(drop)
        })?;
        tx.commit().await
    }

    /// Whether whoever has this hash wants no more mail of a list.
    pub async fn mail_refused(&self, recipient: &str, list: &str) -> Result<bool, StoreError> {
        let mut tx = self.read().await?;
        let count = on!(&mut tx, c => {
            sqlx::query_scalar::<_, i64>(sql::MAIL_REFUSED).bind(recipient).bind(list).fetch_one(c).await
        })?;
        Ok(count > 0)
    }
}

pub(crate) fn known(
    (id, to, template, parameters, lang, key, created, state, attempts, next, settled, error): Row,
) -> Result<KnownMail, StoreError> {
    let corrupt = |what: &str| StoreError::corrupt(TABLE, &id, &what);
    let instant = |millis: i64| DateTime::<Utc>::from_timestamp_millis(millis);
    Ok(KnownMail {
        state: parsed_state(&id, &state)?,
        attempts: u32::try_from(attempts).map_err(|_size| corrupt("attempts"))?,
        next: instant(next).ok_or_else(|| corrupt("next_attempt"))?,
        settled: settled.and_then(instant),
        mail: Outgoing {
            id: parsed_id(&id)?,
            created: instant(created).ok_or_else(|| corrupt("created"))?,
            to,
            template,
            parameters,
            lang,
            key,
        },
        error,
    })
}

fn parsed_id(id: &str) -> Result<MailId, StoreError> {
    id.parse()
        .map_err(|error| StoreError::corrupt(TABLE, &id, &error))
}

fn parsed_state(id: &str, word: &str) -> Result<MailState, StoreError> {
    MailState::ALL
        .into_iter()
        .find(|state| state.word() == word)
        .ok_or_else(|| StoreError::corrupt(TABLE, &id, &"state"))
}
