//! Whom a co-ordinator calls first, and what came of a call.
//!
//! To read the list is to ask many places whether what is known of them is still true, by voice: it takes the right of a
//! campaign (`RunCampaign`) on the territory, or on the organisation that runs them. What comes of a call is said of one place, and takes the right to change it
//! (`EditPlace`): whoever may only ask reads, and calls, and tells those who answer for the record.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use portulan_freshness::{Call, Candidate, Detours, Doubt, call_list, opens_instead, trip_doubt};
use portulan_model::journal::{Deed, Entry};
use portulan_model::{Place, PlaceField, PlaceId, Slug, TerritoryKey};
use portulan_policy::actions::{EditPlace, RunCampaign};
use portulan_policy::{Capability, Target};
use portulan_search::Snapshot;
use portulan_store::Unanswered;

use crate::audience::{RECENT, today};
use crate::import::author;
use crate::{App, Directory, Error, editing, rights};

/// Calls on a page: what one person makes in some days.
pub const CALLS_A_PAGE: usize = 25;
/// How long a place that did not answer comes after the others.
pub const AGAIN_AFTER: TimeDelta = TimeDelta::days(14);
/// How long an unanswered call is kept, which `FORGET_OLD_UNANSWERED` of the store knows as well.
pub const KEPT: TimeDelta = TimeDelta::days(90);
/// A call that is told again within this was sent twice.
const SENT_TWICE: TimeDelta = TimeDelta::hours(1);
/// How much doubt is worth a call: below, nearly nobody comes for nothing.
const WORTH_A_CALL: f64 = 0.005;

/// A line of the list, with its reasons.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// The place.
    pub place: Arc<Place>,
    /// How often its page and its sheet were looked at in [`RECENT`] days.
    pub visits: u64,
    /// How doubtful a trip is, and what most.
    pub doubt: Doubt,
    /// Metres to the next place that is open when this one says that it is; nothing where there is none within reach.
    pub detour_m: Option<f64>,
    /// The calls that it did not answer.
    pub unanswered: Option<Unanswered>,
    /// Whether it comes after the others for that.
    pub waits: bool,
}

/// A page of the list.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Calls {
    /// Places that are worth a call.
    pub total: usize,
    /// Those of the page, the most useful call first.
    pub lines: Vec<Line>,
}

/// Among which places.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Within {
    /// Those of a territory.
    Territory(TerritoryKey),
    /// Those that an organisation runs.
    Organisation(Slug),
}

impl Within {
    /// Where it stands among the nodes of the policy; nothing for an organisation that is not known.
    #[must_use]
    pub fn target(&self, directory: &Directory) -> Option<Target> {
        match self {
            Self::Territory(key) => Some(rights::territory(directory, key)),
            Self::Organisation(slug) => {
                let found = directory.organisations.get(slug)?;
                Some(rights::organisation(directory, found))
            }
        }
    }

    /// The ranks of its places.
    fn ranks(&self, directory: &Directory) -> Vec<u32> {
        let snapshot = &directory.snapshot;
        match self {
            Self::Territory(key) => snapshot.ranks_in(key).collect(),
            Self::Organisation(slug) => {
                let theirs = directory.organisations.places_of(slug);
                let ranks = theirs.filter_map(|id| snapshot.rank_of(&directory.survivor(&id)));
                ranks.collect()
            }
        }
    }
}

/// Whom to call first, [`CALLS_A_PAGE`] a page, from page 0.
pub async fn list(
    app: &App,
    capability: &Capability<RunCampaign>,
    within: &Within,
    page: usize,
) -> Result<Calls, Error> {
    let directory = app.directory();
    let target = within.target(&directory);
    let target = target.ok_or_else(|| Error::NotFound(format!("{within:?}")))?;
    rights::covers(capability, &target)?;
    let since = today(app).checked_sub_days(RECENT);
    let since = since.unwrap_or(NaiveDate::MIN);
    let visits = app.store().views_of_places(capability, since).await?;
    let silent = app.store().unanswered_calls(capability).await?;
    let work = {
        let (ranks, now, day) = (within.ranks(&directory), app.now(), today(app));
        move || {
            let visits = standing(&directory, visits);
            let calls = worth(&directory.snapshot, &ranks, &visits, day);
            let silent = by_place(&directory, silent);
            page_of(&directory.snapshot, calls, &silent, (now, page))
        }
    };
    tokio::task::spawn_blocking(work)
        .await
        .map_err(|error| Error::internal("calls", error))
}

/// A call, as it is worked out: by the rank of its place.
#[derive(Debug, Clone, PartialEq)]
struct Worth {
    call: Call<u32>,
    visits: u64,
    detour_m: Option<f64>,
}

/// The visits of the places that stand for those that were looked at.
fn standing(directory: &Directory, visits: BTreeMap<PlaceId, u64>) -> HashMap<PlaceId, u64> {
    let mut standing = HashMap::new();
    for (id, views) in visits {
        *standing.entry(directory.survivor(&id)).or_default() += views;
    }
    standing
}

