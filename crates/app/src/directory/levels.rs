//! Levels and governance as the directory holds them: read again when governance moved, with the places of the picture.
//!
//! What is a draft, what only members read and what is private do not come here. Places that another one stands for are
//! followed to it, so that a page finds each place where the directory shows it.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use chrono::{Datelike, Days, NaiveDate};
use portulan_geo::{Reference, Spot};
use portulan_levels::{Here, Levels, PlacePoint, World};
use portulan_model::baseline::Baseline;
use portulan_model::governance::{Committee, Decision};
use portulan_model::means::calls::{Call, CallFile, Stance};
use portulan_model::roadmaps::Roadmap;
use portulan_model::{
    Area, CommuneCode, Piece, Place, PlaceId, Position, Revision, Seat, Slug, TerritoryKey,
    TerritoryKind,
};
use portulan_search::Snapshot;
use portulan_store::Store;

use super::Directory;
use super::grounds::Grounds;
use crate::Error;

/// What everybody may read of governance beside the levels.
#[derive(Debug, Default)]
pub struct Published {
    /// Baselines, by what they are of: what is said of a cell stays private, what is offered is not.
    pub baselines: HashMap<Seat, Baseline>,
    /// Committees, by their body.
    pub committees: HashMap<Slug, Vec<Committee>>,
    /// Decisions that were published, by their body.
    pub decisions: HashMap<Slug, Vec<Decision>>,
    /// Calls that were published, those that close first first.
    pub calls: Vec<KnownCall>,
}

/// A call as everybody may read it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownCall {
    /// What it says.
    pub call: Call,
    /// How many organisations hold each position that enough of them hold.
    pub counts: Vec<(Stance, usize)>,
}

/// Governance of one revision.
#[derive(Clone)]
pub(super) struct Governed {
    revision: Revision,
    world: Arc<World>,
    pub(super) published: Arc<Published>,
}

impl Governed {
    /// Reads all of it, unless it did not move.
    pub(super) async fn load(store: &Store, before: Option<&Self>) -> Result<Self, Error> {
        let revision = store.governance().await?;
        if let Some(before) = before.filter(|before| before.revision == revision) {
            return Ok(before.clone());
        }
        let meetings = store.kept().await?.into_iter();
        let roadmaps = store.kept().await?.into_iter();
        let world = World {
            bodies: store.kept().await?,
            memberships: store.kept().await?,
            meetings: meetings
                .map(portulan_model::governance::Meeting::for_everybody)
                .collect(),
            roadmaps: roadmaps.map(Roadmap::for_everybody).collect(),
            schemes: store.kept().await?,
            clusters: store.kept().await?,
            sectors: store.kept().await?,
            posts: store.kept().await?,
            places: Vec::new(),
        };
        let published = published(store).await?;
        Ok(Self {
            revision,
            world: Arc::new(world),
            published: Arc::new(published),
        })
    }
}

async fn published(store: &Store) -> Result<Published, Error> {
    let mut all = Published::default();
    for baseline in store.kept::<Baseline>().await? {
        all.baselines.insert(baseline.of.clone(), baseline);
    }
    for committee in store.kept::<Committee>().await? {
        let theirs = all.committees.entry(committee.body.clone()).or_default();
        theirs.push(committee);
    }
    let decisions = store.kept::<Decision>().await?;
    for decision in decisions.into_iter().filter(|one| one.published.is_some()) {
        let body = decision.decision.body.clone();
        all.decisions.entry(body).or_default().push(decision);
    }
    all.calls = calls(store).await?;
    Ok(all)
}

/// What is public of calls. Positions are counted here, so that nothing else of them is held in memory.
async fn calls(store: &Store) -> Result<Vec<KnownCall>, Error> {
    let files = store.kept::<CallFile>().await?.into_iter();
    let mut counts: HashMap<Slug, Vec<(Stance, usize)>> = files
        .map(|file| (file.call, file.positions.for_everybody()))
        .collect();
    let all = store.kept::<Call>().await?.into_iter();
    let mut all: Vec<KnownCall> = all
        .filter(Call::is_public)
        .map(|call| KnownCall {
            counts: counts.remove(&call.slug).unwrap_or_default(),
            call,
        })
        .collect();
    all.sort_by(|a, b| {
        let key = |one: &KnownCall| {
            let closing = one.call.terms.timeline.closing();
            (closing.is_none(), closing, one.call.slug.clone())
        };
        key(a).cmp(&key(b))
    });
    Ok(all)
}

/// The levels of a picture: those of the picture before, where neither governance nor what it sees of places moved.
pub(super) fn levels(
    governed: &Governed,
    grounds: &Grounds,
    before: Option<&Directory>,
    today: NaiveDate,
) -> Arc<Levels> {
    let mut world = World::clone(&governed.world);
    follow(&mut world, &grounds.survivors);
    let reference = grounds.geocoder.reference();
    world.places = points(&world, &grounds.snapshot, reference, today);
    let same = before.filter(|before| {
        before.governed.revision == governed.revision
            && before.grounds.survivors == grounds.survivors
            && before.levels.world().places == world.places
    });
    same.map_or_else(
        || Arc::new(Levels::new(world)),
        |before| Arc::clone(&before.levels),
    )
}

