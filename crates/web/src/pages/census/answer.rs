//! `/recensement/repondre/{link}`: the page of a town hall: the whole list of its commune, to confirm, take off and add.
//!
//! The link is the key: it is signed, and serves until the town hall says that it is done. Each sending keeps what was
//! typed; nothing is taken before the end.

use askama::Template;
use axum::extract::{Form, Path};
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Redirect, Response};
use portulan_app::census::{self, Door, Pass, Wrong};
use portulan_app::signed::Purpose;
use portulan_i18n::{Words, date};
use portulan_model::census::{Response as Said, State};

use super::form::{self, AddedView, BodyView, PlaceView};
use super::words;
use crate::pages::addresses;
use crate::pages::links::{never_kept, refused};
use crate::pages::page::{Page, html, html_with};
use crate::pages::visit::Visit;

#[derive(Template)]
#[template(path = "census/answer.html")]
struct AnswerPage {
    page: Page,
    action: String,
    lead: String,
    until: String,
    known: String,
    places: Vec<PlaceView>,
    bodies: Vec<BodyView>,
    added: Vec<AddedView>,
    /// How many answers are to be corrected.
    faults: Option<String>,
    /// Whether one more place can be added.
    more: bool,
}

#[derive(Template)]
#[template(path = "census/done.html")]
struct DonePage {
    page: Page,
    lead: String,
    said: Vec<String>,
}

fn address(link: &str) -> String {
    format!("{}/{link}", crate::mail::path(Purpose::Census))
}

/// `GET /recensement/repondre/{link}`.
pub(super) async fn show(visit: Visit, Path(link): Path<String>) -> Response {
    let answer = match census::enter(&visit.state.app, &link).await {
        Ok(door) => shown(&visit, &link, &door),
        Err(error) => refused(&visit, &error),
    };
    never_kept(answer)
}

/// `POST /recensement/repondre/{link}`.
pub(super) async fn act(
    visit: Visit,
    Path(link): Path<String>,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Response {
    let answer = match sent(&visit, &link, &pairs).await {
        Ok(answer) => answer,
        Err(error) => refused(&visit, &error),
    };
    never_kept(answer)
}

async fn sent(
    visit: &Visit,
    link: &str,
    pairs: &[(String, String)],
) -> Result<Response, portulan_app::Error> {
    let app = &visit.state.app;
    let deed = pairs.iter().find(|(name, _)| name == "geste");
    let deed = deed.map(|(_, value)| value.as_str()).unwrap_or_default();
    let typed = form::read(pairs);
    let door = match deed {
        "rien" => census::nothing_here(app, link).await?,
        "finir" | "garder" | "ajouter" => {
            let kept = match census::checked(&typed, false) {
                Ok(kept) => kept,
                Err(wrongs) => return again(visit, link, &typed, &wrongs).await,
            };
            if deed == "finir" {
                match census::checked(&typed, true) {
                    Ok(said) => census::finish(app, link, said).await?,
                    Err(wrongs) => {
                        census::keep(app, link, kept).await?;
                        return again(visit, link, &typed, &wrongs).await;
                    }
                }
            } else {
                census::keep(app, link, kept).await?
            }
        }
        _ => return Ok(StatusCode::BAD_REQUEST.into_response()),
    };
    let here = visit.link(&address(link));
    let open = matches!(door, Door::Open(_));
    Ok(match deed {
        "garder" if open => Redirect::to(&addresses::noted(&here, "census-saved")).into_response(),
        "ajouter" if open => {
            let noted = addresses::noted(&here, "census-saved");
            Redirect::to(&format!("{noted}#manquent")).into_response()
        }
        _ => Redirect::to(&here).into_response(),
    })
}

/// The page with what was typed, and what is wrong with it.
async fn again(
    visit: &Visit,
    link: &str,
    typed: &Said,
    wrongs: &[Wrong],
) -> Result<Response, portulan_app::Error> {
    Ok(match census::enter(&visit.state.app, link).await? {
        Door::Open(pass) => page(visit, link, &pass, typed, wrongs),
        other => shown(visit, link, &other),
    })
}

fn shown(visit: &Visit, link: &str, door: &Door) -> Response {
    match door {
        Door::Open(pass) => page(visit, link, pass, &pass.town.response, &[]),
        Door::Finished(pass) => thanks(visit, pass),
        Door::Replaced => {
            let words = Words::new(visit.lang);
            let template = DonePage {
                page: secret(visit, words.get("census-replaced-title")),
                lead: words.get("census-replaced"),
                said: Vec::new(),
            };
            html_with(StatusCode::GONE, &template)
        }
    }
}

/// The address of such a page is a secret: no search engine, and no other language of it in a link.
fn secret(visit: &Visit, title: String) -> Page {
    let mut page = Page::new(visit, title).apart();
    page.languages.clear();
    page
}

fn page(visit: &Visit, link: &str, pass: &Pass, said: &Said, wrongs: &[Wrong]) -> Response {
    let words = Words::new(visit.lang);
    let known = census::places_of(&visit.state.directory(), pass.town.code);
    let territory = words::territory(visit, &pass.census.territory);
    let count = wrongs.len();
    let status = if count > 0 {
        StatusCode::UNPROCESSABLE_ENTITY
    } else {
        StatusCode::OK
    };
    let bodies = &pass.census.bodies;
    let name = pass.name.as_str();
    let template = AnswerPage {
        page: secret(
            visit,
            words.with("census-answer-title", &[("commune", name.into())]),
        ),
        action: visit.link(&address(link)),
        lead: words.with("census-answer-lead", &[("territory", territory.into())]),
        until: words.with(
            "census-answer-until",
            &[("day", date(visit.lang, pass.census.target).into())],
        ),
        known: words.with("census-answer-known", &[("n", known.len().into())]),
        places: form::places(visit, &known, said),
        bodies: form::bodies(visit, (bodies, &known), said, wrongs),
        added: form::added(visit, bodies, said, wrongs),
        faults: (count > 0).then(|| words.with("proposal-faults", &[("n", count.into())])),
        more: said.added.len() < Said::MOST_ADDED,
    };
    html_with(status, &template)
}

/// The answer was given: what it was made of.
fn thanks(visit: &Visit, pass: &Pass) -> Response {
    use portulan_model::census::What;
    let words = Words::new(visit.lang);
    let nothing = matches!(
        pass.town.state,
        State::NothingHere { .. } | State::Verified { nothing: true, .. }
    );
    let taken = &pass.town.taken;
    let count = |of: fn(&What) -> bool| taken.iter().filter(|one| of(&one.what)).count();
    let figures = [
        (
            "census-done-right",
            count(|what| matches!(what, What::Confirmed { .. })),
        ),
        (
            "census-done-gone",
            count(|what| matches!(what, What::Gone { .. })),
        ),
        (
            "census-done-added",
            count(|what| matches!(what, What::Added { .. })),
        ),
    ];
    let said = figures.into_iter().filter(|(_, count)| *count > 0);
    let name = pass.name.as_str();
    let lead = if nothing {
        words.with("census-done-nothing", &[("commune", name.into())])
    } else {
        words.with("census-done", &[("commune", name.into())])
    };
    html(&DonePage {
        page: secret(visit, words.get("census-done-title")),
        lead,
        said: said
            .map(|(id, count)| words.with(id, &[("n", count.into())]))
            .collect(),
    })
}
