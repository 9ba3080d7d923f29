//! On what two items agree beside their matter: months, ground, places, quantities, words, what one says of the other.

use crate::area::Standing;
use crate::item::Item;
use crate::known::{Known, slug_words};
use crate::lexicon::{LEXICON, Sign};
use crate::matter::{Agreement, Matter};
use crate::money::{Cost, cost};

/// Quantities below this are said of anything.
const LEAST_QUANTITY: u32 = 3;
/// From here on, "une vingtaine" may be 22.
const ROUNDED: u32 = 12;
/// Within so many hundredths.
const ROUNDED_BY: u32 = 12;

/// How two periods stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Months {
    /// No month in common.
    Apart,
    /// One of them is not known: it meets everything.
    Unknown,
    /// So many months in common.
    Meet(u32),
    /// At least half of the shorter.
    Same(u32),
}

/// How places stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Places {
    Shared,
    /// One tells a place of the other in its text.
    Named,
    Untold,
    Differ,
}

/// All of it.
#[derive(Debug, Clone)]
pub(crate) struct Agreed {
    pub(crate) months: Months,
    pub(crate) ground: Standing,
    pub(crate) communes: usize,
    pub(crate) matter: Matter,
    pub(crate) cost: Cost,
    pub(crate) places: Places,
    pub(crate) said: Said,
    pub(crate) extent: Extent,
    pub(crate) quantity: Agreement,
    pub(crate) quantity_told: Option<u32>,
    pub(crate) likeness: f64,
    pub(crate) reference: Option<String>,
}

/// Who carries them, and what they say of each other and of others.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Said {
    pub(crate) same_bearer: bool,
    pub(crate) bearers_named: u8,
    pub(crate) commune_named: bool,
    pub(crate) seeking: u8,
    pub(crate) closed: bool,
}

/// Whether one lies within the other.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Extent {
    /// One area within the other.
    pub(crate) nested: bool,
    /// One may be a part of the other.
    pub(crate) part: bool,
}

/// Compares what is told; months and ground are known already.
pub(crate) fn agreed(
    a: &Known,
    b: &Known,
    matter: Matter,
    months: Months,
    (ground, communes): (Standing, usize),
) -> Agreed {
    let (quantity, quantity_told) = quantity(a, b);
    Agreed {
        months,
        ground,
        communes,
        matter,
        cost: cost(a, b),
        places: places(a, b),
        said: said(a, b),
        extent: Extent {
            nested: a.ground.area.communes() != b.ground.area.communes()
                && (a.ground.held_by(&b.ground) || b.ground.held_by(&a.ground)),
            part: part(a, b) || part(b, a),
        },
        quantity,
        quantity_told,
        likeness: likeness(a, b),
        reference: a
            .figures
            .references
            .intersection(&b.figures.references)
            .next()
            .cloned(),
    }
}

fn said(a: &Known, b: &Known) -> Said {
    Said {
        same_bearer: a.item.bearer == b.item.bearer,
        bearers_named: u8::from(names(a, b)) + u8::from(names(b, a)),
        commune_named: names_commune(a, b) || names_commune(b, a),
        seeking: u8::from(a.gives(Sign::Seeking)) + u8::from(b.gives(Sign::Seeking)),
        closed: a.gives(Sign::Closed) != b.gives(Sign::Closed),
    }
}

/// How the months of two items stand.
pub(crate) fn months(a: &Known, b: &Known) -> Months {
    let untold = |one: &Known| one.from.is_none() && one.to.is_none();
    if untold(a) || untold(b) {
        return Months::Unknown;
    }
    let from = a.from.max(b.from);
    let to = match (a.to, b.to) {
        (Some(one), Some(two)) => Some(one.min(two)),
        (one, two) => one.or(two),
    };
    let Some((from, to)) = from.zip(to) else {
        return Months::Same(0);
    };
    let months = u32::try_from(to - from + 1)
        .ok()
        .filter(|months| *months > 0);
    let Some(shared) = months else {
        return Months::Apart;
    };
    let length = |one: &Known| u32::try_from(one.to? - one.from? + 1).ok();
    let shorter = length(a).into_iter().chain(length(b)).min();
    if shorter.is_none_or(|shorter| shared * 2 >= shorter) {
        Months::Same(shared)
    } else {
        Months::Meet(shared)
    }
}

/// The words that both texts have, the heaviest first.
pub(crate) fn shared_words(a: &Known, b: &Known) -> Vec<String> {
    let mut both: Vec<(f64, String)> = Vec::new();
    meet_words(a, b, |weight, text| {
        both.push((weight, text.trim_start_matches('@').to_owned()));
    });
    both.sort_by(|(one, text), (two, other)| two.total_cmp(one).then_with(|| text.cmp(other)));
    both.into_iter().map(|(_, text)| text).collect()
}

