//! What a level is made of on the page: facts, each with its name and its lines; and the names of what lines speak of.

use portulan_app::Directory;
use portulan_i18n::Words;
use portulan_model::Slug;

use super::super::place::Link;

/// A fact: a name and its lines.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Fact {
    pub(super) name: String,
    /// Its name without the count of its lines.
    pub(super) base: String,
    pub(super) lines: Vec<Line>,
    /// How many more there are, and where.
    pub(super) more: Option<Line>,
    /// How many there are in all; nothing where all lines are there.
    total: Option<usize>,
    /// Where all of them are.
    rest: Option<String>,
}

/// A line of a fact.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Line {
    pub(super) words: String,
    /// Where it comes from.
    pub(super) address: Option<String>,
    /// What is said after it, without a link.
    pub(super) note: String,
    /// Whether it says that nothing is known.
    pub(super) unknown: bool,
    /// Whether a sheet of paper does without it.
    pub(super) spare: bool,
    /// Whether a full sheet does without it.
    pub(super) trim: bool,
}

/// Lines of a fact that go on paper; the count in its name tells of the others.
const ON_PAPER: usize = 3;
/// Signs of a printed line, in a third of the sheet.
const PRINTED_SIGNS: usize = 42;
/// Lines of a list that go into a cell of a table.
const IN_A_CELL: usize = 2;

impl Fact {
    /// A fact of which something is known.
    pub(super) fn new(name: String, lines: Vec<Line>) -> Self {
        Self {
            base: name.clone(),
            name,
            lines,
            more: None,
            total: None,
            rest: None,
        }
    }

    /// A fact of one line.
    pub(super) fn one(name: String, line: Line) -> Self {
        Self::new(name, vec![line])
    }

    /// A fact of which nobody said anything.
    pub(super) fn unknown(words: Words, name: String) -> Self {
        let line = Line {
            words: words.get("not-known"),
            unknown: true,
            ..Line::default()
        };
        Self::one(name, line)
    }

    /// The first lines of a long list, with how many there are in its name, and where the others are.
    pub(super) fn list(
        words: Words,
        name: &str,
        mut lines: Vec<Line>,
        (shown, total): (usize, usize),
        rest: Option<String>,
    ) -> Self {
        lines.truncate(shown);
        for (rank, line) in lines.iter_mut().enumerate() {
            line.spare = rank >= ON_PAPER;
            line.trim = rank + 1 == ON_PAPER;
        }
        let base = words.get(name);
        let name = if total > ON_PAPER {
            let told = [("name", base.as_str().into()), ("n", total.into())];
            words.with("levels-counted", &told)
        } else {
            base.clone()
        };
        Self {
            more: beyond(words, total, lines.len(), rest.as_ref()),
            name,
            base,
            lines,
            total: Some(total),
            rest,
        }
    }

    /// About how many lines it takes on paper, its name among them.
    pub(super) fn printed(&self) -> usize {
        let printed = self.lines.iter().filter(|line| !line.spare);
        let lines = printed.map(|line| {
            let signs = line.words.chars().count() + line.note.chars().count();
            if signs > PRINTED_SIGNS { 2 } else { 1 }
        });
        1 + lines.sum::<usize>()
    }

    /// The same in few lines, for a cell of a table.
    pub(super) fn brief(&self, words: Words) -> Vec<Line> {
        let Some(total) = self.total else {
            return self.lines.clone();
        };
        let mut lines: Vec<Line> = self.lines.iter().take(IN_A_CELL).cloned().collect();
        let shown = lines.len();
        lines.extend(beyond(words, total, shown, self.rest.as_ref()));
        lines
    }
}

/// How many there are beyond those that are shown, and where.
fn beyond(words: Words, total: usize, shown: usize, rest: Option<&String>) -> Option<Line> {
    let more = total.saturating_sub(shown);
    (more > 0).then(|| Line {
        words: words.with("levels-more", &[("n", more.into())]),
        address: rest.cloned(),
        spare: true,
        ..Line::default()
    })
}

impl Line {
    /// Words that lead somewhere.
    pub(super) fn link(words: String, address: String) -> Self {
        Self {
            words,
            address: Some(address),
            ..Self::default()
        }
    }

    /// Words alone.
    pub(super) fn plain(words: String) -> Self {
        Self {
            words,
            ..Self::default()
        }
    }

    /// The same, with something said after it.
    pub(super) fn noted(mut self, note: String) -> Self {
        self.note = note;
        self
    }
}

impl From<Link> for Line {
    fn from(link: Link) -> Self {
        Self::link(link.words, link.address)
    }
}

/// The name of an organisation; one that the directory does not hold is called by its slug.
pub(super) fn organisation(directory: &Directory, slug: &Slug) -> String {
    let known = directory.organisations.get(slug);
    known.map_or_else(
        || slug.as_str().replace('-', " "),
        |found| found.name.clone(),
    )
}
