//! `/propositions/<link>`: the private address of a proposal, where its address is proven, a question is answered and
//! what became of it is read.

use askama::Template;
use axum::extract::{Form, Path};
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Redirect, Response};
use chrono_tz::Europe::Paris;
use portulan_app::operator::Secret;
use portulan_app::proposals::{self, Way};
use portulan_app::signed::Purpose;
use portulan_app::{Error, Lead};
use portulan_i18n::{Words, date_short};
use portulan_model::PlaceId;
use portulan_model::proposals::{Proposal, Prose, State};

use super::form::Stranger;
use crate::auth::Refused;
use crate::pages::addresses;
use crate::pages::page::{Page, html, html_with};
use crate::pages::visit::Visit;

#[derive(Template)]
#[template(path = "proposals/follow.html")]
struct FollowPage {
    page: Page,
    action: String,
    about: String,
    told: String,
    to_prove: bool,
    /// What was asked and answered before.
    exchanges: Vec<(String, String)>,
    question: Option<String>,
    /// What was typed as an answer, and what is wrong with it.
    answer: String,
    wrong: Option<String>,
    /// Why, in the words of whoever decided.
    motive: Option<String>,
    place: Option<(String, String)>,
    /// Whether only this address tells what becomes of it.
    keep_this: bool,
    steps: Vec<(String, String)>,
}

#[derive(Template)]
#[template(path = "proposals/thanks.html")]
struct ThanksPage {
    page: Page,
    text: String,
}

/// `GET /propositions/merci`.
pub(super) async fn thanks(visit: Visit) -> Response {
    thanked(&visit, "proposal-thanks")
}

/// `GET /propositions/courriel`.
pub(super) async fn mailed(visit: Visit) -> Response {
    thanked(&visit, "proposal-mailed")
}

fn thanked(visit: &Visit, id: &str) -> Response {
    let words = Words::new(visit.lang);
    html(&ThanksPage {
        page: Page::new(visit, words.get(&format!("{id}-title"))).apart(),
        text: words.get(&format!("{id}-text")),
    })
}

/// `GET /propositions/{link}`: where no contact was given, the secret of the form leads there.
pub(super) async fn show(
    stranger: Stranger,
    Path(link): Path<String>,
) -> Result<Response, Refused> {
    let secret = Secret::read(&link).ok_or(Refused(StatusCode::NOT_FOUND))?;
    shown(&stranger, &Way::Form(secret)).await
}

/// `GET /propositions/suivre/{link}`: the link of a mail.
pub(super) async fn show_mailed(
    stranger: Stranger,
    Path(link): Path<String>,
) -> Result<Response, Refused> {
    shown(&stranger, &Way::Mail(link)).await
}

async fn shown(stranger: &Stranger, way: &Way) -> Result<Response, Refused> {
    let app = &stranger.visit.state.app;
    let proposal = proposals::of_link(app, &stranger.may()?, way).await?;
    Ok(html(&page(stranger, way, &proposal)))
}

/// What whoever proposed does there.
#[derive(serde::Deserialize)]
pub(super) struct Deed {
    geste: String,
    #[serde(default)]
    reponse: String,
}

/// `POST /propositions/{link}`.
pub(super) async fn act(
    stranger: Stranger,
    Path(link): Path<String>,
    Form(deed): Form<Deed>,
) -> Result<Response, Refused> {
    let secret = Secret::read(&link).ok_or(Refused(StatusCode::NOT_FOUND))?;
    done(&stranger, &Way::Form(secret), deed).await
}

/// `POST /propositions/suivre/{link}`.
pub(super) async fn act_mailed(
    stranger: Stranger,
    Path(link): Path<String>,
    Form(deed): Form<Deed>,
) -> Result<Response, Refused> {
    done(&stranger, &Way::Mail(link), deed).await
}

