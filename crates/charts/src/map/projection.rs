//! From degrees to the units of the drawing: Mercator, fitted to what must be seen.

use std::f64::consts::PI;

use portulan_model::Position;

use super::MapInput;

/// Mean radius of the Earth, in metres (IUGG).
const EARTH_RADIUS: f64 = 6_371_008.8;
/// Room kept around the outermost points, in units of the drawing.
const MARGIN: f64 = 28.0;
/// The smallest width shown, in metres: one point alone is still seen within its streets.
const SMALLEST_WIDTH: f64 = 600.0;
/// Latitude beyond which Mercator is of no use.
const LATITUDE_LIMIT: f64 = 85.0;

/// How the drawing lies on the globe.
pub(crate) struct Frame {
    width: f64,
    height: f64,
    centre: (f64, f64),
    /// Units of the drawing per radian of longitude.
    scale: f64,
    /// Latitude of the middle, in radians.
    middle: f64,
}

impl Frame {
    /// Fits points and the person; the outlines only where there is neither.
    pub(crate) fn around(input: &MapInput<'_>) -> Self {
        let mut seen: Vec<(f64, f64)> = input
            .points
            .iter()
            .map(|point| mercator(point.position))
            .collect();
        seen.extend(input.you.map(|(position, _)| mercator(position)));
        if seen.is_empty() {
            let focus = input.outlines.iter().any(|outline| outline.focus);
            let shown = input
                .outlines
                .iter()
                .filter(|outline| outline.focus || !focus);
            seen.extend(
                shown
                    .flat_map(|outline| outline.rings.iter().flatten())
                    .map(|position| mercator(*position)),
            );
        }
        Self::fit((input.width, input.height), &seen)
    }

    /// Fits areas, and centres where an area is not drawn.
    pub(crate) fn of_positions(
        size: (u16, u16),
        positions: impl Iterator<Item = Position>,
    ) -> Self {
        let seen: Vec<(f64, f64)> = positions.map(mercator).collect();
        Self::fit(size, &seen)
    }

    fn fit((width, height): (u16, u16), seen: &[(f64, f64)]) -> Self {
        let (width, height) = (f64::from(width), f64::from(height));
        let (west, east) = ends(seen.iter().map(|(x, _)| *x));
        let (south, north) = ends(seen.iter().map(|(_, y)| *y));
        let centre = (f64::midpoint(west, east), f64::midpoint(south, north));
        let middle = (2.0 * centre.1.exp().atan()) - PI / 2.0;
        let smallest = SMALLEST_WIDTH / (EARTH_RADIUS * middle.cos());
        let room = |size: f64| (size - 2.0 * MARGIN).max(size / 2.0);
        let scale = (room(width) / (east - west).max(smallest))
            .min(room(height) / (north - south).max(smallest / 2.0));
        Self {
            width,
            height,
            centre,
            scale,
            middle,
        }
    }

    /// Where a position falls, in units of the drawing.
    pub(crate) fn project(&self, position: Position) -> (f64, f64) {
        let (x, y) = mercator(position);
        (
            self.width / 2.0 + (x - self.centre.0) * self.scale,
            self.height / 2.0 - (y - self.centre.1) * self.scale,
        )
    }

    /// The position that falls on a point of the drawing; none where that is off the globe.
    pub(crate) fn position(&self, (x, y): (f64, f64)) -> Option<Position> {
        let longitude = self.centre.0 + (x - self.width / 2.0) / self.scale;
        let northing = self.centre.1 - (y - self.height / 2.0) / self.scale;
        let latitude = 2.0 * northing.exp().atan() - PI / 2.0;
        Position::new(latitude.to_degrees(), longitude.to_degrees()).ok()
    }

    /// Width and height of the drawing.
    pub(crate) const fn size(&self) -> (f64, f64) {
        (self.width, self.height)
    }

    /// Metres that one unit of the drawing stands for, in the middle.
    pub(crate) fn metres_per_unit(&self) -> f64 {
        EARTH_RADIUS * self.middle.cos() / self.scale
    }
}

fn mercator(position: Position) -> (f64, f64) {
    let latitude = position
        .lat()
        .clamp(-LATITUDE_LIMIT, LATITUDE_LIMIT)
        .to_radians();
    (
        position.lon().to_radians(),
        (PI / 4.0 + latitude / 2.0).tan().ln(),
    )
}

/// Least and greatest; zero twice for nothing.
fn ends(values: impl Iterator<Item = f64>) -> (f64, f64) {
    values
        .fold(None, |ends: Option<(f64, f64)>, value| {
            Some(ends.map_or((value, value), |(least, greatest)| {
                (least.min(value), greatest.max(value))
            }))
        })
        .unwrap_or_default()
}
