//! Writes of governance: each with its line of journal, in a transaction that moves both revisions.

use portulan_model::Slug;
use portulan_model::governance::{DecisionNumber, next_number};
use portulan_model::journal::Entry;
use portulan_model::people::Organisation;
use portulan_policy::Capability;

use super::sealed::Values;
use super::{Governs, Kept, Name as _, Owned, all, of, one, texts};
use crate::db::{Store, Tx, on};
use crate::error::StoreError;
use crate::sources::json;
use crate::{Write, journal, sql};

impl Store {
    /// Opens a write of governance.
    pub async fn begin_governance<A: Governs>(
        &self,
        _may: &Capability<A>,
    ) -> Result<Write, StoreError> {
        self.open_write().await
    }
}

impl Write {
    /// One record, as it is in this transaction.
    pub async fn kept_one<T: Kept>(&mut self, key: &T::Key) -> Result<Option<T>, StoreError> {
        one(&mut self.tx, key).await
    }

    /// All records of a type, as they are in this transaction.
    pub async fn kept_all<T: Kept>(&mut self) -> Result<Vec<T>, StoreError> {
        all(&mut self.tx).await
    }

    /// The records of an owner, as they are in this transaction.
    pub async fn kept_of<T: Owned>(&mut self, owner: &T::Owner) -> Result<Vec<T>, StoreError> {
        of(&mut self.tx, owner).await
    }

    /// Adds a record, and says why; `false`, and nothing written, where its key is taken, or where the organisation is
    /// in the body already.
    pub async fn add_kept<T: Kept>(
        &mut self,
        record: &T,
        entry: &Entry,
    ) -> Result<bool, StoreError> {
        if run(&mut self.tx, T::TABLE.add, record.values()?).await? == 0 {
            return Ok(false);
        }
        self.add_parts(record).await?;
        self.tell_governance(entry).await?;
        Ok(true)
    }

    /// Changes a record, and says why. Its parts that are stored stay as they are; new ones are added.
    pub async fn change_kept<T: Kept>(
        &mut self,
        record: &T,
        entry: &Entry,
    ) -> Result<(), StoreError> {
        if run(&mut self.tx, T::TABLE.change, record.values()?).await? == 0 {
            return Err(StoreError::NoRecord {
                table: T::TABLE.name,
                key: record.key().texts().join(" "),
            });
        }
        self.add_parts(record).await?;
        self.tell_governance(entry).await
    }

    /// Adds a record, or changes the one of its key, and says why.
    pub async fn put_kept<T: Kept>(&mut self, record: &T, entry: &Entry) -> Result<(), StoreError> {
        if self.add_kept(record, entry).await? {
            return Ok(());
        }
        self.change_kept(record, entry).await
    }

    /// Changes a record without a line of journal: minutes that are saved by themselves, an opinion beside many.
    pub async fn change_kept_quietly<T: Kept>(&mut self, record: &T) -> Result<(), StoreError> {
        run(&mut self.tx, T::TABLE.change, record.values()?).await?;
        self.add_parts(record).await?;
        self.moved.governance();
        Ok(())
    }

    /// Changes in a record what no picture in memory holds, such as minutes before they are approved: no line of journal,
    /// and no revision moves, so that nobody reads everything again while somebody types.
    pub async fn change_kept_unseen<T: Kept>(&mut self, record: &T) -> Result<(), StoreError> {
        run(&mut self.tx, T::TABLE.change, record.values()?).await?;
        self.add_parts(record).await
    }

    /// The same, for a record that may not be there yet: what is prepared for a call that came from elsewhere.
    pub async fn keep_unseen<T: Kept>(&mut self, record: &T) -> Result<(), StoreError> {
        let there = run(&mut self.tx, T::TABLE.change, record.values()?).await?;
        if there == 0 {
            run(&mut self.tx, T::TABLE.add, record.values()?).await?;
        }
        self.add_parts(record).await
    }

    /// The same, and says why.
    pub async fn keep_told<T: Kept>(
        &mut self,
        record: &T,
        entry: &Entry,
    ) -> Result<(), StoreError> {
        self.keep_unseen(record).await?;
        journal::append(&mut self.tx, entry).await
    }

    /// Writes a record anew, with all of its parts, without a line of journal: one line tells of many records.
    pub(crate) async fn rewrite_kept<T: Kept>(&mut self, record: &T) -> Result<(), StoreError> {
        run(&mut self.tx, T::TABLE.change, record.values()?).await?;
        if let Some(parts) = &T::TABLE.parts {
            let key = record.key().texts().into_iter().map(Some).collect();
            run(&mut self.tx, parts.remove, key).await?;
        }
        self.add_parts(record).await?;
        self.moved.governance();
        Ok(())
    }

    /// Takes a record away, and says why; `false` where there is none.
    pub async fn remove_kept<T: Kept>(
        &mut self,
        key: &T::Key,
        entry: &Entry,
    ) -> Result<bool, StoreError> {
        let bound = || key.texts().into_iter().map(Some).collect::<Values>();
        if run(&mut self.tx, T::TABLE.remove, bound()).await? == 0 {
            return Ok(false);
        }
        if let Some(parts) = &T::TABLE.parts {
            run(&mut self.tx, parts.remove, bound()).await?;
        }
        self.tell_governance(entry).await?;
        Ok(true)
    }

    /// The number that follows those of a body in a year: to be taken in the transaction that adds the decision.
    pub async fn next_decision_number(
        &mut self,
        body: &Slug,
        year: u16,
    ) -> Result<DecisionNumber, StoreError> {
        let given = texts(&mut self.tx, sql::DECISION_NUMBERS, body.texts()).await?;
        let numbers: Result<Vec<DecisionNumber>, _> =
            given.iter().map(|text| text.parse()).collect();
        let numbers = numbers.map_err(|error| StoreError::corrupt("decision", body, &error))?;
        Ok(next_number(numbers, year))
    }

    /// Adds an organisation that governance names, and says why; `false` where its slug is taken.
    pub async fn add_organisation(
        &mut self,
        organisation: &Organisation,
        entry: &Entry,
    ) -> Result<bool, StoreError> {
        let slug = organisation.slug.to_string();
        let record = json("organisation", &slug, organisation)?;
        let values = vec![Some(slug), Some(record)];
        if run(&mut self.tx, sql::ADD_ORGANISATION, values).await? == 0 {
            return Ok(false);
        }
        self.moved.anything();
        journal::append(&mut self.tx, entry).await?;
        Ok(true)
    }

    pub(super) async fn add_parts<T: Kept>(&mut self, record: &T) -> Result<(), StoreError> {
        if let Some(parts) = &T::TABLE.parts {
            for values in record.parts()? {
                run(&mut self.tx, parts.add, values).await?;
            }
        }
        Ok(())
    }

    pub(super) async fn tell_governance(&mut self, entry: &Entry) -> Result<(), StoreError> {
        self.moved.governance();
        journal::append(&mut self.tx, entry).await
    }
}

/// Runs a statement on texts, and says how many rows it touched.
pub(super) async fn run(
    tx: &mut Tx,
    statement: &'static str,
    values: Values,
) -> Result<u64, StoreError> {
    Ok(on!(tx, c => {
        let mut query = sqlx::query(statement);
        for value in values {
            query = query.bind(value);
        }
        query.execute(c).await.map(|done| done.rows_affected())
    })?)
}
