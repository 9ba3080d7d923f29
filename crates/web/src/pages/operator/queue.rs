//! `/exploitation/doublons`: the pairs that wait for a person, the most useful first, in a territory or everywhere.

use askama::Template;
use axum::response::Response;
use portulan_app::review::{self, PAIRS_A_PAGE, Queue};
use portulan_i18n::{Words, decimal};
use portulan_model::links::{Link, PairKey};
use portulan_model::{PlaceId, TerritoryKey};
use portulan_policy::Node;
use portulan_policy::actions::ReviewLinks;

use super::{addresses, reach};
use crate::auth::{Desk, Refused};
use crate::pages::addresses::with_query;
use crate::pages::page::{Page, html};

/// The parameter that keeps the queue to a territory.
pub(in crate::pages) const TERRITORY: &str = "territoire";

#[derive(Template)]
#[template(path = "operator/queue.html")]
struct QueuePage {
    page: Page,
    action: &'static str,
    /// The territories of whoever looks, where they answer for several.
    yours: Vec<(String, String)>,
    territory: String,
    /// What is wrong with the territory that was typed.
    wrong: Option<String>,
    total: String,
    pairs: Vec<Row>,
    next: Option<String>,
}

/// A pair in the table.
struct Row {
    address: String,
    a: Named,
    b: Named,
    likeness: String,
}

/// A place, as far as the table shows it.
struct Named {
    name: String,
    commune: String,
    source: String,
}

/// `GET /exploitation/doublons`.
pub(super) async fn show(desk: Desk) -> Result<Response, Refused> {
    let words = desk.words();
    let typed = desk
        .visit
        .value(TERRITORY)
        .unwrap_or_default()
        .trim()
        .to_owned();
    let page = desk.page_number();
    let (queue, wrong) = match territory(&desk, &typed) {
        Ok(key) => {
            let may = reach::territory(&desk, &key)?;
            (review::queue(desk.app(), &may, &key, page).await?, None)
        }
        Err(wrong) => (Queue::default(), Some(wrong)),
    };
    let shown = page.saturating_add(1).saturating_mul(PAIRS_A_PAGE);
    let next = (shown < queue.total).then(|| {
        let after = page.saturating_add(1).to_string();
        with_query(
            addresses::QUEUE,
            [(TERRITORY, typed.as_str()), ("page", &after)],
        )
    });
    Ok(html(&QueuePage {
        page: desk.page(words.get("queue-title"), "doublons"),
        action: addresses::QUEUE,
        yours: yours(&desk, addresses::QUEUE),
        wrong,
        total: words.with("queue-total", &[("n", queue.total.into())]),
        pairs: queue
            .pairs
            .iter()
            .map(|link| row(&desk, link, &typed))
            .collect(),
        territory: typed,
        next,
    }))
}

/// The territory that a list is kept to; or what is wrong with it. Where nothing is typed, it is the first of those for
/// which whoever looks answers, the whole country for whoever runs the installation.
pub(in crate::pages) fn territory(desk: &Desk, typed: &str) -> Result<TerritoryKey, String> {
    if typed.is_empty() {
        let first = answered_for(desk).next();
        return Ok(first.cloned().unwrap_or_else(TerritoryKey::france));
    }
    super::source_form::owner(desk, typed)
}

/// The territories in which a role of whoever looks lets them decide pairs.
fn answered_for(desk: &Desk) -> impl Iterator<Item = &TerritoryKey> {
    let runs = desk.actor().runs_the_installation();
    let grants = desk.actor().grants().iter().filter(move |_| !runs);
    grants.filter_map(|grant| match grant.node() {
        Node::Territory(key) => desk
            .may_on::<ReviewLinks>(grant.node().into())
            .is_ok()
            .then_some(key),
        _ => None,
    })
}

/// Ways to the list of each territory of whoever looks, where they answer for several.
pub(super) fn yours(desk: &Desk, list: &str) -> Vec<(String, String)> {
    let way = |key: &TerritoryKey| {
        let address = with_query(list, [(TERRITORY, key.to_string())]);
        (address, super::source::level(desk, key))
    };
    let ways: Vec<_> = answered_for(desk).map(way).collect();
    if ways.len() > 1 { ways } else { Vec::new() }
}

/// The address of the comparison of a pair, that comes back to the same queue.
pub(super) fn comparison(key: PairKey, territory: &str) -> String {
    let address = addresses::pair(key);
    if territory.is_empty() {
        address
    } else {
        with_query(&address, [(TERRITORY, territory)])
    }
}

fn row(desk: &Desk, link: &Link, territory: &str) -> Row {
    Row {
        address: comparison(link.pair, territory),
        a: place(desk, link.pair.a()),
        b: place(desk, link.pair.b()),
        likeness: likeness(desk.words(), link.probability),
    }
}

fn place(desk: &Desk, id: PlaceId) -> Named {
    // A place that another one stands for is asked about under the other's name.
    let directory = &desk.visit.directory;
    let found = directory.snapshot.by_id(&directory.survivor(&id));
    found.map_or_else(
        || Named {
            name: id.to_string(),
            commune: String::new(),
            source: String::new(),
        },
        |place| Named {
            name: place.record.name.clone(),
            commune: place.record.address.commune.clone(),
            source: place.record.external.source.to_string(),
        },
    )
}

/// How likely two places are one, in words and as a percentage.
pub(in crate::pages) fn likeness(words: Words, probability: f64) -> String {
    let word = match probability {
        p if p >= 0.95 => "likeness-almost-sure",
        p if p >= 0.75 => "likeness-likely",
        p if p >= 0.4 => "likeness-possible",
        _ => "likeness-unlikely",
    };
    let percent = decimal(words.lang(), (probability * 100.0).floor(), 0);
    words.with(word, &[("percent", percent.into())])
}
