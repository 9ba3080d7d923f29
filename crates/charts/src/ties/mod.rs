//! Columns of names tied by lines: who works with whom. Every name is a link, every line a shape of its own.
//!
//! Columns are given, and in each of them the bands (levels) keep their order; within a band names are ordered so that
//! few lines cross, by the mean place of what they are tied to (the barycentre heuristic of Sugiyama, Tagawa and Toda,
//! "Methods for visual understanding of hierarchical system structures", 1981). The same input draws the same picture.
//! Its text twin is a table, which the page writes.

mod order;

use std::fmt::Write as _;

use crate::svg::{Escaped, Short};

/// The sign before a name: shapes differ, as colours alone do not speak to everybody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sign {
    /// A ring: who governs.
    Ring,
    /// A square: an organisation.
    Square,
    /// A diamond: a scheme, a cluster.
    Diamond,
    /// A dot: a place.
    Dot,
}

/// How a line is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Line {
    /// Thick: leads, governs.
    Strong,
    /// Plain: is a member, belongs.
    Plain,
    /// Dashed: is a partner, watches.
    Dashed,
}

/// A name of the picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// The name, cut where it is too long for its column and whole when it is pointed at.
    pub name: String,
    /// Where it leads.
    pub href: String,
    /// Its sign.
    pub sign: Sign,
    /// Its column, from 0 on the left.
    pub column: usize,
    /// Its band within the column, from 0 at the top.
    pub band: usize,
}

/// A line between two names, by their rank.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Thread {
    /// One end.
    pub from: usize,
    /// The other.
    pub to: usize,
    /// How it is drawn.
    pub line: Line,
}

/// What to draw, with all its words.
pub struct TiesInput<'a> {
    /// Makes ids unique within the page: `liens`.
    pub id: &'a str,
    /// Short title: "Qui travaille avec qui à Rennes".
    pub title: &'a str,
    /// What the picture shows, in a sentence or two.
    pub desc: &'a str,
    /// The heads of the columns, left to right.
    pub columns: &'a [String],
    /// The names of the bands, top to bottom.
    pub bands: &'a [String],
    /// The names.
    pub labels: &'a [Label],
    /// The lines.
    pub threads: &'a [Thread],
}

/// Least and greatest width of a column, and the space between two, in units of the drawing.
const NARROWEST: f64 = 216.0;
const WIDEST: f64 = 340.0;
const SPACE: f64 = 80.0;
/// Space after the last: a name of wide letters takes more room than its characters say, and nothing may cut it.
const END: f64 = 40.0;
/// What columns share where they are few: the width of a page of four.
const PAGE: f64 = 4.0 * NARROWEST + 3.0 * SPACE;
/// Height of a name: targets are 24 units at least when the drawing is shown at its own size.
const ROW: f64 = 24.0;
/// Height of the name of a band, and of the heads of columns.
const BAND: f64 = 26.0;
const HEAD: f64 = 34.0;
/// Width of the sign before a name, and of a character, as letters are on average at 13 units where fonts are wide.
const SIGN: f64 = 20.0;
const CHARACTER: f64 = 7.0;

/// Where a name stands.
#[derive(Clone, Copy)]
struct Spot {
    x: f64,
    y: f64,
}

/// Characters that no column holds, whatever its width.
const MOST: u32 = 100;

/// How the width is shared between columns: the fewer they are, the more of a name each shows.
#[derive(Clone, Copy)]
struct Grid {
    columns: u32,
    /// Width of one.
    column: f64,
}

impl Grid {
    fn of(columns: usize) -> Self {
        let columns = u32::try_from(columns).unwrap_or(u32::MAX).max(1);
        let share = (PAGE + SPACE) / f64::from(columns) - SPACE;
        let column = share.clamp(NARROWEST, WIDEST);
        Self { columns, column }
    }

    fn left(self, column: u32) -> f64 {
        f64::from(column) * (self.column + SPACE)
    }

    fn width(self) -> f64 {
        self.left(self.columns) - SPACE + END
    }

