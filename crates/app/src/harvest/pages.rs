//! Pages of a run: lines of JSON, compressed, so many a page.

use std::io::{BufRead, BufReader, Write};

use flate2::Compression;
use flate2::read::GzDecoder;
use flate2::write::GzEncoder;
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::Error;

/// Lines on one page.
pub(super) const LINES_A_PAGE: usize = 50;

/// Pages as they fill up.
#[derive(Default)]
pub(super) struct Pages {
    full: Vec<Vec<u8>>,
    open: Vec<u8>,
    lines: usize,
}

impl Pages {
    pub(super) fn push(&mut self, line: &impl Serialize) -> Result<(), Error> {
        let text = serde_json::to_string(line).map_err(|error| Error::internal("pages", error))?;
        self.push_text(&text)
    }

    pub(super) fn push_text(&mut self, text: &str) -> Result<(), Error> {
        self.open.extend_from_slice(text.as_bytes());
        self.open.push(b'\n');
        self.lines += 1;
        if self.lines == LINES_A_PAGE {
            self.close()?;
        }
        Ok(())
    }

    fn close(&mut self) -> Result<(), Error> {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
        let packed = encoder
            .write_all(&self.open)
            .and_then(|()| encoder.finish())
            .map_err(|error| Error::internal("pages", error))?;
        self.full.push(packed);
        self.open.clear();
        self.lines = 0;
        Ok(())
    }

    pub(super) fn finish(mut self) -> Result<Vec<Vec<u8>>, Error> {
        if self.lines > 0 {
            self.close()?;
        }
        Ok(self.full)
    }
}

/// The texts of the lines of a page.
pub(super) fn texts(bytes: &[u8]) -> Result<Vec<String>, Error> {
    BufReader::new(GzDecoder::new(bytes))
        .lines()
        .collect::<Result<_, _>>()
        .map_err(|error| Error::internal("pages", error))
}

/// The lines of a page.
pub(super) fn open<T: DeserializeOwned>(bytes: &[u8]) -> Result<Vec<T>, Error> {
    let read =
        |text: &String| serde_json::from_str(text).map_err(|error| Error::internal("pages", error));
    texts(bytes)?.iter().map(read).collect()
}
