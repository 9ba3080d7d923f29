//! Points of the map: each state has its own shape, so that colour is never alone.

use std::fmt::Write as _;

use super::MapPoint;
use crate::svg::{Escaped, Short};

/// Half the size of a point, in units of the drawing: 24 across, the least size of a target.
pub(crate) const RADIUS: f64 = 12.0;

/// What the shape of a point says.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum PointState {
    /// A full disc.
    Open,
    /// A square.
    Closed,
    /// A diamond with a dashed edge.
    Unknown,
    /// A ring: nothing was asked about hours.
    #[default]
    Plain,
}

impl PointState {
    const fn class(self) -> &'static str {
        match self {
            Self::Open => "is-open",
            Self::Closed => "is-closed",
            Self::Unknown => "is-unknown",
            Self::Plain => "is-plain",
        }
    }

    /// The outline of the shape around the origin.
    const fn shape(self) -> &'static str {
        match self {
            Self::Open | Self::Plain => "M-12 0a12 12 0 1 1 24 0a12 12 0 1 1-24 0Z",
            Self::Closed => "M-11-11H11V11H-11Z",
            Self::Unknown => "M0-14L14 0L0 14L-14 0Z",
        }
    }
}

/// Draws a point and its number.
pub(crate) fn point(svg: &mut String, point: &MapPoint, (x, y): (f64, f64)) {
    let _written = write!(
        svg,
        "<g class=\"map-point {class}\" transform=\"translate({x} {y})\"><title>{rank}. {label}</title>\
         <path d=\"{shape}\"/><text y=\"4\" text-anchor=\"middle\">{rank}</text></g>",
        class = point.state.class(),
        x = Short(x),
        y = Short(y),
        rank = point.rank,
        label = Escaped(&point.label),
        shape = point.state.shape(),
    );
}

/// Ties a point that was moved to where it really is.
pub(crate) fn tie(svg: &mut String, (x, y): (f64, f64), (to_x, to_y): (f64, f64)) {
    if (x - to_x).hypot(y - to_y) > RADIUS / 2.0 {
        let _written = write!(
            svg,
            "<path class=\"map-tie\" d=\"M{} {}L{} {}\"/>",
            Short(x),
            Short(y),
            Short(to_x),
            Short(to_y)
        );
    }
}

/// Draws where the person is: a cross within a ring, unlike any place. Its words go where they hide the fewest points.
pub(crate) fn you(
    svg: &mut String,
    (x, y): (f64, f64),
    words: &str,
    points: &[(f64, f64)],
    size: (f64, f64),
) {
    let (dx, dy, anchor) = Side::freest((x, y), words, points, size);
    let _written = write!(
        svg,
        "<g class=\"map-you\" transform=\"translate({} {})\"><title>{words}</title>\
         <path d=\"M-9 0a9 9 0 1 1 18 0a9 9 0 1 1-18 0ZM0-15V15M-15 0H15\"/>\
         <text x=\"{dx}\" y=\"{dy}\" text-anchor=\"{anchor}\">{words}</text></g>",
        Short(x),
        Short(y),
        words = Escaped(words),
    );
}

/// Where words may stand around a mark.
struct Side;

impl Side {
    /// Start of the words and how they hang on it: right, left, above, below.
    const ALL: [(i16, i16, &'static str); 4] = [
        (18, 4, "start"),
        (-18, 4, "end"),
        (0, -20, "middle"),
        (0, 28, "middle"),
    ];
    /// Mean width of a letter of the label, in units of the drawing.
    const LETTER: f64 = 6.8;

    fn freest(
        place: (f64, f64),
        words: &str,
        points: &[(f64, f64)],
        size: (f64, f64),
    ) -> (i16, i16, &'static str) {
        let letters = f64::from(u16::try_from(words.chars().count()).unwrap_or(u16::MAX));
        let cost = |side: &(i16, i16, &'static str)| {
            let middle = (
                place.0
                    + f64::from(side.0)
                    + f64::from(side.0.signum()) * letters * Self::LETTER / 2.0,
                place.1 + f64::from(side.1) - 4.0,
            );
            let half = (letters * Self::LETTER / 2.0, 7.0);
            let hidden = points
                .iter()
                .filter(|(x, y)| {
                    (x - middle.0).abs() < half.0 + RADIUS && (y - middle.1).abs() < half.1 + RADIUS
                })
                .count();
            let outside = middle.0 - half.0 < 0.0
                || middle.0 + half.0 > size.0
                || middle.1 - half.1 < 0.0
                || middle.1 + half.1 > size.1;
            hidden + if outside { points.len() + 1 } else { 0 }
        };
        Self::ALL
            .into_iter()
            .min_by_key(cost)
            .unwrap_or((18, 4, "start"))
    }
}

/// The shape of a state for a legend; the words stand beside it, so it is hidden from screen readers.
#[must_use]
pub fn legend_mark(state: PointState) -> String {
    format!(
        "<svg class=\"map-mark\" viewBox=\"-15 -15 30 30\" aria-hidden=\"true\"><g class=\"map-point {}\">\
         <path d=\"{}\"/></g></svg>",
        state.class(),
        state.shape()
    )
}
