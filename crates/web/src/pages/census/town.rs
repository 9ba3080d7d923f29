//! `/espace/recensements/{id}/{insee}`: one commune: its contact, its link, what is known and what was answered.

use askama::Template;
use axum::extract::{Form, Path};
use axum::http::StatusCode;
use axum::response::Response;
use portulan_app::census::{self, Found, Known, Sent};
use portulan_app::signed::Purpose;
use portulan_app::{Error, Lead};
use portulan_model::census::{Census, State, Step, Taken, What};
use portulan_model::people::Email;
use portulan_model::{CensusId, CommuneCode, PlaceId};
use portulan_policy::Capability;
use portulan_policy::actions::{Instruct, RunCampaign};

use super::{address, town_address, words};
use crate::auth::{Desk, Refused, done, named};
use crate::pages::addresses;
use crate::pages::answer::Answer;
use crate::pages::page::{Page, html_with};
use crate::pages::proposals;

#[derive(Template)]
#[template(path = "census/town.html")]
struct TownPage {
    page: Page,
    back: (String, String),
    action: String,
    state: String,
    since: Option<String>,
    contact: Answer,
    /// The link that the town hall has, whole.
    link: Option<String>,
    /// What can be done: the word of it, its button, what it does.
    deeds: Vec<(&'static str, String, String)>,
    bodies: Vec<(String, String)>,
    places: Vec<(String, String, String)>,
    /// What was typed and not sent to its end.
    typed: Option<String>,
    taken: Vec<TakenView>,
    steps: Vec<String>,
}

struct TakenView {
    words: String,
    link: Option<(String, String)>,
}

fn parts(id: &str, insee: &str) -> Result<(CensusId, CommuneCode), Refused> {
    Ok((named(id)?, named(insee)?))
}

/// `GET /espace/recensements/{id}/{insee}`.
pub(super) async fn show(
    desk: Desk,
    Path((id, insee)): Path<(String, String)>,
) -> Result<Response, Refused> {
    let (id, code) = parts(&id, &insee)?;
    let (census, may) = census::open(desk.app(), desk.actor(), id).await?;
    page(&desk, &census, &may, code, None).await
}

/// What is done.
#[derive(serde::Deserialize)]
pub(super) struct Sending {
    #[serde(default)]
    geste: String,
    #[serde(default)]
    contact: String,
    #[serde(default)]
    retour: String,
}

/// `POST /espace/recensements/{id}/{insee}`.
pub(super) async fn act(
    desk: Desk,
    Path((id, insee)): Path<(String, String)>,
    Form(sent): Form<Sending>,
) -> Result<Response, Refused> {
    let (id, code) = parts(&id, &insee)?;
    let (census, may) = census::open(desk.app(), desk.actor(), id).await?;
    // Before anything is done: a commune that is not asked here is not found.
    census::town(desk.app(), &may, &census, code).await?;
    if sent.geste == "contact" {
        let typed = sent.contact.trim();
        let contact = match typed {
            "" => None,
            text => match text.parse::<Email>() {
                Ok(email) => Some(email),
                Err(_wrong) => {
                    let contact = Answer {
                        wrong: Some(desk.words().get("census-contact-wrong")),
                        ..Answer::of(sent.contact)
                    };
                    return page(&desk, &census, &may, code, Some(contact)).await;
                }
            },
        };
        census::set_contact(desk.app(), &may, id, code, contact).await?;
        return Ok(done(&town_address(id, code), "census-contact"));
    }
    let back = if sent.retour == "liste" {
        address(id)
    } else {
        town_address(id, code)
    };
    match deed(&desk, &may, (id, code), &sent.geste).await {
        Ok(note) => Ok(done(&back, note)),
        Err(Refused(StatusCode::CONFLICT)) => Ok(done(&back, "census-not-now")),
        Err(refused) => Err(refused),
    }
}

async fn deed(
    desk: &Desk,
    may: &Capability<RunCampaign>,
    (id, code): (CensusId, CommuneCode),
    geste: &str,
) -> Result<&'static str, Refused> {
    let app = desk.app();
    let told = |sent: Sent| match sent {
        Sent::Mailed => "census-mailed",
        Sent::NoContact => "census-no-address",
        Sent::Already => "census-already",
        Sent::Over => "census-over",
    };
    let done: Result<&'static str, Error> = match geste {
        "envoyer" => census::send(app, may, id, code).await.map(told),
        "rappeler" => census::remind(app, may, id, code).await.map(told),
        "lien" => {
            let made = census::hand_over(app, may, id, code).await;
            made.map(|()| "census-link")
        }
        "repondu" => {
            let taken = census::take_answer(app, may, id, code).await;
            taken.map(|()| "census-taken")
        }
        "rien" => {
            let said = census::nothing(app, may, id, code).await;
            said.map(|()| "census-nothing-here")
        }
        "verifier" => {
            let looked = census::verify(app, may, id, code).await;
            looked.map(|()| "census-verified")
        }
        "rouvrir" => {
            let again = census::reopen(app, may, id, code).await;
            again.map(|()| "census-reopened")
        }
        _ => return Err(Refused(StatusCode::BAD_REQUEST)),
    };
    Ok(done?)
}

