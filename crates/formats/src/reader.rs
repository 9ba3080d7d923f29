//! Any list of places, row by row: the shape is told from the file itself.

use std::collections::HashSet;
use std::io::BufRead;
use std::vec;

use portulan_model::{ExternalId, Slug};
use serde_json::Value;

use crate::cells::{Cells, Header, JsonCells};
use crate::error::FormatError;
use crate::input::{Text, csv_error, json_error};
use crate::national::read::{self, Context, Reading};
use crate::report::{RejectReason, Row, RowOutcome};
use crate::resolver::CommuneResolver;
use crate::{demo, multi};

/// Reads a list of places: CSV or JSON, plain or gzipped, national schema of any version or one of the other shapes
/// this crate knows. `name` is the name of the file; `source` names the rows that do not name their source (without
/// it, the file name does, less its date and its extensions).
pub fn read_places<'a>(
    name: &str,
    reader: Box<dyn BufRead + Send>,
    source: Option<Slug>,
    resolver: &'a dyn CommuneResolver,
) -> Result<PlaceReader<'a>, FormatError> {
    let source = source
        .or_else(|| source_of_file(name))
        .ok_or(FormatError::NoSource)?;
    let mut text = Text::open(reader)?;
    let start = text.peek()?;
    let rows = if start.starts_with(['{', '[']) {
        Rows::Json(JsonRows::new(Box::new(text.into_reader())))
    } else {
        Rows::Csv(CsvRows::open(&start, Box::new(text.into_reader()))?)
    };
    Ok(PlaceReader {
        rows,
        book: Book {
            source,
            resolver,
            seen: HashSet::new(),
            number: 0,
        },
        done: false,
    })
}

/// `2024-04-02_hubik_lieux.csv.gz` gives `hubik-lieux`: the same list keeps its name from one date to the next.
fn source_of_file(name: &str) -> Option<Slug> {
    let file = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let stem = file.split('.').next().unwrap_or_default();
    let undated = stem.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '-' | '_'));
    let stem = if undated.is_empty() { stem } else { undated };
    portulan_text::slug(stem)?.parse().ok()
}

/// The rows of a list of places.
pub struct PlaceReader<'a> {
    rows: Rows,
    book: Book<'a>,
    done: bool,
}

impl Iterator for PlaceReader<'_> {
    type Item = Result<Row, FormatError>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.done {
            return None;
        }
        let row = match &mut self.rows {
            Rows::Csv(rows) => rows.next(&mut self.book),
            Rows::Json(rows) => rows.next(&mut self.book),
        };
        self.done = !matches!(row, Some(Ok(_)));
        row
    }
}

enum Rows {
    Csv(CsvRows),
    Json(JsonRows),
}

/// Numbers the rows and refuses those that come twice.
pub(crate) struct Book<'a> {
    pub(crate) source: Slug,
    pub(crate) resolver: &'a dyn CommuneResolver,
    pub(crate) seen: HashSet<ExternalId>,
    pub(crate) number: usize,
}

impl Book<'_> {
    pub(crate) fn context(&self) -> Context<'_> {
        Context {
            source: &self.source,
            resolver: self.resolver,
        }
    }

    pub(crate) fn enter(&mut self, reading: Reading) -> Row {
        self.number += 1;
        let outcome = match reading {
            Ok((record, _)) if !self.seen.insert(record.external.clone()) => RowOutcome::Rejected {
                reason: RejectReason::DuplicateId,
            },
            Ok((record, issues)) => RowOutcome::Read {
                record: Box::new(record),
                issues,
            },
            Err(reason) => RowOutcome::Rejected { reason },
        };
        Row {
            number: self.number,
            outcome,
        }
    }
}

#[derive(Debug, Clone, Copy)]
enum Shape {
    National,
    Multi,
}

impl Shape {
    fn of(header: &Header) -> Option<Self> {
        let place = header.has("commune") || header.has("code_postal") || header.has("code_insee");
        if header.has_all(multi::MARKS) {
            Some(Self::Multi)
        } else if header.has_all(&["id", "nom"]) && place {
            Some(Self::National)
        } else {
            None
        }
    }

    fn place(self, cells: &dyn Cells, context: &Context<'_>) -> Reading {
        match self {
            Self::National => read::place(cells, context),
            Self::Multi => multi::place(cells, context),
        }
    }
}

struct CsvRows {
    reader: csv::Reader<Box<dyn BufRead + Send>>,
    header: Header,
    columns: usize,
    shape: Shape,
    record: csv::StringRecord,
}

