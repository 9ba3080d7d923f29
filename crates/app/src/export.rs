//! Whole lists in open formats, as pieces of text that follow each other: memory stays constant whatever the size.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use portulan_formats::{geojson, national};
use portulan_search::Query;
use serde_json::Value;

use crate::Directory;

/// Places written between two pieces.
const PLACES_A_PIECE: usize = 64;

/// An open format.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// National schema 1.0.2, comma, UTF-8.
    Csv,
    /// One JSON object per line.
    Ndjson,
    /// One `GeoJSON` feature collection.
    Geojson,
}

/// Every place, by age of its id.
pub fn all(directory: &Arc<Directory>, format: Format) -> Export {
    let count = u32::try_from(directory.snapshot.len()).unwrap_or(u32::MAX);
    Export::new(directory, (0..count).collect(), format)
}

/// The places that a query keeps, whatever its page and order.
pub fn matching(
    directory: &Arc<Directory>,
    query: &Query,
    now: DateTime<Utc>,
    format: Format,
) -> Export {
    Export::new(directory, directory.snapshot.matching(query, now), format)
}

/// The pieces of an export, in order.
pub struct Export {
    directory: Arc<Directory>,
    places: std::vec::IntoIter<u32>,
    format: Format,
    stage: Stage,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stage {
    Start,
    Middle { first: bool },
    Done,
}

impl Export {
    fn new(directory: &Arc<Directory>, places: Vec<u32>, format: Format) -> Self {
        Self {
            directory: Arc::clone(directory),
            places: places.into_iter(),
            format,
            stage: Stage::Start,
        }
    }

    fn head(&self) -> String {
        match self.format {
            Format::Csv => national::csv_header(),
            Format::Ndjson => String::new(),
            Format::Geojson => "{\"type\":\"FeatureCollection\",\"features\":[".to_owned(),
        }
    }

    fn tail(&self) -> &'static str {
        match self.format {
            Format::Csv | Format::Ndjson => "",
            Format::Geojson => "]}\n",
        }
    }

    fn write(&self, index: u32, first: bool, piece: &mut String) {
        let Some(place) = self.directory.snapshot.place(index) else {
            return;
        };
        match self.format {
            Format::Csv => national::csv_row(place, piece),
            Format::Ndjson => {
                piece.push_str(&Value::Object(national::json(place)).to_string());
                piece.push('\n');
            }
            Format::Geojson => {
                if !first {
                    piece.push(',');
                }
                piece.push_str(&geojson::feature(place, national::json(place)));
            }
        }
    }
}

impl Iterator for Export {
    type Item = String;

    fn next(&mut self) -> Option<String> {
        let (mut piece, mut first) = match self.stage {
            Stage::Start => (self.head(), true),
            Stage::Middle { first } => (String::new(), first),
            Stage::Done => return None,
        };
        for _ in 0..PLACES_A_PIECE {
            let Some(index) = self.places.next() else {
                piece.push_str(self.tail());
                self.stage = Stage::Done;
                return Some(piece);
            };
            self.write(index, first, &mut piece);
            first = false;
        }
        self.stage = Stage::Middle { first };
        Some(piece)
    }
}
