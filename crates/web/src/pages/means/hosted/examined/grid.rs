//! `…/appels/<appel>/examen/grille`: the criteria on which applications are marked, a line each with how much it counts.

use axum::extract::{Form as Sent, Path};
use axum::response::Response;
use portulan_app::means::examination;
use portulan_model::means::examination::{Criterion, Grid};
use portulan_model::proposals::Prose;
use portulan_policy::actions::DecideApplications;

use super::super::{Holding, Pairs};
use super::{TAB, told};
use crate::auth::{Desk, Refused, done};
use crate::pages::bodies::leads;
use crate::pages::editing::answers::Answers;
use crate::pages::parts::{Ask, Form, Head, Part, desk_page};
use crate::pages::typed::faults;

const CRITERIA: &str = "examen-criteres";

/// `GET …/examen/grille`.
pub(super) async fn show(
    desk: Desk,
    Path((slug, call)): Path<(String, String)>,
) -> Result<Response, Refused> {
    let at = Holding::open(&desk, (&slug, &call))?;
    let board = examination::board(desk.app(), &at.may, &at.call).await?;
    let line = |one: &Criterion| format!("{} : {}", one.label, one.weight);
    let lines: Vec<String> = board.panel.grid.criteria().iter().map(line).collect();
    let mut answers = Answers::default();
    answers.put(CRITERIA, lines.join("\n"));
    Ok(page(&desk, &at, &answers))
}

/// `POST …/examen/grille`.
pub(super) async fn save(
    desk: Desk,
    Path((slug, call)): Path<(String, String)>,
    Sent(pairs): Sent<Pairs>,
) -> Result<Response, Refused> {
    let at = Holding::open(&desk, (&slug, &call))?;
    let may = leads::<DecideApplications>(&desk, &at.body)?;
    let mut answers = Answers::of(pairs);
    let Some(grid) = read(answers.text(CRITERIA)) else {
        let told = [("n", Grid::MOST.into())];
        answers.fault(CRITERIA, desk.words().with("examen-faux-criteres", &told));
        return Ok(page(&desk, &at, &answers));
    };
    match examination::set_grid(desk.app(), &may, &at.call, grid).await {
        Ok(()) => Ok(done(&at.at("examen"), "examen-grille-ecrite")),
        Err(error) => {
            answers.fault(CRITERIA, told::refusal(&desk, error)?);
            Ok(page(&desk, &at, &answers))
        }
    }
}

/// One criterion a line: its name, a colon, how much it counts.
fn read(text: &str) -> Option<Grid> {
    let lines = text.lines().filter(|line| !line.trim().is_empty());
    let criterion = |(id, line): (u32, &str)| {
        let (label, weight) = line.rsplit_once(':')?;
        let label = Prose::line(label, Grid::LABEL).ok().flatten()?;
        let weight = weight.trim().parse().ok()?;
        Some(Criterion { id, label, weight })
    };
    let all: Option<Vec<Criterion>> = (1..).zip(lines).map(criterion).collect();
    Grid::new(all?).ok()
}

fn page(desk: &Desk, at: &Holding, answers: &Answers) -> Response {
    let words = desk.words();
    let form = Form {
        id: "grille",
        title: None,
        action: at.at("examen/grille"),
        faults: faults(words, answers),
        fields: vec![Ask { words, answers }.area(CRITERIA, 6)],
        submit: words.get("examen-grille-ecrire"),
        plain: false,
    };
    let head = Head {
        crumbs: vec![(desk.visit.link(&at.at("examen")), words.get("examen-title"))],
        lead: words.get("examen-grille-lead"),
    };
    desk_page(
        desk.page(words.get("examen-grille"), TAB),
        head,
        vec![Part::Form(form)],
    )
}
