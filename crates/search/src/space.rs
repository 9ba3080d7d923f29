//! Where places are: within a circle, a ring, a box.

use portulan_geo::{distance_m, polygon_contains};
use portulan_model::Position;
use roaring::RoaringBitmap;
use rstar::primitives::GeomWithData;
use rstar::{AABB, RTree};

use crate::query::Around;

/// Metres of one degree of latitude.
const DEGREE_M: f64 = 111_195.0;

/// Places that are sooner looked at one by one than found in the tree.
const FEW: u64 = 512;
/// A box, in square degrees, below which the tree is the shorter way: some 100 km by 100 km.
const SMALL_BOX: f64 = 1.2;

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

    /// Places within a circle, among some if they are given.
    pub(crate) fn around(&self, around: &Around, among: Option<&RoaringBitmap>) -> RoaringBitmap {
        let metres = around.radius_km * 1_000.0;
        let (lat, lon) = (around.centre.lat(), around.centre.lon());
        let high = metres / DEGREE_M;
        let wide = high / lat.to_radians().cos().abs().max(0.01);
        let bounds = [lon - wide, lat - high, lon + wide, lat + high];
        self.kept(bounds, among, |position| {
            distance_m(around.centre, position) <= metres
        })
    }

    /// Places within a ring, among some if they are given.
    pub(crate) fn polygon(
        &self,
        ring: &[Position],
        among: Option<&RoaringBitmap>,
    ) -> RoaringBitmap {
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
        self.kept(bounds, among, |position| polygon_contains(ring, position))
    }

    /// Places within bounds for which a test holds. A small box is looked up in the tree; for a large one, the places
    /// asked are gone through in order, which needs no sorting.
    fn kept(
        &self,
        bounds: [f64; 4],
        among: Option<&RoaringBitmap>,
        test: impl Fn(Position) -> bool,
    ) -> RoaringBitmap {
        let [west, south, east, north] = bounds;
        let inside = |position: Position| {
            let (lat, lon) = (position.lat(), position.lon());
            lat >= south && lat <= north && lon >= west && lon <= east && test(position)
        };
        let holds = |rank: &u32| self.position(*rank).is_some_and(inside);
        let few = among.is_some_and(|among| among.len() <= FEW);
        if !few && (east - west) * (north - south) < SMALL_BOX {
            let mut found: Vec<u32> = self.within(bounds).filter(holds).collect();
            found.sort_unstable();
            let found = RoaringBitmap::from_sorted_iter(found).unwrap_or_default();
            return match among {
                Some(among) => found & among,
                None => found,
            };
        }
        let found = match among {
            Some(among) => RoaringBitmap::from_sorted_iter(among.iter().filter(holds)),
            None => RoaringBitmap::from_sorted_iter(
                (0_u32..)
                    .zip(&self.positions)
                    .filter(|(_, position)| position.is_some_and(inside))
                    .map(|(rank, _)| rank),
            ),
        };
        found.unwrap_or_default()
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
