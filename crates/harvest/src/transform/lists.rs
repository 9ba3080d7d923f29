//! The lists of a place: what the choices of a mapping give, and what they leave unmapped.

use portulan_formats::Record;

use crate::mapping::{Choice, Gives, Mapping, Target};
use crate::unmapped::Unmapped;
use crate::{Draft, Field, Severity, kinds};

/// "Ce lieu n'accueille pas de public".
const NO_PUBLIC: &str = "Ce lieu n'accueille pas de public";
/// The programme whose places are all of the network `RFS`.
const FRANCE_SERVICES: &str = "France Services";
const FRANCE_SERVICES_KIND: &str = "RFS";

/// Gives the draft its lists.
pub(super) fn fill(draft: &mut Draft, mapping: &Mapping, row: &Record, unmapped: &mut Unmapped) {
    // Some services are given only with a form of help, so the forms of help come first.
    let first = Field::ModalitesAccompagnement;
    let rest = mapping.choices.iter().filter(|(field, _)| **field != first);
    let first = mapping.choices.get_key_value(&first);
    for (field, choices) in first.into_iter().chain(rest) {
        let given = choose(draft, choices, row);
        count_unmapped(*field, choices, row, unmapped);
        if !given {
            note_unmapped(draft, *field, choices, row);
        }
    }
    kinds_of_name(draft);
    if holds(draft, Field::ModalitesAcces, NO_PUBLIC) {
        draft.say(
            Field::ModalitesAcces,
            NO_PUBLIC,
            "no-public",
            Severity::Info,
        );
    }
}

fn choose(draft: &mut Draft, choices: &[Choice], row: &Record) -> bool {
    let mut given = false;
    for choice in choices {
        let support = choice.only_with_support.as_deref();
        let allowed =
            support.is_none_or(|support| holds(draft, Field::ModalitesAccompagnement, support));
        if !allowed || !choice.holds(row) {
            continue;
        }
        given = true;
        match &choice.gives {
            Gives::Value(Target { field, value }) => draft.add(*field, value),
            Gives::Cells => {
                for cell in choice.cells(row) {
                    for part in cell
                        .split('|')
                        .map(str::trim)
                        .filter(|part| !part.is_empty())
                    {
                        draft.add(Field::AutresFormationsLabels, part);
                    }
                }
            }
            Gives::Nothing => given = false,
        }
    }
    given
}

fn holds(draft: &Draft, field: Field, value: &str) -> bool {
    draft
        .get(field)
        .is_some_and(|list| list.split('|').any(|known| known == value))
}

/// The columns that the choices of a field look into with terms.
fn looked_into(choices: &[Choice]) -> Vec<&str> {
    let with_terms = choices.iter().filter(|choice| choice.terms.is_some());
    let mut columns: Vec<&str> = with_terms
        .flat_map(|choice| choice.columns.iter().flatten())
        .map(String::as_str)
        .collect();
    columns.sort_unstable();
    columns.dedup();
    columns
}

/// A cell of which no choice made anything is counted.
fn count_unmapped(field: Field, choices: &[Choice], row: &Record, unmapped: &mut Unmapped) {
    for column in looked_into(choices) {
        let Some(cell) = row.get(column).map(str::trim) else {
            continue;
        };
        let alive = |choice: &&Choice| choice.gives != Gives::Nothing;
        let reached = choices
            .iter()
            .filter(alive)
            .any(|choice| choice.cells(row).any(|held| held == cell));
        if !cell.is_empty() && !reached {
            unmapped.count(field, cell);
        }
    }
}

/// A list that stays empty though its columns are not is said once, with its first cell.
fn note_unmapped(draft: &mut Draft, field: Field, choices: &[Choice], row: &Record) {
    let cells = looked_into(choices)
        .into_iter()
        .filter_map(|column| row.get(column));
    if let Some(cell) = cells.map(str::trim).find(|cell| !cell.is_empty()) {
        draft.say(field, cell, "unmapped", Severity::Lost);
    }
}

/// What the name gives away is added to the kinds, and said.
fn kinds_of_name(draft: &mut Draft) {
    let before = draft.get(Field::Typologie).unwrap_or_default().to_owned();
    let name = draft.get(Field::Nom).unwrap_or_default().to_owned();
    for code in kinds::of_name(&name) {
        draft.add(Field::Typologie, code);
    }
    if holds(draft, Field::DispositifProgrammesNationaux, FRANCE_SERVICES) {
        draft.add(Field::Typologie, FRANCE_SERVICES_KIND);
    }
    if draft.get(Field::Typologie).unwrap_or_default() != before {
        draft.say(Field::Typologie, &name, "kind-from-name", Severity::Info);
    }
}
