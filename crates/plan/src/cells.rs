//! The sums of a cell, and a row of three years. Every sum of a cell is a plain sum over lines, so that tables which part the
//! same lines in different ways come to the same totals.

use portulan_model::Cents;
use portulan_model::money::{SplitError, TooMuch};

use crate::range::Range;

/// How many years a plan has: those of the agreement and of the envelopes of the State.
pub const YEARS: usize = 3;

/// How many amounts a cell is made of.
const AMOUNTS: usize = 11;

/// The sums of some lines.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Cell {
    /// What is asked, each cost once.
    pub counted: Range,
    /// What is asked a second time: told by another line, and not counted.
    pub doubled: Range,
    /// Of what is counted, what is carried in a pool.
    pub pooled: Range,
    /// Of what is counted, what nobody promised nor granted.
    pub to_find: Range,
    /// Set aside and not granted yet.
    pub promised: Cents,
    /// Granted, paid or not.
    pub granted: Cents,
    /// Paid of what is granted.
    pub paid: Cents,
}

impl Cell {
    /// What is asked as it was told: counted or not.
    pub fn asked(&self) -> Result<Range, TooMuch> {
        self.counted.plus(self.doubled)
    }

    /// What can no longer be given to anybody else.
    pub fn used(&self) -> Result<Cents, TooMuch> {
        self.promised.plus(self.granted)
    }

    /// Both together.
    pub fn plus(self, other: Self) -> Result<Self, TooMuch> {
        Ok(Self {
            counted: self.counted.plus(other.counted)?,
            doubled: self.doubled.plus(other.doubled)?,
            pooled: self.pooled.plus(other.pooled)?,
            to_find: self.to_find.plus(other.to_find)?,
            promised: self.promised.plus(other.promised)?,
            granted: self.granted.plus(other.granted)?,
            paid: self.paid.plus(other.paid)?,
        })
    }

    /// How each sum moved.
    pub fn moved_from(self, before: Self) -> Result<Self, TooMuch> {
        Ok(Self {
            counted: self.counted.moved_from(before.counted)?,
            doubled: self.doubled.moved_from(before.doubled)?,
            pooled: self.pooled.moved_from(before.pooled)?,
            to_find: self.to_find.moved_from(before.to_find)?,
            promised: self.promised.minus(before.promised)?,
            granted: self.granted.minus(before.granted)?,
            paid: self.paid.minus(before.paid)?,
        })
    }

    /// The parts of a cell by weights: each amount is split to the cent by the largest remainder, and the parts add up to it.
    /// A range is split as its low end and what is beyond, so that no part is upside down.
    pub(crate) fn split(&self, weights: &[u32]) -> Result<Vec<Self>, TooMuch> {
        let mut parts = vec![[Cents::ZERO; AMOUNTS]; weights.len()];
        for (at, amount) in self.amounts()?.into_iter().enumerate() {
            let split = amount.split(weights).map_err(narrowed)?;
            for (part, share) in parts.iter_mut().zip(split) {
                if let Some(own) = part.get_mut(at) {
                    *own = share;
                }
            }
        }
        parts.into_iter().map(Self::of_amounts).collect()
    }

    /// Which of its amounts are more than nothing, one bit each, in the low [`AMOUNTS`] bits.
    pub(crate) fn told(&self) -> Result<u64, TooMuch> {
        let bit = |told: u64, amount: Cents| (told << 1) | u64::from(amount != Cents::ZERO);
        Ok(self.amounts()?.into_iter().fold(0, bit))
    }

    /// How many bits [`Cell::told`] takes.
    pub(crate) const BITS: u32 = 11;

    fn amounts(&self) -> Result<[Cents; AMOUNTS], TooMuch> {
        let [counted, counted_more] = self.counted.parts()?;
        let [doubled, doubled_more] = self.doubled.parts()?;
        let [pooled, pooled_more] = self.pooled.parts()?;
        let [to_find, to_find_more] = self.to_find.parts()?;
        let (promised, granted, paid) = (self.promised, self.granted, self.paid);
        Ok([
            counted,
            counted_more,
            doubled,
            doubled_more,
            pooled,
            pooled_more,
            to_find,
            to_find_more,
            promised,
            granted,
            paid,
        ])
    }

    fn of_amounts(amounts: [Cents; AMOUNTS]) -> Result<Self, TooMuch> {
        let [
            counted,
            counted_more,
            doubled,
            doubled_more,
            pooled,
            pooled_more,
            to_find,
            to_find_more,
            promised,
            granted,
            paid,
        ] = amounts;
        Ok(Self {
            counted: Range::of_parts([counted, counted_more])?,
            doubled: Range::of_parts([doubled, doubled_more])?,
            pooled: Range::of_parts([pooled, pooled_more])?,
            to_find: Range::of_parts([to_find, to_find_more])?,
            promised,
            granted,
            paid,
        })
    }
}

/// Weights are those of things that are there: what cannot be split is too much.
fn narrowed(_error: SplitError) -> TooMuch {
    TooMuch
}

/// The three years of something, and all of them together.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Row {
    /// Each year, first first.
    pub years: [Cell; YEARS],
    /// All three.
    pub all: Cell,
}

impl Row {
    /// Counts something in the year of that rank.
    pub(crate) fn add(&mut self, rank: usize, cell: Cell) -> Result<(), TooMuch> {
        if let Some(year) = self.years.get_mut(rank) {
            *year = year.plus(cell)?;
            self.all = self.all.plus(cell)?;
        }
        Ok(())
    }

    /// How each sum moved.
    pub fn moved_from(&self, before: &Self) -> Result<Self, TooMuch> {
        let mut moved = Self {
            all: self.all.moved_from(before.all)?,
            ..Self::default()
        };
        let pairs = self.years.iter().zip(&before.years);
        for (own, (after, before)) in moved.years.iter_mut().zip(pairs) {
            *own = after.moved_from(*before)?;
        }
        Ok(moved)
    }
}