/// Shared weight over the mean weight.
fn likeness(a: &Known, b: &Known) -> f64 {
    let mut shared = 0.0;
    meet_words(a, b, |weight, _| shared += weight);
    let mean = (a.weight * b.weight).sqrt();
    if mean > 0.0 { shared / mean } else { 0.0 }
}

fn meet_words<'a>(a: &'a Known, b: &Known, mut found: impl FnMut(f64, &'a str)) {
    let mut others = b.words.iter().peekable();
    for word in &a.words {
        while others.next_if(|other| other.key < word.key).is_some() {}
        if others.peek().is_some_and(|other| other.key == word.key) {
            found(word.weight, &word.text);
        }
    }
}

fn places(a: &Known, b: &Known) -> Places {
    if a.places.is_empty() || b.places.is_empty() {
        let named = |one: &Known, two: &Known| {
            let mut told = one.places.iter().filter(|name| !name.is_empty());
            told.any(|name| two.tells_all(name.iter()))
        };
        return if named(a, b) || named(b, a) {
            Places::Named
        } else {
            Places::Untold
        };
    }
    let one = |name: &std::collections::BTreeSet<String>| {
        let same = |other: &std::collections::BTreeSet<String>| {
            !other.is_empty() && (name.is_subset(other) || other.is_subset(name))
        };
        !name.is_empty() && b.places.iter().any(same)
    };
    if a.places.iter().any(one) {
        Places::Shared
    } else {
        Places::Differ
    }
}

/// Whether one is a partner of the other, or named in its text.
fn names(bearer: &Known, text: &Known) -> bool {
    let slug = &bearer.item.bearer;
    if *slug == text.item.bearer {
        return false;
    }
    let own = &bearer.bearer;
    let enough = own.len() > 1 || own.first().is_some_and(|one| one.len() >= 5);
    text.item.partners.contains(slug) || enough && text.tells_all(own.iter())
}

/// Whether the wider one names a commune of the other.
fn names_commune(small: &Known, large: &Known) -> bool {
    small.ground.touched.len() < large.ground.touched.len()
        && small.communes.iter().any(|name| large.tells(name))
}

fn quantity(a: &Known, b: &Known) -> (Agreement, Option<u32>) {
    let told = |one: &Known| {
        let all = one.figures.quantities.iter().copied();
        all.filter(|one| *one >= LEAST_QUANTITY)
            .collect::<Vec<u32>>()
    };
    let (one, two) = (told(a), told(b));
    if one.is_empty() || two.is_empty() {
        return (Agreement::Untold, None);
    }
    let same = |p: u32, q: u32| {
        let larger = p.max(q);
        p == q || larger >= ROUNDED && p.abs_diff(q) * 100 <= larger * ROUNDED_BY
    };
    let shared = one.iter().rev().find(|p| two.iter().any(|q| same(**p, *q)));
    match shared {
        Some(shared) => (Agreement::Shared, Some(*shared)),
        None => (Agreement::Differ, None),
    }
}

/// Whether one may be a part of the other: a smaller area for no more money, or some of its places.
fn part(small: &Known, large: &Known) -> bool {
    let within = small.ground.within(&large.ground) && small.total <= large.total;
    let listed = |name: &std::collections::BTreeSet<String>| {
        let same = |other: &std::collections::BTreeSet<String>| {
            name.is_subset(other) || other.is_subset(name)
        };
        large.places.iter().any(same)
    };
    let some = !small.places.is_empty() && small.places.len() < large.places.len();
    within || some && small.places.iter().all(listed)
}

/// Whether a text or the plan of one shows the funder of the other.
pub(crate) fn shows_funder(one: &Known, other: &Item) -> bool {
    let Some(funder) = &other.funder else {
        return false;
    };
    let planned = one
        .item
        .promises
        .iter()
        .any(|promise| promise.by == *funder);
    let words = slug_words(funder, 3);
    let article = |word: &str| matches!(word, "des" | "les" | "aux" | "aus");
    let whole: Vec<&String> = words.iter().filter(|word| !article(word)).collect();
    // The words that no other body has are enough: "Ajonc" for the foundation of that name.
    let own: Vec<&String> = whole
        .iter()
        .copied()
        .filter(|word| word.len() > 3 && LEXICON.is_name(word))
        .collect();
    planned
        || whole.len() > 1 && one.tells_all(whole.into_iter())
        || !own.is_empty() && one.tells_all(own.into_iter())
}
