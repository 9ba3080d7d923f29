//! `/aide`: places that can help, the most useful first.
//!
//! Nothing typed is lost: what was not understood is named and left out, several spots of one name are offered as a
//! choice, what was understood from a phrase can be taken away. Places of unknown hours are a group to call.

mod asked;
mod card;
mod chips;
mod facets;
mod form;
mod map;
pub(crate) mod points;
mod wrong;

use askama::Template;
use axum::response::Response;
use portulan_app::orientation::{Located, Oriented, orient};
use portulan_geo::Spot;
use portulan_i18n::{Arg, Lang, Words, theme};
use portulan_model::{ClosedList, Viewed};
use portulan_search::{Query, When};

use super::opening::when_words;
use super::page::{Page, html};
use super::place::Link;
use super::visit::Visit;
use crate::query;
pub(crate) use card::postal;
pub(crate) use map::outline;

use asked::Asked;
use card::Card;
use chips::Chip;
use facets::Group;
use form::SearchForm;
use map::MapView;

#[derive(Template)]
#[template(path = "results.html")]
struct Results {
    page: Page,
    form: SearchForm,
    heading: String,
    around: Option<String>,
    wrong: Vec<String>,
    chips: Vec<Chip>,
    understood: Vec<Chip>,
    bring: Option<Bring>,
    choices: Vec<Choice>,
    not_found: Option<String>,
    ask_place: bool,
    cards: Vec<Card>,
    unknown: Vec<Card>,
    unknown_more: Option<String>,
    elsewhere: Vec<Card>,
    /// Ways on when nothing answers.
    ways_on: Vec<Link>,
    groups: Vec<Group>,
    hidden: Vec<(String, String)>,
    radius: Option<String>,
    sorts: Vec<form::Choice>,
    map: Option<MapView>,
    map_link: String,
    send_link: String,
    next: Option<String>,
}

/// The parameter of the pages after the first.
const CURSOR: &str = "curseur";
/// The farthest that a search reaches, in kilometres.
const WIDEST_KM: f64 = 100.0;

/// What to bring for a theme.
struct Bring {
    title: String,
    text: String,
}

/// One of the spots that bear a name.
struct Choice {
    label: String,
    detail: String,
    address: String,
}

/// `GET /aide`.
pub(crate) async fn show(visit: Visit) -> Response {
    let mut asked = Asked::of(&visit);
    let mut parsed = query::read(&asked.pairs, &visit.directory);
    asked.forget(&parsed.bad);
    parsed.ask.query.facets = true;
    asked.complete(&mut parsed.ask);
    let found = orient(&visit.directory, &parsed.ask, visit.now);
    counted(&visit, &found);
    let words = Words::new(visit.lang);
    let wrong = wrong::sentences(words, &parsed.bad);
    html(&page(&visit, &asked, &found, wrong))
}

/// Counts a search, what was asked for and where: each apart, and once for all pages of its results.
fn counted(visit: &Visit, found: &Oriented) {
    visit.viewed(Viewed::Results);
    if visit.value(CURSOR).is_some() {
        return;
    }
    for need in found.query.needs.iter() {
        visit.viewed(Viewed::Need(need));
    }
    if let Located::At(Spot {
        commune: Some(code),
        ..
    }) = found.located
    {
        visit.viewed(Viewed::Commune(code));
    }
}

fn page(visit: &Visit, asked: &Asked, found: &Oriented, wrong: Vec<String>) -> Results {
    let words = Words::new(visit.lang);
    let when = found
        .query
        .when
        .as_ref()
        .map(|when| when_words(visit.lang, when, visit.local()));
    let heading = heading(words, found, when.as_deref());
    let cards = card::list(visit, &found.answer.hits, &found.query);
    let unknown = card::list(visit, &found.unknown, &found.query);
    let more = found.answer.unknown_hours.saturating_sub(unknown.len());
    Results {
        page: Page::new(visit, heading.clone()).tab("aide").apart(),
        around: around(words, asked, &found.located),
        wrong,
        chips: chips::active(visit, asked),
        understood: chips::understood(visit, asked, found),
        bring: asked.theme.map(|value| {
            let (title, text) = theme(visit.lang, value);
            Bring { title, text }
        }),
        choices: choices(visit, asked, &found.located),
        not_found: not_found(words, &found.located),
        ask_place: matches!(found.located, Located::Nowhere) && asked.is_unplaced(),
        unknown_more: (more > 0 && !unknown.is_empty())
            .then(|| words.with("results-unknown-more", &[("n", Arg::from(more))])),
        elsewhere: card::list(
            visit,
            &found.elsewhere,
            &Query {
                when: None,
                ..found.query.clone()
            },
        ),
        ways_on: ways_on(words, asked, found),
        groups: facets::groups(visit.lang, asked, found),
        hidden: asked.hidden(),
        radius: matches!(found.located, Located::At(_))
            .then(|| asked.value("rayon").unwrap_or("10").to_owned()),
        sorts: form::sorts(words, asked.value("tri").unwrap_or("utilite")),
        map: asked.map.then(|| map::view(visit, asked, found, &cards)),
        map_link: if asked.map {
            asked.without("carte")
        } else {
            asked.with("carte", "1")
        },
        send_link: send_link(visit, asked, &heading),
        next: found
            .answer
            .next
            .as_ref()
            .map(|cursor| asked.with(CURSOR, &cursor.to_string())),
        form: SearchForm::of(visit, asked, found),
        heading,
        cards,
        unknown,
    }
}

