//! Where the list of a JSON file is: the file itself, a property of it, or one object a line.

use std::io::{BufRead, Cursor, Read as _};

use crate::elements::Elements;
use crate::error::FormatError;

/// Longest document that is kept whole to look for its list. Lists, lines and named properties are read as they come.
const LARGEST: usize = 64 << 20;

pub(super) type Reader = Box<dyn BufRead + Send>;

/// Opens the list under `key` (a path with dots, or nothing for the document itself), else the longest list of objects,
/// else the objects themselves.
pub(super) fn open(
    start: &str,
    reader: Reader,
    key: Option<&str>,
) -> Result<Elements<Reader>, FormatError> {
    match key {
        Some("") => Ok(Elements::bare(reader)),
        Some(key) => Ok(under(reader, key)),
        None if start.starts_with('[') => Ok(Elements::bare(reader)),
        None if start.contains("\"FeatureCollection\"") => Ok(under(reader, "features")),
        None => searched(reader),
    }
}

fn under(reader: Reader, key: &str) -> Elements<Reader> {
    Elements::under(reader, key.split('.').map(str::to_owned).collect())
}

fn searched(reader: Reader) -> Result<Elements<Reader>, FormatError> {
    let mut elements = Elements::bare(reader);
    let document = elements.document(LARGEST)?;
    let document = document.ok_or(FormatError::ListUnnamed)?;
    if elements.more()? {
        let lines = Cursor::new(document).chain(elements.into_reader());
        return Ok(Elements::bare(Box::new(lines)));
    }
    let list = Elements::bare(Cursor::new(document.as_slice())).longest_list()?;
    let whole: Reader = Box::new(Cursor::new(document));
    Ok(match list {
        Some(path) => Elements::under(whole, path),
        None => Elements::bare(whole),
    })
}
