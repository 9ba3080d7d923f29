//! `/affiche/<kind>-<code>`: the week of a neighbourhood on a wall, A3 or A4.

use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use chrono::{Datelike, Days, NaiveDate};
use portulan_charts::qr_svg;
use portulan_i18n::{Words, date, date_range, number, weekday};
use portulan_model::{Place, TerritoryKey, Viewed};
use portulan_search::Query;

use super::addresses;
use super::contact::phone_display;
use super::opening::monday;
use super::page::{Page, html};
use super::schedule::week_of_help;
use super::territory::{Named, named};
use super::visit::Visit;

#[derive(Template)]
#[template(path = "poster.html")]
struct Poster {
    page: Page,
    format: &'static str,
    formats: Vec<Choice>,
    before: String,
    after: String,
    back: String,
    name: String,
    week: String,
    days: Vec<Head>,
    rows: Vec<Row>,
    others: Option<String>,
    qr: String,
    link: String,
    printed: String,
}

/// A format and its address.
struct Choice {
    name: &'static str,
    address: String,
    chosen: bool,
}

/// A column.
struct Head {
    name: String,
    number: String,
}

/// A place.
struct Row {
    name: String,
    address: String,
    phone: String,
    of_sessions: bool,
    days: Vec<String>,
}

/// `GET /affiche/{key}`.
pub(crate) async fn show(visit: Visit, Path(text): Path<String>) -> Result<Response, StatusCode> {
    match named(&visit, &text).ok_or(StatusCode::NOT_FOUND)? {
        Named::Here(key) => {
            let poster = poster(&visit, &key).ok_or(StatusCode::NOT_FOUND)?;
            visit.viewed(Viewed::Poster);
            Ok(html(&poster))
        }
        Named::Elsewhere(key) => {
            Ok(Redirect::permanent(&visit.link(&addresses::poster(&key))).into_response())
        }
    }
}

fn poster(visit: &Visit, key: &TerritoryKey) -> Option<Poster> {
    let words = Words::new(visit.lang);
    let lang = visit.lang;
    let name = visit.directory.reference.territory(key)?.name.clone();
    let format = if visit.value("format") == Some("a3") {
        "a3"
    } else {
        "a4"
    };
    let room = if format == "a3" { 12 } else { 8 };
    let asked = visit
        .value("semaine")
        .and_then(|text| text.parse::<NaiveDate>().ok());
    let start = monday(asked.unwrap_or_else(|| visit.today()));
    let (total, rows) = rows(visit, key, start, room);
    let others = total.saturating_sub(rows.len());
    let link = visit.absolute(&addresses::results_in(key));
    let at = |format: &str, week: Option<NaiveDate>| {
        let address = addresses::with(&addresses::poster(key), "format", format);
        visit.link(&week.map_or(address.clone(), |week| {
            addresses::with(&address, "semaine", week)
        }))
    };
    let shifted = |days: i64| start.checked_add_signed(chrono::Duration::days(days));
    Some(Poster {
        page: Page::new(
            visit,
            words.with("poster-title", &[("name", name.as_str().into())]),
        )
        .apart(),
        formats: ["a4", "a3"]
            .map(|name| Choice {
                name,
                address: at(name, asked.map(|_| start)),
                chosen: name == format,
            })
            .into(),
        before: at(format, shifted(-7)),
        after: at(format, shifted(7)),
        back: visit.link(&addresses::territory(key)),
        format,
        name,
        week: date_range(lang, start, shifted(6).unwrap_or(start)),
        days: heads(visit, start),
        rows,
        others: (others > 0).then(|| words.with("poster-others", &[("n", others.into())])),
        qr: qr_svg(&link).unwrap_or_default(),
        link,
        printed: words.with(
            "poster-printed",
            &[("date", date(lang, visit.today()).into())],
        ),
    })
}

fn heads(visit: &Visit, start: NaiveDate) -> Vec<Head> {
    let days = (0..7).filter_map(|ahead| start.checked_add_days(Days::new(ahead)));
    days.map(|day| Head {
        name: weekday(visit.lang, day.weekday()),
        number: number(visit.lang, day.day().into()),
    })
    .collect()
}

/// Places that say when, the most useful first.
fn rows(visit: &Visit, key: &TerritoryKey, start: NaiveDate, room: usize) -> (usize, Vec<Row>) {
    let query = Query {
        territories: vec![key.clone()],
        limit: 100,
        ..Query::default()
    };
    let answer = visit.directory.snapshot.answer(&query, visit.now);
    let all = answer
        .hits
        .iter()
        .filter_map(|hit| row(visit, &hit.place, start));
    (answer.total, all.take(room).collect())
}

fn row(visit: &Visit, place: &Place, start: NaiveDate) -> Option<Row> {
    let help = week_of_help(visit.lang, place, start)?;
    let address = &place.record.address;
    Some(Row {
        name: place.record.name.clone(),
        address: address
            .street
            .clone()
            .unwrap_or_else(|| address.commune.clone()),
        phone: place
            .record
            .contact
            .phones
            .first()
            .map(|phone| phone_display(phone))
            .unwrap_or_default(),
        of_sessions: help.of_sessions,
        days: help.days,
    })
}
