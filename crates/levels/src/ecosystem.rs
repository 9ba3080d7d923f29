//! Who is tied to whom around somewhere: bodies, organisations, schemes, clusters and places, with what ties them.
//!
//! A picture with too many places says nothing: [`Ecosystem::within`] puts the places of a commune together, then leaves
//! out what has the fewest ties, and says how many it left out.

use std::collections::{BTreeMap, BTreeSet};

use portulan_model::governance::{MemberRole, Standing};
use portulan_model::{CommuneCode, OrganisationRole, PlaceId, Seat, Slug, TerritoryKey};

use crate::level::Level;
use crate::stack::{Here, Stack};
use crate::world::Levels;

mod picture;

/// What stands in the picture.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Actor {
    /// A governing body.
    Body(Slug),
    /// An organisation.
    Organisation(Slug),
    /// A scheme.
    Scheme(Slug),
    /// A cluster.
    Cluster(Slug),
    /// A place.
    Place(PlaceId),
    /// The places of a commune, together.
    Places(CommuneCode),
}

/// The kinds of actor that a reader may ask for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ActorKind {
    /// Bodies.
    Body,
    /// Organisations.
    Organisation,
    /// Schemes and clusters.
    Grouping,
    /// Places.
    Place,
}

impl ActorKind {
    /// All of them, in the order of the picture.
    pub const ALL: [Self; 4] = [Self::Body, Self::Organisation, Self::Grouping, Self::Place];
}

impl Actor {
    /// Its kind.
    #[must_use]
    pub const fn kind(&self) -> ActorKind {
        match self {
            Self::Body(_) => ActorKind::Body,
            Self::Organisation(_) => ActorKind::Organisation,
            Self::Scheme(_) | Self::Cluster(_) => ActorKind::Grouping,
            Self::Place(_) | Self::Places(_) => ActorKind::Place,
        }
    }
}

/// An actor and the level at which it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Knot {
    /// Who or what.
    pub actor: Actor,
    /// Where it is led, or where it sits.
    pub level: Level,
    /// The commune of a place.
    pub commune: Option<CommuneCode>,
    /// How many it stands for: one, or the places of a commune.
    pub count: usize,
}

/// What ties two actors, the nearest tie first: of two ties between the same actors the first one is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum TieKind {
    /// A body leads a scheme or a cluster.
    Governs,
    /// An organisation leads a scheme, or a body with others.
    Leads,
    /// An organisation runs the meetings of a body.
    Facilitates,
    /// An organisation gives money to a body.
    Funds,
    /// An organisation is a member of a body.
    Member,
    /// An organisation employs the people of posts of a scheme.
    Employs,
    /// An organisation hosts posts of a scheme.
    Hosts,
    /// An organisation is a partner of a scheme, or grouped in a cluster.
    Partner,
    /// A scheme is the local part of another.
    PartOf,
    /// An organisation is a part or a member of another.
    Under,
    /// A place is an organisation's.
    Holds,
    /// A place belongs to a scheme or a cluster.
    Belongs,
    /// An organisation watches a body.
    Watches,
}

impl TieKind {
    /// The role that an organisation has towards what it is tied to so.
    #[must_use]
    pub const fn role(self) -> Option<OrganisationRole> {
        match self {
            Self::Leads => Some(OrganisationRole::Lead),
            Self::Facilitates => Some(OrganisationRole::Facilitator),
            Self::Funds => Some(OrganisationRole::Funder),
            Self::Employs => Some(OrganisationRole::Employer),
            Self::Holds => Some(OrganisationRole::Operator),
            Self::Governs
            | Self::Member
            | Self::Hosts
            | Self::Partner
            | Self::PartOf
            | Self::Under
            | Self::Belongs
            | Self::Watches => None,
        }
    }
}

/// A tie between two knots, by their rank.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Tie {
    /// Who leads, is a member, belongs: the subject of the sentence.
    pub from: usize,
    /// What it leads, is a member of, belongs to.
    pub to: usize,
    /// What ties them.
    pub kind: TieKind,
}

