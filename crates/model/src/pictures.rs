//! Pictures of a place: what is said of them, and the name under which they are kept. Their bytes are no part of this.

use std::fmt;
use std::str::FromStr;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::ids::PlaceId;

/// The name of a picture: the SHA-256 of its bytes, in hexadecimal.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct PictureHash(String);

/// A text that is the name of no picture.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("the name of no picture")]
pub struct NotAHash;

impl PictureHash {
    /// Hexadecimal digits of a name.
    pub const LENGTH: usize = 64;

    /// The name as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for PictureHash {
    type Err = NotAHash;

    fn from_str(text: &str) -> Result<Self, NotAHash> {
        let digit = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
        if text.len() == Self::LENGTH && text.bytes().all(digit) {
            Ok(Self(text.to_owned()))
        } else {
            Err(NotAHash)
        }
    }
}

impl TryFrom<String> for PictureHash {
    type Error = NotAHash;

    fn try_from(text: String) -> Result<Self, NotAHash> {
        text.parse()
    }
}

impl From<PictureHash> for String {
    fn from(hash: PictureHash) -> Self {
        hash.0
    }
}

impl fmt::Display for PictureHash {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

/// Width and height, in pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Size {
    /// From left to right.
    pub width: u32,
    /// From top to bottom.
    pub height: u32,
}

/// A picture of a place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Picture {
    /// Its name.
    pub hash: PictureHash,
    /// The place that it was given to.
    pub place: PlaceId,
    /// What it shows, for those who do not see it; nothing where it only decorates.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub alt: Option<String>,
    /// Whose it is, and under which licence.
    pub credit: String,
    /// How large it is.
    pub large: Size,
    /// How large its small copy is.
    pub small: Size,
    /// When it was given.
    pub added: DateTime<Utc>,
}

impl Picture {
    /// Most pictures of a place: what it takes to recognise the door, the room and the people who welcome.
    pub const MOST: usize = 3;
    /// Longest description, in characters: two sentences, which screen readers say in one breath.
    pub const ALT_CHARS: usize = 250;
    /// Longest credit, in characters.
    pub const CREDIT_CHARS: usize = 150;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_digits_of_a_hash_name_a_picture() {
        let hash = "0123456789abcdef".repeat(4);
        assert_eq!(hash.parse::<PictureHash>().unwrap().as_str(), hash);
        for text in [
            "",
            "0123",
            &hash.to_uppercase(),
            &format!("{hash}0"),
            &format!("../{}", "a".repeat(61)),
            &format!("é{}", "a".repeat(62)),
        ] {
            assert_eq!(text.parse::<PictureHash>(), Err(NotAHash), "{text}");
        }
    }
}
