//! How a scheme, a cluster or a body stands with what is above and beside it: the obligation of the source document,
//! checked. Facts, not words; each is something to do for a co-ordinator.

use chrono::{Days, NaiveDate};
use portulan_model::clusters::Cluster;
use portulan_model::governance::Body;
use portulan_model::posts::{Alert, Post, alerts};
use portulan_model::roadmaps::{Objective, Roadmap};
use portulan_model::schemes::Scheme;
use portulan_model::{Area, Seat, Slug, TerritoryKind};

use crate::level::Level;
use crate::world::Levels;

mod overlaps;
mod plans;

pub use overlaps::{Overlap, OverlapSide};

/// How long before an end a co-ordinator is told: half a year, the time that a committee and an agreement take.
const HALF_A_YEAR: Days = Days::new(183);

/// What is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject<'a> {
    /// A scheme, with the bodies that stand on it.
    Scheme(&'a Scheme),
    /// A cluster, with the bodies that stand on it.
    Cluster(&'a Cluster),
    /// A body.
    Body(&'a Body),
}

/// Whether a subject is linked to the métropole or another intercommunality.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MetropolitanLink {
    /// It stands at that level or above: nothing is asked.
    NotAsked,
    /// It is attached to it, or is the local part of a scheme of that level, or serves one of its objectives.
    Linked,
    /// Nothing links them.
    Missing,
}

/// What is found. Empty lists are good news.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Harmony<'a> {
    /// The bodies that were looked at.
    pub bodies: Vec<&'a Body>,
    /// The plans in force that were looked at.
    pub plans: Vec<&'a Roadmap>,
    /// Whether nobody governs it.
    pub no_body: bool,
    /// Bodies without a contact.
    pub without_referent: Vec<&'a Body>,
    /// Bodies without a plan in force.
    pub without_plan: Vec<&'a Body>,
    /// Objectives of plans above that nothing here serves.
    pub unserved: Vec<(&'a Roadmap, &'a Objective)>,
    /// Actions of others that may be the same thing twice.
    pub overlaps: Vec<Overlap<'a>>,
    /// Posts that end within half a year, ended, or are vacant.
    pub posts: Vec<(&'a Post, Alert)>,
    /// Whether it is linked to the métropole.
    pub link: MetropolitanLink,
}

impl Harmony<'_> {
    /// How many things there are to do.
    #[must_use]
    pub fn count(&self) -> usize {
        let lists = [
            self.without_referent.len(),
            self.without_plan.len(),
            self.unserved.len(),
            self.overlaps.len(),
            self.posts.len(),
        ];
        let alone = usize::from(self.link == MetropolitanLink::Missing);
        lists.iter().sum::<usize>() + alone + usize::from(self.no_body)
    }
}

/// Looks at a scheme, a cluster or a body on a day.
#[must_use]
pub fn harmony<'a>(levels: &'a Levels, subject: Subject<'a>, day: NaiveDate) -> Harmony<'a> {
    let bodies = bodies(levels, subject, day);
    let plans = plans::in_force(levels, &bodies, day);
    let area = area(levels, subject);
    let level = level(levels, subject);
    let silent = |body: &&&Body| body.referents_on(day).next().is_none();
    let unplanned = |body: &&&Body| !plans.iter().any(|plan| plan.body == body.slug);
    Harmony {
        no_body: bodies.is_empty(),
        without_referent: bodies.iter().filter(silent).copied().collect(),
        without_plan: bodies.iter().filter(unplanned).copied().collect(),
        unserved: plans::unserved(levels, &area, level, day),
        overlaps: overlaps::overlaps(levels, &plans, &area, day),
        posts: posts(levels, subject, day),
        link: link(levels, subject, &plans, day),
        bodies,
        plans,
    }
}

fn bodies<'a>(levels: &'a Levels, subject: Subject<'a>, day: NaiveDate) -> Vec<&'a Body> {
    let seat = match subject {
        Subject::Scheme(scheme) => Seat::Scheme(scheme.slug.clone()),
        Subject::Cluster(cluster) => Seat::Cluster(cluster.slug.clone()),
        Subject::Body(body) => return vec![body],
    };
    let standing = levels.bodies_of(&seat);
    standing.filter(|body| body.is_on(day)).collect()
}

