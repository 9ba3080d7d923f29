//! `/ecosysteme`: who works with whom in a territory, as a picture, in words and as a table.
//!
//! The picture is drawn by the server and its names are links; the words below it say the same of each body and scheme,
//! and the table (`?vue=tableau`) of everybody.

mod asked;
mod drawing;
mod names;
mod table;

use askama::Template;
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Redirect, Response};
use portulan_app::Directory;
use portulan_charts::{Line, Sign, legend_line, legend_sign};
use portulan_i18n::Words;
use portulan_levels::{ActorKind, Ecosystem, Organisations};
use portulan_model::{PlaceId, Slug, TerritoryKey};

use super::addresses;
use super::page::{Page, html};
use super::place::{Link, territory_link};
use super::visit::Visit;
use crate::routes::{Needs, Routes};
use asked::{Asked, Whither};

/// Most names that a picture can be read with.
const MOST: usize = 300;
/// Bodies and schemes that are told in words below the picture; the table tells them all.
const TOLD: usize = 12;

#[derive(Template)]
#[template(path = "ecosystem.html")]
struct EcosystemPage {
    page: Page,
    asked: Option<Shown>,
    wanted: String,
    choices: Vec<Link>,
    unknown: bool,
}

/// A territory and its actors.
struct Shown {
    key: String,
    crumb: Link,
    kinds: Vec<Choice>,
    levels: Vec<Choice>,
    roles: Vec<Choice>,
    summary: String,
    left_out: Option<String>,
    drawing: String,
    legend: Vec<(String, String)>,
    told: Vec<names::Told>,
    table: String,
    picture: String,
    rows: Option<table::Table>,
}

/// A value that can be asked for.
struct Choice {
    value: &'static str,
    words: String,
    chosen: bool,
}

/// The page.
pub(super) fn routes() -> Routes {
    Routes::default().get(addresses::ECOSYSTEM, Needs::Public, show)
}

/// `GET /ecosysteme`.
async fn show(visit: Visit) -> Result<Response, StatusCode> {
    let words = Words::new(visit.lang);
    let title = |name: &str| words.with("ecosystem-title", &[("name", name.into())]);
    match asked::whither(&visit) {
        Whither::Here(asked) => {
            let known = visit.directory.reference.territory(&asked.key);
            let name = known.ok_or(StatusCode::NOT_FOUND)?.name.clone();
            let shown = shown(&visit, &asked).ok_or(StatusCode::NOT_FOUND)?;
            let page = Page::new(&visit, title(&name)).described(shown.summary.clone());
            Ok(html(&EcosystemPage {
                page,
                asked: Some(shown),
                wanted: name,
                choices: Vec::new(),
                unknown: false,
            }))
        }
        Whither::Elsewhere(address) => Ok(Redirect::to(&visit.link(&address)).into_response()),
        Whither::Choose { wanted, among } => Ok(html(&EcosystemPage {
            page: Page::new(&visit, words.get("ecosystem-heading"))
                .described(words.get("ecosystem-lead")),
            asked: None,
            unknown: among.is_empty() && !wanted.is_empty(),
            choices: among.iter().filter_map(|key| choice(&visit, key)).collect(),
            wanted,
        })),
    }
}

fn choice(visit: &Visit, key: &TerritoryKey) -> Option<Link> {
    let words = territory_link(visit, key)?.words;
    let address = visit.link(&addresses::ecosystem(key));
    Some(Link { address, words })
}

fn shown(visit: &Visit, asked: &Asked) -> Option<Shown> {
    let words = Words::new(visit.lang);
    let here = visit.directory.here(&asked.key, visit.today())?;
    let known = Known(&visit.directory);
    let mut whole = visit.directory.levels.ecosystem(&here, &known);
    if let Some(level) = asked.level {
        whole = whole.at_level(level);
    }
    if let Some(role) = asked.role {
        whole = whole.around_those(|rank, _| names::roles(visit, &whole, rank).contains(&role));
    }
    let whole = whole.of_kinds(&asked.kinds);
    let picture = whole.within(MOST);
    let left_out = (picture.left_out > 0)
        .then(|| words.with("ecosystem-left-out", &[("n", picture.left_out.into())]));
    let summary = summary(visit, &whole);
    Some(Shown {
        key: asked.key.to_string(),
        crumb: territory_link(visit, &asked.key)?,
        kinds: asked.kind_choices(words),
        levels: asked.level_choices(words),
        roles: asked.role_choices(words),
        left_out,
        drawing: drawing::draw(visit, &asked.key, &picture, &summary),
        summary,
        legend: legend(words),
        told: names::told(visit, &whole, TOLD),
        table: visit.link(&asked.address(true, 1)),
        picture: visit.link(&asked.address(false, 1)),
        rows: asked.table.then(|| table::table(visit, asked, &whole)),
    })
}

/// "2 gouvernances, 12 structures, 3 dispositifs ou grappes, 40 lieux, 61 liens."
fn summary(visit: &Visit, whole: &Ecosystem) -> String {
    let count = |kind: ActorKind| {
        let of = whole.knots.iter().filter(|knot| knot.actor.kind() == kind);
        of.map(|knot| knot.count).sum::<usize>()
    };
    let words = Words::new(visit.lang);
    let part = |kind: ActorKind| {
        let id = format!("ecosystem-count-{}", asked::kind_word(kind));
        words.with(&id, &[("n", count(kind).into())])
    };
    let all = ActorKind::ALL.map(part).join(", ");
    let shown = [
        ("parts", all.as_str().into()),
        ("n", whole.ties.len().into()),
    ];
    words.with("ecosystem-summary", &shown)
}

fn legend(words: Words) -> Vec<(String, String)> {
    let signs = [
        (Sign::Ring, "gouvernances"),
        (Sign::Square, "structures"),
        (Sign::Diamond, "dispositifs"),
        (Sign::Dot, "lieux"),
    ];
    let lines = [
        (Line::Strong, "strong"),
        (Line::Plain, "plain"),
        (Line::Dashed, "dashed"),
    ];
    let sign = |(sign, id): (Sign, &str)| {
        (
            legend_sign(sign),
            words.get(&format!("ecosystem-kind-{id}")),
        )
    };
    let line = |(line, id): (Line, &str)| {
        (
            legend_line(line),
            words.get(&format!("ecosystem-line-{id}")),
        )
    };
    signs
        .into_iter()
        .map(sign)
        .chain(lines.into_iter().map(line))
        .collect()
}

/// Organisations as the directory knows them.
struct Known<'a>(&'a Directory);

impl Organisations for Known<'_> {
    fn home(&self, organisation: &Slug) -> Option<TerritoryKey> {
        let known = self.0.organisations.get(organisation)?;
        Some(known.territory.clone())
    }

    fn holders(&self, place: &PlaceId) -> Vec<Slug> {
        self.0.organisations.of_place(place).to_vec()
    }

    fn parent(&self, organisation: &Slug) -> Option<Slug> {
        let known = &self.0.organisations;
        let parent = known.get(organisation)?.parent.clone()?;
        known.get(&parent).map(|_| parent)
    }
}
