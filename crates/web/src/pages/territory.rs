//! `/territoires/<kind>-<code>`: what a territory is, and the places that help there.

use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use portulan_charts::{MapInput, MapPoint, PointState, svg_map};
use portulan_i18n::{ListWords, Words, date, distance, network, number};
use portulan_model::{CommuneCode, TerritoryCode, TerritoryKey, TerritoryKind, Viewed};
use portulan_search::{Answer, Query};

use super::addresses;
use super::page::{Page, html};
use super::place::{Link, territory_link};
use super::visit::Visit;

/// Places listed; the others are a link away.
const LISTED: usize = 12;
/// Territories listed below.
const BELOW: usize = 30;

#[derive(Template)]
#[template(path = "territory.html")]
struct TerritoryPage {
    page: Page,
    name: String,
    kind: String,
    crumbs: Vec<Link>,
    figures: Vec<Figure>,
    figures_source: String,
    has_population: bool,
    places: Vec<Line>,
    all: String,
    more: String,
    services: Vec<Count>,
    networks: Vec<Count>,
    below: Vec<Link>,
    map: Option<String>,
    levels: String,
    totals: String,
    ecosystem: String,
    poster: String,
    csv: String,
    geojson: String,
}

/// A key figure.
struct Figure {
    value: String,
    words: String,
}

/// A place of the list.
struct Line {
    address: String,
    name: String,
    about: String,
}

/// How many places for a value, and where they are listed.
struct Count {
    address: String,
    words: String,
    places: String,
}

/// `GET /territoires/{key}`.
pub(crate) async fn show(visit: Visit, Path(text): Path<String>) -> Result<Response, StatusCode> {
    let key = match named(&visit, &text).ok_or(StatusCode::NOT_FOUND)? {
        Named::Here(key) => key,
        Named::Elsewhere(key) => {
            return Ok(
                Redirect::permanent(&visit.link(&addresses::territory(&key))).into_response(),
            );
        }
    };
    let page = page(&visit, &key).ok_or(StatusCode::NOT_FOUND)?;
    visit.viewed(Viewed::Territory);
    Ok(html(&page))
}

/// What the last part of an address names.
pub(super) enum Named {
    /// This territory.
    Here(TerritoryKey),
    /// A territory under another name: a bare code, or a commune that is now part of another.
    Elsewhere(TerritoryKey),
}

/// Reads a key; a bare code of five characters is that of a commune.
pub(super) fn named(visit: &Visit, text: &str) -> Option<Named> {
    let reference = &visit.directory.reference;
    if let Ok(code) = text.parse::<CommuneCode>() {
        return reference
            .resolve(&code)
            .map(|code| Named::Elsewhere(TerritoryKey::commune(code)));
    }
    let key: TerritoryKey = text.parse().ok()?;
    if let TerritoryCode::Commune(code) = key.code() {
        let today = TerritoryKey::commune(reference.resolve(code)?);
        return Some(if today == key {
            Named::Here(key)
        } else {
            Named::Elsewhere(today)
        });
    }
    reference.territory(&key).map(|_| Named::Here(key))
}

fn page(visit: &Visit, key: &TerritoryKey) -> Option<TerritoryPage> {
    let territory = visit.directory.reference.territory(key)?;
    let words = Words::new(visit.lang);
    let query = Query {
        territories: vec![key.clone()],
        limit: LISTED,
        facets: true,
        ..Query::default()
    };
    let answer = visit.directory.snapshot.answer(&query, visit.now);
    Some(TerritoryPage {
        page: Page::new(visit, territory.name.clone()).described(words.with(
            "territory-about",
            &[("name", territory.name.as_str().into())],
        )),
        name: territory.name.clone(),
        kind: kind_words(words, key),
        crumbs: crumbs(visit, key),
        figures: figures(visit, key, &answer),
        has_population: territory.population.is_some(),
        figures_source: words.with(
            "territory-figures-source",
            &[
                ("date", date(visit.lang, visit.today()).into()),
                ("revision", visit.directory.revision.0.to_string().into()),
            ],
        ),
        places: answer
            .hits
            .iter()
            .map(|hit| line(visit, &hit.place))
            .collect(),
        all: words.with("territory-all", &[("n", answer.total.into())]),
        more: visit.link(&addresses::results_in(key)),
        services: services(visit, key, &answer),
        networks: networks(visit, key, &answer),
        below: below(visit, key),
        map: map(visit, key, &answer),
        levels: visit.link(&addresses::levels(key)),
        totals: visit.link(&super::totals::address(key)),
        ecosystem: visit.link(&addresses::ecosystem(key)),
        poster: visit.link(&addresses::poster(key)),
        csv: addresses::export("csv", Some(key)),
        geojson: addresses::export("geojson", Some(key)),
    })
}

/// "commune", "intercommunalité": the kind in words.
pub(super) fn kind_words(words: Words, key: &TerritoryKey) -> String {
    words.get(&format!("territory-kind-{}", key.kind().word()))
}

