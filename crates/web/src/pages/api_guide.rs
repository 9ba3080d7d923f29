//! `/api/v1`: the readable page of the API, from the tables that also make the OpenAPI document.

use askama::Template;
use axum::response::Response;
use portulan_i18n::{Lang, Words};

use super::page::{Page, html};
use super::visit::Visit;
use crate::api::Section;
use crate::api::reference::sections;

#[derive(Template)]
#[template(path = "api.html")]
struct Guide {
    page: Page,
    about: String,
    sections: Vec<Section>,
}

/// `GET /api/v1`. In French: the names of the contract are French words.
pub(crate) async fn show(mut visit: Visit) -> Response {
    visit.lang = Lang::Fr;
    let words = Words::new(visit.lang);
    let mut page = Page::new(&visit, words.get("api-title"))
        .tab("donnees")
        .described(words.get("api-about"));
    page.languages.clear();
    html(&Guide {
        page,
        about: words.get("api-about"),
        sections: sections(&visit.directory),
    })
}
