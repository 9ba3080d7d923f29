//! A map of areas by state: each is filled by how far on it is, and bears a shape of its own, so that colour is never
//! alone. An area without a contour is its shape alone, at its centre. Its text twin is the table beside it.

use std::fmt::Write as _;

use portulan_model::Position;

use super::projection::Frame;
use super::{open_with, rings, scale};
use crate::svg::{Escaped, Short};

/// Half the width of a shape, in units of the drawing.
const SHAPE: f64 = 9.0;
/// The smallest that a shape becomes where areas are many, as a part of its size.
const SMALLEST_SHAPE: f64 = 0.4;

/// How far on an area is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Tone {
    /// Nothing yet: a ring.
    Empty,
    /// Begun: a disc half full.
    Begun,
    /// Done: a disc.
    Done,
    /// Done, and there is nothing: a diamond.
    Void,
    /// Done and looked at: a square with a tick.
    Sure,
}

impl Tone {
    const fn class(self) -> &'static str {
        match self {
            Self::Empty => "is-empty",
            Self::Begun => "is-begun",
            Self::Done => "is-done",
            Self::Void => "is-void",
            Self::Sure => "is-sure",
        }
    }

    /// The outline of its shape around the origin.
    const fn shape(self) -> &'static str {
        match self {
            Self::Empty | Self::Begun | Self::Done => "M-7 0a7 7 0 1 1 14 0a7 7 0 1 1-14 0Z",
            Self::Void => "M0-9L9 0L0 9L-9 0Z",
            Self::Sure => "M-7-7H7V7H-7Z",
        }
    }

    /// What stands within it.
    const fn mark(self) -> Option<&'static str> {
        match self {
            Self::Begun => Some("M0-7a7 7 0 0 1 0 14Z"),
            Self::Sure => Some("M-4 0L-1 3L4-3"),
            Self::Empty | Self::Done | Self::Void => None,
        }
    }
}

/// An area of the map.
#[derive(Debug, Clone, PartialEq)]
pub struct Area {
    /// Rings of positions, where its contour is known; holes are rings too.
    pub rings: Vec<Vec<Position>>,
    /// Its centre.
    pub centre: Option<Position>,
    /// Its name and its state in words, read on hovering.
    pub label: String,
    /// How far on it is.
    pub tone: Tone,
}

/// What to draw, with all its words.
pub struct AreaInput<'a> {
    /// Makes ids unique within the page.
    pub id: &'a str,
    /// The areas.
    pub areas: &'a [Area],
    /// Width of the drawing, in its own units; the page stretches it.
    pub width: u16,
    /// Height of the drawing.
    pub height: u16,
    /// Short title.
    pub title: &'a str,
    /// What the map shows, in a sentence or two.
    pub desc: &'a str,
    /// Writes the length of the scale bar, given in metres.
    pub length: &'a dyn Fn(f64) -> String,
}

/// Draws the map. With nothing to show, an empty frame with its title remains.
#[must_use]
pub fn svg_areas(input: &AreaInput<'_>) -> String {
    let size = (input.width, input.height);
    let frame = frame(size, input.areas);
    let mut svg = String::with_capacity(4_096);
    open_with(&mut svg, input.id, size, (input.title, input.desc));
    for area in input.areas {
        fill(&mut svg, &frame, area);
    }
    let shrunk = shrunk(size, input.areas.len());
    for area in input.areas {
        if let Some(centre) = area.centre {
            state(&mut svg, frame.project(centre), shrunk, area);
        }
    }
    scale::bar(&mut svg, &frame, input.length);
    svg.push_str("</svg>");
    svg
}

/// The position under a point of the drawing of these areas, from its upper left corner, in its own units.
#[must_use]
pub fn position_under(size: (u16, u16), areas: &[Area], point: (f64, f64)) -> Option<Position> {
    frame(size, areas).position(point)
}

fn frame(size: (u16, u16), areas: &[Area]) -> Frame {
    let seen = |area: &Area| {
        let corners: Vec<Position> = area.rings.iter().flatten().copied().collect();
        corners.into_iter().chain(area.centre)
    };
    Frame::of_positions(size, areas.iter().flat_map(seen))
}

/// By how much shapes shrink so that most of them stand apart, were they spread evenly.
fn shrunk((width, height): (u16, u16), count: usize) -> f64 {
    let count = u32::try_from(count.max(1)).unwrap_or(u32::MAX);
    let apart = (f64::from(width) * f64::from(height) / f64::from(count)).sqrt();
    (apart / (4.0 * SHAPE)).clamp(SMALLEST_SHAPE, 1.0)
}

fn fill(svg: &mut String, frame: &Frame, area: &Area) {
    let path = rings(frame, &area.rings);
    if !path.is_empty() {
        let _written = write!(
            svg,
            "<path class=\"map-tone {class}\" fill-rule=\"evenodd\" d=\"{path}\"><title>{label}</title></path>",
            class = area.tone.class(),
            label = Escaped(&area.label),
        );
    }
}

