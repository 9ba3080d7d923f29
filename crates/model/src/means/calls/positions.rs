//! What each organisation means to do about a call: carry an answer, take part in one, neither.
//!
//! One position per organisation, with the function of whoever took it and the instant. The last stands; all are kept. They
//! are of the parties and of the levels concerned: everybody else reads how many, and never fewer than some.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::ids::Slug;
use crate::proposals::Prose;
use crate::renames::Renamed;
use crate::words::worded;

worded! {
    /// What an organisation means to do.
    Stance {
        /// Carry an answer.
        Carry = "porter",
        /// Take part in the answer of another.
        TakePart = "participer",
        /// Neither.
        Neither = "ni-lun-ni-lautre",
    }
}

/// What somebody is where they work: a position is taken by a function, and no name is kept with it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Function(String);

/// A position without an author, or with one that is no line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error(
    "a position has the function of its author, in at most {} characters",
    Function::LONGEST
)]
pub struct NoFunction;

impl Function {
    /// Longest function, in characters: a line of a page.
    pub const LONGEST: usize = 120;

    /// Reads a function.
    pub fn read(text: &str) -> Result<Self, NoFunction> {
        let line = Prose::line(text, Self::LONGEST).map_err(|_too_long| NoFunction)?;
        line.map(Self).ok_or(NoFunction)
    }

    /// The words.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Function {
    type Error = NoFunction;

    fn try_from(text: String) -> Result<Self, NoFunction> {
        Self::read(&text)
    }
}

impl From<Function> for String {
    fn from(function: Function) -> Self {
        function.0
    }
}

/// A position.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Position {
    /// Whose.
    pub organisation: Slug,
    /// Which.
    pub stance: Stance,
    /// In their words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<Prose>,
    /// The function of whoever took it.
    pub by: Function,
    /// When.
    pub at: DateTime<Utc>,
}

impl Position {
    /// Whether another one says the same, whenever it did.
    fn says_as(&self, other: &Self) -> bool {
        (&self.organisation, self.stance, &self.words, &self.by)
            == (&other.organisation, other.stance, &other.words, &other.by)
    }
}

/// All positions that were taken, first first.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Positions(Vec<Position>);

impl Positions {
    /// Fewest organisations of one position that are counted for everybody: below, a count would name them.
    pub const LEAST_COUNTED: usize = 3;

    /// Whether nobody took one.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// An organisation takes a position, or another one. Sent twice, it is taken once.
    #[must_use]
    pub fn take(mut self, position: Position) -> Self {
        let last = self.of(&position.organisation).last();
        if last.is_none_or(|last| !last.says_as(&position)) {
            self.0.push(position);
        }
        self
    }

    /// All that an organisation took, first first.
    pub fn of<'a>(&'a self, organisation: &'a Slug) -> impl Iterator<Item = &'a Position> {
        let theirs = move |one: &&Position| one.organisation == *organisation;
        self.0.iter().filter(theirs)
    }

    /// The one of each organisation that stands, in the order of their addresses.
    #[must_use]
    pub fn standing(&self) -> Vec<&Position> {
        let mut last: BTreeMap<&Slug, &Position> = BTreeMap::new();
        for position in &self.0 {
            last.insert(&position.organisation, position);
        }
        last.into_values().collect()
    }

    /// How many organisations stand for each position.
    #[must_use]
    pub fn counts(&self) -> Vec<(Stance, usize)> {
        let standing = self.standing();
        let count = |stance: &Stance| {
            let theirs = standing.iter().filter(|one| one.stance == *stance);
            (*stance, theirs.count())
        };
        Stance::ALL.iter().map(count).collect()
    }

    /// The same, as everybody may read it: a position that too few stand for is left out, and no total says how many.
    #[must_use]
    pub fn for_everybody(&self) -> Vec<(Stance, usize)> {
        let mut counts = self.counts();
        counts.retain(|(_, count)| *count >= Self::LEAST_COUNTED);
        counts
    }

    /// What was taken under one address was taken under another. Of an organisation that spoke under both, what it said
    /// last under the one that stays stands.
    pub(crate) fn rename(&mut self, with: Renamed<'_>) {
        let (lost, mut stay): (Vec<Position>, Vec<Position>) = std::mem::take(&mut self.0)
            .into_iter()
            .partition(|one| one.organisation == *with.from);
        self.0 = lost;
        for one in &mut self.0 {
            with.one(&mut one.organisation);
        }
        self.0.append(&mut stay);
    }
}
