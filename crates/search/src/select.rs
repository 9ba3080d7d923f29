//! Which places answer: one bitmap per field, joined by "and".

use chrono::{DateTime, Utc};
use portulan_hours::OpenState;
use roaring::RoaringBitmap;

use crate::opening;
use crate::query::{Openness, Query};
use crate::snapshot::Snapshot;
use crate::terms::Found;
use crate::when::When;

/// The fields that have values to count, in one order for the whole crate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Field {
    Services,
    Publics,
    Care,
    Fees,
    Access,
    Support,
    Mobility,
    /// Programmes, trainings and labels: one filter, joined by "or".
    Labels,
    Networks,
    Kinds,
    Sources,
}

/// What a query selects.
pub(crate) struct Selection {
    /// Places within the space and the text asked, before any value; `None` for all.
    base: Option<RoaringBitmap>,
    /// Places of the values asked, by field.
    fields: Vec<(Field, RoaringBitmap)>,
    /// How many places there are.
    total: u32,
    /// Places whose name holds the text.
    pub(crate) in_name: Option<RoaringBitmap>,
}

impl Snapshot {
    pub(crate) fn select(&self, query: &Query) -> Selection {
        let mut selection = Selection {
            base: None,
            fields: Vec::new(),
            total: u32::try_from(self.places.len()).unwrap_or(u32::MAX),
            in_name: None,
        };
        if let Some(ring) = &query.polygon {
            selection.narrow(self.space.polygon(ring));
        }
        if let Some(around) = &query.around {
            selection.narrow(self.space.around(around));
        }
        if !query.territories.is_empty() {
            let found = query
                .territories
                .iter()
                .filter_map(|key| self.territories.get(key));
            selection.narrow(found.fold(RoaringBitmap::new(), |all, places| all | places));
        }
        if let Some(Found { all, in_name }) =
            query.text.as_deref().and_then(|text| self.terms.find(text))
        {
            selection.narrow(all);
            selection.in_name = Some(in_name);
        }
        self.select_values(query, &mut selection);
        selection
    }

    fn select_values(&self, query: &Query, selection: &mut Selection) {
        let columns = &self.columns;
        let labels = match (
            columns.programmes.any(query.programmes),
            columns.labels.any(query.labels),
        ) {
            (Some(one), Some(two)) => Some(one | two),
            (one, two) => one.or(two),
        };
        let asked = [
            (Field::Services, columns.services.any(query.needs)),
            (Field::Publics, columns.publics.any(query.publics)),
            (Field::Care, columns.care.any(query.care)),
            (Field::Fees, columns.fees.any(query.fees)),
            (Field::Access, columns.access.any(query.access)),
            (Field::Support, columns.support.any(query.support)),
            (Field::Mobility, columns.mobility.any(query.mobility)),
            (Field::Labels, labels),
            (
                Field::Networks,
                columns
                    .networks
                    .any(query.networks.iter().map(portulan_model::Slug::as_str)),
            ),
            (
                Field::Kinds,
                columns.kinds.any(query.kinds.iter().map(String::as_str)),
            ),
            (
                Field::Sources,
                columns
                    .sources
                    .any(query.sources.iter().map(portulan_model::Slug::as_str)),
            ),
        ];
        selection.fields = asked
            .into_iter()
            .filter_map(|(field, places)| Some((field, places?)))
            .collect();
    }

    /// Keeps of some places those that are in a state when asked.
    pub(crate) fn keep(
        &self,
        places: &RoaringBitmap,
        query: &Query,
        when: &When,
        wanted: OpenState,
        now: DateTime<Utc>,
    ) -> RoaringBitmap {
        let states = self.timetables.states(when, now);
        let is_so = |rank: &u32| {
            self.slots(*rank).is_some_and(|(slots, sessions)| {
                opening::state(slots, sessions, query.needs, &states) == wanted
            })
        };
        // Ranks come in order: the bitmap is filled from its end, without a search for each.
        RoaringBitmap::from_sorted_iter(places.iter().filter(is_so)).unwrap_or_default()
    }

    /// Applies the moment asked, if any.
    pub(crate) fn at_the_moment(
        &self,
        places: RoaringBitmap,
        query: &Query,
        now: DateTime<Utc>,
    ) -> RoaringBitmap {
        match &query.when {
            None => places,
            Some(when) => self.keep(&places, query, when, query.openness.state(), now),
        }
    }
}

impl Openness {
    /// The state that it asks for.
    pub(crate) const fn state(self) -> OpenState {
        match self {
            Self::Open => OpenState::Open,
            Self::Unknown => OpenState::Unknown,
        }
    }
}

impl Selection {
    fn narrow(&mut self, places: RoaringBitmap) {
        self.base = Some(match self.base.take() {
            None => places,
            Some(before) => before & places,
        });
    }

    /// Places of everything asked but the moment.
    pub(crate) fn all(&self) -> RoaringBitmap {
        self.without(None)
    }

    /// Places of everything asked but the moment and one field.
    pub(crate) fn without(&self, field: Option<Field>) -> RoaringBitmap {
        let mut parts: Vec<&RoaringBitmap> = self.base.iter().collect();
        parts.extend(
            self.fields
                .iter()
                .filter(|(other, _)| Some(*other) != field)
                .map(|(_, places)| places),
        );
        // The smallest first: what follows can only shrink it.
        parts.sort_by_key(|places| places.len());
        let mut parts = parts.into_iter();
        match parts.next() {
            None => RoaringBitmap::from_sorted_iter(0..self.total).unwrap_or_default(),
            Some(first) => parts.fold(first.clone(), |all, places| all & places),
        }
    }

    /// Whether a field is asked.
    pub(crate) fn asks(&self, field: Field) -> bool {
        self.fields.iter().any(|(asked, _)| *asked == field)
    }
}
