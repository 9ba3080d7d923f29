//! Usefulness, as a sum of terms that can be shown.

use std::sync::Arc;

use chrono::{DateTime, NaiveDate, Utc};
use portulan_geo::distance_m;
use portulan_hours::OpenState;
use portulan_model::{Access, Fee, PlaceId, PlaceRecord, Public, Service, Standing, ValueSet};
use roaring::RoaringBitmap;

use crate::cursor::{Cursor, Key};
use crate::moment::Moment;
use crate::opening;
use crate::query::{Query, Sort};
use crate::snapshot::Snapshot;
use crate::weights::Weights;
use crate::when::When;

/// One term of a score.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Reason {
    /// What counts.
    pub kind: ReasonKind,
    /// How much, in points.
    pub points: f64,
}

/// What counts.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum ReasonKind {
    /// Open when asked, or now.
    Open,
    /// Hours not known then.
    OpenUnknown,
    /// Closed then.
    Closed,
    /// As the crow flies.
    Distance {
        /// Metres.
        metres: f64,
    },
    /// Answers a need asked.
    Need(Service),
    /// A session is held for the need.
    Session,
    /// Works for a public asked in particular.
    Public(Public),
    /// Free.
    Free,
    /// Without an appointment.
    WalkIn,
    /// The text is in its name.
    TextInName,
    /// How likely it is still true.
    Freshness(Standing),
}

/// What a score reads of a place, side by side in memory.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Facts {
    services: ValueSet<Service>,
    publics: ValueSet<Public>,
    free: bool,
    walk_in: bool,
}

impl Facts {
    pub(crate) fn of(record: &PlaceRecord) -> Self {
        Self {
            services: record.services,
            publics: record.publics,
            free: record.fees.contains(Fee::Free),
            walk_in: record.access.contains(Access::WalkIn),
        }
    }
}

/// What a ranking needs to know once.
pub(crate) struct Ranking<'a> {
    snapshot: &'a Snapshot,
    query: &'a Query,
    weights: Weights,
    moment: Arc<Moment>,
    in_name: Option<&'a RoaringBitmap>,
    today: NaiveDate,
}

impl<'a> Ranking<'a> {
    pub(crate) fn new(
        snapshot: &'a Snapshot,
        query: &'a Query,
        in_name: Option<&'a RoaringBitmap>,
        now: DateTime<Utc>,
    ) -> Self {
        Self {
            snapshot,
            query,
            weights: Weights::in_use(),
            moment: snapshot.moment(query.when.as_ref().unwrap_or(&When::Now), now),
            in_name,
            today: now.date_naive(),
        }
    }

    /// Distance from the centre asked, in metres.
    pub(crate) fn distance(&self, rank: u32) -> Option<f64> {
        let around = self.query.around?;
        self.snapshot
            .space
            .position(rank)
            .map(|position| distance_m(around.centre, position))
    }

    /// What is said of a place today: that of its weakest group of fields.
    pub(crate) fn standing(&self, rank: u32) -> Standing {
        let outlook = at(&self.snapshot.outlooks, rank);
        outlook.map_or(Standing::ToVerify, |outlook| outlook.on(self.today))
    }

    fn date(&self, rank: u32) -> Option<NaiveDate> {
        at(&self.snapshot.dates, rank).copied().flatten()
    }

    /// The number by which a place is sorted: smaller comes first. Ranks, which follow ids, settle ties.
    pub(crate) fn order(&self, rank: u32) -> u64 {
        match self.query.sort {
            Sort::Utility => !ordered(self.score(rank)),
            Sort::Distance => self.distance(rank).map_or(u64::MAX, ordered),
            Sort::Freshness => self.staleness(rank),
            Sort::Name => {
                let order = at(&self.snapshot.name_order, rank);
                order.map_or(u64::MAX, |order| u64::from(*order))
            }
        }
    }

    /// What is surest first, and of equally sure places the one that was dated last.
    fn staleness(&self, rank: u32) -> u64 {
        let days = self
            .date(rank)
            .filter(|date| *date <= self.today)
            .and_then(|date| u32::try_from((self.today - date).num_days()).ok());
        let days = u64::from(days.unwrap_or(u32::MAX));
        let doubt: u64 = match self.standing(rank) {
            Standing::Confirmed => 0,
            Standing::Probable => 1,
            Standing::ToVerify => 2,
        };
        (doubt << 32) | days
    }

