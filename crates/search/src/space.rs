//! Where places are: within a circle, a ring, a box.

use portulan_geo::{distance_m, polygon_contains};
use portulan_model::Position;
use roaring::RoaringBitmap;
use rstar::primitives::GeomWithData;
use rstar::{AABB, RTree};

use crate::query::Around;

/// Metres of one degree of latitude.
const DEGREE_M: f64 = 111_195.0;

type Node = GeomWithData<[f32; 2], u32>;

/// Positions of places.
pub(crate) struct Space {
    tree: RTree<Node>,
    positions: Vec<Option<Position>>,
}

impl Space {
    pub(crate) fn build(positions: Vec<Option<Position>>) -> Self {
        let nodes = positions
            .iter()
            .zip(0_u32..)
            .filter_map(|(position, rank)| {
                let position = (*position)?;
                Some(GeomWithData::new(
                    [single(position.lon()), single(position.lat())],
                    rank,
                ))
            });
        Self {
            tree: RTree::bulk_load(nodes.collect()),
            positions,
        }
    }

    pub(crate) fn position(&self, rank: u32) -> Option<Position> {
        usize::try_from(rank)
            .ok()
            .and_then(|rank| self.positions.get(rank))
            .copied()
            .flatten()
    }

    pub(crate) fn around(&self, around: &Around) -> RoaringBitmap {
        let metres = around.radius_km * 1_000.0;
        let (lat, lon) = (around.centre.lat(), around.centre.lon());
        let high = metres / DEGREE_M;
        let wide = high / lat.to_radians().cos().abs().max(0.01);
        let inside = self.within([lon - wide, lat - high, lon + wide, lat + high]);
        inside
            .filter(|rank| {
                self.position(*rank)
                    .is_some_and(|position| distance_m(around.centre, position) <= metres)
            })
            .collect()
    }

    pub(crate) fn polygon(&self, ring: &[Position]) -> RoaringBitmap {
        let bounds = ring.iter().fold(
            [f64::MAX, f64::MAX, f64::MIN, f64::MIN],
            |[w, s, e, n], point| {
                [
                    w.min(point.lon()),
                    s.min(point.lat()),
                    e.max(point.lon()),
                    n.max(point.lat()),
                ]
            },
        );
        let inside = self.within(bounds);
        inside
            .filter(|rank| {
                self.position(*rank)
                    .is_some_and(|position| polygon_contains(ring, position))
            })
            .collect()
    }

    /// Ranks within a box: west, south, east, north.
    pub(crate) fn within(&self, [west, south, east, north]: [f64; 4]) -> impl Iterator<Item = u32> {
        // Positions are rounded to single precision there: the box is a little wider.
        const MARGIN: f64 = 1e-4;
        let low = [single(west - MARGIN), single(south - MARGIN)];
        let high = [single(east + MARGIN), single(north + MARGIN)];
        self.tree
            .locate_in_envelope(AABB::from_corners(low, high))
            .map(|node| node.data)
    }
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "five metres are enough to find a candidate"
)]
fn single(number: f64) -> f32 {
    number as f32
}
