//! Cells side by side, each with its own lines: a row of a table, a name with its value, a bullet with its point, or the
//! one cell of a paragraph. A row becomes as many pieces as its longest cell has lines.

use crate::face::Faces;
use crate::parts::PartId;
use crate::piece::{Piece, Rule, Run, Style};
use crate::wrap;

/// A row of this many lines stays whole; a longer one may go on over the page.
const WHOLE: usize = 16;

/// A cell.
pub(crate) struct Cell {
    pub(crate) text: String,
    pub(crate) style: Style,
    pub(crate) part: PartId,
    /// From the left margin, and how wide.
    pub(crate) x: f32,
    pub(crate) measure: f32,
    /// Set to the right.
    pub(crate) end: bool,
}

/// What is around a row.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Frame {
    pub(crate) before: f32,
    pub(crate) top: f32,
    pub(crate) bottom: f32,
    pub(crate) rule: Option<Rule>,
    /// Whether its lines stay together as far as that is sensible; else two at the least.
    pub(crate) whole: bool,
    /// Whether it stays with what follows.
    pub(crate) keep: bool,
    pub(crate) head: Option<usize>,
}

/// The pieces of a row.
pub(crate) fn row(faces: &Faces, cells: &[Cell], frame: Frame) -> Vec<Piece> {
    let lines: Vec<Vec<String>> = cells.iter().map(|cell| wrapped(faces, cell)).collect();
    let high = lines.iter().map(Vec::len).max().unwrap_or(0);
    let leadings = cells.iter().map(|cell| cell.style.leading);
    let leading = leadings.fold(0.0, f32::max);
    let whole = frame.whole && high <= WHOLE;
    let piece = |at: usize| {
        let (first, last) = (at == 0, at + 1 == high);
        let rule = frame
            .rule
            .filter(|rule| if rule.over { first } else { last });
        Piece {
            before: if first { frame.before } else { 0.0 },
            top: if first { frame.top } else { 0.0 },
            bottom: if last { frame.bottom } else { 0.0 },
            leading,
            runs: runs(faces, cells, &lines, at),
            rule,
            keep: if last {
                frame.keep && high <= WHOLE
            } else {
                whole || first || at + 2 == high
            },
            head: frame.head,
        }
    };
    (0..high).map(piece).collect()
}

fn wrapped(faces: &Faces, cell: &Cell) -> Vec<String> {
    let face = faces.of(cell.style.weight);
    wrap::lines(face, &cell.text, cell.style.size, cell.measure)
}

fn runs(faces: &Faces, cells: &[Cell], lines: &[Vec<String>], at: usize) -> Vec<Run> {
    let run = |(cell, lines): (&Cell, &Vec<String>)| {
        let text = lines.get(at).filter(|text| !text.is_empty())?.clone();
        let face = faces.of(cell.style.weight);
        let wide = face.width(text.trim_end_matches(' '), cell.style.size);
        let indent = if cell.end { cell.measure - wide } else { 0.0 };
        Some(Run {
            x: cell.x + indent.max(0.0),
            text,
            style: cell.style,
            part: cell.part,
        })
    };
    cells.iter().zip(lines).filter_map(run).collect()
}
