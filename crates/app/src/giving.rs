//! The whole directory given to data·inclusion v1: structures, services, and what did not go through.
//!
//! Written as it is read, so that memory stays constant whatever the size.

use std::collections::HashSet;
use std::io::{self, Write};

use chrono::NaiveDate;
use portulan_formats::data_inclusion::{self, LeftOut, SERVICE_COLUMNS, STRUCTURE_COLUMNS};
use portulan_model::PlaceRecord;
use serde::Serialize;
use serde_json::{Map, Value, json};

use crate::Directory;

/// Where each part is written.
#[derive(Debug)]
pub struct Parts<W> {
    /// The structures, as a JSON array.
    pub structures: W,
    /// The services, as a JSON array.
    pub services: W,
    /// The structures, as CSV.
    pub structures_csv: W,
    /// The services, as CSV.
    pub services_csv: W,
    /// What would not be valid and why, as a JSON array.
    pub left_out: W,
    /// The values that found no room, by place, as a JSON array.
    pub losses: W,
}

/// How many of each.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Given {
    /// Structures written.
    pub structures: usize,
    /// Services written.
    pub services: usize,
    /// Structures and services left out.
    pub left_out: usize,
    /// Values that found no room.
    pub losses: usize,
}

/// Writes every place of a directory as of a day.
pub fn data_inclusion<W: Write>(
    directory: &Directory,
    today: NaiveDate,
    parts: Parts<W>,
) -> io::Result<Given> {
    let mut giver = Giver::open(parts)?;
    let count = u32::try_from(directory.snapshot.len()).unwrap_or(u32::MAX);
    for index in 0..count {
        if let Some(place) = directory.snapshot.place(index) {
            giver.give(&place.record, today)?;
        }
    }
    giver.close()
}

struct Giver<W> {
    structures: Array<W>,
    services: Array<W>,
    structures_csv: W,
    services_csv: W,
    left_out: Array<W>,
    losses: Array<W>,
    given: Given,
    ids: HashSet<String>,
}

impl<W: Write> Giver<W> {
    fn open(mut parts: Parts<W>) -> io::Result<Self> {
        let columns = data_inclusion::header(&STRUCTURE_COLUMNS);
        parts.structures_csv.write_all(columns.as_bytes())?;
        let columns = data_inclusion::header(&SERVICE_COLUMNS);
        parts.services_csv.write_all(columns.as_bytes())?;
        Ok(Self {
            structures: Array::new(parts.structures),
            services: Array::new(parts.services),
            structures_csv: parts.structures_csv,
            services_csv: parts.services_csv,
            left_out: Array::new(parts.left_out),
            losses: Array::new(parts.losses),
            given: Given::default(),
            ids: HashSet::new(),
        })
    }

    fn give(&mut self, record: &PlaceRecord, today: NaiveDate) -> io::Result<()> {
        let mut written = data_inclusion::write(record, today);
        if written.structure.is_ok() && !self.ids.insert(written.id.clone()) {
            written.structure = Err(LeftOut::DuplicateId);
            written.service = Err(LeftOut::NoStructure);
            written.lost.clear();
        }
        match &written.structure {
            Ok(structure) => self.structure(structure)?,
            Err(because) => self.leave("structure", &written.id, record, *because)?,
        }
        match &written.service {
            Ok(service) => self.service(service)?,
            Err(because) => self.leave("service", &written.id, record, *because)?,
        }
        if written.lost.is_empty() {
            return Ok(());
        }
        self.given.losses += written.lost.len();
        let losses = json!({"id": written.id, "lost": written.lost});
        self.losses.push(&losses)
    }

    fn structure(&mut self, structure: &Map<String, Value>) -> io::Result<()> {
        self.given.structures += 1;
        self.structures.push(structure)?;
        let row = data_inclusion::csv_row(structure, &STRUCTURE_COLUMNS);
        self.structures_csv.write_all(row.as_bytes())
    }

    fn service(&mut self, service: &Map<String, Value>) -> io::Result<()> {
        self.given.services += 1;
        self.services.push(service)?;
        let row = data_inclusion::csv_row(service, &SERVICE_COLUMNS);
        self.services_csv.write_all(row.as_bytes())
    }

    fn leave(
        &mut self,
        what: &str,
        id: &str,
        record: &PlaceRecord,
        because: LeftOut,
    ) -> io::Result<()> {
        self.given.left_out += 1;
        let left = json!({"what": what, "id": id, "nom": record.name, "because": because});
        self.left_out.push(&left)
    }

    fn close(mut self) -> io::Result<Given> {
        self.structures.close()?;
        self.services.close()?;
        self.left_out.close()?;
        self.losses.close()?;
        self.structures_csv.flush()?;
        self.services_csv.flush()?;
        Ok(self.given)
    }
}

/// A JSON array written element by element.
struct Array<W> {
    writer: W,
    first: bool,
}

impl<W: Write> Array<W> {
    const fn new(writer: W) -> Self {
        Self {
            writer,
            first: true,
        }
    }

    fn push(&mut self, element: &impl Serialize) -> io::Result<()> {
        self.writer
            .write_all(if self.first { b"[\n" } else { b",\n" })?;
        self.first = false;
        serde_json::to_writer(&mut self.writer, element).map_err(io::Error::from)
    }

    fn close(mut self) -> io::Result<()> {
        self.writer
            .write_all(if self.first { b"[]\n" } else { b"\n]\n" })?;
        self.writer.flush()
    }
}
