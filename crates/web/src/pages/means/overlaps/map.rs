//! Where the cases of a list are: a small map drawn here, its numbers those of the list.

use portulan_app::means::overlaps::{Grounds, Overlaps};
use portulan_charts::{MapInput, MapPoint, PointState, svg_map};
use portulan_i18n::distance;
use portulan_model::governance::Body;
use portulan_model::{Position, Seat};
use portulan_overlap::{Cluster, Ground as _};

use crate::auth::Desk;
use crate::pages::results::outline;

/// The map of some cases, each with its rank and its title; none where nothing is known of where they are.
pub(super) fn drawn(
    desk: &Desk,
    (body, all): (&Body, &Overlaps),
    cases: &[(usize, String, &Cluster)],
) -> Option<String> {
    let words = desk.words();
    let ground = Grounds::new(&desk.visit.directory.reference);
    let points: Vec<MapPoint> = cases
        .iter()
        .filter_map(|(rank, title, case)| {
            Some(MapPoint {
                position: spot(all, case, &ground)?,
                label: title.clone(),
                rank: *rank,
                state: PointState::Open,
            })
        })
        .collect();
    if points.is_empty() {
        return None;
    }
    let outlines = match &body.seat {
        Seat::Territory(key) => outline(&desk.visit, key),
        Seat::Cluster(_) | Seat::Scheme(_) => None,
    };
    let outlines: Vec<_> = outlines.into_iter().collect();
    Some(svg_map(&MapInput {
        id: "recouvrements-carte",
        outlines: &outlines,
        points: &points,
        you: None,
        width: 760,
        height: 320,
        title: &words.with("recouv-map-title", &[("n", points.len().into())]),
        desc: &words.get("recouv-map-desc"),
        length: &|metres| distance(desk.visit.lang, metres),
    }))
}

/// Amid the communes of the record of a case that covers the fewest.
fn spot(all: &Overlaps, case: &Cluster, ground: &Grounds<'_>) -> Option<Position> {
    let areas = case.members.iter().filter_map(|rank| all.record(*rank));
    let areas = areas.map(|(item, _)| item.area.touched());
    let narrowest = areas.filter(|area| !area.is_empty()).min_by_key(Vec::len)?;
    let centres: Vec<Position> = narrowest
        .into_iter()
        .filter_map(|code| ground.centre(code))
        .collect();
    let count = f64::from(
        u32::try_from(centres.len())
            .ok()
            .filter(|count| *count > 0)?,
    );
    let mean = |of: fn(Position) -> f64| centres.iter().map(|one| of(*one)).sum::<f64>() / count;
    Position::new(mean(Position::lat), mean(Position::lon)).ok()
}
