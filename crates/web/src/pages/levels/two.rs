//! Two territories side by side: level by level, what each has; what both have is said once.

use askama::Template;
use axum::response::Response;
use portulan_i18n::Words;
use portulan_model::Viewed;

use super::super::page::{Page, html};
use super::super::place::Link;
use super::super::visit::Visit;
use super::asked::{Day, With};
use super::lines::{Fact, Line};
use super::show::{self, Head};
use super::spot::{self, Lead, Somewhere};
use super::view::{Asked, LevelView};
use crate::auth::Looking;

#[derive(Template)]
#[template(path = "levels/two.html")]
struct TwoPage {
    page: Page,
    head: Head,
    one: Link,
    two: Link,
    levels: Vec<Pair>,
}

/// A level of both.
struct Pair {
    name: String,
    rows: Vec<Row>,
}

/// A fact of both; where both say the same, the second is left out.
struct Row {
    name: String,
    one: Vec<Line>,
    two: Option<Vec<Line>>,
}

/// The levels of one place in the world, or those of two where another is asked for.
pub(super) fn or_one(looking: &Looking, at: &Somewhere, day: &Day) -> Response {
    let visit = &looking.visit;
    let mut head = show::head(visit, at, day);
    match With::of(visit, day, &at.path) {
        With::Nothing => {}
        With::Wrong(told) => head.wrong.push(told),
        With::Choose(choices) => head.choices = choices,
        With::Territory(key) => {
            let lead = spot::of_key(visit, &key.to_string(), day.on);
            if let Some(Lead::Here(other)) = lead {
                head.with.clone_from(&other.name);
                return both(looking, at, &other, day, head);
            }
        }
    }
    show::one(looking, at, head)
}

fn both(
    looking: &Looking,
    at: &Somewhere,
    other: &Somewhere,
    day: &Day,
    mut head: Head,
) -> Response {
    let visit = &looking.visit;
    visit.viewed(Viewed::Territory);
    let words = Words::new(visit.lang);
    let asked = Asked {
        visit,
        levels: &visit.directory.levels,
        tells_missing: false,
    };
    let names = [
        ("one", at.name.as_str().into()),
        ("two", other.name.as_str().into()),
    ];
    let title = words.with("levels-two", &names);
    head.name.clone_from(&title);
    head.about.clear();
    let page = TwoPage {
        page: show::page(visit, &title).tab("niveaux"),
        one: link(visit, at, day),
        two: link(visit, other, day),
        levels: pairs(words, &asked.levels(at), &asked.levels(other)),
        head,
    };
    show::kept(looking, html(&page))
}

fn link(visit: &Visit, at: &Somewhere, day: &Day) -> Link {
    Link {
        address: visit.link(&day.carried(&at.path)),
        words: at.name.clone(),
    }
}

/// The levels of either, in their order.
fn pairs(words: Words, one: &[LevelView], two: &[LevelView]) -> Vec<Pair> {
    let ids = [
        "etat",
        "region",
        "departement",
        "epci",
        "commune",
        "quartier",
    ];
    let of = |all: &[LevelView], id: &str| all.iter().position(|level| level.id == id);
    let mut pairs = Vec::new();
    for id in ids {
        let (a, b) = (of(one, id), of(two, id));
        let (a, b) = (a.and_then(|at| one.get(at)), b.and_then(|at| two.get(at)));
        if let Some(first) = a.or(b) {
            pairs.push(Pair {
                name: first.name.clone(),
                rows: rows(words, a, b),
            });
        }
    }
    pairs
}

/// The facts of a level of both, those of the first in its order, then what the second alone has.
fn rows(words: Words, one: Option<&LevelView>, two: Option<&LevelView>) -> Vec<Row> {
    let lead = words.get("levels-lead-row");
    let title = |level: Option<&LevelView>| level.map_or_else(Vec::new, titled);
    let mut rows = vec![row(lead, title(one), title(two))];
    let mut names: Vec<&str> = Vec::new();
    for fact in facts(one).iter().chain(facts(two)) {
        if !names.contains(&fact.base.as_str()) {
            names.push(&fact.base);
        }
    }
    for name in names {
        let lines = |all: &[Fact]| {
            let found = all.iter().find(|fact| fact.base == name);
            found.map_or_else(Vec::new, |fact| fact.brief(words))
        };
        rows.push(row(name.to_owned(), lines(facts(one)), lines(facts(two))));
    }
    rows
}

fn facts(level: Option<&LevelView>) -> &[Fact] {
    level.map_or(&[], |level| level.facts.as_slice())
}

/// Who leads, and where.
fn titled(level: &LevelView) -> Vec<Line> {
    let first = Line {
        words: level.title.clone(),
        unknown: !level.led,
        ..Line::default()
    };
    let others = level.others.iter().map(|other| other.title.clone());
    std::iter::once(first.noted(level.territory.clone()))
        .chain(others)
        .collect()
}

fn row(name: String, one: Vec<Line>, two: Vec<Line>) -> Row {
    let same = one == two;
    Row {
        name,
        one,
        two: (!same).then_some(two),
    }
}
