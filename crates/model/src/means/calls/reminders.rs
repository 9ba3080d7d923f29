//! When those concerned are reminded that a call closes: fourteen, seven and two days before, then three hours.

use chrono::{DateTime, Duration, Utc};

use super::timeline::{Gate, Timeline};
use crate::words::worded;

worded! {
    /// How long before the closing somebody is reminded of it.
    Threshold {
        /// Three hours.
        Hours3 = "3h",
        /// Two days.
        Days2 = "2j",
        /// Seven days.
        Days7 = "7j",
        /// Fourteen days.
        Days14 = "14j",
    }
}

impl Threshold {
    /// How long that is.
    #[must_use]
    pub const fn before(self) -> Duration {
        match self {
            Self::Hours3 => Duration::hours(3),
            Self::Days2 => Duration::days(2),
            Self::Days7 => Duration::days(7),
            Self::Days14 => Duration::days(14),
        }
    }

    /// The threshold that was passed last; none where it is too early, too late, or nobody knows when the call closes.
    #[must_use]
    pub fn passed(timeline: &Timeline, at: DateTime<Utc>) -> Option<Self> {
        if timeline.gate(at) == Gate::Closed {
            return None;
        }
        let left = timeline.left(at)?;
        Self::ALL.iter().copied().find(|one| left <= one.before())
    }
}