fn crumbs(visit: &Visit, key: &TerritoryKey) -> Vec<Link> {
    visit
        .directory
        .reference
        .ancestors(key)
        .iter()
        .filter_map(|above| territory_link(visit, above))
        .collect()
}

fn figures(visit: &Visit, key: &TerritoryKey, answer: &Answer) -> Vec<Figure> {
    let words = Words::new(visit.lang);
    let reference = &visit.directory.reference;
    let count = |value: usize| number(visit.lang, u64::try_from(value).unwrap_or(u64::MAX));
    let mut figures = vec![Figure {
        value: count(answer.total),
        words: words.with("territory-places", &[("n", answer.total.into())]),
    }];
    if let Some(facets) = answer.facets.as_ref().filter(|facets| facets.open_now > 0) {
        figures.push(Figure {
            value: count(facets.open_now),
            words: words.get("territory-open-now"),
        });
    }
    if let Some(population) = reference
        .territory(key)
        .and_then(|territory| territory.population)
    {
        figures.push(Figure {
            value: number(visit.lang, population.into()),
            words: words.get("territory-population"),
        });
    }
    let communes = reference.communes_of(key).len();
    if key.kind() < TerritoryKind::Commune && communes > 0 {
        figures.push(Figure {
            value: count(communes),
            words: words.get("territory-communes"),
        });
    }
    figures
}

fn line(visit: &Visit, place: &portulan_model::Place) -> Line {
    Line {
        address: visit.link(&addresses::place(&place.slug)),
        name: place.record.name.clone(),
        about: super::results::postal(place),
    }
}

fn services(visit: &Visit, key: &TerritoryKey, answer: &Answer) -> Vec<Count> {
    let all = answer
        .facets
        .as_ref()
        .map(|facets| facets.services.as_slice())
        .unwrap_or_default();
    let count = |(service, count): &(portulan_model::Service, usize)| {
        let slug = portulan_model::ClosedList::slug(*service);
        counted(
            visit,
            key,
            ("besoin", slug),
            service.words(visit.lang),
            *count,
        )
    };
    all.iter()
        .filter(|(_, count)| *count > 0)
        .map(count)
        .collect()
}

fn networks(visit: &Visit, key: &TerritoryKey, answer: &Answer) -> Vec<Count> {
    let all = answer
        .facets
        .as_ref()
        .map(|facets| facets.networks.as_slice())
        .unwrap_or_default();
    let mut all: Vec<_> = all.iter().filter(|(_, count)| *count > 0).collect();
    all.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    all.into_iter()
        .map(|(slug, count)| {
            counted(
                visit,
                key,
                ("reseau", slug.as_str()),
                network(visit.lang, slug.as_str()),
                *count,
            )
        })
        .collect()
}

fn counted(
    visit: &Visit,
    key: &TerritoryKey,
    filter: (&str, &str),
    words: String,
    count: usize,
) -> Count {
    let territory = key.to_string();
    let pairs = [("territoire", territory.as_str()), filter];
    Count {
        address: visit.link(&addresses::with_query(addresses::RESULTS, pairs)),
        words,
        places: number(visit.lang, u64::try_from(count).unwrap_or(u64::MAX)),
    }
}

/// The territories just below that have places, by name.
fn below(visit: &Visit, key: &TerritoryKey) -> Vec<Link> {
    let reference = &visit.directory.reference;
    let mut links: Vec<Link> = reference
        .children(key)
        .iter()
        .filter(|child| child.kind() != TerritoryKind::Commune || has_places(visit, child))
        .filter_map(|child| territory_link(visit, child))
        .collect();
    links.sort_by_cached_key(|link| portulan_text::fold(&link.words));
    links.truncate(BELOW);
    links
}

fn has_places(visit: &Visit, key: &TerritoryKey) -> bool {
    let TerritoryCode::Commune(code) = key.code() else {
        return true;
    };
    visit
        .directory
        .snapshot
        .places()
        .iter()
        .any(|place| place.record.address.insee == Some(*code))
}

/// The contour and its places, where the installation has contours or places have positions.
fn map(visit: &Visit, key: &TerritoryKey, answer: &Answer) -> Option<String> {
    let words = Words::new(visit.lang);
    let points: Vec<MapPoint> = answer
        .hits
        .iter()
        .enumerate()
        .filter_map(|(rank, hit)| {
            let position = hit.place.record.position?;
            Some(MapPoint {
                position,
                label: hit.place.record.name.clone(),
                rank: rank + 1,
                state: PointState::Plain,
            })
        })
        .collect();
    let outlines: Vec<_> = super::results::outline(visit, key).into_iter().collect();
    if points.is_empty() && outlines.is_empty() {
        return None;
    }
    let title = words.with("map-title", &[("n", points.len().into())]);
    let desc = words.with(
        "map-desc",
        &[("n", answer.hits.len().saturating_sub(points.len()).into())],
    );
    Some(svg_map(&MapInput {
        id: "carte",
        outlines: &outlines,
        points: &points,
        you: None,
        width: 560,
        height: 400,
        title: &title,
        desc: &desc,
        length: &|metres| distance(visit.lang, metres),
    }))
}
