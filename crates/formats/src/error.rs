//! Why a file as a whole could not be read. A row that could not be read is no error: see [`RowOutcome`].
//!
//! [`RowOutcome`]: crate::RowOutcome

use thiserror::Error;

/// What is wrong with a file, in words that say what to do.
#[derive(Debug, Error)]
pub enum FormatError {
    /// Nothing in it, or blanks only.
    #[error("the file is empty")]
    Empty,
    /// More than this reader takes in.
    #[error("the file holds more than {limit} bytes once unpacked; cut it in parts")]
    TooLarge {
        /// The bound, in bytes.
        limit: u64,
    },
    /// A compressed file that swells beyond reason: a trap, not a list of places.
    #[error("the compressed file swells more than {ratio} times; unpack it and look at it first")]
    Swelling {
        /// The bound.
        ratio: u64,
    },
    /// Bytes that are no text: a spreadsheet, an archive, a picture.
    #[error("the file is not text ({what}); save it as CSV (UTF-8) or JSON")]
    NotText {
        /// What it looks like.
        what: &'static str,
    },
    /// Text, but headers that belong to no known shape.
    #[error(
        "the columns are of no known shape: {headers}; the national schema begins with id,pivot,nom"
    )]
    UnknownShape {
        /// The first headers, as read.
        headers: String,
    },
    /// JSON, but neither a list of places nor a known document.
    #[error(
        "the JSON document is of no known shape: {found}; a list of objects with the national fields is wanted"
    )]
    UnknownDocument {
        /// What was found.
        found: String,
    },
    /// JSON without the list that was asked for.
    #[error("the document has no list under `{key}`; it has {found}")]
    NoList {
        /// Where it was looked for.
        key: String,
        /// Names that are there.
        found: String,
    },
    /// JSON too long to be searched for its list.
    #[error("the document is too long to look for its list; name the property that holds it")]
    ListUnnamed,
    /// A page of the web, or XML.
    #[error(
        "this is a web page or XML, no list; check the address, or save the list as CSV or JSON"
    )]
    Markup,
    /// More columns than a list has.
    #[error("the list has {found} columns, {limit} at most are read; is the separator right?")]
    TooManyColumns {
        /// How many there are.
        found: usize,
        /// The bound.
        limit: usize,
    },
    /// A workbook that is broken, or that this reader does not understand.
    #[error("the workbook cannot be read ({reason}); save the sheet as CSV (UTF-8)")]
    Workbook {
        /// What is wrong with it.
        reason: String,
    },
    /// A workbook larger than is kept in memory.
    #[error("the workbook holds more than {limit} bytes; save the sheet as CSV (UTF-8)")]
    WorkbookTooLarge {
        /// The bound, in bytes.
        limit: u64,
    },
    /// A workbook without the sheet that was asked for.
    #[error("the workbook has no sheet `{name}`; it has {found}")]
    NoSheet {
        /// As it was asked for.
        name: String,
        /// Those that are there.
        found: String,
    },
    /// An encoding that nobody knows.
    #[error("the encoding `{label}` is unknown; write `utf-8`, `windows-1252` or `macintosh`")]
    UnknownEncoding {
        /// As it was given.
        label: String,
    },
    /// Rows that do not name their source, and no source given.
    #[error("the rows do not name their source; give one, for example `--source my-network`")]
    NoSource,
    /// The file could not be read from its disk.
    #[error("the file could not be read to its end")]
    Read(#[from] std::io::Error),
    /// Broken CSV.
    #[error("the file is no sound CSV")]
    Csv(#[source] csv::Error),
    /// Broken JSON.
    #[error("the file is no sound JSON")]
    Json(#[source] serde_json::Error),
}
