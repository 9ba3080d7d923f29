//! `/fiche/<slug>`: the sheet handed over at a counter: A6, A5 or A4, large print, a chosen language.

use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use chrono::Days;
use portulan_charts::qr_svg;
use portulan_i18n::{Lang, ListWords, Words, date};
use portulan_model::{Place, PlaceField, Viewed};

use super::addresses;
use super::contact::phone_display;
use super::opening;
use super::page::{Page, html};
use super::place::values;
use super::schedule::{self, SessionView};
use super::sure;
use super::visit::Visit;

/// How long a sheet may be believed: hours of public places change with the school year, and a month is what a
/// person keeps a paper.
const VALID_DAYS: u64 = 30;
/// Sessions that hold on the smallest sheet.
const SESSIONS: usize = 4;

#[derive(Template)]
#[template(path = "sheet.html")]
struct Sheet {
    page: Page,
    format: &'static str,
    large: bool,
    formats: Vec<Choice>,
    large_link: String,
    back: String,
    name: String,
    address: String,
    complement: Option<String>,
    phones: Vec<String>,
    hours: String,
    hours_known: String,
    notices: Vec<String>,
    sessions: Vec<SessionView>,
    services: Vec<Mark>,
    price: String,
    come: String,
    qr: String,
    link: String,
    valid: String,
    source: String,
}

/// A format, and the address of the sheet in it.
struct Choice {
    name: &'static str,
    address: String,
    chosen: bool,
}

/// A service and its pictogram.
struct Mark {
    slug: &'static str,
    words: String,
}

/// `GET /fiche/{slug}`.
pub(crate) async fn show(visit: Visit, Path(slug): Path<String>) -> Result<Response, StatusCode> {
    let place = visit
        .directory
        .snapshot
        .by_slug(&slug)
        .cloned()
        .ok_or(StatusCode::NOT_FOUND)?;
    visit.viewed(Viewed::Sheet(place.id));
    Ok(html(&sheet(&visit, &place)))
}

fn sheet(visit: &Visit, place: &Place) -> Sheet {
    let (lang, record) = (visit.lang, &place.record);
    let words = Words::new(lang);
    let format = format_of(visit.value("format"));
    let large = visit.value("grand") == Some("1");
    let local = visit
        .now
        .with_timezone(&opening::clock(place))
        .naive_local();
    let valid = local
        .date()
        .checked_add_days(Days::new(VALID_DAYS))
        .unwrap_or(local.date());
    let link = visit.absolute(&addresses::place(&place.slug));
    let mut sessions = schedule::sessions(lang, place, local);
    sessions.truncate(SESSIONS);
    let title = words.with("sheet-title", &[("name", record.name.as_str().into())]);
    let address = |format: &str, large: bool| {
        let address = addresses::with(&addresses::sheet(&place.slug), "format", format);
        visit.link(&if large {
            addresses::with(&address, "grand", 1)
        } else {
            address
        })
    };
    Sheet {
        page: Page::new(visit, title).apart(),
        formats: ["a6", "a5", "a4"]
            .map(|name| Choice {
                name,
                address: address(name, large),
                chosen: name == format,
            })
            .into(),
        large_link: address(format, !large),
        format,
        large,
        back: visit.link(&addresses::place(&place.slug)),
        name: record.name.clone(),
        address: super::results::postal(place),
        complement: record.address.complement.clone(),
        phones: record
            .contact
            .phones
            .iter()
            .map(|phone| phone_display(phone))
            .collect(),
        hours: hours(lang, place, opening::monday(local.date())),
        hours_known: sure::of_field(lang, place, PlaceField::Horaires, local.date()),
        notices: schedule::notices(visit, place),
        sessions,
        services: record
            .services
            .iter()
            .map(|service| Mark {
                slug: portulan_model::ClosedList::slug(service),
                words: service.words(lang),
            })
            .collect(),
        price: values(lang, record.fees).unwrap_or_else(|| words.get("not-known")),
        come: values(lang, record.access).unwrap_or_else(|| words.get("not-known")),
        qr: qr_svg(&link).unwrap_or_default(),
        link,
        valid: words.with("sheet-valid", &[("date", date(lang, valid).into())]),
        source: record
            .producer
            .clone()
            .unwrap_or_else(|| record.provenance.record.source.to_string()),
    }
}

fn format_of(asked: Option<&str>) -> &'static str {
    match asked.map(str::to_ascii_lowercase).as_deref() {
        Some("a6") => "a6",
        Some("a4") => "a4",
        _ => "a5",
    }
}

fn hours(lang: Lang, place: &Place, monday: chrono::NaiveDate) -> String {
    match schedule::building(place) {
        Some(hours) => schedule::sentence(lang, &hours, monday),
        None => place
            .record
            .hours_text
            .clone()
            .unwrap_or_else(|| Words::new(lang).get("sheet-no-hours")),
    }
}
