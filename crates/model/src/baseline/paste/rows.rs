//! A block of cells as spreadsheets copy and export them: tabs or semicolons between; a cell in quotes may hold the
//! separator, ends of line, and quotes written twice.

/// Most bytes of a cell in quotes: beyond, its first quote is a quote and nothing more.
const QUOTED_MOST: usize = 4_000;

/// A line of the block.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Row {
    /// Its number, from 1; a cell that holds an end of line makes it longer than one.
    pub(super) line: usize,
    /// What its cells say.
    pub(super) cells: Vec<String>,
}

impl Row {
    pub(super) fn is_blank(&self) -> bool {
        self.cells.iter().all(String::is_empty)
    }
}

/// The lines of a block, blank ones too.
pub(super) fn rows(text: &str) -> Vec<Row> {
    // The mark at the head of an export is no part of its first cell.
    let text = text.trim_start_matches('\u{feff}');
    let separator = separator(text);
    let mut rows = Vec::new();
    let (mut line, mut rest) = (1, text);
    while !rest.is_empty() {
        let (cells, after) = row(rest, separator);
        let read = rest.get(..rest.len() - after.len());
        rows.push(Row { line, cells });
        line += read.unwrap_or_default().matches('\n').count();
        rest = after;
    }
    rows
}

/// What stands between two cells, as the first line tells; where it has one cell, as the others do.
fn separator(text: &str) -> char {
    let head = text.lines().find(|line| !line.trim().is_empty());
    let told = |text: &str| ['\t', ';'].into_iter().find(|one| text.contains(*one));
    head.and_then(told).or_else(|| told(text)).unwrap_or(';')
}

/// The cells of the first line, and the text after it.
fn row(text: &str, separator: char) -> (Vec<String>, &str) {
    let mut cells = Vec::new();
    let mut rest = text;
    loop {
        let (cell, after) = cell(rest, separator);
        cells.push(cell);
        match after.strip_prefix(separator) {
            Some(next) => rest = next,
            None => return (cells, end_of_line(after)),
        }
    }
}

fn end_of_line(text: &str) -> &str {
    let text = text.strip_prefix('\r').unwrap_or(text);
    text.strip_prefix('\n').unwrap_or(text)
}

/// The first cell, and the text from the separator or the end of line after it.
fn cell(text: &str, separator: char) -> (String, &str) {
    let start = text.trim_start_matches(' ');
    if let Some(read) = quoted(start, separator) {
        return read;
    }
    let ends = text.find([separator, '\n', '\r']).unwrap_or(text.len());
    let (cell, after) = text.split_at_checked(ends).unwrap_or((text, ""));
    (cell.trim().to_owned(), after)
}

/// A cell in quotes; `None` where its quotes are only typed in it.
fn quoted(text: &str, separator: char) -> Option<(String, &str)> {
    let mut inside = String::new();
    let mut rest = text.strip_prefix('"')?;
    while inside.len() <= QUOTED_MOST {
        let (before, after) = rest.split_once('"')?;
        inside.push_str(before);
        if let Some(more) = after.strip_prefix('"') {
            inside.push('"');
            rest = more;
            continue;
        }
        let after = after.trim_start_matches(' ');
        let ends = after.is_empty() || after.starts_with([separator, '\n', '\r']);
        return ends.then(|| (inside.trim().to_owned(), after));
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_in_quotes_holds_what_would_part_it() {
        for (text, cells) in [
            ("a;b", vec!["a", "b"]),
            ("a\tb;c", vec!["a", "b;c"]),
            ("\"a;b\";c", vec!["a;b", "c"]),
            ("\"dit \"\"oui\"\"\" ; c ", vec!["dit \"oui\"", "c"]),
            ("\"deux\nlignes\";c", vec!["deux\nlignes", "c"]),
            ("\"a\"b;c", vec!["\"a\"b", "c"]),
            ("\"sans fin;c", vec!["\"sans fin", "c"]),
            ("\u{feff}a;", vec!["a", ""]),
        ] {
            let read: Vec<Vec<String>> = rows(text).into_iter().map(|row| row.cells).collect();
            assert_eq!(read, [cells], "{text:?}");
        }
    }

    #[test]
    fn lines_keep_their_number_after_a_cell_of_several_lines() {
        let read = rows("a;b\r\n\r\n\"x\ny\";c\nd");
        let told: Vec<(usize, usize)> =
            read.iter().map(|row| (row.line, row.cells.len())).collect();
        assert_eq!(told, [(1, 2), (2, 1), (3, 2), (5, 1)]);
    }

    #[test]
    fn no_text_reads_for_ever_or_loses_its_end() {
        let long = "\"".repeat(3 * QUOTED_MOST) + ";fin";
        for text in [long.as_str(), "\r", "\r\r\n;", ";", "\"", "\"\"\""] {
            let read = rows(text);
            assert!(!read.is_empty(), "{text:?}");
        }
        assert!(
            rows(&long)
                .iter()
                .any(|row| row.cells.last().is_some_and(|cell| cell == "fin"))
        );
    }
}
