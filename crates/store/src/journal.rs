//! The journal: lines are added in the transaction of the change and never touched again; the engines refuse it.

use chrono::DateTime;
use portulan_model::PersonId;
use portulan_model::journal::{Author, Content, Deed, Entry, Line, Personal, Told};
use portulan_policy::{Capability, actions::ReadJournal};

use crate::db::{Store, Tx, on};
use crate::error::StoreError;
use crate::personal::{self, Bound};
use crate::sql;

/// Lines read at once by [`Store::each_line`].
const LINES_READ: i64 = 500;

type Row = (
    i64,
    i64,
    String,
    Option<String>,
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

impl Store {
    /// The last lines about an object, newest first, with the data of persons.
    pub async fn journal(
        &self,
        may: &Capability<ReadJournal>,
        object: &str,
        limit: u32,
    ) -> Result<Vec<Line>, StoreError> {
        self.journal_before(may, object, None, limit, Personal::Shown)
            .await
    }

    /// Lines about an object, newest first, those before a number.
    pub async fn journal_before(
        &self,
        _may: &Capability<ReadJournal>,
        object: &str,
        before: Option<i64>,
        limit: u32,
        personal: Personal,
    ) -> Result<Vec<Line>, StoreError> {
        let mut tx = self.read().await?;
        let rows = on!(&mut tx, c => {
            sqlx::query_as::<_, Row>(sql::JOURNAL_OF_OBJECT)
                .bind(object)
                .bind(before.unwrap_or(i64::MAX))
                .bind(i64::from(limit))
                .fetch_all(c)
                .await
        })?;
        rows.into_iter().map(|row| line(row, personal)).collect()
    }

    /// Lines that hold data of a person, newest first, those before a number.
    pub async fn journal_about(
        &self,
        _may: &Capability<ReadJournal>,
        person: PersonId,
        before: Option<i64>,
        limit: u32,
    ) -> Result<Vec<Line>, StoreError> {
        let mut tx = self.read().await?;
        let rows = on!(&mut tx, c => {
            sqlx::query_as::<_, Row>(sql::JOURNAL_OF_SUBJECT)
                .bind(person.to_string())
                .bind(before.unwrap_or(i64::MAX))
                .bind(i64::from(limit))
                .fetch_all(c)
                .await
        })?;
        rows.into_iter()
            .map(|row| line(row, Personal::Shown))
            .collect()
    }

    /// Gives every line, oldest first, in one consistent view.
    pub async fn each_line<E: From<StoreError>>(
        &self,
        _may: &Capability<ReadJournal>,
        personal: Personal,
        mut given: impl FnMut(Line) -> Result<(), E>,
    ) -> Result<(), E> {
        let mut tx = self.read().await?;
        let mut after = i64::MIN;
        loop {
            let rows = on!(&mut tx, c => {
                sqlx::query_as::<_, Row>(sql::JOURNAL_LINES).bind(after).bind(LINES_READ).fetch_all(c).await
            });
            let rows = rows.map_err(StoreError::from)?;
            let Some(last) = rows.last() else {
                return Ok(());
            };
            after = last.0;
            for row in rows {
                given(line(row, personal)?)?;
            }
        }
    }
}

/// Adds a line. What it says of a person is stored under that person's key.
pub(crate) async fn append(tx: &mut Tx, entry: &Entry) -> Result<(), StoreError> {
    let (subject, hidden) = match &entry.subject {
        None => (None, None),
        Some(subject) => {
            let hidden = personal::hide(tx, entry, subject).await?;
            (Some(subject.person().to_string()), Some(hidden))
        }
    };
    let open = Some(entry).filter(|_| hidden.is_none());
    on!(tx, c => {
        sqlx::query(sql::APPEND_JOURNAL)
            .bind(entry.at.timestamp_millis())
            .bind(author_word(&entry.author))
            .bind(entry.behalf.as_deref())
            .bind(entry.object.as_str())
            .bind(entry.deed.word())
            .bind(open.map_or("", |entry| entry.reason.as_str()))
            .bind(entry.request.as_str())
            .bind(open.and_then(|entry| entry.before.as_deref()))
            .bind(open.and_then(|entry| entry.after.as_deref()))
            .bind(subject)
            .bind(hidden)
            .execute(c)
            .await
            .map(drop)
    })?;
    Ok(())
}

const OPERATOR: &str = "operator";
const JOB: &str = "job:";
const PERSON: &str = "person:";

pub(crate) fn author_word(author: &Author) -> String {
    match author {
        Author::Operator => OPERATOR.to_owned(),
        Author::Job(name) => format!("{JOB}{name}"),
        Author::Person(id) => format!("{PERSON}{id}"),
    }
}

fn author(word: &str) -> Option<Author> {
    if let Some(name) = word.strip_prefix(JOB) {
        return Some(Author::Job(name.to_owned()));
    }
    if let Some(id) = word.strip_prefix(PERSON) {
        return id.parse().ok().map(Author::Person);
    }
    (word == OPERATOR).then_some(Author::Operator)
}

fn line(row: Row, shown: Personal) -> Result<Line, StoreError> {
    let (seq, at, word, behalf, object, deed, reason, request, before, after, subject, hidden, key) =
        row;
    let corrupt = |reason: &str| StoreError::corrupt("journal", &object, &reason);
    let content = match (subject.as_deref(), hidden.as_deref()) {
        (None, None) => Content::Told(Told {
            reason,
            before,
            after,
        }),
        (Some(_), Some(_)) if shown == Personal::Withheld && key.is_some() => Content::Withheld,
        (Some(person), Some(hidden)) => {
            let bound = Bound {
                at,
                author: &word,
                behalf: behalf.as_deref(),
                object: &object,
                deed: &deed,
                request: &request,
            };
            personal::show(&bound, person, hidden, key.as_deref())?
        }
        _ => return Err(corrupt("subject")),
    };
    let subject = subject.map(|person| person.parse().map_err(|_id| corrupt("subject")));
    let deeds = [Deed::Created, Deed::Updated, Deed::Removed];
    let known = deeds.into_iter().find(|known| known.word() == deed);
    Ok(Line {
        seq,
        at: DateTime::from_timestamp_millis(at).ok_or_else(|| corrupt("at"))?,
        author: author(&word).ok_or_else(|| corrupt("author"))?,
        behalf,
        deed: known.ok_or_else(|| corrupt("deed"))?,
        subject: subject.transpose()?,
        object,
        request,
        content,
    })
}
