//! `/niveaux`: from a text, or from where one stands, to the levels of the spot.

use askama::Template;
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Redirect, Response};
use portulan_geo::{Found, Spot};
use portulan_i18n::Words;
use portulan_model::Position;

use super::super::addresses;
use super::super::page::{Page, html};
use super::super::place::Link;
use super::super::results::kind_of;
use super::asked::{self, Day};
use super::spot::{self, Lead};
use super::{show, two};
use crate::auth::Looking;

/// The parameter that holds what is typed.
pub(super) const TYPED: &str = "adresse";
/// Longest text that is looked for, in characters: that of the field.
const LONGEST: usize = 200;

#[derive(Template)]
#[template(path = "levels/search.html")]
struct SearchPage {
    page: Page,
    typed: String,
    wrong: Option<String>,
    choices: Vec<Link>,
}

/// `GET /niveaux`.
pub(super) async fn show(looking: Looking) -> Result<Response, StatusCode> {
    let visit = &looking.visit;
    let day = Day::of(visit);
    if let Some(at) = point(&looking) {
        let lead = spot::of_device(visit, at, day.on).ok_or(StatusCode::NOT_FOUND)?;
        return Ok(led(&looking, lead, &day));
    }
    let typed = visit.value(TYPED).map(str::trim).unwrap_or_default();
    let typed: String = typed.chars().take(LONGEST).collect();
    let (mut wrong, mut choices) = (None, Vec::new());
    if !typed.is_empty() {
        match visit.directory.geocoder.find(&typed) {
            Found::One(found) => {
                let lead = spot::of_spot(visit, &found, &typed, day.on);
                return Ok(led(&looking, lead.ok_or(StatusCode::NOT_FOUND)?, &day));
            }
            Found::Several(spots) => {
                choices = spots.iter().map(|spot| choice(&looking, spot)).collect();
            }
            Found::Nothing => wrong = Some(asked::told(visit, "levels-not-found", &typed)),
        }
    }
    let title = Words::new(visit.lang).get("levels-title");
    Ok(html(&SearchPage {
        page: Page::new(visit, title)
            .tab("niveaux")
            .described(Words::new(visit.lang).get("levels-lead")),
        typed,
        wrong,
        choices,
    }))
}

/// Shows the levels of a spot, or leads to their own address.
fn led(looking: &Looking, lead: Lead, day: &Day) -> Response {
    match lead {
        Lead::Here(at) => two::or_one(looking, &at, day),
        Lead::Elsewhere(path) => {
            let address = looking.visit.link(&show::carried(&looking.visit, &path));
            Redirect::to(&address).into_response()
        }
    }
}

fn point(looking: &Looking) -> Option<Position> {
    let degrees = |name| looking.visit.value(name)?.parse::<f64>().ok();
    Position::new(degrees("lat")?, degrees("lon")?).ok()
}

/// One of the spots that bear a name.
fn choice(looking: &Looking, spot: &Spot) -> Link {
    let visit = &looking.visit;
    let kind = kind_of(visit.lang, spot);
    let commune = spot.commune.map(portulan_model::TerritoryKey::commune);
    let address = match (&spot.territory, spot.position, commune) {
        (Some(key), ..) => addresses::levels(key),
        (None, None, Some(key)) => addresses::levels(&key),
        (None, Some(at), _) => {
            let at = [("lat", at.lat().to_string()), ("lon", at.lon().to_string())];
            addresses::with_query(addresses::LEVELS, at)
        }
        (None, None, None) => addresses::LEVELS.to_owned(),
    };
    Link {
        address: visit.link(&show::carried(visit, &address)),
        words: format!("{} ({kind})", spot.label),
    }
}
