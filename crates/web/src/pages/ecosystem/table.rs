//! The table twin: everybody, a page at a time.

use portulan_i18n::Words;
use portulan_levels::Ecosystem;

use super::asked::Asked;
use super::names::{address, kind, name, ties};
use crate::pages::levels::word;
use crate::pages::visit::Visit;

/// Rows of a page.
const ROWS: usize = 40;

/// A page of the table.
pub(super) struct Table {
    pub(super) rows: Vec<Row>,
    pub(super) range: String,
    pub(super) before: Option<String>,
    pub(super) after: Option<String>,
}

/// An actor.
pub(super) struct Row {
    pub(super) name: String,
    pub(super) address: String,
    pub(super) kind: String,
    pub(super) level: String,
    pub(super) ties: String,
}

/// The page that is asked for; one beyond the end is the last.
pub(super) fn table(visit: &Visit, asked: &Asked, whole: &Ecosystem) -> Table {
    let words = Words::new(visit.lang);
    let total = whole.knots.len();
    let pages = total.div_ceil(ROWS).max(1);
    let page = asked.page.min(pages);
    let first = (page - 1) * ROWS;
    let rows: Vec<Row> = (first..)
        .zip(whole.knots.iter().skip(first).take(ROWS))
        .map(|(rank, knot)| Row {
            name: name(visit, knot),
            address: address(visit, knot),
            kind: kind(visit, whole, (rank, knot)),
            level: words.get(&format!("levels-level-{}", word(knot.level))),
            ties: ties(visit, whole, rank),
        })
        .collect();
    let told = [
        ("from", (first + usize::from(total > 0)).into()),
        ("to", (first + rows.len()).into()),
        ("n", total.into()),
    ];
    Table {
        range: words.with("ecosystem-range", &told),
        before: (page > 1).then(|| visit.link(&asked.address(true, page - 1))),
        after: (page < pages).then(|| visit.link(&asked.address(true, page + 1))),
        rows,
    }
}
