//! `/espace/gouvernances/<slug>/appels`: the calls that a body follows, drafts among them.

use axum::extract::Path;
use axum::response::Response;
use portulan_app::means::calls;
use portulan_model::means::calls::{Call, Milestone};
use portulan_policy::actions::{ManageCalls, ReadCalls};

use super::{TAB, at_desk, body, leads, reads, words};
use crate::auth::{Desk, Refused};
use crate::pages::addresses;
use crate::pages::parts::{Cell, Head, Part, Table, desk_page};

/// `GET /espace/gouvernances/{slug}/appels`.
pub(super) async fn show(desk: Desk, Path(slug): Path<String>) -> Result<Response, Refused> {
    let body = body(&desk, &slug)?.clone();
    let read = reads::<ReadCalls>(&desk, &body)?;
    let all = calls::of_body(desk.app(), &read).await?;
    let words = desk.words();
    let mut ways = Vec::new();
    if leads::<ManageCalls>(&desk, &body).is_ok() {
        let new = addresses::body_desk(&body.slug, "appels/nouveau");
        ways.push((desk.visit.link(&new), words.get("appel-new")));
    }
    ways.push((
        desk.visit.link(addresses::OPEN_CALLS),
        words.get("appels-public"),
    ));
    let mut parts = vec![Part::Ways(ways)];
    parts.push(if all.is_empty() {
        Part::Text(words.get("appels-none-here"))
    } else {
        Part::Table(table(&desk, &all))
    });
    let head = Head {
        crumbs: vec![(
            desk.visit.link(&addresses::body_desk(&body.slug, "")),
            body.name.clone(),
        )],
        lead: words.get("appels-desk-lead"),
    };
    let page = desk.page(words.get("appels-title"), TAB);
    Ok(desk_page(page, head, parts))
}

fn table(desk: &Desk, all: &[Call]) -> Table {
    let (words, visit) = (desk.words(), &desk.visit);
    let heads = [
        "appel-titre",
        "appel-nature",
        "appel-phase",
        "appel-jour-cloture",
    ];
    let row = |call: &Call| {
        let address = visit.link(&at_desk(&call.followed_by, &call.slug, ""));
        let closing = words::when(visit, &call.terms.timeline, Milestone::Closing);
        let left = words::left(words, call, visit.now).unwrap_or_default();
        vec![
            Cell::to(call.terms.title.clone(), address),
            Cell::of(words::kind(words, call.terms.kind)),
            Cell::of(words::phase(words, call.phase(visit.now))),
            Cell::of(closing.unwrap_or_else(|| words.get("not-known"))).and(left),
        ]
    };
    Table {
        caption: words.get("appels-title"),
        heads: heads.iter().map(|id| words.get(id)).collect(),
        rows: all.iter().map(row).collect(),
    }
}