fn by_place(directory: &Directory, silent: Vec<Unanswered>) -> HashMap<PlaceId, Unanswered> {
    let place = |one: Unanswered| (directory.survivor(&one.place), one);
    silent.into_iter().map(place).collect()
}

/// The places that are worth a call, the most useful first.
fn worth(
    snapshot: &Snapshot,
    ranks: &[u32],
    visits: &HashMap<PlaceId, u64>,
    today: NaiveDate,
) -> Vec<Worth> {
    let places = snapshot.places();
    let weeks = snapshot.weeks(today);
    let spots: Vec<_> = places.iter().map(|place| place.record.position).collect();
    let near = Detours::among(&spots);
    let week = |rank: usize| weeks.get(rank).and_then(Option::as_deref);
    let would_do = |one: usize, other: usize| opens_instead(week(one), week(other));
    let mut reasons = HashMap::new();
    let candidate = |rank: u32| {
        let place = snapshot.place(rank)?;
        let doubt = trip_doubt(&place.record, today);
        let callable = !place.record.contact.phones.is_empty();
        if !callable || doubt.share < WORTH_A_CALL {
            return None;
        }
        let views = visits.get(&place.id).copied().unwrap_or_default();
        let detour_m = near.of(usize::try_from(rank).ok()?, would_do);
        reasons.insert(rank, (views, detour_m));
        Some(Candidate {
            id: rank,
            visits: u32::try_from(views).map_or(f64::from(u32::MAX), f64::from),
            doubt,
            detour_m,
        })
    };
    let candidates: Vec<_> = ranks.iter().copied().filter_map(candidate).collect();
    let calls = call_list(candidates).into_iter();
    let with_reasons = calls.filter_map(|call| {
        let (visits, detour_m) = *reasons.get(&call.id)?;
        Some(Worth {
            call,
            visits,
            detour_m,
        })
    });
    with_reasons.collect()
}

/// A page: those that did not answer lately come after the others, each part in its order.
fn page_of(
    snapshot: &Snapshot,
    calls: Vec<Worth>,
    silent: &HashMap<PlaceId, Unanswered>,
    (now, page): (DateTime<Utc>, usize),
) -> Calls {
    let total = calls.len();
    let line = |worth: Worth| {
        let place = Arc::clone(snapshot.place(worth.call.id)?);
        let unanswered = silent.get(&place.id).copied();
        Some(Line {
            waits: unanswered.is_some_and(|one| now - one.at < AGAIN_AFTER),
            unanswered,
            visits: worth.visits,
            doubt: worth.call.doubt,
            detour_m: worth.detour_m,
            place,
        })
    };
    let lines = calls.into_iter().filter_map(line);
    let (waiting, first): (Vec<Line>, Vec<Line>) = lines.partition(|line| line.waits);
    let skip = page.saturating_mul(CALLS_A_PAGE);
    let lines = first.into_iter().chain(waiting);
    Calls {
        total,
        lines: lines.skip(skip).take(CALLS_A_PAGE).collect(),
    }
}

/// All is right, the place said by telephone.
pub async fn all_right(
    app: &App,
    capability: &Capability<EditPlace>,
    place: PlaceId,
) -> Result<(), Error> {
    let known = shown(app, capability, place)?;
    let given = PlaceField::ALL.into_iter();
    let given: Vec<PlaceField> = given
        .filter(|field| !field.is_absent(&known.record))
        .collect();
    editing::confirm_by_telephone(app, capability, known.id, &given).await?;
    Ok(app.store().forget_unanswered(capability, known.id).await?)
}

/// Nobody answered: the place comes after the others for [`AGAIN_AFTER`].
pub async fn no_answer(
    app: &App,
    capability: &Capability<EditPlace>,
    place: PlaceId,
) -> Result<(), Error> {
    let known = shown(app, capability, place)?;
    let now = app.now();
    let entry = Entry {
        at: now,
        author: author(capability.actor()),
        behalf: None,
        subject: None,
        object: format!("lieu-{}", known.slug),
        deed: Deed::Updated,
        reason: "no answer by telephone".to_owned(),
        request: format!("appel-{}", now.timestamp_millis()),
        before: None,
        after: None,
    };
    let when = (now, now.checked_sub_signed(SENT_TWICE).unwrap_or(now));
    let store = app.store();
    store
        .count_unanswered(capability, known.id, when, &entry)
        .await?;
    Ok(())
}

/// The place that stands for one, where it is shown and under the capability.
fn shown(
    app: &App,
    capability: &Capability<EditPlace>,
    place: PlaceId,
) -> Result<Arc<Place>, Error> {
    let directory = app.directory();
    rights::covers_place(&directory, capability, &place.to_string())?;
    let found = directory.snapshot.by_id(&directory.survivor(&place));
    found
        .cloned()
        .ok_or_else(|| Error::NotFound(format!("place {place}")))
}

#[cfg(test)]
mod tests;
