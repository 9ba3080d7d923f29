//! What of a plan is told to whom. Whoever may see whose the lines are reads all; others read sums of three authors at least,
//! of which nobody's part can be had by subtraction: for the whole and by envelope.
//!
//! They read no table by need nor by territory: other pages tell them sums of the same money parted in those ways, and of two
//! tables that each keep the rule a part of one alone could be had. What they may read by itself hides nobody.

use std::collections::{BTreeMap, BTreeSet};

use portulan_model::means::envelopes::FEWEST_AUTHORS;
use portulan_model::money::TooMuch;
use portulan_model::roadmaps::Need;
use portulan_model::{Cents, Slug, TerritoryKey};

use crate::cells::{Cell, Row};
use crate::doubled::{Doubled, weigh};
use crate::input::{Input, Line};
use crate::plan::{Left, Parted, Plan, Spread, envelope_of, spreads, years};

/// Who reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reader {
    /// Somebody who may see whose each line is.
    Whole,
    /// Somebody who may see sums.
    Sums,
}

/// A plan as somebody reads it: what is `None` is withheld.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// The first year.
    pub first: i32,
    /// Everything.
    pub whole: Option<Row>,
    /// By envelope.
    pub envelopes: BTreeMap<Option<Slug>, Option<Row>>,
    /// By need.
    pub needs: Option<BTreeMap<Option<Need>, Row>>,
    /// By territory.
    pub territories: Option<BTreeMap<Option<TerritoryKey>, Row>>,
    /// What each envelope holds. It is no secret.
    pub amounts: BTreeMap<Slug, Cents>,
    /// What is left of each.
    pub left: BTreeMap<Slug, Option<Left>>,
    /// What is told twice, by name.
    pub doubled: Option<Vec<Doubled>>,
    /// Which lines were split.
    pub parted: Option<Parted>,
    /// What is told for other years.
    pub outside: Option<Cell>,
}

impl Told {
    /// The three years.
    #[must_use]
    pub fn years(&self) -> [i32; crate::YEARS] {
        years(self.first)
    }
}

/// The plan of an input, as somebody reads it.
pub fn told(input: &Input, reader: Reader) -> Result<Told, TooMuch> {
    let plan = Plan::of(input)?;
    let veil = match reader {
        Reader::Whole => Veil::default(),
        Reader::Sums => Veil::over(input)?,
    };
    let named = reader == Reader::Whole;
    let shown = !veil.all;
    let open = |key: &Option<Slug>| shown && !veil.envelopes.contains(key);
    let envelopes = plan.envelopes.into_iter();
    let left = plan.left.into_iter();
    let amounts = input.envelopes.iter();
    Ok(Told {
        first: plan.first,
        whole: shown.then_some(plan.whole),
        envelopes: envelopes
            .map(|(key, row)| {
                let row = open(&key).then_some(row);
                (key, row)
            })
            .collect(),
        needs: named.then_some(plan.needs),
        territories: named.then_some(plan.territories),
        amounts: amounts
            .map(|(slug, one)| (slug.clone(), one.amount))
            .collect(),
        left: left
            .map(|(slug, left)| {
                let left = open(&Some(slug.clone())).then_some(left);
                (slug, left)
            })
            .collect(),
        doubled: named.then_some(plan.doubled),
        parted: named.then_some(plan.parted),
        outside: shown.then_some(plan.outside),
    })
}

/// What is withheld.
#[derive(Debug, Default)]
struct Veil {
    /// Everything, even the whole.
    all: bool,
    /// The rows of these.
    envelopes: BTreeSet<Option<Slug>>,
}

/// A line for this purpose: whose it is, and which of the sums that are shown it is part of, one bit each.
struct Mark<'a> {
    author: &'a Slug,
    bits: u64,
}

impl Veil {
    fn over(input: &Input) -> Result<Self, TooMuch> {
        let (weighed, _) = weigh(input)?;
        let mut rows: BTreeMap<Option<Slug>, Vec<Mark<'_>>> = BTreeMap::new();
        for (key, spread) in spreads(input, &weighed)? {
            let Some(line) = input.lines.get(key).filter(|line| !is_open(input, line)) else {
                continue;
            };
            let bits = bits(input.first, line, &spread)?;
            if bits != 0 {
                let author = &line.organisation;
                let own = rows.entry(envelope_of(input, line)).or_default();
                own.push(Mark { author, bits });
            }
        }
        let all = || rows.values().flatten();
        if rows.is_empty() || is_many(all()) {
            let envelopes = withheld(&rows);
            return Ok(Self {
                all: false,
                envelopes,
            });
        }
        Ok(Self {
            all: true,
            ..Self::default()
        })
    }
}

/// Whether whoever reads sums reads it by itself, and nothing of it depends on what others told.
fn is_open(input: &Input, line: &Line) -> bool {
    line.open && !input.pairs.iter().any(|pair| pair.holds(&line.tells))
}

/// The rows that are withheld: those of few, and as many of the others as it takes for them to be of many together.
fn withheld(rows: &BTreeMap<Option<Slug>, Vec<Mark<'_>>>) -> BTreeSet<Option<Slug>> {
    let few = rows.iter().filter(|(_, marks)| !is_many(marks.iter()));
    let mut hidden: BTreeSet<Option<Slug>> = few.map(|(key, _)| key.clone()).collect();
    let together = |hidden: &BTreeSet<Option<Slug>>| {
        is_many(hidden.iter().filter_map(|key| rows.get(key)).flatten())
    };
    while !hidden.is_empty() && !together(&hidden) {
        let open = rows.iter().filter(|(key, _)| !hidden.contains(*key));
        let Some((next, _)) = open.min_by_key(|(_, marks)| marks.len()) else {
            break;
        };
        hidden.insert(next.clone());
    }
    hidden
}

/// Which of the sums that are shown a line is part of, one bit each: those of its three years, what is outside, and what is
/// used of its envelope by the end of each year and in all.
fn bits(first: i32, line: &Line, spread: &Spread) -> Result<u64, TooMuch> {
    let mut bits = spread.outside.told()?;
    for cell in &spread.years {
        bits = (bits << Cell::BITS) | cell.told()?;
    }
    let used = line.stands.used()? != Cents::ZERO;
    let since = line.years.first().copied();
    for year in years(first) {
        let by_then = used && since.is_none_or(|since| since <= year);
        bits = (bits << 1) | u64::from(by_then);
    }
    Ok((bits << 1) | u64::from(used))
}

/// Whether each sum of some lines is of enough authors, or of nobody.
fn is_many<'a>(marks: impl Iterator<Item = &'a Mark<'a>>) -> bool {
    let mut authors: BTreeMap<&Slug, u64> = BTreeMap::new();
    for mark in marks {
        *authors.entry(mark.author).or_default() |= mark.bits;
    }
    let of_many = |bit: u32| {
        let have = authors.values().filter(|bits| (*bits >> bit) & 1 == 1);
        let have = have.count();
        have == 0 || have >= FEWEST_AUTHORS
    };
    authors.len() >= FEWEST_AUTHORS && (0..u64::BITS).all(of_many)
}
