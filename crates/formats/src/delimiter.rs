//! The separator of a CSV file, told from its first rows.
//!
//! Each separator is tried on the beginning of the file, quotes and line breaks in cells included; the one that cuts
//! most rows into as many cells as the headers have is it.

/// Tried in this order: of two that cut alike, the first.
const KNOWN: [u8; 4] = [b';', b'\t', b',', b'|'];
/// Cuts nothing: for a list of one column.
const NONE: u8 = 0x1f;
/// Rows looked at.
const ROWS: usize = 200;
/// Beginnings longer than this may be a part of their file.
const WHOLE: usize = 16 << 10;
/// Rows without two cells that may stand before the headers.
const TITLES: usize = 20;

/// How well a separator fits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Fit {
    /// Rows of the width of the headers, in tenths of all rows.
    even: usize,
    /// Cells of the headers.
    width: usize,
}

/// The separator that fits the beginning of a file best.
pub(crate) fn delimiter(start: &str) -> u8 {
    let fits = KNOWN.iter().rev();
    let fits = fits.filter_map(|known| fit(start, *known).map(|fit| (fit, *known)));
    fits.max_by_key(|(fit, _)| *fit)
        .map_or(NONE, |(_, known)| known)
}

fn fit(start: &str, delimiter: u8) -> Option<Fit> {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter)
        .from_reader(start.as_bytes());
    let mut rows: Vec<Row> = reader
        .records()
        .map_while(Result::ok)
        .take(ROWS)
        .map(|row| Row::of(&row))
        .collect();
    if rows.len() > 1 && start.len() > WHOLE {
        // The beginning of the file may end amid a row.
        rows.pop();
    }
    let header = rows.iter().take(TITLES).position(|row| row.filled > 1)?;
    let width = rows.get(header)?.cells;
    let filled = rows.iter().filter(|row| row.filled > 0);
    let (all, even) = filled.fold((0, 0), |(all, even), row| {
        (all + 1, even + usize::from(row.cells == width))
    });
    let fit = Fit {
        even: even * 10 / all,
        width,
    };
    (header == 0 || fit.even > 5).then_some(fit)
}

struct Row {
    cells: usize,
    filled: usize,
}

impl Row {
    fn of(record: &csv::StringRecord) -> Self {
        Self {
            cells: record.len(),
            filled: record.iter().filter(|cell| !cell.trim().is_empty()).count(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_separator_is_the_one_that_cuts_rows_alike() {
        for (text, wanted) in [
            ("id,nom\n1,a\n", b','),
            ("id;nom\n1;a, b, c\n2;d\n", b';'),
            ("id\tnom\n1\ta;b\n", b'\t'),
            ("id|nom|ville\n1|a|b\n", b'|'),
            ("id,nom,services\n1,a,x|y|z\n2,b,x|y\n", b','),
            ("nom\n\"Espace, public\"\n", NONE),
            ("nom\nEspace, public\nMairie\n", NONE),
            ("Nom, prénom;Adresse, ville\na;b\nc;d\n", b';'),
            ("id,\"a;b;c;d\"\n1,\"e\nf;g;h;i\"\n2,j\n", b','),
            ("Lieux de 2024;;\nid;nom;ville\n1;a,b;c\n", b';'),
            ("id,nom", b','),
            ("", NONE),
        ] {
            assert_eq!(delimiter(text), wanted, "{text}");
        }
    }

    #[test]
    fn a_beginning_that_ends_amid_a_quoted_cell_is_judged_by_the_rows_before() {
        let text = "id;nom\n1;a\n2;b\n3;\"une, deux, trois";
        assert_eq!(delimiter(text), b';');
    }
}
