//! `/`: one field, nine needs, and the other doors. A need is a button of the form: what was typed goes with it.

use askama::Template;
use axum::response::Response;
use portulan_charts::rhumb_lines;
use portulan_i18n::{ListWords, Words, situation, text, theme};
use portulan_model::orientation::{Situation, Theme};
use portulan_model::{ClosedList, Service, Viewed};

use super::page::{Page, html};
use super::visit::Visit;

#[derive(Template)]
#[template(path = "home.html")]
struct Home {
    page: Page,
    rhumb: String,
    needs: Vec<Door>,
    situations: Vec<Door>,
    themes: Vec<Door>,
    count: String,
}

/// The needs in the order in which people come with them, counters first.
const NEEDS: [Service; 9] = [
    Service::Paperwork,
    Service::Connection,
    Service::Basics,
    Service::Safety,
    Service::Work,
    Service::Equipment,
    Service::Parenting,
    Service::Making,
    Service::Understanding,
];

/// A door to results.
struct Door {
    value: &'static str,
    title: String,
    hint: String,
}

/// `GET /`.
pub(crate) async fn show(visit: Visit) -> Response {
    visit.viewed(Viewed::Home);
    let lang = visit.lang;
    let words = Words::new(lang);
    let need = |need: &Service| Door {
        value: need.slug(),
        title: need.words(lang),
        hint: need.hint(lang).unwrap_or_default(),
    };
    let situated = |value: Situation| Door {
        value: value.slug(),
        title: situation(lang, value),
        hint: text(lang, &format!("situation-{}-hint", value.slug())),
    };
    let themed = |value: Theme| Door {
        value: value.slug(),
        title: theme(lang, value).0,
        hint: String::new(),
    };
    html(&Home {
        page: Page::new(&visit, words.get("home-title"))
            .tab("aide")
            .described(words.get("home-lead")),
        rhumb: rhumb_lines(),
        needs: NEEDS.iter().map(need).collect(),
        situations: Situation::ALL.into_iter().map(situated).collect(),
        themes: Theme::ALL.into_iter().map(themed).collect(),
        count: words.with(
            "home-count",
            &[("n", visit.directory.snapshot.len().into())],
        ),
    })
}
