//! Portable copies: lines of JSON, the same for both engines, closed by rows and checksum of each table.
//!
//! The first line names the format; each next one is a row, tables in a fixed order; the last one holds the totals,
//! without which a copy is incomplete and refused. Secrets of the operator do not leave in a copy.

use std::io::{BufRead, Write};

use chrono::{DateTime, Utc};
use futures_util::TryStreamExt;
use portulan_model::journal::Erasure;
use portulan_policy::Capability;
use portulan_policy::actions::{Backup, Restore};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::copy_tables::{TABLES, Texts};
use crate::db::{Store, Tx, on};
use crate::error::StoreError;
use crate::governance::{self, Elsewhere, FileRow};
use crate::journal_row::{self, JournalRow};
use crate::operator::hex;
use crate::{DatabaseUrl, dialect, erasures, sql};

/// Version of the format of copies.
const FORMAT: u32 = 1;

/// Persons who were erased after a copy was made: their keys are not read from it.
#[derive(Debug, Clone, Copy)]
pub struct Replay<'a> {
    /// Who, and when.
    pub erasures: &'a [Erasure],
    /// The present instant.
    pub now: DateTime<Utc>,
}

/// Rows and checksum of one table of a copy.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TableCopy {
    /// Table.
    pub table: String,
    /// Rows.
    pub rows: u64,
    /// SHA-256 of its lines, in hexadecimal.
    pub sha256: String,
}

type PlaceRow = (String, String, String, String, String);
type LayerRow = (String, i64, String);
type PageRow = (String, String, i64, String);
/// Place, name, what is said, when; the bytes of both sizes.
type PictureRow = (String, String, String, i64, String, String);
/// One line of a copy.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Line {
    Portulan {
        copy: u32,
    },
    Meta(i64),
    Place(PlaceRow),
    Layer(LayerRow),
    Journal(JournalRow),
    /// A row of one of [`TABLES`].
    Row(String, Texts),
    Page(PageRow),
    Picture(PictureRow),
    Attachment(FileRow),
    Totals(Vec<TableCopy>),
}

impl Store {
    /// Writes a copy of one consistent view, while others read and write. Contents that are kept elsewhere stay there.
    pub async fn dump(
        &self,
        may: &Capability<Backup>,
        writer: &mut (dyn Write + Send),
    ) -> Result<Vec<TableCopy>, StoreError> {
        self.dump_with(may, writer, None).await
    }

    /// Writes a copy, with the contents that are kept elsewhere.
    pub async fn dump_with(
        &self,
        _may: &Capability<Backup>,
        writer: &mut (dyn Write + Send),
        elsewhere: Option<&dyn Elsewhere>,
    ) -> Result<Vec<TableCopy>, StoreError> {
        let mut tx = self.read().await?;
        let mut out = Out {
            writer,
            tables: Vec::new(),
        };
        out.line(&Line::Portulan { copy: FORMAT })?;
        let mut sum = Sum::new("meta");
        let revision =
            on!(&mut tx, c => sqlx::query_scalar::<_, i64>(sql::REVISION).fetch_one(c).await)?;
        out.row(&mut sum, &Line::Meta(revision))?;
        out.close(sum);
        let mut sum = Sum::new("place");
        on!(&mut tx, c => {
            let mut rows = sqlx::query_as::<_, PlaceRow>(sql::PLACE_ROWS).fetch(c);
            while let Some(row) = rows.try_next().await? {
                out.row(&mut sum, &Line::Place(row))?;
            }
        });
        out.close(sum);
        let mut sum = Sum::new("layer");
        on!(&mut tx, c => {
            let mut rows = sqlx::query_as::<_, (String, i64, Vec<u8>)>(sql::LAYER_ROWS).fetch(c);
            while let Some((slug, records, content)) = rows.try_next().await? {
                out.row(&mut sum, &Line::Layer((slug, records, hex(&content))))?;
            }
        });
        out.close(sum);
        let mut sum = Sum::new("journal");
        let all = (i64::MIN, i64::MAX);
        journal_row::each(&mut tx, all, i64::MAX, |row| {
            out.row(&mut sum, &Line::Journal(row))
        })
        .await?;
        out.close(sum);
        for table in &TABLES {
            let mut sum = Sum::new(table.name);
            for row in table.rows(&mut tx).await? {
                out.row(&mut sum, &Line::Row(table.name.to_owned(), row))?;
            }
            out.close(sum);
        }
        dump_pages(&mut tx, &mut out).await?;
        dump_pictures(&mut tx, &mut out).await?;
        dump_attachments(&mut tx, &mut out, elsewhere).await?;
        out.line(&Line::Totals(out.tables.clone()))?;
        out.writer.flush()?;
        Ok(out.tables)
    }

