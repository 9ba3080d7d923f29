//! A block pasted from a spreadsheet: places down, services across, tabs or semicolons between; every cell ends as read
//! or as a fault with its line and column, none is dropped.

use super::{PlaceId, Said, Slug};

/// A cell that was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PastedCell {
    /// Which line of the block, from 1.
    pub line: usize,
    /// Which place.
    pub place: PlaceId,
    /// Which service.
    pub service: Slug,
    /// What is said; `None` where the cell is blank: nothing is said, and nothing that was said is taken back.
    pub said: Option<Said>,
}

/// What is wrong with a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PasteFault {
    /// The first line names a service that the baseline does not have.
    UnknownService(String),
    /// The line begins with a place that the baseline does not have.
    UnknownPlace(String),
    /// The line or column names what another before it named.
    Twice(String),
    /// A word that says nothing known.
    UnknownWord(String),
    /// A refusal without a reason.
    NoReason,
    /// The line has more cells than the first.
    TooManyCells,
}

/// A fault and where it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PasteError {
    /// Line of the block, from 1.
    pub line: usize,
    /// Column, from 1.
    pub column: usize,
    /// What is wrong.
    pub fault: PasteFault,
}

/// What was read of a block.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Pasted {
    /// Cells.
    pub cells: Vec<PastedCell>,
    /// Faults.
    pub errors: Vec<PasteError>,
}

/// What names of a block stand for.
pub trait Names {
    /// The service that a head of column names.
    fn service(&self, name: &str) -> Option<Slug>;
    /// The place that a head of line names.
    fn place(&self, name: &str) -> Option<PlaceId>;
}

/// Reads a block.
#[must_use]
pub fn read_block(text: &str, names: &impl Names) -> Pasted {
    let mut pasted = Pasted::default();
    let separator = if text.contains('\t') { '\t' } else { ';' };
    let lines = (1..).zip(text.lines());
    let mut lines = lines.filter(|(_, line)| !blank(line, separator));
    let Some((first, head)) = lines.next() else {
        return pasted;
    };
    let columns = columns(first, head, separator, names, &mut pasted);
    let mut seen = Vec::new();
    for (line, text) in lines {
        let mut cells = text.split(separator).map(cell_text);
        let name = cells.next().unwrap_or_default();
        let Some(place) = names.place(&name) else {
            pasted.fault(line, 1, PasteFault::UnknownPlace(name));
            continue;
        };
        if seen.contains(&place) {
            pasted.fault(line, 1, PasteFault::Twice(name));
            continue;
        }
        seen.push(place);
        for (at, cell) in cells.enumerate() {
            pasted.cell(line, at, place, columns.get(at), &cell);
        }
    }
    pasted
}

fn blank(line: &str, separator: char) -> bool {
    line.chars().all(|c| c == separator || c.is_whitespace())
}

/// A cell without the quotes that a spreadsheet sets around a text.
fn cell_text(cell: &str) -> String {
    let cell = cell.trim();
    let bare = cell
        .strip_prefix('"')
        .and_then(|rest| rest.strip_suffix('"'));
    bare.map_or_else(|| cell.to_owned(), |bare| bare.replace("\"\"", "\""))
}

fn columns(
    line: usize,
    head: &str,
    separator: char,
    names: &impl Names,
    pasted: &mut Pasted,
) -> Vec<Option<Slug>> {
    let mut columns: Vec<Option<Slug>> = Vec::new();
    for (column, name) in (2..).zip(head.split(separator).skip(1).map(cell_text)) {
        let service = names.service(&name);
        let twice = service.is_some() && columns.contains(&service);
        if twice {
            pasted.fault(line, column, PasteFault::Twice(name));
            columns.push(None);
            continue;
        }
        if service.is_none() && !name.is_empty() {
            pasted.fault(line, column, PasteFault::UnknownService(name));
        }
        columns.push(service);
    }
    columns
}

impl Pasted {
    fn fault(&mut self, line: usize, column: usize, fault: PasteFault) {
        self.errors.push(PasteError {
            line,
            column,
            fault,
        });
    }

    fn cell(
        &mut self,
        line: usize,
        at: usize,
        place: PlaceId,
        column: Option<&Option<Slug>>,
        text: &str,
    ) {
        let service = match column {
            Some(Some(service)) => service.clone(),
            // The fault of the head stands for all the cells under it.
            Some(None) => return,
            None if text.is_empty() => return,
            None => return self.fault(line, at + 2, PasteFault::TooManyCells),
        };
        match said(text) {
            Ok(said) => self.cells.push(PastedCell {
                line,
                place,
                service,
                said,
            }),
            Err(fault) => self.fault(line, at + 2, fault),
        }
    }
}

/// What a cell says, in the words of those who fill such tables.
fn said(text: &str) -> Result<Option<Said>, PasteFault> {
    let (word, reason) = text.split_once(':').unwrap_or((text, ""));
    let reason = reason.trim();
    match word.trim().to_lowercase().as_str() {
        "" => Ok(None),
        "oui" | "x" | "1" | "ok" | "offert" | "proposé" | "fait" => Ok(Some(Said::Offered)),
        "souhaité" | "souhaite" | "voulu" | "à faire" | "?" => Ok(Some(Said::Wished)),
        "non" | "refus" | "refusé" if !reason.is_empty() => Ok(Some(Said::Refused {
            reason: reason.to_owned(),
        })),
        "non" | "refus" | "refusé" => Err(PasteFault::NoReason),
        _ => Err(PasteFault::UnknownWord(text.to_owned())),
    }
}
