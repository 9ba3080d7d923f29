//! One day as a row of cells, and the painting of rules onto it.

use std::sync::Arc;

use crate::rules::OpenState;

/// Minutes in a day.
pub(crate) const DAY: u16 = 24 * 60;

/// A stretch of a day in one state.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Cell {
    /// First minute.
    pub(crate) from: u16,
    /// Minute after the last one, at most 24:00.
    pub(crate) to: u16,
    pub(crate) state: OpenState,
    pub(crate) comment: Option<Arc<str>>,
}

/// A whole day: cells that follow each other from 0:00 to 24:00, no two alike side by side.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct DayRow {
    pub(crate) cells: Vec<Cell>,
}

impl DayRow {
    /// A closed day.
    pub(crate) fn closed() -> Self {
        Self {
            cells: vec![Cell {
                from: 0,
                to: DAY,
                state: OpenState::Closed,
                comment: None,
            }],
        }
    }

    /// Puts a state on a stretch; `only_closed` leaves what is open or unknown as it is.
    pub(crate) fn paint(&mut self, new: &Cell, only_closed: bool) {
        let (from, to) = (new.from.min(DAY), new.to.min(DAY));
        if from >= to {
            return;
        }
        let mut cells: Vec<Cell> = Vec::with_capacity(self.cells.len() + 2);
        for cell in self.cells.drain(..) {
            let kept = only_closed && cell.state != OpenState::Closed;
            if kept || cell.to <= from || cell.from >= to {
                push(&mut cells, cell);
                continue;
            }
            let (start, stop) = (cell.from.max(from), cell.to.min(to));
            if cell.from < start {
                push(
                    &mut cells,
                    Cell {
                        to: start,
                        ..cell.clone()
                    },
                );
            }
            push(
                &mut cells,
                Cell {
                    from: start,
                    to: stop,
                    ..new.clone()
                },
            );
            if stop < cell.to {
                push(&mut cells, Cell { from: stop, ..cell });
            }
        }
        self.cells = cells;
    }

    /// The cell of a minute.
    pub(crate) fn at(&self, minute: u16) -> Option<&Cell> {
        self.cells.iter().find(|cell| minute < cell.to)
    }

    /// Unknown wherever the two differ in state.
    pub(crate) fn doubt(&self, other: &Self) -> Self {
        let mut cells = Vec::new();
        let mut from = 0;
        while from < DAY {
            let (Some(one), Some(two)) = (self.at(from), other.at(from)) else {
                break;
            };
            let to = one.to.min(two.to);
            let agree = one.state == two.state;
            push(
                &mut cells,
                Cell {
                    from,
                    to,
                    state: if agree { one.state } else { OpenState::Unknown },
                    comment: one.comment.clone().filter(|_| agree),
                },
            );
            from = to;
        }
        Self { cells }
    }
}

/// Adds a cell, joined to the last one when alike.
fn push(cells: &mut Vec<Cell>, cell: Cell) {
    match cells.last_mut() {
        Some(last)
            if last.to == cell.from && last.state == cell.state && last.comment == cell.comment =>
        {
            last.to = cell.to;
        }
        _ => cells.push(cell),
    }
}
