//! Workbooks for people (XLSX, ECMA-376): sheets with a header, of texts and amounts. Words and columns come from the caller.
//!
//! What people typed is always written as a text, never as a formula, so no cell is ever run; amounts are numbers with two
//! decimals that add up in any spreadsheet. The same sheets give the same bytes, whatever the day.

use portulan_model::Cents;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, Worksheet, XlsxError};
use thiserror::Error;

/// Longest text of a cell.
const LONGEST: usize = 32_767;
/// Longest name of a sheet.
const LONGEST_NAME: usize = 31;
/// Signs that no name of a sheet has.
const BARRED: [char; 7] = ['[', ']', ':', '*', '?', '/', '\\'];
/// How amounts are shown.
const EUROS: &str = "#,##0.00\\ \"€\"";
/// Widest column that is fitted to its content, in pixels.
const WIDEST: u32 = 360;

/// A cell.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Value {
    /// Nothing.
    #[default]
    Empty,
    /// Words.
    Text(String),
    /// An amount, in euros.
    Amount(Cents),
    /// A whole number: a year, a count.
    Count(i32),
}

/// A sheet.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sheet {
    /// Its name; what no name may have is left out, and a name that is there already is numbered.
    pub name: String,
    /// The heads of its columns.
    pub header: Vec<String>,
    /// Its rows.
    pub rows: Vec<Vec<Value>>,
}

