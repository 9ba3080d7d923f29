//! A plan as files: lines of CSV in cents, a workbook, and an accessible PDF. All of them are the grids of the page.

use axum::extract::Path;
use axum::http::header;
use axum::response::{IntoResponse as _, Response};
use portulan_app::Error;
use portulan_formats::{Sheet, Value as Written, rows::push_row, write_workbook};
use portulan_paper::{Block, Column as Head, Document, Table, Text};

use super::Reached;
use super::grid::{self, Column, Grid, Value, grids};
use super::show::{sentences, told_twice};
use crate::auth::{Desk, Refused};
use crate::pages::roadmaps::{pdf_day, pdf_foot, pdf_written};

/// `GET /espace/gouvernances/{slug}/plan.csv`.
pub(super) async fn csv(desk: Desk, Path(slug): Path<String>) -> Result<Response, Refused> {
    let plan = Reached::open(&desk, &slug).await?;
    let mut text = String::new();
    let heads = ["tableau", "nom", "annee", "montre"].map(str::to_owned);
    let sums = Column::ALL.into_iter().flat_map(columns_of);
    let heads: Vec<String> = heads.into_iter().chain(sums).collect();
    push_row(heads.iter().map(String::as_str), &mut text);
    for grid in grids(&desk, &plan) {
        for row in &grid.rows {
            let cells = line(&grid, row);
            push_row(cells.iter().map(String::as_str), &mut text);
        }
    }
    Ok(file(&plan, ("csv", "text/csv; charset=utf-8"), text))
}

/// The names of the columns of a sum: one, or one for each end.
fn columns_of(column: Column) -> Vec<String> {
    let slug = column.slug();
    if column.is_range() {
        vec![
            format!("{slug}_min_centimes"),
            format!("{slug}_max_centimes"),
        ]
    } else {
        vec![format!("{slug}_centimes")]
    }
}

fn line(grid: &Grid, row: &grid::Row) -> Vec<String> {
    let shown = row.value(Column::Counted) != Value::Withheld;
    let year = row.year.map(|year| year.to_string());
    let mut cells = vec![
        grid.id.to_owned(),
        row.name.clone(),
        year.unwrap_or_default(),
        if shown { "oui" } else { "non" }.to_owned(),
    ];
    for column in Column::ALL {
        let ends = match row.value(column) {
            Value::Sum(range) => [range.low(), range.high()].map(|sum| sum.get().to_string()),
            Value::Withheld | Value::Nothing => [String::new(), String::new()],
        };
        let kept = if column.is_range() { 2 } else { 1 };
        cells.extend(ends.into_iter().take(kept));
    }
    cells
}

/// `GET /espace/gouvernances/{slug}/plan.xlsx`.
pub(super) async fn xlsx(desk: Desk, Path(slug): Path<String>) -> Result<Response, Refused> {
    let plan = Reached::open(&desk, &slug).await?;
    let words = desk.words();
    let mut sheets: Vec<Sheet> = grids(&desk, &plan)
        .iter()
        .map(|grid| sheet(&desk, grid))
        .collect();
    let said = sentences(&desk, &plan).into_iter();
    let said = said.chain(told_twice(&desk, &plan));
    sheets.push(Sheet {
        name: words.get("plan-lire"),
        header: vec![words.with("plan-of", &[("name", plan.body.name.as_str().into())])],
        rows: said.map(|text| vec![Written::Text(text)]).collect(),
    });
    let book = write_workbook(&sheets).map_err(|error| Error::internal("plan.xlsx", error))?;
    let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    Ok(file(&plan, ("xlsx", kind), book))
}

