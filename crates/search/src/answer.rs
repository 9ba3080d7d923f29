//! The answer to a question: select, count, take the first of the order asked.

use std::sync::Arc;

use chrono::{DateTime, NaiveDate, Utc};
use portulan_model::{Place, Standing};
use roaring::RoaringBitmap;

use crate::count::Facets;
use crate::cursor::Cursor;
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
    /// How far what is said may be trusted: its weakest group of fields.
    pub standing: Standing,
    /// The day on which it was judged.
    pub today: NaiveDate,
    /// Sum of the reasons.
    pub score: f64,
    /// Why it stands there.
    pub reasons: Vec<Reason>,
}

/// The number by which a place is sorted and its rank: smaller comes first.
type Ranked = (u64, u32);

impl Snapshot {
    /// Answers a question at an instant. A later page is judged at the instant of the first.
    #[must_use]
    pub fn answer(&self, query: &Query, now: DateTime<Utc>) -> Answer {
        let now = query.cursor.as_ref().map_or(now, |cursor| cursor.at);
        let selection = self.select(query);
        let before = selection.all();
        let moment = self.asked(query, now);
        let unknown_hours = match (&moment, query.openness) {
            (Some(moment), Openness::Open) => {
                length(&moment.unknown(&self.holders, &before, query.needs))
            }
            _ => 0,
        };
        let found = self.at_the_moment(before, query, moment.as_deref());
        let facets = query
            .facets
            .then(|| self.count(query, &selection, &found, moment.as_deref(), now));
        let ranking = Ranking::new(self, query, selection.in_name.as_ref(), now);
        let (page, more) = page(&found, query, &ranking);
        let hits = page
            .iter()
            .filter_map(|(_, rank)| self.hit(*rank, query, &ranking, now));
        Answer {
            total: length(&found),
            unknown_hours,
            hits: hits.collect(),
            next: page
                .last()
                .filter(|_| more)
                .and_then(|last| self.cursor(*last, &ranking, now)),
            facets,
        }
    }

    /// Ranks of all places that answer, in the order of exports.
    #[must_use]
    pub fn matching(&self, query: &Query, now: DateTime<Utc>) -> Vec<u32> {
        let moment = self.asked(query, now);
        self.at_the_moment(self.select(query).all(), query, moment.as_deref())
            .into_iter()
            .collect()
    }

    fn cursor(&self, last: Ranked, ranking: &Ranking<'_>, now: DateTime<Utc>) -> Option<Cursor> {
        let id = self.place(last.1)?.id;
        Some(Cursor {
            at: now,
            key: ranking.key(last),
            id,
        })
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
            standing: ranking.standing(rank),
            today: now.date_naive(),
            score: reasons.iter().map(|reason| reason.points).sum(),
            reasons,
        })
    }
}

/// The first places after the cursor, and whether there are more. Only those that can still be among them are kept.
fn page(found: &RoaringBitmap, query: &Query, ranking: &Ranking<'_>) -> (Vec<Ranked>, bool) {
    let start = ranking.start(query.cursor.as_ref());
    let wanted = query.limit.saturating_add(1);
    let room = wanted.saturating_mul(4).max(1_024);
    let mut kept: Vec<Ranked> = Vec::new();
    let mut worst = (u64::MAX, u32::MAX);
    for rank in found {
        let one = (ranking.order(rank), rank);
        if one > worst || !ranking.is_after(one, &start) {
            continue;
        }
        kept.push(one);
        if kept.len() >= room {
            let (_, last, _) = kept.select_nth_unstable(wanted - 1);
            worst = *last;
            kept.truncate(wanted);
        }
    }
    kept.sort_unstable();
    let more = query.limit > 0 && kept.len() > query.limit;
    kept.truncate(query.limit);
    (kept, more)
}
