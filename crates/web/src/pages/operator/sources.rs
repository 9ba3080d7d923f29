//! `/exploitation/sources`: the lists that are taken in, and how their last run ended.

use askama::Template;
use axum::response::Response;
use portulan_app::{harvest, sources};
use portulan_model::harvest::KnownSource;
use portulan_policy::actions::ManageSources;

use super::run::{Badge, badge};
use super::{addresses, reach};
use crate::auth::{Desk, Refused};
use crate::pages::page::{Page, html};

#[derive(Template)]
#[template(path = "operator/sources.html")]
struct ListPage {
    page: Page,
    sources: Vec<Row>,
    /// Where one is added, for whoever may.
    new: Option<&'static str>,
}

/// A source in the table.
struct Row {
    address: String,
    name: String,
    level: String,
    schedule: String,
    last: Option<(String, String, Badge)>,
}

/// `GET /exploitation/sources`.
pub(super) async fn show(desk: Desk) -> Result<Response, Refused> {
    let mut rows = Vec::new();
    for known in sources::seen_by(desk.app(), desk.actor()).await? {
        rows.push(row(&desk, &known).await?);
    }
    Ok(html(&ListPage {
        page: desk.page(desk.words().get("sources-title"), "sources"),
        sources: rows,
        new: desk
            .may::<ManageSources>()
            .is_ok()
            .then_some(addresses::NEW_SOURCE),
    }))
}

async fn row(desk: &Desk, known: &KnownSource) -> Result<Row, Refused> {
    let source = &known.source;
    let last = match known.last_run {
        Some(id) => {
            let may = reach::source(desk, &source.slug).await?;
            let run = harvest::run(desk.app(), &may, id).await?;
            let when = desk.instant(run.finished.unwrap_or(run.started));
            Some((addresses::run(id), when, badge(desk.words(), &run.state)))
        }
        None => None,
    };
    Ok(Row {
        address: addresses::source(&source.slug),
        name: source.name.clone(),
        level: super::source::level(desk, &source.owner),
        schedule: desk
            .words()
            .get(&format!("schedule-{}", source.schedule.slug())),
        last,
    })
}
