//! `/appels/<appel>/resultats`: who is accepted, with how much, where, once the committee published it; and the same as open
//! data, in the words of 360Giving 1.4. Who is not accepted is not named.

use axum::extract::Path;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use portulan_app::means::examination::{self, Results, Winner};
use portulan_i18n::{Words, amount, date};
use portulan_model::means::envelopes::Funder;
use portulan_model::{Cents, Slug};
use serde_json::{Map, Number, Value, json};

use super::told;
use crate::pages::addresses;
use crate::pages::page::Page;
use crate::pages::parts::{Cell, Head, Part, Table, public_page};
use crate::pages::typed::{organisation_name, territory_name};
use crate::pages::visit::Visit;

/// The version of the standard.
const STANDARD: &str = "1.4";

/// The page of the results of a call.
pub(super) fn address(call: &Slug) -> String {
    format!("{}/resultats", addresses::call(call))
}

/// The way from the page of a call to its results, once they are public.
pub(in crate::pages::means) async fn way(visit: &Visit, call: &Slug) -> Option<(String, String)> {
    let known = examination::known(&visit.state.app, call).await;
    let words = Words::new(visit.lang);
    let way = || (visit.link(&address(call)), words.get("examen-resultats"));
    known.unwrap_or_default().then(way)
}

/// `GET /appels/{appel}/resultats`.
pub(super) async fn show(visit: Visit, Path(slug): Path<String>) -> Result<Response, StatusCode> {
    let results = read(&visit, &slug).await?;
    let (words, lang) = (Words::new(visit.lang), visit.lang);
    let mut parts = accepted(&visit, &results);
    if results.accepted.iter().any(|one| one.amount.is_some()) {
        let file = format!("{}.json", address(&results.call.slug));
        parts.push(Part::Ways(vec![(file, words.get("examen-ouvertes"))]));
    }
    let title = results.call.terms.title.clone();
    let call = visit.link(&addresses::call(&results.call.slug));
    let told = [("date", date(lang, results.published).into())];
    let head = Head {
        crumbs: vec![
            (visit.link(addresses::OPEN_CALLS), words.get("appels-title")),
            (call, title.clone()),
        ],
        lead: words.with("examen-publies", &told),
    };
    let title = words.with("examen-resultats-de", &[("title", title.into())]);
    let page = Page::new(&visit, title.clone()).described(title);
    Ok(public_page(page, head, parts))
}

/// Those that are accepted, and how much they are given together.
fn accepted(visit: &Visit, results: &Results) -> Vec<Part> {
    let (words, lang) = (Words::new(visit.lang), visit.lang);
    if results.accepted.is_empty() {
        return vec![Part::Text(words.get("examen-aucune-retenue"))];
    }
    let heads = [
        "examen-beneficiaire",
        "examen-territoire",
        "examen-decision",
        "examen-montant",
    ];
    let rows = results.accepted.iter().map(|one| row(visit, one));
    let table = Table {
        caption: words.get("examen-resultats"),
        heads: heads.iter().map(|id| words.get(id)).collect(),
        rows: rows.collect(),
    };
    let sums = results.accepted.iter().filter_map(|one| one.amount);
    let whole = Cents::total(sums).unwrap_or_default();
    let told = [
        ("n", results.accepted.len().into()),
        ("amount", amount(lang, whole).into()),
    ];
    let total = words.with("examen-total", &told);
    vec![Part::Table(table), Part::Text(total)]
}

fn row(visit: &Visit, one: &Winner) -> Vec<Cell> {
    let words = Words::new(visit.lang);
    let directory = &visit.directory;
    let name = organisation_name(directory, &one.beneficiary);
    let known = directory.organisations.get(&one.beneficiary).is_some();
    let lead = if known {
        let address = addresses::organisation(&one.beneficiary);
        Cell::to(name, visit.link(&address))
    } else {
        Cell::of(name)
    };
    let place = one.territory.as_ref();
    let place = place.map(|key| territory_name(directory, key));
    let given = one.amount.map(|sum| amount(visit.lang, sum));
    vec![
        lead,
        Cell::of(place.unwrap_or_default()),
        Cell::of(told::outcome(words, one.outcome)),
        Cell::of(given.unwrap_or_else(|| words.get("examen-sans-montant"))),
    ]
}

/// `GET /appels/{appel}/resultats.json`.
pub(super) async fn file(visit: Visit, Path(slug): Path<String>) -> Result<Response, StatusCode> {
    let results = read(&visit, &slug).await?;
    let grants: Vec<Value> = results
        .accepted
        .iter()
        .filter_map(|one| grant(&visit, &results, one))
        .collect();
    // A package of the standard holds one grant at least.
    if grants.is_empty() {
        return Err(StatusCode::NOT_FOUND);
    }
    let package = json!({
        "version": STANDARD,
        "title": results.call.terms.title,
        "issued": results.published.to_string(),
        "grants": grants,
    });
    let headers = [(header::CONTENT_TYPE, "application/json")];
    Ok((headers, package.to_string()).into_response())
}

async fn read(visit: &Visit, slug: &str) -> Result<Results, StatusCode> {
    let slug: Slug = slug.parse().map_err(|_no_slug| StatusCode::NOT_FOUND)?;
    let found = examination::results(&visit.state.app, &visit.directory, &slug).await;
    let found = found.map_err(|error| {
        tracing::error!(%error, "results of a call");
        StatusCode::INTERNAL_SERVER_ERROR
    })?;
    found.ok_or(StatusCode::NOT_FOUND)
}

/// One grant; nothing for what was accepted without money.
fn grant(visit: &Visit, results: &Results, one: &Winner) -> Option<Value> {
    let number: Number = serde_json::from_str(&one.amount?.to_string()).ok()?;
    let page = visit.absolute(&address(&results.call.slug));
    let title = &results.call.terms.title;
    let text = results.call.terms.text.as_ref();
    let mut grant = Map::new();
    grant.insert(
        "id".to_owned(),
        json!(format!("{page}#{}", one.application)),
    );
    grant.insert("title".to_owned(), json!(title));
    let description = text.map_or(title.as_str(), |text| text.as_str());
    grant.insert("description".to_owned(), json!(description));
    grant.insert("currency".to_owned(), json!("EUR"));
    grant.insert("amountAwarded".to_owned(), Value::Number(number));
    grant.insert("awardDate".to_owned(), json!(one.on.to_string()));
    grant.insert("dataSource".to_owned(), json!(page));
    grant.insert("fromOpenCall".to_owned(), json!("Yes"));
    let recipient = organisation(visit, &one.beneficiary);
    grant.insert("recipientOrganization".to_owned(), json!([recipient]));
    let funder = match one.funder.as_ref()? {
        Funder::Organisation(slug) => organisation(visit, slug),
        Funder::Outside(name) => {
            let slug = portulan_text::slug(name)?;
            json!({ "id": visit.absolute(&format!("/#{slug}")), "name": name })
        }
    };
    grant.insert("fundingOrganization".to_owned(), json!([funder]));
    if let Some(key) = &one.territory {
        let place = json!({
            "name": territory_name(&visit.directory, key),
            "countryCode": "FR",
            "geoCode": key.code_text(),
        });
        grant.insert("beneficiaryLocation".to_owned(), json!([place]));
    }
    Some(Value::Object(grant))
}

/// An organisation, named by its page here.
fn organisation(visit: &Visit, slug: &Slug) -> Value {
    json!({
        "id": visit.absolute(&addresses::organisation(slug)),
        "name": organisation_name(&visit.directory, slug),
    })
}