impl CsvRows {
    fn open(start: &str, reader: Box<dyn BufRead + Send>) -> Result<Self, FormatError> {
        let mut reader = csv_reader(start, reader);
        let names = reader.headers().map_err(csv_error)?.clone();
        let header = Header::new(names.iter());
        let shape = Shape::of(&header).ok_or_else(|| unknown_shape(&names))?;
        let columns = names.len();
        Ok(Self {
            reader,
            header,
            columns,
            shape,
            record: csv::StringRecord::new(),
        })
    }

    fn next(&mut self, book: &mut Book<'_>) -> Option<Result<Row, FormatError>> {
        match self.reader.read_record(&mut self.record) {
            Ok(false) => return None,
            Ok(true) => {}
            Err(error) => return Some(Err(csv_error(error))),
        }
        let reading = sound(&self.record, self.columns).and_then(|()| {
            self.shape
                .place(&self.header.row(&self.record), &book.context())
        });
        Some(Ok(book.enter(reading)))
    }
}

pub(crate) fn csv_reader<R: BufRead>(start: &str, reader: R) -> csv::Reader<R> {
    csv::ReaderBuilder::new()
        .flexible(true)
        .delimiter(separator(start))
        .from_reader(reader)
}

pub(crate) fn unknown_shape(names: &csv::StringRecord) -> FormatError {
    let headers: Vec<String> = names
        .iter()
        .take(8)
        .map(|name| name.chars().take(40).collect())
        .collect();
    FormatError::UnknownShape {
        headers: headers.join(", "),
    }
}

/// The separator that the line of headers holds most of.
fn separator(start: &str) -> u8 {
    let line = start.lines().next().unwrap_or_default();
    let count = |separator: u8| line.bytes().filter(|byte| *byte == separator).count();
    [b',', b';', b'\t']
        .into_iter()
        .rev()
        .max_by_key(|separator| count(*separator))
        .unwrap_or(b',')
}

/// A row with more cells than there are columns has shifted: none of its cells can be trusted.
pub(crate) fn sound(record: &csv::StringRecord, columns: usize) -> Result<(), RejectReason> {
    let beyond = record
        .iter()
        .skip(columns)
        .any(|cell| !cell.trim().is_empty());
    let reason = if beyond {
        format!("{} cells for {columns} columns", record.len())
    } else if record.iter().all(|cell| cell.trim().is_empty()) {
        "empty row".to_owned()
    } else {
        return Ok(());
    };
    Err(RejectReason::Unreadable { reason })
}

type Values =
    serde_json::StreamDeserializer<'static, serde_json::de::IoRead<Box<dyn BufRead + Send>>, Value>;

/// One document or one object a line: lists of rows, a demonstration set, a `GeoJSON` collection.
struct JsonRows {
    values: Values,
    pending: vec::IntoIter<Value>,
    model: bool,
}

impl JsonRows {
    fn new(reader: Box<dyn BufRead + Send>) -> Self {
        let values = serde_json::Deserializer::from_reader(reader).into_iter();
        Self {
            values,
            pending: Vec::new().into_iter(),
            model: false,
        }
    }

    fn next(&mut self, book: &mut Book<'_>) -> Option<Result<Row, FormatError>> {
        loop {
            if let Some(value) = self.pending.next() {
                let reading = if self.model {
                    demo::place(value, &book.context())
                } else {
                    object(&value, &book.context())
                };
                return Some(Ok(book.enter(reading)));
            }
            let document = match self.values.next()? {
                Ok(document) => document,
                Err(error) => return Some(Err(json_error(error))),
            };
            if let Err(error) = self.unfold(document) {
                return Some(Err(error));
            }
        }
    }

    fn unfold(&mut self, document: Value) -> Result<(), FormatError> {
        self.model = false;
        let rows = match document {
            Value::Array(rows) => rows,
            Value::Object(mut fields) => match (fields.remove("places"), fields.remove("features"))
            {
                (Some(Value::Array(places)), _) => {
                    self.model = true;
                    places
                }
                (_, Some(Value::Array(features))) => features,
                (None, None) if fields.contains_key("nom") || fields.contains_key("id") => {
                    vec![Value::Object(fields)]
                }
                _ => {
                    let keys: Vec<&str> = fields.keys().take(8).map(String::as_str).collect();
                    return Err(FormatError::UnknownDocument {
                        found: keys.join(", "),
                    });
                }
            },
            other => {
                let found = other.to_string().chars().take(40).collect();
                return Err(FormatError::UnknownDocument { found });
            }
        };
        self.pending = rows.into_iter();
        Ok(())
    }
}

/// An object with the national fields, bare or as the properties of a feature.
fn object(value: &Value, context: &Context<'_>) -> Reading {
    let fields = value.get("properties").unwrap_or(value);
    match fields.as_object() {
        Some(fields) => read::place(&JsonCells::new(fields), context),
        None => Err(RejectReason::Unreadable {
            reason: "not an object".to_owned(),
        }),
    }
}
