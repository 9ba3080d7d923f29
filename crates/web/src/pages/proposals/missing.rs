//! `/proposer`: a place that is missing from the directory.

use askama::Template;
use axum::extract::Form;
use axum::http::StatusCode;
use axum::response::Response;
use portulan_app::proposals::read::{self, Typed};
use portulan_model::proposals::Tie;

use super::form::{Choice, Fields, Sent, Stranger};
use crate::auth::Refused;
use crate::pages::addresses;
use crate::pages::page::{Page, html_with};

#[derive(Template)]
#[template(path = "proposals/missing.html")]
struct MissingPage {
    page: Page,
    action: String,
    ties: Vec<Choice>,
    fields: Fields,
}

/// `GET /proposer`.
pub(super) async fn blank(stranger: Stranger) -> Response {
    let typed = Typed::default();
    let fields = Fields::of(&stranger, &typed, &stranger.new_form(), &[]);
    page(&stranger, &typed, fields)
}

/// `POST /proposer`.
pub(super) async fn send(
    stranger: Stranger,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<Response, Refused> {
    if let Some(wait) = stranger.must_wait() {
        return Ok(wait);
    }
    let sent = Sent::read(pairs);
    if sent.trapped {
        return Ok(stranger.thanked());
    }
    let form = sent.form.unwrap_or_else(|| stranger.new_form());
    let mut faults = Vec::new();
    let mut full = None;
    match read::new_place(&stranger.visit.directory, &sent.typed) {
        Err(wrong) => faults = wrong,
        Ok(draft) => match stranger.keep(&form, draft).await? {
            Some(answer) => return Ok(answer),
            None => full = Some(stranger.words().get("proposal-too-many")),
        },
    }
    let mut fields = Fields::of(&stranger, &sent.typed, &form, &faults);
    fields.faults = full.or(fields.faults);
    Ok(page(&stranger, &sent.typed, fields))
}

fn page(stranger: &Stranger, typed: &Typed, fields: Fields) -> Response {
    let (visit, words) = (&stranger.visit, stranger.words());
    let chosen = Tie::from_slug(&typed.tie).unwrap_or(Tie::Visitor);
    let tie = |one: &Tie| Choice {
        value: one.slug(),
        words: words.get(&format!("proposal-tie-{}", one.slug())),
        chosen: *one == chosen,
    };
    let status = if fields.faults.is_some() {
        StatusCode::UNPROCESSABLE_ENTITY
    } else {
        StatusCode::OK
    };
    let template = MissingPage {
        page: Page::new(visit, words.get("proposal-missing-title")).apart(),
        action: visit.link(addresses::PROPOSE),
        ties: Tie::ALL.iter().map(tie).collect(),
        fields,
    };
    html_with(status, &template)
}