/// Leads each place to the one that stands for it.
fn follow(world: &mut World, survivors: &HashMap<PlaceId, PlaceId>) {
    if survivors.is_empty() {
        return;
    }
    let lead = |id: PlaceId| survivors.get(&id).copied().unwrap_or(id);
    let led = |ids: &mut BTreeSet<PlaceId>| *ids = ids.iter().map(|id| lead(*id)).collect();
    for scheme in &mut world.schemes {
        led(&mut scheme.places);
    }
    for cluster in &mut world.clusters {
        led(&mut cluster.places);
    }
    for site in world.posts.iter_mut().flat_map(|post| &mut post.sites) {
        site.place = lead(site.place);
    }
}

/// The places of the picture as the levels need them.
fn points(
    world: &World,
    snapshot: &Snapshot,
    reference: &Reference,
    today: NaiveDate,
) -> Vec<PlacePoint> {
    let mut neighbourhoods = neighbourhoods(snapshot, reference);
    // The hours of a whole week, the same whatever the day on which the picture is taken.
    let back = u64::from(today.weekday().num_days_from_monday());
    let monday = today.checked_sub_days(Days::new(back)).unwrap_or(today);
    let weeks = snapshot.weeks(monday);
    let schemes = |place: &Place| {
        let theirs = world.schemes.iter();
        let theirs = theirs.filter(|scheme| scheme.has_place(place.id, &place.record));
        theirs.map(|scheme| scheme.slug.clone()).collect()
    };
    let point = |(rank, (place, week)): (u32, (&Arc<Place>, _))| {
        let week: Option<portulan_search::Week> = week;
        let minutes = |week: portulan_search::Week| -> u32 {
            let stretches = week.iter();
            stretches
                .map(|(_, from, to)| u32::from(to.saturating_sub(*from)))
                .sum()
        };
        Some(PlacePoint {
            id: place.id,
            slug: place.slug.clone(),
            commune: reference.resolve(&place.record.address.insee?)?,
            neighbourhoods: neighbourhoods.remove(&rank).unwrap_or_default(),
            schemes: schemes(place),
            weekly_minutes: week.map(minutes),
        })
    };
    let places = snapshot.places().iter().zip(weeks);
    (0_u32..).zip(places).filter_map(point).collect()
}

/// The neighbourhoods of each place, by its rank.
fn neighbourhoods(snapshot: &Snapshot, reference: &Reference) -> HashMap<u32, Vec<TerritoryKey>> {
    let kinds = [
        TerritoryKind::Iris,
        TerritoryKind::Qpv,
        TerritoryKind::Quartier,
    ];
    let mut of: HashMap<u32, Vec<TerritoryKey>> = HashMap::new();
    for territory in kinds.into_iter().flat_map(|kind| reference.of_kind(kind)) {
        for rank in snapshot.ranks_in(&territory.key) {
            of.entry(rank).or_default().push(territory.key.clone());
        }
    }
    for keys in of.values_mut() {
        keys.sort();
    }
    of
}

impl Directory {
    /// A territory as the levels are asked of it: all that it lies in, and its communes; `None` where it is not known.
    #[must_use]
    pub fn here(&self, key: &TerritoryKey, day: NaiveDate) -> Option<Here> {
        let territory = self.reference.territory(key)?;
        let communes = self.reference.communes_of(&territory.key);
        let pieces = communes
            .iter()
            .filter_map(|code| Piece::new(territory.key.clone(), *code).ok());
        let area = Area::new([], pieces);
        let area = if area.is_empty() {
            Area::of_communes(communes)
        } else {
            area
        };
        let mut chain = self.reference.ancestors(&territory.key);
        chain.push(territory.key.clone());
        Some(Here { day, chain, area })
    }

    /// A point of a commune: its neighbourhoods where some are known, the commune where none is.
    #[must_use]
    pub fn here_at(
        &self,
        commune: &CommuneCode,
        position: Option<Position>,
        day: NaiveDate,
    ) -> Option<Here> {
        let commune = self.reference.resolve(commune)?;
        let mut here = self.here(&TerritoryKey::commune(commune), day)?;
        let around = position.map(|spot| self.reference.neighbourhoods_at(&commune, spot));
        let around = around.unwrap_or_default();
        let pieces = around
            .iter()
            .filter_map(|key| Piece::new(key.clone(), commune).ok());
        let area = Area::new([], pieces);
        if !area.is_empty() {
            here.area = area;
        }
        here.chain.extend(around);
        Some(here)
    }

    /// What the geocoder found.
    #[must_use]
    pub fn here_of_spot(&self, spot: &Spot, day: NaiveDate) -> Option<Here> {
        if let Some(key) = &spot.territory {
            return self.here(key, day);
        }
        self.here_at(&spot.commune?, spot.position, day)
    }

    /// Where a place stands.
    #[must_use]
    pub fn here_of_place(&self, place: &Place, day: NaiveDate) -> Option<Here> {
        let record = &place.record;
        self.here_at(&record.address.insee?, record.position, day)
    }
}
