//! The organisations that places name as theirs and that nobody added yet: where a directory of places is, most of its
//! organisations are known by name already.

use std::collections::{BTreeMap, HashMap, HashSet};

use portulan_model::people::Organisation;
use portulan_model::{CommuneCode, PlaceId, Slug, TerritoryKey};
use portulan_policy::actions::ManageOrganisations;
use portulan_policy::{Actor, Capability, allow};
use portulan_text::fold;

use super::{entry, reaches};
use crate::{App, Directory, Error, rights};

/// An organisation that is not here, as places name it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Missing {
    /// Its name, as most of them write it.
    pub name: String,
    /// How many places name it.
    pub places: usize,
}

/// Those that the places of the territories of an actor name, by how many places name them, then by name.
#[must_use]
pub fn missing(directory: &Directory, actor: &Actor) -> Vec<Missing> {
    let known = directory.organisations.iter();
    let known: HashSet<String> = known.map(|one| fold(&one.name)).collect();
    let mut may: HashMap<CommuneCode, bool> = HashMap::new();
    let mut named: BTreeMap<String, BTreeMap<&str, usize>> = BTreeMap::new();
    for place in directory.snapshot.places() {
        let record = &place.record;
        let (Some(name), Some(commune)) = (&record.parent, record.address.insee) else {
            continue;
        };
        let folded = fold(name);
        if folded.is_empty() || known.contains(&folded) {
            continue;
        }
        let theirs = may.entry(commune);
        if *theirs.or_insert_with(|| makes(directory, actor, commune)) {
            *named.entry(folded).or_default().entry(name).or_default() += 1;
        }
    }
    let mut all: Vec<Missing> = named
        .into_values()
        .filter_map(|spellings| {
            let places = spellings.values().sum();
            let (name, _) = spellings.into_iter().max_by_key(|(_, count)| *count)?;
            let name = name.to_owned();
            Some(Missing { name, places })
        })
        .collect();
    all.sort_by(|a, b| (b.places, &a.name).cmp(&(a.places, &b.name)));
    all
}

/// The places that name an organisation as theirs and are not said to be, of those over which an actor has the right.
#[must_use]
pub fn naming(directory: &Directory, actor: &Actor, organisation: &Organisation) -> Vec<PlaceId> {
    let folded = fold(&organisation.name);
    let places = directory.snapshot.places().iter();
    let naming = places.filter(|place| {
        let record = &place.record;
        let named = record
            .parent
            .as_deref()
            .is_some_and(|name| fold(name) == folded);
        let theirs = directory.organisations.of_place(&place.id);
        let may = |commune| makes(directory, actor, commune);
        named && !theirs.contains(&organisation.slug) && record.address.insee.is_some_and(may)
    });
    naming.map(|place| place.id).collect()
}

/// Says that all of these places are the organisation's, at once; how many they are.
pub async fn take_naming(
    app: &App,
    capability: &Capability<ManageOrganisations>,
    slug: &Slug,
) -> Result<usize, Error> {
    let directory = app.directory();
    let known = directory.organisations.get(slug);
    let known = known.ok_or_else(|| Error::NotFound(slug.to_string()))?;
    reaches(capability.node(), &known.territory)?;
    let places = naming(&directory, capability.actor(), known);
    if places.is_empty() {
        return Ok(0);
    }
    let told: Vec<String> = places.iter().map(|id| format!("\"{id}\"")).collect();
    let told = Some(format!("{{\"lieux\":[{}],\"sien\":true}}", told.join(",")));
    let entry = entry(app, capability.actor(), slug, (Some("{}".to_owned()), told));
    let store = app.store();
    store
        .set_organisation_places(capability, slug, &places, true, &entry)
        .await?;
    app.refresh().await?;
    Ok(places.len())
}

pub(super) fn makes(directory: &Directory, actor: &Actor, commune: CommuneCode) -> bool {
    let target = rights::territory(directory, &TerritoryKey::commune(commune));
    allow::<ManageOrganisations>(actor, target).is_ok()
}
