//! Names of persons in governance: forgotten with their contract or their mandate, and with their account.

use chrono::{DateTime, Utc};
use portulan_model::governance::{Body, BodyFile};
use portulan_model::people::Email;
use portulan_model::posts::PostFile;

use super::sealed::Record;
use super::texts;
use super::writing::run;
use crate::db::{Tx, on};
use crate::error::StoreError;
use crate::sources::parsed;
use crate::sql;

/// Forgets who held a post, and who was behind a function, once that is over.
pub(crate) async fn forget_past_holders(tx: &mut Tx, now: DateTime<Utc>) -> Result<(), StoreError> {
    let today = now.date_naive();
    each_past(tx, sql::POST_FILES_PAST, now, |file: PostFile| {
        file.forgotten(today)
    })
    .await?;
    each_past(tx, sql::BODY_FILES_PAST, now, |file: BodyFile| {
        file.forgotten(today)
    })
    .await
}

async fn each_past<T: Record>(
    tx: &mut Tx,
    statement: &'static str,
    now: DateTime<Utc>,
    forgotten: impl Fn(T) -> T,
) -> Result<(), StoreError> {
    let rows = on!(&mut *tx, c => {
        sqlx::query_scalar::<_, String>(statement)
            .bind(now.timestamp_millis())
            .fetch_all(c)
            .await
    })?;
    for row in &rows {
        let record: T = parsed(T::TABLE.name, row)?;
        run(tx, T::TABLE.change, forgotten(record).values()?).await?;
    }
    Ok(())
}

/// Forgets the holder whose address it is, and the address where it is that of a contact.
pub(crate) async fn forget_in_governance(tx: &mut Tx, email: &Email) -> Result<(), StoreError> {
    // Signs that `like` reads as any other only find more: each is looked at again here.
    for row in &texts(tx, sql::POST_FILES_NAMING, vec![email.to_string()]).await? {
        let file: PostFile = parsed("post_file", row)?;
        let without = file.without(email);
        run(tx, PostFile::TABLE.change, without.values()?).await?;
    }
    let mut shown = false;
    for row in &texts(tx, sql::BODIES_NAMING, vec![email.to_string()]).await? {
        let mut body: Body = parsed("body", row)?;
        for referent in &mut body.referents {
            referent.email = referent.email.take().filter(|one| one != email);
        }
        run(tx, Body::TABLE.change, body.values()?).await?;
        shown = true;
    }
    if shown {
        // What everybody sees changed: it is read again.
        for statement in [sql::MOVE_GOVERNANCE, sql::MOVE_REVISION] {
            run(tx, statement, Vec::new()).await?;
        }
    }
    Ok(())
}
