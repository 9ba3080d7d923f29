//! Which communes a level covers, with what, and which it forgets.
//!
//! Asked of one level at a time: the State covers everything, which hides every hole below it.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use portulan_model::{Area, CommuneCode, Reach, Slug};

use crate::level::Level;
use crate::world::{Levels, at};

/// What covers a commune.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Covered<'a> {
    /// Bodies, and how far each reaches.
    pub bodies: Vec<(&'a Slug, Reach)>,
    /// Roadmaps in force, and how far each reaches.
    pub roadmaps: Vec<(&'a Slug, Reach)>,
    /// Whether one of the bodies that cover it whole has a contact.
    pub referent: bool,
}

/// Who covers what of an area.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Coverage<'a> {
    /// Commune by commune, those of which nothing is covered among them.
    pub communes: BTreeMap<CommuneCode, Covered<'a>>,
    /// Communes that no body covers whole.
    pub without_body: Area,
    /// Communes that no roadmap in force covers whole.
    pub without_roadmap: Area,
    /// Communes whose bodies have no contact.
    pub without_referent: Area,
    /// Communes that two bodies of this level cover whole: to be settled between them, or meant.
    pub twice: Area,
}

/// What the bodies of a level cover of an area, on a day.
#[must_use]
pub fn coverage<'a>(levels: &'a Levels, area: &Area, level: Level, day: NaiveDate) -> Coverage<'a> {
    let touched = area.touched();
    let mut communes: BTreeMap<CommuneCode, Covered<'a>> = touched
        .into_iter()
        .map(|code| (code, Covered::default()))
        .collect();
    let near = levels.bodies.near(area).into_iter();
    let bodies = near.filter_map(|rank| at(&levels.world.bodies, rank));
    let bodies = bodies.filter(|one| one.is_on(day) && levels.level_of(one) == level);
    for body in bodies {
        let answers = body.referents_on(day).next().is_some();
        put_on(&mut communes, &body.area, |reach, covered| {
            covered.bodies.push((&body.slug, reach));
            covered.referent |= answers && reach == Reach::Whole;
        });
    }
    let near = levels.roadmaps.near(area).into_iter();
    let roadmaps = near.filter_map(|rank| at(&levels.world.roadmaps, rank));
    for roadmap in roadmaps.filter(|one| one.is_in_force(day)) {
        let body = levels.body(&roadmap.body);
        if body.is_some_and(|body| levels.level_of(body) == level) {
            put_on(&mut communes, &roadmap.area, |reach, covered| {
                covered.roadmaps.push((&roadmap.slug, reach));
            });
        }
    }
    summed(communes)
}

/// Puts something on the communes that an area reaches. The area is walked, not what is asked: at the level of
/// intercommunalities a whole country is asked of a thousand small areas.
fn put_on<'a>(
    communes: &mut BTreeMap<CommuneCode, Covered<'a>>,
    area: &Area,
    mut put: impl FnMut(Reach, &mut Covered<'a>),
) {
    for code in area.touched() {
        if let (Some(covered), Some(reach)) = (communes.get_mut(&code), area.reach(code)) {
            put(reach, covered);
        }
    }
}

fn summed(communes: BTreeMap<CommuneCode, Covered<'_>>) -> Coverage<'_> {
    let whole = |covering: &[(&Slug, Reach)]| {
        covering
            .iter()
            .filter(|(_, reach)| *reach == Reach::Whole)
            .count()
    };
    let those = |test: &dyn Fn(&Covered<'_>) -> bool| {
        let found = communes.iter().filter(|(_, covered)| test(covered));
        Area::of_communes(found.map(|(code, _)| *code))
    };
    let without_body = those(&|covered| whole(&covered.bodies) == 0);
    let without_roadmap = those(&|covered| whole(&covered.roadmaps) == 0);
    let without_referent = those(&|covered| !covered.referent);
    let twice = those(&|covered| whole(&covered.bodies) > 1);
    Coverage {
        communes,
        without_body,
        without_roadmap,
        without_referent,
        twice,
    }
}
