//! `harvest suggest`: a first mapping, in Portulan's own format, for a person to correct.

use std::path::Path;

use chrono::Weekday;
use portulan_harvest::mapping::suggest::{Proposal, SAMPLE, Suggestion, suggest as propose};
use portulan_harvest::{Field, mapping};

use super::open_list;
use crate::args::ListArgs;
use crate::outcome::{Failure, say};
use crate::words::{format_error, words};

/// Proposes a mapping from the first rows of a list.
pub(crate) fn suggest(file: &Path, list: &ListArgs) -> Result<(), Failure> {
    let rows = open_list(file, list)?
        .take(SAMPLE)
        .collect::<Result<Vec<_>, _>>()
        .map_err(|error| Failure::Refused(format_error(&error)))?;
    let text = written(&propose(&rows));
    say(&text);
    Ok(())
}

fn written(suggestion: &Suggestion) -> String {
    let words = words();
    let mut lines = vec![
        comment(&words.get("suggest-intro")),
        String::new(),
        "[champs]".to_owned(),
    ];
    let (lists, plain): (Vec<_>, Vec<_>) = suggestion
        .fields
        .iter()
        .filter(|one| one.field != Field::Horaires)
        .partition(|one| mapping::is_list(one.field));
    for proposal in plain {
        lines.push(sureness(proposal));
        lines.push(format!(
            "{} = {}",
            proposal.field.name(),
            toml_text(&proposal.column)
        ));
    }
    for field in [
        Field::Nom,
        Field::Commune,
        Field::CodePostal,
        Field::Adresse,
    ] {
        if !suggestion.fields.iter().any(|one| one.field == field) {
            lines.push(comment(
                &words.with("suggest-missing", &[("field", field.name().into())]),
            ));
        }
    }
    lines.extend(hours(suggestion));
    lines.extend(list_lines(suggestion, &lists));
    if !suggestion.unused.is_empty() {
        let columns = suggestion.unused.join(" | ");
        lines.push(String::new());
        lines.push(comment(
            &words.with("suggest-unused", &[("columns", columns.into())]),
        ));
    }
    lines.join("\n")
}

fn comment(text: &str) -> String {
    let lines = text.lines().map(|line| format!("# {line}"));
    lines.collect::<Vec<_>>().join("\n")
}

/// How sure the proposal is, without any value of the list: a cell may name a person.
fn sureness(proposal: &Proposal) -> String {
    let percent = |share: f64| format!("{:.0}", share * 100.0);
    let header = percent(proposal.header);
    let text = match proposal.values {
        Some(values) => words().with(
            "suggest-sure-both",
            &[
                ("header", header.into()),
                ("values", percent(values).into()),
            ],
        ),
        None => words().with("suggest-sure-header", &[("header", header.into())]),
    };
    comment(&text)
}

fn hours(suggestion: &Suggestion) -> Vec<String> {
    let whole = suggestion
        .fields
        .iter()
        .find(|one| one.field == Field::Horaires);
    let mut lines = Vec::new();
    if let Some(proposal) = whole {
        lines.extend([String::new(), "[horaires]".to_owned(), sureness(proposal)]);
        lines.push(format!("texte = {}", toml_text(&proposal.column)));
    }
    if !suggestion.days.is_empty() {
        lines.extend([String::new(), "[horaires.jours]".to_owned()]);
        for (day, columns) in &suggestion.days {
            lines.push(format!("{} = {}", day_key(*day), toml_texts(columns)));
        }
    }
    lines
}

fn list_lines(suggestion: &Suggestion, lists: &[&Proposal]) -> Vec<String> {
    let mut lines = Vec::new();
    if !lists.is_empty() {
        lines.extend([String::new(), "[listes]".to_owned()]);
    }
    for proposal in lists {
        let (field, column) = (proposal.field.name(), toml_text(&proposal.column));
        lines.push(sureness(proposal));
        if proposal.copies {
            lines.push(format!("{field} = [{{ copie = {column} }}]"));
            continue;
        }
        lines.push(comment(
            &words().with("suggest-list", &[("field", field.into())]),
        ));
        lines.push(format!("# {field} = ["));
        for cell in suggestion
            .frequent
            .get(&proposal.field)
            .into_iter()
            .flatten()
        {
            let cell = toml_text(cell);
            lines.push(format!(
                "#   {{ si = {column}, contient = {cell}, valeur = \"\" }},"
            ));
        }
        lines.push("# ]".to_owned());
    }
    lines
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
