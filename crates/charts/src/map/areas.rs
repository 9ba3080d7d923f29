//! A map of areas by state: each is filled by how far on it is, and bears a shape of its own, so that colour is never
//! alone. An area without a contour is its shape alone, at its centre. Its text twin is the table beside it.

use std::fmt::Write as _;

use portulan_model::Position;

use super::projection::Frame;
use super::{open_with, rings, scale};
use crate::svg::{Escaped, Short};

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
    let seen = |area: &Area| {
        let corners: Vec<Position> = area.rings.iter().flatten().copied().collect();
        corners.into_iter().chain(area.centre)
    };
    let frame = Frame::of_positions(size, input.areas.iter().flat_map(seen));
    let mut svg = String::with_capacity(4_096);
    open_with(&mut svg, input.id, size, (input.title, input.desc));
    for area in input.areas {
        fill(&mut svg, &frame, area);
    }
    for area in input.areas {
        if let Some(centre) = area.centre {
            state(&mut svg, frame.project(centre), area);
        }
    }
    scale::bar(&mut svg, &frame, input.length);
    svg.push_str("</svg>");
    svg
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

fn state(svg: &mut String, (x, y): (f64, f64), area: &Area) {
    let _written = write!(
        svg,
        "<g class=\"map-state {class}\" transform=\"translate({x} {y})\"><title>{label}</title>",
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
