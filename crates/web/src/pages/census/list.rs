//! `/espace/recensements`: the censuses that whoever looks conducts.

use askama::Template;
use axum::response::Response;
use portulan_app::census::{self, Listed};

use super::{NEW, address, words};
use crate::auth::{Desk, Refused};
use crate::pages::page::{Page, html};

#[derive(Template)]
#[template(path = "census/list.html")]
struct ListPage {
    page: Page,
    new: &'static str,
    rows: Vec<Row>,
}

/// A census of the table.
struct Row {
    address: String,
    title: String,
    territory: String,
    deadline: String,
    progress: String,
}

/// `GET /espace/recensements`.
pub(super) async fn show(desk: Desk) -> Result<Response, Refused> {
    let listed = census::list(desk.app(), desk.actor()).await?;
    Ok(html(&ListPage {
        page: desk.page(desk.words().get("census-list-title"), "recensements"),
        new: NEW,
        rows: listed.iter().map(|one| row(&desk, one)).collect(),
    }))
}

fn row(desk: &Desk, listed: &Listed) -> Row {
    let census = &listed.census;
    let of = |word: &str| listed.states.get(word).copied().unwrap_or_default();
    let settled = of("repondu") + of("rien-ici") + of("verifie");
    let told = [
        ("n", usize::try_from(settled).unwrap_or(usize::MAX).into()),
        ("total", census.communes.len().into()),
    ];
    Row {
        address: address(census.id),
        title: census.title.clone(),
        territory: words::territory(&desk.visit, &census.territory),
        deadline: words::deadline(&desk.visit, census),
        progress: desk.words().with("census-settled", &told),
    }
}
