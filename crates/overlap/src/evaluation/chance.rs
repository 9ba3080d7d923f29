//! Draws that follow from a seed, the same everywhere: `SplitMix64` (Steele, Lea and Flood, 2014) is enough for them.

/// Where the draws are.
pub(super) struct Chance(u64);

impl Chance {
    pub(super) const fn of(seed: u64) -> Self {
        Self(seed)
    }

    /// Below a count; zero where there is nothing to draw from.
    pub(super) fn below(&mut self, count: usize) -> usize {
        let count = u64::try_from(count).unwrap_or(1).max(1);
        usize::try_from(self.next() % count).unwrap_or(0)
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

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }
}
