//! What intentions come to, together.
//!
//! Who reads each of them reads sums by need and year. Who does not reads sums by need alone, of which each amount is in one
//! group and whole: sums that share what an author has would tell it by subtraction.

use std::collections::BTreeMap;

use super::{Intention, Span};
use crate::lists::ClosedList;
use crate::means::secrecy::Group;
use crate::money::TooMuch;
use crate::roadmaps::Need;

/// Under what a whole amount is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Theme {
    /// The only need that an intention names.
    One(Need),
    /// It names several: no part of its amount is known to be of one.
    Several,
}

impl Theme {
    /// The word of tables and messages: that of its need, or `plusieurs`.
    #[must_use]
    pub fn slug(self) -> &'static str {
        match self {
            Self::One(need) => need.slug(),
            Self::Several => "plusieurs",
        }
    }
}

/// What some intentions come to.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    /// How many.
    pub count: u32,
    /// How many of them say no amount: they are in no sum.
    pub unsaid: u32,
    /// The amounts of the others.
    pub span: Span,
}

impl Tally {
    /// Counts an amount, or one that is not said.
    pub fn add(&mut self, amount: Option<Span>) -> Result<(), TooMuch> {
        self.count += 1;
        match amount {
            Some(span) => self.span = self.span.plus(span)?,
            None => self.unsaid += 1,
        }
        Ok(())
    }
}

/// By theme and year. An amount of several years is in equal parts, to the cent: nothing else is said of it.
pub fn cells<'a>(
    all: impl IntoIterator<Item = &'a Intention>,
) -> Result<BTreeMap<(Theme, i32), Tally>, TooMuch> {
    let mut cells: BTreeMap<(Theme, i32), Tally> = BTreeMap::new();
    for one in all {
        let years = one.years.each();
        let count = years.clone().count();
        let parts = one.amount.map(|span| span.parts(count));
        let parts = parts.transpose().map_err(|_beyond| TooMuch)?;
        for (at, year) in years.enumerate() {
            let part = parts.as_ref().and_then(|parts| parts.get(at).copied());
            cells.entry((one.theme(), year)).or_default().add(part)?;
        }
    }
    Ok(cells)
}

/// By theme, each with its authors: what those who do not read them may be shown of. One that says no amount has no part.
pub fn groups<'a>(
    all: impl IntoIterator<Item = &'a Intention>,
) -> Result<BTreeMap<Theme, Group<Span>>, TooMuch> {
    let mut groups: BTreeMap<Theme, Group<Span>> = BTreeMap::new();
    for one in all {
        if let Some(span) = one.amount {
            let group = groups.entry(one.theme()).or_default();
            group.add(one.organisation.clone(), span)?;
        }
    }
    Ok(groups)
}
