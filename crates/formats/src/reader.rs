//! Any list of places, row by row: the shape is told from the file itself.

use std::collections::HashSet;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::io::{self, BufRead};

use portulan_model::{ExternalId, Slug};
use serde_json::{Map, Value};

use crate::cells::{Cells, Header, JsonCells};
use crate::elements::{Elements, Found, no_object, too_long};
use crate::error::FormatError;
use crate::input::Text;
use crate::national::read::{self, Context, Reading};
use crate::report::{RejectReason, Row, RowOutcome};
use crate::resolver::CommuneResolver;
use crate::table::Table;
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
    let said = source.is_some();
    let source = source
        .or_else(|| source_of_file(name))
        .ok_or(FormatError::NoSource)?;
    let mut text = Text::open(reader)?;
    let start = text.peek()?;
    let rows = if start.starts_with(['{', '[']) {
        Rows::Json(JsonRows(Elements::new(text.into_reader())))
    } else {
        Rows::Csv(CsvRows::open(&start, text.into_reader())?)
    };
    Ok(PlaceReader {
        rows,
        book: Book::new(source, said, resolver),
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
        let context = self.book.context();
        let reading = match &mut self.rows {
            Rows::Csv(rows) => rows.next(&context),
            Rows::Json(rows) => rows.next(&context),
        };
        let row = match reading.transpose()? {
            Ok(reading) => self.book.enter(reading),
            Err(error) => Err(error),
        };
        self.done = row.is_err();
        Some(row)
    }
}

enum Rows {
    Csv(CsvRows),
    Json(JsonRows),
}

/// Most rows of a file: what is remembered of each, to know it again, stays below 60 MB.
const MOST_ROWS: usize = 2_000_000;

/// Numbers the rows and refuses those that come twice.
pub(crate) struct Book<'a> {
    source: Slug,
    source_said: bool,
    resolver: &'a dyn CommuneResolver,
    /// Ids as 64 bits: that two of a million ids fall together happens in one file of 37 million.
    seen: HashSet<u64>,
    number: usize,
}

impl<'a> Book<'a> {
    pub(crate) fn new(source: Slug, source_said: bool, resolver: &'a dyn CommuneResolver) -> Self {
        Self {
            source,
            source_said,
            resolver,
            seen: HashSet::new(),
            number: 0,
        }
    }

    pub(crate) const fn context(&self) -> Context<'_> {
        Context {
            source: &self.source,
            source_said: self.source_said,
            resolver: self.resolver,
        }
    }

    pub(crate) fn enter(&mut self, reading: Reading) -> Result<Row, FormatError> {
        self.number += 1;
        if self.number > MOST_ROWS {
            let message = format!("it has more than {MOST_ROWS} rows; cut it in parts");
            return Err(FormatError::Read(io::Error::other(message)));
        }
        let outcome = match reading {
            Ok((record, _)) if !self.first(&record.external) => RowOutcome::Rejected {
                reason: RejectReason::DuplicateId,
            },
            Ok((record, issues)) => RowOutcome::Read {
                record: Box::new(record),
                issues,
            },
            Err(reason) => RowOutcome::Rejected { reason },
        };
        Ok(Row {
            number: self.number,
            outcome,
        })
    }

    fn first(&mut self, id: &ExternalId) -> bool {
        let mut hasher = DefaultHasher::new();
        id.hash(&mut hasher);
        self.seen.insert(hasher.finish())
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
    table: Table,
    shape: Shape,
}

impl CsvRows {
    fn open(start: &str, reader: Box<dyn BufRead + Send>) -> Result<Self, FormatError> {
        let table = Table::open(start, reader)?;
        match Shape::of(table.header()) {
            Some(shape) => Ok(Self { table, shape }),
            None => Err(table.unknown_shape()),
        }
    }

    fn next(&mut self, context: &Context<'_>) -> Result<Option<Reading>, FormatError> {
        let row = self.table.next()?;
        Ok(row.map(|cells| self.shape.place(&cells?, context)))
    }
}

/// One document or one object a line: lists of rows, a demonstration set, a `GeoJSON` collection.
struct JsonRows(Elements<Box<dyn BufRead + Send>>);

impl JsonRows {
    fn next(&mut self, context: &Context<'_>) -> Result<Option<Reading>, FormatError> {
        let Some(element) = self.0.next()? else {
            return Ok(None);
        };
        if element.found == Found::Model {
            let value = element.value.ok_or_else(too_long);
            return Ok(Some(value.and_then(|value| demo::place(value, context))));
        }
        let fields = match element.object() {
            Ok(fields) => fields,
            Err(reason) => return Ok(Some(Err(reason))),
        };
        let row = fields.contains_key("nom") || fields.contains_key("id");
        if element.found == Found::Alone && !row {
            let keys: Vec<&str> = fields.keys().take(8).map(String::as_str).collect();
            return Err(FormatError::UnknownDocument {
                found: keys.join(", "),
            });
        }
        Ok(Some(object(fields, context)))
    }
}

/// An object with the national fields, bare or as the properties of a feature.
fn object(feature: &Map<String, Value>, context: &Context<'_>) -> Reading {
    let fields = match feature.get("properties") {
        None => feature,
        Some(properties) => properties.as_object().ok_or_else(no_object)?,
    };
    read::place(&JsonCells::new(fields), context)
}
