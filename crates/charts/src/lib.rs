//! Drawings as accessible SVG: a map with numbered points, a map of areas by state, columns of tied names,
//! a sum and its parts, QR codes, the wind rose, the rhumb lines.
//!
//! A drawing never stands alone: it carries a title and a description, its numbers are those of the list beside it,
//! its shapes differ as well as its colours. Classes only, never a `style` attribute (the content policy forbids
//! it); [`STYLES`] holds the rules. Words come from the caller.

mod map;
mod marks;
mod qr;
mod share;
mod svg;
mod ties;

pub use map::{
    Area, AreaInput, MapInput, MapPoint, Outline, PointState, Tone, legend_mark, position_under,
    svg_areas, svg_map, tone_mark,
};
pub use marks::{rhumb_lines, wind_rose, wind_rose_icon};
pub use qr::{QrError, qr_svg, qr_svg_titled};
pub use share::{Fill, ShareInput, svg_share};
pub use ties::{Label, Line, Sign, Thread, TiesInput, legend_line, legend_sign, svg_ties};

/// Rules for the classes of all drawings, to be put into the style sheet of the pages.
pub const STYLES: &str = include_str!("../assets/charts.css");
