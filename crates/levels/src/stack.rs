//! The stack of levels for somewhere and some day: what governs, plans, acts and serves here, widest level first.
//!
//! A thing is shown at one level only, the one at which it is led: what the métropole does here is at the métropole's.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use portulan_model::clusters::{Cluster, Sector};
use portulan_model::governance::{Body, Meeting, MemberRole, Referent, Standing};
use portulan_model::posts::Post;
use portulan_model::roadmaps::{Action, ActionState, Roadmap, Version};
use portulan_model::schemes::Scheme;
use portulan_model::{Area, Reach, Slug, TerritoryKey};

use crate::level::Level;
use crate::world::{Levels, PlacePoint, at};

mod missing;

/// Somewhere, on a day.
#[derive(Debug, Clone)]
pub struct Here {
    /// The day.
    pub day: NaiveDate,
    /// The territories in which it lies, itself among them, in any order.
    pub chain: Vec<TerritoryKey>,
    /// What it is, explicitly: pieces of a commune for an address whose neighbourhoods are known, the commune for one
    /// whose are not, all communes of a wider territory.
    pub area: Area,
}

/// Something and how far it reaches into here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reached<'a, T> {
    /// What.
    pub what: &'a T,
    /// How far.
    pub reach: Reach,
}

/// A body, with what is asked of it first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BodyHere<'a> {
    /// Which.
    pub body: &'a Body,
    /// How far it reaches.
    pub reach: Reach,
    /// Whom one writes to.
    pub referents: Vec<&'a Referent>,
    /// How many members it has.
    pub members: usize,
    /// Who leads it.
    pub co_leads: Vec<&'a Slug>,
    /// Its next meeting that everybody may know of.
    pub next_meeting: Option<&'a Meeting>,
}

/// An action that reaches here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ActionHere<'a> {
    /// Of which roadmap.
    pub roadmap: &'a Roadmap,
    /// Which.
    pub action: &'a Action,
    /// How far.
    pub reach: Reach,
}

/// A level, here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LevelHere<'a> {
    /// Which.
    pub level: Level,
    /// The territories of this level in which here lies.
    pub territories: Vec<&'a TerritoryKey>,
    /// Who governs.
    pub bodies: Vec<BodyHere<'a>>,
    /// Which plans are in force.
    pub roadmaps: Vec<Reached<'a, Roadmap>>,
    /// What they do here.
    pub actions: Vec<ActionHere<'a>>,
    /// Which schemes are here.
    pub schemes: Vec<Reached<'a, Scheme>>,
    /// Which clusters.
    pub clusters: Vec<Reached<'a, Cluster>>,
    /// In which sectors here lies.
    pub sectors: Vec<Reached<'a, Sector>>,
    /// Which posts serve here.
    pub posts: Vec<&'a Post>,
    /// Which places.
    pub places: Vec<&'a PlacePoint>,
    /// What is missing.
    pub gaps: Vec<crate::gaps::Gap<'a>>,
}

/// The levels, widest first, all six of them: an empty level says as much as a full one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stack<'a> {
    /// The levels.
    pub levels: Vec<LevelHere<'a>>,
}

impl<'a> Stack<'a> {
    /// One of the levels.
    #[must_use]
    pub fn level(&self, level: Level) -> Option<&LevelHere<'a>> {
        self.levels.iter().find(|one| one.level == level)
    }

    /// All actions that reach here, widest level first.
    pub fn actions(&self) -> impl Iterator<Item = &ActionHere<'a>> {
        self.levels.iter().flat_map(|level| &level.actions)
    }

    fn put(&mut self, level: Level, put: impl FnOnce(&mut LevelHere<'a>)) {
        if let Some(at) = self.levels.iter_mut().find(|one| one.level == level) {
            put(at);
        }
    }
}

impl Levels {
    /// Who does what here.
    #[must_use]
    pub fn stack<'a>(&'a self, here: &'a Here) -> Stack<'a> {
        let mut stack = empty(here);
        self.put_bodies(here, &mut stack);
        self.put_roadmaps(here, &mut stack);
        self.put_groupings(here, &mut stack);
        self.put_posts(here, &mut stack);
        self.put_places(here, &mut stack);
        missing::put_gaps(self, here, &mut stack);
        stack
    }

    /// The level at which a body is led. A body whose scheme or cluster is not known is as near as can be.
    pub(crate) fn level_of(&self, body: &Body) -> Level {
        match &body.seat {
            portulan_model::Seat::Cluster(_) => Level::Local,
            seat => {
                let homes = self.homes(seat);
                let level = homes.first().map(|key| Level::of_key(key));
                level.unwrap_or(Level::Local)
            }
        }
    }

