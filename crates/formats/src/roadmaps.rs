//! Roadmaps as CSV: one row for each action, and one row for each action as the national form asks for it.
//!
//! Names come from the caller: nothing is looked up here. Cells that a spreadsheet would run are made texts.

use std::fmt::Write as _;

use portulan_model::roadmaps::{Action, ActionState, Axis, Content, Measure, Objective, Roadmap};
use portulan_model::{Cents, ClosedList, PlaceId, Slug};

use crate::national::push_cell;

/// The columns of the list of actions.
pub const ACTION_COLUMNS: [&str; 26] = [
    "feuille_de_route",
    "axe",
    "objectif",
    "id_action",
    "action",
    "contexte",
    "description",
    "besoins",
    "autre_besoin",
    "agents_a_former",
    "salaries_a_former",
    "publics",
    "services",
    "communes",
    "lieux",
    "porteurs",
    "partenaires",
    "debut",
    "fin",
    "etat",
    "motif",
    "cout",
    "demande",
    "cofinancements",
    "budget_par_annee",
    "indicateurs",
];

/// The columns of the export for the national form, in its order.
pub const FORM_COLUMNS: [&str; 16] = [
    "feuille_de_route",
    "nom",
    "contexte",
    "description",
    "besoins",
    "annee_debut",
    "annee_fin",
    "budget_global",
    "subvention_demandee",
    "porteurs",
    "porteurs_siret",
    "porteurs_contacts",
    "cofinanceurs",
    "cofinanceurs_siret",
    "cofinanceurs_montants",
    "manque",
];

/// Who is behind the addresses of a roadmap.
pub trait Names {
    /// The name of an organisation.
    fn organisation(&self, slug: &Slug) -> String;
    /// Its SIRET, where it has one.
    fn siret(&self, slug: &Slug) -> Option<String>;
    /// Its public address for messages.
    fn contact(&self, slug: &Slug) -> Option<String>;
    /// The name of a place.
    fn place(&self, id: &PlaceId) -> String;
}

/// All actions of a content of a roadmap.
#[must_use]
pub fn actions_csv(roadmap: &Roadmap, content: &Content, names: &dyn Names) -> String {
    let mut text = header(&ACTION_COLUMNS);
    for axis in &content.axes {
        for objective in &axis.objectives {
            for action in &objective.actions {
                let cells = action_cells(roadmap, (axis, objective, action), names);
                push_row(&cells, &mut text);
            }
        }
    }
    text
}

/// All actions as the national form asks for them; what it would miss is named in the last column.
#[must_use]
pub fn national_form_csv(roadmap: &Roadmap, content: &Content, names: &dyn Names) -> String {
    let mut text = header(&FORM_COLUMNS);
    for action in content.actions() {
        push_row(&form_cells(roadmap, action, names), &mut text);
    }
    text
}

fn header(columns: &[&str]) -> String {
    let mut text = columns.join(",");
    text.push('\n');
    text
}

fn push_row(cells: &[String], text: &mut String) {
    for (at, cell) in cells.iter().enumerate() {
        if at > 0 {
            text.push(',');
        }
        push_cell(cell, text);
    }
    text.push('\n');
}

fn action_cells(
    roadmap: &Roadmap,
    (axis, objective, action): (&Axis, &Objective, &Action),
    names: &dyn Names,
) -> Vec<String> {
    let period = action.period_in(roadmap.period);
    let day = |day: Option<chrono::NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
    let reason = match &action.state {
        ActionState::Abandoned { reason } => reason.clone(),
        _ => String::new(),
    };
    vec![
        roadmap.title.clone(),
        axis.title.clone(),
        objective.title.clone(),
        action.id.to_string(),
        action.title.clone(),
        prose(action.context.as_ref()),
        prose(action.summary.as_ref()),
        list(action.needs.iter().map(|one| one.national().to_owned())),
        action.other_need.clone().unwrap_or_default(),
        count(action.trained.agents),
        count(action.trained.association_staff),
        list(action.publics.iter().map(|one| one.national().to_owned())),
        list(action.services.iter().map(|one| one.national().to_owned())),
        action.area_in(&roadmap.area).to_string(),
        list(action.places.iter().map(|id| names.place(id))),
        list(action.leads.iter().map(|slug| names.organisation(slug))),
        list(action.partners.iter().map(|slug| names.organisation(slug))),
        day(period.from()),
        day(period.to()),
        state(&action.state).to_owned(),
        reason,
        total(action.budget.iter().map(|year| year.total)),
        total(action.budget.iter().map(|year| year.asked)),
        total(paid(action)),
        list(
            action
                .budget
                .iter()
                .map(|one| format!("{} : {}", one.year, one.total)),
        ),
        list(action.indicators.iter().map(indicator)),
    ]
}

