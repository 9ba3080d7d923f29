//! Worlds: that of the source document, and one in which every level is full.

use chrono::NaiveDate;
use portulan_levels::World;
use portulan_model::clusters::Cluster;
use portulan_model::governance::{
    Body, Candidate, DecisionRef, Mandate, MemberRole, Membership, Referent, Who, Wish,
};
use portulan_model::posts::{Fte, Post, PostKind, PostState};
use portulan_model::roadmaps::{Action, Axis, Content, Objective, Roadmap};
use portulan_model::schemes::{Scheme, SchemeKind};
use portulan_model::{
    ActionId, AxisId, MembershipId, ObjectiveId, Period, PostId, Slug, TerritoryKey, Timeline,
};

const DEPARTMENT: &str = "35001-35363";
pub(super) const METROPOLE: &str = "35024 35047 35238";

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub(super) fn today() -> NaiveDate {
    day("2024-06-15")
}

pub(super) fn key(text: &str) -> TerritoryKey {
    text.parse().unwrap()
}

fn slug(text: &str) -> Slug {
    text.parse().unwrap()
}

fn parts(n: u16) -> (u64, [u8; 10]) {
    let [high, low] = n.to_be_bytes();
    (u64::from(n), [high, low, 0, 0, 0, 0, 0, 0, high, low])
}

macro_rules! id {
    ($kind:ident, $n:expr) => {{
        let (millis, random) = parts($n);
        $kind::from_parts(millis, random)
    }};
}

fn body(name: &str, title: &str, seat: &str, covers: &str) -> Body {
    Body {
        slug: slug(name),
        name: title.to_owned(),
        seat: seat.parse().unwrap(),
        area: covers.parse().unwrap(),
        period: Period::since(day("2023-09-01")),
        run_by: None,
        founding: Vec::new(),
        referents: vec![Referent {
            organisation: slug("prefecture"),
            function: "référente".to_owned(),
            email: "numerique@exemple.fr".parse().ok(),
            phone: None,
            period: Period::ALWAYS,
        }],
        summary: None,
    }
}

fn co_lead(body: &str, organisation: &str) -> Membership {
    let who = Who {
        id: id!(MembershipId, 1),
        body: slug(body),
        organisation: slug(organisation),
    };
    let candidate = Candidate::apply(who, day("2023-10-01"), Wish::Carry);
    let confirmed = candidate.confirm(day("2023-12-01"), None).unwrap();
    let mandate = Mandate {
        role: MemberRole::CoLead,
        period: Period::since(day("2024-01-01")),
        decision: None,
        document: None,
    };
    Membership::Confirmed(confirmed.mandate(mandate).unwrap())
}

fn roadmap(name: &str, of: &str, covers: &str, actions: std::ops::Range<u16>) -> Roadmap {
    let first = actions.start;
    let actions = actions.map(|n| Action::new(id!(ActionId, n), format!("Action {n}")));
    let content = Content {
        axes: vec![Axis {
            id: id!(AxisId, first),
            title: "Axe".to_owned(),
            objectives: vec![Objective {
                id: id!(ObjectiveId, first),
                title: "Objectif".to_owned(),
                serves: std::collections::BTreeSet::new(),
                indicators: Vec::new(),
                actions: actions.collect(),
            }],
        }],
    };
    let period = Period::years(2023, 2026).unwrap();
    let asked = Period::new(Some(day("2023-11-01")), Some(day("2023-11-30"))).unwrap();
    let decision: DecisionRef = format!("{of}/2023-1").parse().unwrap();
    Roadmap::draft(
        slug(name),
        slug(of),
        name.to_owned(),
        period,
        covers.parse().unwrap(),
        day("2023-10-01"),
    )
    .write(content)
    .unwrap()
    .consult(day("2023-11-01"), asked)
    .unwrap()
    .validate(day("2023-12-14"), decision)
    .unwrap()
}

pub(super) fn post(n: u16, level: &str, sector: &str) -> Post {
    let since = day("2021-11-01");
    Post {
        id: id!(PostId, n),
        kind: PostKind::Adviser,
        level: key(level),
        scheme: None,
        host: slug("hote"),
        employer: slug("hote"),
        sector: sector.parse().unwrap(),
        sites: Vec::new(),
        fte: Timeline::starting(since, Fte::FULL),
        funding: Vec::new(),
        states: Timeline::starting(since, PostState::Filled { until: None }),
        extended: std::collections::BTreeSet::new(),
        coordinated_by: None,
    }
}

fn scheme(name: &str, level: &str) -> Scheme {
    Scheme {
        slug: slug(name),
        name: format!("Réseau {name}"),
        kind: SchemeKind::Network,
        level: key(level),
        area: "35238".parse().unwrap(),
        lead: Some(slug("ccas")),
        partners: std::collections::BTreeSet::new(),
        period: Period::ALWAYS,
        founding: Vec::new(),
        part_of: None,
        programme: None,
        network: None,
        places: std::collections::BTreeSet::new(),
        summary: None,
    }
}

fn cluster(name: &str) -> Cluster {
    Cluster {
        slug: slug(name),
        name: "Villejean ensemble".to_owned(),
        levels: vec![key("commune-35238")],
        area: "quartier-rennes-villejean@35238".parse().unwrap(),
        places: std::collections::BTreeSet::new(),
        organisations: std::collections::BTreeSet::new(),
        period: Period::ALWAYS,
        summary: None,
    }
}

/// The story of the source document.
pub(super) fn rennes() -> World {
    World {
        bodies: vec![
            body(
                "ille-et-vilaine",
                "Gouvernance départementale",
                "departement-35",
                DEPARTMENT,
            ),
            body(
                "metropole",
                "Numérique responsable",
                "epci-243500139",
                METROPOLE,
            ),
            body("esc", "Comité des ESC", "dispositif-esc", "35238"),
        ],
        memberships: vec![co_lead("ille-et-vilaine", "rennes-metropole")],
        roadmaps: vec![
            roadmap("fdr-35", "ille-et-vilaine", DEPARTMENT, 1..2),
            roadmap("fdr-metropole", "metropole", METROPOLE, 2..3),
            roadmap("fdr-esc", "esc", "35238", 3..4),
        ],
        schemes: vec![scheme("esc", "commune-35238")],
        clusters: vec![cluster("villejean")],
        posts: vec![post(1, "epci-243500139", "35238 35047")],
        ..World::default()
    }
}

/// A world in which every level has more than is shown.
pub(super) fn full() -> World {
    let seats = [
        "pays-fr",
        "region-53",
        "departement-35",
        "epci-243500139",
        "commune-35238",
    ];
    let mut world = World::default();
    for (n, seat) in (0_u16..).zip(seats) {
        for one in 0..4 {
            let name = format!("corps-{n}-{one}");
            world
                .bodies
                .push(body(&name, &format!("Gouvernance {one}"), seat, METROPOLE));
            let first = n * 100 + one * 10;
            let plan = format!("plan-{n}-{one}");
            world
                .roadmaps
                .push(roadmap(&plan, &name, METROPOLE, first..first + 10));
            world
                .schemes
                .push(scheme(&format!("reseau-{n}-{one}"), seat));
            let mut post = post(first, seat, METROPOLE);
            post.host = slug(&format!("hote-{one}"));
            world.posts.push(post);
        }
    }
    for n in 0..6 {
        world.clusters.push(cluster(&format!("villejean-{n}")));
    }
    world
}
