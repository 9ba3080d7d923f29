//! Why a file as a whole could not be read. A row that could not be read is no error: see [`RowOutcome`].
//!
//! [`RowOutcome`]: crate::RowOutcome

use portulan_model::Told;
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

impl FormatError {
    /// What to tell the person whose file it is.
    #[must_use]
    pub fn told(&self) -> Told {
        let bound = |number: usize| u64::try_from(number).unwrap_or(u64::MAX);
        match self {
            Self::Empty => Told::new("refusal-empty"),
            Self::TooLarge { limit } => Told::new("refusal-too-large").number("limit", *limit),
            Self::Swelling { ratio } => Told::new("refusal-swelling").number("ratio", *ratio),
            Self::NotText { what } => Told::new("refusal-not-text").text("what", *what),
            Self::UnknownShape { headers } => {
                Told::new("refusal-unknown-shape").text("headers", headers)
            }
            Self::UnknownDocument { found } => {
                Told::new("refusal-unknown-document").text("found", found)
            }
            Self::NoList { key, found } => Told::new("refusal-no-list")
                .text("key", key)
                .text("found", found),
            Self::ListUnnamed => Told::new("refusal-list-unnamed"),
            Self::Markup => Told::new("refusal-markup"),
            Self::TooManyColumns { found, limit } => Told::new("refusal-too-many-columns")
                .number("found", bound(*found))
                .number("limit", bound(*limit)),
            Self::Workbook { reason } => Told::new("refusal-workbook").text("reason", reason),
            Self::WorkbookTooLarge { limit } => {
                Told::new("refusal-workbook-too-large").number("limit", *limit)
            }
            Self::NoSheet { name, found } => Told::new("refusal-no-sheet")
                .text("name", name)
                .text("found", found),
            Self::UnknownEncoding { label } => {
                Told::new("refusal-unknown-encoding").text("label", label)
            }
            Self::NoSource => Told::new("refusal-no-source"),
            Self::Read(source) => Told::new("refusal-read").text("reason", source.to_string()),
            Self::Csv(source) => Told::new("refusal-csv").text("reason", source.to_string()),
            Self::Json(source) => Told::new("refusal-json").text("reason", source.to_string()),
        }
    }
}
