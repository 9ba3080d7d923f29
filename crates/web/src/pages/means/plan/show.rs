//! The page of a plan: what it comes to in a few sentences, a bar for each year with all of its figures beside it, the tables,
//! what is told twice, what would change, and the files.

use axum::extract::Path;
use axum::response::Response;
use chrono::Datelike as _;
use portulan_charts::{Fill, ShareInput, svg_share};
use portulan_i18n::amount;
use portulan_model::Cents;
use portulan_plan::{Doubled, Row as Years};

use super::grid::{self, Grid};
use super::{Reached, TAB, suppose};
use crate::auth::{Desk, Refused};
use crate::pages::addresses;
use crate::pages::means::pools;
use crate::pages::parts::{Cell, Head, Line, Part, Table, desk_page};

/// How many years from this one the page leads to.
const NEAR: u32 = 2;

/// `GET /espace/gouvernances/{slug}/plan`.
pub(super) async fn show(desk: Desk, Path(slug): Path<String>) -> Result<Response, Refused> {
    let plan = Reached::open(&desk, &slug).await?;
    let words = desk.words();
    let mut parts = vec![ways(&desk, &plan)];
    parts.extend(sentences(&desk, &plan).into_iter().map(Part::Text));
    parts.extend(bars(&desk, &plan));
    for grid in grid::grids(&desk, &plan) {
        parts.push(Part::Title(grid.id, words.get(grid.caption)));
        parts.push(Part::Table(table(&desk, &grid)));
    }
    parts.extend(doubled(&desk, &plan));
    parts.extend(pools::ways(&desk, (&plan.body.slug, None)).await?);
    parts.extend(suppose::parts(&desk, &plan)?);
    let here = desk.visit.link(&addresses::body_desk(&plan.body.slug, ""));
    let head = Head {
        crumbs: vec![(here, plan.body.name.clone())],
        lead: words.get("plan-lead"),
    };
    let title = words.with("plan-of", &[("name", plan.body.name.as_str().into())]);
    Ok(desk_page(desk.page(title, TAB), head, parts))
}

/// The years before and after, the envelopes, the files. Years far away are asked for by the address alone: the ways through a
/// plan come to an end.
fn ways(desk: &Desk, plan: &Reached) -> Part {
    let words = desk.words();
    let here = addresses::body_desk(&plan.body.slug, super::PART);
    let since = |year: i32| {
        let told = [("year", year.to_string().into())];
        let address = addresses::with(&here, super::SINCE, year);
        (desk.visit.link(&address), words.with("plan-des", &told))
    };
    let envelopes = addresses::body_desk(&plan.body.slug, "enveloppes");
    let file = |end: &str, id: &str| (plan.at(desk, end), words.get(id));
    let (first, now) = (plan.told.first, desk.visit.today().year());
    let beside = [first.saturating_sub(1), first.saturating_add(1)];
    let near = beside.into_iter().filter(|year| year.abs_diff(now) <= NEAR);
    let mut ways: Vec<(String, String)> = near.map(since).collect();
    ways.extend([
        (desk.visit.link(&envelopes), words.get("env-of-body")),
        file(".xlsx", "plan-xlsx"),
        file(".csv", "plan-csv"),
        file(".pdf", "plan-pdf"),
    ]);
    Part::Ways(ways)
}

/// What the plan comes to, as the page and the paper say it.
pub(super) fn sentences(desk: &Desk, plan: &Reached) -> Vec<String> {
    let (words, lang) = (desk.words(), desk.visit.lang);
    let [first, _, last] = plan.told.years();
    let Some(whole) = &plan.told.whole else {
        return vec![words.get("plan-peu")];
    };
    let all = &whole.all;
    let told = [
        ("first", first.to_string().into()),
        ("last", last.to_string().into()),
        ("asked", grid::between(desk, all.counted).into()),
        ("doubled", grid::between(desk, all.doubled).into()),
        ("pooled", grid::between(desk, all.pooled).into()),
        ("promised", amount(lang, all.promised).into()),
        ("granted", amount(lang, all.granted).into()),
        ("paid", amount(lang, all.paid).into()),
        ("find", grid::between(desk, all.to_find).into()),
    ];
    let mut sentences = vec![
        words.with("plan-sum", &told),
        words.with("plan-sum-given", &told),
    ];
    if all.doubled.high() == Cents::ZERO {
        sentences.push(words.get("plan-no-double"));
    } else {
        sentences.push(words.with("plan-sum-double", &told));
    }
    if let Some(parted) = plan.told.parted
        && parted != portulan_plan::Parted::default()
    {
        let told = [
            ("years", parted.years.into()),
            ("needs", parted.needs.into()),
            ("territories", parted.territories.into()),
        ];
        sentences.push(words.with("plan-parted", &told));
    }
    let outside = plan
        .told
        .outside
        .map(|cell| cell.counted)
        .unwrap_or_default();
    if outside.high() > Cents::ZERO {
        let told = [("amount", grid::between(desk, outside).into())];
        sentences.push(words.with("plan-outside", &told));
    }
    let unsaid = plan.gathered.unsaid();
    if unsaid > 0 {
        sentences.push(words.with("plan-unsaid", &[("n", unsaid.into())]));
    }
    if !plan.gathered.is_whole() {
        sentences.push(words.get("plan-sums"));
    }
    sentences
}

