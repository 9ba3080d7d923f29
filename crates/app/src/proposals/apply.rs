//! What a proposal would make of a place, field by field, beside what is known.

use std::sync::Arc;

use portulan_geo::{Found, SpotKind};
use portulan_model::proposals::{About, Proposal, Wanted, Wrong};
use portulan_model::{
    Address, ExternalId, FieldOrigin, Place, PlaceField, PlaceRecord, Position, Provenance,
    ValueSet,
};
use sha2::{Digest, Sha256};

use super::SOURCE;
use super::read::Draft;
use crate::{Directory, Error, Lead, field_text};

/// Bytes of a fingerprint: values of one field of one place are told apart, nothing is proven.
const FINGERPRINT_BYTES: usize = 8;

/// What a proposal would make.
#[derive(Debug, Clone, PartialEq)]
pub struct Candidate {
    /// The place as it is known; nothing for one that is missing.
    pub known: Option<Arc<Place>>,
    /// The place as it would be.
    pub record: PlaceRecord,
    /// Fields that would change. The position goes with the address.
    pub fields: Vec<PlaceField>,
    /// Whether it would be closed.
    pub closed: bool,
}

/// What a proposal would make of the place as it is now; nothing when the place is nowhere.
pub fn candidate(directory: &Directory, proposal: &Proposal) -> Result<Option<Candidate>, Error> {
    let known = match proposal.place() {
        None => None,
        Some(place) => match directory.lead(&place.to_string()) {
            Lead::Here(place) | Lead::Moved(place) => Some(Arc::clone(place)),
            Lead::Gone(gone) => Some(Arc::clone(&gone.place)),
            Lead::Nowhere => return Ok(None),
        },
    };
    beside(directory, proposal, known).map(Some)
}

/// What a proposal would make, beside what is known.
pub(super) fn beside(
    directory: &Directory,
    proposal: &Proposal,
    known: Option<Arc<Place>>,
) -> Result<Candidate, Error> {
    let closed = match &proposal.about {
        About::NewPlace { .. } => false,
        About::Place { wrong, .. } => wrong.contains(&Wrong::Closed),
    };
    let before = match &known {
        Some(place) => place.record.clone(),
        None => blank(proposal)?,
    };
    let mut record = before.clone();
    apply(directory, &proposal.wanted, &mut record);
    let changes = |field: &PlaceField| {
        *field != PlaceField::Position
            && (!field.same(&before, &record) || (known.is_none() && !field.is_absent(&record)))
    };
    Ok(Candidate {
        fields: PlaceField::ALL.into_iter().filter(changes).collect(),
        known,
        record,
        closed,
    })
}

/// What a correction makes of a record: of a list, the first is put right and the others stay.
pub(crate) fn corrected(directory: &Directory, draft: &Draft, record: &PlaceRecord) -> PlaceRecord {
    let mut after = record.clone();
    apply(directory, &draft.wanted, &mut after);
    // Whoever puts the first number right does not take the second one away.
    let lists = [
        (&record.contact.phones, &mut after.contact.phones),
        (&record.contact.emails, &mut after.contact.emails),
        (&record.contact.websites, &mut after.contact.websites),
    ];
    for (before, list) in lists {
        if before != list {
            let others: Vec<_> = before
                .iter()
                .skip(1)
                .filter(|one| !list.contains(one))
                .cloned()
                .collect();
            list.extend(others);
        }
    }
    after
}

/// A value as it is shown, short enough for a form that says later what was seen.
#[must_use]
pub fn fingerprint(field: PlaceField, record: &PlaceRecord) -> String {
    let hash = Sha256::digest(field_text::of(field, record));
    let start = hash.iter().take(FINGERPRINT_BYTES);
    start.fold(String::new(), |text, byte| format!("{text}{byte:02x}"))
}

/// Copies a field that was accepted. The position goes with the address.
pub(super) fn take(
    field: PlaceField,
    from: &PlaceRecord,
    origin: &FieldOrigin,
    to: &mut PlaceRecord,
) {
    field.copy(from, to);
    to.provenance.fields.insert(field, origin.clone());
    // Where the new address is nowhere that is known, the old position is wrong.
    if field == PlaceField::Adresse {
        PlaceField::Position.copy(from, to);
        let fields = &mut to.provenance.fields;
        fields.insert(PlaceField::Position, origin.clone());
    }
}

/// Where an address is, when the geocoder knows it, and whether to the house.
pub(super) fn spot(directory: &Directory, address: &Address) -> Option<(Position, bool)> {
    let street = address.street.as_deref()?;
    let text = format!("{street}, {}", address.commune);
    let spot = match directory.geocoder.find(&text) {
        Found::One(spot) => spot,
        Found::Several(spots) => spots
            .into_iter()
            .find(|spot| spot.commune.is_some() && spot.commune == address.insee)?,
        Found::Nothing => return None,
    };
    let near = matches!(spot.kind, SpotKind::Address | SpotKind::Street) && !spot.fallback;
    let position = spot
        .position
        .filter(|_| near && spot.commune == address.insee)?;
    Some((position, spot.kind == SpotKind::Address))
}

fn apply(directory: &Directory, wanted: &Wanted, record: &mut PlaceRecord) {
    if let Some(name) = &wanted.name {
        record.name.clone_from(name);
    }
    if let Some(address) = &wanted.address {
        if record.address != *address {
            record.position = spot(directory, address).map(|(position, _)| position);
        }
        record.address = address.clone();
    }
    if !wanted.services.is_empty() {
        record.services = wanted.services;
    }
    if wanted.hours.is_some() || wanted.hours_text.is_some() {
        record.hours.clone_from(&wanted.hours);
        record.hours_text.clone_from(&wanted.hours_text);
    }
    let contact = &mut record.contact;
    let lists = [
        (&wanted.phone, &mut contact.phones),
        (&wanted.email, &mut contact.emails),
        (&wanted.website, &mut contact.websites),
    ];
    for (value, list) in lists {
        if let Some(value) = value {
            *list = vec![value.clone()];
        }
    }
}

/// A place of which nothing is known but its name.
fn blank(proposal: &Proposal) -> Result<PlaceRecord, Error> {
    let internal = |error| Error::internal("proposal", error);
    let source: portulan_model::Slug = SOURCE.parse().map_err(internal)?;
    let external = ExternalId::new(source.clone(), &proposal.id.to_string()).map_err(internal)?;
    Ok(PlaceRecord {
        external,
        name: proposal.name.clone(),
        pivot: None,
        address: Address::default(),
        position: None,
        kinds: Vec::new(),
        contact: portulan_model::Contact::default(),
        hours: None,
        hours_text: None,
        summary: None,
        detail: None,
        producer: None,
        mobility: ValueSet::default(),
        parent: None,
        services: ValueSet::default(),
        publics: ValueSet::default(),
        care: ValueSet::default(),
        fees: ValueSet::default(),
        programmes: ValueSet::default(),
        labels: ValueSet::default(),
        other_labels: Vec::new(),
        access: ValueSet::default(),
        support: ValueSet::default(),
        accessibility_url: None,
        booking_url: None,
        networks: Vec::new(),
        sessions: Vec::new(),
        provenance: Provenance::of_record(source, None),
    })
}
