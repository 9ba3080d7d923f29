//! What `portulan doctor` asks of accounts, mails and erasures: counts of what should not be there.

use chrono::{DateTime, Utc};
use portulan_policy::{Capability, actions::Diagnose};

use crate::db::{Store, Tx, on};
use crate::error::StoreError;
use crate::sql;

/// Instants before which something should have been done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Late {
    /// The present instant.
    pub now: DateTime<Utc>,
    /// Mails that were due then have nobody to send them.
    pub mails: DateTime<Utc>,
    /// Sessions that were over then are forgotten by nobody.
    pub sessions: DateTime<Utc>,
    /// Lines that were written then are sealed by nobody.
    pub lines: DateTime<Utc>,
}

/// What was counted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Survey {
    /// Accounts.
    pub accounts: i64,
    /// People who run the installation.
    pub operators: i64,
    /// Accounts with a password and a role above that of a contributor.
    pub passwords_with_role: i64,
    /// Keys of persons who have no account and are not erased.
    pub lost_keys: i64,
    /// Accounts of persons who are erased.
    pub returned: i64,
    /// Roles of persons who have no account.
    pub grants_of_nobody: i64,
    /// Sessions of persons who have no account.
    pub sessions_of_nobody: i64,
    /// Sessions that are over and still kept.
    pub sessions_over: i64,
    /// Mails that wait for too long.
    pub mails_late: i64,
    /// Lines that wait for their seal for too long.
    pub unsealed: i64,
    /// Erasures whose bytes may still be in the files of the database.
    pub unsettled: i64,
}

impl Store {
    /// Counts all of it in one view.
    pub async fn survey(
        &self,
        _may: &Capability<Diagnose>,
        late: &Late,
    ) -> Result<Survey, StoreError> {
        let mut tx = self.read().await?;
        Ok(Survey {
            accounts: count(&mut tx, sql::COUNT_PEOPLE).await?,
            operators: count_at(&mut tx, sql::COUNT_OPERATORS, late.now).await?,
            passwords_with_role: count_at(&mut tx, sql::COUNT_PASSWORDS_WITH_ROLE, late.now)
                .await?,
            lost_keys: count(&mut tx, sql::COUNT_LOST_KEYS).await?,
            returned: count(&mut tx, sql::COUNT_RETURNED).await?,
            grants_of_nobody: count(&mut tx, sql::COUNT_GRANTS_OF_NOBODY).await?,
            sessions_of_nobody: count(&mut tx, sql::COUNT_SESSIONS_OF_NOBODY).await?,
            sessions_over: count_at(&mut tx, sql::COUNT_SESSIONS_OVER, late.sessions).await?,
            mails_late: count_at(&mut tx, sql::COUNT_MAILS_LATE, late.mails).await?,
            unsealed: count_at(&mut tx, sql::COUNT_UNSEALED_SINCE, late.lines).await?,
            unsettled: count(&mut tx, sql::COUNT_UNSETTLED).await?,
        })
    }
}

async fn count(tx: &mut Tx, statement: &'static str) -> Result<i64, StoreError> {
    Ok(on!(tx, c => sqlx::query_scalar::<_, i64>(statement).fetch_one(c).await)?)
}

async fn count_at(
    tx: &mut Tx,
    statement: &'static str,
    at: DateTime<Utc>,
) -> Result<i64, StoreError> {
    let at = at.timestamp_millis();
    Ok(on!(tx, c => sqlx::query_scalar::<_, i64>(statement).bind(at).fetch_one(c).await)?)
}
