//! What is laid on pages: pieces one line high, in reading order, and the measures and tints of the house on paper.

use crate::face::Weight;
use crate::parts::PartId;

/// The sides of A4 (ISO 216), in points of a 72nd of an inch.
pub(crate) const PAGE: (f32, f32) = (595.28, 841.89);
/// The margins: 22 mm beside, somewhat more above and below for the running title and the number.
pub(crate) const LEFT: f32 = 62.0;
pub(crate) const TOP: f32 = 68.0;
pub(crate) const BOTTOM: f32 = 68.0;
/// How wide and how high what is written may be.
pub(crate) const MEASURE: f32 = PAGE.0 - 2.0 * LEFT;
pub(crate) const DEPTH: f32 = PAGE.1 - TOP - BOTTOM;

/// The tints of the site by day, each legible on white.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tint {
    Ink,
    Soft,
    Deep,
    Sea,
    Line,
    Strong,
}

impl Tint {
    /// Red, green, blue: those of `crates/web/assets/portulan.css`.
    pub(crate) const fn rgb(self) -> (u8, u8, u8) {
        match self {
            Self::Ink => (0x14, 0x21, 0x3d),
            Self::Soft => (0x4a, 0x58, 0x78),
            Self::Deep => (0x08, 0x46, 0x68),
            Self::Sea => (0x0b, 0x5a, 0x8a),
            Self::Line => (0xdc, 0xd9, 0xcd),
            Self::Strong => (0x78, 0x84, 0x9a),
        }
    }
}

/// How words look.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Style {
    pub(crate) weight: Weight,
    /// The size of the letters and the height of a line, in points.
    pub(crate) size: f32,
    pub(crate) leading: f32,
    pub(crate) tint: Tint,
}

impl Style {
    pub(crate) const fn new(weight: Weight, size: f32, leading: f32, tint: Tint) -> Self {
        Self {
            weight,
            size,
            leading,
            tint,
        }
    }
}

/// Words on a line.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Run {
    /// From the left margin.
    pub(crate) x: f32,
    pub(crate) text: String,
    pub(crate) style: Style,
    pub(crate) part: PartId,
}

/// A hairline over or under a piece, as wide as what is written.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Rule {
    pub(crate) over: bool,
    pub(crate) thickness: f32,
    pub(crate) tint: Tint,
}

/// A line of a block, or of a row of cells.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Piece {
    /// White above, none at the head of a page.
    pub(crate) before: f32,
    /// Room above and below the line, kept everywhere.
    pub(crate) top: f32,
    pub(crate) bottom: f32,
    pub(crate) leading: f32,
    pub(crate) runs: Vec<Run>,
    pub(crate) rule: Option<Rule>,
    /// Whether it stays on the page of the next piece.
    pub(crate) keep: bool,
    /// The header that comes again where a page begins with this piece.
    pub(crate) head: Option<usize>,
}

impl Piece {
    /// How high it is, the white above left out.
    pub(crate) const fn height(&self) -> f32 {
        self.top + self.leading + self.bottom
    }
}
