//! What is told twice. Of connected lines that tell one cost, the most is counted, once: first what the most advanced tells
//! (granted, then promised, then asked; then the largest), then of each other only what it asks beyond.
//!
//! Promises, grants and payments are facts of a ledger: they are never taken away, only what is asked is.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use portulan_model::Cents;
use portulan_model::money::TooMuch;

use crate::input::{Input, Key, Line, Pair};
use crate::range::Range;

/// Something that is told by another already.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Doubled {
    /// What is not counted, or not all of it.
    pub told: Key,
    /// What is counted first, of all that tell the same cost.
    pub kept: Key,
    /// How much is not counted, whatever its years.
    pub amount: Range,
    /// How much it asks beyond the others, and is counted.
    pub remainder: Range,
    /// Why: its pairs within the group.
    pub pairs: Vec<Pair>,
}

/// What is counted of a line, and what is told by another.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Weighed {
    pub(crate) counted: Range,
    pub(crate) doubled: Range,
}

/// How far what is told went: asked, promised, granted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
enum Stage {
    #[default]
    Asked,
    Promised,
    Granted,
}

/// All lines of one thing that is told.
#[derive(Debug, Default)]
struct Tale<'a> {
    stage: Stage,
    asked: Range,
    lines: Vec<(&'a Key, &'a Line)>,
}

/// What is counted of each line, and what was taken away.
pub(crate) fn weigh(input: &Input) -> Result<(BTreeMap<&Key, Weighed>, Vec<Doubled>), TooMuch> {
    let tales = tales(input)?;
    let (mut weighed, mut all) = (BTreeMap::new(), Vec::new());
    for group in groups(&tales, &input.pairs) {
        let mut covered = Range::ZERO;
        let kept = group.first().copied();
        for told in &group {
            let Some(tale) = tales.get(*told) else {
                continue;
            };
            let counted = beyond(tale.asked, covered)?;
            covered = covered.plus(counted)?;
            let doubled = spread(tale, counted, &mut weighed)?;
            if let Some(kept) = kept.filter(|_kept| doubled != Range::ZERO) {
                let own = input.pairs.iter().filter(|pair| pair.holds(told));
                all.push(Doubled {
                    told: (*told).clone(),
                    kept: kept.clone(),
                    amount: doubled,
                    remainder: counted,
                    pairs: own.cloned().collect(),
                });
            }
        }
    }
    Ok((weighed, all))
}

fn tales(input: &Input) -> Result<BTreeMap<&Key, Tale<'_>>, TooMuch> {
    let mut tales: BTreeMap<&Key, Tale<'_>> = BTreeMap::new();
    for (key, line) in &input.lines {
        let tale = tales.entry(&line.tells).or_default();
        tale.asked = tale.asked.plus(line.asked)?;
        tale.stage = tale.stage.max(stage(line));
        tale.lines.push((key, line));
    }
    for tale in tales.values_mut() {
        // What is counted goes to the first years first.
        tale.lines
            .sort_by_key(|(key, line)| (line.years.first().copied(), *key));
    }
    Ok(tales)
}

fn stage(line: &Line) -> Stage {
    if line.stands.granted > Cents::ZERO {
        Stage::Granted
    } else if line.stands.promised > Cents::ZERO {
        Stage::Promised
    } else {
        Stage::Asked
    }
}

/// Everything that is told, by cost: in each group, what is counted first first.
fn groups<'a>(tales: &BTreeMap<&'a Key, Tale<'a>>, pairs: &BTreeSet<Pair>) -> Vec<Vec<&'a Key>> {
    let mut ties: BTreeMap<&Key, Vec<&Key>> = BTreeMap::new();
    for pair in pairs {
        let (one, other) = pair.both();
        ties.entry(one).or_default().push(other);
        ties.entry(other).or_default().push(one);
    }
    let mut seen: BTreeSet<&Key> = BTreeSet::new();
    let mut groups = Vec::new();
    for told in tales.keys() {
        let mut group = Vec::new();
        let mut ahead = vec![*told];
        while let Some(next) = ahead.pop() {
            let Some((own, _)) = tales.get_key_value(next) else {
                continue;
            };
            if !seen.insert(own) {
                continue;
            }
            group.push(*own);
            ahead.extend(ties.get(own).into_iter().flatten());
        }
        let order = |told: &&Key| {
            let tale = tales.get(*told);
            let rank = tale.map(|tale| (tale.stage, tale.asked.high(), tale.asked.low()));
            (Reverse(rank), (*told).clone())
        };
        group.sort_by_cached_key(order);
        if !group.is_empty() {
            groups.push(group);
        }
    }
    groups
}

/// What is asked beyond what others of the group cover. The high end says how much; the low end is never above it.
fn beyond(asked: Range, covered: Range) -> Result<Range, TooMuch> {
    let high = asked.high().minus(covered.high())?.max(Cents::ZERO);
    let low = asked.low().minus(covered.low())?.max(Cents::ZERO);
    Ok(Range::between(low.min(high), high))
}

/// Spreads what is counted over the lines, the first years first; gives what was taken away of all of them.
fn spread<'a>(
    tale: &Tale<'a>,
    counted: Range,
    weighed: &mut BTreeMap<&'a Key, Weighed>,
) -> Result<Range, TooMuch> {
    let (mut low, mut high) = (counted.low(), counted.high());
    let mut taken = Range::ZERO;
    for (key, line) in &tale.lines {
        let most = line.asked.high().min(high);
        let least = line.asked.low().min(most).min(low);
        high = high.minus(most)?;
        low = low.minus(least)?;
        let away = line.asked.high().minus(most)?;
        let away = Range::between(line.asked.low().minus(least)?.min(away), away);
        taken = taken.plus(away)?;
        weighed.insert(
            key,
            Weighed {
                counted: Range::between(least, most),
                doubled: away,
            },
        );
    }
    Ok(taken)
}
