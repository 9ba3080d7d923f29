//! `/feuilles-de-route`: roadmaps that were decided, by the level of their body; each with its actions, and its CSV.

use askama::Template;
use axum::extract::Path;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use portulan_app::naming;
use portulan_app::roadmaps::public::{self, Known};
use portulan_formats::roadmaps::actions_csv;
use portulan_i18n::{Words, date};
use portulan_model::roadmaps::{Roadmap, Version};
use portulan_model::{Slug, TerritoryKey};

use super::view::{self, AxisView};
use super::{ROADMAPS, address, words};
use crate::pages::page::{Page, html};
use crate::pages::place::Link;
use crate::pages::visit::Visit;

/// The parameter that keeps the list to a territory.
pub(super) const WITHIN: &str = "territoire";

#[derive(Template)]
#[template(path = "roadmaps/list.html")]
struct ListPage {
    page: Page,
    action: &'static str,
    typed: String,
    wrong: Option<String>,
    groups: Vec<Group>,
}

/// The roadmaps of one level.
struct Group {
    name: String,
    rows: Vec<Row>,
}

/// A roadmap of the list.
struct Row {
    address: String,
    title: String,
    body: String,
    period: String,
    standing: String,
}

#[derive(Template)]
#[template(path = "roadmaps/show.html")]
struct ShowPage {
    page: Page,
    body: Link,
    standing: String,
    period: String,
    area: String,
    counts: Vec<String>,
    money: Option<[String; 3]>,
    axes: Vec<AxisView>,
    versions: Vec<VersionView>,
    /// The report, the joint reply, the PDF, the CSV.
    report: String,
    reply: String,
    pdf: String,
    csv: String,
}

/// A version of the list.
pub(super) struct VersionView {
    pub(super) address: String,
    pub(super) words: String,
    /// What changed since the one before.
    pub(super) changes: Option<String>,
}

/// `GET /feuilles-de-route`.
pub(super) async fn list(visit: Visit) -> Response {
    let words = Words::new(visit.lang);
    let typed = visit.value(WITHIN).unwrap_or_default().trim().to_owned();
    let key =
        (!typed.is_empty()).then(|| naming::territory(&visit.directory.reference, &typed).ok());
    let shown: Vec<&Roadmap> = match &key {
        None => public::all(&visit.directory).collect(),
        Some(Some(key)) => public::within(&visit.directory, key).collect(),
        Some(None) => Vec::new(),
    };
    let wrong = matches!(key, Some(None)).then(|| words.get("source-level-unknown"));
    html(&ListPage {
        page: Page::new(&visit, words.get("roadmaps-title")).described(words.get("roadmaps-lead")),
        action: ROADMAPS,
        groups: groups(&visit, shown),
        typed,
        wrong,
    })
}

/// By the territory on which their body stands, the widest first.
fn groups(visit: &Visit, shown: Vec<&Roadmap>) -> Vec<Group> {
    let levels = &visit.directory.levels;
    let home = |roadmap: &Roadmap| {
        let body = levels.body(&roadmap.body)?;
        levels.homes(&body.seat).first().copied().cloned()
    };
    let mut placed: Vec<(Option<TerritoryKey>, &Roadmap)> =
        shown.into_iter().map(|one| (home(one), one)).collect();
    placed.sort_by(|(a, one), (b, two)| {
        let rank =
            |key: &Option<TerritoryKey>| key.as_ref().map(|key| (key.kind(), key.to_string()));
        (rank(a).is_none(), rank(a), &one.title).cmp(&(rank(b).is_none(), rank(b), &two.title))
    });
    let mut groups: Vec<(Option<TerritoryKey>, Group)> = Vec::new();
    for (key, roadmap) in placed {
        let row = row(visit, roadmap);
        if let Some((_, group)) = groups.last_mut().filter(|(last, _)| *last == key) {
            group.rows.push(row);
            continue;
        }
        let known = key.as_ref();
        let known = known.and_then(|key| visit.directory.reference.territory(key));
        let other = || Words::new(visit.lang).get("roadmaps-elsewhere");
        let name = known.map_or_else(other, |one| one.name.clone());
        let rows = vec![row];
        groups.push((key, Group { name, rows }));
    }
    groups.into_iter().map(|(_, group)| group).collect()
}

