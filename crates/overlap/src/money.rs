//! Whether two sums may be one cost.

use std::collections::BTreeMap;

use crate::item::Nature;
use crate::known::Known;

/// Amounts within so many hundredths are equal: tax and rounding of small lots.
const EQUAL: i64 = 3;
/// Amounts within a fifth may be one cost: the labelling rules say so.
const CLOSE: i64 = 20;
/// A share that a text tells may be off by so many thousandths.
const SHARE: i64 = 15;

/// How two sums stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Cost {
    /// One of them is not told.
    Untold,
    /// Equal, so many cents.
    Equal(i64),
    /// Within a fifth.
    Close,
    /// One is the share of the other that a text tells, in hundredths.
    Share(u8),
    /// The text of the larger tells the smaller.
    Within(i64),
    /// A text tells the sum of the other.
    Told(i64),
    /// Two sums.
    Other,
}

impl Cost {
    /// Whether both may be one cost, or a part of it that is explained.
    pub(crate) const fn agrees(self) -> bool {
        !matches!(self, Self::Untold | Self::Other)
    }
}

/// Compares the sums of two items.
pub(crate) fn cost(a: &Known, b: &Known) -> Cost {
    if a.total <= 0 || b.total <= 0 {
        return Cost::Untold;
    }
    let pairs = comparable(a, b);
    if let Some((sum, _)) = pairs.iter().find(|(one, two)| within(*one, *two, EQUAL)) {
        return Cost::Equal(*sum);
    }
    if pairs.iter().any(|(one, two)| within(*one, *two, CLOSE)) {
        return Cost::Close;
    }
    let percents = a.figures.percents.union(&b.figures.percents);
    let share = |percent: &u8| {
        let told = i64::from(*percent);
        (5..100).contains(&told) && pairs.iter().any(|(one, two)| is_share(*one, *two, told))
    };
    if let Some(percent) = percents.copied().find(|percent| share(percent)) {
        return Cost::Share(percent);
    }
    let (large, small) = if a.total > b.total { (a, b) } else { (b, a) };
    let tells = |one: &Known, sum: i64| {
        one.figures
            .sums
            .iter()
            .any(|told| within(*told, sum, EQUAL))
    };
    if tells(large, small.total) {
        Cost::Within(small.total)
    } else if tells(small, large.total) {
        Cost::Told(large.total)
    } else {
        Cost::Other
    }
}

/// Sums that may be compared: the totals, those of one year and nature, those of the natures that both have.
fn comparable(a: &Known, b: &Known) -> Vec<(i64, i64)> {
    let (by_a, by_b) = (by_year(a), by_year(b));
    let mut pairs = vec![(a.total, b.total)];
    for (key, sum) in &by_a {
        if let Some(other) = by_b.get(key) {
            pairs.push((*sum, *other));
        }
    }
    let of = |one: &BTreeMap<(i32, Nature), i64>, other: &BTreeMap<(i32, Nature), i64>| -> i64 {
        let both = |nature: Nature| other.keys().any(|(_, one)| *one == nature);
        let shared = one.iter().filter(|((_, nature), _)| both(*nature));
        shared.map(|(_, sum)| *sum).fold(0, i64::saturating_add)
    };
    let (one, two) = (of(&by_a, &by_b), of(&by_b, &by_a));
    if one > 0 && two > 0 {
        pairs.push((one, two));
    }
    pairs
}

fn by_year(known: &Known) -> BTreeMap<(i32, Nature), i64> {
    let mut sums: BTreeMap<(i32, Nature), i64> = BTreeMap::new();
    for amount in &known.item.amounts {
        let sum = sums.entry((amount.year, amount.nature)).or_default();
        *sum = sum.saturating_add(amount.cents.get());
    }
    sums
}

/// Whether two sums differ by so many hundredths of the larger at most.
fn within(one: i64, two: i64, hundredths: i64) -> bool {
    let gap = i128::from(one).abs_diff(i128::from(two));
    let larger = i128::from(one.max(two)).unsigned_abs();
    gap * 100 <= larger * u128::from(hundredths.unsigned_abs())
}

/// Whether the smaller is that share of the larger.
fn is_share(one: i64, two: i64, percent: i64) -> bool {
    let (small, large) = (i128::from(one.min(two)), i128::from(one.max(two)));
    (small * 1_000 - large * i128::from(percent) * 10).abs() < large * i128::from(SHARE)
}
