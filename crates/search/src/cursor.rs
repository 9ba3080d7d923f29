//! Where an answer ended: the key of its last place and the instant at which it was judged.
//!
//! The next answer is judged at the same instant and begins after the same key, so that no place is shown twice or
//! missed when the directory is refreshed in between.

use std::fmt;
use std::fmt::Write as _;
use std::str::FromStr;

use chrono::{DateTime, Utc};
use portulan_model::PlaceId;
use thiserror::Error;
use uuid::Uuid;

/// A text that no answer ever gave.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("not a cursor")]
pub struct CursorError;

/// A place in an order.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Key {
    /// Smaller comes first.
    Number(u64),
    /// Alphabetical.
    Text(String),
}

/// Where an answer ended. Opaque outside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cursor {
    pub(crate) at: DateTime<Utc>,
    pub(crate) key: Key,
    pub(crate) id: PlaceId,
}

/// Longest cursor read, in characters: a name and two numbers.
const MAX_LEN: usize = 2_000;

impl fmt::Display for Cursor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{:x}-{}-",
            self.at.timestamp_millis(),
            self.id.uuid().simple()
        )?;
        match &self.key {
            Key::Number(number) => write!(f, "n{number:x}"),
            Key::Text(text) => {
                f.write_char('t')?;
                text.bytes().try_for_each(|byte| write!(f, "{byte:02x}"))
            }
        }
    }
}

impl FromStr for Cursor {
    type Err = CursorError;

    fn from_str(text: &str) -> Result<Self, CursorError> {
        read(text).ok_or(CursorError)
    }
}

fn read(text: &str) -> Option<Cursor> {
    if text.len() > MAX_LEN || !text.is_ascii() {
        return None;
    }
    let mut parts = text.split('-');
    let at = i64::from_str_radix(parts.next()?, 16).ok()?;
    let id = Uuid::try_parse(parts.next()?).ok()?;
    let key = parts.next()?;
    if parts.next().is_some() {
        return None;
    }
    let key = match key.split_at_checked(1)? {
        ("n", number) => Key::Number(u64::from_str_radix(number, 16).ok()?),
        ("t", hex) => Key::Text(unhex(hex)?),
        _ => return None,
    };
    Some(Cursor {
        at: DateTime::from_timestamp_millis(at)?,
        key,
        id: PlaceId::from_uuid(id),
    })
}

fn unhex(text: &str) -> Option<String> {
    let digits: Option<Vec<u8>> = text
        .chars()
        .map(|c| c.to_digit(16).and_then(|digit| u8::try_from(digit).ok()))
        .collect();
    let digits = digits.filter(|digits| digits.len().is_multiple_of(2))?;
    let bytes = digits
        .chunks_exact(2)
        .map(|pair| pair.iter().fold(0, |byte, digit| (byte << 4) | digit));
    String::from_utf8(bytes.collect()).ok()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_cursor_reads_back(millis in 0..4_000_000_000_000_i64, number: u64, name in "[a-z ]{0,30}", text: bool, random: [u8; 10]) {
            let key = if text { Key::Text(name) } else { Key::Number(number) };
            let cursor = Cursor {
                at: DateTime::from_timestamp_millis(millis).unwrap(),
                key,
                id: PlaceId::from_parts(1, random),
            };
            prop_assert_eq!(cursor.to_string().parse::<Cursor>(), Ok(cursor));
        }

        #[test]
        fn any_text_is_read_or_refused(text in ".{0,80}") {
            let _ = text.parse::<Cursor>();
        }
    }
}