/// The word of a state in files.
const fn state(state: &ActionState) -> &'static str {
    match state {
        ActionState::Planned => "prévue",
        ActionState::Underway => "en cours",
        ActionState::Done => "faite",
        ActionState::Abandoned { .. } => "abandonnée",
    }
}

fn form_cells(roadmap: &Roadmap, action: &Action, names: &dyn Names) -> Vec<String> {
    use chrono::Datelike as _;
    let period = action.period_in(roadmap.period);
    let year = |day: Option<chrono::NaiveDate>| day.map(|day| day.year().to_string());
    let first = year(period.from()).unwrap_or_default();
    // The form takes the first year for the last where none is given.
    let last = year(period.to()).unwrap_or_else(|| first.clone());
    let national = action.needs.iter().filter(|need| need.is_national());
    let funding = || action.budget.iter().flat_map(|year| &year.funding);
    vec![
        roadmap.title.clone(),
        action.title.clone(),
        prose(action.context.as_ref()),
        prose(action.summary.as_ref()),
        list(national.map(|one| one.national().to_owned())),
        first,
        last,
        total(action.budget.iter().map(|year| year.total)),
        total(action.budget.iter().map(|year| year.asked)),
        list(action.leads.iter().map(|slug| names.organisation(slug))),
        list(
            action
                .leads
                .iter()
                .map(|slug| names.siret(slug).unwrap_or_default()),
        ),
        list(
            action
                .leads
                .iter()
                .map(|slug| names.contact(slug).unwrap_or_default()),
        ),
        list(funding().map(|one| names.organisation(&one.funder))),
        list(funding().map(|one| names.siret(&one.funder).unwrap_or_default())),
        list(funding().map(|one| one.amount.to_string())),
        missing(action, period.from().is_some(), names),
    ]
}

/// What the national form requires and the action does not say.
fn missing(action: &Action, begins: bool, names: &dyn Names) -> String {
    let national = action
        .needs
        .iter()
        .any(portulan_model::roadmaps::Need::is_national);
    let no_siret = action.leads.iter().any(|slug| names.siret(slug).is_none());
    let all = [
        ("contexte", action.context.is_none()),
        ("description", action.summary.is_none()),
        ("besoin de la liste nationale", !national),
        ("année de début", !begins),
        ("porteur", action.leads.is_empty()),
        ("SIRET d'un porteur", no_siret),
    ];
    let lacking = all.into_iter().filter(|(_, lacks)| *lacks);
    list(lacking.map(|(what, _)| what.to_owned()))
}

fn paid(action: &Action) -> impl Iterator<Item = Cents> {
    let all = action.budget.iter().flat_map(|year| &year.funding);
    all.map(|one| one.amount)
}

/// A sum; nothing where there is nothing to add, or more than can be counted.
fn total(amounts: impl Iterator<Item = Cents>) -> String {
    let mut amounts = amounts.peekable();
    if amounts.peek().is_none() {
        return String::new();
    }
    Cents::total(amounts).map_or_else(|_too_much| String::new(), |sum| sum.to_string())
}

fn indicator(one: &portulan_model::roadmaps::Indicator) -> String {
    let mut text = format!("{} ({})", one.name, one.unit);
    let mut add = |words: &str, value: Option<Measure>| {
        if let Some(value) = value {
            // Writing to a text does not fail.
            let _written = write!(text, " ; {words} {}", Cents::new(value.0));
        }
    };
    add("départ", one.baseline.as_ref().map(|seen| seen.value));
    add("cible", one.target);
    let last = one.observations.iter().max_by_key(|seen| seen.on);
    add("dernier relevé", last.map(|seen| seen.value));
    text
}

fn prose(text: Option<&portulan_model::proposals::Prose>) -> String {
    text.map(ToString::to_string).unwrap_or_default()
}

