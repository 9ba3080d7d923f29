//! `/feuilles-de-route/<slug>/versions/<n>` and `/differences?de=&a=`: what was decided each time, and what changed between.

use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use portulan_app::roadmaps::public;
use portulan_i18n::{Words, date};
use portulan_model::roadmaps::{Roadmap, Version};

use super::differences::{Told, told};
use super::public::{VersionView, found, versions};
use super::view::{self, AxisView};
use super::{address, words};
use crate::pages::page::{Page, html};
use crate::pages::place::Link;
use crate::pages::visit::Visit;

/// The parameters that name two versions.
const FROM: &str = "de";
const TO: &str = "a";

#[derive(Template)]
#[template(path = "roadmaps/version.html")]
struct VersionPage {
    page: Page,
    roadmap: Link,
    standing: String,
    period: String,
    area: String,
    axes: Vec<AxisView>,
}

#[derive(Template)]
#[template(path = "roadmaps/differences.html")]
struct DifferencesPage {
    page: Page,
    roadmap: Link,
    lead: String,
    action: String,
    /// Number, words, whether it is the one that is compared, for each side.
    choices: Vec<(u16, String, bool, bool)>,
    changes: Vec<Told>,
    versions: Vec<VersionView>,
}

fn link(visit: &Visit, roadmap: &Roadmap) -> Link {
    Link {
        address: visit.link(&address(&roadmap.slug)),
        words: roadmap.title.clone(),
    }
}

/// `GET /feuilles-de-route/{roadmap}/versions/{number}`.
pub(super) async fn show(
    visit: Visit,
    Path((slug, number)): Path<(String, String)>,
) -> Result<Response, StatusCode> {
    let roadmap = found(&visit, &slug)?;
    let number: u16 = number.parse().map_err(|_no_number| StatusCode::NOT_FOUND)?;
    let version = public::version(roadmap, number).ok_or(StatusCode::NOT_FOUND)?;
    let (lang, words) = (visit.lang, Words::new(visit.lang));
    let title = words.with(
        "roadmap-version-title",
        &[
            ("title", roadmap.title.as_str().into()),
            ("n", usize::from(number).into()),
        ],
    );
    Ok(html(&VersionPage {
        page: Page::new(&visit, title).apart(),
        roadmap: link(&visit, roadmap),
        standing: named(&visit, version),
        period: words::period(lang, roadmap.period),
        area: words::area(&visit, &roadmap.area),
        axes: view::axes(&visit, roadmap, &version.content, None),
    }))
}

/// A version, with what decided it.
fn named(visit: &Visit, version: &Version) -> String {
    let words = Words::new(visit.lang);
    let stage = words::stage(words, version.stage);
    let on = date(visit.lang, version.on);
    match &version.decision {
        Some(decision) => words.with(
            "roadmap-standing-decided",
            &[
                ("stage", stage.into()),
                ("date", on.into()),
                ("decision", words::decision(words, decision).into()),
            ],
        ),
        None => words.with(
            "roadmap-standing",
            &[("stage", stage.into()), ("date", on.into())],
        ),
    }
}

/// `GET /feuilles-de-route/{roadmap}/differences`. Where nothing is asked, the last two versions.
pub(super) async fn compare(
    visit: Visit,
    Path(slug): Path<String>,
) -> Result<Response, StatusCode> {
    let roadmap = found(&visit, &slug)?;
    let words = Words::new(visit.lang);
    let known: Vec<&Version> = public::versions(roadmap).collect();
    let last = known.last().copied().ok_or(StatusCode::NOT_FOUND)?;
    let before = known.iter().rev().nth(1).copied().unwrap_or(last);
    let asked = |name: &str, other| {
        let number = visit.value(name).and_then(|text| text.parse().ok());
        number
            .and_then(|number| public::version(roadmap, number))
            .unwrap_or(other)
    };
    let (from, to) = (asked(FROM, before), asked(TO, last));
    let lead = words.with(
        "roadmap-differences-lead",
        &[
            ("from", usize::from(from.number).into()),
            ("on", date(visit.lang, from.on).into()),
            ("to", usize::from(to.number).into()),
            ("until", date(visit.lang, to.on).into()),
        ],
    );
    let choice = |one: &&Version| {
        let told = words.with(
            "roadmap-version",
            &[
                ("n", usize::from(one.number).into()),
                ("stage", words::stage(words, one.stage).into()),
                ("date", date(visit.lang, one.on).into()),
            ],
        );
        (
            one.number,
            told,
            one.number == from.number,
            one.number == to.number,
        )
    };
    let title = [("title", roadmap.title.as_str().into())];
    Ok(html(&DifferencesPage {
        page: Page::new(&visit, words.with("roadmap-differences-title", &title)).apart(),
        roadmap: link(&visit, roadmap),
        lead,
        action: format!("{}/differences", address(&roadmap.slug)),
        choices: known.iter().map(choice).collect(),
        changes: told(&visit, roadmap, (&from.content, &to.content)),
        versions: versions(&visit, roadmap),
    }))
}
