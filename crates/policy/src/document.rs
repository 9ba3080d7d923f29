//! The table of rights as the page `docs/rights.md`.

use std::fmt::Write as _;

use crate::actions;
use crate::nodes::NodeKind;
use crate::roles::Role;
use crate::rules::{Cell, table};

const HEAD: &str = "# Rights

Generated from `crates/policy` (`cargo xtask rights`); a test compares.

A role is held on a node and flows down to all that is under it. The tables read: when the role is held on the node or \
above it, may it do this there? Held elsewhere, a role allows what a visitor may do and nothing else. A line that is not \
there is a refusal for everybody but the operator on the installation; a blank cell is a refusal. \"From\" says on which \
kinds of node the role must be held, where it could be held on others.

A body stands under its seat, and under the organisations that are its members for `read-body`, `read-calls` and \
`write-call-note`, or that lead it on that day for what leads it: a role in an organisation opens a body for as long as the \
membership lasts, and a body opens nothing of an organisation.

An envelope stands under its body, under the seat of that body, and under the organisation that brings the money; not under \
the members of the body, who see its sums as far as three of them are in each.

An intention has no node: it is reached through its organisation, or through a body to which its author shows it, by those \
who lead that body. No role held on a level above opens what an organisation keeps for itself.

A pool has no node: it is reached through its body by those who lead it, and through each organisation that has a part in it. \
A member of the body proposes one in which its organisation has a part, and conducts one that its organisation leads.

Whoever prepared an object may not do what stands under \"by somebody else\".
";

/// What `Actor::may_take_back` and `people::take_back` decide.
const TAKING_BACK: &str = "
## Taking a role back

Whoever may give a role there may take it back when one of these holds: they gave it, it is their own, theirs outranks \
it (theirs gives that role and is not given by it), or theirs is held on a node above. Peers do not put each other out. \
The last manager of an organisation is removed from above only, and the last operator by nobody.
";

/// The page, in Markdown.
#[must_use]
pub fn rights_page() -> String {
    let mut page = HEAD.to_owned();
    roles(&mut page);
    page.push_str(TAKING_BACK);
    page.push_str("\n## Actions\n\n| Action | Node |");
    for role in Role::ALL {
        let _ = write!(page, " {role} |");
    }
    page.push_str("\n| --- | --- |");
    page.push_str(&" --- |".repeat(Role::ALL.len()));
    let cells = table();
    for row in cells.chunks(Role::ALL.len()) {
        let Some(first) = row.first().filter(|_| row.iter().any(|cell| cell.inside)) else {
            continue;
        };
        let _ = write!(page, "\n| {} | {} |", first.action, first.node);
        for cell in row {
            page.push_str(&word(cell));
        }
    }
    page.push_str("\n\n## By somebody else\n\n");
    for action in actions::all_apart() {
        let _ = writeln!(page, "- {action}");
    }
    page
}

/// A cell: yes, nothing, or yes for a role that is held on nodes of some kinds alone.
fn word(cell: &Cell) -> String {
    let from: Vec<String> = cell.only_from().iter().map(NodeKind::to_string).collect();
    match (cell.inside, from.as_slice()) {
        (false, _) => "  |".to_owned(),
        (true, []) => " yes |".to_owned(),
        (true, from) => format!(" from {} |", from.join(", ")),
    }
}

fn roles(page: &mut String) {
    page.push_str("\n## Roles\n\n| Role | Held on | May give |\n| --- | --- | --- |");
    for role in Role::ALL {
        let on: Vec<String> = role.held_on().iter().map(NodeKind::to_string).collect();
        let gives: Vec<&str> = role.appoints().iter().map(|role| role.word()).collect();
        let _ = write!(
            page,
            "\n| {role} | {} | {} |",
            on.join(", "),
            gives.join(", ")
        );
    }
    page.push('\n');
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
