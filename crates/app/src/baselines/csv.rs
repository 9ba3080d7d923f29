//! A baseline as a table that a spreadsheet opens: as a matrix, that can be pasted back, or line by line with who said what.

use portulan_formats::safe_cell;
use portulan_model::baseline::{Baseline, BaselinePlace, Names as _, PlaceFact, Said};
use portulan_model::{PlaceId, Slug};
use portulan_policy::Capability;
use portulan_policy::actions::ReadBaseline;

use super::pasting::Known;
use crate::{App, Directory};

/// How it is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Layout {
    /// Places down, services and what is known of places across.
    Matrix,
    /// A line for each thing that is said.
    List,
}

/// The table, under the right to read it.
#[must_use]
pub fn csv(
    app: &App,
    right: &Capability<ReadBaseline>,
    baseline: &Baseline,
    layout: Layout,
) -> String {
    let directory = app.directory();
    let rows = match layout {
        Layout::Matrix => matrix(&directory, right, baseline),
        Layout::List => list(&directory, right, baseline),
    };
    let line = |row: Vec<String>| {
        let cells: Vec<String> = row.iter().map(|cell| quoted(cell)).collect();
        format!("{}\r\n", cells.join(";"))
    };
    // Spreadsheets take a text for UTF-8 where it begins with this mark.
    let lines: String = rows.into_iter().map(line).collect();
    format!("\u{feff}{lines}")
}

fn matrix(
    directory: &Directory,
    right: &Capability<ReadBaseline>,
    baseline: &Baseline,
) -> Vec<Vec<String>> {
    let names = Known {
        directory,
        baseline,
    };
    let services = &baseline.services;
    let first = std::iter::once("Lieu".to_owned());
    let head = services.iter().map(|service| {
        let known = names.service(&service.name).as_ref() == Some(&service.slug);
        named(known, &service.name, &service.slug)
    });
    let facts = PlaceFact::all().map(|fact| fact.name().to_owned());
    let mut rows = vec![first.chain(head).chain(facts).collect()];
    let said = baseline.matrix.open(right);
    for place in &baseline.places {
        let cells = services.iter().map(|service| {
            let cell = said.cell(place.place, &service.slug);
            cell.map(|cell| word(&cell.said)).unwrap_or_default()
        });
        let first = std::iter::once(place_head(&names, place.place));
        let facts = PlaceFact::all().map(|fact| told(&names, place, fact));
        rows.push(first.chain(cells).chain(facts).collect());
    }
    rows
}

/// A name, where it is read as what it stands for; else the last words of the address.
fn named(read: bool, name: &str, slug: &Slug) -> String {
    if read {
        name.to_owned()
    } else {
        slug.to_string()
    }
}

/// A place as a block that is pasted names it.
fn place_head(names: &Known<'_>, id: PlaceId) -> String {
    let directory = names.directory;
    let found = directory.snapshot.by_id(&directory.survivor(&id));
    found.map_or_else(
        || id.to_string(),
        |place| {
            let read = names.place(&place.record.name) == Some(id);
            named(read, &place.record.name, &place.slug)
        },
    )
}

/// What is known of a place.
fn told(names: &Known<'_>, place: &BaselinePlace, fact: PlaceFact) -> String {
    let organisation = |slug: &Option<Slug>| {
        let Some(slug) = slug else {
            return String::new();
        };
        let found = names.directory.organisations.get(slug);
        let name = found.map_or(slug.as_str(), |one| one.name.as_str());
        named(names.organisation(name).as_ref() == Some(slug), name, slug)
    };
    match fact {
        PlaceFact::Walls => organisation(&place.walls),
        PlaceFact::FollowedBy => organisation(&place.followed_by),
        PlaceFact::Lends(one) if place.welcome.contains(one) => "oui".to_owned(),
        PlaceFact::Lends(_) => String::new(),
    }
}

fn list(
    directory: &Directory,
    right: &Capability<ReadBaseline>,
    baseline: &Baseline,
) -> Vec<Vec<String>> {
    let head = ["Lieu", "Service", "Réponse", "Par", "Depuis le"];
    let mut rows: Vec<Vec<String>> = vec![head.map(str::to_owned).into()];
    let service = |slug: &Slug| {
        let mut known = baseline.services.iter();
        let found = known.find(|one| one.slug == *slug);
        found.map_or_else(|| slug.to_string(), |one| one.name.clone())
    };
    let organisation = |slug: &Slug| {
        let found = directory.organisations.get(slug);
        found.map_or_else(|| slug.to_string(), |one| one.name.clone())
    };
    for cell in baseline.matrix.open(right).cells() {
        rows.push(vec![
            place_name(directory, cell.place),
            service(&cell.service),
            word(&cell.said),
            cell.by.as_ref().map(organisation).unwrap_or_default(),
            cell.since.to_string(),
        ]);
    }
    rows
}

/// In the words that a block that is pasted is read with.
fn word(said: &Said) -> String {
    match said {
        Said::Offered => "oui".to_owned(),
        Said::Wished => "souhaité".to_owned(),
        Said::Refused { reason } => format!("non : {reason}"),
    }
}

fn place_name(directory: &Directory, id: PlaceId) -> String {
    let found = directory.snapshot.by_id(&directory.survivor(&id));
    found.map_or_else(|| id.to_string(), |place| place.record.name.clone())
}

fn quoted(cell: &str) -> String {
    let cell = safe_cell(cell);
    if cell.contains([';', '"', '\n', '\r', '\t']) {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell.into_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_quoted_where_it_must_and_never_run_as_a_formula() {
        for (cell, written) in [
            ("Wifi", "Wifi"),
            ("a;b", "\"a;b\""),
            ("dit \"oui\"", "\"dit \"\"oui\"\"\""),
            ("=1+1", "'=1+1"),
        ] {
            assert_eq!(quoted(cell), written);
        }
    }
}
