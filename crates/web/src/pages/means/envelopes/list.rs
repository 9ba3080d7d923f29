//! `/espace/enveloppes`: the envelopes that somebody manages, examines or funds.

use axum::response::Response;
use portulan_app::means::envelopes;
use portulan_i18n::amount;

use super::{TAB, told};
use crate::auth::{Desk, Refused};
use crate::pages::addresses;
use crate::pages::parts::{Cell, Head, Part, Table, desk_page};
use crate::pages::typed::period_words;

/// The heads of the table.
const HEADS: [&str; 4] = ["env-nom", "env-objet", "env-financeur", "env-montant"];

/// `GET /espace/enveloppes`.
pub(super) async fn show(desk: Desk) -> Result<Response, Refused> {
    let (words, lang) = (desk.words(), desk.visit.lang);
    let all = envelopes::all(desk.app(), desk.actor()).await?;
    let rows: Vec<Vec<Cell>> = all
        .iter()
        .map(|one| {
            let address = desk.visit.link(&addresses::envelope(&one.slug, ""));
            vec![
                Cell::to(&one.label, address)
                    .and(period_words(lang, one.period).unwrap_or_default()),
                Cell::of(told::kind(words, one.kind)),
                Cell::of(told::funder(&desk, &one.funder)),
                Cell::of(amount(lang, one.amount)),
            ]
        })
        .collect();
    let title = words.get("env-title");
    let part = if rows.is_empty() {
        Part::Text(words.get("env-none"))
    } else {
        Part::Table(Table {
            caption: title.clone(),
            heads: HEADS.iter().map(|id| words.get(id)).collect(),
            rows,
        })
    };
    let head = Head {
        lead: words.get("env-lead"),
        ..Head::default()
    };
    Ok(desk_page(desk.page(title, TAB), head, vec![part]))
}
