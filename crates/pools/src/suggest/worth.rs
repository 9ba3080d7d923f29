//! What a pool spares: the rules, one by one, over the sums of its wants.
//!
//! Sums grow want by want, so that thousands of pools are weighed without going through their wants again. The same code
//! gives the figure and the reasons.

use portulan_model::Cents;
use portulan_model::roadmaps::Need;
use serde::{Deserialize, Serialize};

use super::known::{Known, Subjects};
use crate::rates::Rates;
use crate::want::{Kit, Span, Weekly, Years};

/// How many kinds of equipment there are.
pub(super) const KITS: usize = Kit::ALL.len();

/// Needs that one study answers for several territories at once.
const STUDIES: [Need; 9] = [
    Need::Diagnosis,
    Need::BuildTogether,
    Need::Write,
    Need::Legal,
    Need::LocalFund,
    Need::Grants,
    Need::Refurbishing,
    Need::Data,
    Need::Qualiopi,
];
/// Needs that days of training answer.
const TRAININGS: [Need; 2] = [Need::TrainAgents, Need::TrainAssociations];

/// Which rule gives a saving, and on what figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "rule")]
pub enum Rule {
    /// One lends what others would buy.
    Loan {
        /// What.
        kit: Kit,
        /// How many.
        count: u64,
    },
    /// One order of many pieces.
    GroupedPurchase {
        /// Of what.
        kit: Kit,
        /// How many.
        count: u64,
    },
    /// Hours that add up to whole posts.
    WholePost {
        /// How many posts.
        posts: u64,
        /// Minutes a week, all places together.
        minutes: u64,
        /// Contracts fewer than each for itself.
        spared: u64,
    },
    /// Days of training better filled.
    Sessions {
        /// People to be trained.
        people: u64,
        /// Days, each for itself.
        apart: u64,
        /// Days together.
        together: u64,
    },
    /// One study for several territories.
    OneStudy {
        /// For which need.
        need: Need,
    },
}

/// Whether a figure of a rule was read somewhere, or is assumed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Source {
    /// Assumed: see [`Rates`].
    Assumption,
}

/// A saving and what gives it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Saving {
    /// By which rule.
    #[serde(flatten)]
    pub rule: Rule,
    /// How much.
    pub span: Span,
    /// On whose word.
    pub source: Source,
}

/// Savings less what agreeing costs. May be below zero at its lowest: such a pool is not proposed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Net {
    /// At least.
    pub least: Cents,
    /// At most.
    pub most: Cents,
}

impl Net {
    /// Amid its bounds.
    #[must_use]
    pub const fn middle(self) -> Cents {
        Cents::new(self.twice() / 2)
    }

    /// Twice that: whole, so that sums are exact.
    pub(super) const fn twice(self) -> i64 {
        self.least.get().saturating_add(self.most.get())
    }
}

/// The sums of some wants.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sum {
    pub(super) subjects: Subjects,
    pub(super) years: Years,
    wants: u32,
    bought: [u64; KITS],
    lent: [u64; KITS],
    minutes: u64,
    contracts: u64,
    people: u64,
    days: u64,
    least: i64,
    most: i64,
    largest: (i64, i64),
    /// Whether every amount is told.
    told: bool,
}

impl Sum {
    pub(super) fn of(known: &Known, rates: &Rates) -> Self {
        let amount = known.amount.unwrap_or_default();
        let largest = (amount.least.get(), amount.most.get());
        Self {
            subjects: known.subjects,
            years: known.years,
            wants: 1,
            bought: known.bought,
            lent: known.lent,
            minutes: known.minutes,
            contracts: known.minutes.div_ceil(FULL),
            people: known.people,
            days: known.people.div_ceil(seats(rates)),
            least: largest.0,
            most: largest.1,
            largest,
            told: known.amount.is_some(),
        }
    }

    /// With another want; `None` where no need or no year is common to all.
    pub(super) fn with(mut self, other: &Self) -> Option<Self> {
        self.subjects = self.subjects.shared(other.subjects)?;
        self.years = self.years.shared(other.years)?;
        self.wants += other.wants;
        for (mine, theirs) in self.bought.iter_mut().zip(other.bought) {
            *mine += theirs;
        }
        for (mine, theirs) in self.lent.iter_mut().zip(other.lent) {
            *mine += theirs;
        }
        self.minutes += other.minutes;
        self.contracts += other.contracts;
        self.people += other.people;
        self.days += other.days;
        self.least = self.least.saturating_add(other.least);
        self.most = self.most.saturating_add(other.most);
        self.largest = (
            self.largest.0.max(other.largest.0),
            self.largest.1.max(other.largest.1),
        );
        self.told &= other.told;
        Some(self)
    }

