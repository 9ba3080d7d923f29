//! What ends, and what a co-ordinator should see before it does.

use chrono::Days;

use super::{Deserialize, NaiveDate, Post, PostState, Serialize, funded};

/// What ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Ending {
    /// The money.
    Funding,
    /// The contract of whoever holds the post.
    Contract,
}

/// Something to see to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case", tag = "alert")]
pub enum Alert {
    /// It ends soon, the day included.
    Ends {
        /// The last day.
        on: NaiveDate,
        /// What.
        what: Ending,
    },
    /// It ended and the post still stands.
    Ended {
        /// The last day.
        on: NaiveDate,
        /// What.
        what: Ending,
    },
    /// Nobody holds it.
    Vacant {
        /// Since when.
        since: NaiveDate,
    },
}

/// The ends of a post as it stands on a day: of the last money, and of the contract.
fn ends(post: &Post, day: NaiveDate) -> impl Iterator<Item = (NaiveDate, Ending)> {
    let money = funded(post).and_then(|period| period.to());
    let contract = match post.state_on(day) {
        Some(PostState::Filled { until }) => until,
        _ => None,
    };
    let money = money.map(|on| (on, Ending::Funding));
    money
        .into_iter()
        .chain(contract.map(|on| (on, Ending::Contract)))
}

/// The first end that comes on a day or after.
#[must_use]
pub fn next_end(post: &Post, day: NaiveDate) -> Option<(NaiveDate, Ending)> {
    ends(post, day).filter(|(on, _)| *on >= day).min()
}

/// What is to be seen to on a day, for what ends within so many days. Nothing of a post that is no more.
#[must_use]
pub fn alerts(post: &Post, day: NaiveDate, within: Days) -> Vec<Alert> {
    if !post.is_on(day) {
        return Vec::new();
    }
    let horizon = day.checked_add_days(within).unwrap_or(NaiveDate::MAX);
    let of = |(on, what): (NaiveDate, Ending)| {
        if on < day {
            Some(Alert::Ended { on, what })
        } else {
            (on <= horizon).then_some(Alert::Ends { on, what })
        }
    };
    let mut all: Vec<Alert> = ends(post, day).filter_map(of).collect();
    let since = post.states.changes().take_while(|(from, _)| *from <= day);
    if let Some((since, PostState::Vacant)) = since.last() {
        all.push(Alert::Vacant { since: *since });
    }
    all.sort_unstable();
    all
}
