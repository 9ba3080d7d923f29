//! Usefulness, as a sum of terms that can be shown.

use chrono::{DateTime, NaiveDate, Utc};
use portulan_geo::distance_m;
use portulan_hours::OpenState;
use portulan_model::{Access, Fee, Freshness, Public, Service};
use roaring::RoaringBitmap;

use crate::cursor::Key;
use crate::moment::States;
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
    Freshness(Freshness),
}

/// What a ranking needs to know once.
pub(crate) struct Ranking<'a> {
    snapshot: &'a Snapshot,
    query: &'a Query,
    weights: Weights,
    states: States,
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
        let states = snapshot
            .timetables
            .states(query.when.as_ref().unwrap_or(&When::Now), now);
        Self {
            snapshot,
            query,
            weights: Weights::in_use(),
            states,
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

    pub(crate) fn freshness(&self, rank: u32) -> Freshness {
        Freshness::of(self.date(rank), self.today)
    }

    fn date(&self, rank: u32) -> Option<NaiveDate> {
        usize::try_from(rank)
            .ok()
            .and_then(|rank| self.snapshot.dates.get(rank))
            .copied()
            .flatten()
    }

    /// The key by which a place is sorted: smaller comes first.
    pub(crate) fn key(&self, rank: u32) -> Key {
        match self.query.sort {
            Sort::Utility => Key::Number(!ordered(self.score(rank))),
            Sort::Distance => Key::Number(self.distance(rank).map_or(u64::MAX, ordered)),
            Sort::Freshness => {
                let days = self
                    .date(rank)
                    .filter(|date| *date <= self.today)
                    .map(|date| (self.today - date).num_days());
                Key::Number(
                    days.and_then(|days| u64::try_from(days).ok())
                        .unwrap_or(u64::MAX),
                )
            }
            Sort::Name => {
                let name = usize::try_from(rank)
                    .ok()
                    .and_then(|rank| self.snapshot.names.get(rank));
                Key::Text(name.map(ToString::to_string).unwrap_or_default())
            }
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
        let Some(place) = self.snapshot.place(rank) else {
            return;
        };
        let (record, weights, query) = (&place.record, &self.weights, self.query);
        let slots = self.snapshot.slots(rank);
        let state = slots.map_or(OpenState::Unknown, |(slots, sessions)| {
            opening::state(slots, sessions, query.needs, &self.states)
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
            .filter(|need| record.services.contains(*need))
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
            .find(|public| record.publics.contains(*public))
        {
            term(ReasonKind::Public(public), weights.public);
        }
        if record.fees.contains(Fee::Free) {
            term(ReasonKind::Free, weights.free);
        }
        if record.access.contains(Access::WalkIn) {
            term(ReasonKind::WalkIn, weights.walk_in);
        }
        if self.in_name.is_some_and(|named| named.contains(rank)) {
            term(ReasonKind::TextInName, weights.text_in_name);
        }
        let freshness = self.freshness(rank);
        let points = match freshness {
            Freshness::Fresh => weights.fresh,
            Freshness::Ageing => weights.ageing,
            Freshness::Stale | Freshness::Undated => 0.0,
        };
        term(ReasonKind::Freshness(freshness), points);
    }
}

/// Numbers of a score or a distance, never negative, as whole numbers in the same order.
fn ordered(number: f64) -> u64 {
    number.max(0.0).to_bits()
}
