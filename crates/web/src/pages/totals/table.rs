//! The table of figures: a territory, and the territories just below it, each thing once in each line.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use portulan_app::Directory;
use portulan_geo::Reference;
use portulan_i18n::{Words, amount, decimal, number};
use portulan_levels::{Figures, Homes, Tally};
use portulan_model::{TerritoryKey, TerritoryKind};

use super::super::visit::Visit;
use super::address;

/// Columns, in their order: the words of each are `totals-<column>`.
pub(super) const COLUMNS: [&str; 9] = [
    "places", "hours", "posts", "fte", "members", "bodies", "roadmaps", "actions", "budget",
];
/// Lines below a territory: a département has fewer intercommunalities, an intercommunality seldom more communes.
const LINES: usize = 60;

/// A territory and its figures.
pub(super) struct Counted {
    pub(super) key: TerritoryKey,
    pub(super) name: String,
    /// Nothing where a budget does not fit in a number.
    pub(super) figures: Option<Figures>,
}

/// A line of the table.
pub(super) struct Line {
    pub(super) name: String,
    pub(super) address: String,
    pub(super) cells: Vec<String>,
}

/// The figures of a territory, then of those below it that hold something, by name.
pub(super) fn counted(directory: &Directory, key: &TerritoryKey, day: NaiveDate) -> Vec<Counted> {
    let reference = &directory.reference;
    let nodes: Vec<TerritoryKey> = [key.clone()]
        .into_iter()
        .chain(below(reference, key))
        .collect();
    let homes = Homes::on(&directory.levels, day);
    let tallies = homes.gathered(&nodes, |home| reference.ancestors(home));
    let mut all: Vec<Counted> = nodes
        .into_iter()
        .zip(tallies)
        .filter(|(node, tally)| node == key || *tally != Tally::default())
        .map(|(node, tally)| Counted {
            name: name(reference, &node),
            key: node,
            figures: tally.figures().ok(),
        })
        .collect();
    if let Some((_, below)) = all.split_first_mut() {
        below.sort_by_cached_key(|one| portulan_text::fold(&one.name));
    }
    all.truncate(LINES + 1);
    all
}

/// The territories of the next level down: the intercommunalities of a département are those of its communes.
fn below(reference: &Reference, key: &TerritoryKey) -> BTreeSet<TerritoryKey> {
    let next = match key.kind() {
        TerritoryKind::Country => {
            let all = reference.of_kind(TerritoryKind::Region);
            return all.map(|one| one.key.clone()).collect();
        }
        TerritoryKind::Region => TerritoryKind::Department,
        TerritoryKind::Department => TerritoryKind::Epci,
        TerritoryKind::Epci => {
            let communes = reference.communes_of(key).into_iter();
            return communes.map(TerritoryKey::commune).collect();
        }
        _ => return reference.children(key).into_iter().collect(),
    };
    let communes = reference.communes_of(key).into_iter();
    communes
        .flat_map(|code| reference.ancestors(&TerritoryKey::commune(code)))
        .filter(|above| above.kind() == next)
        .collect()
}

pub(super) fn name(reference: &Reference, key: &TerritoryKey) -> String {
    reference
        .territory(key)
        .map_or_else(|| key.to_string(), |known| known.name.clone())
}

/// A line in words.
pub(super) fn line(visit: &Visit, one: &Counted) -> Line {
    let words = Words::new(visit.lang);
    Line {
        name: one.name.clone(),
        address: visit.link(&address(&one.key)),
        cells: one.figures.as_ref().map_or_else(
            || COLUMNS.map(|_| words.get("not-known")).into(),
            |figures| cells(words, figures),
        ),
    }
}

/// The cells of a line, in the order of [`COLUMNS`]. What is not known of anything is not zero.
fn cells(words: Words, figures: &Figures) -> Vec<String> {
    let count = |value: usize| number(words.lang(), wide(value));
    let known = |text: String, all: usize, without: usize| {
        if all > 0 && without == all {
            words.get("not-known")
        } else {
            text
        }
    };
    let hours = number(words.lang(), figures.weekly_minutes / 60);
    let hours = words.with("totals-hours-cell", &[("hours", hours.into())]);
    let fte = decimal(words.lang(), f64::from(figures.fte) / 100.0, 1);
    let budget = amount(words.lang(), figures.budget);
    vec![
        count(figures.places),
        known(hours, figures.places, figures.without_hours),
        count(figures.posts),
        known(fte, figures.posts, figures.without_fte),
        count(figures.members),
        count(figures.bodies),
        count(figures.roadmaps),
        count(figures.actions),
        known(budget, figures.actions, figures.without_budget),
    ]
}

/// What the sums leave out for want of knowing, in sentences.
pub(super) fn left_out(words: Words, figures: &Figures) -> Vec<String> {
    [
        ("totals-without-hours", figures.without_hours),
        ("totals-without-fte", figures.without_fte),
        ("totals-without-budget", figures.without_budget),
    ]
    .into_iter()
    .filter(|(_, n)| *n > 0)
    .map(|(id, n)| words.with(id, &[("n", n.into())]))
    .collect()
}

pub(super) fn wide(value: usize) -> u64 {
    u64::try_from(value).unwrap_or(u64::MAX)
}