/// Actors and their ties.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Ecosystem {
    /// Each actor once, ordered by kind, level and name.
    pub knots: Vec<Knot>,
    /// Each pair of actors once.
    pub ties: Vec<Tie>,
    /// How many actors were left out so that the picture can be read.
    pub left_out: usize,
}

/// What the directory knows of organisations and the levels do not.
pub trait Organisations {
    /// Where an organisation acts, or sits.
    fn home(&self, organisation: &Slug) -> Option<TerritoryKey>;
    /// Whose a place is.
    fn holders(&self, place: &PlaceId) -> Vec<Slug>;
    /// What an organisation is a part of.
    fn parent(&self, organisation: &Slug) -> Option<Slug>;
}

impl Levels {
    /// Who is tied to whom around here.
    #[must_use]
    pub fn ecosystem(&self, here: &Here, organisations: &dyn Organisations) -> Ecosystem {
        let stack = self.stack(here);
        let mut draft = Draft::default();
        put_groupings(&stack, &mut draft);
        self.put_bodies_tied(&stack, here, &mut draft);
        put_places(&stack, organisations, &mut draft);
        draft.finish(organisations)
    }

    fn put_bodies_tied(&self, stack: &Stack<'_>, here: &Here, draft: &mut Draft) {
        for level in &stack.levels {
            for body in level.bodies.iter().map(|one| one.body) {
                let this = Actor::Body(body.slug.clone());
                draft.stand(this.clone(), level.level);
                match &body.seat {
                    Seat::Territory(_) => {}
                    Seat::Scheme(slug) => {
                        draft.tie(this.clone(), Actor::Scheme(slug.clone()), TieKind::Governs);
                    }
                    Seat::Cluster(slug) => {
                        draft.tie(this.clone(), Actor::Cluster(slug.clone()), TieKind::Governs);
                    }
                }
                if let Some(organisation) = &body.run_by {
                    let other = Actor::Organisation(organisation.clone());
                    draft.tie(other, this.clone(), TieKind::Facilitates);
                }
                let members =
                    Self::picked(&self.world.memberships, &self.memberships_of, &body.slug);
                for one in members {
                    if one.standing_on(here.day) == Some(Standing::Confirmed) {
                        let other = Actor::Organisation(one.who().organisation.clone());
                        let nearest = one.roles_on(here.day).map(tie_of).min();
                        draft.tie(other, this.clone(), nearest.unwrap_or(TieKind::Member));
                    }
                }
            }
        }
    }
}

fn put_groupings(stack: &Stack<'_>, draft: &mut Draft) {
    for level in &stack.levels {
        for scheme in level.schemes.iter().map(|one| one.what) {
            let this = Actor::Scheme(scheme.slug.clone());
            draft.stand(this.clone(), level.level);
            for organisation in scheme.organisations() {
                let leads = scheme.lead.as_ref() == Some(organisation);
                let kind = if leads {
                    TieKind::Leads
                } else {
                    TieKind::Partner
                };
                draft.tie(
                    Actor::Organisation(organisation.clone()),
                    this.clone(),
                    kind,
                );
            }
            if let Some(whole) = &scheme.part_of {
                draft.tie(this, Actor::Scheme(whole.clone()), TieKind::PartOf);
            }
        }
        for cluster in level.clusters.iter().map(|one| one.what) {
            let this = Actor::Cluster(cluster.slug.clone());
            draft.stand(this.clone(), level.level);
            for organisation in &cluster.organisations {
                let other = Actor::Organisation(organisation.clone());
                draft.tie(other, this.clone(), TieKind::Partner);
            }
            for place in &cluster.places {
                draft.tie(Actor::Place(*place), this.clone(), TieKind::Belongs);
            }
        }
        for post in &level.posts {
            let Some(scheme) = &post.scheme else { continue };
            let both = [
                (&post.employer, TieKind::Employs),
                (&post.host, TieKind::Hosts),
            ];
            for (organisation, kind) in both {
                let other = Actor::Organisation(organisation.clone());
                draft.tie(other, Actor::Scheme(scheme.clone()), kind);
            }
        }
    }
}

