//! `/feuilles-de-route/<slug>/reponse`: the joint reply of a territory, for paper: who carries, who takes part, who does
//! neither, member by member.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use portulan_app::roadmaps::{members, public};
use portulan_i18n::{Words, date, listed};
use portulan_model::Slug;
use portulan_model::roadmaps::Content;

use super::public::found;
use super::view::body_link;
use super::{address, words};
use crate::pages::page::{Page, html};
use crate::pages::place::Link;
use crate::pages::visit::Visit;

#[derive(Template)]
#[template(path = "roadmaps/reply.html")]
struct ReplyPage {
    page: Page,
    roadmap: Link,
    body: Link,
    lead: String,
    groups: Vec<Group>,
}

/// Those who take the same part.
struct Group {
    title: String,
    none: String,
    rows: Vec<(String, String)>,
}

/// What an organisation does: the actions that it carries, and those in which it takes part.
#[derive(Default)]
struct Part<'a> {
    carries: Vec<&'a str>,
    joins: Vec<&'a str>,
}

/// `GET /feuilles-de-route/{roadmap}/reponse`.
pub(super) async fn show(visit: Visit, Path(slug): Path<String>) -> Result<Response, StatusCode> {
    let roadmap = found(&visit, &slug)?;
    let words = Words::new(visit.lang);
    let content = public::content(roadmap);
    let parts = parts(&visit, &roadmap.body, content);
    let body = body_link(&visit, &roadmap.body);
    let told = [
        ("body", body.words.as_str().into()),
        ("date", date(visit.lang, visit.today()).into()),
    ];
    let lead = words.with("roadmap-reply-lead", &told);
    let title = [("title", roadmap.title.as_str().into())];
    Ok(html(&ReplyPage {
        page: Page::new(&visit, words.with("roadmap-reply-title", &title)),
        roadmap: Link {
            address: visit.link(&address(&roadmap.slug)),
            words: roadmap.title.clone(),
        },
        body,
        lead,
        groups: groups(&visit, &parts),
    }))
}

/// What each member does, and whoever else carries or takes part.
fn parts<'a>(visit: &Visit, body: &Slug, content: &'a Content) -> BTreeMap<Slug, Part<'a>> {
    let own = members(&visit.directory, body, visit.today()).cloned();
    let mut all: BTreeMap<Slug, Part<'a>> = own.map(|slug| (slug, Part::default())).collect();
    for action in content.actions() {
        for slug in &action.leads {
            all.entry(slug.clone())
                .or_default()
                .carries
                .push(&action.title);
        }
        let others = action
            .partners
            .iter()
            .filter(|slug| !action.leads.contains(slug));
        for slug in others {
            all.entry(slug.clone())
                .or_default()
                .joins
                .push(&action.title);
        }
    }
    all
}

fn groups(visit: &Visit, parts: &BTreeMap<Slug, Part<'_>>) -> Vec<Group> {
    let words = Words::new(visit.lang);
    let group = |word: &str, of: &dyn Fn(&Part<'_>) -> Option<String>| {
        let row = |(slug, part): (&Slug, &Part<'_>)| {
            let name = words::organisation(&visit.directory, slug);
            of(part).map(|told| (name, told))
        };
        let mut rows: Vec<(String, String)> = parts.iter().filter_map(row).collect();
        rows.sort_by_cached_key(|(name, _)| portulan_text::fold(name));
        Group {
            title: words.get(&format!("roadmap-reply-{word}")),
            none: words.get("roadmap-reply-nobody"),
            rows,
        }
    };
    let told = |titles: &[&str]| {
        listed(
            visit.lang,
            titles.iter().map(|one| (*one).to_owned()).collect(),
        )
    };
    vec![
        group("carries", &|part| {
            (!part.carries.is_empty()).then(|| told(&part.carries))
        }),
        group("joins", &|part| {
            let joins = part.carries.is_empty() && !part.joins.is_empty();
            joins.then(|| told(&part.joins))
        }),
        group("neither", &|part| {
            let neither = part.carries.is_empty() && part.joins.is_empty();
            neither.then(String::new)
        }),
    ]
}
