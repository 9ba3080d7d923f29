//! The forms of bodies: how their answers are read, what is said of those that are wrong, and the fields that one template
//! draws.

use chrono::NaiveDate;
use portulan_app::{Directory, naming};
use portulan_i18n::Words;
use portulan_model::governance::{DecisionNumber, DecisionRef};
use portulan_model::people::Email;
use portulan_model::proposals::Prose;
use portulan_model::{Period, Slug};
use portulan_text::Phone;

use crate::pages::editing::answers::Answers;

/// Longest line, in characters: a name.
pub(super) const LINE_CHARS: usize = 200;

/// A field, as the template draws it.
pub(super) struct Field {
    pub(super) id: String,
    pub(super) name: &'static str,
    /// `text`, `date`, `email`, `tel`, `file`, `area` or `select`.
    pub(super) kind: &'static str,
    pub(super) label: String,
    pub(super) hint: String,
    pub(super) value: String,
    pub(super) wrong: Option<String>,
    /// Value, words, whether it is chosen.
    pub(super) options: Vec<(String, String, bool)>,
}

impl Answers {
    /// Whether anything was typed in one of some fields.
    pub(super) fn has_any(&self, names: &[&str]) -> bool {
        names.iter().any(|name| !self.text(name).is_empty())
    }

    /// A line; none where nothing is typed.
    pub(super) fn line(&mut self, words: Words, name: &'static str) -> Option<String> {
        match Prose::line(self.text(name), LINE_CHARS) {
            Ok(line) => line,
            Err(_long) => {
                let told = [("n", LINE_CHARS.into())];
                self.fault(name, words.with("bodies-wrong-long", &told));
                None
            }
        }
    }

    /// A line that must be there.
    pub(super) fn needed(&mut self, words: Words, name: &'static str) -> Option<String> {
        let line = self.line(words, name);
        if line.is_none() {
            self.fault(name, words.get("bodies-wrong-missing"));
        }
        line
    }

    /// Some lines; none where nothing is typed.
    pub(super) fn prose(&mut self, words: Words, name: &'static str) -> Option<Prose> {
        match Prose::read(self.text(name)) {
            Ok(prose) => prose,
            Err(_long) => {
                let told = [("n", Prose::LONGEST.into())];
                self.fault(name, words.with("bodies-wrong-long", &told));
                None
            }
        }
    }

    /// A day; none where nothing is typed.
    pub(super) fn day(&mut self, words: Words, name: &'static str) -> Option<NaiveDate> {
        let text = self.text(name);
        let read = |form: &str| NaiveDate::parse_from_str(text, form).ok();
        let day = read("%Y-%m-%d").or_else(|| read("%d/%m/%Y"));
        if day.is_none() && !text.is_empty() {
            self.fault(name, words.get("bodies-wrong-day"));
        }
        day
    }

    /// From a day to a day.
    pub(super) fn period(
        &mut self,
        words: Words,
        (from, to): (&'static str, &'static str),
    ) -> Option<Period> {
        let (first, last) = (self.day(words, from), self.day(words, to));
        let period = Period::new(first, last);
        if period.is_err() {
            self.fault(to, words.get("bodies-wrong-backwards"));
        }
        period.ok()
    }

    /// An organisation that is known, by its name or its address; none where nothing is typed.
    pub(super) fn organisation(
        &mut self,
        words: Words,
        directory: &Directory,
        name: &'static str,
    ) -> Option<Slug> {
        let text = self.text(name);
        let found = naming::organisation(directory, text).ok();
        if found.is_none() && !text.is_empty() {
            self.fault(name, words.get("bodies-wrong-organisation"));
        }
        found
    }

    /// A decision of a body, by its number; none where nothing is typed.
    pub(super) fn decision(
        &mut self,
        words: Words,
        body: &Slug,
        name: &'static str,
    ) -> Option<DecisionRef> {
        let text = self.text(name);
        let number = text.parse::<DecisionNumber>().ok();
        if number.is_none() && !text.is_empty() {
            self.fault(name, words.get("bodies-wrong-decision"));
        }
        let body = body.clone();
        number.map(|number| DecisionRef { body, number })
    }

    pub(super) fn email(&mut self, words: Words, name: &'static str) -> Option<Email> {
        let text = self.text(name);
        let email = text.parse::<Email>().ok();
        if email.is_none() && !text.is_empty() {
            self.fault(name, words.get("sign-in-email-wrong"));
        }
        email
    }

    /// A number, as it is kept.
    pub(super) fn phone(&mut self, words: Words, name: &'static str) -> Option<String> {
        let text = self.text(name);
        let phone = Phone::parse(text, None).ok();
        let phone = phone.map(|phone| phone.as_str().to_owned());
        if phone.is_none() && !text.is_empty() {
            let told = [("text", text.to_owned().into())];
            self.fault(name, words.with("edit-telephone-wrong", &told));
        }
        phone
    }

    /// A field under the message `bodies-field-<name>`, with its hint where there is one.
    pub(super) fn field(&self, words: Words, name: &'static str, kind: &'static str) -> Field {
        let label = format!("bodies-field-{name}");
        Field {
            id: name.to_owned(),
            name,
            kind,
            label: words.get(&label),
            hint: words
                .find(&format!("{label}-hint"), &[])
                .unwrap_or_default(),
            value: self.first(name).unwrap_or_default().to_owned(),
            wrong: self.wrong(name),
            options: Vec::new(),
        }
    }

    /// A field where one of some values is chosen; what is empty is chosen first.
    pub(super) fn select(
        &self,
        words: Words,
        name: &'static str,
        options: impl IntoIterator<Item = (String, String)>,
    ) -> Field {
        let given = self.text(name);
        let option = |(value, shown): (String, String)| {
            let chosen = value == given;
            (value, shown, chosen)
        };
        Field {
            options: options.into_iter().map(option).collect(),
            ..self.field(words, name, "select")
        }
    }
}

impl Field {
    /// The ids of what is said of it.
    pub(super) fn described(&self) -> Option<String> {
        let wrong = self.wrong.is_some().then(|| format!("{}-faux", self.id));
        let hint = (!self.hint.is_empty()).then(|| format!("{}-aide", self.id));
        let ids: Vec<String> = [wrong, hint].into_iter().flatten().collect();
        (!ids.is_empty()).then(|| ids.join(" "))
    }

    /// The same field in one of several forms of a page.
    pub(super) fn within(self, form: &str) -> Self {
        Self {
            id: format!("{}-{form}", self.name),
            ..self
        }
    }
}