    /// What agreeing costs: each pair of partners.
    pub(super) fn cost(&self, rates: &Rates) -> Span {
        let pairs = u64::from(self.wants) * u64::from(self.wants.saturating_sub(1)) / 2;
        times(rates.pair, pairs)
    }

    /// What is spared in all, less what agreeing costs. Nobody spares more than was asked.
    pub(super) fn net(&self, rates: &Rates) -> Net {
        let (mut least, mut most) = (0_i64, 0_i64);
        self.each(rates, |_rule, span| {
            least = least.saturating_add(span.least.get());
            most = most.saturating_add(span.most.get());
        });
        if self.told {
            least = least.min(self.least);
            most = most.min(self.most);
        }
        let cost = self.cost(rates);
        Net {
            least: Cents::new(least.saturating_sub(cost.most.get())),
            most: Cents::new(most.saturating_sub(cost.least.get())),
        }
    }

    /// Every saving, with its rule.
    pub(super) fn savings(&self, rates: &Rates) -> Vec<Saving> {
        let mut all = Vec::new();
        self.each(rates, |rule, span| {
            all.push(Saving {
                rule,
                span,
                source: Source::Assumption,
            });
        });
        all
    }

    fn each(&self, rates: &Rates, mut take: impl FnMut(Rule, Span)) {
        self.equipment(rates, &mut take);
        if let Some((rule, spared)) = self.whole_post(rates) {
            take(rule, times(rates.contract, spared));
        }
        if TRAININGS.iter().any(|need| self.subjects.holds(*need)) {
            self.sessions(rates, &mut take);
        }
        let study = STUDIES.iter().find(|need| self.subjects.holds(**need));
        if let Some(need) = study {
            let others = Span::new(
                Cents::new(self.least - self.largest.0),
                Cents::new(self.most - self.largest.1),
            );
            let span = rates.fixed.of(others);
            if span.most > Cents::ZERO {
                take(Rule::OneStudy { need: *need }, span);
            }
        }
    }

    fn equipment(&self, rates: &Rates, take: &mut impl FnMut(Rule, Span)) {
        let sums = self.bought.iter().zip(&self.lent);
        for (kit, (bought, lent)) in Kit::ALL.iter().zip(sums) {
            if *bought == 0 {
                continue;
            }
            let Some(price) = rates.prices.get(kit) else {
                continue;
            };
            let (kit, count) = (*kit, *bought.min(lent));
            if count > 0 {
                take(
                    Rule::Loan { kit, count },
                    rates.loan.of(times(*price, count)),
                );
            }
            let count = bought - count;
            if count >= u64::from(rates.lot) {
                let span = rates.discount.of(times(*price, count));
                take(Rule::GroupedPurchase { kit, count }, span);
            }
        }
    }

    /// Whole posts, where hours fill them: a post that is half empty is as hard to fund and to fill as before.
    fn whole_post(&self, rates: &Rates) -> Option<(Rule, u64)> {
        let posts = self.minutes.div_ceil(FULL);
        let spared = self.contracts.checked_sub(posts).filter(|few| *few > 0)?;
        let filled = self.minutes * 100 >= posts * FULL * u64::from(rates.filled);
        let rule = Rule::WholePost {
            posts,
            minutes: self.minutes,
            spared,
        };
        filled.then_some((rule, spared))
    }

    fn sessions(&self, rates: &Rates, take: &mut impl FnMut(Rule, Span)) {
        let together = self.people.div_ceil(seats(rates));
        if let Some(fewer) = self.days.checked_sub(together).filter(|few| *few > 0) {
            let rule = Rule::Sessions {
                people: self.people,
                apart: self.days,
                together,
            };
            take(rule, times(rates.session, fewer));
        }
    }
}

/// Minutes of a full time.
const FULL: u64 = Weekly::FULL as u64;

fn seats(rates: &Rates) -> u64 {
    u64::from(rates.seats.max(1))
}

fn times(span: Span, count: u64) -> Span {
    let count = i64::try_from(count).unwrap_or(i64::MAX);
    let times = |one: Cents| Cents::new(one.get().saturating_mul(count));
    Span::new(times(span.least), times(span.most))
}