fn put_places(stack: &Stack<'_>, organisations: &dyn Organisations, draft: &mut Draft) {
    for level in &stack.levels {
        for place in &level.places {
            let this = Actor::Place(place.id);
            draft.stand(this.clone(), level.level);
            draft.communes.insert(place.id, place.commune);
            for scheme in &place.schemes {
                draft.tie(
                    this.clone(),
                    Actor::Scheme(scheme.clone()),
                    TieKind::Belongs,
                );
            }
            for holder in organisations.holders(&place.id) {
                draft.tie(Actor::Organisation(holder), this.clone(), TieKind::Holds);
            }
        }
    }
}

const fn tie_of(role: MemberRole) -> TieKind {
    match role {
        MemberRole::CoLead => TieKind::Leads,
        MemberRole::Facilitator => TieKind::Facilitates,
        MemberRole::Funder => TieKind::Funds,
        MemberRole::Beneficiary => TieKind::Member,
        MemberRole::Observer => TieKind::Watches,
    }
}

/// The picture while it is put together.
#[derive(Default)]
struct Draft {
    standing: BTreeMap<Actor, Level>,
    ties: BTreeMap<(Actor, Actor), TieKind>,
    communes: BTreeMap<PlaceId, CommuneCode>,
}

impl Draft {
    fn stand(&mut self, actor: Actor, level: Level) {
        self.standing.insert(actor, level);
    }

    /// Ties two actors; of several ties between them the nearest is kept.
    fn tie(&mut self, from: Actor, to: Actor, kind: TieKind) {
        let held = self.ties.entry((from, to)).or_insert(kind);
        *held = kind.min(*held);
    }

    /// Ties the organisations to those that they are a part of, which come with them.
    fn tie_parents(&mut self, organisations: &dyn Organisations) {
        let named = |actor: &Actor| match actor {
            Actor::Organisation(slug) => Some(slug.clone()),
            _ => None,
        };
        let ends = self.ties.keys().flat_map(|(from, to)| [from, to]);
        let mut open: BTreeSet<Slug> = ends.filter_map(named).collect();
        let mut seen = open.clone();
        while let Some(slug) = open.pop_first() {
            let Some(parent) = organisations.parent(&slug) else {
                continue;
            };
            if seen.insert(parent.clone()) {
                open.insert(parent.clone());
            }
            let (from, to) = (Actor::Organisation(slug), Actor::Organisation(parent));
            self.tie(from, to, TieKind::Under);
        }
    }

    /// Organisations come with their ties; any other end that does not stand here takes its ties with it.
    fn finish(mut self, organisations: &dyn Organisations) -> Ecosystem {
        let standing = &self.standing;
        let known =
            |actor: &Actor| matches!(actor, Actor::Organisation(_)) || standing.contains_key(actor);
        self.ties.retain(|(from, to), _| known(from) && known(to));
        self.tie_parents(organisations);
        let mut named: BTreeMap<Slug, Level> = BTreeMap::new();
        for (from, to) in self.ties.keys() {
            for (one, other) in [(from, to), (to, from)] {
                let Actor::Organisation(slug) = one else {
                    continue;
                };
                let beside = self.standing.get(other).copied().unwrap_or(Level::Local);
                let level = named.entry(slug.clone()).or_insert(beside);
                *level = beside.min(*level);
            }
        }
        for (slug, beside) in named {
            let home = organisations.home(&slug);
            let level = home.map_or(beside, |key| Level::of_key(&key));
            self.standing.insert(Actor::Organisation(slug), level);
        }
        picture::lay(self.standing, &self.ties, &self.communes)
    }
}
