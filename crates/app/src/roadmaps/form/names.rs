//! Organisations and places, as people name them in a list, one a line.

use std::collections::BTreeSet;

use portulan_model::people::Organisation;
use portulan_model::{PlaceId, Slug};

use super::Typed;
use crate::roadmaps::Fault;
use crate::{Directory, Lead, naming};

/// Most names of a list: more than the members of the largest body known.
const MOST: usize = 200;

/// An organisation by its address or by its name, where one alone bears it.
#[must_use]
pub fn organisation<'a>(directory: &'a Directory, text: &str) -> Option<&'a Organisation> {
    let slug = naming::organisation(directory, text).ok()?;
    directory.organisations.get(&slug)
}

/// How an organisation is typed: its name where it alone leads to it, or its address.
#[must_use]
pub fn organisation_name(directory: &Directory, slug: &Slug) -> String {
    let known = directory.organisations.get(slug);
    let by_name = known.filter(|one| {
        let found = organisation(directory, &one.name);
        found.is_some_and(|found| found.slug == *slug) && !one.name.contains(';')
    });
    by_name.map_or_else(|| slug.to_string(), |one| one.name.clone())
}

/// Reads names of organisations, ticked or typed. An address that stood there before is kept, whatever became of it.
pub(super) fn read(
    directory: &Directory,
    typed: Typed<'_>,
    (field, before): (&'static str, &BTreeSet<Slug>),
    wrong: &mut Vec<Fault>,
) -> BTreeSet<Slug> {
    let text: Vec<&str> = typed.every(field).collect();
    organisations(directory, &text.join("\n"), before).unwrap_or_else(|unknown| {
        wrong.push(Fault::told(
            field,
            "roadmap-wrong-organisations",
            unknown.join(", "),
        ));
        BTreeSet::new()
    })
}

/// Reads names of organisations, one a line; or those that lead to none.
pub fn organisations(
    directory: &Directory,
    text: &str,
    before: &BTreeSet<Slug>,
) -> Result<BTreeSet<Slug>, Vec<String>> {
    let (mut found, mut unknown) = (BTreeSet::new(), Vec::new());
    let names = text.lines().map(str::trim).filter(|name| !name.is_empty());
    for name in names.take(MOST) {
        let known = organisation(directory, name).map(|one| one.slug.clone());
        let kept = || name.parse().ok().filter(|slug| before.contains(slug));
        match known.or_else(kept) {
            Some(slug) => {
                found.insert(slug);
            }
            None => unknown.push(name.to_owned()),
        }
    }
    if unknown.is_empty() {
        Ok(found)
    } else {
        Err(unknown)
    }
}

/// How a place is typed: the end of its address, or its id where it is shown nowhere.
#[must_use]
pub fn place_name(directory: &Directory, id: &PlaceId) -> String {
    let place = directory.snapshot.by_id(&directory.survivor(id));
    place.map_or_else(|| id.to_string(), |place| place.slug.to_string())
}

/// Reads places: their addresses, one a line.
pub(super) fn places(
    directory: &Directory,
    text: &str,
    wrong: &mut Vec<Fault>,
) -> BTreeSet<PlaceId> {
    let (mut found, mut unknown) = (BTreeSet::new(), Vec::new());
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let last = line
            .trim_end_matches('/')
            .rsplit('/')
            .next()
            .unwrap_or_default();
        match directory.lead(last) {
            Lead::Here(place) | Lead::Moved(place) => {
                found.insert(place.id);
            }
            Lead::Gone(gone) => {
                found.insert(gone.place.id);
            }
            // A place that nothing shows any more keeps its id.
            Lead::Nowhere => match last.parse() {
                Ok(id) => {
                    found.insert(id);
                }
                Err(_no_id) => unknown.push(line),
            },
        }
    }
    if !unknown.is_empty() {
        wrong.push(Fault::told(
            "lieux",
            "roadmap-wrong-places",
            unknown.join(", "),
        ));
    }
    found
}
