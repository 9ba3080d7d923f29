//! `/statistiques`: how often pages are looked at, for everybody; and `/lieux/{slug}/visites`, for the people of a place.
//!
//! What is counted, and of whom nothing is kept, is decided in [`reader`]; a handler says what it showed by
//! [`Visit::viewed`].

mod reader;
mod visits;

use askama::Template;
use axum::response::Response;
use chrono::Datelike as _;
use portulan_app::audience::{Figures, LEAST_SHOWN, MonthFigures};
use portulan_i18n::{Lang, ListWords as _, Words, month, number};
use portulan_model::{CommuneCode, Month, TerritoryKey, Viewed};
use portulan_policy::NodeKind;
use portulan_policy::actions::EditPlace;

use super::addresses;
use super::page::{Page, html};
use super::place::territory_link;
use super::visit::Visit;
use crate::routes::{Needs, Routes};

pub(super) use reader::is_a_person;

/// Needs that are listed.
const NEEDS: usize = 12;

#[derive(Template)]
#[template(path = "statistics.html")]
struct Statistics {
    page: Page,
    kinds: Vec<String>,
    months: Vec<Row>,
    needs: Vec<(String, String)>,
    communes: Vec<(String, String)>,
    least: String,
}

/// A month: its name, its figures in the order of the kinds, and the sum of those that are shown.
struct Row {
    name: String,
    views: Vec<String>,
    total: String,
}

/// The page of everybody.
pub(super) fn public() -> Routes {
    Routes::default().get(addresses::STATISTICS, Needs::Public, show)
}

/// The pages of those who answer for a place.
pub(super) fn routes() -> Routes {
    let edit = Needs::right::<EditPlace>(&[NodeKind::Place]);
    Routes::default()
        .get("/lieux/{slug}/visites", edit, visits::show)
        .guarded()
}

/// `GET /statistiques`. The figures are those that were last read in memory: no database is asked.
async fn show(visit: Visit) -> Response {
    visit.viewed(Viewed::Information);
    let words = Words::new(visit.lang);
    let shown = visit.state.app.audience().shown();
    let Figures {
        months,
        needs,
        communes,
    } = &*shown;
    let needs = needs.iter().take(NEEDS);
    let commune = |(code, views): &(CommuneCode, Option<u64>)| {
        let known = territory_link(&visit, &TerritoryKey::commune(*code))?;
        Some((known.words, count(visit.lang, *views)))
    };
    html(&Statistics {
        page: Page::new(&visit, words.get("audience-title")).described(words.get("audience-lead")),
        kinds: Viewed::PAGES
            .map(|kind| words.get(&format!("audience-kind-{kind}")))
            .into(),
        months: months.iter().map(|one| row(visit.lang, one)).collect(),
        needs: needs
            .map(|(need, views)| (need.words(visit.lang), count(visit.lang, *views)))
            .collect(),
        communes: communes.iter().filter_map(commune).collect(),
        least: words.with("audience-hidden-text", &[("n", LEAST_SHOWN.into())]),
    })
}

fn row(lang: Lang, one: &MonthFigures) -> Row {
    Row {
        name: month_name(lang, one.month),
        views: one.pages.iter().map(|views| count(lang, *views)).collect(),
        total: number(lang, one.shown),
    }
}

/// A count, or that it is too small to be told.
fn count(lang: Lang, views: Option<u64>) -> String {
    let few = || Words::new(lang).with("audience-few", &[("n", LEAST_SHOWN.into())]);
    views.map_or_else(few, |views| number(lang, views))
}

/// "novembre 2026".
fn month_name(lang: Lang, of: Month) -> String {
    of.first_day().map_or_else(
        || of.to_string(),
        |day| format!("{} {}", month(lang, day.month()), day.year()),
    )
}
