//! How a roadmap goes: the report that everybody reads (`/feuilles-de-route/<slug>/bilan`), and the page on which its body
//! tells how far an action is (`…/avancement/<id>`): facts, that ask for no decision.

use askama::Template;
use axum::extract::{Form, Path};
use axum::http::StatusCode;
use axum::response::Response;
use portulan_app::roadmaps::form::{STATES, read_progress, state_slug};
use portulan_app::roadmaps::{self, Fault, public};
use portulan_i18n::{Words, date};
use portulan_model::ActionId;
use portulan_model::roadmaps::{Action, ActionState, Content, Stage};

use super::desk::{FormView, Pairs, Reached};
use super::form::Sheet;
use super::public::found;
use super::view::{self, IndicatorView};
use super::{address, words};
use crate::auth::{Desk, Refused, done, named};
use crate::pages::page::{Page, html};
use crate::pages::parts::Field;
use crate::pages::place::Link;
use crate::pages::visit::Visit;

#[derive(Template)]
#[template(path = "roadmaps/report.html")]
struct ReportPage {
    page: Page,
    roadmap: Link,
    standing: String,
    today: String,
    counts: Vec<String>,
    money: Option<[String; 3]>,
    groups: Vec<GroupView>,
}

/// An objective, with how it and its actions go.
struct GroupView {
    title: String,
    indicators: Vec<IndicatorView>,
    actions: Vec<ActionRow>,
}

/// How an action goes.
struct ActionRow {
    address: String,
    title: String,
    state: String,
    leads: String,
    indicators: Vec<IndicatorView>,
}

/// `GET /feuilles-de-route/{roadmap}/bilan`.
pub(super) async fn report(visit: Visit, Path(slug): Path<String>) -> Result<Response, StatusCode> {
    let roadmap = found(&visit, &slug)?;
    let (lang, words) = (visit.lang, Words::new(visit.lang));
    let content = public::content(roadmap);
    let own = visit.link(&address(&roadmap.slug));
    let told = [("title", roadmap.title.as_str().into())];
    Ok(html(&ReportPage {
        page: Page::new(&visit, words.with("roadmap-report-title", &told)),
        standing: words::standing(lang, roadmap),
        today: words.with(
            "roadmap-report-day",
            &[("date", date(lang, visit.today()).into())],
        ),
        counts: view::tally(words, content),
        money: view::money(lang, content),
        groups: groups(&visit, content, &own),
        roadmap: Link {
            address: own,
            words: roadmap.title.clone(),
        },
    }))
}

fn groups(visit: &Visit, content: &Content, own: &str) -> Vec<GroupView> {
    let words = Words::new(visit.lang);
    let row = |action: &Action| {
        let leads = action.leads.iter();
        let leads = leads.map(|slug| words::organisation(&visit.directory, slug));
        ActionRow {
            address: format!("{own}#action-{}", action.id),
            title: action.title.clone(),
            state: words::state(words, &action.state),
            leads: portulan_i18n::listed(visit.lang, leads.collect()),
            indicators: view::indicators(visit, &action.indicators),
        }
    };
    content
        .objectives()
        .map(|one| GroupView {
            title: one.title.clone(),
            indicators: view::indicators(visit, &one.indicators),
            actions: one.actions.iter().map(row).collect(),
        })
        .collect()
}

fn action_of(at: &Reached, id: &str) -> Result<Action, Refused> {
    let id: ActionId = named(id)?;
    let known = at
        .roadmap
        .working()
        .action(id)
        .or_else(|| at.roadmap.content.action(id));
    known.cloned().ok_or(Refused(StatusCode::NOT_FOUND))
}

/// `GET …/{roadmap}/avancement/{action}`.
pub(super) async fn show(
    desk: Desk,
    Path((slug, roadmap, id)): Path<(String, String, String)>,
) -> Result<Response, Refused> {
    let at = Reached::open(&desk, &slug, &roadmap).await?;
    let action = action_of(&at, &id)?;
    let mut pairs = vec![("etat".to_owned(), state_slug(&action.state).to_owned())];
    if let ActionState::Abandoned { reason } = &action.state {
        pairs.push(("motif".to_owned(), reason.clone()));
    }
    for one in &action.indicators {
        let today = desk.visit.today().to_string();
        pairs.push((format!("releve-{}-jour", one.id), today));
    }
    Ok(page(&desk, &at, &action, &pairs, &[]))
}

/// `POST …/{roadmap}/avancement/{action}`.
pub(super) async fn save(
    desk: Desk,
    Path((slug, roadmap, id)): Path<(String, String, String)>,
    Form(pairs): Form<Pairs>,
) -> Result<Response, Refused> {
    let at = Reached::open(&desk, &slug, &roadmap).await?;
    let action = action_of(&at, &id)?;
    match read_progress(&action, &pairs) {
        Ok(progress) => {
            let place = (&at.roadmap.slug, action.id);
            roadmaps::report(desk.app(), &at.may, place, &progress).await?;
            let anchor = format!("{}#action-{}", at.address(), action.id);
            Ok(done(&anchor, "roadmap-told"))
        }
        Err(faults) => Ok(page(&desk, &at, &action, &pairs, &faults)),
    }
}

fn page(desk: &Desk, at: &Reached, action: &Action, pairs: &Pairs, faults: &[Fault]) -> Response {
    let words = desk.words();
    let sheet = Sheet::of(words, pairs, faults);
    let states = STATES.map(|state| {
        let label = words.get(&format!("roadmap-state-{state}"));
        (state.to_owned(), label)
    });
    let mut fields = vec![
        sheet.boxes("etat", true, states.into_iter()),
        sheet.line("motif"),
    ];
    for one in &action.indicators {
        let name = format!("releve-{}", one.id);
        let input = |end: &str, word: &str| Field::Text(sheet.input(&format!("{name}{end}"), word));
        fields.extend([
            Field::Open(
                view::named(words, one),
                words.get("roadmap-group-releve-hint"),
            ),
            input("", "releve"),
            sheet.day_of(&format!("{name}-jour"), "releve-jour"),
            input("-source", "releve-source"),
            Field::Close,
        ]);
    }
    let decided = matches!(at.roadmap.state.stage(), Stage::Validated | Stage::Amended);
    FormView {
        title: words.with(
            "roadmap-progress-title",
            &[("title", action.title.as_str().into())],
        ),
        crumbs: at.crumbs(desk),
        lead: decided.then(|| words.get("roadmap-progress-lead")),
        action: format!("{}/avancement/{}", at.address(), action.id),
        faults: sheet.summary(),
        fields,
        ..FormView::default()
    }
    .show(desk)
}
