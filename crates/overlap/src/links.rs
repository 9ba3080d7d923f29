//! What the records say themselves of how they belong together: one follows, pays or serves the other.

use crate::agree::{Agreed, Months};
use crate::compared::Link;
use crate::item::{Item, Kind, Objective};
use crate::known::Known;
use crate::lexicon::Sign;
use crate::matter::Agreement;

/// An upper action covers more than so many communes, where it covers no more than the one that serves it.
const WIDE: usize = 10;

/// The link that the two records tell, if any.
pub(crate) fn link(a: &Known, b: &Known, agreed: &Agreed) -> Option<Link> {
    told(&a.item, &b.item)
        .or_else(|| told(&b.item, &a.item))
        .or_else(|| meant(a, b, agreed))
        .or_else(|| meant(b, a, agreed))
        .or_else(|| follows_in_words(a, b, agreed).then_some(Link::Follows))
}

/// What a field of one says of the other.
pub(crate) fn told(one: &Item, other: &Item) -> Option<Link> {
    let names = |field: &Option<String>| field.as_ref() == Some(&other.id);
    if names(&one.pays) {
        return Some(Link::Pays);
    }
    if names(&one.continues) {
        return Some(Link::Follows);
    }
    let same = |one: &Option<Objective>, two: &Option<Objective>| one.is_some() && one == two;
    same(&one.serves, &other.under).then_some(Link::Serves)
}

/// A doing serves that upper one told by somebody else; a request goes to the fund that the other record is.
fn meant(one: &Known, other: &Known, agreed: &Agreed) -> Option<Link> {
    if agreed.matter.subject != Agreement::Shared {
        return None;
    }
    let (small, large) = (&one.ground, &other.ground);
    let above = small.within(large) || small.touched.len() > WIDE && small.held_by(large);
    let serves = one.item.serves.is_some() || one.gives(Sign::Serving);
    if serves && above && !agreed.said.same_bearer {
        return Some(Link::Serves);
    }
    let asks =
        one.item.kind == Kind::Request && one.item.funder.as_ref() == Some(&other.item.bearer);
    let fund = matches!(
        other.item.kind,
        Kind::Action | Kind::Grant | Kind::Intention
    );
    (asks && fund).then_some(Link::Pays)
}

/// "Deuxième tranche", "reconduction": of one bearer, where hardly a month is shared or the one that says so begins later.
fn follows_in_words(a: &Known, b: &Known, agreed: &Agreed) -> bool {
    let apart = matches!(
        agreed.months,
        Months::Apart | Months::Unknown | Months::Meet(1) | Months::Same(0 | 1)
    );
    let (first, second) = if a.gives(Sign::Following) {
        (b, a)
    } else {
        (a, b)
    };
    let told = second.gives(Sign::Following) && !first.gives(Sign::Following);
    let later = first
        .from
        .zip(second.from)
        .is_some_and(|(one, two)| one < two);
    agreed.said.same_bearer && told && (apart || later)
}