    /// The key that a cursor keeps: the name itself, whose place in the order changes with every new one.
    pub(crate) fn key(&self, (order, rank): (u64, u32)) -> Key {
        match self.query.sort {
            Sort::Name => {
                let name = at(&self.snapshot.names, rank);
                Key::Text(name.map(ToString::to_string).unwrap_or_default())
            }
            Sort::Utility | Sort::Distance | Sort::Freshness => Key::Number(order),
        }
    }

    /// Whether a place comes after a cursor.
    pub(crate) fn is_after(&self, (order, rank): (u64, u32), start: &Start) -> bool {
        match start {
            Start::First => true,
            Start::Never => false,
            Start::Name(first) => order >= *first,
            Start::After(key, id) => {
                order > *key
                    || order == *key
                        && self
                            .snapshot
                            .place(rank)
                            .is_some_and(|place| place.id > *id)
            }
        }
    }

    /// Where a cursor lets an answer begin.
    pub(crate) fn start(&self, cursor: Option<&Cursor>) -> Start {
        let by_name = self.query.sort == Sort::Name;
        match cursor.map(|cursor| (&cursor.key, cursor.id)) {
            None => Start::First,
            Some((Key::Number(key), id)) if !by_name => Start::After(*key, id),
            Some((Key::Text(name), id)) if by_name => {
                let before = |rank: &u32| {
                    let known = at(&self.snapshot.names, *rank).map_or("", |name| &**name);
                    let its_id = self.snapshot.place(*rank).map(|place| place.id);
                    (known, its_id) <= (name.as_str(), Some(id))
                };
                let first = self.snapshot.by_name.partition_point(before);
                Start::Name(u64::try_from(first).unwrap_or(u64::MAX))
            }
            // A cursor of another order.
            Some(_) => Start::Never,
        }
    }

    fn score(&self, rank: u32) -> f64 {
        let mut score = 0.0;
        self.terms(rank, |_, points| score += points);
        score
    }

    pub(crate) fn reasons(&self, rank: u32) -> Vec<Reason> {
        let mut reasons = Vec::new();
        self.terms(rank, |kind, points| reasons.push(Reason { kind, points }));
        reasons
    }

    /// Goes through the terms of a place, always in the same order.
    fn terms(&self, rank: u32, mut term: impl FnMut(ReasonKind, f64)) {
        let Some(facts) = at(&self.snapshot.facts, rank) else {
            return;
        };
        let (weights, query) = (&self.weights, self.query);
        let slots = self.snapshot.slots(rank);
        let state = slots.map_or(OpenState::Unknown, |(slots, sessions)| {
            opening::state(slots, sessions, query.needs, &self.moment.states)
        });
        match state {
            OpenState::Open => term(ReasonKind::Open, weights.open),
            OpenState::Unknown => term(ReasonKind::OpenUnknown, weights.open_unknown),
            OpenState::Closed => term(ReasonKind::Closed, 0.0),
        }
        if let Some(metres) = self.distance(rank) {
            term(ReasonKind::Distance { metres }, weights.of_distance(metres));
        }
        let each = weights.need / f64::from(query.needs.len().max(1));
        for need in query
            .needs
            .iter()
            .filter(|need| facts.services.contains(*need))
        {
            term(ReasonKind::Need(need), each);
        }
        if slots
            .is_some_and(|(_, sessions)| opening::deciding(sessions, query.needs).next().is_some())
        {
            term(ReasonKind::Session, weights.session);
        }
        if let Some(public) = query
            .publics
            .iter()
            .find(|public| facts.publics.contains(*public))
        {
            term(ReasonKind::Public(public), weights.public);
        }
        if facts.free {
            term(ReasonKind::Free, weights.free);
        }
        if facts.walk_in {
            term(ReasonKind::WalkIn, weights.walk_in);
        }
        if self.in_name.is_some_and(|named| named.contains(rank)) {
            term(ReasonKind::TextInName, weights.text_in_name);
        }
        let standing = self.standing(rank);
        let points = match standing {
            Standing::Confirmed => weights.confirmed,
            Standing::Probable => weights.probable,
            Standing::ToVerify => 0.0,
        };
        term(ReasonKind::Freshness(standing), points);
    }
}

/// From where on places belong to an answer.
pub(crate) enum Start {
    /// All of them.
    First,
    /// After a number, and an id where the number is the same.
    After(u64, PlaceId),
    /// From a place in the order of names on.
    Name(u64),
    /// None.
    Never,
}

fn at<T>(column: &[T], rank: u32) -> Option<&T> {
    usize::try_from(rank).ok().and_then(|rank| column.get(rank))
}

/// Numbers of a score or a distance, never negative, as whole numbers in the same order.
fn ordered(number: f64) -> u64 {
    number.max(0.0).to_bits()
}
