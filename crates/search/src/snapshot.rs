//! All places of a revision, indexed. Built once, never changed.

use std::collections::HashMap;
use std::sync::Arc;

use chrono::{DateTime, NaiveDate, Utc};
use portulan_freshness::Outlook;
use portulan_geo::Reference;
use portulan_hours::{Timetable, Zone};
use portulan_model::{Place, PlaceId, Service, TerritoryKey, ValueSet};
use portulan_text::fold;
use roaring::RoaringBitmap;

use crate::facets::{Columns, KnownValues};
use crate::moment::{Holders, Timetables};
use crate::opening::{self, Basis, Deciding, NONE, Opening, Slot, Slots};
use crate::query::Query;
use crate::rank::Facts;
use crate::space::Space;
use crate::terms::Terms;

/// Texts under which a place is found besides its own.
pub type Aliases = HashMap<PlaceId, Vec<String>>;
/// Sessions of places that are not held on a day, or to which nobody can come: key of the session, day.
pub type Absences = HashMap<PlaceId, Vec<(String, NaiveDate)>>;

/// The directory of a revision, indexed.
pub struct Snapshot {
    pub(crate) places: Vec<Arc<Place>>,
    by_slug: HashMap<String, u32>,
    by_id: HashMap<PlaceId, u32>,
    pub(crate) names: Vec<Box<str>>,
    /// Ranks in the order of the names, and the place of each rank in that order.
    pub(crate) by_name: Vec<u32>,
    pub(crate) name_order: Vec<u32>,
    pub(crate) dates: Vec<Option<NaiveDate>>,
    pub(crate) outlooks: Vec<Outlook>,
    pub(crate) facts: Vec<Facts>,
    pub(crate) holders: Holders,
    pub(crate) territories: HashMap<TerritoryKey, RoaringBitmap>,
    pub(crate) columns: Columns,
    pub(crate) space: Space,
    pub(crate) terms: Terms,
    pub(crate) timetables: Timetables,
    pub(crate) slots: Vec<Slots>,
    pub(crate) sessions: Vec<Slot>,
    known: KnownValues,
}

impl Snapshot {
    /// Indexes the places of a revision.
    #[must_use]
    pub fn build(places: Vec<Arc<Place>>, reference: &Reference) -> Self {
        Self::build_with(places, &Aliases::new(), reference)
    }

    /// Indexes the places of a revision, each also under other texts: former names, former streets.
    #[must_use]
    pub fn build_with(places: Vec<Arc<Place>>, aliases: &Aliases, reference: &Reference) -> Self {
        Self::build_on(places, aliases, &Absences::new(), reference)
    }

    /// The same, without the sessions to which nobody can come on a day.
    #[must_use]
    pub fn build_on(
        mut places: Vec<Arc<Place>>,
        aliases: &Aliases,
        absences: &Absences,
        reference: &Reference,
    ) -> Self {
        places.sort_by_key(|place| place.id);
        let ranked = || (0_u32..).zip(places.iter().map(|place| &**place));
        let columns = Columns::build(ranked());
        let (timetables, slots, sessions) = timetables(&places, absences);
        let names: Vec<Box<str>> = places
            .iter()
            .map(|place| fold(&place.record.name).into_boxed_str())
            .collect();
        let (by_name, name_order) = name_order(&names);
        Self {
            by_slug: ranked()
                .map(|(rank, place)| (place.slug.as_str().to_owned(), rank))
                .collect(),
            by_id: ranked().map(|(rank, place)| (place.id, rank)).collect(),
            names,
            by_name,
            name_order,
            facts: places
                .iter()
                .map(|place| Facts::of(&place.record))
                .collect(),
            holders: Holders::build(&slots, &sessions),
            dates: places.iter().map(|place| last_date(place)).collect(),
            outlooks: places
                .iter()
                .map(|place| Outlook::of_place(&place.record))
                .collect(),
            territories: territories(&places, reference),
            known: KnownValues::of(&columns),
            columns,
            space: Space::build(places.iter().map(|place| place.record.position).collect()),
            terms: Terms::build(ranked(), aliases),
            timetables,
            slots,
            sessions,
            places,
        }
    }

    /// How many places.
    #[must_use]
    pub fn len(&self) -> usize {
        self.places.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.places.is_empty()
    }

    /// All places, by id: the order of exports.
    #[must_use]
    pub fn places(&self) -> &[Arc<Place>] {
        &self.places
    }

    /// A place by its rank in [`Snapshot::places`].
    #[must_use]
    pub fn place(&self, rank: u32) -> Option<&Arc<Place>> {
        usize::try_from(rank)
            .ok()
            .and_then(|rank| self.places.get(rank))
    }

    /// A place by its slug.
    #[must_use]
    pub fn by_slug(&self, slug: &str) -> Option<&Arc<Place>> {
        self.by_slug.get(slug).and_then(|rank| self.place(*rank))
    }

    /// A place by its id.
    #[must_use]
    pub fn by_id(&self, id: &PlaceId) -> Option<&Arc<Place>> {
        self.by_id.get(id).and_then(|rank| self.place(*rank))
    }

    /// The rank of a place.
    #[must_use]
    pub fn rank_of(&self, id: &PlaceId) -> Option<u32> {
        self.by_id.get(id).copied()
    }

