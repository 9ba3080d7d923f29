//! The plan case by case, then over random ledgers.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test stops where it fails"
)]

mod cases;
mod random;
mod secrecy;

use std::collections::BTreeSet;

use portulan_model::means::envelopes::Sums;
use portulan_model::{Cents, Slug};
use portulan_plan::{Envelope, Input, Key, Kind, Line, Pair, Range};

fn slug(text: &str) -> Slug {
    text.parse().unwrap()
}

fn key(text: &str) -> Key {
    Key::new(text)
}

fn euros(low: i32, high: i32) -> Range {
    Range::between(Cents::euros(low), Cents::euros(high))
}

fn exact(amount: i32) -> Range {
    Range::exact(Cents::euros(amount))
}

/// An intention for 2026.
fn intention(tells: &str, organisation: &str, asked: Range) -> Line {
    Line {
        tells: key(tells),
        organisation: slug(organisation),
        envelope: None,
        years: [2026].into(),
        needs: BTreeSet::new(),
        territories: [].into(),
        asked,
        stands: Sums::default(),
        pool: None,
        open: false,
    }
}

/// What stands of a request in the envelope "materiel".
fn stands(tells: &str, organisation: &str, promised: i32, granted: i32, paid: i32) -> Line {
    Line {
        envelope: Some(slug("materiel")),
        stands: Sums {
            promised: Cents::euros(promised),
            granted: Cents::euros(granted),
            paid: Cents::euros(paid),
        },
        ..intention(tells, organisation, exact(promised + granted))
    }
}

/// Lines of 2026 to 2028, beside an envelope of 100 000 €.
fn input(lines: impl IntoIterator<Item = Line>) -> Input {
    let envelope = Envelope {
        amount: Cents::euros(100_000),
        years: Some(2026..=2027),
    };
    let named = |(at, line): (usize, Line)| (key(&format!("{at:03}")), line);
    Input {
        first: 2026,
        lines: lines.into_iter().enumerate().map(named).collect(),
        envelopes: [(slug("materiel"), envelope)].into(),
        pairs: BTreeSet::new(),
    }
}

fn pair(one: &str, other: &str) -> Pair {
    Pair::new(key(one), key(other), Kind::SameCost).unwrap()
}
