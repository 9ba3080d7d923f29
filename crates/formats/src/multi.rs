//! The extract of Ille-et-Vilaine: one file, several sources, each row naming its own.
//!
//! Columns: `rid, source, millesime, id_source, nom, typologie, adresse, …, siret, services, date_maj`.

use chrono::NaiveDate;

use crate::cells::Cells;
use crate::fields::{self, Notes};
use crate::limits::Limited;
use crate::national::read::{self, Context, Reading, source_of};

/// The columns by which the extract is known.
pub(crate) const MARKS: &[&str] = &["rid", "source", "millesime", "id_source", "nom"];

/// Reads a row of the extract.
pub(crate) fn place(cells: &dyn Cells, context: &Context<'_>) -> Reading {
    let cells = Limited(cells);
    let source = source_of(cells.cell("source"), context.source);
    let external = read::identity(source, cells.cell("id_source"))?;
    let (mut record, issues) = read::place_of(external, &cells, context)?;
    let dated = record.provenance.record.dated;
    record.provenance.record.dated = dated.or_else(|| vintage(cells.cell("millesime")));
    Ok((record, issues))
}

/// The last day of a vintage: `2020` or `2022-12`. Later than that the file says nothing.
fn vintage(cell: &str) -> Option<NaiveDate> {
    let (year, month) = cell.split_once('-').unwrap_or((cell, "12"));
    let (year, month): (i32, u32) = (year.parse().ok()?, month.parse().ok()?);
    let (next_year, next_month) = if month == 12 {
        (year.checked_add(1)?, 1)
    } else {
        (year, month.checked_add(1)?)
    };
    let mut notes = Notes::default();
    let last = NaiveDate::from_ymd_opt(next_year, next_month, 1)?.pred_opt()?;
    fields::date(&last.to_string(), &mut notes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_vintage_ends_on_its_last_day() {
        for (cell, day) in [
            ("2020", Some((2020, 12, 31))),
            ("2022-12", Some((2022, 12, 31))),
            ("2024-02", Some((2024, 2, 29))),
            ("2024-13", None),
            ("4294967295-4294967295", None),
            ("", None),
        ] {
            let day = day.and_then(|(y, m, d)| NaiveDate::from_ymd_opt(y, m, d));
            assert_eq!(vintage(cell), day, "{cell}");
        }
    }
}
