//! The file of a run becomes records in a temporary file: whatever its size, little of it is in memory at once.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::fs::File;
use std::io::{BufReader, BufWriter, Seek, SeekFrom, Write};

use chrono::NaiveDate;
use portulan_formats::{
    FormatError, RecordOptions, RejectReason, RowIssue, RowOutcome, open_records,
};
use portulan_geo::Reference;
use portulan_harvest::{Field, Line, Severity, Transformer};
use portulan_model::harvest::{LineSeverity, Mapping, ReportLine, RuleCount, RunFailure, Source};
use portulan_model::{ExternalId, PlaceRecord, Told};
use sha2::{Digest, Sha256};

use super::pages::Pages;
use super::{Given, copy_hashed, hex};
use crate::fetch::FetchError;
use crate::reference::Resolver;

/// Lines of a report that are kept; beyond, they are counted.
const MOST_LINES: usize = 500_000;
/// Rows between two signs of progress.
const TELL_EVERY: usize = 200;

/// A file, whole, and its fingerprint with the way it is read.
pub(super) struct Spooled {
    name: String,
    file: File,
    pub(super) hash: String,
}

/// What a file gave.
pub(super) struct Staged {
    /// Records, one JSON text a line.
    pub(super) records: BufReader<File>,
    pub(super) rows: usize,
    pub(super) rejected: usize,
    pub(super) report: Report,
}

/// Lines as they come.
#[derive(Default)]
pub(super) struct Report {
    pub(super) pages: Pages,
    pub(super) tally: [usize; 5],
    rules: BTreeMap<(Reverse<LineSeverity>, String), usize>,
}

impl Report {
    pub(super) fn push(&mut self, line: &ReportLine) -> Result<(), crate::Error> {
        let slot = LineSeverity::ALL
            .iter()
            .position(|one| *one == line.severity);
        if let Some(count) = slot.and_then(|slot| self.tally.get_mut(slot)) {
            *count += 1;
        }
        let rule = (Reverse(line.severity), line.rule.clone());
        *self.rules.entry(rule).or_default() += 1;
        if self.tally.iter().sum::<usize>() <= MOST_LINES {
            self.pages.push(line)?;
        }
        Ok(())
    }

    /// How often each rule spoke, the gravest first.
    pub(super) fn rules(&self) -> Vec<RuleCount> {
        let counts = self
            .rules
            .iter()
            .map(|((severity, rule), count)| RuleCount {
                severity: severity.0,
                rule: rule.clone(),
                count: *count,
            });
        let mut counts: Vec<RuleCount> = counts.collect();
        counts.sort_by_key(|one| (Reverse(one.severity), Reverse(one.count)));
        counts
    }
}

fn file_fault(error: &FormatError) -> RunFailure {
    RunFailure::File(error.told())
}

/// Why a file did not come to its end.
fn unread(error: std::io::Error) -> RunFailure {
    match error.downcast::<FetchError>() {
        Ok(error) => RunFailure::Fetch(error.told()),
        Err(error) => RunFailure::File(Told::new("refusal-read").text("reason", error.to_string())),
    }
}

fn internal(error: impl std::fmt::Display) -> RunFailure {
    RunFailure::Internal(error.to_string())
}

/// Brings the whole file here.
pub(super) fn spool(mut given: Given, source: &Source) -> Result<Spooled, RunFailure> {
    let mut file = tempfile::tempfile().map_err(internal)?;
    let mut hash = Sha256::new();
    copy_hashed(&mut given.reader, &mut file, &mut hash).map_err(unread)?;
    file.seek(SeekFrom::Start(0)).map_err(internal)?;
    Ok(Spooled {
        name: given.name,
        file,
        hash: format!("{}{}", hex(&hash.finalize()), way_of_reading(source)),
    })
}

/// The end of the fingerprint of a file: what decides, beside its content, of the places that it gives.
pub(super) fn way_of_reading(source: &Source) -> String {
    let way = (&source.mapping, &source.owner, env!("CARGO_PKG_VERSION"));
    // Texts and a slug always have a JSON text.
    let text = serde_json::to_vec(&way).unwrap_or_default();
    format!("-{}", super::fingerprint(&text))
}

/// Turns the rows into records.
pub(super) fn read(
    spooled: Spooled,
    source: &Source,
    reference: &Reference,
    today: NaiveDate,
    tell: &dyn Fn(usize),
) -> Result<Staged, RunFailure> {
    let mut stage = Stage {
        source,
        out: BufWriter::new(tempfile::tempfile().map_err(internal)?),
        rows: 0,
        rejected: 0,
        report: Report::default(),
        tell,
    };
    match &source.mapping {
        Mapping::None => stage.known_shape(spooled, reference)?,
        Mapping::National(text) | Mapping::Portulan(text) => {
            stage.mapped(spooled, reference, today, text)?;
        }
    }
    let mut file = stage.out.into_inner().map_err(internal)?;
    file.seek(SeekFrom::Start(0)).map_err(internal)?;
    Ok(Staged {
        records: BufReader::new(file),
        rows: stage.rows,
        rejected: stage.rejected,
        report: stage.report,
    })
}

/// The row that a line of the report is about.
struct Row<'a> {
    /// The first after the headers being 1.
    number: usize,
    id: &'a str,
    name: &'a str,
}

