//! An area as it is stored: small, sorted, readable. `35001-35012 35238 quartier-rennes-maurepas@35024`.
//!
//! Communes whose numbers follow one another are written as a run: a département takes a few hundred characters, and each
//! number of a run is in the set, so that nothing needs the reference to be read back.

use std::fmt;
use std::str::FromStr;

use thiserror::Error;

use super::{Area, Piece};
use crate::codes::CommuneCode;

/// A word that is neither a commune, nor a run of communes, nor a piece of one.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{0:?} is not a part of an area")]
pub struct NotAnArea(pub String);

pub(super) fn write(area: &Area, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let mut space = "";
    let mut codes = area.communes.iter().copied().peekable();
    while let Some(first) = codes.next() {
        let mut last = first;
        while let Some(next) = codes.next_if(|next| Some(*next) == after(last)) {
            last = next;
        }
        if first == last {
            write!(f, "{space}{first}")?;
        } else {
            write!(f, "{space}{first}-{last}")?;
        }
        space = " ";
    }
    for piece in &area.pieces {
        write!(f, "{space}{}@{}", piece.key, piece.commune)?;
        space = " ";
    }
    Ok(())
}

/// The commune whose number follows in the same département: `35001` after `35000`.
fn after(code: CommuneCode) -> Option<CommuneCode> {
    let (department, number) = code.as_str().split_at_checked(2)?;
    let next = number.parse::<u32>().ok()? + 1;
    format!("{department}{next:03}").parse().ok()
}

impl FromStr for Area {
    type Err = NotAnArea;

    fn from_str(text: &str) -> Result<Self, NotAnArea> {
        let mut communes = Vec::new();
        let mut pieces = Vec::new();
        for word in text.split_whitespace() {
            let refused = || NotAnArea(word.to_owned());
            if let Some((key, commune)) = word.split_once('@') {
                let commune = code(commune).ok_or_else(refused)?;
                let key = key.parse().map_err(|_not_a_key| refused())?;
                pieces.push(Piece::new(key, commune).map_err(|_not_a_piece| refused())?);
            } else {
                communes.extend(run(word).ok_or_else(refused)?);
            }
        }
        Ok(Self::new(communes, pieces))
    }
}

fn code(text: &str) -> Option<CommuneCode> {
    text.parse().ok()
}

fn run(word: &str) -> Option<Vec<CommuneCode>> {
    let Some((first, last)) = word.split_once('-') else {
        return Some(vec![code(word)?]);
    };
    let (mut at, last) = (code(first)?, code(last)?);
    let mut codes = vec![at];
    while at != last {
        at = after(at)?;
        codes.push(at);
    }
    Some(codes)
}

impl TryFrom<String> for Area {
    type Error = NotAnArea;

    fn try_from(text: String) -> Result<Self, NotAnArea> {
        text.parse()
    }
}