    /// Reads a copy into a database that holds nothing, in one transaction: a copy that is broken, or whose totals do
    /// not agree, leaves it empty.
    pub async fn load(
        url: &DatabaseUrl,
        may: &Capability<Restore>,
        reader: &mut (dyn BufRead + Send),
        replay: &Replay<'_>,
    ) -> Result<Vec<TableCopy>, StoreError> {
        Self::load_with(url, may, reader, replay, None).await
    }

    /// Reads a copy; contents go where they are kept from now on.
    pub async fn load_with(
        url: &DatabaseUrl,
        _may: &Capability<Restore>,
        reader: &mut (dyn BufRead + Send),
        replay: &Replay<'_>,
        elsewhere: Option<&dyn Elsewhere>,
    ) -> Result<Vec<TableCopy>, StoreError> {
        let store = Self::open(url).await?;
        let mut tx = store.write().await?;
        if !is_empty(&mut tx).await? {
            return Err(StoreError::NotEmpty);
        }
        let mut lines = In { reader, number: 0 };
        match lines.next()? {
            Some((_, Line::Portulan { copy: FORMAT })) => {}
            _ => return Err(lines.bad("not a copy of this version")),
        }
        erasures::mark_all(&mut tx, replay.erasures).await?;
        let mut sums = Sums::new();
        let totals = loop {
            let Some((text, line)) = lines.next()? else {
                return Err(lines.bad("the copy ends before its totals"));
            };
            let table = match &line {
                Line::Meta(_) => "meta",
                Line::Place(_) => "place",
                Line::Layer(_) => "layer",
                Line::Journal(_) => "journal",
                Line::Row(table, _) => table,
                Line::Page(_) => PAGES,
                Line::Picture(_) => PICTURES,
                Line::Attachment(_) => ATTACHMENTS,
                Line::Portulan { .. } => return Err(lines.bad("a second beginning")),
                Line::Totals(_) => {
                    let Line::Totals(totals) = line else { continue };
                    break totals;
                }
            };
            if !sums.add(table, &text) {
                return Err(lines.bad("an unknown table"));
            }
            let inserted = insert(&mut tx, line, elsewhere).await;
            inserted.map_err(|error| match error {
                StoreError::Elsewhere(_) => error,
                error => lines.bad(&error.to_string()),
            })?;
        };
        if lines.next()?.is_some() {
            return Err(lines.bad("the copy goes on after its totals"));
        }
        if !sums.agree(&totals) {
            return Err(lines.bad("rows or checksums do not agree with the totals"));
        }
        if let Tx::Postgres(transaction) = &mut tx {
            sqlx::query(dialect::POSTGRES_JOURNAL_SEQUENCE)
                .execute(&mut **transaction)
                .await?;
        }
        erasures::replay(&mut tx, replay.erasures, replay.now).await?;
        tx.commit().await?;
        // Those who came back with the copy and were erased again leave the files now, or with the next node that opens.
        store.settle_erasures().await?;
        Ok(totals)
    }
}

const PAGES: &str = "harvest_page";
const PICTURES: &str = "picture";
const ATTACHMENTS: &str = "attachment";

