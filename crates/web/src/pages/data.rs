//! `/donnees`: open data, formats, licences, sources.

use askama::Template;
use axum::response::Response;
use portulan_i18n::{Words, number};
use portulan_model::Viewed;

use super::addresses;
use super::giving;
use super::page::{Page, html};
use super::visit::Visit;

#[derive(Template)]
#[template(path = "data.html")]
struct Data {
    page: Page,
    places: String,
    revision: String,
    files: Vec<File>,
    /// The files of data·inclusion.
    inclusion: Vec<File>,
    sources: Vec<Source>,
}

/// A file to download.
struct File {
    address: String,
    title: String,
    about: String,
}

/// Where places come from.
struct Source {
    name: String,
    places: String,
}

/// `GET /donnees`.
pub(crate) async fn show(visit: Visit) -> Response {
    visit.viewed(Viewed::Information);
    let words = Words::new(visit.lang);
    let snapshot = &visit.directory.snapshot;
    let count = |n: usize| number(visit.lang, u64::try_from(n).unwrap_or(u64::MAX));
    let file = |format: &str| File {
        address: addresses::export(format, None),
        title: words.get(&format!("data-{format}")),
        about: words.get(&format!("data-{format}-about")),
    };
    let inclusion = |name: &str| File {
        address: format!("{}/data-inclusion/{name}", addresses::DATA),
        title: name.to_owned(),
        about: words.get(&format!("data-inclusion-{}", name.replace('.', "-"))),
    };
    let sources = snapshot.known_values().sources.iter();
    html(&Data {
        page: Page::new(&visit, words.get("data-title"))
            .tab("donnees")
            .described(words.get("data-lead")),
        places: words.with("count-places", &[("n", snapshot.len().into())]),
        revision: visit.directory.revision.0.to_string(),
        files: ["csv", "geojson", "ndjson"].map(file).into(),
        inclusion: giving::FILES.map(inclusion).into(),
        sources: sources
            .map(|(slug, n)| Source {
                name: slug.to_string(),
                places: count(*n),
            })
            .collect(),
    })
}