async fn page(
    desk: &Desk,
    census: &Census,
    may: &Capability<RunCampaign>,
    code: CommuneCode,
    contact: Option<Answer>,
) -> Result<Response, Refused> {
    let words = desk.words();
    let known = census::town(desk.app(), may, census, code).await?;
    let town = &known.town;
    let status = if contact.is_some() {
        StatusCode::UNPROCESSABLE_ENTITY
    } else {
        StatusCode::OK
    };
    let own = town.contact.as_ref().map(ToString::to_string);
    let token = census::link_of(desk.app(), may, census, town)?;
    let link = token.map(|token| {
        let path = format!("{}/{token}", crate::mail::path(Purpose::Census));
        desk.visit.absolute(&path)
    });
    let typed = &town.response;
    let count = typed.places.len() + typed.bodies.len() + typed.added.len();
    let template = TownPage {
        page: desk.page(known.name.clone(), "recensements"),
        back: (address(census.id), census.title.clone()),
        action: town_address(census.id, code),
        state: words::state_named(words, town.state.word()),
        since: town.state.since().map(|at| desk.instant(at)),
        contact: contact.unwrap_or_else(|| Answer::of(own.unwrap_or_default())),
        link,
        deeds: deeds(desk, census, &known),
        bodies: bodies(desk, census, &known),
        places: places(desk, code),
        typed: (count > 0).then(|| words.with("census-typed", &[("n", count.into())])),
        taken: town
            .taken
            .iter()
            .map(|one| taken(desk, census, one))
            .collect(),
        steps: town.steps.iter().map(|one| step(desk, one)).collect(),
    };
    Ok(html_with(status, &template))
}