/// What the subject covers. A cluster may name places and no commune: theirs are then near enough.
fn area(levels: &Levels, subject: Subject<'_>) -> Area {
    match subject {
        Subject::Scheme(scheme) => scheme.area.clone(),
        Subject::Cluster(cluster) => {
            let places = levels.world.places.iter();
            let its = places.filter(|place| cluster.places.contains(&place.id));
            let communes = Area::of_communes(its.map(|place| place.commune));
            cluster.area.union(&communes)
        }
        Subject::Body(body) => body.area.clone(),
    }
}

fn level(levels: &Levels, subject: Subject<'_>) -> Level {
    match subject {
        Subject::Scheme(scheme) => Level::of_key(&scheme.level),
        Subject::Cluster(_) => Level::Local,
        Subject::Body(body) => levels.level_of(body),
    }
}

/// The posts of a scheme; of a body on a territory, those that its territory answers for.
fn posts<'a>(levels: &'a Levels, subject: Subject<'a>, day: NaiveDate) -> Vec<(&'a Post, Alert)> {
    let seat = match subject {
        Subject::Scheme(scheme) => Seat::Scheme(scheme.slug.clone()),
        Subject::Cluster(cluster) => Seat::Cluster(cluster.slug.clone()),
        Subject::Body(body) => body.seat.clone(),
    };
    let concerned = |post: &&Post| match &seat {
        Seat::Scheme(slug) => post.scheme.as_ref() == Some(slug),
        Seat::Territory(key) => post.level == *key,
        Seat::Cluster(slug) => grouped(levels, slug, post),
    };
    let all = levels.world.posts.iter().filter(concerned);
    let told = all.flat_map(|post| {
        let seen = alerts(post, day, HALF_A_YEAR).into_iter();
        seen.map(move |alert| (post, alert))
    });
    let mut told: Vec<_> = told.collect();
    told.sort_by_key(|(_, alert)| *alert);
    told
}

/// Whether a post works in a place of a cluster.
fn grouped(levels: &Levels, cluster: &Slug, post: &Post) -> bool {
    levels.cluster(cluster).is_some_and(|cluster| {
        let mut sites = post.sites.iter();
        sites.any(|site| cluster.places.contains(&site.place))
    })
}

fn link(
    levels: &Levels,
    subject: Subject<'_>,
    plans: &[&Roadmap],
    day: NaiveDate,
) -> MetropolitanLink {
    if level(levels, subject) <= Level::Epci {
        return MetropolitanLink::NotAsked;
    }
    let attached = match subject {
        Subject::Scheme(scheme) => attached_scheme(levels, scheme),
        Subject::Cluster(cluster) => cluster.is_linked_to(TerritoryKind::Epci),
        Subject::Body(body) => attached_seat(levels, &body.seat),
    };
    if attached || plans::serves_level(levels, plans, Level::Epci, day) {
        MetropolitanLink::Linked
    } else {
        MetropolitanLink::Missing
    }
}

fn attached_seat(levels: &Levels, seat: &Seat) -> bool {
    match seat {
        Seat::Territory(key) => key.kind() == TerritoryKind::Epci,
        Seat::Scheme(slug) => levels
            .scheme(slug)
            .is_some_and(|scheme| attached_scheme(levels, scheme)),
        Seat::Cluster(slug) => levels
            .cluster(slug)
            .is_some_and(|cluster| cluster.is_linked_to(TerritoryKind::Epci)),
    }
}

/// Whether a scheme, or one of which it is the local part, is led by an intercommunality. A scheme that is a part of
/// itself, by whatever way, is not followed for ever.
fn attached_scheme(levels: &Levels, scheme: &Scheme) -> bool {
    const DEEPEST: usize = 8;
    let mut at = Some(scheme);
    for _ in 0..DEEPEST {
        let Some(one) = at else { return false };
        if one.level.kind() == TerritoryKind::Epci {
            return true;
        }
        at = one.part_of.as_ref().and_then(|slug| levels.scheme(slug));
    }
    false
}