    /// Characters that a column holds after the sign.
    fn characters(self) -> usize {
        let room = self.column - SIGN;
        (1..=MOST)
            .take_while(|count| f64::from(*count) * CHARACTER <= room)
            .count()
    }
}

/// Draws the names and what ties them. With nothing to show, the heads remain.
#[must_use]
pub fn svg_ties(input: &TiesInput<'_>) -> String {
    let rows = order::rows(input);
    let grid = Grid::of(input.columns.len());
    let (spots, bands, height) = place(input, grid, &rows);
    let mut svg = String::with_capacity(4_096 + input.labels.len() * 260);
    open(&mut svg, input, grid.width(), height);
    for thread in input.threads {
        draw_thread(&mut svg, grid, &spots, *thread);
    }
    for (head, column) in input.columns.iter().zip(0_u32..) {
        let _written = write!(
            svg,
            "<text class=\"ties-head\" x=\"{}\" y=\"20\">{}</text>",
            Short(grid.left(column)),
            Escaped(head)
        );
    }
    for (name, spot) in bands {
        let (x, y) = (Short(spot.x), Short(spot.y));
        let _written = write!(
            svg,
            "<text class=\"ties-band\" x=\"{x}\" y=\"{y}\">{}</text>",
            Escaped(name)
        );
    }
    for (label, spot) in input.labels.iter().zip(&spots) {
        draw_label(&mut svg, grid, label, *spot);
    }
    svg.push_str("</svg>");
    svg
}