impl Row<'_> {
    const fn unnamed(number: usize) -> Self {
        Self {
            number,
            id: "",
            name: "",
        }
    }
}

struct Stage<'a> {
    source: &'a Source,
    out: BufWriter<File>,
    rows: usize,
    rejected: usize,
    report: Report,
    tell: &'a dyn Fn(usize),
}

impl Stage<'_> {
    fn known_shape(&mut self, spooled: Spooled, reference: &Reference) -> Result<(), RunFailure> {
        let resolver = Resolver(reference);
        let reader = Box::new(BufReader::new(spooled.file));
        let source = Some(self.source.slug.clone());
        let rows = portulan_formats::read_places(&spooled.name, reader, source, &resolver)
            .map_err(|error| file_fault(&error))?;
        for row in rows {
            let row = row.map_err(|error| file_fault(&error))?;
            match row.outcome {
                RowOutcome::Rejected { reason } => {
                    self.reject(&Row::unnamed(row.number), &reason)?;
                }
                RowOutcome::Read { record, issues } => {
                    let of = Row {
                        number: row.number,
                        id: &record.external.id,
                        name: &record.name,
                    };
                    self.issues(&of, &issues)?;
                    self.keep(*record)?;
                }
            }
        }
        Ok(())
    }

    fn mapped(
        &mut self,
        spooled: Spooled,
        reference: &Reference,
        today: NaiveDate,
        text: &str,
    ) -> Result<(), RunFailure> {
        let (mapping, _notices) = portulan_harvest::mapping::Mapping::read(text)
            .map_err(|error| RunFailure::File(error.told()))?;
        let territory = reference
            .territory(&self.source.owner)
            .map_or_else(String::new, |territory| territory.name.clone());
        let slug = self.source.slug.as_str();
        let mut transformer = Transformer::new(&mapping, reference, slug, &territory).on(today);
        let reader = Box::new(BufReader::new(spooled.file));
        let records = open_records(&spooled.name, reader, &RecordOptions::default())
            .map_err(|error| file_fault(&error))?;
        for record in records {
            let record = record.map_err(|error| file_fault(&error))?;
            let mut draft = transformer.place(&record);
            let name = draft.get(Field::Nom).unwrap_or_default().to_owned();
            let id = draft.id.clone();
            let of = Row {
                number: draft.row + 1,
                id: &id,
                name: &name,
            };
            for line in &draft.lines {
                self.line(&of, line)?;
            }
            if draft.refused {
                self.count(true);
                continue;
            }
            if draft.position_doubted {
                draft.fields.remove(&Field::Latitude);
                draft.fields.remove(&Field::Longitude);
            }
            let read = portulan_formats::national::record_of_fields(
                &draft.json(),
                &self.source.slug,
                &Resolver(reference),
            );
            match read {
                Ok((record, issues)) => {
                    self.issues(&of, &issues)?;
                    self.keep(record)?;
                }
                Err(reason) => self.reject(&of, &reason)?,
            }
        }
        Ok(())
    }

    /// The identity of a record in a harvest is its id under the source that is harvested.
    fn keep(&mut self, mut record: PlaceRecord) -> Result<(), RunFailure> {
        let slug = &self.source.slug;
        if record.external.source != *slug {
            let id = format!("{}:{}", record.external.source, record.external.id);
            record.external = ExternalId::new(slug.clone(), &id).map_err(internal)?;
            record.provenance.record.source.clone_from(slug);
        }
        serde_json::to_writer(&mut self.out, &record).map_err(internal)?;
        self.out.write_all(b"\n").map_err(internal)?;
        self.count(false);
        Ok(())
    }

    fn count(&mut self, rejected: bool) {
        self.rows += 1;
        self.rejected += usize::from(rejected);
        if self.rows.is_multiple_of(TELL_EVERY) {
            (self.tell)(self.rows);
        }
    }

    fn reject(&mut self, row: &Row<'_>, reason: &RejectReason) -> Result<(), RunFailure> {
        let rule = match reason {
            RejectReason::NoName => "row-no-name",
            RejectReason::NoCommune => "row-no-commune",
            RejectReason::NoId => "row-no-id",
            RejectReason::DuplicateId => "row-id-twice",
            RejectReason::Unreadable { .. } => "row-unreadable",
        };
        self.line(row, &Line::new("id", "", "", rule, Severity::Refused))?;
        self.count(true);
        Ok(())
    }

    fn issues(&mut self, row: &Row<'_>, issues: &[RowIssue]) -> Result<(), RunFailure> {
        for issue in issues {
            let (rule, severity) = match issue.kind {
                portulan_formats::IssueKind::HoursAsText => ("hours-as-text", Severity::Doubt),
                _ => ("value-left-out", Severity::Lost),
            };
            let line = Line::new(issue.field, &issue.value, "", rule, severity);
            self.line(row, &line)?;
        }
        Ok(())
    }

    fn line(&mut self, row: &Row<'_>, line: &Line) -> Result<(), RunFailure> {
        self.report
            .push(&ReportLine {
                row: row.number,
                id: row.id.to_owned(),
                name: row.name.to_owned(),
                field: line.field.clone(),
                raw: line.raw.clone(),
                result: line.result.clone(),
                rule: line.rule.to_owned(),
                severity: line.severity,
            })
            .map_err(internal)
    }
}
