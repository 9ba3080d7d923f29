//! The meetings ahead that everybody may know of, of the bodies that reach an area.

use chrono::NaiveDate;
use portulan_model::Area;
use portulan_model::governance::{Body, Meeting};

use crate::world::{Levels, at};

/// Public meetings ahead, first first, each with its body.
#[must_use]
pub fn meetings_ahead<'a>(
    levels: &'a Levels,
    area: &Area,
    day: NaiveDate,
) -> Vec<(&'a Body, &'a Meeting)> {
    let near = levels.bodies.near(area).into_iter();
    let bodies = near.filter_map(|rank| at(&levels.world.bodies, rank));
    let bodies = bodies.filter(|body| body.is_on(day) && body.area.meets(area));
    let mut found: Vec<(&Body, &Meeting)> = bodies
        .flat_map(|body| {
            let of = Levels::picked(&levels.world.meetings, &levels.meetings_of, &body.slug);
            of.filter(|one| one.public && one.is_ahead(day))
                .map(move |one| (body, one))
        })
        .collect();
    found.sort_by_key(|(_, meeting)| meeting.day());
    found
}
