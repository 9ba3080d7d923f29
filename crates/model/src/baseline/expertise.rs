//! The second matrix: organisations × services, who knows how and who has a solution.

use chrono::NaiveDate;

use super::{Deserialize, Serialize, Slug};
use crate::words::worded;

worded! {
    /// What an organisation can do for a service.
    KnowHow {
        /// It has something to lend: a room, a subscription, a machine.
        HasSolution = "a-une-solution",
        /// It knows how to do it, and could show others.
        KnowsHow = "sait-faire",
    }
}

/// A cell of the second matrix.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Expertise {
    /// Who.
    pub organisation: Slug,
    /// For which service of the baseline.
    pub service: Slug,
    /// What it can do.
    pub can: KnowHow,
    /// Since when it says so.
    pub since: NaiveDate,
}
