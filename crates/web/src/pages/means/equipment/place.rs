//! What is in a place, whose it is, and which envelope paid: where money that was granted arrives.

use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use portulan_app::means::equipment::{self, Seen};
use portulan_app::{Lead, rights};
use portulan_policy::actions::ReadEquipment;

use super::told;
use crate::auth::{Desk, Refused};
use crate::pages::addresses;
use crate::pages::parts::{Cell, Head, Part, Table, desk_page};
use crate::pages::typed::organisation_name;

/// The heads of the lots.
const HEADS: [&str; 5] = [
    "equip-nature",
    "equip-a-qui",
    "equip-renouvellement",
    "equip-paye-par",
    "equip-etat",
];

/// `GET /espace/lieux/{slug}/equipement`.
pub(super) async fn show(desk: Desk, Path(slug): Path<String>) -> Result<Response, Refused> {
    let directory = &desk.visit.directory;
    let (Lead::Here(place) | Lead::Moved(place)) = directory.lead(&slug) else {
        return Err(Refused(StatusCode::NOT_FOUND));
    };
    let may = desk.may_on::<ReadEquipment>(rights::place(directory, place))?;
    let lots = equipment::of_place(desk.app(), &may, directory).await?;
    let words = desk.words();
    let row = |one: &Seen| {
        let lot = &one.lot;
        let paid = one.envelope.as_ref().map(|(label, _slug)| label.clone());
        vec![
            Cell::of(told::name(words, lot)),
            Cell::of(organisation_name(directory, &lot.owner)),
            Cell::of(lot.renewal.map(|year| year.to_string()).unwrap_or_default()),
            Cell::of(paid.unwrap_or_default()),
            told::state(&desk, &lot.state),
        ]
    };
    let body = if lots.is_empty() {
        Part::Text(words.get("equip-place-none"))
    } else {
        Part::Table(Table {
            caption: words.get("equip-title"),
            heads: HEADS.iter().map(|id| words.get(id)).collect(),
            rows: lots.iter().map(row).collect(),
        })
    };
    let public = desk.visit.link(&addresses::place(&place.slug));
    let head = Head {
        crumbs: vec![(public, place.record.name.clone())],
        lead: words.get("equip-place-lead"),
    };
    let told = [("name", place.record.name.as_str().into())];
    let page = desk.page(words.with("equip-of", &told), "espace");
    Ok(desk_page(page, head, vec![body]))
}
