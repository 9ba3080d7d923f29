//! All that the stack is made of, with its index: built once from storage, then read by everybody.

use std::collections::HashMap;

use portulan_model::clusters::{Cluster, Sector};
use portulan_model::governance::{Body, Meeting, Membership};
use portulan_model::posts::Post;
use portulan_model::roadmaps::Roadmap;
use portulan_model::schemes::Scheme;
use portulan_model::{Area, CommuneCode, Piece, PlaceId, Seat, Slug, TerritoryKey};

use crate::index::Postings;

/// A place as the levels need it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlacePoint {
    /// For ever.
    pub id: PlaceId,
    /// Its readable address.
    pub slug: Slug,
    /// Its commune.
    pub commune: CommuneCode,
    /// The neighbourhoods in which it stands.
    pub neighbourhoods: Vec<TerritoryKey>,
    /// The schemes to which it belongs.
    pub schemes: Vec<Slug>,
    /// How many minutes a week it is open; nothing where hours are not known, which is not zero.
    pub weekly_minutes: Option<u32>,
}

impl PlacePoint {
    /// Whether an area covers it.
    #[must_use]
    pub fn is_in(&self, area: &Area) -> bool {
        let piece = |key: &TerritoryKey| Piece::new(key.clone(), self.commune).ok();
        area.covers(self.commune)
            || self
                .neighbourhoods
                .iter()
                .filter_map(piece)
                .any(|piece| area.covers_piece(&piece))
    }
}

/// Everything.
#[derive(Debug, Clone, Default)]
pub struct World {
    /// Bodies.
    pub bodies: Vec<Body>,
    /// Memberships.
    pub memberships: Vec<Membership>,
    /// Meetings.
    pub meetings: Vec<Meeting>,
    /// Roadmaps, with their versions.
    pub roadmaps: Vec<Roadmap>,
    /// Schemes.
    pub schemes: Vec<Scheme>,
    /// Clusters.
    pub clusters: Vec<Cluster>,
    /// Sectors.
    pub sectors: Vec<Sector>,
    /// Posts.
    pub posts: Vec<Post>,
    /// Places.
    pub places: Vec<PlacePoint>,
}

/// Everything, and where to look.
#[derive(Debug, Clone, Default)]
pub struct Levels {
    pub(crate) world: World,
    pub(crate) bodies: Postings,
    pub(crate) roadmaps: Postings,
    pub(crate) schemes: Postings,
    pub(crate) clusters: Postings,
    pub(crate) sectors: Postings,
    pub(crate) posts: Postings,
    pub(crate) places: Postings,
    pub(crate) memberships_of: HashMap<Slug, Vec<u32>>,
    pub(crate) meetings_of: HashMap<Slug, Vec<u32>>,
    pub(crate) roadmaps_of: HashMap<Slug, Vec<u32>>,
    body_at: HashMap<Slug, u32>,
    scheme_at: HashMap<Slug, u32>,
    cluster_at: HashMap<Slug, u32>,
    roadmap_at: HashMap<Slug, u32>,
    bodies_of: HashMap<Seat, Vec<u32>>,
}

impl Levels {
    /// Indexes everything.
    #[must_use]
    pub fn new(world: World) -> Self {
        Self::with_wide(world, Postings::WIDE)
    }

    /// Indexes everything, an area being wide from so many communes on.
    #[must_use]
    pub fn with_wide(world: World, wide: usize) -> Self {
        let place_area = |place: &PlacePoint| Area::of_communes([place.commune]);
        let places: HashMap<PlaceId, CommuneCode> = world
            .places
            .iter()
            .map(|place| (place.id, place.commune))
            .collect();
        let reached = |area: &Area, ids: &mut dyn Iterator<Item = PlaceId>| {
            area.union(&Area::of_communes(
                ids.filter_map(|id| places.get(&id).copied()),
            ))
        };
        let post_area =
            |post: &Post| reached(&post.sector, &mut post.sites.iter().map(|site| site.place));
        let cluster_area =
            |cluster: &Cluster| reached(&cluster.area, &mut cluster.places.iter().copied());
        Self {
            bodies: Postings::build(world.bodies.iter().map(|one| one.area.clone()), wide),
            roadmaps: Postings::build(world.roadmaps.iter().map(widest), wide),
            schemes: Postings::build(world.schemes.iter().map(|one| one.area.clone()), wide),
            clusters: Postings::build(world.clusters.iter().map(cluster_area), wide),
            sectors: Postings::build(world.sectors.iter().map(|one| one.area.clone()), wide),
            posts: Postings::build(world.posts.iter().map(post_area), wide),
            places: Postings::build(world.places.iter().map(place_area), wide),
            memberships_of: filed(world.memberships.iter().map(|one| one.who().body.clone())),
            meetings_of: filed(world.meetings.iter().map(|one| one.body.clone())),
            roadmaps_of: filed(world.roadmaps.iter().map(|one| one.body.clone())),
            body_at: ranked(world.bodies.iter().map(|one| one.slug.clone())),
            scheme_at: ranked(world.schemes.iter().map(|one| one.slug.clone())),
            cluster_at: ranked(world.clusters.iter().map(|one| one.slug.clone())),
            roadmap_at: ranked(world.roadmaps.iter().map(|one| one.slug.clone())),
            bodies_of: filed(world.bodies.iter().map(|one| one.seat.clone())),
            world,
        }
    }

