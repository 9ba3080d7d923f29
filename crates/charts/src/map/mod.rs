//! The map drawn by the server: outlines, numbered points, "you are here", a scale bar.
//!
//! Complete without JavaScript and without tiles. Points that would hide each other are moved apart and tied to
//! their true position by a line. Its text twin is the list of places, which has the same numbers.

mod areas;
mod markers;
mod projection;
mod scale;
mod spread;

use std::fmt::Write as _;

use portulan_model::Position;

pub use areas::{Area, AreaInput, Tone, position_under, svg_areas, tone_mark};
pub use markers::{PointState, legend_mark};

use crate::svg::{Escaped, Short};
use projection::Frame;

/// A place on the map.
#[derive(Debug, Clone, PartialEq)]
pub struct MapPoint {
    /// Where it is.
    pub position: Position,
    /// Its name, read on hovering.
    pub label: String,
    /// Its number in the list, from 1.
    pub rank: usize,
    /// What its shape says.
    pub state: PointState,
}

/// An area or the edge of one, drawn under the points.
#[derive(Debug, Clone, PartialEq)]
pub struct Outline {
    /// Rings of positions; holes are rings too.
    pub rings: Vec<Vec<Position>>,
    /// Whether it is the area that the page speaks of, or a neighbour.
    pub focus: bool,
}

/// What to draw, with all its words.
pub struct MapInput<'a> {
    /// Makes ids unique within the page: `carte`.
    pub id: &'a str,
    /// Areas, drawn first.
    pub outlines: &'a [Outline],
    /// Places, in the order of the list.
    pub points: &'a [MapPoint],
    /// Where the person is, with the words for it: "Vous êtes ici".
    pub you: Option<(Position, &'a str)>,
    /// Width of the drawing, in its own units; the page stretches it.
    pub width: u16,
    /// Height of the drawing.
    pub height: u16,
    /// Short title: "Carte des 10 lieux".
    pub title: &'a str,
    /// What the map shows, in a sentence or two.
    pub desc: &'a str,
    /// Writes the length of the scale bar, given in metres: "500 m".
    pub length: &'a dyn Fn(f64) -> String,
}

/// Draws the map. With nothing to show, an empty frame with its title remains.
#[must_use]
pub fn svg_map(input: &MapInput<'_>) -> String {
    let frame = Frame::around(input);
    let mut svg = String::with_capacity(2_048);
    open(&mut svg, input);
    for outline in input.outlines {
        draw_outline(&mut svg, &frame, outline);
    }
    let places: Vec<(f64, f64)> = input
        .points
        .iter()
        .map(|point| frame.project(point.position))
        .collect();
    let spread = spread::apart(&places, markers::RADIUS * 2.0 + 2.0, frame.size());
    for (place, shown) in places.iter().zip(&spread) {
        markers::tie(&mut svg, *place, *shown);
    }
    if let Some((position, words)) = input.you {
        markers::you(
            &mut svg,
            frame.project(position),
            words,
            &spread,
            frame.size(),
        );
    }
    for (point, shown) in input.points.iter().zip(&spread) {
        markers::point(&mut svg, point, *shown);
    }
    scale::bar(&mut svg, &frame, input.length);
    svg.push_str("</svg>");
    svg
}

fn open(svg: &mut String, input: &MapInput<'_>) {
    let size = (input.width, input.height);
    open_with(svg, input.id, size, (input.title, input.desc));
}

fn open_with(svg: &mut String, id: &str, (width, height): (u16, u16), (title, desc): (&str, &str)) {
    let (id, title, desc) = (Escaped(id), Escaped(title), Escaped(desc));
    let _written = write!(
        svg,
        "<svg class=\"map\" viewBox=\"0 0 {width} {height}\" role=\"img\" aria-labelledby=\"{id}-title\" \
         aria-describedby=\"{id}-desc\"><title id=\"{id}-title\">{title}</title><desc id=\"{id}-desc\">{desc}</desc>\
         <rect class=\"map-paper\" width=\"{width}\" height=\"{height}\"/>",
    );
}

/// One path per outline.
fn draw_outline(svg: &mut String, frame: &Frame, outline: &Outline) {
    let class = if outline.focus {
        "map-area is-focus"
    } else {
        "map-area"
    };
    let path = rings(frame, &outline.rings);
    if !path.is_empty() {
        let _written = write!(
            svg,
            "<path class=\"{class}\" fill-rule=\"evenodd\" d=\"{path}\"/>"
        );
    }
}

/// Rings as a path; steps shorter than half a unit are left out.
fn rings(frame: &Frame, rings: &[Vec<Position>]) -> String {
    let mut path = String::new();
    for ring in rings {
        let mut last: Option<(f64, f64)> = None;
        for position in ring {
            let (x, y) = frame.project(*position);
            let near = last.is_some_and(|(px, py)| (px - x).hypot(py - y) < 0.5);
            if near {
                continue;
            }
            let step = if last.is_none() { 'M' } else { 'L' };
            let _written = write!(path, "{step}{} {}", Short(x), Short(y));
            last = Some((x, y));
        }
        if last.is_some() {
            path.push('Z');
        }
    }
    path
}

#[cfg(test)]
mod tests;
