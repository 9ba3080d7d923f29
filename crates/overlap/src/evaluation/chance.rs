//! Draws that follow from a seed, the same everywhere.

use portulan_model::chance::SplitMix;

/// Where the draws are.
pub(super) struct Chance(SplitMix);

impl Chance {
    pub(super) const fn of(seed: u64) -> Self {
        Self(SplitMix::new(seed))
    }

    /// Below a count; zero where there is nothing to draw from.
    pub(super) fn below(&mut self, count: usize) -> usize {
        let count = u64::try_from(count).unwrap_or(1).max(1);
        usize::try_from(self.0.draw() % count).unwrap_or(0)
    }

    /// From a number on, below another.
    pub(super) fn within(&mut self, from: i32, to: i32) -> i32 {
        let width = usize::try_from(to - from).unwrap_or(1);
        from + i32::try_from(self.below(width)).unwrap_or(0)
    }

    /// So often in a hundred.
    pub(super) fn in_a_hundred(&mut self, often: usize) -> bool {
        self.below(100) < often
    }

    /// One of some.
    pub(super) fn any<T: Copy>(&mut self, of: &[T]) -> Option<T> {
        of.get(self.below(of.len())).copied()
    }
}
