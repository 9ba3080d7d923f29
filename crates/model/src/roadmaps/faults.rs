//! What cannot be so in a roadmap, all of it at once, for whoever writes it.

use std::collections::BTreeSet;

use super::budgets::Balance;
use super::{Action, Content, Roadmap};
use crate::ids::ActionId;
use crate::money::Cents;
use crate::roadmaps::needs::Need;

/// Something that cannot be so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ContentFault {
    /// Two actions bear the same id.
    Twice(ActionId),
    /// The action reaches beyond what the roadmap covers.
    Beyond(ActionId),
    /// It answers to no need.
    NoNeed(ActionId),
    /// "Other" is not said in words.
    OtherUnsaid(ActionId),
    /// A year outside the period, or twice.
    Year(ActionId, u16),
    /// What is asked and what partners pay are more than the cost.
    OverFunded(ActionId, u16),
    /// An amount is below zero.
    Negative(ActionId, u16),
    /// A sum that does not fit.
    TooMuch(ActionId, u16),
}

/// All that cannot be so. What is merely missing (no lead, money short) is no fault: a draft may lack anything.
#[must_use]
pub fn faults(roadmap: &Roadmap, content: &Content) -> Vec<ContentFault> {
    let mut found = Vec::new();
    let mut seen = BTreeSet::new();
    for action in content.actions() {
        let id = action.id;
        if !seen.insert(id) {
            found.push(ContentFault::Twice(id));
        }
        let area = action.area.as_ref();
        if area.is_some_and(|area| !roadmap.area.covers_all(area)) {
            found.push(ContentFault::Beyond(id));
        }
        if action.needs.is_empty() {
            found.push(ContentFault::NoNeed(id));
        }
        if action.needs.contains(Need::Other) && action.other_need.is_none() {
            found.push(ContentFault::OtherUnsaid(id));
        }
        found.extend(of_money(roadmap, action));
    }
    found
}

fn of_money(roadmap: &Roadmap, action: &Action) -> Vec<ContentFault> {
    let years = roadmap.period.calendar_years();
    let mut found = Vec::new();
    let mut seen = BTreeSet::new();
    for budget in &action.budget {
        let year = budget.year;
        let within = |years: &std::ops::RangeInclusive<i32>| years.contains(&i32::from(year));
        if !years.as_ref().is_none_or(within) || !seen.insert(year) {
            found.push(ContentFault::Year(action.id, year));
        }
        let paid = budget.funding.iter().map(|one| one.amount);
        let mut amounts = [budget.total, budget.asked].into_iter().chain(paid);
        if amounts.any(|amount| amount < Cents::ZERO) {
            found.push(ContentFault::Negative(action.id, year));
        }
        match budget.balance() {
            Ok(Balance::Over(_)) => found.push(ContentFault::OverFunded(action.id, year)),
            Ok(_) => {}
            Err(_too_much) => found.push(ContentFault::TooMuch(action.id, year)),
        }
    }
    found
}
