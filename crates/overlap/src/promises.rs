//! Whether two plans count one promise of one funder: who, how much and which year are equal, and nothing in the texts
//! parts them.

use portulan_model::Cents;

use crate::item::Promise;
use crate::known::{Known, slug_words};
use crate::lexicon::{LEXICON, Sign};

/// How the promises of two records stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Promised<'a> {
    /// None is in both.
    None,
    /// One looks the same and is told apart.
    Apart,
    /// One is counted in both.
    Same(&'a Promise),
}

/// The promise that both count.
pub(crate) fn promised<'a>(a: &'a Known, b: &'a Known) -> Promised<'a> {
    let both = a.item.promises.iter().find(|one| {
        let equal = |other: &&Promise| equal(one, other);
        b.item.promises.iter().any(|other| equal(&other))
    });
    let found = both.or_else(|| in_words(a, b)).or_else(|| in_words(b, a));
    match found {
        None => Promised::None,
        Some(_) if apart(a, b) => Promised::Apart,
        Some(promise) => Promised::Same(promise),
    }
}

/// One funder, one year, one sum; what one does not tell does not part them, but a sum must be told.
fn equal(one: &Promise, other: &Promise) -> bool {
    let agree = |one: Option<i64>, two: Option<i64>| one.is_none() || two.is_none() || one == two;
    let cents = |promise: &Promise| promise.cents.map(Cents::get);
    one.by == other.by
        && agree(one.year.map(i64::from), other.year.map(i64::from))
        && agree(cents(one), cents(other))
        && (one.cents.is_some() || other.cents.is_some())
}

/// A promise of one plan that the other tells in its text only: the funder by its words, and the sum.
fn in_words<'a>(plan: &'a Known, text: &Known) -> Option<&'a Promise> {
    plan.item.promises.iter().find(|promise| {
        let Some(cents) = promise.cents.map(Cents::get) else {
            return false;
        };
        let other = &text.item;
        let known = other.funder.as_ref() == Some(&promise.by)
            || other.bearer == promise.by
            || other.promises.iter().any(|one| one.by == promise.by);
        if known || !text.figures.sums.contains(&cents) {
            return false;
        }
        let words = slug_words(&promise.by, 4);
        let mut own = words
            .iter()
            .filter(|word| !LEXICON.bearers.contains(*word))
            .peekable();
        own.peek().is_some() && text.tells_all(own)
    })
}

/// Whether the texts part them: "forfait par projet", two dates, two deliberations.
fn apart(a: &Known, b: &Known) -> bool {
    if a.gives(Sign::Distinct) || b.gives(Sign::Distinct) {
        return true;
    }
    let (days, days_too) = (&a.promised.days, &b.promised.days);
    if !days.is_empty() && !days_too.is_empty() && days.is_disjoint(days_too) {
        return true;
    }
    let own = |one: &Known| {
        let of_post = one
            .item
            .post
            .iter()
            .filter_map(|post| post.reference.as_deref());
        let of_post: Vec<String> = of_post.map(crate::numbers::bare).collect();
        let told = one
            .promised
            .references
            .iter()
            .filter(move |told| !of_post.contains(told));
        told.cloned().collect::<Vec<String>>()
    };
    let (one, two) = (own(a), own(b));
    !one.is_empty() && !two.is_empty() && !one.iter().any(|told| two.contains(told))
}
