//! `/lieux/{slug}/visites`: how often the page and the sheet of a place were looked at, for its own people.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use portulan_app::{Lead, audience, rights};
use portulan_i18n::number;
use portulan_model::{Month, Viewed};
use portulan_policy::actions::EditPlace;

use super::month_name;
use crate::auth::{Desk, Refused};
use crate::pages::addresses;
use crate::pages::page::{Page, html};

#[derive(Template)]
#[template(path = "visits.html")]
struct Visits {
    page: Page,
    public: String,
    edit: String,
    months: Vec<Row>,
}

/// A month, and how often the page and the sheet were looked at.
struct Row {
    name: String,
    page: String,
    sheet: String,
}

/// `GET /lieux/{slug}/visites`.
pub(super) async fn show(desk: Desk, Path(slug): Path<String>) -> Result<Response, Refused> {
    let directory = &desk.visit.directory;
    let place = match directory.lead(&slug) {
        Lead::Here(place) | Lead::Moved(place) => place,
        Lead::Gone(gone) => &gone.place,
        Lead::Nowhere => return Err(Refused(StatusCode::NOT_FOUND)),
    };
    let may = desk.may_on::<EditPlace>(rights::place(directory, place))?;
    let mut months: BTreeMap<Month, (u64, u64)> = BTreeMap::new();
    for one in audience::of_place(desk.app(), &may, place.id).await? {
        let month = months.entry(one.month).or_default();
        if one.kind == Viewed::SHEET {
            month.1 += one.views;
        } else {
            month.0 += one.views;
        }
    }
    let lang = desk.visit.lang;
    let row = |(month, (page, sheet)): (Month, (u64, u64))| Row {
        name: month_name(lang, month),
        page: number(lang, page),
        sheet: number(lang, sheet),
    };
    let told = [("name", place.record.name.as_str().into())];
    Ok(html(&Visits {
        page: desk.page(desk.words().with("audience-place-title", &told), ""),
        public: desk.visit.link(&addresses::place(&place.slug)),
        edit: desk.visit.link(&addresses::edit(&place.slug)),
        months: months.into_iter().rev().map(row).collect(),
    }))
}