/// Why there is no workbook: more rows or columns than a sheet holds, or a fault of the writer.
#[derive(Debug, Error)]
#[error("the workbook could not be written: {0}")]
pub struct WorkbookError(#[from] XlsxError);

/// The workbook of some sheets.
pub fn write_workbook(sheets: &[Sheet]) -> Result<Vec<u8>, WorkbookError> {
    let mut book = Workbook::new();
    // The day of a file is that of its download: inside, it is always the same.
    let day = ExcelDateTime::from_ymd(2000, 1, 1)?;
    book.set_properties(&DocProperties::new().set_creation_datetime(&day));
    let mut names: Vec<String> = Vec::new();
    for sheet in sheets {
        let name = name(&sheet.name, &names);
        fill(book.add_worksheet().set_name(&name)?, sheet)?;
        names.push(name);
    }
    Ok(book.save_to_buffer()?)
}

fn fill(page: &mut Worksheet, sheet: &Sheet) -> Result<(), XlsxError> {
    let (bold, euros) = (
        Format::new().set_bold(),
        Format::new().set_num_format(EUROS),
    );
    for (column, head) in (0_u16..).zip(&sheet.header) {
        page.write_string_with_format(0, column, cut(head), &bold)?;
    }
    page.set_freeze_panes(1, 0)?;
    for (row, cells) in (1_u32..).zip(&sheet.rows) {
        for (column, cell) in (0_u16..).zip(cells) {
            match cell {
                Value::Empty => {}
                Value::Text(text) => {
                    page.write_string(row, column, cut(text))?;
                }
                Value::Amount(amount) => {
                    page.write_number_with_format(row, column, number(*amount), &euros)?;
                }
                Value::Count(count) => {
                    page.write_number(row, column, f64::from(*count))?;
                }
            }
        }
    }
    page.set_autofit_max_width(WIDEST);
    page.autofit();
    Ok(())
}

/// The number nearest to an amount, which a spreadsheet shows to the cent.
fn number(amount: Cents) -> f64 {
    amount.to_string().parse().unwrap_or_default()
}

fn cut(text: &str) -> String {
    text.chars().take(LONGEST).collect()
}

/// A name that a sheet may have and no other has.
fn name(wished: &str, taken: &[String]) -> String {
    let plain: String = wished
        .chars()
        .filter(|sign| !BARRED.contains(sign) && !sign.is_control())
        .collect();
    let plain = plain.trim().trim_matches('\'');
    let plain = if plain.is_empty() { "-" } else { plain };
    let numbered = (1_usize..).map(|number| {
        let end = if number == 1 {
            String::new()
        } else {
            format!(" {number}")
        };
        let long = LONGEST_NAME - end.chars().count();
        let start: String = plain.chars().take(long).collect();
        format!("{start}{end}")
    });
    let same = |one: &String, other: &String| one.to_lowercase() == other.to_lowercase();
    let mut free = numbered.filter(|name| !taken.iter().any(|one| same(one, name)));
    free.next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use calamine::{Data, Reader as _, Xlsx};

    use super::*;

    fn read(bytes: Vec<u8>) -> Xlsx<Cursor<Vec<u8>>> {
        Xlsx::new(Cursor::new(bytes)).unwrap()
    }

    fn sheet(name: &str, texts: &[&str]) -> Sheet {
        let row = |text: &&str| vec![Value::Text((*text).to_owned())];
        Sheet {
            name: name.to_owned(),
            header: vec!["Nom".to_owned()],
            rows: texts.iter().map(row).collect(),
        }
    }

    #[test]
    fn what_is_written_reads_back_and_amounts_are_numbers() {
        let sheet = Sheet {
            name: "Par année".to_owned(),
            header: ["Année", "Demandé", "Nom"].map(str::to_owned).to_vec(),
            rows: vec![
                vec![
                    Value::Count(2026),
                    Value::Amount(Cents::new(5_540_001)),
                    Value::Text("Rennes & <Brest>".to_owned()),
                ],
                vec![Value::Empty, Value::Amount(Cents::new(-5))],
            ],
        };
        let mut book = read(write_workbook(&[sheet]).unwrap());
        let range = book.worksheet_range("Par année").unwrap();
        let cell = |row, column| range.get_value((row, column)).cloned().unwrap();
        assert_eq!(cell(0, 1), Data::String("Demandé".to_owned()));
        assert_eq!(cell(1, 0), Data::Float(2026.0));
        assert_eq!(cell(1, 1), Data::Float(55_400.01));
        assert_eq!(cell(1, 2), Data::String("Rennes & <Brest>".to_owned()));
        assert_eq!(cell(2, 0), Data::Empty);
        assert_eq!(cell(2, 1), Data::Float(-0.05));
    }

    #[test]
    fn no_text_is_ever_a_formula() {
        let texts = [
            "=1+1",
            "+cmd|' /C calc'!A0",
            "-2+3",
            "@SUM(A1)",
            "\t=1+1",
            "{=1+1}",
            "http://exemple.fr",
        ];
        let mut book = read(write_workbook(&[sheet("Noms", &texts)]).unwrap());
        let range = book.worksheet_range("Noms").unwrap();
        for (row, text) in (1_u32..).zip(texts) {
            let cell = range.get_value((row, 0));
            assert_eq!(cell, Some(&Data::String(text.to_owned())), "{text:?}");
        }
        let formulas = book.worksheet_formula("Noms").unwrap();
        let written = formulas.used_cells().filter(|(.., text)| !text.is_empty());
        assert_eq!(written.count(), 0);
    }

    #[test]
    fn every_name_is_one_that_a_sheet_may_have() {
        let long = "Par territoire [toutes les communes de l’Ille-et-Vilaine]";
        let sheets = [long, long, "", "a/b:c", "A/B:C"].map(|name| sheet(name, &["x"]));
        let book = read(write_workbook(&sheets).unwrap());
        let names = book.sheet_names();
        assert_eq!(names.len(), 5);
        assert!(
            names.iter().all(|name| name.chars().count() <= 31),
            "{names:?}"
        );
        assert_eq!(names[3..], ["abc", "ABC 2"]);
    }

    #[test]
    fn the_same_sheets_give_the_same_bytes() {
        let sheets = [sheet("Noms", &["un", "deux"])];
        let twice = [(); 2].map(|()| write_workbook(&sheets).unwrap());
        assert_eq!(twice[0], twice[1]);
    }

    #[test]
    fn a_text_too_long_for_a_cell_is_cut() {
        let long = "é".repeat(40_000);
        let mut book = read(write_workbook(&[sheet("Noms", &[&long])]).unwrap());
        let range = book.worksheet_range("Noms").unwrap();
        let text = range.get_value((1, 0)).unwrap().to_string();
        assert_eq!(text.chars().count(), LONGEST);
    }
}
