//! The answer to a question: select, count, take the first of the order asked.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use portulan_hours::OpenState;
use portulan_model::{Freshness, Place, PlaceId, Revision};
use roaring::RoaringBitmap;

use crate::count::Facets;
use crate::cursor::{Cursor, Key};
use crate::facets::length;
use crate::opening::Opening;
use crate::query::{Openness, Query};
use crate::rank::{Ranking, Reason};
use crate::snapshot::Snapshot;

/// The answer to a question.
#[derive(Debug, Clone, Default)]
pub struct Answer {
    /// How many places answer, on all pages.
    pub total: usize,
    /// With a moment asked: how many more there are whose hours then are not known.
    pub unknown_hours: usize,
    /// The places of this page.
    pub hits: Vec<Hit>,
    /// Where the next page begins.
    pub next: Option<Cursor>,
    /// Counts of the values, when asked.
    pub facets: Option<Facets>,
    /// The revision that answered.
    pub revision: Revision,
}

/// A place that answers.
#[derive(Debug, Clone)]
pub struct Hit {
    /// Its rank in [`Snapshot::places`].
    pub index: u32,
    /// The place.
    pub place: Arc<Place>,
    /// From the centre asked.
    pub distance_m: Option<f64>,
    /// Whether it is open.
    pub opening: Opening,
    /// How likely what is said is still true.
    pub freshness: Freshness,
    /// Sum of the reasons.
    pub score: f64,
    /// Why it stands there.
    pub reasons: Vec<Reason>,
}

/// A place and its key: smaller comes first; ids settle ties.
type Ranked = (Key, PlaceId, u32);

impl Snapshot {
    /// Answers a question at an instant. A later page is judged at the instant of the first.
    #[must_use]
    pub fn answer(&self, query: &Query, now: DateTime<Utc>) -> Answer {
        let now = query.cursor.as_ref().map_or(now, |cursor| cursor.at);
        let selection = self.select(query);
        let before = selection.all();
        let unknown_hours = match (&query.when, query.openness) {
            (Some(when), Openness::Open) => {
                length(&self.keep(&before, query, when, OpenState::Unknown, now))
            }
            _ => 0,
        };
        let found = self.at_the_moment(before, query, now);
        let facets = query
            .facets
            .then(|| self.count(query, &selection, &found, now));
        let ranking = Ranking::new(self, query, selection.in_name.as_ref(), now);
        let page = self.page(&found, query, &ranking);
        let hits: Vec<Hit> = page
            .iter()
            .filter_map(|(.., rank)| self.hit(*rank, query, &ranking, now))
            .collect();
        let more = page.len() == query.limit && self.is_more(&found, query, &ranking, page.last());
        Answer {
            total: length(&found),
            unknown_hours,
            next: page
                .into_iter()
                .last()
                .filter(|_| more)
                .map(|(key, id, _)| Cursor { at: now, key, id }),
            hits,
            facets,
            revision: self.revision(),
        }
    }

    /// Ranks of all places that answer, in the order of exports.
    #[must_use]
    pub fn matching(&self, query: &Query, now: DateTime<Utc>) -> Vec<u32> {
        self.at_the_moment(self.select(query).all(), query, now)
            .into_iter()
            .collect()
    }

    /// The first places after the cursor: the best are parted from the others, and only they are sorted.
    fn page(&self, found: &RoaringBitmap, query: &Query, ranking: &Ranking<'_>) -> Vec<Ranked> {
        let mut ranked: Vec<Ranked> = found
            .iter()
            .filter_map(|rank| self.ranked(rank, ranking))
            .filter(|one| after(query, one))
            .collect();
        if ranked.len() > query.limit && query.limit > 0 {
            ranked.select_nth_unstable(query.limit - 1);
        }
        ranked.truncate(query.limit);
        ranked.sort_unstable();
        ranked
    }

    fn ranked(&self, rank: u32, ranking: &Ranking<'_>) -> Option<Ranked> {
        Some((ranking.key(rank), self.place(rank)?.id, rank))
    }

    fn is_more(
        &self,
        found: &RoaringBitmap,
        query: &Query,
        ranking: &Ranking<'_>,
        last: Option<&Ranked>,
    ) -> bool {
        let Some((key, id, _)) = last else {
            return false;
        };
        if query.cursor.is_none() {
            return length(found) > query.limit;
        }
        let beyond = |(other, its_id, _): Ranked| (&other, &its_id) > (key, id);
        found
            .iter()
            .filter_map(|rank| self.ranked(rank, ranking))
            .any(beyond)
    }

    fn hit(
        &self,
        rank: u32,
        query: &Query,
        ranking: &Ranking<'_>,
        now: DateTime<Utc>,
    ) -> Option<Hit> {
        let reasons = ranking.reasons(rank);
        Some(Hit {
            index: rank,
            place: Arc::clone(self.place(rank)?),
            distance_m: ranking.distance(rank),
            opening: self.opening(rank, query, now),
            freshness: ranking.freshness(rank),
            score: reasons.iter().map(|reason| reason.points).sum(),
            reasons,
        })
    }
}

fn after(query: &Query, (key, id, _): &Ranked) -> bool {
    query
        .cursor
        .as_ref()
        .is_none_or(|cursor| (key, id) > (&cursor.key, &cursor.id))
}
