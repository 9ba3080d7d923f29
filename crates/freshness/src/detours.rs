//! How far the next place is that would do in the stead of another: open for at least half of the same hours.
//!
//! Places stand in rows of latitude, each in the order of longitude. A look goes farther and farther out and ends with the
//! first place that does, so that the time for all grows with their number, not with its square.

use std::collections::BTreeMap;

use portulan_geo::distance_m;
use portulan_model::Position;

use crate::calls::MOST_KM;

/// Metres in a degree of latitude.
const DEGREE_M: f64 = 111_195.0;
/// Metres between two rows.
const ROW_M: f64 = 1_000.0;
/// Metres that are looked at first; each next look goes twice as far.
const FIRST_LOOK_M: f64 = 1_000.0;
/// Nearest that a meridian comes to the next one, as a share of their distance at the equator: beyond it are the poles.
const NARROWEST: f64 = 0.01;

/// A stretch of a week: day, from the first one; first minute; minute after the last.
pub type Stretch = (usize, u16, u16);

/// Whether a place is open for at least half of the hours of another one; where those are not known, any that has some.
#[must_use]
pub fn opens_instead(wanted: Option<&[Stretch]>, offered: Option<&[Stretch]>) -> bool {
    let (Some(wanted), Some(offered)) = (wanted, offered) else {
        return wanted.is_none() && offered.is_some();
    };
    let minutes: u32 = wanted.iter().map(length).sum();
    let pairs = wanted
        .iter()
        .flat_map(|one| offered.iter().map(move |other| shared(one, other)));
    pairs.sum::<u32>() * 2 >= minutes
}

fn length((_, from, to): &Stretch) -> u32 {
    u32::from(to.saturating_sub(*from))
}

fn shared(one: &Stretch, other: &Stretch) -> u32 {
    if one.0 != other.0 {
        return 0;
    }
    u32::from(one.2.min(other.2).saturating_sub(one.1.max(other.1)))
}

/// Places by where they stand.
pub struct Detours<'a> {
    spots: &'a [Option<Position>],
    /// Longitude, rank and spot of those of a row, from west to east.
    rows: BTreeMap<i64, Vec<(f64, usize, Position)>>,
}

impl<'a> Detours<'a> {
    /// Among these places; those whose position is not known are nobody's next.
    #[must_use]
    pub fn among(spots: &'a [Option<Position>]) -> Self {
        let mut rows: BTreeMap<i64, Vec<(f64, usize, Position)>> = BTreeMap::new();
        for (rank, spot) in spots.iter().enumerate() {
            if let Some(at) = spot {
                let row = rows.entry(row_of(at.lat())).or_default();
                row.push((at.lon(), rank, *at));
            }
        }
        for row in rows.values_mut() {
            row.sort_by(|one, other| one.0.total_cmp(&other.0));
        }
        Self { spots, rows }
    }

    /// Metres as the crow flies from a place to the next one that would do in its stead; nothing where there is none
    /// within reach, or where nobody knows where it is. `would_do(a, b)` says whether `b` is open when `a` says that it is.
    pub fn of(&self, rank: usize, would_do: impl Fn(usize, usize) -> bool) -> Option<f64> {
        let from = self.spots.get(rank).copied().flatten()?;
        let farthest = MOST_KM * 1_000.0;
        let (mut looked, mut reach) = (-1.0, FIRST_LOOK_M);
        while looked < farthest {
            let mut ring = self.ring(from, (looked, reach));
            ring.sort_by(|one, other| one.0.total_cmp(&other.0));
            let mut others = ring.into_iter().filter(|(_, other)| *other != rank);
            if let Some((metres, _)) = others.find(|(_, other)| would_do(rank, *other)) {
                return Some(metres);
            }
            looked = reach;
            reach = (reach * 2.0).min(farthest);
        }
        None
    }

    /// Places farther than one distance and within another, in metres.
    fn ring(&self, from: Position, (beyond, within): (f64, f64)) -> Vec<(f64, usize)> {
        let degrees = within / DEGREE_M;
        let (south, north) = (from.lat() - degrees, from.lat() + degrees);
        let widest = south.abs().max(north.abs()).min(90.0);
        let width = degrees / widest.to_radians().cos().max(NARROWEST);
        let (west, east) = (from.lon() - width, from.lon() + width);
        let mut found = Vec::new();
        for row in self
            .rows
            .range(row_of(south)..=row_of(north))
            .map(|(_, row)| row)
        {
            let start = row.partition_point(|(lon, ..)| *lon < west);
            let near = row.iter().skip(start).take_while(|(lon, ..)| *lon <= east);
            let far = near.map(|(_, rank, at)| (distance_m(from, *at), *rank));
            found.extend(far.filter(|(metres, _)| *metres > beyond && *metres <= within));
        }
        found
    }
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "a latitude times some hundred rows a degree is far from the ends of i64"
)]
fn row_of(lat: f64) -> i64 {
    (lat * DEGREE_M / ROW_M).floor() as i64
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn half_of_the_hours_is_enough_and_unknown_hours_are_not() {
        let morning: &[Stretch] = &[(0, 540, 720)];
        let late: &[Stretch] = &[(0, 630, 1_000)];
        let tuesday: &[Stretch] = &[(1, 540, 720)];
        assert!(opens_instead(Some(morning), Some(late)));
        assert!(!opens_instead(Some(late), Some(morning)));
        assert!(!opens_instead(Some(morning), Some(tuesday)));
        assert!(!opens_instead(Some(morning), None));
        assert!(opens_instead(None, Some(morning)));
    }

    #[test]
    fn the_next_place_must_be_open_too() {
        let at = |lon| Position::new(48.1, lon).ok();
        let spots = [at(-1.68), at(-1.69), at(-1.75), None, at(2.35)];
        let near = Detours::among(&spots);
        let any = |rank| near.of(rank, |_, _| true);
        assert!(any(0).unwrap() < 1_000.0);
        assert_eq!((any(3), any(4)), (None, None));
        let never_the_nearest = near.of(0, |_, other| other != 1);
        assert!(never_the_nearest.unwrap() > 5_000.0);
    }

    /// The plain way: every place against every other.
    fn plainly(spots: &[Option<Position>], rank: usize, odd: bool) -> Option<f64> {
        let from = spots[rank]?;
        let others = spots.iter().enumerate().filter(|(other, _)| *other != rank);
        others
            .filter(|(other, _)| !odd || other % 2 == 1)
            .filter_map(|(_, spot)| Some(distance_m(from, (*spot)?)))
            .filter(|metres| *metres <= MOST_KM * 1_000.0)
            .min_by(f64::total_cmp)
    }

    proptest! {
        #[test]
        fn rows_find_what_the_plain_way_finds(
            spots in proptest::collection::vec((-21.4..51.0_f64, -1.9..-1.2_f64), 2..60),
            near in proptest::collection::vec((48.0..48.4_f64, -1.9..-1.2_f64), 2..60),
        ) {
            let all = spots.into_iter().chain(near);
            let spots: Vec<_> = all.map(|(lat, lon)| Position::new(lat, lon).ok()).collect();
            let rows = Detours::among(&spots);
            for rank in 0..spots.len() {
                for odd in [false, true] {
                    let found = rows.of(rank, |_, other| !odd || other % 2 == 1);
                    prop_assert_eq!(found, plainly(&spots, rank, odd));
                }
            }
        }
    }
}