async fn dump_pages(tx: &mut Tx, out: &mut Out<'_>) -> Result<(), StoreError> {
    let mut sum = Sum::new(PAGES);
    on!(tx, c => {
        let mut rows = sqlx::query_as::<_, (String, String, i64, Vec<u8>)>(sql::PAGE_ROWS).fetch(c);
        while let Some((run, kind, page, content)) = rows.try_next().await? {
            out.row(&mut sum, &Line::Page((run, kind, page, hex(&content))))?;
        }
    });
    out.close(sum);
    Ok(())
}

async fn dump_pictures(tx: &mut Tx, out: &mut Out<'_>) -> Result<(), StoreError> {
    type Kept = (String, String, String, i64, Vec<u8>, Vec<u8>);
    let mut sum = Sum::new(PICTURES);
    on!(tx, c => {
        let mut rows = sqlx::query_as::<_, Kept>(sql::PICTURE_ROWS).fetch(c);
        while let Some((place, name, record, added, large, small)) = rows.try_next().await? {
            let row = (place, name, record, added, hex(&large), hex(&small));
            out.row(&mut sum, &Line::Picture(row))?;
        }
    });
    out.close(sum);
    Ok(())
}

async fn dump_attachments(
    tx: &mut Tx,
    out: &mut Out<'_>,
    elsewhere: Option<&dyn Elsewhere>,
) -> Result<(), StoreError> {
    let mut sum = Sum::new(ATTACHMENTS);
    let each = |row| out.row(&mut sum, &Line::Attachment(row));
    governance::dump_attachments(tx, elsewhere, each).await?;
    out.close(sum);
    Ok(())
}

/// The sums of all tables, in the order of copies.
struct Sums(Vec<Sum>);

impl Sums {
    fn new() -> Self {
        let first = ["meta", "place", "layer", "journal"].into_iter();
        let tables = TABLES.iter().map(|table| table.name);
        Self(
            first
                .chain(tables)
                .chain([PAGES, PICTURES, ATTACHMENTS])
                .map(Sum::new)
                .collect(),
        )
    }

    fn add(&mut self, table: &str, text: &str) -> bool {
        let sum = self.0.iter_mut().find(|sum| sum.table == table);
        sum.map(|sum| sum.add(text)).is_some()
    }

    /// A copy of before a table was there says nothing of it, and holds no row of it.
    fn agree(self, totals: &[TableCopy]) -> bool {
        let sums: Vec<TableCopy> = self.0.into_iter().map(Sum::total).collect();
        let told = |sum: &TableCopy| totals.iter().any(|total| total.table == sum.table);
        totals.iter().all(|total| sums.contains(total))
            && sums.iter().all(|sum| told(sum) || sum.rows == 0)
    }
}

async fn is_empty(tx: &mut Tx) -> Result<bool, StoreError> {
    for statement in [sql::COUNT_PLACES, sql::COUNT_JOURNAL] {
        if on!(&mut *tx, c => sqlx::query_scalar::<_, i64>(statement).fetch_one(c).await)? > 0 {
            return Ok(false);
        }
    }
    Ok(true)
}

