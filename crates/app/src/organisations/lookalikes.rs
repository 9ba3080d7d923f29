//! Whether an organisation is known already under another address: the same engine as for places and for lists of
//! organisations says so. Nothing is joined here: who types an organisation reads what it looks like, and decides.

use std::collections::HashSet;

use portulan_linkage::{Options, Outcome, Record, Subject, link_new};
use portulan_model::people::Organisation;
use portulan_model::{Slug, TerritoryCode};

use crate::Directory;

/// Most that are told: who reads more does not read them.
const MOST: usize = 5;
/// The id of the one that is typed: no address holds a space.
const TYPED: &str = "une saisie";

/// The organisations that one may be, the likeliest first. One that is the same in everything but its address is itself.
#[must_use]
pub fn lookalikes(directory: &Directory, typed: &Organisation) -> Vec<Slug> {
    let all = directory.organisations.iter();
    let mut others: Vec<&Organisation> = all.filter(|one| one.slug != typed.slug).collect();
    others.extend(directory.organisations.get(&typed.slug));
    if others.iter().any(|one| same(one, typed)) {
        return Vec::new();
    }
    alike(directory, others, typed)
}

/// The other organisations that one of them may be, the likeliest first.
#[must_use]
pub fn twins(directory: &Directory, known: &Organisation) -> Vec<Slug> {
    let all = directory.organisations.iter();
    let others = all.filter(|one| one.slug != known.slug).collect();
    alike(directory, others, known)
}

fn alike(directory: &Directory, mut others: Vec<&Organisation>, typed: &Organisation) -> Vec<Slug> {
    others.sort_by(|a, b| a.slug.cmp(&b.slug));
    let mut records: Vec<Record> = others
        .iter()
        .map(|one| record(directory, one, one.slug.as_str()))
        .collect();
    records.push(Record {
        // What two people typed are two lists: one hand writes an organisation once.
        source: "saisie".to_owned(),
        ..record(directory, typed, TYPED)
    });
    let changed = HashSet::from([TYPED]);
    let mut links = link_new(&records, &changed, &Options::default()).pairs;
    links.retain(|pair| matches!(pair.outcome, Outcome::Same | Outcome::Review));
    links.sort_by(|a, b| b.probability.total_cmp(&a.probability));
    let other = |pair: &portulan_linkage::Pair| {
        let ranks = [pair.a, pair.b].into_iter();
        ranks
            .filter_map(|rank| others.get(usize::try_from(rank).ok()?))
            .map(|one| one.slug.clone())
            .next()
    };
    links.iter().filter_map(other).take(MOST).collect()
}

fn same(one: &Organisation, typed: &Organisation) -> bool {
    let mut moved = typed.clone();
    moved.slug.clone_from(&one.slug);
    moved == *one
}

/// An organisation as matching reads it.
fn record(directory: &Directory, one: &Organisation, id: &str) -> Record {
    let code = match one.territory.code() {
        TerritoryCode::Commune(code) => Some(code),
        _ => None,
    };
    let commune = code.and_then(|code| directory.reference.commune(code));
    Record {
        subject: Subject::Organisation,
        id: id.to_owned(),
        source: "annuaire".to_owned(),
        name: one.name.clone(),
        commune: commune.map(|one| one.name.clone()),
        insee: code.map(ToString::to_string),
        phones: one.phone.iter().cloned().collect(),
        emails: one.email.iter().map(ToString::to_string).collect(),
        websites: one.website.iter().cloned().collect(),
        pivot: one.pivot.clone(),
        ..Record::default()
    }
}
