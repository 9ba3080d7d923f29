//! Who is asked about which places: one group for each organisation, or for each address where a place has no
//! organisation. An address stands in one group alone, so that nobody receives two mails.

use std::collections::BTreeMap;
use std::sync::Arc;

use portulan_model::campaigns::Recipient;
use portulan_model::{Place, Slug};

use crate::Directory;

/// Whether somebody can be asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Reach {
    /// By mail.
    Mail,
    /// By a short message.
    Text,
    /// No: they want no such mail.
    Refused,
    /// No: their address takes no mail.
    Bouncing,
    /// No: no address is known.
    NoAddress,
}

impl Reach {
    /// Whether something leaves.
    #[must_use]
    pub const fn asks(self) -> bool {
        matches!(self, Self::Mail | Self::Text)
    }
}

/// Somebody who is asked, or cannot be.
#[derive(Debug, Clone, PartialEq)]
pub struct Group {
    /// The organisation, where there is one.
    pub organisation: Option<Slug>,
    /// How they are called.
    pub name: String,
    /// The address.
    pub address: Option<Recipient>,
    /// Their places, by name.
    pub places: Vec<Arc<Place>>,
    /// Whether they can be asked.
    pub reach: Reach,
}

/// The groups of places, by name; numbers are addresses where short messages can leave.
pub(super) fn group(directory: &Directory, places: &[Arc<Place>], texts: bool) -> Vec<Group> {
    let mut organised: BTreeMap<Slug, Vec<Arc<Place>>> = BTreeMap::new();
    let mut alone = Vec::new();
    for place in places {
        match organisation_of(directory, place) {
            Some(slug) => organised.entry(slug).or_default().push(Arc::clone(place)),
            None => alone.push(Arc::clone(place)),
        }
    }
    let mut groups: Vec<Group> = organised
        .into_iter()
        .map(|(slug, places)| of_organisation(directory, slug, places, texts))
        .collect();
    groups.extend(alone.into_iter().map(|place| of_place(place, texts)));
    let mut groups = by_address(groups);
    for group in &mut groups {
        group.places.sort_by(|a, b| {
            let name = |place: &Place| (place.record.name.clone(), place.id);
            name(a).cmp(&name(b))
        });
        if group.organisation.is_none() {
            group.name = common_name(&group.places);
        }
    }
    groups.sort_by(|a, b| a.name.cmp(&b.name));
    groups
}

/// The organisation that answers for a place: where several do, the first that has an address.
fn organisation_of(directory: &Directory, place: &Place) -> Option<Slug> {
    let mut theirs = directory.organisations.of_place(&place.id).to_vec();
    theirs.sort();
    let has_address = |slug: &&Slug| {
        let known = directory.organisations.get(slug);
        known.is_some_and(|one| one.email.is_some())
    };
    let first = theirs.iter().find(has_address).or(theirs.first());
    first.cloned()
}

/// The address of an organisation is its own, or that of most of its places; then a number.
fn of_organisation(
    directory: &Directory,
    slug: Slug,
    places: Vec<Arc<Place>>,
    texts: bool,
) -> Group {
    let known = directory.organisations.get(&slug);
    let own = known.and_then(|one| one.email.clone()).map(Recipient::Mail);
    let phone: Vec<String> = known
        .and_then(|one| one.phone.clone())
        .into_iter()
        .collect();
    let numbers = places
        .iter()
        .filter_map(|one| number(&one.record.contact.phones, texts));
    let address = own
        .or_else(|| most_common(places.iter().filter_map(|one| email(one))))
        .or_else(|| number(&phone, texts))
        .or_else(|| most_common(numbers));
    Group {
        name: known.map_or_else(|| slug.to_string(), |one| one.name.clone()),
        organisation: Some(slug),
        address,
        places,
        reach: Reach::Mail,
    }
}

fn of_place(place: Arc<Place>, texts: bool) -> Group {
    Group {
        organisation: None,
        name: place.record.name.clone(),
        address: email(&place).or_else(|| number(&place.record.contact.phones, texts)),
        places: vec![place],
        reach: Reach::Mail,
    }
}

/// The first address of mail of a place that is one.
fn email(place: &Place) -> Option<Recipient> {
    let mut emails = place.record.contact.emails.iter();
    let found = emails.find_map(|text| text.parse().ok());
    found.map(Recipient::Mail)
}

/// The first number that takes short messages.
fn number(phones: &[String], texts: bool) -> Option<Recipient> {
    let mut phones = phones.iter().filter(|_| texts);
    phones.find_map(|number| Recipient::text(number))
}

fn most_common(addresses: impl Iterator<Item = Recipient>) -> Option<Recipient> {
    let mut counts: BTreeMap<Recipient, usize> = BTreeMap::new();
    for address in addresses {
        *counts.entry(address).or_default() += 1;
    }
    // Of two as common as each other, the first in order.
    let most = counts.iter().rev().max_by_key(|(_, count)| **count);
    most.map(|(address, _)| address.clone())
}

/// One group for each address: organisations come first, and keep their name.
fn by_address(groups: Vec<Group>) -> Vec<Group> {
    let mut at: BTreeMap<Recipient, usize> = BTreeMap::new();
    let mut merged: Vec<Group> = Vec::with_capacity(groups.len());
    for group in groups {
        let place = group.address.as_ref().and_then(|address| at.get(address));
        if let Some(known) = place.and_then(|index| merged.get_mut(*index)) {
            known.places.extend(group.places);
            continue;
        }
        if let Some(address) = &group.address {
            at.insert(address.clone(), merged.len());
        }
        merged.push(group);
    }
    merged
}

/// What places of one address are called together: their parent structure, where it is one; else the first of them.
fn common_name(places: &[Arc<Place>]) -> String {
    let [first, others @ ..] = places else {
        return String::new();
    };
    let parent = &first.record.parent;
    let same = !others.is_empty() && others.iter().all(|one| one.record.parent == *parent);
    parent
        .clone()
        .filter(|_| same)
        .unwrap_or_else(|| first.record.name.clone())
}
