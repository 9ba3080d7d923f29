//! The picture of who is tied to whom.

use std::collections::{BTreeMap, BTreeSet};

use portulan_levels::{
    Actor, ActorKind, Ecosystem, Here, Level, Levels, Organisations, TieKind, World,
};
use portulan_model::schemes::{Scheme, SchemeKind};
use portulan_model::{OrganisationRole, Period, PlaceId, Slug, TerritoryKey};
use proptest::prelude::*;

use crate::build::{area, body, candidate, co_lead, key, place, place_id, post, slug, today};

/// Organisations as a directory would know them.
#[derive(Default)]
struct Known {
    homes: BTreeMap<Slug, TerritoryKey>,
    holders: BTreeMap<PlaceId, Vec<Slug>>,
    parents: BTreeMap<Slug, Slug>,
}

impl Organisations for Known {
    fn home(&self, organisation: &Slug) -> Option<TerritoryKey> {
        self.homes.get(organisation).cloned()
    }

    fn holders(&self, place: &PlaceId) -> Vec<Slug> {
        self.holders.get(place).cloned().unwrap_or_default()
    }

    fn parent(&self, organisation: &Slug) -> Option<Slug> {
        self.parents.get(organisation).cloned()
    }
}

fn scheme(name: &str, part_of: Option<&str>) -> Scheme {
    Scheme {
        slug: slug(name),
        name: name.to_owned(),
        kind: SchemeKind::Network,
        level: key("commune-35238"),
        area: area("35238"),
        lead: Some(slug("ccas")),
        partners: [slug("caf"), slug("ccas")].into(),
        period: Period::ALWAYS,
        founding: Vec::new(),
        part_of: part_of.map(slug),
        programme: None,
        network: None,
        places: BTreeSet::new(),
        summary: None,
    }
}

fn rennes(places: u16) -> Ecosystem {
    rennes_with(places, &[])
}

/// The same, with organisations that are a part of others.
fn rennes_with(places: u16, parents: &[(&str, &str)]) -> Ecosystem {
    let mut funded = post(1, "commune-35238", "35238");
    funded.scheme = Some(slug("esc"));
    funded.host = slug("association");
    let world = World {
        bodies: vec![
            body("metropole", "epci-243500139", "35024 35047 35238"),
            body("comite-esc", "dispositif-esc", "35238"),
        ],
        memberships: vec![
            co_lead("metropole", "ville-de-rennes"),
            portulan_model::governance::Membership::Candidate(candidate("metropole", "bug")),
        ],
        schemes: vec![scheme("esc", Some("national"))],
        posts: vec![funded],
        places: (1..=places)
            .map(|n| {
                let mut one = place(n, "35238");
                one.schemes = vec![slug("esc")];
                one
            })
            .collect(),
        ..World::default()
    };
    let known = Known {
        homes: [(slug("caf"), key("departement-35"))].into(),
        holders: [(place_id(1), vec![slug("ccas")])].into(),
        parents: parents
            .iter()
            .map(|(part, whole)| (slug(part), slug(whole)))
            .collect(),
    };
    let here = Here {
        day: today(),
        chain: ["pays-fr", "epci-243500139", "commune-35238"]
            .map(key)
            .to_vec(),
        area: area("35238"),
    };
    Levels::new(world).ecosystem(&here, &known)
}

fn ties(picture: &Ecosystem) -> Vec<(String, TieKind, String)> {
    let name = |rank: usize| match &picture.knots[rank].actor {
        Actor::Body(slug)
        | Actor::Organisation(slug)
        | Actor::Scheme(slug)
        | Actor::Cluster(slug) => slug.to_string(),
        Actor::Place(_) => "lieu".to_owned(),
        Actor::Places(code) => code.to_string(),
    };
    let mut all: Vec<_> = picture
        .ties
        .iter()
        .map(|tie| (name(tie.from), tie.kind, name(tie.to)))
        .collect();
    all.sort();
    all
}

#[test]
fn everybody_is_there_once_and_tied_by_the_nearest_tie() {
    let tie = |from: &str, kind, to: &str| (from.to_owned(), kind, to.to_owned());
    assert_eq!(
        ties(&rennes(1)),
        [
            tie("association", TieKind::Hosts, "esc"),
            tie("caf", TieKind::Partner, "esc"),
            tie("ccas", TieKind::Leads, "esc"),
            tie("ccas", TieKind::Holds, "lieu"),
            tie("comite-esc", TieKind::Governs, "esc"),
            tie("hote", TieKind::Employs, "esc"),
            tie("lieu", TieKind::Belongs, "esc"),
            tie("ville-de-rennes", TieKind::Leads, "metropole"),
        ]
    );
}

