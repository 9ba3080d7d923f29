//! Whole lists, in and out. Real lists are read where they are (`PORTULAN_SHARED`); without them, small own ones.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stderr,
    reason = "tests"
)]

mod bounds;
mod giving;
mod identity;
mod inclusion;
mod plain;
mod real;
mod robust;
mod roundtrip;
mod shapes;

use std::io::Cursor;

use portulan_formats::{CommuneResolver, FormatError, RejectReason, Row, RowIssue, RowOutcome};
use portulan_model::{CommuneCode, Place, PlaceId, PlaceRecord, Position, Postcode};

/// A reference that believes the file.
pub(crate) struct Believer;

impl CommuneResolver for Believer {
    fn resolve(
        &self,
        name: &str,
        _postcode: Option<&Postcode>,
        insee: Option<&CommuneCode>,
        _position: Option<Position>,
    ) -> Option<CommuneCode> {
        let named = || (name == "Rennes").then(|| "35238".parse().unwrap());
        insee.copied().or_else(named)
    }
}

pub(crate) fn read(name: &str, bytes: &[u8]) -> Result<Vec<Row>, FormatError> {
    read_as(name, bytes, None)
}

/// Reads with a source given, as `--source` does.
pub(crate) fn read_as(
    name: &str,
    bytes: &[u8],
    source: Option<&str>,
) -> Result<Vec<Row>, FormatError> {
    let reader = Box::new(Cursor::new(bytes.to_vec()));
    let source = source.map(|source| source.parse().unwrap());
    portulan_formats::read_places(name, reader, source, &Believer)?.collect()
}

pub(crate) fn records(rows: &[Row]) -> Vec<&PlaceRecord> {
    let record = |row: &'_ Row| matches!(row.outcome, RowOutcome::Read { .. });
    rows.iter()
        .filter(|row| record(row))
        .map(|row| match &row.outcome {
            RowOutcome::Read { record, .. } => record.as_ref(),
            RowOutcome::Rejected { .. } => unreachable!(),
        })
        .collect()
}

pub(crate) fn issues(rows: &[Row]) -> Vec<&RowIssue> {
    rows.iter()
        .flat_map(|row| match &row.outcome {
            RowOutcome::Read { issues, .. } => issues.as_slice(),
            RowOutcome::Rejected { .. } => &[],
        })
        .collect()
}

pub(crate) fn rejections(rows: &[Row]) -> Vec<&RejectReason> {
    rows.iter()
        .filter_map(|row| match &row.outcome {
            RowOutcome::Read { .. } => None,
            RowOutcome::Rejected { reason } => Some(reason),
        })
        .collect()
}

pub(crate) fn placed(record: PlaceRecord) -> Place {
    let id = PlaceId::from_parts(1_700_000_000_000, [7; 10]);
    Place {
        id,
        slug: "a-place".parse().unwrap(),
        record,
    }
}
