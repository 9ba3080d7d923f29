//! `/lieux/<slug>/signaler`: what is wrong with a place, group by group, and what is right where it is known.

use std::sync::Arc;

use askama::Template;
use axum::extract::{Form, Path};
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Redirect, Response};
use portulan_app::proposals::read::{self, Fault, Typed};
use portulan_app::{Lead, census};
use portulan_i18n::Words;
use portulan_model::Place;
use portulan_model::proposals::{OfCensus, Wrong};

use super::form::{Choice, Fields, Sent, Stranger, wrong};
use crate::auth::Refused;
use crate::pages::addresses;
use crate::pages::page::{Page, html_with};
use crate::pages::visit::Visit;

#[derive(Template)]
#[template(path = "proposals/report.html")]
struct ReportPage {
    page: Page,
    action: String,
    back: String,
    name: String,
    address: String,
    groups: Vec<Choice>,
    groups_wrong: Option<String>,
    fields: Fields,
    /// Who said, in a census, that it is to be corrected.
    said: Option<String>,
}

/// The parameter that names the census in which a town hall said that a place is to be corrected.
pub(in crate::pages) const CENSUS: &str = "recensement";

/// What the town hall said, for whoever conducts the census.
async fn said(stranger: &Stranger, place: &Place) -> Result<Option<OfCensus>, Refused> {
    let named = stranger.visit.value(CENSUS).and_then(|id| id.parse().ok());
    let Some(census) = named else {
        return Ok(None);
    };
    let (app, actor) = (&stranger.visit.state.app, stranger.actor());
    Ok(census::to_correct(app, actor, census, place).await?)
}

/// `GET /lieux/{slug}/signaler`.
pub(super) async fn blank(
    stranger: Stranger,
    Path(slug): Path<String>,
) -> Result<Response, Refused> {
    let place = match led(&stranger, &slug)? {
        Led::Here(place) => place,
        Led::Elsewhere(answer) => return Ok(answer),
    };
    let form = stranger.new_form();
    let fields = Fields::of(&stranger, &Typed::default(), &form, &[]);
    let said = said(&stranger, &place).await?;
    let typed = (&Typed::default(), said);
    Ok(page(&stranger, &place, typed, &[], fields))
}

/// `POST /lieux/{slug}/signaler`.
pub(super) async fn send(
    stranger: Stranger,
    Path(slug): Path<String>,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<Response, Refused> {
    let place = match led(&stranger, &slug)? {
        Led::Here(place) => place,
        Led::Elsewhere(answer) => return Ok(answer),
    };
    if let Some(wait) = stranger.must_wait() {
        return Ok(wait);
    }
    let sent = Sent::read(pairs);
    if sent.trapped {
        return Ok(stranger.thanked());
    }
    let said = said(&stranger, &place).await?;
    let form = sent.form.unwrap_or_else(|| stranger.new_form());
    let mut faults = Vec::new();
    let mut full = None;
    match read::correction(&stranger.visit.directory, &place, &sent.typed) {
        Err(wrong) => faults = wrong,
        Ok(draft) => match stranger.keep(&form, draft.in_census(said)).await? {
            Some(answer) => return Ok(answer),
            None => full = Some(stranger.words().get("proposal-too-many")),
        },
    }
    let mut fields = Fields::of(&stranger, &sent.typed, &form, &faults);
    fields.faults = full.or(fields.faults);
    let typed = (&sent.typed, said);
    Ok(page(&stranger, &place, typed, &faults, fields))
}

/// Where a slug leads.
enum Led {
    Here(Arc<Place>),
    Elsewhere(Response),
}

/// The place of a slug: one that is shown no more can be spoken of too.
fn led(stranger: &Stranger, slug: &str) -> Result<Led, Refused> {
    match stranger.visit.directory.lead(slug) {
        Lead::Here(place) => Ok(Led::Here(Arc::clone(place))),
        Lead::Gone(gone) => Ok(Led::Here(Arc::clone(&gone.place))),
        Lead::Moved(heir) => {
            let to = stranger.visit.link(&addresses::report(&heir.slug));
            Ok(Led::Elsewhere(Redirect::to(&to).into_response()))
        }
        Lead::Nowhere => Err(Refused(StatusCode::NOT_FOUND)),
    }
}

fn page(
    stranger: &Stranger,
    place: &Place,
    (typed, said): (&Typed, Option<OfCensus>),
    faults: &[Fault],
    fields: Fields,
) -> Response {
    let (visit, words) = (&stranger.visit, stranger.words());
    let group = |one: &Wrong| Choice {
        value: one.slug(),
        words: words.get(&format!("proposal-wrong-{}", one.slug())),
        chosen: typed.wrong.iter().any(|slug| slug == one.slug()),
    };
    let status = if fields.faults.is_some() {
        StatusCode::UNPROCESSABLE_ENTITY
    } else {
        StatusCode::OK
    };
    let action = addresses::report(&place.slug);
    let action = match said {
        Some(of) => addresses::with(&action, CENSUS, of.census),
        None => action,
    };
    let template = ReportPage {
        page: Page::new(visit, words.get("proposal-report-title")).apart(),
        action: visit.link(&action),
        back: visit.link(&addresses::place(&place.slug)),
        name: place.record.name.clone(),
        address: crate::pages::results::postal(place),
        groups: Wrong::ALL.iter().map(group).collect(),
        groups_wrong: wrong(words, faults, "probleme"),
        said: said.map(|of| said_by(visit, of)),
        fields,
    };
    html_with(status, &template)
}

/// "La mairie de Bruz dit, dans un recensement, que cette fiche est à corriger."
fn said_by(visit: &Visit, of: OfCensus) -> String {
    let known = visit.directory.reference.commune(&of.commune);
    let name = known.map_or_else(|| of.commune.to_string(), |one| one.name.clone());
    Words::new(visit.lang).with("census-correct-said", &[("commune", name.into())])
}