#[test]
fn a_candidate_is_not_shown_nor_a_scheme_of_which_nothing_is_known() {
    let names: Vec<_> = rennes(1).knots.into_iter().map(|knot| knot.actor).collect();
    assert!(!names.contains(&Actor::Organisation(slug("bug"))));
    assert!(!names.contains(&Actor::Scheme(slug("national"))));
}

#[test]
fn an_organisation_stands_where_it_sits_or_with_the_widest_of_what_it_is_tied_to() {
    let picture = rennes(1);
    let level = |name: &str| {
        let actor = Actor::Organisation(slug(name));
        let mut knots = picture.knots.iter();
        knots
            .find(|knot| knot.actor == actor)
            .map(|knot| knot.level)
    };
    assert_eq!(level("caf"), Some(Level::Department));
    assert_eq!(level("ville-de-rennes"), Some(Level::Epci));
}

#[test]
fn an_organisation_comes_with_those_that_it_is_a_part_of_and_a_circle_ends() {
    let alone = rennes(1);
    let parents = [
        ("caf", "federation"),
        ("federation", "union"),
        ("union", "caf"),
    ];
    let picture = rennes_with(1, &parents);
    let found = ties(&picture);
    for (part, whole) in parents {
        let tie = (part.to_owned(), TieKind::Under, whole.to_owned());
        assert!(found.contains(&tie), "{part} {whole}: {found:?}");
    }
    assert_eq!(picture.knots.len(), alone.knots.len() + 2);
    assert_eq!(picture.ties.len(), alone.ties.len() + 3);
}

#[test]
fn what_an_organisation_does_here_is_told_by_its_ties() {
    let picture = rennes(1);
    let roles = |name: &str| {
        let actor = Actor::Organisation(slug(name));
        let mut knots = picture.knots.iter();
        let rank = knots.position(|knot| knot.actor == actor).unwrap();
        picture.roles_here(rank)
    };
    let (lead, operator) = (OrganisationRole::Lead, OrganisationRole::Operator);
    assert_eq!(roles("ccas"), [lead, operator].into());
    assert_eq!(roles("hote"), [OrganisationRole::Employer].into());
    assert_eq!(
        roles("association"),
        BTreeSet::new(),
        "a host employs nobody"
    );
    assert_eq!(roles("caf"), BTreeSet::new());
    let leading = picture.around_those(|rank, _| picture.roles_here(rank).contains(&lead));
    let names: BTreeSet<_> = leading
        .knots
        .iter()
        .map(|knot| knot.actor.clone())
        .collect();
    assert!(names.contains(&Actor::Organisation(slug("ville-de-rennes"))));
    assert!(names.contains(&Actor::Body(slug("metropole"))));
    assert!(!names.contains(&Actor::Organisation(slug("caf"))));
}

#[test]
fn a_level_is_shown_with_what_is_tied_to_it() {
    let picture = rennes(1).at_level(Level::Epci);
    let names: BTreeSet<_> = picture
        .knots
        .iter()
        .map(|knot| knot.actor.clone())
        .collect();
    let expected = [
        Actor::Body(slug("metropole")),
        Actor::Organisation(slug("ville-de-rennes")),
    ];
    assert_eq!(names, expected.into());
}

#[test]
fn too_many_places_are_shown_by_commune_with_all_their_ties() {
    let picture = rennes(40).within(20);
    let places = picture
        .knots
        .iter()
        .find(|knot| knot.actor.kind() == ActorKind::Place);
    assert_eq!(places.map(|knot| knot.count), Some(40));
    let found = ties(&picture);
    assert!(found.contains(&("ccas".to_owned(), TieKind::Holds, "35238".to_owned())));
    assert_eq!(picture.left_out, 0);
}

proptest! {
    #[test]
    fn a_picture_never_holds_more_than_is_asked_and_counts_what_it_left_out(
        places in 0_u16..60,
        most in 1_usize..50,
    ) {
        let whole = rennes(places);
        let shown = whole.within(most);
        prop_assert!(shown.knots.len() <= most);
        let counted: usize = shown.knots.iter().map(|knot| knot.count).sum();
        prop_assert_eq!(counted + shown.left_out, whole.knots.len());
        for tie in &shown.ties {
            prop_assert!(tie.from < shown.knots.len() && tie.to < shown.knots.len());
        }
    }

    #[test]
    fn a_kind_that_is_not_asked_is_not_there(kinds in proptest::sample::subsequence(ActorKind::ALL.to_vec(), 0..=4)) {
        let kinds: BTreeSet<_> = kinds.into_iter().collect();
        let shown = rennes(3).of_kinds(&kinds);
        prop_assert!(shown.knots.iter().all(|knot| kinds.contains(&knot.actor.kind())));
    }
}
