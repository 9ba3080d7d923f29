//! Takes in lists of places: every row ends as created, updated, unchanged or rejected, and the totals add up.
//!
//! A file is one transaction: a file that turns out to be broken on its last row changes nothing. Reading happens on
//! a thread of its own and hands batches over, so memory stays constant whatever the size of the file.

use std::collections::HashMap;
use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::sync::Arc;

use portulan_formats::{FormatError, RejectReason, Row, RowIssue, RowOutcome};
use portulan_geo::Reference;
use portulan_model::journal::{Author, Deed, Entry};
use portulan_model::{ExternalId, Place, PlaceField, PlaceRecord, Slug};
use portulan_policy::{Actor, Capability, actions::ImportPlaces};
use portulan_store::Write;
use serde::Serialize;
use tokio::sync::mpsc;

use crate::clock::new_place_id;
use crate::corrections::keep_corrections;
use crate::reference::Resolver;
use crate::{App, Error, merging};

/// Rows written between two look-ups of what is already known.
const BATCH_ROWS: usize = 500;
/// Batches read ahead of the writer.
const BATCHES_AHEAD: usize = 4;

/// What an import did. `created + updated + unchanged + rejected == rows`, always.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct ImportReport {
    /// Rows of the file.
    pub rows: usize,
    /// Places that came to be.
    pub created: usize,
    /// Places that changed.
    pub updated: usize,
    /// Places that were already so.
    pub unchanged: usize,
    /// Rows that are no place, each with its reason in `lines`.
    pub rejected: usize,
    /// Fields that could not be read and were left out, each in `lines`.
    pub noted: usize,
    /// Values that people had corrected and that were kept against the file, each in `lines`.
    pub held: usize,
    /// The rows about which there is something to say.
    pub lines: Vec<ReportLine>,
}

/// What there is to say about one row.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ReportLine {
    /// Number of the row, the first after the headers being 1.
    pub row: usize,
    /// Why it is no place, when it is none.
    pub rejected: Option<RejectReason>,
    /// Fields left out.
    pub issues: Vec<RowIssue>,
    /// A value that people had corrected and that was kept.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub held: Option<HeldValue>,
}

/// A value that people had corrected, and what the file says instead.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct HeldValue {
    /// Which field.
    pub field: PlaceField,
    /// What the file says, as a JSON text.
    pub given: String,
    /// What was kept, as a JSON text.
    pub kept: String,
}

impl ReportLine {
    /// Whether the row is no place.
    #[must_use]
    pub const fn is_rejected(&self) -> bool {
        self.rejected.is_some()
    }
}

/// Takes in a file. `name` is its file name, which helps to tell its shape; `source` names the rows that do not
/// name their source.
pub async fn places(
    app: &App,
    capability: &Capability<ImportPlaces>,
    name: &str,
    reader: impl BufRead + Send + 'static,
    source: Option<Slug>,
) -> Result<ImportReport, Error> {
    let reference = Arc::clone(&app.directory().reference);
    let file = name.to_owned();
    let (sender, rows) = mpsc::channel(BATCHES_AHEAD);
    tokio::task::spawn_blocking(move || {
        // When the writer has failed the channel is closed: its error is the one to tell.
        let _writer_gone = read_in_batches(&file, Box::new(reader), source, &reference, &sender);
    });
    take_in(app, capability, name, rows).await
}

/// Takes in a data·inclusion pair: a folder with a file of structures and a file of services.
pub async fn folder(
    app: &App,
    capability: &Capability<ImportPlaces>,
    folder: &Path,
    source: Option<Slug>,
) -> Result<ImportReport, Error> {
    let (structures, services) = (find_in(folder, "structures")?, find_in(folder, "services")?);
    let reference = Arc::clone(&app.directory().reference);
    let reading = move || {
        portulan_formats::read_data_inclusion(structures, services, source, &Resolver(&reference))
    };
    let rows = tokio::task::spawn_blocking(reading)
        .await
        .map_err(|source| Error::internal("reading", source))??;
    let (sender, batches) = mpsc::channel(2);
    for message in [Ok(Some(rows)), Ok(None)] {
        sender
            .send(message)
            .await
            .map_err(|source| Error::internal("reading", source))?;
    }
    let name = folder
        .file_name()
        .map_or_else(String::new, |name| name.to_string_lossy().into_owned());
    take_in(app, capability, &name, batches).await
}