fn state(svg: &mut String, (x, y): (f64, f64), shrunk: f64, area: &Area) {
    let scale = if shrunk < 1.0 {
        format!(" scale({})", Short(shrunk))
    } else {
        String::new()
    };
    let _written = write!(
        svg,
        "<g class=\"map-state {class}\" transform=\"translate({x} {y}){scale}\"><title>{label}</title>",
        class = area.tone.class(),
        x = Short(x),
        y = Short(y),
        label = Escaped(&area.label),
    );
    drawn(svg, area.tone);
    svg.push_str("</g>");
}

fn drawn(svg: &mut String, tone: Tone) {
    let _written = write!(svg, "<path class=\"shape\" d=\"{}\"/>", tone.shape());
    if let Some(mark) = tone.mark() {
        let _written = write!(svg, "<path class=\"mark\" d=\"{mark}\"/>");
    }
}

/// The shape of a state for a legend; the words stand beside it, so it is hidden from screen readers.
#[must_use]
pub fn tone_mark(tone: Tone) -> String {
    let mut svg = format!(
        "<svg class=\"map-mark\" viewBox=\"-11 -11 22 22\" aria-hidden=\"true\"><g class=\"map-state {}\">",
        tone.class()
    );
    drawn(&mut svg, tone);
    svg.push_str("</g></svg>");
    svg
}

#[cfg(test)]
mod tests {
    use super::*;

    const TONES: [Tone; 5] = [Tone::Empty, Tone::Begun, Tone::Done, Tone::Void, Tone::Sure];

    fn at(lat: f64, lon: f64) -> Position {
        Position::new(lat, lon).unwrap()
    }

    fn drawing(areas: &[Area]) -> String {
        svg_areas(&AreaInput {
            id: "carte",
            areas,
            width: 400,
            height: 300,
            title: "Deux communes & plus",
            desc: "Une carte.",
            length: &|metres| format!("{metres} m"),
        })
    }

    #[test]
    fn an_area_is_filled_where_its_contour_is_known_and_always_bears_its_shape() {
        let square = vec![
            at(48.0, -1.7),
            at(48.0, -1.6),
            at(48.1, -1.6),
            at(48.1, -1.7),
        ];
        let area = |rings: Vec<Vec<Position>>, lat, tone| Area {
            rings,
            centre: Some(at(lat, -1.65)),
            label: "Bruz <rien>".to_owned(),
            tone,
        };
        let svg = drawing(&[
            area(vec![square], 48.05, Tone::Done),
            area(Vec::new(), 48.2, Tone::Sure),
        ]);
        assert_eq!(svg.matches("class=\"map-tone is-done\"").count(), 1);
        assert_eq!(svg.matches("class=\"map-state ").count(), 2);
        assert!(svg.contains("Deux communes &amp; plus") && !svg.contains("<rien>"));
        assert!(!svg.contains("style=") && !svg.contains("NaN"), "{svg}");
    }

    #[test]
    fn what_is_pointed_at_is_the_position_that_is_drawn_there() {
        let areas: Vec<Area> = [(48.0, -1.7), (48.1, -1.6), (47.9, -1.9)]
            .map(|(lat, lon)| Area {
                rings: Vec::new(),
                centre: Some(at(lat, lon)),
                label: String::new(),
                tone: Tone::Empty,
            })
            .into();
        for size in [(320, 240), (640, 480)] {
            let drawn = frame(size, &areas);
            for area in &areas {
                let centre = area.centre.unwrap();
                let under = position_under(size, &areas, drawn.project(centre)).unwrap();
                assert!((under.lat() - centre.lat()).abs() < 1e-9, "{under:?}");
                assert!((under.lon() - centre.lon()).abs() < 1e-9, "{under:?}");
            }
        }
        assert_eq!(position_under((320, 240), &areas, (1e12, 0.0)), None);
        assert_eq!(position_under((320, 240), &areas, (f64::NAN, 0.0)), None);
    }

    #[test]
    fn many_areas_have_small_shapes_and_few_have_whole_ones() {
        assert!((shrunk((640, 480), 43) - 1.0).abs() < f64::EPSILON);
        assert!(shrunk((640, 480), 333) < 0.9);
        assert!(shrunk((640, 480), 1_000_000) >= SMALLEST_SHAPE);
    }

    #[test]
    fn every_state_is_told_by_its_shape_alone() {
        let mut shapes = TONES.map(|tone| (tone.shape(), tone.mark(), tone == Tone::Done));
        shapes.sort_unstable();
        assert!(shapes.windows(2).all(|pair| pair[0] != pair[1]));
        for tone in TONES {
            assert!(tone_mark(tone).contains("aria-hidden=\"true\""));
        }
    }

    #[test]
    fn a_map_of_nothing_is_still_a_map() {
        let svg = drawing(&[]);
        assert!(svg.ends_with("</svg>") && !svg.contains("NaN"), "{svg}");
    }
}
