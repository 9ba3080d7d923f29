//! `/gouvernances`: who governs, level by level; on a territory, whoever governs there.

use std::collections::BTreeMap;

use askama::Template;
use axum::response::Response;
use portulan_app::areas;
use portulan_app::naming::Unnamed;
use portulan_i18n::Words;
use portulan_model::governance::Body;
use portulan_model::{Area, Seat, TerritoryKind};

use super::names;
use crate::pages::addresses;
use crate::pages::answer::Answer;
use crate::pages::page::{Page, html};
use crate::pages::visit::Visit;

/// The parameter that names a territory.
const WHERE: &str = "territoire";
/// Bodies that are shown at once; a territory narrows the others down.
const SHOWN: usize = 300;

#[derive(Template)]
#[template(path = "bodies/list.html")]
struct ListPage {
    page: Page,
    place: Answer,
    total: String,
    groups: Vec<Group>,
    more: Option<String>,
}

/// The bodies of a kind of level.
struct Group {
    id: &'static str,
    title: String,
    rows: Vec<Row>,
}

struct Row {
    address: String,
    name: String,
    seat: String,
}

/// `GET /gouvernances`.
pub(super) async fn show(visit: Visit) -> Response {
    let words = Words::new(visit.lang);
    let mut place = Answer::of(visit.value(WHERE).unwrap_or_default());
    let area = if place.text().is_empty() {
        None
    } else {
        let read = areas::read(&visit.directory.reference, place.text());
        place.keep(read.map_err(|unnamed| {
            let text = Unnamed::texts(&unnamed);
            words.with("bodies-where-wrong", &[("text", text.into())])
        }))
    };
    let mut found = there(&visit, area.as_ref());
    let total = words.with("bodies-total", &[("n", found.len().into())]);
    let more = found.len().saturating_sub(SHOWN);
    found.truncate(SHOWN);
    let page = Page::new(&visit, words.get("bodies-title")).described(words.get("bodies-about"));
    html(&ListPage {
        page,
        place,
        total,
        groups: groups(&visit, &found),
        more: (more > 0).then(|| words.with("bodies-more", &[("n", more.into())])),
    })
}

/// The bodies of today, widest level first, then by name.
fn there<'a>(visit: &'a Visit, area: Option<&Area>) -> Vec<&'a Body> {
    let day = visit.today();
    let all = visit.directory.levels.world().bodies.iter();
    let here = |body: &&Body| area.is_none_or(|area| body.area.meets(area));
    let mut found: Vec<&Body> = all.filter(|body| body.is_on(day)).filter(here).collect();
    found.sort_by_cached_key(|body| {
        let name = portulan_text::fold(&body.name);
        (group(&body.seat).0, name, body.slug.clone())
    });
    found
}

/// The rank and the word of the level of a seat.
const fn group(seat: &Seat) -> (u8, &'static str) {
    match seat {
        Seat::Territory(key) => match key.kind() {
            TerritoryKind::Country => (0, "pays"),
            TerritoryKind::Region => (1, "region"),
            TerritoryKind::Department => (2, "departement"),
            TerritoryKind::Epci => (3, "epci"),
            TerritoryKind::Commune => (4, "commune"),
            _ => (5, "quartier"),
        },
        Seat::Scheme(_) => (6, "dispositif"),
        Seat::Cluster(_) => (7, "grappe"),
    }
}

fn groups(visit: &Visit, found: &[&Body]) -> Vec<Group> {
    let words = Words::new(visit.lang);
    let mut groups: BTreeMap<u8, Group> = BTreeMap::new();
    for body in found {
        let (rank, id) = group(&body.seat);
        let group = groups.entry(rank).or_insert_with(|| Group {
            id,
            title: words.get(&format!("bodies-level-{id}")),
            rows: Vec::new(),
        });
        group.rows.push(Row {
            address: visit.link(&addresses::body(&body.slug)),
            name: body.name.clone(),
            seat: names::seat(&visit.directory, &body.seat),
        });
    }
    groups.into_values().collect()
}
