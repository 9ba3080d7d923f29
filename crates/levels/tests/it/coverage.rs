//! A covered area is always an explicit set, and holes are what is left of it.

use portulan_levels::{Level, Levels, World, coverage};
use portulan_model::{Area, Seat};
use proptest::prelude::*;

use crate::build::{action, area, body, content, today, validated};
use crate::worlds::{area as any_area, world};

#[test]
fn a_level_shows_what_it_forgets() {
    let mut silent = body("autre", "epci-200000002", "35004");
    silent.referents.clear();
    let levels = Levels::new(World {
        bodies: vec![
            body("etat", "pays-fr", "35001-35009"),
            body(
                "metropole",
                "epci-243500139",
                "35001-35003 quartier-nord@35005",
            ),
            body("voisine", "epci-200000001", "35003"),
            silent,
        ],
        roadmaps: vec![validated(
            "fdr",
            "metropole",
            "35001-35002",
            content(1, vec![action(1, None)]),
        )],
        ..World::default()
    });
    let found = coverage(&levels, &area("35001-35006"), today());
    let found = &found[&Level::Epci];
    assert_eq!(found.without_body, area("35005-35006"));
    assert_eq!(found.without_roadmap, area("35003-35006"));
    assert_eq!(found.without_referent, area("35004-35006"));
    assert_eq!(found.twice, area("35003"));
}

/// Asked of every body, without an index.
fn covered_whole(world: &World, levels: &Levels, asked: &Area, level: Level) -> Vec<usize> {
    let bodies = world.bodies.iter().filter(|body| body.is_on(today()));
    let level_of = |seat: &Seat| match seat {
        Seat::Cluster(_) => Level::Local,
        _ => levels
            .homes(seat)
            .first()
            .map_or(Level::Local, |key| Level::of_key(key)),
    };
    let of_level: Vec<_> = bodies.filter(|one| level_of(&one.seat) == level).collect();
    let covering = |code| of_level.iter().filter(|one| one.area.covers(code)).count();
    asked.touched().into_iter().map(covering).collect()
}

proptest! {
    #[test]
    fn holes_and_what_is_covered_are_all_that_was_asked(world in world(), asked in any_area()) {
        let levels = Levels::new(world.clone());
        let all = coverage(&levels, &asked, today());
        for level in Level::ALL {
            let found = &all[&level];
            let times = covered_whole(&world, &levels, &asked, level);
            let those = |from: usize| {
                let touched = asked.touched().into_iter().zip(&times);
                Area::of_communes(touched.filter(|(_, n)| **n >= from).map(|(code, _)| code))
            };
            let (touched, covered) = (those(0), those(1));
            prop_assert_eq!(&found.twice, &those(2));
            prop_assert_eq!(covered.union(&found.without_body), touched.clone());
            prop_assert!(!covered.meets(&found.without_body));
            prop_assert!(found.without_referent.covers_all(&found.without_body));
            prop_assert!(covered.covers_all(&found.twice));
            for hole in [&found.without_body, &found.without_roadmap, &found.without_referent] {
                prop_assert!(touched.covers_all(hole));
                prop_assert_eq!(&hole.to_string().parse::<Area>().unwrap(), hole);
            }
        }
    }
}
