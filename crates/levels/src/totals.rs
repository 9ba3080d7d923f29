//! Figures that add up: each thing is counted once at each node, whatever the paths that lead there.
//!
//! A thing has a home, the territory that answers for it (several for what a cluster holds), and counts at its home and at
//! every node above. A tally keeps which things it counted, not how many, so that two tallies put together count a
//! thing that both hold once: a total over communes, départements or any set of nodes never doubles.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use portulan_model::governance::Standing;
use portulan_model::money::TooMuch;
use portulan_model::posts::Fte;
use portulan_model::roadmaps::{Action, ActionState};
use portulan_model::{ActionId, Cents, PlaceId, PostId, Slug, TerritoryKey};

use crate::graph::Graph;
use crate::world::{Levels, PlacePoint};

/// What was counted, each thing by its id.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tally<'a> {
    places: BTreeMap<PlaceId, Option<u32>>,
    posts: BTreeMap<PostId, Option<u16>>,
    members: BTreeSet<&'a Slug>,
    bodies: BTreeSet<&'a Slug>,
    roadmaps: BTreeSet<&'a Slug>,
    actions: BTreeMap<ActionId, Option<Result<Cents, TooMuch>>>,
}

/// The figures of a node.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Figures {
    /// Places.
    pub places: usize,
    /// Minutes of opening a week, of the places whose hours are known.
    pub weekly_minutes: u64,
    /// Places whose hours are not known.
    pub without_hours: usize,
    /// Posts.
    pub posts: usize,
    /// Their full-time equivalents, in hundredths, of those whose share is known.
    pub fte: u32,
    /// Posts whose share of a full time is not known, which is not zero.
    pub without_fte: usize,
    /// Organisations that are members of a body.
    pub members: usize,
    /// Bodies.
    pub bodies: usize,
    /// Roadmaps in force.
    pub roadmaps: usize,
    /// Their actions, those abandoned apart.
    pub actions: usize,
    /// What they cost, of those whose budget is said.
    pub budget: Cents,
    /// Actions of which no budget is said.
    pub without_budget: usize,
}

impl Tally<'_> {
    /// Both together: what both hold counts once.
    #[must_use]
    pub fn and(mut self, other: &Self) -> Self {
        self.add(other);
        self
    }

    /// The figures. An error where a budget does not fit in a number.
    pub fn figures(&self) -> Result<Figures, TooMuch> {
        let costs = self.actions.values().copied().flatten();
        let costs: Result<Vec<Cents>, TooMuch> = costs.collect();
        let shares = self.posts.values().flatten();
        let minutes = self.places.values().flatten();
        Ok(Figures {
            places: self.places.len(),
            weekly_minutes: minutes.copied().map(u64::from).sum(),
            without_hours: self.places.values().filter(|one| one.is_none()).count(),
            posts: self.posts.len(),
            fte: shares.copied().map(u32::from).sum(),
            without_fte: self.posts.values().filter(|one| one.is_none()).count(),
            members: self.members.len(),
            bodies: self.bodies.len(),
            roadmaps: self.roadmaps.len(),
            actions: self.actions.len(),
            budget: Cents::total(costs?)?,
            without_budget: self.actions.values().filter(|one| one.is_none()).count(),
        })
    }

    fn add(&mut self, other: &Self) {
        self.places.extend(&other.places);
        self.posts.extend(&other.posts);
        self.members.extend(&other.members);
        self.bodies.extend(&other.bodies);
        self.roadmaps.extend(&other.roadmaps);
        self.actions.extend(&other.actions);
    }
}

/// What is at home in each node, without what is below it.
#[derive(Debug, Clone, Default)]
pub struct Homes<'a>(BTreeMap<TerritoryKey, Tally<'a>>);

impl<'a> Homes<'a> {
    /// All that the world holds on a day.
    #[must_use]
    pub fn on(levels: &'a Levels, day: NaiveDate) -> Self {
        let mut homes = Self::default();
        located(levels, day, &mut homes);
        governed(levels, day, &mut homes);
        homes
    }