/// Gives every name its spot, band under band, from the top: on a phone the first screen must not be empty.
fn place<'a>(
    input: &TiesInput<'a>,
    grid: Grid,
    rows: &[Vec<usize>],
) -> (Vec<Spot>, Vec<(&'a str, Spot)>, f64) {
    let mut spots = vec![Spot { x: 0.0, y: 0.0 }; input.labels.len()];
    let mut names = Vec::new();
    let tall = |row: &Vec<usize>| column_height(input, row);
    let tallest = rows.iter().map(tall).fold(0.0, f64::max);
    for (row, column) in rows.iter().zip(0_u32..) {
        let x = grid.left(column);
        let mut y = HEAD;
        let mut band = None;
        for rank in row {
            let (Some(label), Some(spot)) = (input.labels.get(*rank), spots.get_mut(*rank)) else {
                continue;
            };
            if band != Some(label.band) {
                band = Some(label.band);
                y += BAND;
                if let Some(name) = input.bands.get(label.band) {
                    names.push((name.as_str(), Spot { x, y: y - 8.0 }));
                }
            }
            *spot = Spot {
                x,
                y: y + ROW / 2.0,
            };
            y += ROW;
        }
    }
    (spots, names, HEAD + tallest + 8.0)
}

fn column_height(input: &TiesInput<'_>, row: &[usize]) -> f64 {
    let mut band = None;
    row.iter()
        .filter_map(|rank| input.labels.get(*rank))
        .map(|label| {
            let head = if band == Some(label.band) { 0.0 } else { BAND };
            band = Some(label.band);
            head + ROW
        })
        .sum()
}

fn open(svg: &mut String, input: &TiesInput<'_>, width: f64, height: f64) {
    let (id, width, height) = (Escaped(input.id), Short(width), Short(height));
    let (title, desc) = (Escaped(input.title), Escaped(input.desc));
    // A group, not an image: its links are for everybody.
    let _written = write!(
        svg,
        "<svg class=\"ties\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" role=\"group\" \
         aria-labelledby=\"{id}-title\" aria-describedby=\"{id}-desc\"><title id=\"{id}-title\">{title}</title>\
         <desc id=\"{id}-desc\">{desc}</desc>"
    );
}

/// A curve from the right of one name to the left of the other; within a column, a bow on its left.
fn draw_thread(svg: &mut String, grid: Grid, spots: &[Spot], thread: Thread) {
    let (Some(one), Some(other)) = (spots.get(thread.from), spots.get(thread.to)) else {
        return;
    };
    let (a, b) = if one.x <= other.x {
        (one, other)
    } else {
        (other, one)
    };
    let class = match thread.line {
        Line::Strong => "tie is-strong",
        Line::Plain => "tie",
        Line::Dashed => "tie is-dashed",
    };
    let same = (b.x - a.x).abs() < 1.0;
    let (start, end) = if same {
        (a.x - 2.0, b.x - 2.0)
    } else {
        (a.x + grid.column, b.x - 2.0)
    };
    let (first, second) = if same {
        (start - 28.0, end - 28.0)
    } else {
        (start + SPACE / 2.0, end - SPACE / 2.0)
    };
    let _written = write!(
        svg,
        "<path class=\"{class}\" d=\"M{} {}C{} {} {} {} {} {}\"/>",
        Short(start),
        Short(a.y),
        Short(first),
        Short(a.y),
        Short(second),
        Short(b.y),
        Short(end),
        Short(b.y)
    );
}

fn draw_label(svg: &mut String, grid: Grid, label: &Label, spot: Spot) {
    let (href, name) = (Escaped(&label.href), Escaped(&label.name));
    let (cut, width) = (cut(&label.name, grid.characters()), Short(grid.column));
    let (x, y) = (Short(spot.x), Short(spot.y - ROW / 2.0));
    let _written = write!(
        svg,
        "<a href=\"{href}\"><title>{name}</title><rect class=\"ties-paper\" x=\"{x}\" y=\"{y}\" width=\"{width}\" \
         height=\"{ROW}\"/>{}<text x=\"{}\" y=\"{}\">{}</text></a>",
        sign(label.sign, spot),
        Short(spot.x + SIGN),
        Short(spot.y + 4.0),
        Escaped(&cut)
    );
}

/// Cut at a character, never within one; the whole name is in the title of the link.
fn cut(name: &str, characters: usize) -> String {
    if name.chars().count() <= characters {
        return name.to_owned();
    }
    let kept: String = name.chars().take(characters.saturating_sub(1)).collect();
    format!("{}…", kept.trim_end())
}

fn sign(sign: Sign, spot: Spot) -> String {
    let (x, y) = (Short(spot.x + 8.0), Short(spot.y));
    match sign {
        Sign::Ring => {
            format!("<circle class=\"ties-sign is-ring\" cx=\"{x}\" cy=\"{y}\" r=\"5\"/>")
        }
        Sign::Dot => format!("<circle class=\"ties-sign\" cx=\"{x}\" cy=\"{y}\" r=\"3.5\"/>"),
        Sign::Square => format!(
            "<rect class=\"ties-sign\" x=\"{}\" y=\"{}\" width=\"9\" height=\"9\"/>",
            Short(spot.x + 3.5),
            Short(spot.y - 4.5)
        ),
        Sign::Diamond => format!(
            "<path class=\"ties-sign\" d=\"M{} {}l6 6l-6 6l-6-6z\"/>",
            x,
            Short(spot.y - 6.0)
        ),
    }
}

/// The sign of a legend, to stand in a text.
#[must_use]
pub fn legend_sign(which: Sign) -> String {
    format!(
        "<svg class=\"map-mark\" viewBox=\"0 0 16 16\" aria-hidden=\"true\" focusable=\"false\">{}</svg>",
        sign(which, Spot { x: 0.0, y: 8.0 })
    )
}

/// The line of a legend, to stand in a text.
#[must_use]
pub fn legend_line(line: Line) -> String {
    let class = match line {
        Line::Strong => "tie is-strong",
        Line::Plain => "tie",
        Line::Dashed => "tie is-dashed",
    };
    format!(
        "<svg class=\"ties-line\" viewBox=\"0 0 28 16\" aria-hidden=\"true\" focusable=\"false\">\
         <path class=\"{class}\" d=\"M0 8H28\"/></svg>"
    )
}

#[cfg(test)]
mod tests;
