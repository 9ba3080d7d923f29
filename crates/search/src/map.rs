//! Points of a map: places, or groups of places where they are too close to be told apart.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use portulan_model::Position;

use crate::query::Query;
use crate::snapshot::Snapshot;

/// Side of a group on screen, in pixels of a 256-pixel tile.
const GROUP_PIXELS: f64 = 48.0;
/// Zoom from which every place is drawn alone.
const ALONE_ZOOM: u8 = 17;
/// Most points sent.
const MAX_POINTS: usize = 500;

/// A point of a map.
#[derive(Debug, Clone, PartialEq)]
pub struct Point {
    /// Where: the middle of the places of a group.
    pub position: Position,
    /// How many places.
    pub count: usize,
    /// Rank of the place, when it is alone.
    pub place: Option<u32>,
}

/// Column, row, and the place itself where each is drawn alone.
type Cell = (i64, i64, u32);
/// Sums of latitudes and longitudes, how many places, the first of them.
type Group = (f64, f64, usize, u32);

impl Snapshot {
    /// The points of the places that answer within a box (west, south, east, north), the largest groups first.
    #[must_use]
    pub fn points(
        &self,
        query: &Query,
        now: DateTime<Utc>,
        bbox: [f64; 4],
        zoom: u8,
    ) -> Vec<Point> {
        let moment = self.asked(query, now);
        let found = self.at_the_moment(self.select(query).all(), query, moment.as_deref());
        let [west, south, east, north] = bbox;
        let side = 360.0 / f64::from(1_u32 << zoom.min(22)) * GROUP_PIXELS / 256.0;
        let mut groups: BTreeMap<Cell, Group> = BTreeMap::new();
        for rank in self.space.within(bbox).filter(|rank| found.contains(*rank)) {
            let Some(position) = self.space.position(rank) else {
                continue;
            };
            let inside = (west..=east).contains(&position.lon())
                && (south..=north).contains(&position.lat());
            if !inside {
                continue;
            }
            let alone = if zoom >= ALONE_ZOOM { rank } else { 0 };
            let cell = (
                cell(position.lon(), side),
                cell(position.lat(), side),
                alone,
            );
            let group = groups.entry(cell).or_insert((0.0, 0.0, 0, rank));
            group.0 += position.lat();
            group.1 += position.lon();
            group.2 += 1;
        }
        let mut points: Vec<Point> = groups.into_values().filter_map(point).collect();
        points.sort_by_key(|point| std::cmp::Reverse(point.count));
        points.truncate(MAX_POINTS);
        points
    }
}

fn point((lat, lon, count, rank): Group) -> Option<Point> {
    let share = f64::from(u32::try_from(count).unwrap_or(u32::MAX));
    let position = Position::new(lat / share, lon / share).ok()?;
    Some(Point {
        position,
        count,
        place: (count == 1).then_some(rank),
    })
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "degrees over a side of at least a millionth of one"
)]
fn cell(degrees: f64, side: f64) -> i64 {
    (degrees / side).floor() as i64
}
