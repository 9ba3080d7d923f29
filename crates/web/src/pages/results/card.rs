//! One place in a list.

use portulan_i18n::{Arg, Lang, ListWords, Words, distance, walk};
use portulan_model::{Access, Fee, Place, Service, ValueSet};
use portulan_search::{Hit, Query, ReasonKind};

use crate::pages::addresses;
use crate::pages::contact::phone_display;
use crate::pages::opening::{self, OpeningView};
use crate::pages::sure;
use crate::pages::visit::Visit;

/// Marks shown under an address.
const MARKS: usize = 3;

/// What a list shows of a place.
pub(super) struct Card {
    pub(super) rank: usize,
    pub(super) name: String,
    pub(super) address: String,
    /// "42 cours Kennedy, 35000 Rennes · 350 m, 5 min à pied".
    pub(super) line: String,
    pub(super) marks: Vec<String>,
    pub(super) opening: OpeningView,
    /// How far the place may be trusted, where its hours do not say so.
    pub(super) known: Option<String>,
    pub(super) way: Option<String>,
    /// As `tel:` wants it, and as people read it.
    pub(super) phone: Option<(String, String)>,
    pub(super) sheet: String,
    pub(super) reasons: String,
    pub(super) position: Option<portulan_model::Position>,
}

/// The cards of a list, numbered from one.
pub(super) fn list(visit: &Visit, hits: &[Hit], query: &Query) -> Vec<Card> {
    hits.iter()
        .enumerate()
        .map(|(rank, hit)| card(visit, rank + 1, hit, query))
        .collect()
}

fn card(visit: &Visit, rank: usize, hit: &Hit, query: &Query) -> Card {
    let (lang, place) = (visit.lang, &*hit.place);
    let record = &place.record;
    let position = record.position;
    let opening = opening::view(lang, place, &hit.opening, query.when.as_ref(), visit.now);
    let day = visit.now.with_timezone(&opening::clock(place)).date_naive();
    Card {
        known: opening
            .known
            .is_empty()
            .then(|| sure::of_place(lang, place, day)),
        rank,
        name: record.name.clone(),
        address: visit.link(&addresses::place(&place.slug)),
        line: line(lang, place, hit.distance_m),
        marks: marks(lang, place, query.needs),
        opening,
        way: position.map(|position| addresses::way_to(position.lat(), position.lon())),
        phone: record
            .contact
            .phones
            .first()
            .map(|phone| (phone.clone(), phone_display(phone))),
        sheet: visit.link(&addresses::sheet(&place.slug)),
        reasons: reasons(lang, hit),
        position,
    }
}

fn line(lang: Lang, place: &Place, metres: Option<f64>) -> String {
    let address = postal(place);
    let Some(metres) = metres else {
        return address;
    };
    let away = match walk(lang, metres) {
        Some(walk) => format!("{}, {walk}", distance(lang, metres)),
        None => distance(lang, metres),
    };
    format!("{address} · {away}")
}

/// "42 cours Kennedy, 35000 Rennes".
pub(crate) fn postal(place: &Place) -> String {
    let address = &place.record.address;
    let town = match &address.postcode {
        Some(postcode) => format!("{postcode} {}", address.commune),
        None => address.commune.clone(),
    };
    match &address.street {
        Some(street) => format!("{street}, {town}"),
        None => town,
    }
}

/// What helps to choose at a glance: price and access first, then services beyond those asked, which all have.
fn marks(lang: Lang, place: &Place, asked: ValueSet<Service>) -> Vec<String> {
    let record = &place.record;
    let free = record
        .fees
        .contains(Fee::Free)
        .then(|| Fee::Free.short(lang));
    let walk_in = record
        .access
        .contains(Access::WalkIn)
        .then(|| Access::WalkIn.short(lang));
    let first = [Service::Connection, Service::Paperwork];
    let others = record
        .services
        .iter()
        .filter(|service| !first.contains(service) && !asked.contains(*service));
    let services = first
        .into_iter()
        .filter(|service| record.services.contains(*service) && !asked.contains(*service))
        .chain(others);
    free.into_iter()
        .chain(walk_in)
        .chain(services.map(|service| service.short(lang)))
        .take(MARKS)
        .collect()
}

/// "Ouvert maintenant : 30 points, À 350 m : 20 points. Total : 50 points".
fn reasons(lang: Lang, hit: &Hit) -> String {
    let words = Words::new(lang);
    let told = hit
        .reasons
        .iter()
        .filter(|reason| reason.points > 0.0 || matches!(reason.kind, ReasonKind::Closed));
    let parts: Vec<String> = told
        .map(|reason| {
            let points = points(words, reason.points);
            words.with(
                "results-reason",
                &[
                    ("reason", why(lang, &reason.kind).into()),
                    ("points", points.into()),
                ],
            )
        })
        .collect();
    let sum = words.with("reasons-sum", &[("points", Arg::from(rounded(hit.score)))]);
    format!("{} ; {sum}", parts.join(" ; "))
}

fn points(words: Words, points: f64) -> String {
    words.with("reason-points", &[("points", Arg::from(rounded(points)))])
}

fn rounded(points: f64) -> f64 {
    (points * 10.0).round() / 10.0
}

fn why(lang: Lang, kind: &ReasonKind) -> String {
    let words = Words::new(lang);
    let filled = |id: &str, name: &str, value: String| words.with(id, &[(name, Arg::from(value))]);
    match kind {
        ReasonKind::Open => words.get("reason-open"),
        ReasonKind::OpenUnknown => words.get("reason-open-unknown"),
        ReasonKind::Closed => words.get("reason-closed"),
        ReasonKind::Distance { metres } => {
            filled("reason-distance", "distance", distance(lang, *metres))
        }
        ReasonKind::Need(service) => filled("reason-need", "need", service.words(lang)),
        ReasonKind::Public(public) => filled("reason-public", "public", public.words(lang)),
        ReasonKind::Session => words.get("results-reason-session"),
        ReasonKind::Free => words.get("reason-free"),
        ReasonKind::WalkIn => filled("reason-access", "access", Access::WalkIn.words(lang)),
        ReasonKind::TextInName => words.get("reason-text-match"),
        ReasonKind::Freshness(standing) => {
            words.get(&format!("reason-standing-{}", standing.slug()))
        }
    }
}
