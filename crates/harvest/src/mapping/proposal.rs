//! A proposal written as a mapping in Portulan's own format, with comments for the person who corrects it.

use chrono::Weekday;
use portulan_model::Told;

use super::is_list;
use super::suggest::{Proposal, Suggestion};
use crate::Field;

/// What a list should say; where no column says it, the proposal tells.
const WANTED: [Field; 4] = [
    Field::Nom,
    Field::Commune,
    Field::CodePostal,
    Field::Adresse,
];

impl Suggestion {
    /// The proposal as a mapping; `word` makes its comments.
    #[must_use]
    pub fn written(&self, word: &dyn Fn(&Told) -> String) -> String {
        let pen = Pen { word };
        let mut lines = vec![
            pen.comment(&Told::new("suggest-intro")),
            String::new(),
            "[champs]".to_owned(),
        ];
        let (lists, plain): (Vec<_>, Vec<_>) = self
            .fields
            .iter()
            .filter(|one| one.field != Field::Horaires)
            .partition(|one| is_list(one.field));
        for proposal in plain {
            lines.push(pen.sureness(proposal));
            let column = toml_text(&proposal.column);
            lines.push(format!("{} = {column}", proposal.field.name()));
        }
        let found = |field: &Field| self.fields.iter().any(|one| one.field == *field);
        for field in WANTED.iter().filter(|field| !found(field)) {
            lines.push(pen.comment(&Told::new("suggest-missing").text("field", field.name())));
        }
        lines.extend(self.hours(&pen));
        lines.extend(self.lists(&pen, &lists));
        if !self.unused.is_empty() {
            let columns = self.unused.join(" | ");
            lines.push(String::new());
            lines.push(pen.comment(&Told::new("suggest-unused").text("columns", columns)));
        }
        lines.join("\n")
    }

    fn hours(&self, pen: &Pen<'_>) -> Vec<String> {
        let whole = self.fields.iter().find(|one| one.field == Field::Horaires);
        let mut lines = Vec::new();
        if let Some(proposal) = whole {
            lines.extend([
                String::new(),
                "[horaires]".to_owned(),
                pen.sureness(proposal),
            ]);
            lines.push(format!("texte = {}", toml_text(&proposal.column)));
        }
        if !self.days.is_empty() {
            lines.extend([String::new(), "[horaires.jours]".to_owned()]);
            for (day, columns) in &self.days {
                lines.push(format!("{} = {}", day_key(*day), toml_texts(columns)));
            }
        }
        lines
    }

    fn lists(&self, pen: &Pen<'_>, lists: &[&Proposal]) -> Vec<String> {
        let mut lines = Vec::new();
        if !lists.is_empty() {
            lines.extend([String::new(), "[listes]".to_owned()]);
        }
        for proposal in lists {
            let (field, column) = (proposal.field.name(), toml_text(&proposal.column));
            lines.push(pen.sureness(proposal));
            if proposal.copies {
                lines.push(format!("{field} = [{{ copie = {column} }}]"));
                continue;
            }
            lines.push(pen.comment(&Told::new("suggest-list").text("field", field)));
            lines.push(format!("# {field} = ["));
            for cell in self.frequent.get(&proposal.field).into_iter().flatten() {
                let cell = toml_text(cell);
                lines.push(format!(
                    "#   {{ si = {column}, contient = {cell}, valeur = \"\" }},"
                ));
            }
            lines.push("# ]".to_owned());
        }
        lines
    }
}

/// Writes the comments.
struct Pen<'a> {
    word: &'a dyn Fn(&Told) -> String,
}

impl Pen<'_> {
    fn comment(&self, told: &Told) -> String {
        let text = (self.word)(told);
        let lines = text.lines().map(|line| format!("# {line}"));
        lines.collect::<Vec<_>>().join("\n")
    }

    /// How sure the proposal is, without any value of the list: a cell may name a person.
    fn sureness(&self, proposal: &Proposal) -> String {
        let percent = |share: f64| format!("{:.0}", share * 100.0);
        let header = percent(proposal.header);
        self.comment(&match proposal.values {
            Some(values) => Told::new("suggest-sure-both")
                .text("header", header)
                .text("values", percent(values)),
            None => Told::new("suggest-sure-header").text("header", header),
        })
    }
}

const fn day_key(day: Weekday) -> &'static str {
    match day {
        Weekday::Mon => "lundi",
        Weekday::Tue => "mardi",
        Weekday::Wed => "mercredi",
        Weekday::Thu => "jeudi",
        Weekday::Fri => "vendredi",
        Weekday::Sat => "samedi",
        Weekday::Sun => "dimanche",
    }
}

/// A TOML string: what JSON writes is also TOML, but for the escapes of characters beyond the basic plane, which JSON
/// leaves as they are.
fn toml_text(text: &str) -> String {
    serde_json::Value::String(text.to_owned()).to_string()
}

fn toml_texts(texts: &[String]) -> String {
    match texts {
        [one] => toml_text(one),
        several => {
            let texts: Vec<String> = several.iter().map(|text| toml_text(text)).collect();
            format!("[{}]", texts.join(", "))
        }
    }
}
