//! Cells that no spreadsheet takes for a formula.
//!
//! A text that begins with `=`, `+`, `-` or `@` is run by spreadsheets when a CSV is opened. An apostrophe before it makes it a
//! text again; [`plain_cell`] takes away what [`safe_cell`] adds, and nothing else. Numbers and phones stay as they are.

use std::borrow::Cow;

/// What begins a formula, in plain and in full-width writing.
const TRIGGERS: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];

/// The text of a cell, with an apostrophe before it where a spreadsheet would run it.
#[must_use]
pub fn safe_cell(text: &str) -> Cow<'_, str> {
    if is_risky(text) {
        Cow::Owned(format!("'{text}"))
    } else {
        Cow::Borrowed(text)
    }
}

/// The text behind a cell that [`safe_cell`] wrote.
#[must_use]
pub fn plain_cell(cell: &str) -> &str {
    cell.strip_prefix('\'')
        .filter(|rest| is_risky(rest))
        .unwrap_or(cell)
}

fn is_risky(text: &str) -> bool {
    let start = text.trim_start_matches(|c: char| c == '\'' || c.is_whitespace() || c.is_control());
    start.starts_with(TRIGGERS) && !is_number(start)
}

/// A sign and digits, as in `-1.68` and `+33299000000`.
fn is_number(text: &str) -> bool {
    let digits = text.trim_start_matches(['+', '-']);
    text.len() - digits.len() == 1
        && digits.starts_with(|c: char| c.is_ascii_digit())
        && digits.chars().all(|c| c.is_ascii_digit() || c == '.')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn formulas_are_texts_again_and_numbers_stay_numbers() {
        for (text, cell) in [
            ("=1+1", "'=1+1"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("\t=1+1", "'\t=1+1"),
            ("-2+3+cmd|' /C calc'!A0", "'-2+3+cmd|' /C calc'!A0"),
            ("- aide aux démarches", "'- aide aux démarches"),
            ("'=déjà", "''=déjà"),
            ("＝1+1", "'＝1+1"),
            ("-1.68", "-1.68"),
            ("+33299000000", "+33299000000"),
            ("L'atelier", "L'atelier"),
            ("'tit coin", "'tit coin"),
            ("", ""),
        ] {
            assert_eq!(safe_cell(text), cell);
            assert_eq!(plain_cell(cell), text);
        }
    }

    proptest! {
        #[test]
        fn what_was_made_safe_reads_back(text in "['=+@ \t-]{0,4}[a-z0-9.=|']{0,6}") {
            let cell = safe_cell(&text);
            prop_assert_eq!(plain_cell(&cell), text.as_str());
            let trimmed = cell.trim_start();
            prop_assert!(!trimmed.starts_with(TRIGGERS) || is_number(trimmed));
        }
    }
}
