//! The journal: lines are added in the transaction of the change and never touched again; the engines refuse it.

use chrono::{DateTime, Utc};
use portulan_model::journal::{Author, Deed, Entry};
use portulan_policy::{Capability, actions::ReadJournal};

use crate::db::{Store, Tx, on};
use crate::error::StoreError;
use crate::sql;

type Row = (
    i64,
    String,
    Option<String>,
    String,
    String,
    String,
    String,
    Option<String>,
    Option<String>,
);

impl Store {
    /// The last lines about an object, newest first.
    pub async fn journal(
        &self,
        _may: &Capability<ReadJournal>,
        object: &str,
        limit: u32,
    ) -> Result<Vec<Entry>, StoreError> {
        let mut tx = self.read().await?;
        let rows = on!(&mut tx, c => {
            sqlx::query_as::<_, Row>(sql::JOURNAL_OF_OBJECT)
                .bind(object)
                .bind(i64::from(limit))
                .fetch_all(c)
                .await
        })?;
        rows.into_iter().map(entry).collect()
    }
}

/// Adds a line.
pub(crate) async fn append(tx: &mut Tx, entry: &Entry) -> Result<(), StoreError> {
    on!(tx, c => {
        sqlx::query(sql::APPEND_JOURNAL)
            .bind(entry.at.timestamp_millis())
            .bind(author_word(&entry.author))
            .bind(entry.behalf.as_deref())
            .bind(entry.object.as_str())
            .bind(entry.deed.word())
            .bind(entry.reason.as_str())
            .bind(entry.request.as_str())
            .bind(entry.before.as_deref())
            .bind(entry.after.as_deref())
            .execute(c)
            .await
            .map(drop)
    })?;
    Ok(())
}

const OPERATOR: &str = "operator";
const JOB: &str = "job:";
const PERSON: &str = "person:";

fn author_word(author: &Author) -> String {
    match author {
        Author::Operator => OPERATOR.to_owned(),
        Author::Job(name) => format!("{JOB}{name}"),
        Author::Person(id) => format!("{PERSON}{id}"),
    }
}

fn entry(
    (at, author, behalf, object, deed, reason, request, before, after): Row,
) -> Result<Entry, StoreError> {
    let corrupt = |reason: &str| StoreError::corrupt("journal", &object, &reason);
    let person = author.strip_prefix(PERSON).and_then(|id| id.parse().ok());
    let who = match (author.strip_prefix(JOB), person) {
        (Some(name), _) => Author::Job(name.to_owned()),
        (None, Some(id)) => Author::Person(id),
        (None, None) if author == OPERATOR => Author::Operator,
        (None, None) => return Err(corrupt("author")),
    };
    let deeds = [Deed::Created, Deed::Updated, Deed::Removed];
    let deed = deeds
        .into_iter()
        .find(|known| known.word() == deed)
        .ok_or_else(|| corrupt("deed"))?;
    let at = DateTime::<Utc>::from_timestamp_millis(at).ok_or_else(|| corrupt("at"))?;
    Ok(Entry {
        at,
        author: who,
        behalf,
        object,
        deed,
        reason,
        request,
        before,
        after,
    })
}