async fn insert(
    tx: &mut Tx,
    line: Line,
    elsewhere: Option<&dyn Elsewhere>,
) -> Result<(), StoreError> {
    let line = match line {
        Line::Row(name, row) => {
            let table = TABLES.iter().find(|table| table.name == name);
            let table =
                table.ok_or_else(|| StoreError::corrupt("copy", &name, &"no such table"))?;
            return Ok(table.insert(tx, row).await?);
        }
        Line::Journal(row) => return Ok(row.restore(tx).await?),
        Line::Attachment(row) => {
            return governance::restore_attachment(tx, elsewhere, row).await;
        }
        other => other,
    };
    on!(tx, c => match line {
        Line::Meta(revision) => sqlx::query(sql::SET_REVISION).bind(revision).execute(c).await.map(drop),
        Line::Place((id, slug, source, external, record)) => {
            sqlx::query(sql::INSERT_PLACE)
                .bind(id)
                .bind(slug)
                .bind(source)
                .bind(external)
                .bind(record)
                .execute(c)
                .await
                .map(drop)
        }
        Line::Layer((slug, records, content)) => {
            let bytes = unhex(&content).ok_or_else(|| StoreError::corrupt("layer", &slug, &"not hexadecimal"))?;
            sqlx::query(sql::PUT_LAYER).bind(slug).bind(records).bind(bytes).execute(c).await.map(drop)
        }
        Line::Page((run, kind, page, content)) => {
            let bytes = unhex(&content).ok_or_else(|| StoreError::corrupt(PAGES, &run, &"not hexadecimal"))?;
            sqlx::query(sql::PUT_PAGE).bind(run).bind(kind).bind(page).bind(bytes).execute(c).await.map(drop)
        }
        Line::Picture((place, name, record, added, large, small)) => {
            let read = |text: &str| unhex(text).ok_or_else(|| StoreError::corrupt(PICTURES, &name, &"not hexadecimal"));
            let (large, small) = (read(&large)?, read(&small)?);
            sqlx::query(sql::PUT_PICTURE)
                .bind(place)
                .bind(name)
                .bind(record)
                .bind(added)
                .bind(large)
                .bind(small)
                .execute(c)
                .await
                .map(drop)
        }
        Line::Portulan { .. }
        | Line::Totals(_)
        | Line::Row(..)
        | Line::Journal(_)
        | Line::Attachment(_) => Ok(()),
    })?;
    Ok(())
}

pub(crate) fn unhex(text: &str) -> Option<Vec<u8>> {
    let digits: Option<Vec<u8>> = text
        .chars()
        .map(|c| c.to_digit(16).and_then(|digit| u8::try_from(digit).ok()))
        .collect();
    let digits = digits.filter(|digits| digits.len().is_multiple_of(2))?;
    Some(
        digits
            .chunks_exact(2)
            .map(|pair| pair.iter().fold(0, |byte, digit| (byte << 4) | digit))
            .collect(),
    )
}

/// Counts and hashes the lines of one table.
struct Sum {
    table: &'static str,
    rows: u64,
    hash: Sha256,
}

impl Sum {
    fn new(table: &'static str) -> Self {
        Self {
            table,
            rows: 0,
            hash: Sha256::new(),
        }
    }

    fn add(&mut self, text: &str) {
        self.rows += 1;
        self.hash.update(text.as_bytes());
        self.hash.update(b"\n");
    }

    fn total(self) -> TableCopy {
        TableCopy {
            table: self.table.to_owned(),
            rows: self.rows,
            sha256: hex(&self.hash.finalize()),
        }
    }
}

struct Out<'a> {
    writer: &'a mut (dyn Write + Send),
    tables: Vec<TableCopy>,
}

impl Out<'_> {
    fn line(&mut self, line: &Line) -> Result<String, StoreError> {
        let text = serde_json::to_string(line).map_err(std::io::Error::from)?;
        self.writer.write_all(text.as_bytes())?;
        self.writer.write_all(b"\n")?;
        Ok(text)
    }

    fn row(&mut self, sum: &mut Sum, line: &Line) -> Result<(), StoreError> {
        sum.add(&self.line(line)?);
        Ok(())
    }

    fn close(&mut self, sum: Sum) {
        self.tables.push(sum.total());
    }
}

struct In<'a> {
    reader: &'a mut (dyn BufRead + Send),
    number: usize,
}

impl In<'_> {
    fn next(&mut self) -> Result<Option<(String, Line)>, StoreError> {
        let mut text = String::new();
        self.number += 1;
        let length = self
            .reader
            .read_line(&mut text)
            .map_err(|error| self.bad(&error.to_string()))?;
        if length == 0 {
            return Ok(None);
        }
        let text = text.trim_end_matches('\n').to_owned();
        let line = serde_json::from_str(&text).map_err(|error| self.bad(&error.to_string()))?;
        Ok(Some((text, line)))
    }

    fn bad(&self, reason: &str) -> StoreError {
        StoreError::BadCopy {
            line: self.number,
            reason: reason.to_owned(),
        }
    }
}