/// Proves the address, or answers.
async fn done(stranger: &Stranger, way: &Way, deed: Deed) -> Result<Response, Refused> {
    let app = &stranger.visit.state.app;
    let may = stranger.may()?;
    let done = match deed.geste.as_str() {
        "prouver" => proposals::prove(app, &may, way).await,
        "repondre" => match prose(stranger.words(), &deed.reponse) {
            Ok(words) => proposals::answer(app, &may, way, words).await,
            Err(wrong) => {
                let proposal = proposals::of_link(app, &may, way).await?;
                let page = FollowPage {
                    answer: deed.reponse,
                    wrong: Some(wrong),
                    ..page(stranger, way, &proposal)
                };
                return Ok(html_with(StatusCode::UNPROCESSABLE_ENTITY, &page));
            }
        },
        _ => return Err(Refused(StatusCode::BAD_REQUEST)),
    };
    match done {
        // What was answered or decided meanwhile is on the page.
        Ok(_) | Err(Error::Conflict(_)) => {
            let to = stranger.visit.link(&address(way));
            Ok(Redirect::to(&to).into_response())
        }
        Err(error) => Err(error.into()),
    }
}

/// Words that are neither blank nor too long.
pub(in crate::pages) fn prose(words: Words, text: &str) -> Result<Prose, String> {
    match Prose::read(text) {
        Ok(Some(prose)) => Ok(prose),
        Ok(None) => Err(words.get("proposal-words-missing")),
        Err(_too_long) => Err(words.get("proposal-words-too-long")),
    }
}

fn address(way: &Way) -> String {
    match way {
        Way::Form(secret) => format!("{}/{}", addresses::PROPOSALS, secret.reveal()),
        Way::Mail(link) => format!("{}/{link}", crate::mail::path(Purpose::Proposal)),
    }
}

fn page(stranger: &Stranger, way: &Way, proposal: &Proposal) -> FollowPage {
    let (visit, words) = (&stranger.visit, stranger.words());
    let about = if proposal.place().is_some() {
        "proposal-about-place"
    } else {
        "proposal-about-missing"
    };
    let told = match &proposal.state {
        State::Refused { reason, .. } => format!("proposal-refused-{}", reason.slug()),
        State::Accepted { taken, .. } if taken.partly => "proposal-told-acceptee-partie".to_owned(),
        other => format!("proposal-told-{}", other.word()),
    };
    let motive = proposal.state.motive().map(|motive| motive.words.clone());
    let told_day = |at: chrono::DateTime<chrono::Utc>| {
        date_short(visit.lang, at.with_timezone(&Paris).date_naive())
    };
    let step = |step: &portulan_model::proposals::Step| {
        (
            told_day(step.at),
            words.get(&format!("proposal-step-{}", step.to)),
        )
    };
    FollowPage {
        page: Page::new(visit, words.get("proposal-follow-title")).apart(),
        action: visit.link(&address(way)),
        about: words.with(about, &[("name", proposal.name.as_str().into())]),
        told: words.get(&told),
        to_prove: proposal.state == State::Unproven,
        exchanges: exchanges(proposal),
        question: match &proposal.state {
            State::AskedBack { question } => Some(question.clone()),
            _ => None,
        },
        answer: String::new(),
        wrong: None,
        motive: motive.filter(|text| !text.is_empty()),
        place: match &proposal.state {
            State::Accepted { place, .. } | State::Merged { place, .. } => {
                place_link(visit, *place)
            }
            _ => proposal.place().and_then(|place| place_link(visit, place)),
        },
        keep_this: proposal.contact.is_none(),
        steps: proposal.steps.iter().map(step).collect(),
    }
}

/// Questions and their answers, the first first.
fn exchanges(proposal: &Proposal) -> Vec<(String, String)> {
    let before = proposal.exchanges.iter();
    let before = before.map(|one| (one.question.clone(), one.answer.clone()));
    let last = match &proposal.state {
        State::Answered { question, answer } => Some((question.clone(), answer.clone())),
        _ => None,
    };
    before.chain(last).collect()
}

fn place_link(visit: &Visit, id: PlaceId) -> Option<(String, String)> {
    let place = match visit.directory.lead(&id.to_string()) {
        Lead::Here(place) | Lead::Moved(place) => place,
        Lead::Gone(gone) => &gone.place,
        Lead::Nowhere => return None,
    };
    let address = visit.link(&addresses::place(&place.slug));
    Some((address, place.record.name.clone()))
}
