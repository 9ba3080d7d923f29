//! The zip that a workbook is, judged before anything is made of it.
//!
//! What the directory of a zip declares can lie, so that every entry is also unpacked once into nothing, with a bound.

use std::io::{self, Cursor, Read};

use zip::ZipArchive;

use super::broken;
use crate::error::FormatError;

/// Most bytes of a workbook, as it is.
const LARGEST: u64 = 64 << 20;
/// Most bytes of all its entries, unpacked.
const UNPACKED: u64 = 512 << 20;
/// Most that an entry may swell, unless it stays small.
const SWELLING: u64 = 200;
/// Entries below this size are not judged by their swelling.
const SWELLING_FLOOR: u64 = 10 << 20;
/// Most entries.
const ENTRIES: usize = 10_000;

pub(super) struct Archive {
    bytes: Vec<u8>,
    names: Vec<String>,
}

impl Archive {
    pub(super) fn open(reader: impl Read) -> Result<Self, FormatError> {
        let mut bytes = Vec::new();
        let taken = reader.take(LARGEST + 1).read_to_end(&mut bytes);
        if taken.map_err(FormatError::Read)? as u64 > LARGEST {
            return Err(FormatError::WorkbookTooLarge { limit: LARGEST });
        }
        if entries(&bytes).is_none_or(|count| count > ENTRIES) {
            return Err(broken(&format!("no zip of {ENTRIES} entries or fewer")));
        }
        let mut zip = ZipArchive::new(Cursor::new(bytes)).map_err(|error| broken(&error))?;
        judge(&mut zip)?;
        let names = zip.file_names().filter_map(Result::ok);
        let names = names.map(std::borrow::Cow::into_owned).collect();
        Ok(Self {
            bytes: zip.into_inner().into_inner(),
            names,
        })
    }

    pub(super) fn has(&self, name: &str) -> bool {
        self.names.iter().any(|known| known == name)
    }

    pub(super) fn into_bytes(self) -> Vec<u8> {
        self.bytes
    }
}

/// How many entries the end of the directory declares; nothing where there is no end.
fn entries(bytes: &[u8]) -> Option<usize> {
    let tail = bytes.get(bytes.len().saturating_sub(66_000)..)?;
    let end = tail.windows(4).rposition(|mark| mark == b"PK\x05\x06")?;
    let count = tail.get(end + 10..end + 12)?;
    let count: [u8; 2] = count.try_into().ok()?;
    Some(usize::from(u16::from_le_bytes(count)))
}

fn judge(zip: &mut ZipArchive<Cursor<Vec<u8>>>) -> Result<(), FormatError> {
    if zip.len() > ENTRIES {
        return Err(broken(&format!("more than {ENTRIES} entries")));
    }
    let mut declared: u64 = 0;
    for index in 0..zip.len() {
        let entry = zip.by_index_raw(index).map_err(|error| broken(&error))?;
        declared = declared.saturating_add(entry.size());
        bounded(entry.size(), entry.compressed_size(), declared)?;
    }
    let mut all = 0;
    for index in 0..zip.len() {
        let entry = zip.by_index(index).map_err(|error| broken(&error))?;
        let packed = entry.compressed_size();
        let most = (UNPACKED - all).min(packed.saturating_mul(SWELLING).max(SWELLING_FLOOR));
        let mut unpacked = entry.take(most + 1);
        let size = io::copy(&mut unpacked, &mut io::sink()).map_err(|error| broken(&error))?;
        all += size;
        bounded(size, packed, all)?;
    }
    Ok(())
}

fn bounded(size: u64, packed: u64, all: u64) -> Result<(), FormatError> {
    if all > UNPACKED {
        return Err(FormatError::TooLarge { limit: UNPACKED });
    }
    if size > SWELLING_FLOOR && size / packed.max(1) >= SWELLING {
        return Err(FormatError::Swelling { ratio: SWELLING });
    }
    Ok(())
}