fn count(number: u32) -> String {
    if number == 0 {
        String::new()
    } else {
        number.to_string()
    }
}

/// Several values in one cell, as the national schema parts them.
fn list(values: impl Iterator<Item = String>) -> String {
    values.collect::<Vec<_>>().join("|")
}

#[cfg(test)]
mod tests {
    use portulan_model::proposals::Prose;
    use portulan_model::roadmaps::{BudgetYear, CoFunding, Need};
    use portulan_model::{ActionId, Period};

    use super::*;

    struct Known;

    impl Names for Known {
        fn organisation(&self, slug: &Slug) -> String {
            slug.as_str().to_uppercase()
        }

        fn siret(&self, slug: &Slug) -> Option<String> {
            (slug.as_str() == "ccas").then(|| "26350001200011".to_owned())
        }

        fn contact(&self, slug: &Slug) -> Option<String> {
            Some(format!("{slug}@example.org"))
        }

        fn place(&self, id: &PlaceId) -> String {
            id.to_string()
        }
    }

    fn roadmap(action: Action) -> Roadmap {
        let mut roadmap = Roadmap::draft(
            "esc".parse().unwrap(),
            "esc".parse().unwrap(),
            "=Feuille".to_owned(),
            Period::years(2024, 2026).unwrap(),
            "35238".parse().unwrap(),
            "2023-10-01".parse().unwrap(),
        );
        roadmap.content = Content::of_one(action);
        roadmap
    }

    fn cells(csv: &str) -> Vec<(String, String)> {
        let mut reader = csv::Reader::from_reader(csv.as_bytes());
        let names = reader.headers().unwrap().clone();
        let row = reader.records().next().unwrap().unwrap();
        let pairs = names.iter().zip(row.iter());
        pairs
            .map(|(name, cell)| (name.to_owned(), cell.to_owned()))
            .collect()
    }

    fn of<'a>(cells: &'a [(String, String)], column: &str) -> &'a str {
        let found = cells.iter().find(|(name, _)| name == column);
        &found.unwrap().1
    }

    fn funded() -> Action {
        let mut action = Action::new(
            ActionId::from_parts(1, [1; 10]),
            "Ouvrir, le soir".to_owned(),
        );
        action.context = Prose::read("Pourquoi.").unwrap();
        action.needs = [Need::Diagnosis, Need::TrainAgents].into_iter().collect();
        action.leads = ["ccas", "caf"].map(|slug| slug.parse().unwrap()).into();
        action.budget = vec![BudgetYear {
            year: 2024,
            total: Cents::euros(100),
            asked: Cents::euros(60),
            funding: vec![CoFunding {
                funder: "caf".parse().unwrap(),
                amount: Cents::new(1_050),
                agreed: true,
            }],
        }];
        action
    }

    #[test]
    fn every_action_is_a_row_that_no_spreadsheet_runs() {
        let roadmap = roadmap(funded());
        let csv = actions_csv(&roadmap, &roadmap.content, &Known);
        let row = cells(&csv);
        assert_eq!(row.len(), ACTION_COLUMNS.len());
        for (column, cell) in [
            ("feuille_de_route", "'=Feuille"),
            ("action", "Ouvrir, le soir"),
            ("communes", "35238"),
            ("porteurs", "CAF|CCAS"),
            ("cout", "100.00"),
            ("cofinancements", "10.50"),
            ("budget_par_annee", "2024 : 100.00"),
            ("debut", "2024-01-01"),
            ("etat", "prévue"),
        ] {
            assert_eq!(of(&row, column), cell, "{column}");
        }
    }

    #[test]
    fn the_national_form_gets_what_it_asks_for_and_is_told_what_it_misses() {
        let roadmap = roadmap(funded());
        let row = cells(&national_form_csv(&roadmap, &roadmap.content, &Known));
        for (column, cell) in [
            ("besoins", "Établir un diagnostic territorial"),
            ("annee_debut", "2024"),
            ("annee_fin", "2026"),
            ("porteurs_siret", "|26350001200011"),
            ("cofinanceurs_montants", "10.50"),
            ("manque", "description|SIRET d'un porteur"),
        ] {
            assert_eq!(of(&row, column), cell, "{column}");
        }
    }
}
