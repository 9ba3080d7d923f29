//! `…/axes`: the outline of a roadmap: titles of axes and objectives, new ones, those that are taken away, their order.

use askama::Template;
use axum::extract::{Form, Path};
use axum::response::Response;
use portulan_app::roadmaps::outline::{axis_name, fill, new_objective_name, objective_name};
use portulan_app::roadmaps::{self, Fault};
use portulan_model::roadmaps::Axis;

use super::desk::{Pairs, Reached, TAB};
use super::form::Sheet;
use crate::auth::{Desk, Refused, done};
use crate::pages::page::{Page, html_form};
use crate::pages::parts::Text;

#[derive(Template)]
#[template(path = "roadmaps/outline.html")]
struct OutlinePage {
    page: Page,
    crumbs: Vec<(String, String)>,
    action: String,
    faults: Option<String>,
    axes: Vec<AxisForm>,
    new_axis: Text,
    new_axis_id: String,
}

/// An axis of the form.
struct AxisForm {
    line: TitleForm,
    objectives: Vec<TitleForm>,
    new: Text,
    new_id: String,
}

/// A title that may change, and its name.
struct TitleForm {
    input: Text,
    read: String,
    /// What the buttons that move it and the box that takes it away are called.
    up: Option<String>,
    remove: Option<String>,
}

/// `GET …/{roadmap}/axes`.
pub(super) async fn show(
    desk: Desk,
    Path((slug, roadmap)): Path<(String, String)>,
) -> Result<Response, Refused> {
    let at = Reached::open(&desk, &slug, &roadmap).await?;
    let pairs = fill(at.roadmap.working());
    Ok(page(&desk, &at, &pairs, &[]))
}

/// `POST …/{roadmap}/axes`.
pub(super) async fn save(
    desk: Desk,
    Path((slug, roadmap)): Path<(String, String)>,
    Form(pairs): Form<Pairs>,
) -> Result<Response, Refused> {
    let at = Reached::open(&desk, &slug, &roadmap).await?;
    let saved = roadmaps::set_outline(desk.app(), &at.may, &at.roadmap.slug, &pairs).await?;
    match saved {
        Ok(()) => {
            // Whoever adds or moves is not done yet.
            let more = pairs.iter().any(|(name, _)| name == "monter");
            let more = more
                || pairs
                    .iter()
                    .any(|(name, value)| name == "geste" && value == "suite");
            let back = if more {
                format!("{}/axes", at.address())
            } else {
                at.address()
            };
            Ok(done(&back, "roadmap-saved"))
        }
        Err(faults) => Ok(page(&desk, &at, &pairs, &faults)),
    }
}

fn page(desk: &Desk, at: &Reached, pairs: &Pairs, faults: &[Fault]) -> Response {
    let words = desk.words();
    let sheet = Sheet::of(words, pairs, faults);
    let (axis_id, _, _) = roadmaps::new_ids(desk.app());
    let content = at.roadmap.working();
    let axes = content.axes.iter().enumerate();
    let template = OutlinePage {
        page: desk.page(words.get("roadmap-outline"), TAB),
        crumbs: at.crumbs(desk),
        action: format!("{}/axes", at.address()),
        faults: sheet.summary(),
        axes: axes
            .map(|(rank, axis)| axis_form(desk, &sheet, rank, axis))
            .collect(),
        new_axis: sheet.input("nouvel-axe", "nouvel-axe"),
        new_axis_id: kept(pairs, "nouvel-axe-id").unwrap_or_else(|| axis_id.to_string()),
    };
    html_form(!faults.is_empty(), &template)
}

/// The id that a form carries already: what was typed is added once.
fn kept(pairs: &Pairs, name: &str) -> Option<String> {
    let found = pairs.iter().find(|(given, _)| given == name);
    found
        .map(|(_, value)| value.clone())
        .filter(|value| !value.is_empty())
}

fn axis_form(desk: &Desk, sheet: &Sheet<'_>, rank: usize, axis: &Axis) -> AxisForm {
    let words = desk.words();
    let new = new_objective_name(axis.id);
    let (_, objective, _) = roadmaps::new_ids(desk.app());
    let pairs = sheet.pairs.to_vec();
    let title = |name: String, title: &str, rank: usize, empty: bool, word: &str| {
        let told = [("title", title.into())];
        TitleForm {
            read: kept(&pairs, &format!("{name}-lu")).unwrap_or_else(|| title.to_owned()),
            up: (rank > 0).then(|| words.with("roadmap-raise", &told)),
            remove: empty.then(|| words.with("roadmap-remove", &told)),
            input: Text {
                label: words.with(
                    &format!("roadmap-title-{word}"),
                    &[("n", (rank + 1).into())],
                ),
                ..sheet.input(&name, word)
            },
        }
    };
    let objectives = axis.objectives.iter().enumerate();
    AxisForm {
        line: title(
            axis_name(axis.id),
            &axis.title,
            rank,
            axis.objectives.is_empty(),
            "axe",
        ),
        objectives: objectives
            .map(|(rank, one)| {
                let name = objective_name(one.id);
                title(name, &one.title, rank, one.actions.is_empty(), "objectif")
            })
            .collect(),
        new_id: kept(&pairs, &format!("{new}-id")).unwrap_or_else(|| objective.to_string()),
        new: sheet.input(&new, "nouvel-objectif"),
    }
}
