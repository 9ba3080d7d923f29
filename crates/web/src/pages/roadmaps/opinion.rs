//! `/espace/structures/<slug>/avis`: the roadmaps on which an organisation is asked what it thinks, and each of them whole,
//! with the form of its opinion. The last one that is given counts.

use askama::Template;
use axum::extract::{Form, Path};
use axum::http::StatusCode;
use axum::response::Response;
use portulan_app::rights;
use portulan_app::roadmaps::{self, Fault};
use portulan_i18n::date;
use portulan_model::Slug;
use portulan_model::consultations::View;
use portulan_model::people::Organisation;
use portulan_model::proposals::Prose;
use portulan_model::roadmaps::{Roadmap, RoadmapState};
use portulan_policy::Capability;
use portulan_policy::actions::GiveOpinion;

use super::desk::Pairs;
use super::form::Sheet;
use super::view::{self, AxisView};
use super::{opinion_address, words};
use crate::auth::{Desk, Refused, done, named};
use crate::pages::page::{Page, html, html_form};
use crate::pages::parts::Field;

/// What one may think, in the order of the form.
const VIEWS: [View; 3] = [View::Favourable, View::Reserved, View::Opposed];

#[derive(Template)]
#[template(path = "roadmaps/asked.html")]
struct AskedPage {
    page: Page,
    organisation: String,
    /// Address, title, body, until when.
    rows: Vec<(String, String, String, String)>,
}

#[derive(Template)]
#[template(path = "roadmaps/opinion.html")]
struct OpinionPage {
    page: Page,
    back: (String, String),
    action: String,
    lead: String,
    body: String,
    period: String,
    area: String,
    axes: Vec<AxisView>,
    faults: Option<String>,
    fields: Vec<Field>,
    given: Option<String>,
}

fn reached(desk: &Desk, slug: &str) -> Result<(Organisation, Capability<GiveOpinion>), Refused> {
    let slug: Slug = named(slug)?;
    let directory = &desk.visit.directory;
    let known = directory.organisations.get(&slug).cloned();
    let known = known.ok_or(Refused(StatusCode::NOT_FOUND))?;
    let may = desk.may_on(rights::organisation(directory, &known))?;
    Ok((known, may))
}

fn list_address(organisation: &Slug) -> String {
    format!("/espace/structures/{organisation}/avis")
}

/// `GET /espace/structures/{slug}/avis`.
pub(super) async fn list(desk: Desk, Path(slug): Path<String>) -> Result<Response, Refused> {
    let (organisation, may) = reached(&desk, &slug)?;
    let asked = roadmaps::to_opine(desk.app(), &may).await?;
    let row = |one: &Roadmap| {
        (
            opinion_address(&organisation.slug, &one.slug),
            one.title.clone(),
            words::body(&desk.visit.directory, &one.body),
            until(&desk, one),
        )
    };
    Ok(html(&AskedPage {
        page: desk.page(desk.words().get("roadmap-asked-title"), "structures"),
        organisation: organisation.name.clone(),
        rows: asked.iter().map(row).collect(),
    }))
}

/// Until when it is asked.
fn until(desk: &Desk, roadmap: &Roadmap) -> String {
    let last = match &roadmap.state {
        RoadmapState::InConsultation { consultation } => consultation.period().to(),
        _ => None,
    };
    let Some(last) = last else {
        return String::new();
    };
    let told = [("date", date(desk.visit.lang, last).into())];
    desk.words().with("roadmap-asked-until", &told)
}

/// `GET /espace/structures/{slug}/avis/{asked}`.
pub(super) async fn show(
    desk: Desk,
    Path((slug, asked)): Path<(String, String)>,
) -> Result<Response, Refused> {
    let (organisation, may) = reached(&desk, &slug)?;
    let roadmap = roadmaps::asked(desk.app(), &may, &named(&asked)?).await?;
    let given = given(&roadmap, &organisation.slug);
    let mut pairs = Pairs::new();
    if let Some((view, words)) = &given {
        pairs.push(("avis".to_owned(), view.slug().to_owned()));
        pairs.push(("motif-avis".to_owned(), words.clone()));
    }
    Ok(page(&desk, &organisation, &roadmap, &pairs, &[]))
}

