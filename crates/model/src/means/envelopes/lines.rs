//! Lines of a ledger: what moved, for whom, by whom, when and why. A line is never changed: it is reversed by another.

use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::str::FromStr;

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::refusals::Refusal;
use super::sums::Sums;
use crate::ids::Slug;
use crate::journal::Author;
use crate::money::Cents;
use crate::proposals::Prose;
use crate::territories::TerritoryKey;
use crate::words::worded;

/// What a request or a decision is called, in one line: `demande-12`, `gouvernance-35 2026-3`.
///
/// It is shown as it was typed. "Dossier 12", "dossier  12" and "DOSSIER-12" are one: nobody has a share of a cost twice by
/// typing its name otherwise.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Reference {
    typed: String,
    folded: String,
}

/// A text that is no reference.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("a reference is one line of at most {} characters", Reference::LONGEST)]
pub struct BadReference;

impl Reference {
    /// Longest, in characters.
    pub const LONGEST: usize = 80;

    /// Its text, as it was typed.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.typed
    }

    /// What all spellings of it have in common.
    #[must_use]
    pub fn folded(&self) -> &str {
        &self.folded
    }
}

impl FromStr for Reference {
    type Err = BadReference;

    fn from_str(text: &str) -> Result<Self, BadReference> {
        let line = Prose::line(text, Self::LONGEST).map_err(|_too_long| BadReference)?;
        let typed = line.ok_or(BadReference)?;
        let folded = folded(&typed);
        // A name of signs alone is what it is.
        let folded = if folded.is_empty() {
            typed.clone()
        } else {
            folded
        };
        Ok(Self { typed, folded })
    }
}

/// What the spellings of one name have in common: letters without case nor French accents, numbers apart from them, one
/// space between words, no other sign.
fn folded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut before: Option<bool> = None;
    for sign in text.chars().flat_map(char::to_lowercase) {
        if ACCENTS.contains(&sign) {
            continue;
        }
        if !sign.is_alphanumeric() {
            before = None;
            continue;
        }
        let digit = sign.is_numeric();
        if before != Some(digit) && !out.is_empty() {
            out.push(' ');
        }
        before = Some(digit);
        match sign {
            'à' | 'â' | 'ä' => out.push('a'),
            'ç' => out.push('c'),
            'é' | 'è' | 'ê' | 'ë' => out.push('e'),
            'î' | 'ï' => out.push('i'),
            'ô' | 'ö' => out.push('o'),
            'ù' | 'û' | 'ü' => out.push('u'),
            'ÿ' => out.push('y'),
            'ñ' => out.push('n'),
            'œ' => out.push_str("oe"),
            'æ' => out.push_str("ae"),
            other => out.push(other),
        }
    }
    out
}

/// Accents that stand after their letter.
const ACCENTS: std::ops::RangeInclusive<char> = '\u{300}'..='\u{36f}';

impl PartialEq for Reference {
    fn eq(&self, other: &Self) -> bool {
        self.folded == other.folded
    }
}

impl Eq for Reference {}

impl Hash for Reference {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.folded.hash(state);
    }
}

impl PartialOrd for Reference {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Reference {
    fn cmp(&self, other: &Self) -> Ordering {
        self.folded.cmp(&other.folded)
    }
}

impl TryFrom<String> for Reference {
    type Error = BadReference;

    fn try_from(text: String) -> Result<Self, BadReference> {
        text.parse()
    }
}

impl From<Reference> for String {
    fn from(reference: Reference) -> Self {
        reference.typed
    }
}

impl fmt::Display for Reference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.typed)
    }
}

worded! {
    /// What is done with money.
    Move {
        /// Set aside for a request.
        Promise = "promettre",
        /// Given by a decision; what was promised to the same account is used first.
        Grant = "accorder",
        /// Paid, of what is granted.
        Pay = "verser",
        /// Given back to the envelope: what is promised first, then what is granted and not paid.
        Release = "liberer",
    }
}

