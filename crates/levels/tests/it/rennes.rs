//! The story of the source document: two actions, three addresses, and what is missing at each level.

use portulan_levels::{Gap, Here, Level, Levels, World};
use portulan_model::clusters::Cluster;
use portulan_model::roadmaps::UpperLink;
use portulan_model::schemes::{Scheme, SchemeKind};
use portulan_model::{Area, Period};

use crate::build::{
    action, area, body, candidate, co_lead, content, day, draft, key, objective_id, place, post,
    slug, today, validated,
};

const DEPARTMENT: &str = "35001-35363";
const METROPOLE: &str = "35024 35047 35238";

fn world() -> World {
    let mut metropole = content(2, vec![action(2, None)]);
    let link = UpperLink {
        roadmap: slug("fdr-35"),
        objective: objective_id(1),
    };
    metropole.axes[0].objectives[0].serves.insert(link.clone());
    let mut esc = content(3, vec![action(3, None)]);
    esc.axes[0].objectives[0].actions[0].serves.insert(link);
    World {
        bodies: vec![
            body("ille-et-vilaine", "departement-35", DEPARTMENT),
            body("metropole", "epci-243500139", METROPOLE),
            body("esc", "dispositif-esc", "35238"),
        ],
        memberships: vec![
            co_lead("ille-et-vilaine", "rennes-metropole"),
            portulan_model::governance::Membership::Candidate(candidate("ille-et-vilaine", "bug")),
        ],
        roadmaps: vec![
            validated(
                "fdr-35",
                "ille-et-vilaine",
                DEPARTMENT,
                content(1, vec![action(1, None)]),
            ),
            validated("fdr-metropole", "metropole", METROPOLE, metropole),
            validated("fdr-esc", "esc", "35238", esc),
        ],
        schemes: vec![scheme()],
        clusters: vec![grappe()],
        posts: vec![post(1, "epci-243500139", "35238 35047")],
        places: {
            let mut villejean = place(1, "35238");
            villejean.neighbourhoods = vec![key("quartier-villejean")];
            villejean.schemes = vec![slug("esc")];
            vec![villejean, place(2, "35238"), place(3, "35047")]
        },
        ..World::default()
    }
}

fn scheme() -> Scheme {
    Scheme {
        slug: slug("esc"),
        name: "Espaces numériques en ESC".to_owned(),
        kind: SchemeKind::Network,
        level: key("commune-35238"),
        area: area("35238"),
        lead: Some(slug("ccas")),
        partners: [slug("caf"), slug("ccas")].into(),
        period: Period::ALWAYS,
        founding: Vec::new(),
        part_of: None,
        programme: None,
        network: None,
        places: std::collections::BTreeSet::new(),
        summary: None,
    }
}

fn grappe() -> Cluster {
    Cluster {
        slug: slug("villejean"),
        name: "Villejean".to_owned(),
        levels: vec![key("commune-35238")],
        area: area("quartier-villejean@35238"),
        places: std::collections::BTreeSet::new(),
        organisations: std::collections::BTreeSet::new(),
        period: Period::ALWAYS,
        summary: None,
    }
}

fn here(chain: &[&str], covers: &str) -> Here {
    let wide = ["pays-fr", "region-53", "departement-35"];
    Here {
        day: today(),
        chain: wide.iter().chain(chain).map(|text| key(text)).collect(),
        area: area(covers),
    }
}

/// 42 cours Kennedy: an address of Villejean.
fn kennedy() -> Here {
    let chain = ["epci-243500139", "commune-35238", "quartier-villejean"];
    here(&chain, "quartier-villejean@35238")
}

fn bruz() -> Here {
    here(&["epci-243500139", "commune-35047"], "35047")
}

fn vitre() -> Here {
    here(&["epci-200039022", "commune-35360"], "35360")
}

fn actions(levels: &Levels, here: &Here) -> Vec<(Level, String)> {
    let stack = levels.stack(here);
    let of = stack.levels.iter().flat_map(|level| {
        let titles = level.actions.iter().map(|one| one.action.title.clone());
        titles.map(|title| (level.level, title))
    });
    of.collect()
}

#[test]
fn an_action_of_the_esc_reaches_villejean_and_not_bruz_and_one_of_the_metropole_both() {
    let levels = Levels::new(world());
    let of_department = (Level::Department, "Action 1".to_owned());
    let of_metropole = (Level::Epci, "Action 2".to_owned());
    let of_esc = (Level::Commune, "Action 3".to_owned());
    assert_eq!(
        actions(&levels, &kennedy()),
        [of_department.clone(), of_metropole.clone(), of_esc]
    );
    assert_eq!(
        actions(&levels, &bruz()),
        [of_department.clone(), of_metropole]
    );
    assert_eq!(actions(&levels, &vitre()), [of_department]);
}

