//! How long applications wait at each step, and which are late: a table with all of them in its last row.

use portulan_app::means::examination::Board;
use portulan_model::means::examination::Wait;

use super::told;
use crate::auth::Desk;
use crate::pages::parts::{Cell, Part, Table};

/// The table; nothing where no application waits for the body.
pub(super) fn parts(desk: &Desk, board: &Board) -> Vec<Part> {
    let words = desk.words();
    let delays = board.delays(desk.visit.today());
    let Some(all) = delays.all else {
        return Vec::new();
    };
    let steps = delays.steps.iter();
    let mut rows: Vec<Vec<Cell>> = steps
        .map(|(step, wait)| row(desk, told::step(words, *step), wait))
        .collect();
    rows.push(row(desk, words.get("examen-delais-total"), &all));
    let heads = [
        "examen-delais-etape",
        "examen-delais-nombre",
        "examen-delais-mediane",
        "examen-delais-longue",
        "examen-delais-retard",
    ];
    vec![
        Part::Title("delais", words.get("examen-delais")),
        Part::Text(words.get("examen-delais-lead")),
        Part::Table(Table {
            caption: words.get("examen-delais"),
            heads: heads.iter().map(|id| words.get(id)).collect(),
            rows,
        }),
    ]
}

fn row(desk: &Desk, name: String, wait: &Wait) -> Vec<Cell> {
    let days = |n: i64| desk.words().with("examen-jours", &[("n", n.into())]);
    vec![
        Cell::of(name),
        Cell::of(wait.count.to_string()),
        Cell::of(days(wait.median)),
        Cell::of(days(wait.longest)),
        Cell::of(wait.late.to_string()),
    ]
}
