//! What is covered: an explicit set of communes, and of pieces of communes. Never a label.
//!
//! "Départemental" says nothing that can be checked, and a neighbourhood may span communes (148 of 1 493 priority ones
//! do). A piece is therefore a neighbourhood *within* a commune; a whole commune holds all its pieces. Two pieces of one
//! commune whose names differ are taken as apart: no contour is read here.

use std::fmt;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::codes::CommuneCode;
use crate::territories::{TerritoryCode, TerritoryKey, TerritoryKind};

mod text;

/// A neighbourhood, or the part of it that lies in one commune.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Piece {
    commune: CommuneCode,
    key: TerritoryKey,
}

/// A territory that is no neighbourhood, or not of that commune.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{key} is no neighbourhood of {commune}")]
pub struct NotAPiece {
    /// What was given.
    pub key: TerritoryKey,
    /// The commune.
    pub commune: CommuneCode,
}

impl Piece {
    /// The part of a neighbourhood that lies in a commune. An IRIS says its commune itself.
    pub fn new(key: TerritoryKey, commune: CommuneCode) -> Result<Self, NotAPiece> {
        let small = matches!(
            key.kind(),
            TerritoryKind::Iris | TerritoryKind::Qpv | TerritoryKind::Quartier
        );
        let elsewhere = match key.code() {
            TerritoryCode::Iris(code) => !code.starts_with(commune.as_str()),
            _ => false,
        };
        if small && !elsewhere {
            Ok(Self { commune, key })
        } else {
            Err(NotAPiece { key, commune })
        }
    }

    /// The commune.
    #[must_use]
    pub const fn commune(&self) -> CommuneCode {
        self.commune
    }

    /// The neighbourhood.
    #[must_use]
    pub const fn key(&self) -> &TerritoryKey {
        &self.key
    }
}

/// How far something reaches into a commune or an area.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reach {
    /// Into a part of it.
    Part,
    /// Over all of it.
    Whole,
}

/// An explicit set of communes and pieces of communes. Sorted; no piece of a commune that is there whole.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Area {
    communes: Vec<CommuneCode>,
    pieces: Vec<Piece>,
}

impl Area {
    /// Nothing.
    pub const EMPTY: Self = Self {
        communes: Vec::new(),
        pieces: Vec::new(),
    };

    /// Communes and pieces, in any order, repeats allowed.
    #[must_use]
    pub fn new(
        communes: impl IntoIterator<Item = CommuneCode>,
        pieces: impl IntoIterator<Item = Piece>,
    ) -> Self {
        let communes = sorted(communes);
        let alone = |piece: &Piece| communes.binary_search(&piece.commune).is_err();
        let pieces = sorted(pieces.into_iter().filter(alone));
        Self { communes, pieces }
    }

    /// Whole communes.
    #[must_use]
    pub fn of_communes(communes: impl IntoIterator<Item = CommuneCode>) -> Self {
        Self::new(communes, [])
    }

    /// The communes that are covered whole, sorted.
    #[must_use]
    pub fn communes(&self) -> &[CommuneCode] {
        &self.communes
    }

    /// The pieces of other communes, sorted by commune.
    #[must_use]
    pub fn pieces(&self) -> &[Piece] {
        &self.pieces
    }

    /// Every commune that it touches, whole or in part, sorted.
    #[must_use]
    pub fn touched(&self) -> Vec<CommuneCode> {
        let parts = self.pieces.iter().map(Piece::commune);
        sorted(self.communes.iter().copied().chain(parts))
    }

    /// Whether nothing is covered.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.communes.is_empty() && self.pieces.is_empty()
    }

    /// Whether a commune is covered whole.
    #[must_use]
    pub fn covers(&self, commune: CommuneCode) -> bool {
        self.communes.binary_search(&commune).is_ok()
    }

    /// Whether a piece is covered, alone or with its commune.
    #[must_use]
    pub fn covers_piece(&self, piece: &Piece) -> bool {
        self.covers(piece.commune) || self.pieces.binary_search(piece).is_ok()
    }

    /// Whether all of another area is covered.
    #[must_use]
    pub fn covers_all(&self, other: &Self) -> bool {
        // Of two lists of the whole country most questions are answered without walking either.
        let fits = other.communes.len() <= self.communes.len();
        let same = fits && other.communes == self.communes;
        (same || fits && other.communes.iter().all(|commune| self.covers(*commune)))
            && other.pieces.iter().all(|piece| self.covers_piece(piece))
    }

    /// The pieces of one commune.
    fn pieces_in(&self, commune: CommuneCode) -> &[Piece] {
        let from = self.pieces.partition_point(|piece| piece.commune < commune);
        let to = self
            .pieces
            .partition_point(|piece| piece.commune <= commune);
        self.pieces.get(from..to).unwrap_or_default()
    }

    /// How far it reaches into a commune.
    #[must_use]
    pub fn reach(&self, commune: CommuneCode) -> Option<Reach> {
        if self.covers(commune) {
            return Some(Reach::Whole);
        }
        (!self.pieces_in(commune).is_empty()).then_some(Reach::Part)
    }

    /// How far it reaches into an area: all of it, a part, nothing.
    #[must_use]
    pub fn reach_into(&self, area: &Self) -> Option<Reach> {
        if !self.meets(area) {
            None
        } else if self.covers_all(area) {
            Some(Reach::Whole)
        } else {
            Some(Reach::Part)
        }
    }

    /// Whether both cover something.
    #[must_use]
    pub fn meets(&self, other: &Self) -> bool {
        let touches = |one: &Self, two: &Self| {
            one.communes.iter().any(|code| two.reach(*code).is_some())
                || one.pieces.iter().any(|piece| two.covers_piece(piece))
        };
        // Walking the shorter list and looking into the longer one: a neighbourhood against the whole country is cheap.
        let smaller = |one: &Self| one.communes.len() + one.pieces.len();
        if smaller(self) <= smaller(other) {
            touches(self, other)
        } else {
            touches(other, self)
        }
    }

    /// What both cover.
    #[must_use]
    pub fn shared(&self, other: &Self) -> Self {
        let communes = self.communes.iter().filter(|code| other.covers(**code));
        let mine = self.pieces.iter().filter(|piece| other.covers_piece(piece));
        let theirs = other.pieces.iter().filter(|piece| self.covers_piece(piece));
        Self::new(communes.copied(), mine.chain(theirs).cloned())
    }

    /// What either covers.
    #[must_use]
    pub fn union(&self, other: &Self) -> Self {
        let communes = self.communes.iter().chain(&other.communes);
        let pieces = self.pieces.iter().chain(&other.pieces);
        Self::new(communes.copied(), pieces.cloned())
    }

    /// What this one covers and the other does not. A commune of which only a piece is taken away stays: what is left
    /// of it has no name.
    #[must_use]
    pub fn minus(&self, other: &Self) -> Self {
        let communes = self.communes.iter().filter(|code| !other.covers(**code));
        let pieces = self
            .pieces
            .iter()
            .filter(|piece| !other.covers_piece(piece));
        Self::new(communes.copied(), pieces.cloned())
    }
}

/// Each once, in order.
fn sorted<T: Ord>(all: impl IntoIterator<Item = T>) -> Vec<T> {
    let mut all: Vec<T> = all.into_iter().collect();
    all.sort_unstable();
    all.dedup();
    all
}

impl fmt::Display for Area {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        text::write(self, f)
    }
}

impl From<Area> for String {
    fn from(area: Area) -> Self {
        area.to_string()
    }
}

pub use text::NotAnArea;

#[cfg(test)]
mod tests;
