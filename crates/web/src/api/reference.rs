//! What the readable page of the API shows, from the same tables as the OpenAPI document.

use portulan_app::Directory;
use portulan_i18n::{Lang, Words};

use super::parameters::Parameter;
use super::problem::KINDS;
use super::{ROOT, ROUTES, Route};

/// Values of a list that are named; the rest is in the OpenAPI document.
const NAMED: usize = 24;

/// A section of the page: a route, or the kinds of problems.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Section {
    /// Its anchor.
    pub(crate) anchor: String,
    pub(crate) title: String,
    pub(crate) text: String,
    /// `/api/v1/lieux`; `None` where the section is no route.
    pub(crate) route: Option<String>,
    pub(crate) parameters: Vec<Row>,
    /// Media types of its answers.
    pub(crate) formats: Vec<&'static str>,
    /// Addresses to try.
    pub(crate) examples: Vec<String>,
}

/// A line of a table: a parameter, or a kind of problem.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Row {
    /// Anchor of the line, where other documents point at it.
    pub(crate) anchor: Option<String>,
    pub(crate) name: String,
    pub(crate) about: String,
    /// What is allowed.
    pub(crate) values: Vec<String>,
    pub(crate) repeatable: bool,
    pub(crate) required: bool,
}

/// The sections of the page, in order.
pub(crate) fn sections(directory: &Directory) -> Vec<Section> {
    let words = Words::new(Lang::Fr);
    let routes = ROUTES.iter().map(|route| of_route(route, directory, words));
    routes.chain([problems(words)]).collect()
}

fn of_route(route: &Route, directory: &Directory, words: Words) -> Section {
    let all = route.in_path.iter().chain(route.parameters);
    Section {
        anchor: route.name.to_owned(),
        title: words.get(&format!("api-route-{}", route.name)),
        text: words.get(&format!("api-route-{}-about", route.name)),
        route: Some(format!("{ROOT}{}", route.path)),
        parameters: all.map(|parameter| row(parameter, directory)).collect(),
        formats: route
            .formats
            .iter()
            .map(|format| format.media_type())
            .collect(),
        examples: example(route, directory).into_iter().collect(),
    }
}

/// An address to try; that of a place names one that is there.
fn example(route: &Route, directory: &Directory) -> Option<String> {
    let address = format!("{ROOT}{}", route.example);
    if !address.contains("{slug}") {
        return Some(address);
    }
    directory
        .snapshot
        .places()
        .first()
        .map(|place| address.replace("{slug}", place.slug.as_str()))
}

fn row(parameter: &Parameter, directory: &Directory) -> Row {
    let mut values = parameter.allowed(directory);
    if values.len() > NAMED {
        values.truncate(NAMED);
        values.push("…".to_owned());
    }
    Row {
        anchor: None,
        name: parameter.name.to_owned(),
        about: parameter.about(),
        values,
        repeatable: parameter.many,
        required: parameter.required,
    }
}

fn problems(words: Words) -> Section {
    let rows = KINDS.iter().map(|kind| Row {
        anchor: Some(format!("probleme-{kind}")),
        name: (*kind).to_owned(),
        about: words.get(&format!("problem-{kind}")),
        values: Vec::new(),
        repeatable: false,
        required: false,
    });
    Section {
        anchor: "problemes".to_owned(),
        title: words.get("api-problems"),
        text: words.get("api-problems-about"),
        route: None,
        parameters: rows.collect(),
        formats: vec!["application/problem+json"],
        examples: Vec::new(),
    }
}
