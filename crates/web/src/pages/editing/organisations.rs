//! `/espace/structures`: the organisations that somebody answers for, and the way to a new one.

use askama::Template;
use axum::response::Response;
use portulan_app::{organisations, rights};
use portulan_model::people::Organisation;
use portulan_policy::actions::EditOrganisation;
use portulan_policy::allow;

use super::organisation::{address, kind_words, makes};
use crate::auth::{Desk, Refused};
use crate::pages::addresses;
use crate::pages::page::{Page, html};

#[derive(Template)]
#[template(path = "editing/organisations.html")]
struct ListPage {
    page: Page,
    total: String,
    makes: bool,
    rows: Vec<Row>,
    /// Those that places name and nobody added: where each is added, its name, how many places name it.
    missing: Vec<(String, String, String)>,
}

/// Organisations that are missing, on one page.
const MISSING: usize = 30;

/// An organisation of the list.
struct Row {
    address: String,
    name: String,
    kind: Option<String>,
    level: String,
    places: usize,
}

/// `GET /espace/structures`: only those that whoever looks may change.
pub(super) async fn show(desk: Desk) -> Result<Response, Refused> {
    let words = desk.words();
    let directory = &desk.visit.directory;
    let own = |one: &&Organisation| {
        let target = rights::organisation(directory, one);
        allow::<EditOrganisation>(desk.actor(), target).is_ok()
    };
    let mut rows: Vec<Row> = directory
        .organisations
        .iter()
        .filter(own)
        .map(|one| row(&desk, one))
        .collect();
    rows.sort_by(|a, b| (&a.name, &a.address).cmp(&(&b.name, &b.address)));
    Ok(html(&ListPage {
        page: desk.page(words.get("orgs-title"), "structures"),
        total: words.with("orgs-total", &[("n", rows.len().into())]),
        makes: makes(desk.actor()),
        rows,
        missing: missing(&desk),
    }))
}

fn missing(desk: &Desk) -> Vec<(String, String, String)> {
    let words = desk.words();
    let all = organisations::missing(&desk.visit.directory, desk.actor());
    let line = |one: organisations::Missing| {
        let new = "/espace/structures/nouvelle";
        let address = addresses::with_query(new, [("nom", one.name.as_str())]);
        let count = words.with("orgs-missing-places", &[("n", one.places.into())]);
        (desk.visit.link(&address), one.name, count)
    };
    all.into_iter().take(MISSING).map(line).collect()
}

fn row(desk: &Desk, one: &Organisation) -> Row {
    let directory = &desk.visit.directory;
    let level = directory.reference.territory(&one.territory);
    Row {
        address: desk.visit.link(&address(&one.slug)),
        name: one.name.clone(),
        kind: one.kind.map(|kind| kind_words(desk.words(), kind)),
        level: level.map_or_else(|| one.territory.to_string(), |level| level.name.clone()),
        places: directory.organisations.places_of(&one.slug).count(),
    }
}