    /// The tallies of some nodes, in their order: each with what is at home in it or below. `above` says what is above a
    /// node. Only the homes are walked, so that a page of a few nodes never climbs the whole country.
    #[must_use]
    pub fn gathered(
        &self,
        nodes: &[TerritoryKey],
        above: impl Fn(&TerritoryKey) -> Vec<TerritoryKey>,
    ) -> Vec<Tally<'a>> {
        let mut tallies = vec![Tally::default(); nodes.len()];
        for (home, held) in &self.0 {
            let up = above(home);
            let under = |node: &TerritoryKey| node == home || up.contains(node);
            for (tally, _) in tallies
                .iter_mut()
                .zip(nodes)
                .filter(|(_, node)| under(node))
            {
                tally.add(held);
            }
        }
        tallies
    }

    fn at(&mut self, home: TerritoryKey) -> &mut Tally<'a> {
        self.0.entry(home).or_default()
    }
}

/// The tally of every node that holds something, at home or below.
#[must_use]
pub fn totals<'a>(
    levels: &'a Levels,
    graph: &Graph,
    day: NaiveDate,
) -> BTreeMap<TerritoryKey, Tally<'a>> {
    let mut all: BTreeMap<TerritoryKey, Tally<'a>> = BTreeMap::new();
    for (home, tally) in &Homes::on(levels, day).0 {
        for node in graph.upward(home) {
            all.entry(node.clone()).or_default().add(tally);
        }
    }
    all
}

/// The tally of several nodes together.
#[must_use]
pub fn tally_of<'a>(
    totals: &BTreeMap<TerritoryKey, Tally<'a>>,
    nodes: &[TerritoryKey],
) -> Tally<'a> {
    let found = nodes.iter().filter_map(|node| totals.get(node));
    found.fold(Tally::default(), Tally::and)
}

/// Places and posts.
fn located<'a>(levels: &'a Levels, day: NaiveDate, homes: &mut Homes<'a>) {
    for place in &levels.world.places {
        for home in homes_of(place) {
            homes.at(home).places.insert(place.id, place.weekly_minutes);
        }
    }
    for post in &levels.world.posts {
        if post.is_on(day) {
            let fte = post.fte_on(day).map(Fte::hundredths);
            homes.at(post.level.clone()).posts.insert(post.id, fte);
        }
    }
}

/// A place counts in its commune and in its neighbourhoods, one of which may be drawn in no commune's tree.
fn homes_of(place: &PlacePoint) -> impl Iterator<Item = TerritoryKey> {
    let near = place.neighbourhoods.iter().cloned();
    near.chain([TerritoryKey::commune(place.commune)])
}

/// Bodies, and what they hold: members, plans in force, their actions.
fn governed<'a>(levels: &'a Levels, day: NaiveDate, homes: &mut Homes<'a>) {
    for body in levels.world.bodies.iter().filter(|body| body.is_on(day)) {
        let mut held = Tally::default();
        held.bodies.insert(&body.slug);
        let of = Levels::picked(
            &levels.world.memberships,
            &levels.memberships_of,
            &body.slug,
        );
        let members = of.filter(|one| one.standing_on(day) == Some(Standing::Confirmed));
        held.members
            .extend(members.map(|one| &one.who().organisation));
        let of = Levels::picked(&levels.world.roadmaps, &levels.roadmaps_of, &body.slug);
        for roadmap in of.filter(|one| one.is_in_force(day)) {
            held.roadmaps.insert(&roadmap.slug);
            let version = roadmap.decided_on(day);
            let actions = version.into_iter().flat_map(|one| one.content.actions());
            let going = actions.filter(|one| !matches!(one.state, ActionState::Abandoned { .. }));
            held.actions
                .extend(going.map(|one| (one.id, said_cost(one))));
        }
        for home in levels.homes(&body.seat) {
            homes.at(home.clone()).add(&held);
        }
    }
}

/// What an action costs, where its budget is said.
fn said_cost(action: &Action) -> Option<Result<Cents, TooMuch>> {
    (!action.budget.is_empty()).then(|| action.cost())
}
