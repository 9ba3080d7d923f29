//! Files of reference that an installation adds: contours, centres, neighbourhoods, addresses.
//!
//! [`read_layer`] tells the kind of a file from its content and reads it whole or refuses it; [`Layer::to_bytes`] is
//! how it is kept.

mod addresses;
mod contours;
mod tables;

use std::io::{BufRead, BufReader, Read};

use flate2::Compression;
use flate2::bufread::MultiGzDecoder;
use flate2::write::GzEncoder;
use geo::MultiPolygon;
use portulan_model::{CommuneCode, Position, TerritoryKey};
use serde::{Deserialize, Serialize};
use thiserror::Error;

pub(crate) use addresses::Address;
pub(crate) use contours::Contour;

/// Largest file read, decompressed: the addresses of the largest département are 200 MB.
const MAX_BYTES: u64 = 1 << 30;
/// A gzipped file that grows more than this is a bomb.
const MAX_RATIO: u64 = 200;

/// Why a file of reference cannot be taken in.
#[derive(Debug, Error)]
pub enum LayerError {
    /// Nothing in it.
    #[error("the file is empty")]
    Empty,
    /// It cannot be read or decompressed.
    #[error("the file cannot be read: {0}")]
    Io(#[from] std::io::Error),
    /// Larger than any real one.
    #[error("the file is larger than {0} bytes once decompressed")]
    TooLarge(u64),
    /// Neither GeoJSON nor a table whose columns are known.
    #[error("the kind of file is not known; its columns are {0:?}")]
    UnknownShape(Vec<String>),
    /// Not the GeoJSON that it claims to be.
    #[error("the GeoJSON cannot be read: {0}")]
    GeoJson(String),
    /// A feature names no territory.
    #[error(
        "feature {number} names no territory: it needs a code (code, code_iris, code_qp, insee…)"
    )]
    NoCode {
        /// Number, from 1.
        number: usize,
    },
    /// A row of the table cannot be read.
    #[error("row {row}: {reason}")]
    Row {
        /// Number, from 1.
        row: usize,
        /// What is wrong.
        reason: String,
    },
    /// What was kept cannot be read back.
    #[error("the stored layer cannot be read: {0}")]
    Stored(String),
}

/// What a layer brings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum LayerKind {
    /// Contours of territories.
    Contours,
    /// Centres of communes.
    Centres,
    /// Neighbourhoods without contours.
    Neighbourhoods,
    /// Addresses.
    Addresses,
}

/// A layer, read.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Layer {
    /// Its name: a layer of the same name replaces it.
    pub slug: String,
    /// What it brings.
    pub kind: LayerKind,
    /// How many elements.
    pub records: usize,
    #[serde(skip_serializing, default)]
    pub(crate) payload: Payload,
}

/// The elements of a layer.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) enum Payload {
    Contours(Vec<Contour>),
    Centres(Vec<(CommuneCode, Position)>),
    Neighbourhoods(Vec<Neighbourhood>),
    Addresses(Vec<Address>),
}

impl Default for Payload {
    fn default() -> Self {
        Self::Centres(Vec::new())
    }
}

/// A neighbourhood without a contour.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Neighbourhood {
    pub(crate) key: TerritoryKey,
    pub(crate) name: String,
    pub(crate) centre: Option<Position>,
    pub(crate) communes: Vec<CommuneCode>,
}

/// A layer as it is kept.
#[derive(Serialize, Deserialize)]
struct Kept {
    slug: String,
    payload: Payload,
}

impl Layer {
    fn new(slug: String, payload: Payload) -> Self {
        let (kind, records) = match &payload {
            Payload::Contours(all) => (LayerKind::Contours, all.len()),
            Payload::Centres(all) => (LayerKind::Centres, all.len()),
            Payload::Neighbourhoods(all) => (LayerKind::Neighbourhoods, all.len()),
            Payload::Addresses(all) => (LayerKind::Addresses, all.len()),
        };
        Self {
            slug,
            kind,
            records,
            payload,
        }
    }