    /// Everything.
    #[must_use]
    pub const fn world(&self) -> &World {
        &self.world
    }

    /// A body.
    #[must_use]
    pub fn body(&self, slug: &Slug) -> Option<&Body> {
        at(&self.world.bodies, *self.body_at.get(slug)?)
    }

    /// The bodies that stand on a seat, those of the past among them.
    pub fn bodies_of(&self, seat: &Seat) -> impl Iterator<Item = &Body> {
        let ranks = self.bodies_of.get(seat).into_iter().flatten();
        ranks.filter_map(|rank| at(&self.world.bodies, *rank))
    }

    /// A scheme.
    #[must_use]
    pub fn scheme(&self, slug: &Slug) -> Option<&Scheme> {
        at(&self.world.schemes, *self.scheme_at.get(slug)?)
    }

    /// A cluster.
    #[must_use]
    pub fn cluster(&self, slug: &Slug) -> Option<&Cluster> {
        at(&self.world.clusters, *self.cluster_at.get(slug)?)
    }

    /// A roadmap.
    #[must_use]
    pub fn roadmap(&self, slug: &Slug) -> Option<&Roadmap> {
        at(&self.world.roadmaps, *self.roadmap_at.get(slug)?)
    }

    /// The roadmaps of a body, whatever their state.
    pub fn plans_of(&self, body: &Slug) -> impl Iterator<Item = &Roadmap> {
        Self::picked(&self.world.roadmaps, &self.roadmaps_of, body)
    }

    /// The memberships of a body, those that ended among them.
    pub fn memberships(&self, body: &Slug) -> impl Iterator<Item = &Membership> {
        Self::picked(&self.world.memberships, &self.memberships_of, body)
    }

    /// The meetings of a body.
    pub fn meetings(&self, body: &Slug) -> impl Iterator<Item = &Meeting> {
        Self::picked(&self.world.meetings, &self.meetings_of, body)
    }

    /// The roadmaps of a body.
    pub fn roadmaps(&self, body: &Slug) -> impl Iterator<Item = &Roadmap> {
        Self::picked(&self.world.roadmaps, &self.roadmaps_of, body)
    }

    /// The territories to which a seat is attached: one, or several for a cluster.
    pub fn homes<'a>(&'a self, seat: &'a Seat) -> Vec<&'a TerritoryKey> {
        match seat {
            Seat::Territory(key) => vec![key],
            Seat::Scheme(slug) => {
                let scheme = self.scheme(slug);
                scheme.map(|one| &one.level).into_iter().collect()
            }
            Seat::Cluster(slug) => {
                let cluster = self.cluster(slug);
                cluster
                    .map(|one| one.levels.iter().collect())
                    .unwrap_or_default()
            }
        }
    }

    pub(crate) fn picked<'a, T>(
        all: &'a [T],
        of: &'a HashMap<Slug, Vec<u32>>,
        slug: &Slug,
    ) -> impl Iterator<Item = &'a T> {
        let ranks = of.get(slug).into_iter().flatten();
        ranks.filter_map(move |rank| at(all, *rank))
    }
}

/// All that a roadmap or any action of any of its versions touches.
fn widest(roadmap: &Roadmap) -> Area {
    let versions = roadmap.versions.iter().map(|version| &version.content);
    let contents = versions.chain([&roadmap.content]);
    let actions =
        contents.flat_map(|content| content.actions().filter_map(|one| one.area.as_ref()));
    let beyond = actions.filter(|area| !roadmap.area.covers_all(area));
    beyond.fold(roadmap.area.clone(), |all, area| all.union(area))
}

pub(crate) fn at<T>(all: &[T], rank: u32) -> Option<&T> {
    all.get(usize::try_from(rank).ok()?)
}

fn filed<K: std::hash::Hash + Eq>(keys: impl Iterator<Item = K>) -> HashMap<K, Vec<u32>> {
    let mut all: HashMap<K, Vec<u32>> = HashMap::new();
    for (rank, key) in (0..).zip(keys) {
        all.entry(key).or_default().push(rank);
    }
    all
}

fn ranked(keys: impl Iterator<Item = Slug>) -> HashMap<Slug, u32> {
    keys.zip(0..).collect()
}
