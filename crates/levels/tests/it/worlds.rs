//! Random countries: eight communes, two départements, an intercommunality that spans both, bodies, plans, posts, places.

use portulan_levels::{Graph, Here, World};
use portulan_model::clusters::Cluster;
use portulan_model::governance::{Body, Membership};
use portulan_model::posts::Post;
use portulan_model::roadmaps::{ActionState, BudgetYear, Roadmap};
use portulan_model::{Area, Cents, CommuneCode, Period, Piece, Seat, TerritoryKey};
use proptest::prelude::*;

use crate::build::{
    action, body, confirmed, content, draft, key, place, post, slug, today, validated,
};

pub(crate) const COMMUNES: [&str; 8] = [
    "22001", "22002", "22003", "22004", "35001", "35002", "35003", "35004",
];

pub(crate) const NODES: [&str; 13] = [
    "pays-fr",
    "region-53",
    "departement-22",
    "departement-35",
    "epci-200000001",
    "commune-22001",
    "commune-22002",
    "commune-22003",
    "commune-22004",
    "commune-35001",
    "commune-35002",
    "commune-35003",
    "commune-35004",
];

/// What is directly above a node: a commune of the middle has two.
pub(crate) fn above(node: &str) -> Vec<&'static str> {
    match node {
        "pays-fr" => vec![],
        "region-53" => vec!["pays-fr"],
        "departement-22" | "departement-35" => vec!["region-53"],
        "epci-200000001" => vec!["departement-22", "departement-35"],
        "commune-22003" | "commune-22004" => vec!["departement-22", "epci-200000001"],
        "commune-35001" | "commune-35002" => vec!["departement-35", "epci-200000001"],
        _ if node.starts_with("commune-22") => vec!["departement-22"],
        _ => vec!["departement-35"],
    }
}

pub(crate) fn graph() -> Graph {
    let mut graph = Graph::default();
    for node in NODES {
        graph.put(key(node), above(node).into_iter().map(key).collect());
    }
    graph
}

pub(crate) fn area() -> impl Strategy<Value = Area> {
    let communes = prop::collection::vec(0_usize..8, 0..8);
    let pieces = prop::collection::vec((0_usize..8, 0_usize..2), 0..3);
    (communes, pieces).prop_map(|(communes, pieces)| {
        let code = |at: usize| COMMUNES[at].parse::<CommuneCode>().unwrap();
        let piece = |(at, near): (usize, usize)| Piece::new(quartier(near), code(at)).unwrap();
        Area::new(
            communes.into_iter().map(code),
            pieces.into_iter().map(piece),
        )
    })
}

pub(crate) fn quartier(n: usize) -> TerritoryKey {
    key(["quartier-nord", "quartier-sud"][n])
}

fn node() -> impl Strategy<Value = TerritoryKey> {
    (0..NODES.len()).prop_map(|at| key(NODES[at]))
}

fn bodies() -> impl Strategy<Value = Vec<Body>> {
    let seat = prop_oneof![
        4 => node().prop_map(Seat::Territory),
        1 => Just(Seat::Cluster(slug("grappe"))),
    ];
    prop::collection::vec((seat, area(), any::<bool>()), 0..7).prop_map(|all| {
        let named = (0..).zip(all);
        let of = |(n, (seat, covers, ended)): (usize, (Seat, Area, bool))| {
            let mut body = body(&format!("body-{n}"), "pays-fr", "");
            body.seat = seat;
            body.area = covers;
            if ended && n % 3 == 0 {
                body.period = Period::years(2020, 2022).unwrap();
            }
            body
        };
        named.map(of).collect()
    })
}

fn memberships() -> impl Strategy<Value = Vec<Membership>> {
    prop::collection::vec((0_u8..7, 0_u8..5, 0_u8..3), 0..12).prop_map(|all| {
        let of = |(body, organisation, state): (u8, u8, u8)| {
            let member = confirmed(&format!("body-{body}"), &format!("org-{organisation}"));
            match state {
                0 => Membership::Left(member.withdraw(today()).unwrap()),
                _ => Membership::Confirmed(member),
            }
        };
        all.into_iter().map(of).collect()
    })
}