    /// The bytes under which it is kept: gzipped JSON.
    pub fn to_bytes(&self) -> Result<Vec<u8>, LayerError> {
        let kept = Kept {
            slug: self.slug.clone(),
            payload: self.payload.clone(),
        };
        let mut gzip = GzEncoder::new(Vec::new(), Compression::fast());
        serde_json::to_writer(&mut gzip, &kept)
            .map_err(|error| LayerError::Stored(error.to_string()))?;
        Ok(gzip.finish()?)
    }

    /// Reads back what was kept.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, LayerError> {
        let kept: Kept = serde_json::from_reader(BufReader::new(MultiGzDecoder::new(bytes)))
            .map_err(|error| LayerError::Stored(error.to_string()))?;
        Ok(Self::new(kept.slug, kept.payload))
    }
}

/// Reads a file of reference: GeoJSON contours, a table of communes or neighbourhoods, or BAN addresses; gzipped or
/// not. `name` is its file name: it gives the layer its name, and tells régions from départements, whose codes are
/// alike.
pub fn read_layer(name: &str, reader: impl BufRead) -> Result<Layer, LayerError> {
    let text = read_text(reader)?;
    let stem = name.split('.').next().unwrap_or(name);
    let slug = portulan_text::slug(stem).unwrap_or_else(|| "couche".to_owned());
    let payload = if text.trim_start().starts_with('{') {
        Payload::Contours(contours::read(&slug, &text)?)
    } else {
        tables::read(&text)?
    };
    Ok(Layer::new(slug, payload))
}

fn read_text(mut reader: impl BufRead) -> Result<String, LayerError> {
    const GZIP: [u8; 2] = [0x1f, 0x8b];
    let gzipped = reader.fill_buf()?.starts_with(&GZIP);
    let mut bytes = Vec::new();
    if gzipped {
        let mut packed = Vec::new();
        reader.take(MAX_BYTES).read_to_end(&mut packed)?;
        let size = u64::try_from(packed.len()).unwrap_or(u64::MAX);
        let limit = MAX_BYTES.min(size.saturating_mul(MAX_RATIO));
        MultiGzDecoder::new(packed.as_slice())
            .take(limit + 1)
            .read_to_end(&mut bytes)?;
        check(&bytes, limit)?;
    } else {
        reader.take(MAX_BYTES + 1).read_to_end(&mut bytes)?;
        check(&bytes, MAX_BYTES)?;
    }
    let text = String::from_utf8(bytes).map_err(|error| {
        std::io::Error::new(std::io::ErrorKind::InvalidData, error.utf8_error())
    })?;
    let text = text.trim_start_matches('\u{feff}').to_owned();
    if text.trim().is_empty() {
        Err(LayerError::Empty)
    } else {
        Ok(text)
    }
}

fn check(bytes: &[u8], limit: u64) -> Result<(), LayerError> {
    if u64::try_from(bytes.len()).unwrap_or(u64::MAX) > limit {
        Err(LayerError::TooLarge(limit))
    } else {
        Ok(())
    }
}

/// Contours as pairs of numbers, for storage.
pub(crate) mod shape {
    use super::{Deserialize, MultiPolygon, Serialize};
    use geo::{LineString, Polygon};
    use serde::{Deserializer, Serializer};

    type Rings = Vec<Vec<Vec<(f64, f64)>>>;

    pub(crate) fn serialize<S: Serializer>(
        shape: &MultiPolygon,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        let pairs = |line: &LineString| line.coords().map(|c| (c.x, c.y)).collect::<Vec<_>>();
        let rings: Rings = shape
            .iter()
            .map(|polygon| {
                std::iter::once(pairs(polygon.exterior()))
                    .chain(polygon.interiors().iter().map(pairs))
                    .collect()
            })
            .collect();
        rings.serialize(serializer)
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<MultiPolygon, D::Error> {
        let rings = Rings::deserialize(deserializer)?;
        let polygon = |rings: Vec<Vec<(f64, f64)>>| {
            let mut lines = rings.into_iter().map(LineString::from);
            let outer = lines.next().unwrap_or_else(|| LineString::new(Vec::new()));
            Polygon::new(outer, lines.collect())
        };
        Ok(MultiPolygon::new(rings.into_iter().map(polygon).collect()))
    }
}

#[cfg(test)]
mod tests;
