//! The places of each value of each filter.

use std::collections::BTreeMap;

use portulan_model::{
    Access, Care, ClosedList, Fee, Label, Mobility, Place, PlaceRecord, Programme, Public, Service,
    Slug, Support, ValueSet,
};
use roaring::RoaringBitmap;

/// Places of each value of a closed list, and of those that say nothing.
pub(crate) struct Closed<L> {
    values: Vec<(L, RoaringBitmap)>,
    pub(crate) unsaid: RoaringBitmap,
}

impl<L: ClosedList> Closed<L> {
    fn new() -> Self {
        Self {
            values: L::ALL
                .iter()
                .map(|value| (*value, RoaringBitmap::new()))
                .collect(),
            unsaid: RoaringBitmap::new(),
        }
    }

    fn add(&mut self, rank: u32, set: ValueSet<L>) {
        if set.is_empty() {
            self.unsaid.insert(rank);
        }
        for (value, places) in &mut self.values {
            if set.contains(*value) {
                places.insert(rank);
            }
        }
    }

    /// Places of any value of a set, within a base if there is one; `None` when the set asks nothing.
    pub(crate) fn any(
        &self,
        set: ValueSet<L>,
        base: Option<&RoaringBitmap>,
    ) -> Option<RoaringBitmap> {
        if set.is_empty() {
            return None;
        }
        let asked = self.values.iter().filter(|(value, _)| set.contains(*value));
        Some(union(asked.map(|(_, places)| places), base))
    }

    pub(crate) fn values(&self) -> &[(L, RoaringBitmap)] {
        &self.values
    }
}

/// Places of each value of an open list, by value.
#[derive(Default)]
pub(crate) struct Open(BTreeMap<String, RoaringBitmap>);

impl Open {
    fn add(&mut self, rank: u32, value: &str) {
        match self.0.get_mut(value) {
            Some(places) => {
                places.insert(rank);
            }
            None => {
                self.0
                    .insert(value.to_owned(), RoaringBitmap::from_iter([rank]));
            }
        }
    }

    /// Places of any of the values; `None` when none is asked.
    pub(crate) fn any<'a>(
        &self,
        asked: impl ExactSizeIterator<Item = &'a str>,
        base: Option<&RoaringBitmap>,
    ) -> Option<RoaringBitmap> {
        if asked.len() == 0 {
            return None;
        }
        let found = asked.filter_map(|value| self.0.get(value));
        Some(union(found, base))
    }

    pub(crate) fn values(&self) -> impl Iterator<Item = (&str, &RoaringBitmap)> {
        self.0
            .iter()
            .map(|(value, places)| (value.as_str(), places))
    }
}

/// All filters.
pub(crate) struct Columns {
    pub(crate) services: Closed<Service>,
    pub(crate) publics: Closed<Public>,
    pub(crate) care: Closed<Care>,
    pub(crate) fees: Closed<Fee>,
    pub(crate) access: Closed<Access>,
    pub(crate) support: Closed<Support>,
    pub(crate) mobility: Closed<Mobility>,
    pub(crate) programmes: Closed<Programme>,
    pub(crate) labels: Closed<Label>,
    pub(crate) networks: Open,
    pub(crate) kinds: Open,
    pub(crate) sources: Open,
    pub(crate) other_labels: Open,
}

impl Columns {
    pub(crate) fn build<'a>(places: impl Iterator<Item = (u32, &'a Place)>) -> Self {
        let mut columns = Self {
            services: Closed::new(),
            publics: Closed::new(),
            care: Closed::new(),
            fees: Closed::new(),
            access: Closed::new(),
            support: Closed::new(),
            mobility: Closed::new(),
            programmes: Closed::new(),
            labels: Closed::new(),
            networks: Open::default(),
            kinds: Open::default(),
            sources: Open::default(),
            other_labels: Open::default(),
        };
        places.for_each(|(rank, place)| columns.add(rank, &place.record));
        columns
    }

    fn add(&mut self, rank: u32, record: &PlaceRecord) {
        self.services.add(rank, record.services);
        self.publics.add(rank, record.publics);
        self.care.add(rank, record.care);
        self.fees.add(rank, record.fees);
        self.access.add(rank, record.access);
        self.support.add(rank, record.support);
        self.mobility.add(rank, record.mobility);
        self.programmes.add(rank, record.programmes);
        self.labels.add(rank, record.labels);
        self.sources.add(rank, record.external.source.as_str());
        record
            .networks
            .iter()
            .for_each(|network| self.networks.add(rank, network.as_str()));
        record
            .kinds
            .iter()
            .for_each(|kind| self.kinds.add(rank, kind));
        record
            .other_labels
            .iter()
            .for_each(|label| self.other_labels.add(rank, label));
    }
}

/// Values of the open lists that some place bears, with how many do.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct KnownValues {
    /// Networks.
    pub networks: Vec<(Slug, usize)>,
    /// Kinds of structure.
    pub kinds: Vec<(String, usize)>,
    /// Sources.
    pub sources: Vec<(Slug, usize)>,
    /// Other labels.
    pub other_labels: Vec<(String, usize)>,
}

impl KnownValues {
    pub(crate) fn of(columns: &Columns) -> Self {
        Self {
            networks: slugs(&columns.networks),
            kinds: texts(&columns.kinds),
            sources: slugs(&columns.sources),
            other_labels: texts(&columns.other_labels),
        }
    }
}

fn texts(open: &Open) -> Vec<(String, usize)> {
    open.values()
        .map(|(value, places)| (value.to_owned(), length(places)))
        .collect()
}

fn slugs(open: &Open) -> Vec<(Slug, usize)> {
    let parsed = open
        .values()
        .map(|(value, places)| Some((value.parse().ok()?, length(places))));
    parsed.flatten().collect()
}

/// All places of some bitmaps, within a base if there is one.
fn union<'a>(
    parts: impl Iterator<Item = &'a RoaringBitmap>,
    base: Option<&RoaringBitmap>,
) -> RoaringBitmap {
    parts.fold(RoaringBitmap::new(), |all, places| match base {
        Some(base) => all | (base & places),
        None => all | places,
    })
}

/// How many places.
pub(crate) fn length(places: &RoaringBitmap) -> usize {
    usize::try_from(places.len()).unwrap_or(usize::MAX)
}
