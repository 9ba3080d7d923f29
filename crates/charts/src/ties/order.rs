//! In which order the names of each column stand.

use super::TiesInput;

/// How often columns are walked, there and back. After some ten walks the order hardly moves; the best one is kept.
const WALKS: usize = 12;

/// The ranks of each column, top to bottom: bands in their order, few crossings within.
pub(super) fn rows(input: &TiesInput<'_>) -> Vec<Vec<usize>> {
    let near = neighbours(input);
    let mut rows = first(input);
    let mut best = rows.clone();
    let mut fewest = crossings(input, &rows);
    for walk in 0..WALKS {
        let columns: Vec<usize> = if walk % 2 == 0 {
            (0..rows.len()).collect()
        } else {
            (0..rows.len()).rev().collect()
        };
        for column in columns {
            let heights = heights(input, &rows);
            let Some(row) = rows.get_mut(column) else {
                continue;
            };
            let key = |rank: &usize| {
                let band = input.labels.get(*rank).map_or(0, |label| label.band);
                (band, mean(&near, &heights, *rank))
            };
            row.sort_by(|a, b| {
                let ((band_a, mean_a), (band_b, mean_b)) = (key(a), key(b));
                band_a.cmp(&band_b).then(mean_a.total_cmp(&mean_b))
            });
        }
        let now = crossings(input, &rows);
        if now < fewest {
            fewest = now;
            best.clone_from(&rows);
        }
    }
    best
}

/// As they were given, bands in their order.
fn first(input: &TiesInput<'_>) -> Vec<Vec<usize>> {
    let mut rows = vec![Vec::new(); input.columns.len()];
    for (rank, label) in input.labels.iter().enumerate() {
        if let Some(row) = rows.get_mut(label.column) {
            row.push(rank);
        }
    }
    for row in &mut rows {
        row.sort_by_key(|rank| input.labels.get(*rank).map_or(0, |label| label.band));
    }
    rows
}

fn neighbours(input: &TiesInput<'_>) -> Vec<Vec<usize>> {
    let mut near = vec![Vec::new(); input.labels.len()];
    for thread in input.threads {
        for (one, other) in [(thread.from, thread.to), (thread.to, thread.from)] {
            if let Some(list) = near.get_mut(one) {
                list.push(other);
            }
        }
    }
    near
}

/// How far down each name stands, from 0 to 1: columns of any length can be compared.
fn heights(input: &TiesInput<'_>, rows: &[Vec<usize>]) -> Vec<f64> {
    let mut heights = vec![0.5; input.labels.len()];
    for row in rows {
        let share = 1.0 / f64::from(u32::try_from(row.len().max(1)).unwrap_or(u32::MAX));
        for (rank, at) in row.iter().zip(0_u32..) {
            if let Some(height) = heights.get_mut(*rank) {
                *height = (f64::from(at) + 0.5) * share;
            }
        }
    }
    heights
}

/// The mean height of what a name is tied to; its own where it is tied to nothing.
fn mean(near: &[Vec<usize>], heights: &[f64], rank: usize) -> f64 {
    let height = |rank: usize| heights.get(rank).copied().unwrap_or(0.5);
    let others = near.get(rank).map_or(&[][..], Vec::as_slice);
    let Ok(count @ 1..) = u32::try_from(others.len()) else {
        return height(rank);
    };
    others.iter().map(|other| height(*other)).sum::<f64>() / f64::from(count)
}

/// How many pairs of lines between the same two columns cross.
pub(super) fn crossings(input: &TiesInput<'_>, rows: &[Vec<usize>]) -> usize {
    let heights = heights(input, rows);
    let height = |rank: usize| heights.get(rank).copied().unwrap_or(0.5);
    let column = |rank: usize| input.labels.get(rank).map_or(0, |label| label.column);
    let mut lines: Vec<(usize, usize, f64, f64)> = input
        .threads
        .iter()
        .map(|thread| {
            let (a, b) = if column(thread.from) <= column(thread.to) {
                (thread.from, thread.to)
            } else {
                (thread.to, thread.from)
            };
            (column(a), column(b), height(a), height(b))
        })
        .collect();
    lines.sort_by(|a, b| (a.0, a.1).cmp(&(b.0, b.1)).then(a.2.total_cmp(&b.2)));
    let crosses = |a: &(usize, usize, f64, f64), b: &(usize, usize, f64, f64)| {
        (a.0, a.1) == (b.0, b.1) && a.2 < b.2 && a.3 > b.3
    };
    let after = |at: usize| lines.iter().skip(at + 1);
    lines
        .iter()
        .enumerate()
        .map(|(at, one)| after(at).filter(|other| crosses(one, other)).count())
        .sum()
}
