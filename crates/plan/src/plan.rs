//! The plan itself: each line weighed, split over its years, needs and territories, and added up four times.

use std::collections::BTreeMap;

use portulan_model::money::TooMuch;
use portulan_model::roadmaps::Need;
use portulan_model::{Cents, Slug, TerritoryKey};

use crate::cells::{Cell, Row, YEARS};
use crate::doubled::{Doubled, Weighed, weigh};
use crate::input::{Envelope, Input, Key, Line};

/// What is left of an envelope.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Left {
    /// At the end of each year, once all of that year and of those before is promised or granted; none in a year that it
    /// does not reach.
    pub years: [Option<Cents>; YEARS],
    /// Once everything is.
    pub all: Cents,
}

/// How many lines were split, because they tell one amount for several.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Parted {
    /// Over several years.
    pub years: usize,
    /// Over several needs.
    pub needs: usize,
    /// Over several territories.
    pub territories: usize,
}

/// Three years.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Plan {
    /// The first year.
    pub first: i32,
    /// Everything.
    pub whole: Row,
    /// By envelope; under none, what hopes for no envelope that is known here.
    pub envelopes: BTreeMap<Option<Slug>, Row>,
    /// By need; under none, what does not say it.
    pub needs: BTreeMap<Option<Need>, Row>,
    /// By territory; under none, what does not say it.
    pub territories: BTreeMap<Option<TerritoryKey>, Row>,
    /// What is left of each envelope.
    pub left: BTreeMap<Slug, Left>,
    /// What is told twice.
    pub doubled: Vec<Doubled>,
    /// Which lines were split.
    pub parted: Parted,
    /// What is told for other years.
    pub outside: Cell,
}

/// A line by year: those of the plan, and what is outside of it.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Spread {
    pub(crate) years: [Cell; YEARS],
    pub(crate) outside: Cell,
}

impl Plan {
    /// The plan of an input.
    pub fn of(input: &Input) -> Result<Self, TooMuch> {
        let (weighed, doubled) = weigh(input)?;
        let mut plan = Self {
            first: input.first,
            doubled,
            ..Self::default()
        };
        // An envelope of which nobody asks anything has a row too.
        for slug in input.envelopes.keys() {
            plan.envelopes.insert(Some(slug.clone()), Row::default());
            plan.left.insert(slug.clone(), left(input, slug)?);
        }
        for (key, spread) in spreads(input, &weighed)? {
            if let Some(line) = input.lines.get(key) {
                plan.count(input, line, &spread)?;
            }
        }
        Ok(plan)
    }

    /// The three years.
    #[must_use]
    pub fn years(&self) -> [i32; YEARS] {
        years(self.first)
    }

    fn count(&mut self, input: &Input, line: &Line, spread: &Spread) -> Result<(), TooMuch> {
        self.outside = self.outside.plus(spread.outside)?;
        self.parted.years += usize::from(line.years.len() > 1);
        self.parted.needs += usize::from(line.needs.len() > 1);
        self.parted.territories += usize::from(line.territories.len() > 1);
        for (rank, cell) in spread.years.iter().enumerate() {
            if *cell == Cell::default() {
                continue;
            }
            self.whole.add(rank, *cell)?;
            let envelope = envelope_of(input, line);
            self.envelopes
                .entry(envelope)
                .or_default()
                .add(rank, *cell)?;
            let needs = needs_of(line);
            let parts = cell.split(&vec![1; needs.len()])?;
            for (need, part) in needs.into_iter().zip(parts) {
                self.needs.entry(need).or_default().add(rank, part)?;
            }
            let (keys, weights): (Vec<_>, Vec<_>) = territories_of(line).into_iter().unzip();
            for (key, part) in keys.into_iter().zip(cell.split(&weights)?) {
                self.territories.entry(key).or_default().add(rank, part)?;
            }
        }
        Ok(())
    }
}

/// The three years from one on.
pub(crate) fn years(first: i32) -> [i32; YEARS] {
    [first, first.saturating_add(1), first.saturating_add(2)]
}

/// Under which envelope a line stands: one that is not of the input is none.
pub(crate) fn envelope_of(input: &Input, line: &Line) -> Option<Slug> {
    let named = line.envelope.as_ref();
    named
        .filter(|slug| input.envelopes.contains_key(*slug))
        .cloned()
}

/// Under which needs.
fn needs_of(line: &Line) -> Vec<Option<Need>> {
    if line.needs.is_empty() {
        return vec![None];
    }
    line.needs.iter().copied().map(Some).collect()
}

/// Under which territories, each with its weight.
fn territories_of(line: &Line) -> Vec<(Option<TerritoryKey>, u32)> {
    let weighty = line.territories.iter().filter(|(_, weight)| **weight > 0);
    let mut all: Vec<_> = weighty
        .map(|(key, weight)| (Some(key.clone()), *weight))
        .collect();
    if all.is_empty() {
        all.push((None, 1));
    }
    all
}

/// Each line by year.
pub(crate) fn spreads<'a>(
    input: &'a Input,
    weighed: &BTreeMap<&'a Key, Weighed>,
) -> Result<Vec<(&'a Key, Spread)>, TooMuch> {
    let mut all = Vec::with_capacity(input.lines.len());
    for (key, line) in &input.lines {
        let weighed = weighed.get(key).copied().unwrap_or_default();
        all.push((key, spread(input.first, line, weighed)?));
    }
    Ok(all)
}

fn spread(first: i32, line: &Line, weighed: Weighed) -> Result<Spread, TooMuch> {
    let used = line.stands.used()?;
    let whole = Cell {
        counted: weighed.counted,
        doubled: weighed.doubled,
        pooled: line
            .pool
            .as_ref()
            .map_or_else(Default::default, |_pool| weighed.counted),
        to_find: weighed.counted.beyond(used)?,
        promised: line.stands.promised,
        granted: line.stands.granted,
        paid: line.stands.paid,
    };
    let mut spread = Spread::default();
    if line.years.is_empty() {
        spread.outside = whole;
        return Ok(spread);
    }
    let parts = whole.split(&vec![1; line.years.len()])?;
    for (year, part) in line.years.iter().zip(parts) {
        let rank = years(first).iter().position(|one| one == year);
        let own = rank.and_then(|rank| spread.years.get_mut(rank));
        let own = own.unwrap_or(&mut spread.outside);
        *own = own.plus(part)?;
    }
    Ok(spread)
}

/// What is left of an envelope, over all its lines, whatever their year.
fn left(input: &Input, slug: &Slug) -> Result<Left, TooMuch> {
    let Some(envelope) = input.envelopes.get(slug) else {
        return Ok(Left::default());
    };
    let mut left = Left {
        all: envelope.amount,
        years: years(input.first).map(|year| open_in(envelope, year).then_some(envelope.amount)),
    };
    let own = input.lines.values();
    for line in own.filter(|line| line.envelope.as_ref() == Some(slug)) {
        let used = line.stands.used()?;
        left.all = left.all.minus(used)?;
        let since = line.years.first().copied();
        for (year, amount) in years(input.first).into_iter().zip(&mut left.years) {
            if let Some(amount) = amount
                && since.is_none_or(|since| since <= year)
            {
                *amount = amount.minus(used)?;
            }
        }
    }
    Ok(left)
}

fn open_in(envelope: &Envelope, year: i32) -> bool {
    let years = envelope.years.as_ref();
    years.is_none_or(|years| years.contains(&year))
}