/// "2 lieux ouverts samedi matin, 1 à appeler".
fn heading(words: Words, found: &Oriented, when: Option<&str>) -> String {
    match &found.located {
        Located::Choose(_) => return words.get("place-several"),
        Located::NotFound(_) => return words.get("results-not-found-title"),
        Located::Nowhere | Located::At(_) => {}
    }
    let total = found.answer.total;
    let Some(when) = when else {
        let id = if total == 0 {
            "results-none"
        } else {
            "results-count"
        };
        return words.with(id, &[("n", Arg::from(total))]);
    };
    let id = if total == 0 {
        "results-none-open"
    } else {
        "results-open"
    };
    let open = words.with(id, &[("n", Arg::from(total)), ("when", Arg::from(when))]);
    match found.answer.unknown_hours {
        0 => open,
        n => words.with(
            "results-open-and-call",
            &[("open", open.into()), ("n", Arg::from(n))],
        ),
    }
}

/// Where the list looks: "Autour de Villejean (Rennes)".
fn around(words: Words, asked: &Asked, located: &Located) -> Option<String> {
    let place = |name: &str| words.with("results-around", &[("place", name.into())]);
    let Located::At(spot) = located else {
        return asked.value("pour").map(place);
    };
    let chosen = asked.value("ou").filter(|_| asked.value("lat").is_some());
    let name = chosen.map_or_else(|| name_of(spot), str::to_owned);
    if name.is_empty() {
        return Some(words.get("results-around-you"));
    }
    if spot.fallback {
        return Some(words.with("results-around-fallback", &[("place", name.into())]));
    }
    Some(place(&name))
}

/// When nothing answers: the same search with one thing given up.
fn ways_on(words: Words, asked: &Asked, found: &Oriented) -> Vec<Link> {
    if found.answer.total > 0 || !matches!(found.located, Located::At(_) | Located::Nowhere) {
        return Vec::new();
    }
    let link = |id: &str, address: String| Link {
        address,
        words: words.get(id),
    };
    let mut ways = Vec::new();
    if asked.value("quand").is_some() {
        ways.push(link("results-any-moment", asked.without("quand")));
    }
    if found
        .query
        .around
        .is_some_and(|around| around.radius_km < WIDEST_KM)
    {
        ways.push(link("results-farther", asked.with("rayon", "100")));
    }
    if asked.filters().next().is_some() {
        let kept = asked.drop(|name, _| asked::is_filter(name));
        ways.push(link("results-without-filters", kept.address()));
    }
    ways
}

/// A spot with what tells it from its namesakes.
fn name_of(spot: &Spot) -> String {
    if spot.detail.is_empty() {
        spot.label.clone()
    } else {
        format!("{} ({})", spot.label, spot.detail)
    }
}

fn not_found(words: Words, located: &Located) -> Option<String> {
    match located {
        Located::NotFound(text) => Some(words.with("place-not-found", &[("text", text.into())])),
        _ => None,
    }
}

fn choices(visit: &Visit, asked: &Asked, located: &Located) -> Vec<Choice> {
    let Located::Choose(spots) = located else {
        return Vec::new();
    };
    let choice = |spot: &Spot| Choice {
        label: spot.label.clone(),
        detail: kind_of(visit.lang, spot),
        address: asked.at(&name_of(spot), spot).address(),
    };
    spots.iter().map(choice).collect()
}

/// "quartier, Rennes": what a spot is, and where.
pub(super) fn kind_of(lang: Lang, spot: &Spot) -> String {
    let kind = spot
        .territory
        .as_ref()
        .map_or("spot-named", |key| match key.kind().word() {
            "commune" => "spot-commune",
            "quartier" | "iris" | "qpv" => "spot-quartier",
            "epci" => "spot-epci",
            "departement" => "spot-departement",
            _ => "spot-region",
        });
    let kind = Words::new(lang).get(kind);
    if spot.detail.is_empty() {
        kind
    } else {
        format!("{kind} · {}", spot.detail)
    }
}

fn send_link(visit: &Visit, asked: &Asked, heading: &str) -> String {
    let address = visit.absolute(&asked.address());
    let text = url::form_urlencoded::byte_serialize(address.as_bytes()).collect::<String>();
    let title: String = url::form_urlencoded::byte_serialize(heading.as_bytes()).collect();
    format!("mailto:?subject={}&body={text}", title.replace('+', "%20"))
}

/// The slugs of the needs that are asked.
fn needs(found: &Oriented) -> Vec<&'static str> {
    found.query.needs.iter().map(ClosedList::slug).collect()
}

/// The moment as addresses write it.
fn when_value(when: Option<&When>) -> String {
    when.map(ToString::to_string).unwrap_or_default()
}
