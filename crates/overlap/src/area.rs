//! Where: which communes are shared, whether two areas are one ground, neighbours, or far.

use portulan_model::{Area, CommuneCode, Position, TerritoryKey};

use crate::ground::Ground;

/// Centres of communes within so many kilometres are neighbours: the labelling rules say so.
pub(crate) const NEAR_KM: f64 = 15.0;
/// Length of a degree of latitude, in kilometres.
pub(crate) const DEGREE_KM: f64 = 111.2;

/// Where an item is.
#[derive(Debug, Clone, Default)]
pub(crate) struct Where {
    pub(crate) area: Area,
    /// Every commune that it touches, sorted.
    pub(crate) touched: Vec<CommuneCode>,
    /// Their intercommunalities, sorted.
    groups: Vec<TerritoryKey>,
    /// Their centres.
    pub(crate) spots: Vec<Spot>,
    /// The southernmost and the northernmost of them.
    lats: (f64, f64),
}

/// A centre, in degrees, and the cosine of its latitude.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Spot {
    pub(crate) lat: f64,
    pub(crate) lon: f64,
    cosine: f64,
}

/// How two areas stand to each other, the nearer the greater.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Standing {
    /// Nothing between them.
    Far,
    /// One of them is not told.
    Unknown,
    /// They touch, or lie close.
    Near,
    /// They share something.
    Meet,
    /// One holds the other, or half of the smaller is shared.
    Same,
}

impl Where {
    pub(crate) fn of(area: &Area, ground: &impl Ground) -> Self {
        let touched = area.touched();
        let mut groups: Vec<TerritoryKey> = touched
            .iter()
            .filter_map(|code| ground.group(*code))
            .collect();
        groups.sort_unstable();
        groups.dedup();
        let spots = touched.iter().filter_map(|code| ground.centre(*code));
        let spots: Vec<Spot> = spots.map(Spot::of).collect();
        let lats = spots.iter().map(|spot| spot.lat);
        Self {
            area: area.clone(),
            lats: (
                lats.clone().fold(f64::INFINITY, f64::min),
                lats.fold(f64::NEG_INFINITY, f64::max),
            ),
            spots,
            touched,
            groups,
        }
    }

    /// Its intercommunalities.
    pub(crate) fn groups(&self) -> &[TerritoryKey] {
        &self.groups
    }

    /// How it stands to another, and how many communes both touch.
    pub(crate) fn stands(&self, other: &Self) -> (Standing, usize) {
        if self.touched.is_empty() || other.touched.is_empty() {
            return (Standing::Unknown, 0);
        }
        let both = shared(&self.touched, &other.touched);
        if both == 0 {
            let near = self.is_near(other);
            return (if near { Standing::Near } else { Standing::Far }, 0);
        }
        let whole = shared(self.area.communes(), other.area.communes());
        let covered = |one: &Area, two: &Area| {
            let pieces = one.pieces().iter().filter(|piece| two.covers_piece(piece));
            let parts = one.communes().len() + one.pieces().len();
            2 * (whole + pieces.count()) >= parts
        };
        let (one, two) = (&self.area, &other.area);
        let standing = if covered(one, two) || covered(two, one) {
            Standing::Same
        } else if one.meets(two) {
            Standing::Meet
        } else {
            // Two named neighbourhoods of one commune.
            Standing::Near
        };
        (standing, both)
    }

    /// Whether all that it touches is touched by another, which touches more.
    pub(crate) fn within(&self, other: &Self) -> bool {
        self.touched.len() < other.touched.len() && self.held_by(other)
    }

    /// Whether all that it touches is touched by another.
    pub(crate) fn held_by(&self, other: &Self) -> bool {
        shared(&self.touched, &other.touched) == self.touched.len()
    }

    fn is_near(&self, other: &Self) -> bool {
        let together = |key: &TerritoryKey| other.groups.binary_search(key).is_ok();
        if self.groups.iter().any(together) {
            return true;
        }
        if self.apart(other) {
            return false;
        }
        let close = |one: &Spot| other.spots.iter().any(|two| one.is_near(*two));
        self.spots.iter().any(close)
    }

    /// Whether one lies too far to the south of the other to be near.
    fn apart(&self, other: &Self) -> bool {
        let ((south, north), (south_too, north_too)) = (self.lats, other.lats);
        let gap = (south - north_too).max(south_too - north);
        gap * DEGREE_KM > NEAR_KM
    }
}

impl Spot {
    fn of(spot: Position) -> Self {
        Self {
            lat: spot.lat(),
            lon: spot.lon(),
            cosine: spot.lat().to_radians().cos(),
        }
    }

    /// Over a few kilometres the globe is flat.
    fn is_near(self, other: Self) -> bool {
        const NEAR: f64 = NEAR_KM / DEGREE_KM;
        let north = self.lat - other.lat;
        let east = (self.lon - other.lon) * f64::midpoint(self.cosine, other.cosine);
        north * north + east * east <= NEAR * NEAR
    }
}

/// How many of two sorted lists are in both.
fn shared(one: &[CommuneCode], two: &[CommuneCode]) -> usize {
    let (short, long) = if one.len() <= two.len() {
        (one, two)
    } else {
        (two, one)
    };
    short
        .iter()
        .filter(|code| long.binary_search(code).is_ok())
        .count()
}