/// A bar for each year, all on one scale, with its figures in words.
fn bars(desk: &Desk, plan: &Reached) -> Vec<Part> {
    let words = desk.words();
    let Some(whole) = &plan.told.whole else {
        return Vec::new();
    };
    let long = |cell: &portulan_plan::Cell| {
        size(cell.granted) + size(cell.promised) + size(cell.to_find.high())
    };
    let scale = whole.years.iter().map(long).max().unwrap_or(0);
    let mut parts = vec![Part::Title("barres", words.get("plan-bars"))];
    let years = plan.told.years().into_iter().zip(&whole.years);
    parts.extend(years.map(|(year, cell)| {
        let told = figures(desk, year, cell);
        let svg = svg_share(&ShareInput {
            title: &year.to_string(),
            description: &told,
            whole: scale,
            parts: &[
                (Fill::Solid, size(cell.paid)),
                (
                    Fill::Lines,
                    size(cell.granted).saturating_sub(size(cell.paid)),
                ),
                (Fill::Slanted, size(cell.promised)),
                (Fill::Open, size(cell.to_find.high())),
            ],
        });
        Part::Drawn(svg, told)
    }));
    parts.push(Part::Text(words.get("plan-bar")));
    parts
}

fn size(sum: Cents) -> u64 {
    u64::try_from(sum.get()).unwrap_or(0)
}

fn figures(desk: &Desk, year: i32, cell: &portulan_plan::Cell) -> String {
    let lang = desk.visit.lang;
    let told = [
        ("year", year.to_string().into()),
        ("asked", grid::between(desk, cell.counted).into()),
        ("promised", amount(lang, cell.promised).into()),
        ("granted", amount(lang, cell.granted).into()),
        ("paid", amount(lang, cell.paid).into()),
        ("find", grid::between(desk, cell.to_find).into()),
    ];
    desk.words().with("plan-year", &told)
}

fn table(desk: &Desk, grid: &Grid) -> Table {
    let words = desk.words();
    let first = grid.named.unwrap_or("env-annee");
    let heads = std::iter::once(first).chain(grid.columns().map(grid::Column::head));
    let row = |row: &grid::Row| {
        let year = grid::year(words, row);
        let name = match grid.named {
            Some(_) => Cell::of(&row.name).and(year),
            None => Cell::of(year),
        };
        let sums = grid.columns().map(|column| row.value(column));
        let sums = sums.map(|value| Cell::of(grid::told(desk, value)));
        std::iter::once(name).chain(sums).collect()
    };
    Table {
        caption: words.get(grid.caption),
        heads: heads.map(|id| words.get(id)).collect(),
        rows: grid.rows.iter().map(row).collect(),
    }
}

fn doubled(desk: &Desk, plan: &Reached) -> Vec<Part> {
    let lines = told_twice(desk, plan);
    if lines.is_empty() {
        return Vec::new();
    }
    let line = |words: String| Line {
        words,
        ..Line::default()
    };
    vec![
        Part::Title("doubles", desk.words().get("plan-doubles")),
        Part::Lines(lines.into_iter().map(line).collect()),
    ]
}

/// What is told twice, each with why.
pub(super) fn told_twice(desk: &Desk, plan: &Reached) -> Vec<String> {
    let words = desk.words();
    let all = plan.told.doubled.as_deref().unwrap_or_default();
    let told = |one: &Doubled| {
        let why = one.pairs.iter().map(|pair| pair.kind);
        let why = why.min().map_or("same-cost", portulan_plan::Kind::slug);
        let told = [
            ("told", plan.gathered.name(&one.told).into()),
            ("kept", plan.gathered.name(&one.kept).into()),
            ("amount", grid::between(desk, one.amount).into()),
            ("rest", grid::between(desk, one.remainder).into()),
            ("why", words.get(&format!("plan-why-{why}")).into()),
        ];
        words.with("plan-doubled", &told)
    };
    all.iter().map(told).collect()
}

/// How the whole moved, in words: what is asked, what is to be found.
pub(super) fn moved(desk: &Desk, row: &Years) -> String {
    let told = [
        ("asked", grid::between(desk, row.all.counted).into()),
        ("find", grid::between(desk, row.all.to_find).into()),
        ("granted", amount(desk.visit.lang, row.all.granted).into()),
    ];
    desk.words().with("plan-moved", &told)
}
