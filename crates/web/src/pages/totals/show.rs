//! The page: a sentence, the table, what each level covers, meetings, changes.

use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Redirect, Response};
use chrono::NaiveDate;
use portulan_i18n::{Words, date};
use portulan_levels::Figures;
use portulan_model::periods::as_of;
use portulan_model::{TerritoryKey, Viewed};

use super::super::addresses;
use super::super::page::{Page, html};
use super::super::place::{Link, territory_link};
use super::super::territory::{Named, named};
use super::super::visit::Visit;
use super::calendar::{self, Line as MeetingLine};
use super::changes::{self, Line as ChangeLine};
use super::coverage::{self, Covered};
use super::table::{self, COLUMNS, Line};
use super::{address, csv_address, feed_address};

/// The parameter that names the day of the figures.
const DAY: &str = "au";
/// The parameter that names the day of the last visit.
const SINCE: &str = "depuis";

#[derive(Template)]
#[template(path = "totals/show.html")]
struct TotalsPage {
    page: Page,
    crumbs: Vec<Link>,
    levels: String,
    sentence: String,
    wrong: Vec<String>,
    columns: Vec<String>,
    total: Line,
    below: Vec<Line>,
    left_out: Vec<String>,
    coverage: Vec<Covered>,
    communes: String,
    meetings: Vec<MeetingLine>,
    feed: String,
    since: String,
    changes: Option<Vec<ChangeLine>>,
    /// The address to come back to: it tells what changed from today on.
    again: String,
    csv: String,
    action: String,
    day: String,
}

/// The day of the figures, and what was typed where it is none.
pub(super) fn day(visit: &Visit) -> (NaiveDate, Option<String>) {
    read(visit, DAY).map_or_else(
        |wrong| (visit.today(), Some(wrong)),
        |day| (day.unwrap_or_else(|| visit.today()), None),
    )
}

/// A day of the address, where one is given.
fn read(visit: &Visit, name: &str) -> Result<Option<NaiveDate>, String> {
    let typed = visit.value(name).map(str::trim).unwrap_or_default();
    if typed.is_empty() {
        return Ok(None);
    }
    as_of(Some(typed), visit.today())
        .map(Some)
        .map_err(|wrong| {
            let short: String = wrong.0.chars().take(60).collect();
            Words::new(visit.lang).with("totals-wrong-day", &[("text", short.into())])
        })
}

/// `GET /territoires/{key}/chiffres`.
pub(super) async fn show(visit: Visit, Path(text): Path<String>) -> Result<Response, StatusCode> {
    let key = match named(&visit, &text).ok_or(StatusCode::NOT_FOUND)? {
        Named::Here(key) => key,
        Named::Elsewhere(key) => {
            return Ok(Redirect::permanent(&visit.link(&address(&key))).into_response());
        }
    };
    let page = page(&visit, &key).ok_or(StatusCode::NOT_FOUND)?;
    visit.viewed(Viewed::Territory);
    Ok(html(&page))
}

fn page(visit: &Visit, key: &TerritoryKey) -> Option<TotalsPage> {
    let words = Words::new(visit.lang);
    let (day, wrong_day) = day(visit);
    let since = read(visit, SINCE);
    let area = visit.directory.here(key, day)?.area;
    let counted = table::counted(&visit.directory, key, day);
    let (own, below) = counted.split_first()?;
    let told = [("name", own.name.as_str().into())];
    let title = words.with("totals-title", &told);
    Some(TotalsPage {
        page: Page::new(visit, title).described(words.with("totals-about", &told)),
        crumbs: crumbs(visit, key),
        levels: visit.link(&addresses::levels(key)),
        sentence: sentence(words, &own.name, own.figures.as_ref(), day),
        wrong: wrong_day.into_iter().chain(since.clone().err()).collect(),
        columns: COLUMNS
            .map(|one| words.get(&format!("totals-{one}")))
            .into(),
        total: table::line(visit, own),
        below: below.iter().map(|one| table::line(visit, one)).collect(),
        left_out: own
            .figures
            .as_ref()
            .map(|figures| table::left_out(words, figures))
            .unwrap_or_default(),
        coverage: coverage::levels(visit, &area, day),
        communes: words.with("totals-communes", &[("n", area.touched().len().into())]),
        meetings: calendar::lines(visit, &area),
        feed: feed_address(key),
        since: shown(&since),
        changes: since
            .ok()
            .flatten()
            .map(|from| changes::since(visit, &area, from)),
        again: visit.link(&addresses::with(&address(key), SINCE, visit.today())),
        csv: csv_address(key),
        action: address(key),
        day: visit.value(DAY).unwrap_or_default().to_owned(),
    })
}

fn shown(since: &Result<Option<NaiveDate>, String>) -> String {
    let day = since.as_ref().ok().copied().flatten();
    day.map(|day| day.to_string()).unwrap_or_default()
}

/// What the figures say, in one sentence.
fn sentence(words: Words, name: &str, figures: Option<&Figures>, day: NaiveDate) -> String {
    let Some(figures) = figures else {
        return words.get("totals-too-much");
    };
    words.with(
        "totals-sentence",
        &[
            ("name", name.into()),
            ("date", date(words.lang(), day).into()),
            ("places", figures.places.into()),
            ("posts", figures.posts.into()),
            ("members", figures.members.into()),
            ("actions", figures.actions.into()),
        ],
    )
}

fn crumbs(visit: &Visit, key: &TerritoryKey) -> Vec<Link> {
    let above = visit.directory.reference.ancestors(key);
    let all = above.iter().chain([key]);
    all.filter_map(|one| territory_link(visit, one)).collect()
}
