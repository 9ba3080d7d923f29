//! How many places each value would leave: exact, under all the other filters.

use chrono::{DateTime, Utc};
use portulan_model::{
    Access, Care, ClosedList, Fee, Label, Mobility, Programme, Public, Service, Slug, Support,
};
use roaring::RoaringBitmap;

use crate::facets::{Closed, Open, length};
use crate::moment::Moment;
use crate::query::Query;
use crate::select::{Field, Selection};
use crate::snapshot::Snapshot;
use crate::when::When;

/// Counts of the values of each filter.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Facets {
    /// Services.
    pub services: Vec<(Service, usize)>,
    /// Publics.
    pub publics: Vec<(Public, usize)>,
    /// Particular care.
    pub care: Vec<(Care, usize)>,
    /// Fees.
    pub fees: Vec<(Fee, usize)>,
    /// How to reach the help.
    pub access: Vec<(Access, usize)>,
    /// Forms of help.
    pub support: Vec<(Support, usize)>,
    /// Fixed or roving.
    pub mobility: Vec<(Mobility, usize)>,
    /// National programmes.
    pub programmes: Vec<(Programme, usize)>,
    /// Trainings and labels.
    pub labels: Vec<(Label, usize)>,
    /// Networks.
    pub networks: Vec<(Slug, usize)>,
    /// Kinds of structure.
    pub kinds: Vec<(String, usize)>,
    /// Sources.
    pub sources: Vec<(Slug, usize)>,
    /// Places open now, whatever the moment asked.
    pub open_now: usize,
}

impl Snapshot {
    /// Counts the values. `found` is what the whole query selects.
    pub(crate) fn count(
        &self,
        query: &Query,
        selection: &Selection,
        found: &RoaringBitmap,
        moment: Option<&Moment>,
        now: DateTime<Utc>,
    ) -> Facets {
        let present = self.moment(&When::Now, now);
        let under = |field: Field| {
            let own = selection.asks(field);
            Under {
                own: own.then(|| self.at_the_moment(selection.without(Some(field)), query, moment)),
                found,
            }
        };
        let columns = &self.columns;
        let labels = under(Field::Labels);
        Facets {
            services: self.services(query, selection, found, moment),
            publics: under(Field::Publics).closed(&columns.publics),
            care: under(Field::Care).closed(&columns.care),
            fees: under(Field::Fees).closed(&columns.fees),
            access: under(Field::Access).closed(&columns.access),
            support: under(Field::Support).closed(&columns.support),
            mobility: under(Field::Mobility).closed(&columns.mobility),
            programmes: labels.closed(&columns.programmes),
            labels: labels.closed(&columns.labels),
            networks: slugs(under(Field::Networks).open(&columns.networks)),
            kinds: under(Field::Kinds).open(&columns.kinds),
            sources: slugs(under(Field::Sources).open(&columns.sources)),
            open_now: length(&present.open(&self.holders, &selection.all(), query.needs)),
        }
    }

    /// Services: with a moment, a place is open for one service and not for another, so each value is judged for itself.
    fn services(
        &self,
        query: &Query,
        selection: &Selection,
        found: &RoaringBitmap,
        moment: Option<&Moment>,
    ) -> Vec<(Service, usize)> {
        let own = selection
            .asks(Field::Services)
            .then(|| selection.without(Some(Field::Services)));
        let Some(moment) = moment else {
            return Under { own, found }.closed(&self.columns.services);
        };
        let others = own.unwrap_or_else(|| selection.all());
        let wanted = query.openness.state();
        let counted = self.columns.services.values().iter();
        let counted = counted.map(|(service, places)| {
            let one = [*service].into_iter().collect();
            let those = moment.keep(&self.holders, &(&others & places), one, wanted);
            (*service, length(&those))
        });
        counted.collect()
    }
}

/// Places under all filters but one.
struct Under<'a> {
    own: Option<RoaringBitmap>,
    found: &'a RoaringBitmap,
}

impl Under<'_> {
    fn places(&self) -> &RoaringBitmap {
        self.own.as_ref().unwrap_or(self.found)
    }

    fn of(&self, value: &RoaringBitmap) -> usize {
        usize::try_from(self.places().intersection_len(value)).unwrap_or(usize::MAX)
    }

    fn closed<L: ClosedList>(&self, column: &Closed<L>) -> Vec<(L, usize)> {
        column
            .values()
            .iter()
            .map(|(value, places)| (*value, self.of(places)))
            .collect()
    }

    fn open(&self, column: &Open) -> Vec<(String, usize)> {
        let counted = column
            .values()
            .map(|(value, places)| (value.to_owned(), self.of(places)));
        counted.filter(|(_, count)| *count > 0).collect()
    }
}

fn slugs(counts: Vec<(String, usize)>) -> Vec<(Slug, usize)> {
    counts
        .into_iter()
        .filter_map(|(value, count)| Some((value.parse().ok()?, count)))
        .collect()
}