fn deeds(desk: &Desk, census: &Census, known: &Known) -> Vec<(&'static str, String, String)> {
    let words = desk.words();
    let over = census::is_over(desk.app(), census);
    let mailable = known.town.contact.is_some() && !over;
    let all: [(&'static str, &str, bool); 7] = match &known.town.state {
        State::ToContact => [
            ("envoyer", "census-send", mailable),
            ("lien", "census-hand-over", !over),
            ("repondu", "census-take", true),
            ("rien", "census-nothing-mark", true),
            ("rappeler", "census-remind", false),
            ("verifier", "census-verify", false),
            ("rouvrir", "census-reopen", false),
        ],
        State::Asked { .. } => [
            ("rappeler", "census-remind", mailable),
            ("repondu", "census-take", true),
            ("rien", "census-nothing-mark", true),
            ("rouvrir", "census-reopen", true),
            ("envoyer", "census-send", false),
            ("lien", "census-hand-over", false),
            ("verifier", "census-verify", false),
        ],
        State::Answered { .. } | State::NothingHere { .. } | State::Verified { .. } => {
            let looked = matches!(known.town.state, State::Verified { .. });
            [
                ("verifier", "census-verify", !looked),
                ("rouvrir", "census-reopen", true),
                ("envoyer", "census-send", false),
                ("lien", "census-hand-over", false),
                ("rappeler", "census-remind", false),
                ("repondu", "census-take", false),
                ("rien", "census-nothing-mark", false),
            ]
        }
    };
    let open = all.into_iter().filter(|(_, _, open)| *open);
    open.map(|(geste, id, _)| (geste, words.get(id), words.get(&format!("{id}-help"))))
        .collect()
}

fn bodies(desk: &Desk, census: &Census, known: &Known) -> Vec<(String, String)> {
    let words = desk.words();
    let told = |found: Found| match found {
        Found::Known(count) => words.with("census-found-known", &[("n", count.into())]),
        Found::Told(which) if which.is_empty() => words.get("census-found-told"),
        Found::Told(which) => words.with("census-found-told-which", &[("which", which.into())]),
        Found::Absent => words.get("census-found-absent"),
        Found::Missing => words.get("census-found-missing"),
    };
    let own = census.bodies.iter();
    own.map(|body| (words::body(words, *body), told(known.found(*body))))
        .collect()
}

/// The places known: address, name, which bodies they are.
fn places(desk: &Desk, code: CommuneCode) -> Vec<(String, String, String)> {
    let words = desk.words();
    let all = census::places_of(&desk.visit.directory, code);
    let shown = |place: &std::sync::Arc<portulan_model::Place>| {
        let bodies = census::bodies_of(&place.record);
        let bodies: Vec<String> = bodies
            .into_iter()
            .map(|one| words::body(words, one))
            .collect();
        (
            addresses::place(&place.slug),
            place.record.name.clone(),
            bodies.join(", "),
        )
    };
    all.iter().map(shown).collect()
}

fn taken(desk: &Desk, census: &Census, taken: &Taken) -> TakenView {
    let words = desk.words();
    let (id, place, proposal) = match &taken.what {
        What::Confirmed { place } => ("census-taken-right", Some(*place), None),
        What::ToCorrect { place } => ("census-taken-wrong", Some(*place), None),
        What::Gone { place, proposal } => ("census-taken-gone", Some(*place), Some(*proposal)),
        What::Added { proposal } => ("census-taken-added", None, Some(*proposal)),
    };
    let name = place.and_then(|place| called(desk, place));
    let name = name.unwrap_or_default();
    // Who examines proposals may not be who conducts the census.
    let examines = {
        use portulan_policy::Action as _;
        desk.actor().may_somewhere(Instruct::NAME)
    };
    let link = proposal.filter(|_| examines).map(|proposal| {
        let address = format!("{}/{proposal}", addresses::TO_EXAMINE);
        (address, words.get("census-see-proposal"))
    });
    let link = match &taken.what {
        What::ToCorrect { place } => correction(desk, census, *place),
        _ => link,
    };
    TakenView {
        words: words.with(id, &[("name", name.into())]),
        link,
    }
}

/// Where a place that is to be corrected is corrected, as the town hall said in this census.
fn correction(desk: &Desk, census: &Census, place: PlaceId) -> Option<(String, String)> {
    let directory = &desk.visit.directory;
    let (Lead::Here(place) | Lead::Moved(place)) = directory.lead(&place.to_string()) else {
        return None;
    };
    let form = addresses::report(&place.slug);
    let form = addresses::with(&form, proposals::CENSUS, census.id);
    Some((form, desk.words().get("census-correct")))
}

fn called(desk: &Desk, place: PlaceId) -> Option<String> {
    match desk.visit.directory.lead(&place.to_string()) {
        Lead::Here(place) | Lead::Moved(place) => Some(place.record.name.clone()),
        Lead::Gone(gone) => Some(gone.place.record.name.clone()),
        Lead::Nowhere => None,
    }
}

fn step(desk: &Desk, step: &Step) -> String {
    let words = desk.words();
    let told = [
        ("date", desk.instant(step.at).into()),
        (
            "what",
            words.get(&format!("census-step-{}", step.to)).into(),
        ),
        ("by", words::said(desk, &step.by).into()),
    ];
    words.with("census-step", &told)
}
