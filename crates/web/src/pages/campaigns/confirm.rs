//! `/confirmer/<link>`: the places of whoever is asked, with what is known of each. One click says that all is right; what
//! was answered is shown with its instant and can be said once.

use askama::Template;
use axum::extract::{Form, Path};
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Redirect, Response};
use portulan_app::campaigns::{self, Asked, Pass, Said};
use portulan_i18n::Words;
use portulan_model::PlaceId;
use portulan_model::proposals::Prose;

use super::known::{Known, known};
use crate::pages::addresses;
use crate::pages::links::{never_kept, refused};
use crate::pages::page::{Page, html};
use crate::pages::visit::Visit;

/// Says that all is right for every place that waits.
const ALL: &str = "tous";

#[derive(Template)]
#[template(path = "campaigns/confirm.html")]
struct ConfirmPage {
    page: Page,
    action: String,
    lead: String,
    until: String,
    /// How many places wait, where the button for all of them is worth it.
    all: Option<String>,
    waiting: Vec<Known>,
    answered: Vec<Known>,
}

/// `GET /confirmer/{link}`.
pub(super) async fn show(visit: Visit, Path(link): Path<String>) -> Response {
    let answer = match campaigns::open(&visit.state.app, &link).await {
        Ok(pass) => html(&page(&visit, &link, &pass)),
        Err(error) => refused(&visit, &error),
    };
    never_kept(answer)
}

/// What is said: of one place, or of all.
#[derive(serde::Deserialize)]
pub(super) struct Sent {
    #[serde(default, rename = "juste")]
    right: String,
    #[serde(default, rename = "ferme")]
    gone: String,
    #[serde(default, rename = "refuser")]
    refuse: String,
}

/// `POST /confirmer/{link}`.
pub(super) async fn answer(
    visit: Visit,
    Path(link): Path<String>,
    Form(sent): Form<Sent>,
) -> Response {
    let answer = match said(&visit, &link, &sent).await {
        Ok(Some(note)) => {
            let here = visit.link(&addresses::confirm(&link));
            Redirect::to(&addresses::noted(&here, note)).into_response()
        }
        Ok(None) => StatusCode::BAD_REQUEST.into_response(),
        Err(error) => refused(&visit, &error),
    };
    never_kept(answer)
}

/// What was done; nothing where what was sent says nothing.
async fn said(
    visit: &Visit,
    link: &str,
    sent: &Sent,
) -> Result<Option<&'static str>, portulan_app::Error> {
    let app = &visit.state.app;
    if !sent.refuse.is_empty() {
        campaigns::refuse(app, link).await?;
        return Ok(Some("confirm-refused"));
    }
    let pass = campaigns::open(app, link).await?;
    let of = |text: &str| -> Option<PlaceId> {
        let id: PlaceId = text.parse().ok()?;
        pass.places.iter().any(|one| one.id == id).then_some(id)
    };
    let (said, note) = if sent.right == ALL {
        let all = pass.waiting().map(|one| one.id).collect();
        (Said::Right(all), "confirm-all-right")
    } else if let Some(place) = of(&sent.right) {
        (Said::Right(vec![place]), "confirm-right")
    } else if let Some(place) = of(&sent.gone) {
        (Said::Gone(place, words(visit, &pass)), "confirm-gone")
    } else {
        return Ok(None);
    };
    let done = campaigns::answer(app, link, said).await?;
    Ok(Some(if done > 0 { note } else { "confirm-before" }))
}

/// What those who examine read.
fn words(visit: &Visit, pass: &Pass) -> Option<Prose> {
    let told = [("name", pass.campaign.name.as_str().into())];
    let text = Words::new(visit.lang).with("confirm-gone-words", &told);
    Prose::read(&text).ok().flatten()
}

fn page(visit: &Visit, link: &str, pass: &Pass) -> ConfirmPage {
    let words = Words::new(visit.lang);
    let mut page = Page::new(visit, words.get("confirm-title")).apart();
    page.languages.clear();
    let told = [("name", pass.ask.name.as_str().into())];
    let waits = pass.waiting().count();
    let lead = match (pass.places.is_empty(), waits) {
        (true, _) => "confirm-nothing-left",
        (false, 0) => "confirm-all-answered",
        (false, _) => "confirm-lead",
    };
    let view = |one: &Asked| known(visit, link, one);
    let answered = pass.places.iter().filter(|one| one.reply.is_some());
    let until = visit.instant(pass.campaign.ends);
    ConfirmPage {
        page,
        action: visit.link(&addresses::confirm(link)),
        lead: words.with(lead, &told),
        until: words.with("confirm-until", &[("date", until.into())]),
        all: (waits > 1).then(|| words.with("confirm-all", &[("n", waits.into())])),
        waiting: pass.waiting().map(view).collect(),
        answered: answered.map(view).collect(),
    }
}
