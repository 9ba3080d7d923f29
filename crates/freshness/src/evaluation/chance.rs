//! Chance for resampling: always the same, so that a measure can be made again.

use portulan_model::chance::SplitMix;

pub(super) struct Chance(SplitMix);

impl Chance {
    pub(super) const fn new(seed: u64) -> Self {
        Self(SplitMix::new(seed))
    }

    /// A rank below a length.
    pub(super) fn below(&mut self, length: usize) -> usize {
        let length = u64::try_from(length).unwrap_or(u64::MAX);
        self.0
            .draw()
            .checked_rem(length)
            .and_then(|rank| usize::try_from(rank).ok())
            .unwrap_or_default()
    }
}

/// The ratio of two sums of pairs, with the interval that holds 95 of 100 resamples (percentile bootstrap).
pub(super) fn ratio(pairs: &[(f64, f64)], resamples: usize, seed: u64) -> super::Interval {
    let of = |(over, under): (f64, f64)| if under > 0.0 { over / under } else { f64::NAN };
    let add = |sum: (f64, f64), one: &(f64, f64)| (sum.0 + one.0, sum.1 + one.1);
    let mut chance = Chance::new(seed);
    let mut drawn: Vec<f64> = (0..resamples)
        .map(|_| {
            let picked = (0..pairs.len()).filter_map(|_| pairs.get(chance.below(pairs.len())));
            of(picked.fold((0.0, 0.0), add))
        })
        .collect();
    drawn.sort_by(f64::total_cmp);
    let at = |part: usize| drawn.get(resamples * part / 1_000).copied();
    super::Interval {
        value: of(pairs.iter().fold((0.0, 0.0), add)),
        low: at(25).unwrap_or(f64::NAN),
        high: at(975).unwrap_or(f64::NAN),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_interval_holds_the_ratio_and_narrows_with_more_pairs() {
        let pairs = |count: u32| -> Vec<(f64, f64)> {
            (0..count)
                .map(|rank| (2.0 + f64::from(rank % 3), 1.0 + f64::from(rank % 2)))
                .collect()
        };
        let (few, many) = (ratio(&pairs(12), 500, 1), ratio(&pairs(600), 500, 1));
        for found in [&few, &many] {
            assert!((found.value - 2.0).abs() < 1e-9);
            assert!(found.low < 2.0 && found.high > 2.0, "{found:?}");
        }
        assert!(many.high - many.low < few.high - few.low);
    }
}
