//! Every outside shape, in and out, with a report per row.
//!
//! [`read_places`] tells the shape of a file from the file itself and gives its rows one by one; a field that cannot
//! be read is left out and named, a row that is no place says why, and only a broken file is an error. Writers:
//! [`national`] and [`mod@geojson`]. No storage, no words for people, no table of communes: see [`CommuneResolver`].

mod bundle;
mod cells;
pub mod corrections;
pub mod data_inclusion;
mod delimiter;
mod demo;
mod elements;
mod error;
mod fields;
pub mod geojson;
pub mod governance;
mod hours;
mod input;
mod limits;
mod lines;
mod multi;
pub mod national;
mod reader;
mod records;
mod report;
mod resolver;
pub mod roadmaps;
pub mod rows;
mod safe;
mod scan;
mod table;
mod transcode;
mod workbook;

pub use bundle::{Bundle, BundleError, BundleWriter, Table, read_bundle, write_bundle};
pub use data_inclusion::read_data_inclusion;
pub use error::FormatError;
pub use reader::{PlaceReader, read_places};
pub use records::{Record, RecordOptions, Records, open_records};
pub use report::{IssueKind, RejectReason, Row, RowIssue, RowOutcome};
pub use resolver::CommuneResolver;
pub use safe::{plain_cell, safe_cell};
pub use workbook::{Sheet, Value, WorkbookError, write_workbook};