    /// Values of open lists that some place bears.
    #[must_use]
    pub const fn known_values(&self) -> &KnownValues {
        &self.known
    }

    /// How many places a territory holds.
    #[must_use]
    pub fn count_in(&self, territory: &TerritoryKey) -> usize {
        self.territories
            .get(territory)
            .map_or(0, crate::facets::length)
    }

    /// Whether a place is open for what is asked, and when that changes.
    #[must_use]
    pub fn opening(&self, rank: u32, query: &Query, now: DateTime<Utc>) -> Opening {
        let deciding = self.deciding(rank, query.needs);
        opening::opening(&deciding, &self.timetables, query.when.as_ref(), now)
    }

    /// The timetables that decide for a need.
    fn deciding(&self, rank: u32, needs: ValueSet<Service>) -> Deciding {
        let mut deciding = Deciding {
            basis: Basis::Nothing,
            zone: Zone::default(),
            ranks: Vec::new(),
        };
        let Some((slots, sessions)) = self.slots(rank) else {
            return deciding;
        };
        let ranks = &mut deciding.ranks;
        ranks.extend(opening::deciding(sessions, needs).map(|slot| slot.timetable));
        deciding.basis = Basis::Sessions;
        if ranks.is_empty() {
            if slots.building != NONE {
                deciding.basis = Basis::Building;
                ranks.push(slots.building);
            }
            let held = sessions.iter().filter(|_| needs.is_empty());
            ranks.extend(held.map(|slot| slot.timetable));
        }
        let first = ranks.first().and_then(|rank| self.timetables.get(*rank));
        deciding.zone = first.map(Timetable::zone).unwrap_or_default();
        deciding
    }

    /// The timetables of a place.
    pub(crate) fn slots(&self, rank: u32) -> Option<(Slots, &[Slot])> {
        let slots = usize::try_from(rank)
            .ok()
            .and_then(|rank| self.slots.get(rank))
            .copied()?;
        Some((slots, slots.of(&self.sessions)))
    }
}

/// Ranks in the order of the names, ids settling ties, and the place of each rank in that order.
fn name_order(names: &[Box<str>]) -> (Vec<u32>, Vec<u32>) {
    let mut named: Vec<(&str, u32)> = names.iter().map(|name| &**name).zip(0..).collect();
    named.sort_unstable();
    let by_name: Vec<u32> = named.into_iter().map(|(_, rank)| rank).collect();
    let mut order = vec![0; names.len()];
    for (rank, place) in by_name.iter().zip(0_u32..) {
        if let Some(cell) = usize::try_from(*rank)
            .ok()
            .and_then(|rank| order.get_mut(rank))
        {
            *cell = place;
        }
    }
    (by_name, order)
}

/// The latest date at which something of a place was confirmed.
fn last_date(place: &Place) -> Option<NaiveDate> {
    place.record.provenance.record.dated
}

fn territories(
    places: &[Arc<Place>],
    reference: &Reference,
) -> HashMap<TerritoryKey, RoaringBitmap> {
    let mut found: HashMap<TerritoryKey, RoaringBitmap> = HashMap::new();
    let mut above: HashMap<TerritoryKey, Vec<TerritoryKey>> = HashMap::new();
    for (place, rank) in places.iter().zip(0_u32..) {
        let Some(code) = place.record.address.insee else {
            found
                .entry(TerritoryKey::france())
                .or_default()
                .insert(rank);
            continue;
        };
        let commune = TerritoryKey::commune(code);
        let parents = above
            .entry(commune.clone())
            .or_insert_with(|| reference.ancestors(&commune));
        for parent in parents.iter() {
            found.entry(parent.clone()).or_default().insert(rank);
        }
        if let Some(position) = place.record.position {
            for small in reference.neighbourhoods_at(&code, position) {
                found.entry(small).or_default().insert(rank);
            }
        }
        found.entry(commune).or_default().insert(rank);
    }
    found
}

fn timetables(places: &[Arc<Place>], absences: &Absences) -> (Timetables, Vec<Slots>, Vec<Slot>) {
    let mut ranks: HashMap<Timetable, u32> = HashMap::new();
    let mut all: Vec<Timetable> = Vec::new();
    let mut share = |table: Timetable| {
        let next = u32::try_from(all.len()).unwrap_or(NONE);
        *ranks.entry(table).or_insert_with_key(|table| {
            all.push(table.clone());
            next
        })
    };
    let mut slots = Vec::with_capacity(places.len());
    let mut sessions: Vec<Slot> = Vec::new();
    let end = |sessions: &[Slot]| u32::try_from(sessions.len()).unwrap_or(NONE);
    for place in places {
        let (building, held) =
            opening::timetables(place, absences.get(&place.id).map_or(&[], Vec::as_slice));
        let from = end(&sessions);
        for (services, table) in held {
            sessions.push(Slot {
                services,
                timetable: share(table),
            });
        }
        let building = building.map_or(NONE, &mut share);
        slots.push(Slots {
            building,
            sessions: (from, end(&sessions)),
        });
    }
    (Timetables::new(all), slots, sessions)
}

#[cfg(test)]
mod tests;
