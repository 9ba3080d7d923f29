//! The table of rights as the page `docs/rights.md`.

use std::fmt::Write as _;

use crate::rules::{NodeKind, Role, table};

/// The page, in Markdown.
#[must_use]
pub fn rights_page() -> String {
    let mut page = String::from(
        "# Rights\n\nGenerated from `crates/policy` (`cargo xtask rights`); a test compares. A blank cell is a refusal.\n\n| Action | Node |",
    );
    for role in Role::ALL {
        let _ = write!(page, " {role} |");
    }
    page.push_str("\n| --- | --- |");
    page.push_str(&" --- |".repeat(Role::ALL.len()));
    let cells = table();
    for row in cells.chunks(Role::ALL.len()) {
        let Some(first) = row.first() else { continue };
        let node: NodeKind = first.node;
        let _ = write!(page, "\n| {} | {node} |", first.action);
        for cell in row {
            page.push_str(if cell.allowed { " yes |" } else { "  |" });
        }
    }
    page.push('\n');
    page
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_published_page_is_the_table() {
        let published =
            std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/rights.md"))
                .unwrap();
        assert_eq!(published, rights_page(), "run: cargo xtask rights");
    }
}
