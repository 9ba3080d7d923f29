//! The fields of a form, made from what was typed and from the words of a language.
//!
//! The label of a field is the message of its name, its hint the message `<name>-hint`, the words of an answer
//! `<name>-<answer>`.

use portulan_i18n::Words;

use crate::pages::editing::answers::Answers;

/// Empty rows offered under a list.
const BLANK: usize = 2;

/// A field of a form.
pub(in crate::pages) enum Field {
    Text(Text),
    Area(Area),
    Choices(Choices),
    Several(Several),
    Select(Select),
    /// What follows goes together, under a title and a hint.
    Open(String, String),
    /// The end of what goes together.
    Close,
    /// What follows is folded under some words, or is open.
    Fold(String, bool),
    /// The end of what is folded.
    Unfold,
    Hidden(String, String),
    /// What was understood, said again.
    Note(String),
    /// Another button, after that which sends the form: its name and its words.
    Also(&'static str, String),
}

/// A field of one line.
pub(in crate::pages) struct Text {
    pub(in crate::pages) id: String,
    pub(in crate::pages) label: String,
    pub(in crate::pages) hint: String,
    pub(in crate::pages) kind: &'static str,
    pub(in crate::pages) value: String,
    pub(in crate::pages) wrong: Option<String>,
}

/// A field of several lines.
pub(in crate::pages) struct Area {
    pub(in crate::pages) id: String,
    pub(in crate::pages) label: String,
    pub(in crate::pages) hint: String,
    pub(in crate::pages) rows: u8,
    pub(in crate::pages) value: String,
    pub(in crate::pages) wrong: Option<String>,
}

/// Boxes, or answers of which one is chosen.
pub(in crate::pages) struct Choices {
    pub(in crate::pages) name: String,
    pub(in crate::pages) legend: String,
    pub(in crate::pages) hint: String,
    pub(in crate::pages) one: bool,
    pub(in crate::pages) wrong: Option<String>,
    pub(in crate::pages) options: Vec<Choice>,
}

pub(in crate::pages) struct Choice {
    pub(in crate::pages) value: String,
    pub(in crate::pages) label: String,
    pub(in crate::pages) hint: String,
    pub(in crate::pages) chosen: bool,
}

/// A list of short answers of one kind.
pub(in crate::pages) struct Several {
    pub(in crate::pages) name: String,
    pub(in crate::pages) legend: String,
    pub(in crate::pages) hint: String,
    pub(in crate::pages) kind: &'static str,
    pub(in crate::pages) wrong: Option<String>,
    /// Label and value.
    pub(in crate::pages) rows: Vec<(String, String)>,
}

/// One of many answers.
pub(in crate::pages) struct Select {
    pub(in crate::pages) id: String,
    pub(in crate::pages) label: String,
    pub(in crate::pages) hint: String,
    pub(in crate::pages) wrong: Option<String>,
    /// Value, words, whether it is chosen.
    pub(in crate::pages) options: Vec<(String, String, bool)>,
}

/// Makes fields.
pub(in crate::pages) struct Ask<'a> {
    pub(in crate::pages) words: Words,
    pub(in crate::pages) answers: &'a Answers,
}

impl Ask<'_> {
    /// A line.
    pub(in crate::pages) fn text(&self, id: &str, kind: &'static str) -> Field {
        Field::Text(Text {
            id: id.to_owned(),
            label: self.words.get(id),
            hint: self.hint(id),
            kind,
            value: self.typed(id),
            wrong: self.answers.wrong(id),
        })
    }

    /// A day.
    pub(in crate::pages) fn day(&self, id: &str) -> Field {
        self.text(id, "date")
    }

    /// Several lines.
    pub(in crate::pages) fn area(&self, id: &str, rows: u8) -> Field {
        Field::Area(Area {
            id: id.to_owned(),
            label: self.words.get(id),
            hint: self.hint(id),
            rows,
            value: self.typed(id),
            wrong: self.answers.wrong(id),
        })
    }

    /// One of some answers, under the messages `<name>-<answer>`; the first where none was given.
    pub(in crate::pages) fn one_of(&self, name: &str, values: &[&str]) -> Field {
        let given = self.answers.text(name);
        let known = values.contains(&given);
        let option = |(at, value): (usize, &&str)| Choice {
            value: (*value).to_owned(),
            label: self.words.get(&format!("{name}-{value}")),
            hint: self.hint(&format!("{name}-{value}")),
            chosen: if known { given == *value } else { at == 0 },
        };
        self.choices(name, true, values.iter().enumerate().map(option).collect())
    }

    /// Boxes, or answers of which one is chosen.
    pub(in crate::pages) fn choices(&self, name: &str, one: bool, options: Vec<Choice>) -> Field {
        Field::Choices(Choices {
            name: name.to_owned(),
            legend: self.words.get(name),
            hint: self.hint(name),
            one,
            wrong: self.answers.wrong(name),
            options,
        })
    }

    /// A list of short answers, with some empty rows for new ones, each named by the message `<name>-n`.
    pub(in crate::pages) fn several(&self, name: &str) -> Field {
        let told = self.answers.told(name);
        let blank = std::iter::repeat_n("", BLANK);
        let rows = (1_usize..).zip(told.chain(blank)).map(|(n, value)| {
            let label = self.words.with(&format!("{name}-n"), &[("n", n.into())]);
            (label, value.to_owned())
        });
        Field::Several(Several {
            name: name.to_owned(),
            legend: self.words.get(name),
            hint: self.hint(name),
            kind: "text",
            wrong: self.answers.wrong(name),
            rows: rows.collect(),
        })
    }

    /// One of many answers: values and words.
    pub(in crate::pages) fn select(
        &self,
        id: &str,
        options: impl IntoIterator<Item = (String, String)>,
    ) -> Field {
        let given = self.answers.text(id);
        let option = |(value, words): (String, String)| {
            let chosen = value == given;
            (value, words, chosen)
        };
        Field::Select(Select {
            id: id.to_owned(),
            label: self.words.get(id),
            hint: self.hint(id),
            wrong: self.answers.wrong(id),
            options: options.into_iter().map(option).collect(),
        })
    }

    fn typed(&self, id: &str) -> String {
        self.answers.first(id).unwrap_or_default().to_owned()
    }

    fn hint(&self, id: &str) -> String {
        let hint = self.words.find(&format!("{id}-hint"), &[]);
        hint.unwrap_or_default()
    }
}
