//! Pages of plain text: accessibility, ecodesign, legal notices, personal data.

use askama::Template;
use axum::response::Response;
use portulan_i18n::Words;
use portulan_model::Viewed;

use super::page::{Page, html};
use super::visit::Visit;

#[derive(Template)]
#[template(path = "prose.html")]
struct Prose {
    page: Page,
    lead: String,
    sections: Vec<Section>,
}

/// A title and its paragraphs.
struct Section {
    anchor: String,
    title: String,
    text: String,
}

/// `GET /accessibilite`.
pub(crate) async fn accessibility(visit: Visit) -> Response {
    prose(
        &visit,
        "accessibility",
        &["state", "tested", "limits", "tell", "defend"],
    )
}

/// `GET /ecoconception`.
pub(crate) async fn ecodesign(visit: Visit) -> Response {
    prose(
        &visit,
        "ecodesign",
        &["light", "measured", "lasting", "hosting"],
    )
}

/// `GET /mentions-legales`.
pub(crate) async fn notices(visit: Visit) -> Response {
    prose(
        &visit,
        "notices",
        &["publisher", "program", "data", "contact", "security"],
    )
}

/// `GET /donnees-personnelles`.
pub(crate) async fn privacy(visit: Visit) -> Response {
    prose(
        &visit,
        "privacy",
        &[
            "nothing",
            "audience",
            "position",
            "places",
            "proposals",
            "accounts",
            "rights",
        ],
    )
}

fn prose(visit: &Visit, name: &str, sections: &[&str]) -> Response {
    visit.viewed(Viewed::Information);
    let words = Words::new(visit.lang);
    let section = |part: &&str| Section {
        anchor: (*part).to_owned(),
        title: words.get(&format!("{name}-{part}")),
        text: words.get(&format!("{name}-{part}-text")),
    };
    let title = words.get(&format!("{name}-title"));
    let lead = words.get(&format!("{name}-lead"));
    html(&Prose {
        page: Page::new(visit, title).described(lead.clone()),
        lead,
        sections: sections.iter().map(section).collect(),
    })
}