/// What an organisation said last.
fn given(roadmap: &Roadmap, organisation: &Slug) -> Option<(View, String)> {
    let RoadmapState::InConsultation { consultation } = &roadmap.state else {
        return None;
    };
    let standing = consultation.standing();
    let own = standing
        .iter()
        .find(|one| one.organisation == *organisation)?;
    let words = own.words.as_ref().map(ToString::to_string);
    Some((own.view, words.unwrap_or_default()))
}

/// `POST /espace/structures/{slug}/avis/{asked}`.
pub(super) async fn give(
    desk: Desk,
    Path((slug, asked)): Path<(String, String)>,
    Form(pairs): Form<Pairs>,
) -> Result<Response, Refused> {
    let (organisation, may) = reached(&desk, &slug)?;
    let roadmap = roadmaps::asked(desk.app(), &may, &named(&asked)?).await?;
    let opinion = match read(&pairs) {
        Ok(opinion) => opinion,
        Err(faults) => return Ok(page(&desk, &organisation, &roadmap, &pairs, &faults)),
    };
    let back = list_address(&organisation.slug);
    match roadmaps::hear(desk.app(), &may, &roadmap.slug, opinion).await {
        Ok(()) => Ok(done(&back, "roadmap-opinion")),
        Err(portulan_app::Error::Conflict(_)) => Ok(done(&back, "roadmap-not-now")),
        Err(error) => Err(error.into()),
    }
}

/// Reads an opinion; whoever is not favourable says why.
fn read(pairs: &Pairs) -> Result<(View, Option<Prose>), Vec<Fault>> {
    let one = |name: &str| {
        let found = pairs.iter().find(|(given, _)| given == name);
        found.map_or("", |(_, value)| value.as_str())
    };
    let mut wrong = Vec::new();
    let view = VIEWS.into_iter().find(|view| view.slug() == one("avis"));
    if view.is_none() {
        wrong.push(Fault::new("avis", "roadmap-wrong-view"));
    }
    let words = Prose::read(one("motif-avis")).unwrap_or_else(|_too_long| {
        wrong.push(Fault::new("motif-avis", "roadmap-wrong-long"));
        None
    });
    let unsaid = words.is_none() && view.is_some_and(|view| view != View::Favourable);
    if unsaid && wrong.is_empty() {
        wrong.push(Fault::new("motif-avis", "roadmap-wrong-unsaid"));
    }
    match view {
        Some(view) if wrong.is_empty() => Ok((view, words)),
        _ => Err(wrong),
    }
}

fn page(
    desk: &Desk,
    organisation: &Organisation,
    roadmap: &Roadmap,
    pairs: &Pairs,
    faults: &[Fault],
) -> Response {
    let (words, visit) = (desk.words(), &desk.visit);
    let sheet = Sheet::of(words, pairs, faults);
    let views = VIEWS.map(|view| {
        let label = words.get(&format!("roadmap-view-{}", view.slug()));
        (view.slug().to_owned(), label)
    });
    let told = [("organisation", organisation.name.as_str().into())];
    let given = given(roadmap, &organisation.slug).map(|(view, _)| {
        let view = words.get(&format!("roadmap-view-{}", view.slug()));
        words.with("roadmap-opinion-given", &[("view", view.into())])
    });
    let template = OpinionPage {
        page: desk.page(roadmap.title.clone(), "structures"),
        back: (
            list_address(&organisation.slug),
            words.get("roadmap-asked-title"),
        ),
        action: opinion_address(&organisation.slug, &roadmap.slug),
        lead: format!(
            "{} {}",
            words.with("roadmap-opinion-lead", &told),
            until(desk, roadmap)
        ),
        body: words::body(&visit.directory, &roadmap.body),
        period: words::period(visit.lang, roadmap.period),
        area: words::area(visit, &roadmap.area),
        axes: view::axes(visit, roadmap, &roadmap.content, None),
        faults: sheet.summary(),
        fields: vec![
            sheet.boxes("avis", true, views.into_iter()),
            sheet.lines("motif-avis", 5),
        ],
        given,
    };
    html_form(!faults.is_empty(), &template)
}
