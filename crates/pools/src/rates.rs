//! What pooling is taken to spare and to cost, per rule. None of these figures was measured: each is an assumption, given
//! as a range, and an installation replaces it by its own quotes.

use std::collections::BTreeMap;

use portulan_model::Cents;
use serde::{Deserialize, Serialize};

use crate::want::{Kit, Span};

/// Percents between bounds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Percents {
    /// At least.
    pub least: u8,
    /// At most.
    pub most: u8,
}

impl Percents {
    /// So much of an amount, of two amounts.
    pub(crate) fn of(self, span: Span) -> Span {
        let part = |amount: Cents, percent: u8| {
            let part = i128::from(amount.get()) * i128::from(percent) / 100;
            Cents::new(i64::try_from(part).unwrap_or(i64::MAX))
        };
        Span::new(part(span.least, self.least), part(span.most, self.most))
    }
}

/// The assumptions of all rules.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Rates {
    /// Price of one piece, all taxes included. What is not named is not counted.
    pub prices: BTreeMap<Kit, Span>,
    /// From so many pieces of one kind on, a common order has a better price.
    pub lot: u32,
    /// How much better.
    pub discount: Percents,
    /// How much of its price a piece spares that is lent rather than bought: it is moved, shared and worn.
    pub loan: Percents,
    /// What one contract costs beside the wage: to find somebody, to follow the funding, a desk, a training.
    pub contract: Span,
    /// From so many percents of whole posts on, hours add up to whole posts.
    pub filled: u8,
    /// Seats of a day of training.
    pub seats: u32,
    /// Price of such a day.
    pub session: Span,
    /// Part of a study that is the same whatever the ground: method, questions, tools, meetings.
    pub fixed: Percents,
    /// What an agreement costs each pair of partners: meetings, drafts, signatures.
    pub pair: Span,
}

const fn euros(least: i32, most: i32) -> Span {
    Span::new(Cents::euros(least), Cents::euros(most))
}

impl Default for Rates {
    fn default() -> Self {
        let prices = [
            (Kit::Computer, euros(450, 900)),
            (Kit::Tablet, euros(200, 450)),
            (Kit::Phone, euros(150, 350)),
            (Kit::Printer, euros(150, 500)),
            (Kit::Projector, euros(350, 800)),
            (Kit::Connection, euros(300, 600)),
        ];
        Self {
            prices: prices.into_iter().collect(),
            lot: 10,
            discount: Percents { least: 3, most: 10 },
            loan: Percents {
                least: 50,
                most: 90,
            },
            contract: euros(1_500, 4_000),
            filled: 90,
            seats: 12,
            session: euros(1_000, 2_000),
            fixed: Percents {
                least: 15,
                most: 35,
            },
            pair: euros(60, 180),
        }
    }
}
