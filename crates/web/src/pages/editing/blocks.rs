//! What a form is made of. A part of a place gives its blocks; one template draws them all.

use portulan_i18n::{ListWords, Words};
use portulan_model::{ClosedList, ValueSet};

use super::answers::Answers;

/// A piece of a form.
pub(super) enum Block {
    Text(Text),
    Area(Area),
    Choices(Choices),
    Several(Several),
    Week(Week),
    Periods(Periods),
    Note(Note),
    /// What people will read.
    Preview(Note),
    Map(String),
    Links(Vec<Link>),
    /// A button that shows more without saving: value of `geste`, words.
    Button(&'static str, String),
    Hidden(String, String),
    /// Fields that go together: their legend and what is said of them.
    Open(String, String),
    /// Their end.
    Close,
}

/// A field of one line.
pub(super) struct Text {
    pub(super) id: &'static str,
    pub(super) label: String,
    pub(super) hint: String,
    pub(super) kind: &'static str,
    pub(super) value: String,
    pub(super) wrong: Option<String>,
}

/// A field of several lines.
pub(super) struct Area {
    pub(super) id: &'static str,
    pub(super) label: String,
    pub(super) hint: String,
    pub(super) rows: u8,
    pub(super) value: String,
    pub(super) wrong: Option<String>,
}

/// Boxes, or answers of which one is chosen.
pub(super) struct Choices {
    pub(super) name: &'static str,
    pub(super) legend: String,
    pub(super) hint: String,
    pub(super) one: bool,
    pub(super) wrong: Option<String>,
    pub(super) options: Vec<Choice>,
}

pub(super) struct Choice {
    pub(super) value: String,
    pub(super) label: String,
    pub(super) hint: String,
    pub(super) chosen: bool,
}

/// A list of short answers of one kind.
pub(super) struct Several {
    pub(super) name: &'static str,
    pub(super) legend: String,
    pub(super) hint: String,
    pub(super) kind: &'static str,
    pub(super) wrong: Option<String>,
    /// Label and value.
    pub(super) rows: Vec<(String, String)>,
}

/// Seven days of a few ranges.
pub(super) struct Week {
    pub(super) legend: String,
    pub(super) hint: String,
    pub(super) heads: Vec<String>,
    pub(super) days: Vec<WeekDay>,
}

pub(super) struct WeekDay {
    pub(super) slug: &'static str,
    pub(super) name: String,
    pub(super) wrong: Option<String>,
    pub(super) cells: Vec<Cell>,
    /// Value and words of the button that copies the day.
    pub(super) copy: Option<(String, String)>,
}

/// Start and end of a range: name, label, value.
pub(super) struct Cell {
    pub(super) from: (String, String, String),
    pub(super) to: (String, String, String),
}

/// Dates, or periods between two of them.
pub(super) struct Periods {
    pub(super) legend: String,
    pub(super) hint: String,
    pub(super) wrong: Option<String>,
    pub(super) from: &'static str,
    /// Nothing where a row is one date.
    pub(super) to: Option<&'static str>,
    pub(super) rows: Vec<Period>,
}

pub(super) struct Period {
    pub(super) from_label: String,
    pub(super) from: String,
    pub(super) to_label: String,
    pub(super) to: String,
}

/// What was understood, said again.
pub(super) struct Note {
    pub(super) title: String,
    pub(super) lines: Vec<String>,
}

/// A link to more.
pub(super) struct Link {
    pub(super) address: String,
    pub(super) words: String,
    pub(super) more: String,
}

/// Makes blocks from answers and the words of a language.
pub(super) struct Maker<'a> {
    pub(super) words: Words,
    pub(super) answers: &'a Answers,
}

