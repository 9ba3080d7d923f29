//! Ledgers of envelopes: read whole, and written one line at a time by whoever holds the row of the envelope.
//!
//! A write takes the row first, so that two who decide on one envelope decide one after the other, on either engine and
//! from any node. The sums on which a decision stands are read after that, and the row refuses what exceeds it.

use portulan_model::Slug;
use portulan_model::journal::Entry;
use portulan_model::means::envelopes::{Account, Envelope, Ledger, Line, Reference, Sums, What};
use portulan_model::people::Organisation;
use portulan_model::{Cents, Revision};
use portulan_policy::Capability;
use portulan_policy::actions::{self, Action};

use crate::db::{Store, Tx, on};
use crate::error::StoreError;
use crate::sources::{json, parsed};
use crate::{Write, journal, sql};

/// The table of lines.
const TABLE: &str = "ledger_line";
/// The word of a line that undid another.
const UNDO: &str = "annuler";

mod sealed {
    pub trait Sealed {}
}

/// An action under which a ledger is written.
pub trait Spends: Action + sealed::Sealed {}

macro_rules! spends {
    ($($name:ident)+) => {
        $(
            impl sealed::Sealed for actions::$name {}
            impl Spends for actions::$name {}
        )+
    };
}

spends! { PromiseFunds GrantFunds PayFunds CorrectLedger }

/// A ledger that is being written. Whoever else decides on the envelope waits until it is committed or dropped.
pub struct LedgerWrite {
    write: Write,
    envelope: Envelope,
}

impl Store {
    /// All lines of an envelope, first first.
    pub async fn ledger(&self, envelope: &Slug) -> Result<Ledger, StoreError> {
        let mut tx = self.read().await?;
        lines(&mut tx, envelope).await.map(Ledger::of)
    }

    /// Takes the row of an envelope, to add a line; `None` where there is no such envelope.
    pub async fn begin_ledger<A: Spends>(
        &self,
        _may: &Capability<A>,
        envelope: &Slug,
    ) -> Result<Option<LedgerWrite>, StoreError> {
        let mut write = self.open_write().await?;
        let record = on!(&mut write.tx, c => {
            sqlx::query_scalar::<_, String>(sql::TAKE_ENVELOPE)
                .bind(envelope.as_str())
                .fetch_optional(c)
                .await
        })?;
        let Some(record) = record else {
            return Ok(None);
        };
        let envelope = parsed("envelope", &record)?;
        Ok(Some(LedgerWrite { write, envelope }))
    }
}

impl Write {
    /// The lines of an envelope as they are in this transaction, once its row is taken: whoever changes its ceilings weighs
    /// them against what nobody can take meanwhile.
    pub async fn taken_ledger(&mut self, envelope: &Slug) -> Result<Ledger, StoreError> {
        let statement = sql::TAKE_ENVELOPE;
        on!(&mut self.tx, c => {
            sqlx::query_scalar::<_, String>(statement).bind(envelope.as_str()).fetch_optional(c).await
        })?;
        lines(&mut self.tx, envelope).await.map(Ledger::of)
    }
}

impl LedgerWrite {
    /// The envelope, as it is while nobody else can change it.
    #[must_use]
    pub const fn envelope(&self) -> &Envelope {
        &self.envelope
    }

    /// What each account adds up to, as it was named when its lines were written: whoever decides reads them under the
    /// names of today.
    pub async fn accounts(&mut self) -> Result<Vec<(Account, Sums)>, StoreError> {
        let slug = self.envelope.slug.as_str();
        let rows = on!(&mut self.write.tx, c => {
            sqlx::query_as::<_, AccountRow>(sql::LEDGER_ACCOUNTS).bind(slug).fetch_all(c).await
        })?;
        let read =
            |row| account(row).ok_or_else(|| StoreError::corrupt(TABLE, &slug, &"an account"));
        rows.into_iter().map(read).collect()
    }

    /// The organisation to which an address leads, as it is while nobody else can decide.
    pub async fn led(&mut self, address: &Slug) -> Result<Option<Organisation>, StoreError> {
        self.write.led_organisation(address).await
    }

    /// The number of the next line.
    pub async fn next(&mut self) -> Result<u64, StoreError> {
        let slug = self.envelope.slug.as_str();
        let last = on!(&mut self.write.tx, c => {
            sqlx::query_scalar::<_, i64>(sql::LAST_LEDGER_LINE).bind(slug).fetch_one(c).await
        })?;
        u64::try_from(last + 1).map_err(|error| StoreError::corrupt(TABLE, &slug, &error))
    }

    /// One line.
    pub async fn line(&mut self, number: u64) -> Result<Option<Line>, StoreError> {
        let slug = self.envelope.slug.as_str();
        let record = on!(&mut self.write.tx, c => {
            sqlx::query_scalar::<_, String>(sql::LEDGER_LINE)
                .bind(slug)
                .bind(whole(number))
                .fetch_optional(c)
                .await
        })?;
        record.map(|text| parsed(TABLE, &text)).transpose()
    }

