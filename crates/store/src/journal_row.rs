//! A line of the journal as it is stored: what copies carry and what seals are computed from.

use futures_util::TryStreamExt;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::db::{Tx, on};
use crate::error::StoreError;
use crate::sql;

/// The columns as the engines give them.
type Columns = (
    i64,
    i64,
    String,
    String,
    String,
    String,
    String,
    Option<String>,
    Option<String>,
    Option<String>,
    Option<String>,
    Option<String>,
);

/// One line. Columns of later migrations may be missing in older copies.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct JournalRow(
    /// Number of the line.
    pub(crate) i64,
    /// When, in milliseconds since 1970.
    pub(crate) i64,
    /// Author.
    pub(crate) String,
    /// Object.
    pub(crate) String,
    /// Deed.
    pub(crate) String,
    /// Reason.
    pub(crate) String,
    /// Request.
    pub(crate) String,
    /// Before.
    pub(crate) Option<String>,
    /// After.
    pub(crate) Option<String>,
    /// On whose behalf.
    #[serde(default)]
    pub(crate) Option<String>,
    /// Person whose data the line holds.
    #[serde(default)]
    pub(crate) Option<String>,
    /// Reason, before and after under the key of that person.
    #[serde(default)]
    pub(crate) Option<String>,
);

impl JournalRow {
    fn from_columns(c: Columns) -> Self {
        Self(c.0, c.1, c.2, c.3, c.4, c.5, c.6, c.7, c.8, c.9, c.10, c.11)
    }

    /// Adds the line to a hash: the name and the value of each column that is not null, with their lengths, then a
    /// length of zero. A column that is added later and left null changes no hash of before.
    pub(crate) fn hash(&self, hash: &mut Sha256) {
        let (seq, at) = (self.0.to_string(), self.1.to_string());
        let columns = [
            ("seq", Some(&seq)),
            ("at", Some(&at)),
            ("author", Some(&self.2)),
            ("object", Some(&self.3)),
            ("deed", Some(&self.4)),
            ("reason", Some(&self.5)),
            ("request", Some(&self.6)),
            ("before", self.7.as_ref()),
            ("after", self.8.as_ref()),
            ("behalf", self.9.as_ref()),
            ("subject", self.10.as_ref()),
            ("personal", self.11.as_ref()),
        ];
        for (name, value) in columns {
            if let Some(value) = value {
                part(hash, name.as_bytes());
                part(hash, value.as_bytes());
            }
        }
        part(hash, b"");
    }

    /// Puts a line back under its own number.
    pub(crate) async fn restore(self, tx: &mut Tx) -> Result<(), sqlx::Error> {
        on!(tx, c => {
            sqlx::query(sql::RESTORE_JOURNAL)
                .bind(self.0)
                .bind(self.1)
                .bind(self.2)
                .bind(self.3)
                .bind(self.4)
                .bind(self.5)
                .bind(self.6)
                .bind(self.7)
                .bind(self.8)
                .bind(self.9)
                .bind(self.10)
                .bind(self.11)
                .execute(c)
                .await
                .map(drop)
        })
    }
}

/// Adds some bytes to a hash, so that no other split of the same bytes gives the same hash.
pub(crate) fn part(hash: &mut Sha256, bytes: &[u8]) {
    let length = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
    hash.update(length.to_be_bytes());
    hash.update(bytes);
}

/// Gives each line after one number and up to another, in order, at most `limit` of them.
pub(crate) async fn each(
    tx: &mut Tx,
    (after, upto): (i64, i64),
    limit: i64,
    mut given: impl FnMut(JournalRow) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    on!(tx, c => {
        let query = sqlx::query_as::<_, Columns>(sql::JOURNAL_ROWS).bind(after).bind(upto).bind(limit);
        let mut rows = query.fetch(c);
        while let Some(row) = rows.try_next().await? {
            given(JournalRow::from_columns(row))?;
        }
        Ok(())
    })
}
