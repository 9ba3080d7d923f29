//! Whether two records hold or bring one post: a shared reference settles it; else kind, host, place, ground.

use crate::agree::{Agreed, Places};
use crate::area::Standing;
use crate::compared::Evidence;
use crate::item::{Held, Kind};
use crate::known::Known;
use crate::lexicon::Sign;
use crate::matter::Agreement;
use crate::means::Means;
use crate::weights::WEIGHTS;

/// A full time, in hundredths.
const FULL: u16 = 100;
/// Likeness of texts from which two posts on grounds that meet may be one.
const LIKE: f64 = 0.25;

/// How two posts stand.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Posts {
    /// One of them has none, or nothing says it.
    Untold,
    /// Two posts.
    Apart,
    /// Shares of one person, a full time at most together.
    Shares,
    /// One post, and what says it.
    Same(Evidence),
}

impl Posts {
    pub(crate) const fn is_same(&self) -> bool {
        matches!(self, Self::Same(_))
    }
}

/// Compares posts; months are known to meet.
pub(crate) fn posts(a: &Known, b: &Known, agreed: &Agreed) -> Posts {
    let shared = a.post_references.intersection(&b.post_references).next();
    let (held, held_too) = (brings(a), brings(b));
    let settled = |reference: &str| {
        Posts::Same(Evidence::PostReference {
            reference: reference.to_owned(),
        })
    };
    if !(held && held_too) {
        // A text that tells the reference of a post brings that post.
        let own = |one: &Known| {
            one.item
                .post
                .as_ref()
                .is_some_and(|post| post.reference.is_some())
        };
        return match shared.filter(|_| own(a) || own(b)) {
            Some(reference) => settled(reference),
            None => Posts::Untold,
        };
    }
    if let Some(reference) = shared {
        return if shares(a, b) {
            Posts::Shares
        } else {
            settled(reference)
        };
    }
    if told_apart(a, b, agreed) {
        return Posts::Apart;
    }
    if agreed.ground < Standing::Meet {
        return Posts::Untold;
    }
    alike(a, b, agreed).map_or(Posts::Untold, Posts::Same)
}

/// Whether it is or brings a post.
pub(crate) fn brings(one: &Known) -> bool {
    one.doing.means.meets(Means::POST)
}

/// Whether a field says that it is or brings a post: words alone may tell of wages for an hour.
pub(crate) fn is_post(one: &Known) -> bool {
    one.item.kind == Kind::Post || one.item.post.is_some()
}

/// Hundredths of a full time, where told.
pub(crate) fn hundredths(one: &Known) -> Option<u16> {
    one.item.post.as_ref().and_then(|post| post.fte)
}

/// Whether the post is held, full time: complementary to nothing.
pub(crate) fn filled(one: &Known) -> bool {
    let held = matches!(one.item.kind, Kind::Post | Kind::Grant | Kind::Action);
    held && one.item.post.is_some()
        && hundredths(one).is_none_or(|part| part >= FULL)
        && !one.gives(Sign::Vacant)
}

/// Whether both together are more than one person.
pub(crate) fn beyond_full(a: &Known, b: &Known) -> bool {
    let part = |one: &Known| u32::from(hundredths(one).unwrap_or(FULL));
    part(a) + part(b) > u32::from(FULL)
}

fn host(one: &Known) -> Option<&str> {
    one.item.post.as_ref().and_then(|post| post.host.as_deref())
}

/// Shares at two hosts that add up to one person at most.
fn shares(a: &Known, b: &Known) -> bool {
    let told = hundredths(a).is_some() && hundredths(b).is_some();
    told && !beyond_full(a, b) && host(a) != host(b)
}

fn told_apart(a: &Known, b: &Known, agreed: &Agreed) -> bool {
    let referred = !a.post_references.is_empty() && !b.post_references.is_empty();
    let kind = |one: &Known| one.item.post.as_ref().map(|post: &Held| post.kind);
    let kinds = kind(a).zip(kind(b)).is_some_and(|(one, two)| one != two);
    let meets = agreed.ground >= Standing::Meet;
    let second = a.gives(Sign::Second) != b.gives(Sign::Second);
    let differ = |one: Agreement| one == Agreement::Differ;
    let matter = second
        || agreed.places == Places::Differ
        || differ(agreed.matter.subject)
        || differ(agreed.matter.publics);
    referred || kinds || meets && matter
}

/// What says that two posts on grounds that meet are one.
fn alike(a: &Known, b: &Known, agreed: &Agreed) -> Option<Evidence> {
    let of = |one: &Known, who: &str| one.item.bearer == who || host(one) == Some(who);
    let carries = |one: &Known, other: &Known| {
        of(other, &one.item.bearer) || host(one).is_some_and(|who| of(other, who))
    };
    if carries(a, b) {
        return Some(Evidence::PostHost);
    }
    if matches!(agreed.places, Places::Shared | Places::Named) {
        return Some(Evidence::PostPlace);
    }
    let told = hundredths(a).is_some() && hundredths(b).is_some();
    if told && !beyond_full(a, b) {
        return None;
    }
    let lent = a.gives(Sign::Lent) || b.gives(Sign::Lent);
    let same = agreed.ground == Standing::Same || agreed.likeness > LIKE;
    (lent && same || agreed.likeness >= WEIGHTS.post_words).then_some(Evidence::PostGround)
}
