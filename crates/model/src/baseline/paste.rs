//! A block pasted from a spreadsheet: places down, services and what is known of places across, tabs or semicolons
//! between; every cell ends as read or as a fault with its line and column, none is dropped.

mod facts;
mod rows;

use super::{PlaceId, Said, Slug};
use rows::{Row, rows};

pub use facts::{PastedFact, PlaceFact, SaidOfPlace};

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
    /// A cell names an organisation that is not known, or several.
    UnknownOrganisation(String),
    /// A word where what a place lends is told by yes or no.
    NotYesNo(String),
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
    /// What is known of places.
    pub facts: Vec<PastedFact>,
    /// Faults.
    pub errors: Vec<PasteError>,
}

/// What names of a block stand for.
pub trait Names {
    /// The service that a head of column names.
    fn service(&self, name: &str) -> Option<Slug>;
    /// The place that a head of line names.
    fn place(&self, name: &str) -> Option<PlaceId>;
    /// The organisation that a cell names.
    fn organisation(&self, name: &str) -> Option<Slug>;
}

/// What a column is about.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Column {
    Service(Slug),
    Fact(PlaceFact),
    /// Its head is wrong, or there is none.
    Unread,
}

/// Reads a block.
#[must_use]
pub fn read_block(text: &str, names: &impl Names) -> Pasted {
    let mut pasted = Pasted::default();
    let mut rows = rows(text).into_iter().filter(|row| !row.is_blank());
    let Some(head) = rows.next() else {
        return pasted;
    };
    let columns = columns(head, names, &mut pasted);
    let mut seen = Vec::new();
    for Row { line, cells } in rows {
        let mut cells = cells.into_iter();
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
        for (column, cell) in (2..).zip(cells) {
            let of = columns.get(column - 2);
            if let Err(fault) = pasted.cell(names, (line, place), of, &cell) {
                pasted.fault(line, column, fault);
            }
        }
    }
    pasted
}

fn columns(head: Row, names: &impl Names, pasted: &mut Pasted) -> Vec<Column> {
    let mut columns: Vec<Column> = Vec::new();
    for (column, name) in (2..).zip(head.cells.into_iter().skip(1)) {
        let service = names.service(&name).map(Column::Service);
        let fact = PlaceFact::from_name(&name).map(Column::Fact);
        // A service that is called as a fact is meant first; a second column of that name is about the fact.
        let mut meant = [service, fact].into_iter().flatten().peekable();
        let known = meant.peek().is_some();
        let free = meant.find(|one| !columns.contains(one));
        if free.is_none() && known {
            pasted.fault(head.line, column, PasteFault::Twice(name));
        } else if !known && !name.is_empty() {
            pasted.fault(head.line, column, PasteFault::UnknownService(name));
        }
        columns.push(free.unwrap_or(Column::Unread));
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
        names: &impl Names,
        (line, place): (usize, PlaceId),
        column: Option<&Column>,
        text: &str,
    ) -> Result<(), PasteFault> {
        match column {
            Some(Column::Service(service)) => self.cells.push(PastedCell {
                line,
                place,
                service: service.clone(),
                said: said(text)?,
            }),
            Some(Column::Fact(fact)) => {
                let said = fact.read(text, names)?;
                let of_place = |said| PastedFact { place, said };
                self.facts.extend(said.map(of_place));
            }
            // The fault of the head stands for all the cells under it.
            Some(Column::Unread) => {}
            None if text.is_empty() => {}
            None => return Err(PasteFault::TooManyCells),
        }
        Ok(())
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
