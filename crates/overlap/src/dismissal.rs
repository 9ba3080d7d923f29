//! A pair that somebody set aside, with a reason: remembered until what counted changes.

use portulan_model::Told;
use serde::{Deserialize, Serialize};

use crate::compared::{Compared, Evidence};
use crate::item::Item;

/// Set aside.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Dismissal {
    /// The record whose id comes first.
    pub a: String,
    /// The other.
    pub b: String,
    /// Why, as typed.
    pub reason: String,
    /// The label, then what spoke for it, when it was set aside.
    counted: Vec<Told>,
}

impl Dismissal {
    /// Sets a pair aside; none where nothing overlaps, or where nobody says why.
    #[must_use]
    pub fn of(one: &Item, other: &Item, compared: &Compared, reason: &str) -> Option<Self> {
        let reason = reason.trim();
        if reason.is_empty() {
            return None;
        }
        let (a, b) = pair(one, other);
        Some(Self {
            a: a.to_owned(),
            b: b.to_owned(),
            reason: reason.to_owned(),
            counted: counted(compared)?,
        })
    }

    /// Whether it still speaks of this pair: the same records, for the same label and the same evidence.
    #[must_use]
    pub fn holds(&self, one: &Item, other: &Item, compared: &Compared) -> bool {
        pair(one, other) == (self.a.as_str(), self.b.as_str())
            && counted(compared).is_some_and(|counted| counted == self.counted)
    }
}

fn pair<'a>(one: &'a Item, other: &'a Item) -> (&'a str, &'a str) {
    let (one, other) = (one.id.as_str(), other.id.as_str());
    (one.min(other), one.max(other))
}

/// What counted, in an order of its own: who is asked first changes nothing. A weight that is set anew, or a word more in
/// common, is no change.
fn counted(compared: &Compared) -> Option<Vec<Told>> {
    let label = compared.outcome.label()?;
    let evidence = compared.evidence.iter().map(|one| &one.evidence);
    let told = evidence.filter(|one| !matches!(one, Evidence::Words { .. }));
    let mut told: Vec<Told> = told.map(ordered).collect();
    told.sort_by(|one, other| one.id.cmp(&other.id));
    told.insert(0, label.told());
    Some(told)
}

/// Two funders are told in one order.
fn ordered(evidence: &Evidence) -> Told {
    match evidence {
        Evidence::Funders { one, other } if one > other => Evidence::Funders {
            one: other.clone(),
            other: one.clone(),
        }
        .told(),
        other => other.told(),
    }
}