fn row(visit: &Visit, roadmap: &Roadmap) -> Row {
    Row {
        address: visit.link(&address(&roadmap.slug)),
        title: roadmap.title.clone(),
        body: words::body(&visit.directory, &roadmap.body),
        period: words::period(visit.lang, roadmap.period),
        standing: words::standing(visit.lang, roadmap),
    }
}

/// The roadmap of an address, where it was decided.
pub(super) fn found<'a>(visit: &'a Visit, slug: &str) -> Result<&'a Roadmap, StatusCode> {
    let slug: Slug = slug.parse().map_err(|_no_slug| StatusCode::NOT_FOUND)?;
    public::find(&visit.directory, &slug).ok_or(StatusCode::NOT_FOUND)
}

/// `GET /feuilles-de-route/{roadmap}`.
pub(super) async fn show(visit: Visit, Path(slug): Path<String>) -> Result<Response, StatusCode> {
    let roadmap = found(&visit, &slug)?;
    let (lang, words) = (visit.lang, Words::new(visit.lang));
    let content = public::content(roadmap);
    let at = |end: &str| visit.link(&format!("{}/{end}", address(&roadmap.slug)));
    let body = view::body_link(&visit, &roadmap.body);
    let about = [("body", body.words.as_str().into())];
    Ok(html(&ShowPage {
        page: Page::new(&visit, roadmap.title.clone())
            .described(words.with("roadmap-about", &about)),
        standing: words::standing(lang, roadmap),
        period: words::period(lang, roadmap.period),
        area: words::area(&visit, &roadmap.area),
        counts: view::tally(words, content),
        money: view::money(lang, content),
        axes: view::axes(&visit, roadmap, content, None),
        versions: versions(&visit, roadmap),
        report: at("bilan"),
        reply: at("reponse"),
        pdf: at("feuille-de-route.pdf"),
        csv: format!("{}/actions.csv", address(&roadmap.slug)),
        body,
    }))
}

/// The versions that were decided, the last first, each with what changed.
pub(super) fn versions(visit: &Visit, roadmap: &Roadmap) -> Vec<VersionView> {
    let (lang, words) = (visit.lang, Words::new(visit.lang));
    let mut before: Option<&Version> = None;
    let mut all = Vec::new();
    for one in public::versions(roadmap) {
        let told = [
            ("n", usize::from(one.number).into()),
            ("stage", words::stage(words, one.stage).into()),
            ("date", date(lang, one.on).into()),
        ];
        all.push(VersionView {
            address: visit.link(&format!(
                "{}/versions/{}",
                address(&roadmap.slug),
                one.number
            )),
            words: words.with("roadmap-version", &told),
            changes: before.map(|was| {
                let pair = format!("de={}&a={}", was.number, one.number);
                visit.link(&format!("{}/differences?{pair}", address(&roadmap.slug)))
            }),
        });
        before = Some(one);
    }
    all.reverse();
    all
}

/// `GET /feuilles-de-route/{roadmap}/actions.csv`.
pub(super) async fn actions(
    visit: Visit,
    Path(slug): Path<String>,
) -> Result<Response, StatusCode> {
    let roadmap = found(&visit, &slug)?;
    let content = public::content(roadmap);
    let text = actions_csv(roadmap, content, &Known(&visit.directory));
    Ok(csv(&format!("{}-actions.csv", roadmap.slug), text))
}

/// A file to keep.
pub(super) fn csv(name: &str, text: String) -> Response {
    let headers = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()),
        (
            header::CONTENT_DISPOSITION,
            format!("attachment; filename=\"{name}\""),
        ),
    ];
    (headers, text).into_response()
}