    fn put_bodies<'a>(&'a self, here: &Here, stack: &mut Stack<'a>) {
        let near = self.bodies.near(&here.area);
        let bodies = near.iter().filter_map(|rank| at(&self.world.bodies, *rank));
        for body in bodies.filter(|body| body.is_on(here.day)) {
            if let Some(reach) = body.area.reach_into(&here.area) {
                let shown = self.body_here(body, reach, here.day);
                stack.put(self.level_of(body), |level| level.bodies.push(shown));
            }
        }
    }

    fn body_here<'a>(&'a self, body: &'a Body, reach: Reach, day: NaiveDate) -> BodyHere<'a> {
        let of = Self::picked(&self.world.memberships, &self.memberships_of, &body.slug);
        let confirmed = of.filter(|one| one.standing_on(day) == Some(Standing::Confirmed));
        let members: Vec<_> = confirmed.collect();
        let leads = members
            .iter()
            .filter(|one| one.roles_on(day).any(|role| role == MemberRole::CoLead));
        let meetings = Self::picked(&self.world.meetings, &self.meetings_of, &body.slug);
        let ahead = meetings.filter(|one| one.public && one.is_ahead(day));
        BodyHere {
            body,
            reach,
            referents: body.referents_on(day).collect(),
            members: members.len(),
            co_leads: leads.map(|one| &one.who().organisation).collect(),
            next_meeting: ahead.min_by_key(|one| one.day()),
        }
    }

    fn put_roadmaps<'a>(&'a self, here: &Here, stack: &mut Stack<'a>) {
        for (roadmap, version) in self.decided_near(here) {
            let Some(level) = self.body(&roadmap.body).map(|body| self.level_of(body)) else {
                continue;
            };
            let whole = roadmap.area.reach_into(&here.area);
            if let Some(reach) = whole {
                let what = roadmap;
                stack.put(level, |at| at.roadmaps.push(Reached { what, reach }));
            }
            for action in version.content.actions() {
                let own = action.area.as_ref();
                let reach = own.map_or(whole, |area| area.reach_into(&here.area));
                let abandoned = matches!(action.state, ActionState::Abandoned { .. });
                let runs = action.period_in(roadmap.period).holds(here.day) && !abandoned;
                if let Some(reach) = reach.filter(|_reach| runs) {
                    let shown = ActionHere {
                        roadmap,
                        action,
                        reach,
                    };
                    stack.put(level, |at| at.actions.push(shown));
                }
            }
        }
    }

    /// The roadmaps in force that may reach here, each as it was decided.
    fn decided_near<'a>(&'a self, here: &Here) -> impl Iterator<Item = (&'a Roadmap, &'a Version)> {
        let day = here.day;
        let near = self.roadmaps.near(&here.area).into_iter();
        near.filter_map(|rank| at(&self.world.roadmaps, rank))
            .filter(move |one| one.is_in_force(day))
            .filter_map(move |one| Some((one, one.decided_on(day)?)))
    }

    fn put_groupings<'a>(&'a self, here: &Here, stack: &mut Stack<'a>) {
        let day = here.day;
        for rank in self.schemes.near(&here.area) {
            let scheme = at(&self.world.schemes, rank).filter(|one| one.is_on(day));
            let Some(what) = scheme else { continue };
            if let Some(reach) = what.area.reach_into(&here.area) {
                let level = Level::of_key(&what.level);
                stack.put(level, |at| at.schemes.push(Reached { what, reach }));
            }
        }
        let inside = self.ids_inside(here);
        for rank in self.clusters.near(&here.area) {
            let cluster = at(&self.world.clusters, rank).filter(|one| one.is_on(day));
            let Some(what) = cluster else { continue };
            let by_place = !what.places.is_disjoint(&inside);
            let reach = what.area.reach_into(&here.area);
            if let Some(reach) = reach.or(by_place.then_some(Reach::Part)) {
                stack.put(Level::Local, |at| at.clusters.push(Reached { what, reach }));
            }
        }
        for rank in self.sectors.near(&here.area) {
            let Some(what) = at(&self.world.sectors, rank) else {
                continue;
            };
            let homes = self.homes(&what.of);
            let level = homes.first().map_or(Level::Local, |key| Level::of_key(key));
            if let Some(reach) = what.area.reach_into(&here.area) {
                stack.put(level, |at| at.sectors.push(Reached { what, reach }));
            }
        }
    }

    fn put_posts<'a>(&'a self, here: &Here, stack: &mut Stack<'a>) {
        let inside = self.ids_inside(here);
        for rank in self.posts.near(&here.area) {
            let post = at(&self.world.posts, rank).filter(|one| one.is_on(here.day));
            let Some(post) = post else { continue };
            let works = post.sites.iter().any(|site| inside.contains(&site.place));
            if works || post.sector.meets(&here.area) {
                stack.put(Level::of_key(&post.level), |at| at.posts.push(post));
            }
        }
    }

    /// A place is shown once: with its cluster or neighbourhood where it has one here, else with its commune.
    fn put_places<'a>(&'a self, here: &Here, stack: &mut Stack<'a>) {
        let clustered: BTreeSet<_> = stack
            .level(Level::Local)
            .into_iter()
            .flat_map(|level| &level.clusters)
            .flat_map(|cluster| cluster.what.places.iter().copied())
            .collect();
        for place in self.places_inside(here) {
            let near = place
                .neighbourhoods
                .iter()
                .any(|key| here.chain.contains(key));
            let local = near || clustered.contains(&place.id);
            let level = if local { Level::Local } else { Level::Commune };
            stack.put(level, |at| at.places.push(place));
        }
    }

    pub(crate) fn places_inside<'a>(&'a self, here: &Here) -> impl Iterator<Item = &'a PlacePoint> {
        let near = self.places.near(&here.area).into_iter();
        near.filter_map(|rank| at(&self.world.places, rank))
            .filter(|place| place.is_in(&here.area))
    }

    fn ids_inside(&self, here: &Here) -> BTreeSet<portulan_model::PlaceId> {
        self.places_inside(here).map(|place| place.id).collect()
    }
}

fn empty(here: &Here) -> Stack<'_> {
    let levels = Level::ALL.map(|level| LevelHere {
        level,
        territories: here
            .chain
            .iter()
            .filter(|key| Level::of_key(key) == level)
            .collect(),
        bodies: Vec::new(),
        roadmaps: Vec::new(),
        actions: Vec::new(),
        schemes: Vec::new(),
        clusters: Vec::new(),
        sectors: Vec::new(),
        posts: Vec::new(),
        places: Vec::new(),
        gaps: Vec::new(),
    });
    Stack {
        levels: levels.into(),
    }
}
