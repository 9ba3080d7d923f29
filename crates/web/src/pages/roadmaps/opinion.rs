//! `/espace/structures/<slug>/avis`: the roadmaps on which an organisation is asked what it thinks, and each of them whole,
//! with the form of its opinion. The last one that is given counts.

use askama::Template;
use axum::extract::{Form, Path};
use axum::http::StatusCode;
use axum::response::Response;
use chrono::NaiveDate;
use portulan_app::roadmaps::form::Typed;
use portulan_app::roadmaps::{self, Fault};
use portulan_app::{baselines, rights};
use portulan_i18n::{date, listed};
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
use crate::pages::baselines::asked;
use crate::pages::clusters::seat_name;
use crate::pages::page::{Page, html, html_form};
use crate::pages::parts::Field;

/// What one may think, in the order of the form.
pub(in crate::pages) const VIEWS: [View; 3] = [View::Favourable, View::Reserved, View::Opposed];

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

/// The organisation of an address, and the right to speak for it.
pub(in crate::pages) fn reached(
    desk: &Desk,
    slug: &str,
) -> Result<(Organisation, Capability<GiveOpinion>), Refused> {
    let slug: Slug = named(slug)?;
    let directory = &desk.visit.directory;
    let known = directory.organisations.get(&slug).cloned();
    let known = known.ok_or(Refused(StatusCode::NOT_FOUND))?;
    let may = desk.may_on(rights::organisation(directory, &known))?;
    Ok((known, may))
}

/// All that an organisation is asked.
pub(in crate::pages) fn list_address(organisation: &Slug) -> String {
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
    let mut rows: Vec<_> = asked.iter().map(row).collect();
    for asked in baselines::to_opine(desk.app(), &may).await? {
        rows.push(services_row(&desk, &organisation, &asked));
    }
    Ok(html(&AskedPage {
        page: desk.page(desk.words().get("roadmap-asked-title"), "structures"),
        organisation: organisation.name.clone(),
        rows,
    }))
}

/// The services on which a scheme or a cluster asks.
fn services_row(
    desk: &Desk,
    organisation: &Organisation,
    asked: &baselines::Asked,
) -> (String, String, String, String) {
    let name = seat_name(&desk.visit.directory, &asked.of);
    let told = [("name", name.into())];
    let last = asked.lines.iter().filter_map(|line| line.until).max();
    (
        asked::address(organisation, &asked.of),
        desk.words().with("consulter-asked-title", &told),
        listed(
            desk.visit.lang,
            asked
                .lines
                .iter()
                .map(|line| line.service.name.clone())
                .collect(),
        ),
        last.map_or_else(String::new, |last| until_words(desk, last)),
    )
}

/// Until when it is asked.
fn until(desk: &Desk, roadmap: &Roadmap) -> String {
    let last = match &roadmap.state {
        RoadmapState::InConsultation { consultation } => consultation.period().to(),
        _ => None,
    };
    last.map_or_else(String::new, |last| until_words(desk, last))
}

fn until_words(desk: &Desk, last: NaiveDate) -> String {
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
        pairs.push((VIEW.to_owned(), view.slug().to_owned()));
        pairs.push((WORDS.to_owned(), words.clone()));
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
    let typed = Typed(&pairs);
    let opinion = match read(typed.text(VIEW), typed.text(WORDS)) {
        Ok(opinion) => opinion,
        Err(wrong) => {
            let faults: Vec<Fault> = wrong.into_iter().map(Fault::from).collect();
            return Ok(page(&desk, &organisation, &roadmap, &pairs, &faults));
        }
    };
    let back = list_address(&organisation.slug);
    match roadmaps::hear(desk.app(), &may, &roadmap.slug, opinion).await {
        Ok(()) => Ok(done(&back, "roadmap-opinion")),
        Err(portulan_app::Error::Conflict(_)) => Ok(done(&back, "roadmap-not-now")),
        Err(error) => Err(error.into()),
    }
}

/// The fields of an opinion.
const VIEW: &str = "avis";
const WORDS: &str = "motif-avis";

/// Which field of an opinion is wrong, and the message that says why.
pub(in crate::pages) enum Wrong {
    View(&'static str),
    Words(&'static str),
}

impl From<Wrong> for Fault {
    fn from(wrong: Wrong) -> Self {
        match wrong {
            Wrong::View(id) => Self::new(VIEW, id),
            Wrong::Words(id) => Self::new(WORDS, id),
        }
    }
}

/// Reads an opinion; whoever is not favourable says why.
pub(in crate::pages) fn read(view: &str, words: &str) -> Result<(View, Option<Prose>), Vec<Wrong>> {
    let mut wrong = Vec::new();
    let view = VIEWS.into_iter().find(|one| one.slug() == view);
    if view.is_none() {
        wrong.push(Wrong::View("roadmap-wrong-view"));
    }
    let words = Prose::read(words).unwrap_or_else(|_too_long| {
        wrong.push(Wrong::Words("roadmap-wrong-long"));
        None
    });
    let unsaid = words.is_none() && view.is_some_and(|view| view != View::Favourable);
    if unsaid && wrong.is_empty() {
        wrong.push(Wrong::Words("roadmap-wrong-unsaid"));
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
            sheet.boxes(VIEW, true, views.into_iter()),
            sheet.lines(WORDS, 5),
        ],
        given,
    };
    html_form(!faults.is_empty(), &template)
}
