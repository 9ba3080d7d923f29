//! `/exploitation/a-verifier`: places that no source gives any more, and whether they are still there.

use askama::Template;
use axum::extract::Form;
use axum::http::StatusCode;
use axum::response::Response;
use portulan_app::Gone;
use portulan_app::gone::{self, Silent};
use portulan_model::PlaceId;

use super::queue::{TERRITORY, territory, yours};
use super::{addresses, reach};
use crate::auth::{Desk, Refused, done, named};
use crate::pages::addresses::with_query;
use crate::pages::contact::phone_display;
use crate::pages::page::{Page, html};

/// Places on one page of the list.
const A_PAGE: usize = portulan_app::review::PAIRS_A_PAGE;

#[derive(Template)]
#[template(path = "operator/gone.html")]
struct GonePage {
    page: Page,
    action: &'static str,
    yours: Vec<(String, String)>,
    territory: String,
    wrong: Option<String>,
    total: String,
    places: Vec<Row>,
    next: Option<String>,
}

/// A place of the list.
struct Row {
    id: String,
    name: String,
    address: String,
    commune: String,
    phone: Option<(String, String)>,
    since: String,
    sources: String,
    state: &'static str,
    /// Whether somebody said something that can be taken back.
    said: bool,
}

/// `GET /exploitation/a-verifier`.
pub(super) async fn show(desk: Desk) -> Result<Response, Refused> {
    let words = desk.words();
    let typed = desk
        .visit
        .value(TERRITORY)
        .unwrap_or_default()
        .trim()
        .to_owned();
    let page = desk.page_number();
    let (silent, wrong) = match territory(&desk, &typed) {
        Ok(key) => {
            let may = reach::territory(&desk, &key)?;
            (gone::list(desk.app(), &may, &key, page)?, None)
        }
        Err(wrong) => (Silent::default(), Some(wrong)),
    };
    let after = page.saturating_add(1);
    let next = (after.saturating_mul(A_PAGE) < silent.total).then(|| {
        let after = after.to_string();
        with_query(
            addresses::GONE,
            [(TERRITORY, typed.as_str()), ("page", &after)],
        )
    });
    let total = [
        ("n", silent.total.into()),
        ("waiting", silent.to_verify.into()),
    ];
    Ok(html(&GonePage {
        page: desk.page(words.get("gone-title"), "a-verifier"),
        action: addresses::GONE,
        yours: yours(&desk, addresses::GONE),
        wrong,
        total: words.with("gone-total", &total),
        places: silent.places.iter().map(|one| row(&desk, one)).collect(),
        territory: typed,
        next,
    }))
}

fn row(desk: &Desk, gone: &Gone) -> Row {
    let record = &gone.place.record;
    let sources: Vec<&str> = gone
        .sources
        .iter()
        .map(portulan_model::Slug::as_str)
        .collect();
    let phone = record.contact.phones.first();
    Row {
        id: gone.place.id.to_string(),
        name: record.name.clone(),
        address: addresses::place(&gone.place.slug),
        commune: record.address.commune.clone(),
        phone: phone.map(|number| (number.clone(), phone_display(number))),
        since: desk.instant(gone.since),
        sources: sources.join(", "),
        said: !gone.to_verify,
        state: match (gone.to_verify, gone.shown) {
            (true, true) => "gone-shown",
            (true, false) => "gone-hidden",
            (false, true) => "gone-said-open",
            (false, false) => "gone-said-closed",
        },
    }
}

/// What a person says of a place.
#[derive(serde::Deserialize)]
pub(super) struct Verdict {
    lieu: String,
    #[serde(rename = "dit")]
    said: String,
    #[serde(default)]
    territoire: String,
}

/// `POST /exploitation/a-verifier`.
pub(super) async fn say(desk: Desk, Form(verdict): Form<Verdict>) -> Result<Response, Refused> {
    let place: PlaceId = named(&verdict.lieu)?;
    let (open, note) = match verdict.said.as_str() {
        "ouvert" => (Some(true), "place-open"),
        "ferme" => (Some(false), "place-closed"),
        "rien" => (None, "place-unsaid"),
        _ => return Err(Refused(StatusCode::BAD_REQUEST)),
    };
    let may = reach::place(&desk, &verdict.lieu)?;
    gone::say(desk.app(), &may, place, open, "").await?;
    let back = with_query(addresses::GONE, [(TERRITORY, &verdict.territoire)]);
    Ok(done(&back, note))
}
