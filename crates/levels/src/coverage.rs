//! Which communes each level covers, and which it forgets.
//!
//! One level at a time: the State covers everything, which hides every hole below it.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use portulan_model::{Area, CommuneCode};

use crate::level::Level;
use crate::world::{Levels, at};

/// What a level covers of an area.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Coverage {
    /// Communes that no body covers whole.
    pub without_body: Area,
    /// Communes that no roadmap in force covers whole.
    pub without_roadmap: Area,
    /// Communes whose bodies have no contact.
    pub without_referent: Area,
    /// Communes that two bodies of this level cover whole: to be settled between them, or meant.
    pub twice: Area,
}

/// What covers a commune whole.
#[derive(Debug, Clone, Copy, Default)]
struct Covered {
    bodies: u32,
    roadmaps: u32,
    /// Whether one of the bodies has a contact.
    referent: bool,
}

/// What the bodies of each level cover of an area, on a day. A level of which nothing comes near is there too: it forgets
/// everything.
#[must_use]
pub fn coverage(levels: &Levels, area: &Area, day: NaiveDate) -> BTreeMap<Level, Coverage> {
    let asked = area.touched();
    let none = vec![Covered::default(); asked.len()];
    let mut found: BTreeMap<Level, Vec<Covered>> =
        Level::ALL.map(|level| (level, none.clone())).into();
    let near = levels.bodies.near(area).into_iter();
    let bodies = near.filter_map(|rank| at(&levels.world.bodies, rank));
    for body in bodies.filter(|one| one.is_on(day)) {
        let answers = body.referents_on(day).next().is_some();
        if let Some(covered) = found.get_mut(&levels.level_of(body)) {
            put_on(&asked, covered, &body.area, |one| {
                one.bodies += 1;
                one.referent |= answers;
            });
        }
    }
    let near = levels.roadmaps.near(area).into_iter();
    let roadmaps = near.filter_map(|rank| at(&levels.world.roadmaps, rank));
    for roadmap in roadmaps.filter(|one| one.is_in_force(day)) {
        let level = levels.body(&roadmap.body).map(|body| levels.level_of(body));
        if let Some(covered) = level.and_then(|level| found.get_mut(&level)) {
            put_on(&asked, covered, &roadmap.area, |one| one.roadmaps += 1);
        }
    }
    let summed = |(level, covered): (Level, Vec<Covered>)| (level, summed(&asked, &covered));
    found.into_iter().map(summed).collect()
}

/// Puts something on the communes that an area covers whole. Both lists are in order and the area is walked, not what is
/// asked: at the level of intercommunalities a whole country is asked of a thousand small areas.
fn put_on(
    asked: &[CommuneCode],
    covered: &mut [Covered],
    area: &Area,
    mut put: impl FnMut(&mut Covered),
) {
    let mut from = 0;
    for code in area.communes() {
        let rest = asked.get(from..).unwrap_or_default();
        if rest.first() != Some(code) {
            from += rest.partition_point(|one| one < code);
        }
        if asked.get(from) == Some(code) {
            covered.get_mut(from).into_iter().for_each(&mut put);
            from += 1;
        }
    }
}

fn summed(asked: &[CommuneCode], covered: &[Covered]) -> Coverage {
    let those = |test: fn(&Covered) -> bool| {
        let found = asked.iter().zip(covered).filter(|(_, one)| test(one));
        Area::of_communes(found.map(|(code, _)| *code))
    };
    Coverage {
        without_body: those(|one| one.bodies == 0),
        without_roadmap: those(|one| one.roadmaps == 0),
        without_referent: those(|one| !one.referent),
        twice: those(|one| one.bodies > 1),
    }
}
