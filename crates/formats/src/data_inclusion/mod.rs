//! data·inclusion: structures and services, in (every version at hand) and out (v1).
//!
//! One set of tables serves both ways: [`themes`], [`networks`] and [`tables`], over the closed lists of [`vocabulary`].
//! `docs/data-inclusion.md` says what each choice is and what is lost by it.

pub mod networks;
mod offer;
mod read;
pub mod tables;
pub mod themes;
mod values;
pub mod vocabulary;
mod write;

pub use read::read_data_inclusion;
pub use write::{
    LeftOut, Loss, Lost, SERVICE_COLUMNS, STRUCTURE_COLUMNS, Written, csv_row, header, write,
};
