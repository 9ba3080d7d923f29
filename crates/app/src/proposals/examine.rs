//! What the program finds by itself of a place that is proposed: where its address is, and places that it may be.

use std::collections::HashSet;
use std::sync::Arc;

use portulan_linkage::{Options, Record};
use portulan_model::proposals::Proposal;
use portulan_model::{Place, PlaceField, TerritoryKey, TerritoryKind};
use portulan_policy::{Capability, actions::Instruct};

use super::apply::{candidate, spot};
use crate::clock::new_place_id;
use crate::{App, Error, review};

/// Places shown that a new one may be.
const MOST_LIKELY: usize = 5;

/// Where the geocoder puts an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Spotted {
    /// At a house, inside the commune.
    House,
    /// In a street of the commune.
    Street,
    /// Outside the contour of the commune that it names.
    Outside,
    /// Nowhere that is known.
    Unknown,
}

/// What the program finds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Findings {
    /// Of the address.
    pub address: Spotted,
    /// Whether services are described.
    pub services: bool,
    /// Whether hours were read.
    pub hours: bool,
    /// Whether there is a way to reach it from afar.
    pub contact: bool,
}

/// A place that a new one may be.
#[derive(Debug, Clone, PartialEq)]
pub struct Likely {
    /// The place.
    pub place: Arc<Place>,
    /// How likely, from 0 to 1.
    pub probability: f64,
    /// What speaks for it, the weightiest first: levels of `linkage`.
    pub reasons: Vec<String>,
}

/// What the program finds of a proposal.
pub fn findings(
    app: &App,
    _capability: &Capability<Instruct>,
    proposal: &Proposal,
) -> Result<Findings, Error> {
    let directory = app.directory();
    let found = candidate(&directory, proposal)?;
    let record = found.map(|one| one.record);
    let has = |field: PlaceField| record.as_ref().is_some_and(|one| !field.is_absent(one));
    let address = record.as_ref().map(|one| &one.address);
    let spotted = address.and_then(|address| Some((spot(&directory, address)?, address.insee?)));
    Ok(Findings {
        address: match spotted {
            None => Spotted::Unknown,
            Some(((position, house), commune)) => {
                let key = TerritoryKey::commune(commune);
                match (directory.reference.contains(&key, position), house) {
                    (Some(false), _) => Spotted::Outside,
                    (_, true) => Spotted::House,
                    (_, false) => Spotted::Street,
                }
            }
        },
        services: has(PlaceField::Services),
        hours: record.as_ref().is_some_and(|one| one.hours.is_some()),
        contact: has(PlaceField::Contact),
    })
}

/// The places known near its commune that a proposed place may be, the likeliest first.
pub async fn duplicates(
    app: &App,
    _capability: &Capability<Instruct>,
    proposal: &Proposal,
) -> Result<Vec<Likely>, Error> {
    let directory = app.directory();
    let Some(found) = candidate(&directory, proposal)? else {
        return Ok(Vec::new());
    };
    let new = Place {
        id: new_place_id(app.now(), app.chance()),
        slug: super::SOURCE
            .parse()
            .map_err(|error| Error::internal("proposal", error))?,
        record: found.record,
    };
    let Some(commune) = proposal.commune else {
        return Ok(Vec::new());
    };
    let key = TerritoryKey::commune(commune);
    let above = directory.reference.ancestors(&key);
    let epci = above
        .into_iter()
        .find(|one| one.kind() == TerritoryKind::Epci);
    let near = directory.reference.communes_of(&epci.unwrap_or(key));
    let near: HashSet<_> = near.into_iter().chain([commune]).collect();
    let inside = |place: &&Arc<Place>| {
        let commune = place.record.address.insee;
        commune.is_some_and(|code| near.contains(&code))
    };
    let known = directory.snapshot.places().iter().filter(inside);
    let known: Vec<Arc<Place>> = known.cloned().collect();
    tokio::task::spawn_blocking(move || likely(&new, &known))
        .await
        .map_err(|error| Error::internal("linkage", error))
}

fn likely(new: &Place, known: &[Arc<Place>]) -> Vec<Likely> {
    let mut records: Vec<Record> = known.iter().map(|place| review::record(place)).collect();
    records.push(review::record(new));
    let id = new.id.to_string();
    let changed: HashSet<&str> = HashSet::from([id.as_str()]);
    let links = portulan_linkage::link_new(&records, &changed, &Options::default());
    let mut found: Vec<Likely> = links
        .pairs
        .iter()
        .filter_map(|pair| {
            let mut other = [pair.a, pair.b].into_iter();
            let place = other.find_map(|at| known.get(at as usize))?;
            let mut evidence: Vec<_> = pair
                .evidence
                .iter()
                .filter(|one| one.weight > 0.0)
                .collect();
            evidence.sort_by(|a, b| b.weight.total_cmp(&a.weight));
            let reasons = evidence.iter().map(|one| one.level.slug().to_owned());
            Some(Likely {
                place: Arc::clone(place),
                probability: pair.probability,
                reasons: reasons.collect(),
            })
        })
        .collect();
    found.sort_by(|a, b| b.probability.total_cmp(&a.probability));
    found.truncate(MOST_LIKELY);
    found
}