fn sheet(desk: &Desk, grid: &Grid) -> Sheet {
    let words = desk.words();
    let mut header: Vec<String> = grid.named.iter().map(|id| words.get(id)).collect();
    header.push(words.get("env-annee"));
    for column in grid.columns() {
        let head = words.get(column.head());
        if column.is_range() {
            let told = [("head", head.as_str().into())];
            header.push(words.with("plan-au-moins", &told));
            header.push(words.with("plan-au-plus", &told));
        } else {
            header.push(head);
        }
    }
    let row = |row: &grid::Row| {
        let mut cells: Vec<Written> = grid
            .named
            .iter()
            .map(|_named| Written::Text(row.name.clone()))
            .collect();
        cells.push(row.year.map_or_else(
            || Written::Text(words.get("plan-trois-ans")),
            Written::Count,
        ));
        for column in grid.columns() {
            let ends = match row.value(column) {
                Value::Sum(range) => [range.low(), range.high()].map(Written::Amount),
                Value::Withheld => [(); 2].map(|()| Written::Text(words.get("env-withheld"))),
                Value::Nothing => [Written::Empty, Written::Empty],
            };
            let kept = if column.is_range() { 2 } else { 1 };
            cells.extend(ends.into_iter().take(kept));
        }
        cells
    };
    Sheet {
        name: words.get(grid.caption),
        header,
        rows: grid.rows.iter().map(row).collect(),
    }
}

/// `GET /espace/gouvernances/{slug}/plan.pdf`.
pub(super) async fn pdf(desk: Desk, Path(slug): Path<String>) -> Result<Response, Refused> {
    let plan = Reached::open(&desk, &slug).await?;
    let document = document(&desk, &plan);
    let bytes = pdf_written(&desk.visit, document).await.map_err(Refused)?;
    Ok(file(&plan, ("pdf", "application/pdf"), bytes))
}

fn document(desk: &Desk, plan: &Reached) -> Document {
    let words = desk.words();
    let name = plan.body.name.as_str();
    let title = words.with("plan-of", &[("name", name.into())]);
    let mut blocks = vec![Block::Heading(1, Text::from(title.as_str()))];
    let said = sentences(desk, plan).into_iter();
    blocks.extend(said.map(|text| Block::Paragraph(text.into())));
    for grid in grids(desk, plan) {
        blocks.push(Block::Heading(2, words.get(grid.caption).into()));
        blocks.push(Block::Table(table(desk, &grid)));
    }
    let twice = told_twice(desk, plan);
    if !twice.is_empty() {
        blocks.push(Block::Heading(2, words.get("plan-doubles").into()));
        blocks.push(Block::List(twice.into_iter().map(Text::from).collect()));
    }
    Document {
        title,
        lang: desk.visit.lang.code(),
        author: plan.body.name.clone(),
        about: words.get("plan-lead"),
        foot: pdf_foot(&desk.visit, name),
        made: pdf_day(desk.visit.today()),
        blocks,
    }
}

fn table(desk: &Desk, grid: &Grid) -> Table {
    let words = desk.words();
    let column = |id: &str, figures: bool| Head {
        name: words.get(id).into(),
        figures,
    };
    let first = column(grid.named.unwrap_or("env-annee"), false);
    let sums = grid.columns().map(|one| column(one.head(), true));
    let row = |row: &grid::Row| {
        let year = grid::year(words, row);
        let name = match grid.named {
            Some(_) => format!("{}\n{year}", row.name),
            None => year,
        };
        let sums = grid.columns().map(|one| grid::told(desk, row.value(one)));
        std::iter::once(name).chain(sums).map(Text::from).collect()
    };
    Table {
        caption: words.get(grid.caption).into(),
        columns: std::iter::once(first).chain(sums).collect(),
        rows: grid.rows.iter().map(row).collect(),
    }
}

fn file(
    plan: &Reached,
    (end, kind): (&str, &str),
    bytes: impl Into<axum::body::Bytes>,
) -> Response {
    let (slug, first) = (&plan.body.slug, plan.told.first);
    let named = format!("attachment; filename=\"plan-{slug}-{first}.{end}\"");
    let headers = [
        (header::CONTENT_TYPE, kind.to_owned()),
        (header::CONTENT_DISPOSITION, named),
    ];
    (headers, bytes.into()).into_response()
}