#[test]
fn each_level_tells_who_governs_leads_and_serves() {
    let levels = Levels::new(world());
    let kennedy = kennedy();
    let stack = levels.stack(&kennedy);
    let department = stack.level(Level::Department).unwrap();
    let body = &department.bodies[0];
    assert_eq!(
        (body.members, body.co_leads.len()),
        (1, 1),
        "a candidate is no member"
    );
    assert_eq!(stack.level(Level::Epci).unwrap().posts.len(), 1);
    let local = stack.level(Level::Local).unwrap();
    assert_eq!((local.clusters.len(), local.places.len()), (1, 1));
    let commune = stack.level(Level::Commune).unwrap();
    assert_eq!((commune.schemes.len(), commune.bodies.len()), (1, 1));
    assert!(
        commune.places.is_empty(),
        "a place is shown once, and as near as it is"
    );
}

#[test]
fn what_is_missing_is_told_at_its_level() {
    let levels = Levels::new(world());
    let kennedy = kennedy();
    let stack = levels.stack(&kennedy);
    let gaps = |level| stack.level(level).unwrap().gaps.clone();
    assert_eq!(gaps(Level::Country), [Gap::NoBody]);
    assert_eq!(gaps(Level::Region), [Gap::NoBody]);
    let no_meeting = |body| Gap::NoMeeting { body };
    let (of_department, of_metropole) = (slug("ille-et-vilaine"), slug("metropole"));
    assert_eq!(gaps(Level::Department), [no_meeting(&of_department)]);
    let (fdr, cluster) = (slug("fdr-metropole"), slug("villejean"));
    let unserved = Gap::UnservedObjective {
        roadmap: &fdr,
        objective: objective_id(2),
    };
    assert_eq!(gaps(Level::Epci), [no_meeting(&of_metropole), unserved]);
    assert_eq!(gaps(Level::Local), [Gap::Unlinked { cluster: &cluster }]);
    let vitre = vitre();
    let stack = levels.stack(&vitre);
    let commune = &stack.level(Level::Commune).unwrap().gaps;
    assert_eq!(*commune, [Gap::NoBody, Gap::NoPlace]);
    let bruz = bruz();
    let stack = levels.stack(&bruz);
    let lone = Gap::LonePlace {
        place: crate::build::place_id(3),
    };
    assert!(stack.level(Level::Commune).unwrap().gaps.contains(&lone));
}

#[test]
fn the_stack_is_that_of_its_day() {
    let mut world = world();
    let late = draft(
        "fdr-suivante",
        "metropole",
        METROPOLE,
        content(4, vec![action(4, None)]),
    );
    world.roadmaps.push(late);
    let levels = Levels::new(world);
    let on = |text: &str| Here {
        day: day(text),
        ..bruz()
    };
    assert_eq!(
        actions(&levels, &on("2023-12-01")),
        [],
        "nothing was decided yet"
    );
    assert_eq!(actions(&levels, &on("2024-01-15")).len(), 2);
    assert_eq!(
        actions(&levels, &on("2027-01-01")),
        [],
        "the period is over"
    );
    let then = on("2027-01-01");
    let stack = levels.stack(&then);
    let (body, roadmap) = (slug("metropole"), slug("fdr-suivante"));
    let awaited = Gap::RoadmapAwaited {
        body: &body,
        roadmap: &roadmap,
    };
    assert!(stack.level(Level::Epci).unwrap().gaps.contains(&awaited));
    let body = slug("ille-et-vilaine");
    let roadmap = slug("fdr-35");
    let over = Gap::RoadmapOver {
        body: &body,
        roadmap: &roadmap,
    };
    assert!(stack.level(Level::Department).unwrap().gaps.contains(&over));
}

#[test]
fn a_body_that_does_not_say_what_it_covers_governs_nobody_and_is_told() {
    let mut world = world();
    world.bodies[1].area = Area::default();
    let levels = Levels::new(world);
    let bruz = bruz();
    let stack = levels.stack(&bruz);
    let epci = stack.level(Level::Epci).unwrap();
    let body = slug("metropole");
    assert!(epci.bodies.is_empty());
    assert!(epci.gaps.contains(&Gap::NoArea { body: &body }));
}