/// A roadmap as it is drawn: of which body, covering what, with which actions, decided or not.
type Drawn = (u8, Area, Vec<(u16, Option<Area>, i32, u8)>, bool);

fn roadmaps() -> impl Strategy<Value = Vec<Roadmap>> {
    let action = (0_u16..12, prop::option::of(area()), 0_i32..1_000, 0_u8..4);
    let one = (
        0_u8..7,
        area(),
        prop::collection::vec(action, 1..4),
        any::<bool>(),
    );
    prop::collection::vec(one, 0..6).prop_map(|all| {
        let named = (0_u16..).zip(all);
        let of = |(n, (of, covers, actions, decided)): (u16, Drawn)| {
            let actions = actions.into_iter().map(action_of).collect();
            let (name, of) = (format!("roadmap-{n}"), format!("body-{of}"));
            let content = content(n, actions);
            if decided {
                validated(&name, &of, &covers.to_string(), content)
            } else {
                draft(&name, &of, &covers.to_string(), content)
            }
        };
        named.map(of).collect()
    })
}

/// An action whose cost follows from its id: the same action in two plans costs the same.
fn action_of(
    (n, covers, _noise, state): (u16, Option<Area>, i32, u8),
) -> portulan_model::roadmaps::Action {
    let mut action = action(n, None);
    action.area = covers;
    action.budget.push(BudgetYear {
        year: 2024,
        total: Cents::new(i64::from(n) * 1_001),
        asked: Cents::ZERO,
        funding: Vec::new(),
    });
    if state == 0 && n % 4 == 0 {
        action.state = ActionState::Abandoned {
            reason: "sans suite".to_owned(),
        };
    }
    action
}

fn posts() -> impl Strategy<Value = Vec<Post>> {
    prop::collection::vec((node(), area(), 0_u8..4), 0..6).prop_map(|all| {
        let of = |(n, (level, sector, state)): (u16, (TerritoryKey, Area, u8))| {
            let mut one = post(n, "pays-fr", "");
            one.level = level;
            one.sector = sector;
            if state == 0 {
                one = one.give_back(today()).unwrap();
            }
            one
        };
        (0..).zip(all).map(of).collect()
    })
}

pub(crate) fn world() -> impl Strategy<Value = World> {
    let places = prop::collection::vec((0_usize..8, prop::option::of(0_usize..2)), 0..10);
    let levels = prop::collection::vec(node(), 0..3);
    let parts = (
        bodies(),
        memberships(),
        roadmaps(),
        posts(),
        places,
        levels,
        area(),
    );
    parts.prop_map(
        |(bodies, memberships, roadmaps, posts, places, levels, covers)| {
            let places = (0_u16..).zip(places).map(|(n, (commune, near))| {
                let mut one = place(n, COMMUNES[commune]);
                one.neighbourhoods.extend(near.map(quartier));
                one.weekly_minutes = (n % 3 != 0).then_some(600);
                one
            });
            World {
                bodies,
                memberships,
                roadmaps,
                posts,
                places: places.collect(),
                clusters: vec![cluster(levels, covers)],
                ..World::default()
            }
        },
    )
}

fn cluster(levels: Vec<TerritoryKey>, covers: Area) -> Cluster {
    Cluster {
        slug: slug("grappe"),
        name: "Grappe".to_owned(),
        levels,
        area: covers,
        places: std::collections::BTreeSet::new(),
        organisations: std::collections::BTreeSet::new(),
        period: Period::ALWAYS,
        summary: None,
    }
}

pub(crate) fn here() -> impl Strategy<Value = Here> {
    (0_usize..8, prop::option::of(0_usize..2)).prop_map(|(commune, near)| {
        let code: CommuneCode = COMMUNES[commune].parse().unwrap();
        let node = format!("commune-{code}");
        let graph = graph();
        let of = key(&node);
        let mut chain: Vec<TerritoryKey> = graph.upward(&of).into_iter().cloned().collect();
        let area = match near {
            Some(n) => {
                chain.push(quartier(n));
                Area::new([], [Piece::new(quartier(n), code).unwrap()])
            }
            None => Area::of_communes([code]),
        };
        Here {
            day: today(),
            chain,
            area,
        }
    })
}