impl Move {
    /// Whether it takes from the envelope.
    #[must_use]
    pub const fn commits(self) -> bool {
        matches!(self, Self::Promise | Self::Grant)
    }
}

/// For whom money moves: one request, one beneficiary, one territory, one year. A request has as many accounts as needed.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Account {
    /// The request.
    pub request: Reference,
    /// Who has it.
    pub beneficiary: Slug,
    /// Where it serves.
    pub territory: TerritoryKey,
    /// The year for which it is.
    pub year: i32,
}

impl Account {
    /// Names it as it is named now: its beneficiary by the address to which the one that was named leads, where it leads to
    /// another, its territory by the one of today.
    pub fn today(
        &mut self,
        leads: impl Fn(&Slug) -> Option<Slug>,
        territory: impl Fn(&TerritoryKey) -> TerritoryKey,
    ) {
        if let Some(now) = leads(&self.beneficiary) {
            self.beneficiary = now;
        }
        self.territory = territory(&self.territory);
    }
}

/// Something to be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Order {
    /// What.
    pub what: Move,
    /// For whom.
    pub account: Account,
    /// How much.
    pub amount: Cents,
    /// What the whole costs, where the envelope pays a share of it.
    pub cost: Option<Cents>,
    /// The decision that it carries out.
    pub decision: Option<Reference>,
}

impl Order {
    /// What it does to an account as it stands.
    pub(super) fn effect(&self, account: &Sums) -> Result<Sums, Refusal> {
        let (amount, none) = (self.amount, Sums::default());
        if amount <= Cents::ZERO {
            return Err(Refusal::NoAmount);
        }
        let owed = account.granted.minus(account.paid)?;
        match self.what {
            Move::Promise => Ok(Sums {
                promised: amount,
                ..none
            }),
            Move::Grant => Ok(Sums {
                promised: Cents::ZERO.minus(amount.min(account.promised))?,
                granted: amount,
                ..none
            }),
            Move::Pay if amount > owed => Err(Refusal::NotGranted(owed)),
            Move::Pay => Ok(Sums {
                paid: amount,
                ..none
            }),
            Move::Release => {
                let held = account.promised.plus(owed)?;
                if amount > held {
                    return Err(Refusal::NotHeld(held));
                }
                let promised = amount.min(account.promised);
                Ok(Sums {
                    promised: Cents::ZERO.minus(promised)?,
                    granted: promised.minus(amount)?,
                    ..none
                })
            }
        }
    }
}

/// Who did it, when and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hand {
    /// The server's instant.
    pub at: DateTime<Utc>,
    /// The day in France.
    pub day: NaiveDate,
    /// Who.
    pub by: Author,
    /// Why.
    pub reason: Prose,
}

/// What a line did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum What {
    /// It moved money.
    Moved(Move),
    /// It undid the line of this number.
    Reversed(u64),
}

/// A line of a ledger.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// Its number in its envelope, from 1.
    pub number: u64,
    /// What it did.
    pub what: What,
    /// For whom.
    pub account: Account,
    /// What it changed, to the cent.
    pub effect: Sums,
    /// What the whole costs, where that was said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cost: Option<Cents>,
    /// The decision that it carries out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decision: Option<Reference>,
    /// Who, when and why.
    pub hand: Hand,
}

impl Line {
    /// The line that it undid.
    #[must_use]
    pub const fn undid(&self) -> Option<u64> {
        match self.what {
            What::Reversed(number) => Some(number),
            What::Moved(_) => None,
        }
    }

    /// The sum that people read on it: what it moved, above zero.
    #[must_use]
    pub fn amount(&self) -> Cents {
        let Sums {
            promised,
            granted,
            paid,
        } = self.effect;
        let (promised, granted) = (promised.get(), granted.get());
        // What is granted out of a promise moved once; what is given back of both is added up.
        let held = if (promised < 0) == (granted < 0) || promised == 0 {
            promised.saturating_add(granted).saturating_abs()
        } else {
            promised.saturating_abs().max(granted.saturating_abs())
        };
        Cents::new(held.max(paid.get().saturating_abs()))
    }
}
