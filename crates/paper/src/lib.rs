//! Documents on paper: a plain tree of headings, paragraphs, lists, facts and tables becomes an A4 PDF that a screen
//! reader reads as well as an eye (PDF/UA-1, ISO 14289-1: language, title, structure, reading order, header cells).
//!
//! Lines are broken by measured widths ([`wrap`]), blocks become pieces one line high ([`flow`]), pieces go to pages so
//! that a heading never stays behind ([`pages`]), and pages are drawn with their structure ([`paint`]). Words come from
//! the caller. Any tree gives a document, or [`PaperError`]; never a panic.

mod columns;
mod face;
mod flow;
mod grid;
mod pages;
mod paint;
mod parts;
mod piece;
mod tree;
mod wrap;

use thiserror::Error;

pub use tree::{Block, Column, Document, Fact, Table, Text};

/// The pages of the longest document: some 4 000 actions of a roadmap. Beyond it nobody reads, and a server works in vain.
pub const MAX_PAGES: usize = 2_000;

/// Why there is no document.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum PaperError {
    /// It is too long.
    #[error("the document is longer than {MAX_PAGES} pages")]
    TooLong,
    /// The letters cannot be read.
    #[error("the embedded font cannot be read")]
    Font,
    /// What was laid out is no accessible document: a fault of this crate.
    #[error("the document was refused: {0}")]
    Refused(String),
}

/// The document as a PDF. `numbered` gives the words at the foot of a page: its number, out of how many.
pub fn pdf(
    document: &Document,
    numbered: &dyn Fn(usize, usize) -> String,
) -> Result<Vec<u8>, PaperError> {
    let faces = face::Faces::load().ok_or(PaperError::Font)?;
    let flow = flow::Flow::of(document, &faces);
    let pages = pages::broken(&flow.pieces, &flow.heads);
    if pages.len() > MAX_PAGES {
        return Err(PaperError::TooLong);
    }
    let margins = paint::margins(document, &faces, pages.len(), numbered);
    paint::painted(document, &faces, flow.parts, &pages, &margins)
}