impl Maker<'_> {
    /// A line under the message `edit-<id>`, with its hint where there is one.
    pub(super) fn text(&self, id: &'static str, kind: &'static str) -> Block {
        Block::Text(Text {
            id,
            label: self.words.get(&format!("edit-{id}")),
            hint: self.hint(id),
            kind,
            value: self.answers.first(id).unwrap_or_default().to_owned(),
            wrong: self.answers.wrong(id),
        })
    }

    /// Several lines.
    pub(super) fn area(&self, id: &'static str, rows: u8) -> Block {
        Block::Area(Area {
            id,
            label: self.words.get(&format!("edit-{id}")),
            hint: self.hint(id),
            rows,
            value: self.answers.first(id).unwrap_or_default().to_owned(),
            wrong: self.answers.wrong(id),
        })
    }

    /// A box for each value of a list, with its plain definition.
    pub(super) fn list<L: ListWords>(&self, name: &'static str) -> Block {
        let lang = self.words.lang();
        let option = |value: &L| Choice {
            value: value.slug().to_owned(),
            label: value.words(lang),
            hint: value.hint(lang).unwrap_or_default(),
            chosen: self.answers.has(name, value.slug()),
        };
        self.choices(name, false, L::ALL.iter().map(option).collect())
    }

    /// Boxes, or answers of which one is chosen.
    pub(super) fn choices(&self, name: &'static str, one: bool, options: Vec<Choice>) -> Block {
        Block::Choices(Choices {
            name,
            legend: self.words.get(&format!("edit-{name}")),
            hint: self.hint(name),
            one,
            wrong: self.answers.wrong(name),
            options,
        })
    }

    /// One of some answers, under the messages `edit-<name>-<value>`.
    pub(super) fn one_of(&self, name: &'static str, values: &[&str]) -> Block {
        let given = self.answers.text(name);
        let first = values.first().copied().unwrap_or_default();
        let known = values.contains(&given);
        let option = |value: &&str| Choice {
            value: (*value).to_owned(),
            label: self.words.get(&format!("edit-{name}-{value}")),
            hint: self.find(&format!("edit-{name}-{value}-hint")),
            chosen: if known {
                given == *value
            } else {
                *value == first
            },
        };
        self.choices(name, true, values.iter().map(option).collect())
    }

    /// One box.
    pub(super) fn boxes(&self, name: &'static str, values: &[&str]) -> Block {
        let option = |value: &&str| Choice {
            value: (*value).to_owned(),
            label: self.words.get(&format!("edit-{name}-{value}")),
            hint: self.find(&format!("edit-{name}-{value}-hint")),
            chosen: self.answers.has(name, value),
        };
        self.choices(name, false, values.iter().map(option).collect())
    }

    /// A list of short answers, with some empty rows for new ones.
    pub(super) fn several(&self, name: &'static str, kind: &'static str) -> Block {
        let told = self
            .answers
            .every(name)
            .filter(|text| !text.trim().is_empty());
        let blank = std::iter::repeat_n("", BLANK);
        let rows = told.chain(blank).enumerate().map(|(index, value)| {
            let told = [("n", (index + 1).into())];
            let label = self.words.with(&format!("edit-{name}-n"), &told);
            (label, value.to_owned())
        });
        Block::Several(Several {
            name,
            legend: self.words.get(&format!("edit-{name}")),
            hint: self.hint(name),
            kind,
            wrong: self.answers.wrong(name),
            rows: rows.collect(),
        })
    }

    pub(super) fn hint(&self, name: &str) -> String {
        self.find(&format!("edit-{name}-hint"))
    }

    fn find(&self, id: &str) -> String {
        self.words.find(id, &[]).unwrap_or_default()
    }
}

/// Empty rows offered under a list.
const BLANK: usize = 2;

/// Ticks the values of a set.
pub(super) fn tick<L: ClosedList>(answers: &mut Answers, name: &str, set: ValueSet<L>) {
    for value in set.iter() {
        answers.add(name, value.slug());
    }
}

/// Reads the values that are ticked; one that the form never offered is said.
pub(super) fn ticked<L: ClosedList>(
    answers: &mut Answers,
    name: &str,
    words: Words,
) -> ValueSet<L> {
    let read: Vec<_> = answers.told(name).map(L::from_slug).collect();
    if read.iter().any(Result::is_err) {
        answers.fault(name, words.get("edit-choice-unknown"));
    }
    read.into_iter().filter_map(Result::ok).collect()
}