/// The file of a folder whose name contains a word.
fn find_in(folder: &Path, word: &str) -> Result<BufReader<File>, Error> {
    let not_found = || Error::NotFound(format!("{}/*{word}*", folder.display()));
    let entries = std::fs::read_dir(folder).map_err(|_unreadable| not_found())?;
    let file = entries
        .filter_map(Result::ok)
        .map(|entry| entry.path())
        .find(|path| {
            path.file_name()
                .is_some_and(|name| name.to_string_lossy().contains(word))
        })
        .ok_or_else(not_found)?;
    File::open(file)
        .map(BufReader::new)
        .map_err(|_unreadable| not_found())
}

/// Rows, or the end of the file. A channel that closes without the end is a reader that died: nothing is kept.
type Batch = Result<Option<Vec<Row>>, FormatError>;

fn read_in_batches(
    name: &str,
    reader: Box<dyn BufRead + Send>,
    source: Option<Slug>,
    reference: &Reference,
    sender: &mpsc::Sender<Batch>,
) -> Result<(), mpsc::error::SendError<Batch>> {
    let resolver = Resolver(reference);
    let rows = match portulan_formats::read_places(name, reader, source, &resolver) {
        Ok(rows) => rows,
        Err(error) => return sender.blocking_send(Err(error)),
    };
    let mut batch = Vec::with_capacity(BATCH_ROWS);
    for row in rows {
        match row {
            Ok(row) => batch.push(row),
            Err(error) => return sender.blocking_send(Err(error)),
        }
        if batch.len() == BATCH_ROWS {
            sender.blocking_send(Ok(Some(std::mem::take(&mut batch))))?;
        }
    }
    sender.blocking_send(Ok(Some(batch)))?;
    sender.blocking_send(Ok(None))
}

/// One import under way.
struct Run<'a> {
    app: &'a App,
    author: Author,
    reason: String,
    request: String,
    report: ImportReport,
}

async fn take_in(
    app: &App,
    capability: &Capability<ImportPlaces>,
    name: &str,
    mut batches: mpsc::Receiver<Batch>,
) -> Result<ImportReport, Error> {
    let mut run = Run {
        app,
        author: author(capability.actor()),
        reason: format!("import of {name}"),
        request: format!("import-{}", app.now().timestamp_millis()),
        report: ImportReport::default(),
    };
    let mut write = app.store().begin(capability).await?;
    loop {
        let batch = batches.recv().await.ok_or(Error::ReaderDied)?;
        match batch? {
            Some(rows) => run.batch(&mut write, rows).await?,
            None => break,
        }
    }
    write.commit().await?;
    app.refresh().await?;
    Ok(run.report)
}

/// How the journal names an actor.
pub(crate) fn author(actor: &Actor) -> Author {
    match actor {
        Actor::Job(name) => Author::Job((*name).to_owned()),
        Actor::Person(person) => Author::Person(person.id()),
        Actor::Operator | Actor::Visitor => Author::Operator,
    }
}