    /// The line that a form made already.
    pub async fn of_form(&mut self, form: &str) -> Result<Option<Line>, StoreError> {
        let slug = self.envelope.slug.as_str();
        let record = on!(&mut self.write.tx, c => {
            sqlx::query_scalar::<_, String>(sql::LEDGER_LINE_OF_FORM)
                .bind(slug)
                .bind(form)
                .fetch_optional(c)
                .await
        })?;
        record.map(|text| parsed(TABLE, &text)).transpose()
    }

    /// The lines of a request, however its name was typed, first first.
    pub async fn of_request(&mut self, request: &Reference) -> Result<Vec<Line>, StoreError> {
        let slug = self.envelope.slug.as_str();
        let typed = on!(&mut self.write.tx, c => {
            sqlx::query_scalar::<_, String>(sql::LEDGER_REQUESTS).bind(slug).fetch_all(c).await
        })?;
        let same = |text: &String| text.parse::<Reference>().is_ok_and(|one| one == *request);
        let mut lines: Vec<Line> = Vec::new();
        for text in typed.into_iter().filter(same) {
            let records = on!(&mut self.write.tx, c => {
                sqlx::query_scalar::<_, String>(sql::LEDGER_LINES_OF_REQUEST)
                    .bind(slug)
                    .bind(text)
                    .fetch_all(c)
                    .await
            })?;
            for record in &records {
                lines.push(parsed(TABLE, record)?);
            }
        }
        lines.sort_by_key(|line| line.number);
        Ok(lines)
    }

    /// Whether a line was undone.
    pub async fn is_undone(&mut self, number: u64) -> Result<bool, StoreError> {
        let slug = self.envelope.slug.as_str();
        let count = on!(&mut self.write.tx, c => {
            sqlx::query_scalar::<_, i64>(sql::LEDGER_LINE_UNDONE)
                .bind(slug)
                .bind(whole(number))
                .fetch_one(c)
                .await
        })?;
        Ok(count > 0)
    }

    /// The same transaction, to write beside the line what gave it: both are there, or none.
    pub const fn beside(&mut self) -> &mut Write {
        &mut self.write
    }

    /// Adds a line, moves the sums of the envelope by it, says why, and lets the others decide. The engine refuses a line
    /// that exceeds the envelope, whatever was computed before.
    pub async fn add(
        mut self,
        line: &Line,
        form: &str,
        entry: &Entry,
    ) -> Result<Revision, StoreError> {
        self.insert(line, form).await?;
        self.count(line).await?;
        journal::append(&mut self.write.tx, entry).await?;
        // What the public sees does not change: nobody reads everything again because of a line.
        self.write.commit().await
    }

    async fn insert(&mut self, line: &Line, form: &str) -> Result<(), StoreError> {
        let slug = self.envelope.slug.as_str();
        let record = json(TABLE, &format!("{slug} {}", line.number), line)?;
        let word = match line.what {
            What::Moved(what) => what.slug(),
            What::Reversed(_) => UNDO,
        };
        let account = &line.account;
        on!(&mut self.write.tx, c => {
            sqlx::query(sql::ADD_LEDGER_LINE)
                .bind(slug)
                .bind(whole(line.number))
                .bind(form)
                .bind(word)
                .bind(line.undid().map(whole))
                .bind(account.request.as_str())
                .bind(account.beneficiary.as_str())
                .bind(account.territory.to_string())
                .bind(i64::from(account.year))
                .bind(line.effect.promised.get())
                .bind(line.effect.granted.get())
                .bind(line.effect.paid.get())
                .bind(line.hand.at.timestamp_millis())
                .bind(record)
                .execute(c)
                .await
                .map(drop)
        })?;
        Ok(())
    }

    /// Moves the sums of the row by what a line did.
    async fn count(&mut self, line: &Line) -> Result<(), StoreError> {
        let slug = self.envelope.slug.as_str();
        on!(&mut self.write.tx, c => {
            sqlx::query(sql::MOVE_ENVELOPE)
                .bind(slug)
                .bind(line.effect.promised.get())
                .bind(line.effect.granted.get())
                .bind(line.effect.paid.get())
                .execute(c)
                .await
                .map(drop)
        })?;
        Ok(())
    }
}

/// A number of a line as the engine keeps it.
fn whole(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

async fn lines(tx: &mut Tx, envelope: &Slug) -> Result<Vec<Line>, StoreError> {
    let records = on!(tx, c => {
        sqlx::query_scalar::<_, String>(sql::LEDGER_LINES)
            .bind(envelope.as_str())
            .fetch_all(c)
            .await
    })?;
    records.iter().map(|text| parsed(TABLE, text)).collect()
}

/// Request, beneficiary, territory, year; promised, granted, paid.
type AccountRow = (String, String, String, i64, i64, i64, i64);

fn account(row: AccountRow) -> Option<(Account, Sums)> {
    let (request, beneficiary, territory, year, promised, granted, paid) = row;
    let account = Account {
        request: request.parse().ok()?,
        beneficiary: beneficiary.parse().ok()?,
        territory: territory.parse().ok()?,
        year: i32::try_from(year).ok()?,
    };
    let sums = Sums {
        promised: Cents::new(promised),
        granted: Cents::new(granted),
        paid: Cents::new(paid),
    };
    Some((account, sums))
}
