//! `/espace/structures/<slug>/intentions`: all that an organisation noted, last first.

use axum::extract::Path;
use axum::response::Response;
use portulan_app::means::intentions;
use portulan_model::means::intentions::Intention;
use portulan_policy::actions::{ReadIntentions, WriteIntentions};

use super::{Own, TAB, told};
use crate::auth::{Desk, Refused};
use crate::pages::parts::{Cell, Head, Part, Table, desk_page};

/// The heads of the list.
const HEADS: [&str; 5] = [
    "int-titre",
    "int-besoins",
    "int-annees",
    "int-montant",
    "int-visible",
];

/// `GET /espace/structures/{slug}/intentions`.
pub(super) async fn show(desk: Desk, Path(slug): Path<String>) -> Result<Response, Refused> {
    let own = Own::<ReadIntentions>::open(&desk, &slug)?;
    let words = desk.words();
    let all = intentions::of_organisation(desk.app(), &own.may).await?;
    let mut parts = Vec::new();
    if Own::<WriteIntentions>::open(&desk, &slug).is_ok() {
        let new = desk.visit.link(&own.at("nouvelle"));
        parts.push(Part::Ways(vec![(new, words.get("int-new"))]));
    }
    if all.is_empty() {
        parts.push(Part::Text(words.get("int-none")));
    } else {
        parts.push(Part::Table(Table {
            caption: words.get("int-title"),
            heads: HEADS.iter().map(|id| words.get(id)).collect(),
            rows: all.iter().map(|one| row(&desk, &own, one)).collect(),
        }));
    }
    let head = Head {
        crumbs: Vec::new(),
        lead: words.get("int-lead"),
    };
    let told = [("name", own.organisation.name.as_str().into())];
    let page = desk.page(words.with("int-of", &told), TAB);
    Ok(desk_page(page, head, parts))
}

fn row(desk: &Desk, own: &Own<ReadIntentions>, one: &Intention) -> Vec<Cell> {
    let address = desk.visit.link(&own.at(one.slug.as_str()));
    let state = told::state(desk, one).unwrap_or_default();
    vec![
        Cell::to(&one.title, address).and(state),
        Cell::of(told::needs(desk, one)),
        Cell::of(told::years(desk, one.years)),
        Cell::of(told::amount_of(desk, one.amount)),
        Cell::of(told::visibility(desk, &one.visibility)),
    ]
}