impl Run<'_> {
    async fn batch(&mut self, write: &mut Write, rows: Vec<Row>) -> Result<(), Error> {
        let keys: Vec<ExternalId> = rows.iter().filter_map(external).collect();
        let mut known = write.find_many(&keys).await?;
        for row in rows {
            self.row(write, row, &mut known).await?;
        }
        Ok(())
    }

    async fn row(
        &mut self,
        write: &mut Write,
        row: Row,
        known: &mut HashMap<ExternalId, Place>,
    ) -> Result<(), Error> {
        self.report.rows += 1;
        match row.outcome {
            RowOutcome::Rejected { reason } => {
                self.report.rejected += 1;
                self.report.lines.push(ReportLine {
                    row: row.number,
                    rejected: Some(reason),
                    issues: Vec::new(),
                    held: None,
                });
            }
            RowOutcome::Read { record, issues } => {
                self.place(write, row.number, *record, known).await?;
                self.note(row.number, issues);
            }
        }
        Ok(())
    }

    fn note(&mut self, row: usize, issues: Vec<RowIssue>) {
        if issues.is_empty() {
            return;
        }
        self.report.noted += issues.len();
        self.report.lines.push(ReportLine {
            row,
            rejected: None,
            issues,
            held: None,
        });
    }

    async fn place(
        &mut self,
        write: &mut Write,
        row: usize,
        record: PlaceRecord,
        known: &mut HashMap<ExternalId, Place>,
    ) -> Result<(), Error> {
        if let Some(before) = known.remove(&record.external) {
            return self.change(write, row, before, record).await;
        }
        let place = self.new_place(write, record).await?;
        let entry = self.entry(Deed::Created, None, &place)?;
        write.insert(&place, &entry).await?;
        self.report.created += 1;
        Ok(())
    }

    /// A place of a merge is compared with what it is alone. A place that its source had ceased to give is given again.
    async fn change(
        &mut self,
        write: &mut Write,
        row: usize,
        before: Place,
        given: PlaceRecord,
    ) -> Result<(), Error> {
        let came_back = write.give_again(&given.external).await?;
        let own = write.own(before.id).await?;
        // No file takes back what a person said of the place.
        let (record, held) = keep_corrections(&own, None, &given);
        for (field, given) in held {
            self.report.held += 1;
            self.report.lines.push(ReportLine {
                row,
                rejected: None,
                issues: Vec::new(),
                held: Some(HeldValue {
                    field,
                    given,
                    kept: crate::field_text::of(field, &own),
                }),
            });
        }
        if own == record && !came_back {
            self.report.unchanged += 1;
            return Ok(());
        }
        let before = Place {
            record: own,
            ..before
        };
        let after = Place {
            record,
            ..before.clone()
        };
        let mut entry = self.entry(Deed::Updated, Some(&before), &after)?;
        if came_back {
            entry.reason = format!("{}: given again", self.reason);
        }
        merging::set_own(self.app, write, &entry, after.id, &after.record).await?;
        self.report.updated += 1;
        Ok(())
    }

    async fn new_place(&self, write: &mut Write, record: PlaceRecord) -> Result<Place, Error> {
        Ok(Place {
            id: new_place_id(self.app.now(), self.app.chance()),
            slug: free_slug(write, &record).await?,
            record,
        })
    }

    fn entry(&self, deed: Deed, before: Option<&Place>, after: &Place) -> Result<Entry, Error> {
        let json = |place: &Place| {
            serde_json::to_string(place).map_err(|source| Error::internal("journal", source))
        };
        Ok(Entry {
            at: self.app.now(),
            author: self.author.clone(),
            behalf: None,
            subject: None,
            object: format!("lieu-{}", after.slug),
            deed,
            reason: self.reason.clone(),
            request: self.request.clone(),
            before: before.map(json).transpose()?,
            after: Some(json(after)?),
        })
    }
}

fn external(row: &Row) -> Option<ExternalId> {
    match &row.outcome {
        RowOutcome::Read { record, .. } => Some(record.external.clone()),
        RowOutcome::Rejected { .. } => None,
    }
}

/// A readable slug that no other place bears: the name, then with its commune, then numbered.
pub(crate) async fn free_slug(write: &mut Write, record: &PlaceRecord) -> Result<Slug, Error> {
    let name = portulan_text::slug(&record.name).unwrap_or_else(|| "lieu".to_owned());
    let commune = portulan_text::slug(&record.address.commune).unwrap_or_default();
    let named = if commune.is_empty() || name.ends_with(&commune) {
        name.clone()
    } else {
        format!("{name}-{commune}")
    };
    let numbered = (2_u32..).map(|number| format!("{named}-{number}"));
    for text in [name, named.clone()].into_iter().chain(numbered) {
        let Ok(slug) = text.parse::<Slug>() else {
            return Err(Error::NotFound(text));
        };
        if !write.slug_taken(&slug).await? {
            return Ok(slug);
        }
    }
    Err(Error::Conflict(named))
}
