//! Tables for people: lines of CSV whose cells no spreadsheet runs. Words and columns come from the caller.

use crate::national::push_cell;

/// Adds a line, each cell made safe and in quotes where it needs them.
pub fn push_row<'a>(cells: impl IntoIterator<Item = &'a str>, text: &mut String) {
    for (rank, cell) in cells.into_iter().enumerate() {
        if rank > 0 {
            text.push(',');
        }
        push_cell(cell, text);
    }
    text.push('\n');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_quoted_where_it_must_and_never_a_formula() {
        let mut text = String::new();
        push_row(["Maison, dite \"la petite\"", "=1+1", "", "3"], &mut text);
        assert_eq!(text, "\"Maison, dite \"\"la petite\"\"\",'=1+1,,3\n");
    }
}
