//! `…/objectifs/<id>`: an objective: its title, what is measured of it, what it serves above.

use axum::extract::{Form, Path};
use axum::http::StatusCode;
use axum::response::Response;
use portulan_app::editing::Outcome;
use portulan_app::roadmaps::form::{fill_objective, read_objective};
use portulan_app::roadmaps::parts::ObjectivePart;
use portulan_app::roadmaps::{self, Fault};
use portulan_model::ObjectiveId;
use portulan_model::roadmaps::Objective;

use super::desk::{Clash, FormView, Pairs, Reached, carried, wanted};
use super::form::{Sheet, indicators, serves};
use super::view;
use crate::auth::{Desk, Refused, done, named};
use crate::pages::editing::answers::Answers;

fn found(at: &Reached, id: &str) -> Result<Objective, Refused> {
    let id: ObjectiveId = named(id)?;
    let mut all = at.roadmap.working().objectives();
    let known = all.find(|one| one.id == id).cloned();
    known.ok_or(Refused(StatusCode::NOT_FOUND))
}

/// `GET …/{roadmap}/objectifs/{objective}`.
pub(super) async fn show(
    desk: Desk,
    Path((slug, roadmap, id)): Path<(String, String, String)>,
) -> Result<Response, Refused> {
    let at = Reached::open(&desk, &slug, &roadmap).await?;
    let known = found(&at, &id)?;
    Ok(page(&desk, &at, &known, &fill_objective(&known), &[]))
}

/// `POST …/{roadmap}/objectifs/{objective}`.
pub(super) async fn save(
    desk: Desk,
    Path((slug, roadmap, id)): Path<(String, String, String)>,
    Form(pairs): Form<Pairs>,
) -> Result<Response, Refused> {
    let at = Reached::open(&desk, &slug, &roadmap).await?;
    let known = found(&at, &id)?;
    let mut draw = || roadmaps::new_indicator(desk.app());
    let mine = match read_objective(&known, &pairs, &mut draw) {
        Ok(mine) => mine,
        Err(faults) => return Ok(page(&desk, &at, &known, &pairs, &faults)),
    };
    let answers = Answers::of(pairs);
    let before = answers
        .before()
        .filter(|read: &Objective| read.id == known.id);
    let before = before.unwrap_or_else(|| known.clone());
    let change = wanted(
        &answers,
        &ObjectivePart::ALL,
        ObjectivePart::slug,
        (before, mine),
    );
    let saved = roadmaps::put_objective(desk.app(), &at.may, &at.roadmap.slug, &change).await?;
    let Outcome::Clash { fields, theirs } = saved else {
        return Ok(done(&at.address(), "roadmap-saved"));
    };
    let told = |part: &ObjectivePart, one: &Objective| told(&desk, *part, one);
    let clash = Clash {
        fields: &fields,
        slug: ObjectivePart::slug,
        told: &told,
    };
    let ways = (address(&at, &known), at.address());
    Ok(clash.page(&desk, ways, &answers, (&theirs, &change)))
}

fn told(desk: &Desk, part: ObjectivePart, one: &Objective) -> Vec<String> {
    match part {
        ObjectivePart::Title => vec![one.title.clone()],
        ObjectivePart::Indicators => {
            let all = view::indicators(&desk.visit, &one.indicators).into_iter();
            all.map(|one| format!("{} : {} → {}", one.name, one.start, one.target))
                .collect()
        }
        ObjectivePart::Serves => {
            let links = one.serves.iter();
            links
                .map(|link| view::served(&desk.visit, link).words)
                .collect()
        }
    }
}

fn address(at: &Reached, objective: &Objective) -> String {
    format!("{}/objectifs/{}", at.address(), objective.id)
}

fn page(desk: &Desk, at: &Reached, known: &Objective, pairs: &Pairs, faults: &[Fault]) -> Response {
    let words = desk.words();
    let sheet = Sheet::of(words, pairs, faults);
    // The actions of an objective are changed on their own pages: what was read of them says nothing here.
    let alone = Objective {
        actions: Vec::new(),
        ..known.clone()
    };
    let mut fields = vec![carried(pairs, &alone), sheet.line("titre")];
    fields.extend(serves(desk, &sheet, &at.roadmap));
    fields.extend(indicators(&sheet));
    FormView {
        title: words.get("roadmap-objective"),
        crumbs: at.crumbs(desk),
        action: address(at, known),
        faults: sheet.summary(),
        fields,
        ..FormView::default()
    }
    .show(desk)
}
