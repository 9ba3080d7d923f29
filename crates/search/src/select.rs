//! Which places answer: one bitmap per field, joined by "and".

use std::sync::Arc;

use chrono::{DateTime, Utc};
use portulan_hours::OpenState;
use roaring::RoaringBitmap;

use crate::moment::Moment;
use crate::query::{Openness, Query};
use crate::snapshot::Snapshot;
use crate::terms::Found;

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
        // Last, because only what is left has to be looked at one by one.
        if let Some(around) = &query.around {
            selection.base = Some(self.space.around(around, selection.base.as_ref()));
        }
        if let Some(ring) = &query.polygon {
            selection.base = Some(self.space.polygon(ring, selection.base.as_ref()));
        }
        self.select_values(query, &mut selection);
        selection
    }

    fn select_values(&self, query: &Query, selection: &mut Selection) {
        let (columns, base) = (&self.columns, selection.base.as_ref());
        let labels = match (
            columns.programmes.any(query.programmes, base),
            columns.labels.any(query.labels, base),
        ) {
            (Some(one), Some(two)) => Some(one | two),
            (one, two) => one.or(two),
        };
        let asked = [
            (Field::Services, columns.services.any(query.needs, base)),
            (Field::Publics, columns.publics.any(query.publics, base)),
            (Field::Care, columns.care.any(query.care, base)),
            (Field::Fees, columns.fees.any(query.fees, base)),
            (Field::Access, columns.access.any(query.access, base)),
            (Field::Support, columns.support.any(query.support, base)),
            (Field::Mobility, columns.mobility.any(query.mobility, base)),
            (Field::Labels, labels),
            (
                Field::Networks,
                columns.networks.any(
                    query.networks.iter().map(portulan_model::Slug::as_str),
                    base,
                ),
            ),
            (
                Field::Kinds,
                columns
                    .kinds
                    .any(query.kinds.iter().map(String::as_str), base),
            ),
            (
                Field::Sources,
                columns
                    .sources
                    .any(query.sources.iter().map(portulan_model::Slug::as_str), base),
            ),
        ];
        selection.fields = asked
            .into_iter()
            .filter_map(|(field, places)| Some((field, places?)))
            .collect();
    }

    /// Applies the moment asked, if any.
    pub(crate) fn at_the_moment(
        &self,
        places: RoaringBitmap,
        query: &Query,
        moment: Option<&Moment>,
    ) -> RoaringBitmap {
        match moment {
            None => places,
            Some(moment) => {
                moment.keep(&self.holders, &places, query.needs, query.openness.state())
            }
        }
    }

    /// The moment asked, if any.
    pub(crate) fn asked(&self, query: &Query, now: DateTime<Utc>) -> Option<Arc<Moment>> {
        query.when.as_ref().map(|when| self.moment(when, now))
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
        // The places of a field are already within the base, which matters only where no other field is asked.
        let mut parts: Vec<&RoaringBitmap> = self
            .fields
            .iter()
            .filter(|(other, _)| Some(*other) != field)
            .map(|(_, places)| places)
            .collect();
        // The smallest first: what follows can only shrink it.
        parts.sort_by_key(|places| places.len());
        match (parts.as_slice(), &self.base) {
            ([], None) => {
                let mut all = RoaringBitmap::new();
                all.insert_range(0..self.total);
                all
            }
            ([], Some(base)) => base.clone(),
            ([only], _) => (*only).clone(),
            ([first, second, others @ ..], _) => others
                .iter()
                .fold(*first & *second, |all, places| all & *places),
        }
    }

    /// Whether a field is asked.
    pub(crate) fn asks(&self, field: Field) -> bool {
        self.fields.iter().any(|(asked, _)| *asked == field)
    }
}
