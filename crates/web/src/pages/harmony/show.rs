//! The page: how many things there are to do, then each of them under its heading.

use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use portulan_app::{Directory, rights};
use portulan_i18n::{Words, date};
use portulan_levels::{Subject, harmony};
use portulan_model::Area;
use portulan_policy::actions::SeeGaps;
use portulan_policy::{Node, Target};

use super::super::addresses::{self, Source};
use super::super::page::{Page, html};
use super::super::place::Link;
use super::lines::{Heading, headings};
use crate::auth::{Desk, Refused, named};

#[derive(Template)]
#[template(path = "harmony.html")]
struct HarmonyPage {
    page: Page,
    own: Link,
    on: String,
    count: String,
    settled: bool,
    headings: Vec<Heading>,
}

/// `GET /harmonisation/{key}`.
pub(super) async fn show(desk: Desk, Path(text): Path<String>) -> Result<Response, Refused> {
    let node: Node = named(&text)?;
    let directory = &desk.visit.directory;
    let day = desk.visit.today();
    let (subject, target) = subject(directory, &node, day).ok_or(Refused(StatusCode::NOT_FOUND))?;
    let _may = desk.may_on::<SeeGaps>(target)?;
    let found = harmony(&directory.levels, subject, day);
    let words = Words::new(desk.visit.lang);
    let (name, own) = named_as(subject);
    let own = Link {
        address: desk.visit.link(&own),
        words: words.get("harmony-own"),
    };
    let title = words.with("harmony-title", &[("name", name.into())]);
    let on = date(words.lang(), day);
    Ok(html(&HarmonyPage {
        page: desk.page(title, "harmonisation"),
        own,
        on: words.with("harmony-on", &[("date", on.into())]),
        count: words.with("harmony-count", &[("n", found.count().into())]),
        settled: found.count() == 0,
        headings: headings(&desk.visit, &found, area(subject)),
    }))
}

/// What is looked at, and under what it stands: a body is also opened by the organisations that lead it.
fn subject<'a>(
    directory: &'a Directory,
    node: &Node,
    day: chrono::NaiveDate,
) -> Option<(Subject<'a>, Target)> {
    let levels = &directory.levels;
    match node {
        Node::Scheme(slug) => {
            let one = levels.scheme(slug)?;
            Some((Subject::Scheme(one), rights::scheme(directory, one)))
        }
        Node::Cluster(slug) => {
            let one = levels.cluster(slug)?;
            Some((Subject::Cluster(one), rights::cluster(directory, one)))
        }
        Node::Body(slug) => {
            let one = levels.body(slug)?;
            Some((Subject::Body(one), rights::led_body(directory, one, day)))
        }
        _ => None,
    }
}

/// What it covers.
const fn area(subject: Subject<'_>) -> &Area {
    match subject {
        Subject::Scheme(one) => &one.area,
        Subject::Cluster(one) => &one.area,
        Subject::Body(one) => &one.area,
    }
}

/// How it is called, and where everybody reads of it.
fn named_as(subject: Subject<'_>) -> (&str, String) {
    match subject {
        Subject::Scheme(one) => (&one.name, addresses::source(Source::Scheme, &one.slug)),
        Subject::Cluster(one) => (&one.name, addresses::source(Source::Cluster, &one.slug)),
        Subject::Body(one) => (&one.name, addresses::source(Source::Body, &one.slug)),
    }
}
