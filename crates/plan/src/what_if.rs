//! What would become of the plan if an envelope held something else, or if a partner were not there.
//!
//! A partner's own lines leave with it; what it has in a pool stays, because the shares of a pool are agreed by all of it.

use portulan_model::money::TooMuch;
use portulan_model::{Cents, Slug};
use thiserror::Error;

use crate::cells::Row;
use crate::input::{Input, Key, Line};
use crate::plan::Plan;

/// What is supposed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// An envelope of another amount.
    Amount(Slug, Cents),
    /// A partner that is not there.
    Without(Slug),
    /// Lines that come, each under its name: what undoes [`Change::Without`].
    With(Vec<(Key, Line)>),
}

/// Why something cannot be supposed.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Unfit {
    /// No such envelope in the plan.
    #[error("{0} is no envelope of the plan")]
    NoEnvelope(Slug),
    /// An envelope holds nothing, or more.
    #[error("an envelope is never below nothing")]
    Negative,
    /// Nobody of that name has a line.
    #[error("{0} has no line in the plan")]
    Nobody(Slug),
    /// Beyond what can be counted.
    #[error(transparent)]
    TooMuch(#[from] TooMuch),
}

/// A plan beside what it would be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WhatIf {
    /// As it is.
    pub before: Plan,
    /// As it would be.
    pub after: Plan,
    /// What that is made of.
    pub input: Input,
    /// Lines of a partner that stay, because a pool carries them.
    pub staying: usize,
}

impl WhatIf {
    /// How the whole moved, year by year.
    pub fn difference(&self) -> Result<Row, TooMuch> {
        self.after.whole.moved_from(&self.before.whole)
    }

    /// How what is left of an envelope moved; none of one that is not there.
    pub fn left(&self, envelope: &Slug) -> Option<Result<Cents, TooMuch>> {
        let before = self.before.left.get(envelope)?;
        let after = self.after.left.get(envelope)?;
        Some(after.all.minus(before.all))
    }
}

/// The plan of an input, and what it would be once all of some changes are made, one after the other.
pub fn what_if(input: &Input, changes: &[Change]) -> Result<WhatIf, Unfit> {
    let mut after = input.clone();
    for change in changes {
        (after, _) = after.changed(change)?;
    }
    let left = |line: &&Line| {
        let leaves =
            |change: &Change| matches!(change, Change::Without(slug) if *slug == line.organisation);
        changes.iter().any(leaves)
    };
    Ok(WhatIf {
        before: Plan::of(input)?,
        after: Plan::of(&after)?,
        staying: after.lines.values().filter(left).count(),
        input: after,
    })
}

impl Input {
    /// The input as it would be, and what undoes the change.
    pub fn changed(&self, change: &Change) -> Result<(Self, Change), Unfit> {
        let mut after = self.clone();
        let undo = match change {
            Change::Amount(slug, amount) => {
                if *amount < Cents::ZERO {
                    return Err(Unfit::Negative);
                }
                let envelope = after.envelopes.get_mut(slug);
                let envelope = envelope.ok_or_else(|| Unfit::NoEnvelope(slug.clone()))?;
                let before = std::mem::replace(&mut envelope.amount, *amount);
                Change::Amount(slug.clone(), before)
            }
            Change::Without(slug) => {
                let known = self.organisations().any(|one| one == slug);
                if !known {
                    return Err(Unfit::Nobody(slug.clone()));
                }
                let leaves = |line: &Line| line.organisation == *slug && line.pool.is_none();
                let (gone, there) = after.lines.into_iter().partition(|(_, line)| leaves(line));
                after.lines = there;
                let gone: std::collections::BTreeMap<Key, Line> = gone;
                Change::With(gone.into_iter().collect())
            }
            Change::With(lines) => {
                after.lines.extend(lines.iter().cloned());
                let own = lines.first().map(|(_, line)| line.organisation.clone());
                own.map_or_else(|| Change::With(Vec::new()), Change::Without)
            }
        };
        Ok((after, undo))
    }
}
