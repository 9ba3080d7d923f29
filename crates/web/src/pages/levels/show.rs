//! `/niveaux/<kind>-<code>`: the levels of one place in the world, today or on another day.

use askama::Template;
use axum::extract::Path;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse as _, Redirect, Response};
use portulan_app::rights;
use portulan_i18n::Words;
use portulan_model::Viewed;
use portulan_policy::actions::ManageBodies;
use portulan_policy::allow;

use super::super::addresses;
use super::super::page::{Page, html};
use super::super::place::Link;
use super::super::visit::Visit;
use super::asked::{DAY, Day, WITH};
use super::spot::{self, Lead, Somewhere};
use super::two;
use super::view::{Asked, LevelView, is_dense};
use crate::auth::Looking;

#[derive(Template)]
#[template(path = "levels/show.html")]
struct LevelsPage {
    page: Page,
    head: Head,
    levels: Vec<LevelView>,
    /// Whether whoever looks is told what is missing.
    desk: bool,
    /// Whether a sheet of paper is full.
    dense: bool,
}

/// What stands above and below the levels, on the page of one territory as on that of two.
pub(super) struct Head {
    pub(super) name: String,
    pub(super) about: String,
    pub(super) own: Option<Link>,
    /// On which day, where it is another than today.
    pub(super) on: Option<String>,
    pub(super) today: String,
    pub(super) wrong: Vec<String>,
    pub(super) choices: Vec<Link>,
    /// The form: where it goes, what it holds.
    pub(super) action: String,
    pub(super) hidden: Vec<(&'static str, String)>,
    pub(super) day: String,
    pub(super) with: String,
}

/// `GET /niveaux/{key}`.
pub(super) async fn show(
    looking: Looking,
    Path(text): Path<String>,
) -> Result<Response, StatusCode> {
    let visit = &looking.visit;
    let day = Day::of(visit);
    match spot::of_key(visit, &text, day.on).ok_or(StatusCode::NOT_FOUND)? {
        Lead::Here(at) => Ok(two::or_one(&looking, &at, &day)),
        Lead::Elsewhere(path) => {
            let address = visit.link(&carried(visit, &path));
            Ok(Redirect::to(&address).into_response())
        }
    }
}

/// An address with the day and the other territory that are asked.
pub(super) fn carried(visit: &Visit, path: &str) -> String {
    let asked = [DAY, WITH];
    let kept = asked.iter().filter_map(|name| {
        let value = visit.value(name).map(str::trim)?;
        (!value.is_empty()).then_some((*name, value))
    });
    let query = addresses::with_query("", kept);
    match (query.strip_prefix('?'), path.contains('?')) {
        (Some(query), true) => format!("{path}&{query}"),
        _ => format!("{path}{query}"),
    }
}

/// The levels of one place in the world.
pub(super) fn one(looking: &Looking, at: &Somewhere, head: Head) -> Response {
    let visit = &looking.visit;
    visit.viewed(Viewed::Territory);
    let desk = tells_missing(looking, at);
    let asked = Asked {
        visit,
        levels: &visit.directory.levels,
        tells_missing: desk,
    };
    let levels = asked.levels(at);
    let page = LevelsPage {
        page: page(visit, &at.name).tab("niveaux"),
        dense: is_dense(&levels),
        levels,
        head,
        desk,
    };
    kept(looking, html(&page))
}

/// What stands around the levels of somewhere.
pub(super) fn head(visit: &Visit, at: &Somewhere, day: &Day) -> Head {
    let words = Words::new(visit.lang);
    Head {
        name: at.name.clone(),
        about: at.about.clone(),
        own: at.page.as_ref().map(|link| Link {
            address: link.address.clone(),
            words: link.words.clone(),
        }),
        on: day.words(words),
        today: visit.link(&at.path),
        wrong: day.wrong.iter().cloned().collect(),
        choices: Vec::new(),
        action: at.path.split('?').next().unwrap_or_default().to_owned(),
        hidden: at.typed.clone(),
        day: day.typed(),
        with: visit.value(WITH).unwrap_or_default().to_owned(),
    }
}

/// The frame of the page.
pub(super) fn page(visit: &Visit, name: &str) -> Page {
    let words = Words::new(visit.lang);
    let told = [("name", name.into())];
    Page::new(visit, words.with("levels-title-of", &told))
        .described(words.with("levels-about", &told))
}

/// Whether whoever looks may see to what is missing here.
pub(super) fn tells_missing(looking: &Looking, at: &Somewhere) -> bool {
    let target = || rights::territory(&looking.visit.directory, &at.territory);
    looking.is_somebody() && allow::<ManageBodies>(&looking.actor, target()).is_ok()
}

/// What was made for somebody in particular stays out of every cache.
pub(super) fn kept(looking: &Looking, mut response: Response) -> Response {
    if looking.is_somebody() {
        let never = HeaderValue::from_static("no-store");
        response.headers_mut().insert(header::CACHE_CONTROL, never);
    }
    response
}
