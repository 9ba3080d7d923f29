//! `/espace/structures/…`: an organisation is made by the level that answers for it, and changed by those who run it.

use askama::Template;
use axum::extract::{Form, Path};
use axum::http::StatusCode;
use axum::response::Response;
use portulan_app::{Lead, organisations, rights};
use portulan_model::people::Organisation;
use portulan_model::{Place, Slug, TerritoryKey};
use portulan_policy::actions::{EditOrganisation, ManageOrganisations};
use portulan_policy::{Actor, Node, allow};
use portulan_text::{Phone, Pivot, clean, slug};

use super::answers::Answers;
use super::blocks::{Block, Maker};
use super::contact::web;
use super::presentation::line;
use crate::auth::{Desk, Refused, done, named};
use crate::pages::addresses;
use crate::pages::operator::source_form::owner;
use crate::pages::page::{Page, html_with};

const NAME: &str = "org-nom";
const LEVEL: &str = "org-niveau";
const PIVOT: &str = "org-siret";
const EMAIL: &str = "org-courriel";
const PHONE: &str = "org-telephone";
const SITE: &str = "org-site";
const SUMMARY: &str = "org-resume";
/// Longest name and longest text, in characters.
const NAME_CHARS: usize = 200;
const SUMMARY_CHARS: usize = 1_000;

type Pairs = Vec<(String, String)>;

#[derive(Template)]
#[template(path = "editing/organisation.html")]
struct OrganisationPage {
    page: Page,
    action: String,
    blocks: Vec<Block>,
    faults: Option<String>,
    /// Where places are added and taken away; nothing for an organisation that is new.
    places_action: Option<String>,
    manages: bool,
    places: Vec<Own>,
    wrong: Option<String>,
}

/// A place of the organisation.
struct Own {
    slug: String,
    name: String,
    address: String,
}

/// `GET /espace/structures/nouvelle`.
pub(super) async fn blank(desk: Desk) -> Result<Response, Refused> {
    makes_somewhere(&desk)?;
    Ok(shown(&desk, None, &Answers::default()))
}

/// `POST /espace/structures/nouvelle`.
pub(super) async fn create(desk: Desk, Form(pairs): Form<Pairs>) -> Result<Response, Refused> {
    makes_somewhere(&desk)?;
    let mut answers = Answers::of(pairs);
    let level = owner(&desk, answers.text(LEVEL));
    let level = level.map_err(|wrong| answers.fault(LEVEL, wrong)).ok();
    let may = level.as_ref().map(|key| over(&desk, key));
    if let Some(Err(_)) = may {
        answers.fault(LEVEL, desk.words().get("edit-org-niveau-other"));
    }
    let organisation = read(
        &desk,
        &mut answers,
        level.unwrap_or_else(TerritoryKey::france),
    );
    match (may, organisation) {
        (Some(Ok(may)), Some(organisation)) if answers.faults() == 0 => {
            let slug = organisations::create(desk.app(), &may, organisation).await?;
            Ok(done(&address(&slug), "org-saved"))
        }
        _ => Ok(shown(&desk, None, &answers)),
    }
}

/// `GET /espace/structures/{slug}/modifier`.
pub(super) async fn edit(desk: Desk, Path(slug): Path<String>) -> Result<Response, Refused> {
    let organisation = find(&desk, &slug)?;
    let target = rights::organisation(&desk.visit.directory, &organisation);
    desk.may_on::<EditOrganisation>(target)?;
    let mut answers = Answers::default();
    fill(&organisation, &mut answers);
    Ok(shown(&desk, Some(&organisation), &answers))
}

/// `POST /espace/structures/{slug}/modifier`.
pub(super) async fn change(
    desk: Desk,
    Path(slug): Path<String>,
    Form(pairs): Form<Pairs>,
) -> Result<Response, Refused> {
    let known = find(&desk, &slug)?;
    let may = desk.may_on(rights::organisation(&desk.visit.directory, &known))?;
    let mut answers = Answers::of(pairs);
    let read = read(&desk, &mut answers, known.territory.clone());
    match read.filter(|_| answers.faults() == 0) {
        Some(organisation) => {
            let after = Organisation {
                slug: known.slug.clone(),
                ..organisation
            };
            organisations::change(desk.app(), &may, &after).await?;
            Ok(done(&address(&known.slug), "org-saved"))
        }
        None => Ok(shown(&desk, Some(&known), &answers)),
    }
}

/// `POST /espace/structures/{slug}/lieux`: a place becomes theirs, or is no longer.
pub(super) async fn places(
    desk: Desk,
    Path(slug): Path<String>,
    Form(pairs): Form<Pairs>,
) -> Result<Response, Refused> {
    let known = find(&desk, &slug)?;
    let over_organisation = over(&desk, &known.territory)?;
    let mut answers = Answers::of(pairs);
    let theirs = !answers.has("geste", "retirer");
    let text = answers.text("lieu").trim_end_matches('/').to_owned();
    let last = text.rsplit('/').next().unwrap_or_default();
    let Some(place) = place(&desk, last) else {
        answers.fault("lieu", desk.words().get("edit-org-place-unknown"));
        fill(&known, &mut answers);
        return Ok(shown(&desk, Some(&known), &answers));
    };
    let commune = place.record.address.insee.map(TerritoryKey::commune);
    let over_place = over(&desk, &commune.unwrap_or_else(TerritoryKey::france))?;
    let wish = (&known.slug, &place, theirs);
    organisations::set_place(desk.app(), &over_organisation, &over_place, wish).await?;
    let note = if theirs {
        "org-place-added"
    } else {
        "org-place-removed"
    };
    Ok(done(&address(&known.slug), note))
}

fn place(desk: &Desk, key: &str) -> Option<Place> {
    match desk.visit.directory.lead(key) {
        Lead::Here(place) | Lead::Moved(place) => Some(Place::clone(place)),
        Lead::Gone(_) | Lead::Nowhere => None,
    }
}

fn over(
    desk: &Desk,
    key: &TerritoryKey,
) -> Result<portulan_policy::Capability<ManageOrganisations>, Refused> {
    desk.may_on(rights::territory(&desk.visit.directory, key))
}

/// Whether there is a level at all whose organisations one may make.
fn makes_somewhere(desk: &Desk) -> Result<(), Refused> {
    let actor: &Actor = desk.actor();
    let on = |node: &Node| allow::<ManageOrganisations>(actor, node).is_ok();
    let held = actor.grants().iter().any(|grant| on(grant.node()));
    if held || on(&Node::Installation) {
        Ok(())
    } else {
        Err(Refused(StatusCode::FORBIDDEN))
    }
}

fn find(desk: &Desk, slug: &str) -> Result<Organisation, Refused> {
    let slug: Slug = named(slug)?;
    let found = desk.visit.directory.organisations.get(&slug).cloned();
    found.ok_or(Refused(StatusCode::NOT_FOUND))
}

fn address(slug: &Slug) -> String {
    format!("/espace/structures/{slug}/modifier")
}

fn fill(organisation: &Organisation, answers: &mut Answers) {
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let email = organisation.email.as_ref().map(ToString::to_string);
    answers.put(NAME, &organisation.name);
    answers.put(PIVOT, text(&organisation.pivot));
    answers.put(EMAIL, email.unwrap_or_default());
    answers.put(PHONE, text(&organisation.phone));
    answers.put(SITE, text(&organisation.website));
    answers.put(SUMMARY, text(&organisation.summary));
}

/// Every field at once; the address comes from the name.
fn read(desk: &Desk, answers: &mut Answers, territory: TerritoryKey) -> Option<Organisation> {
    let words = desk.words();
    let name = line(answers, words, NAME, NAME_CHARS);
    let summary = line(answers, words, SUMMARY, SUMMARY_CHARS);
    let address = name
        .as_deref()
        .and_then(slug)
        .and_then(|slug| slug.parse().ok());
    if address.is_none() {
        answers.fault(NAME, words.get("edit-nom-missing"));
    }
    let mut told = |field: &str, id: &str, read: &dyn Fn(&str) -> Option<String>| {
        let text = clean(answers.text(field));
        let value = read(&text);
        if value.is_none() && !text.is_empty() {
            answers.fault(field, words.with(id, &[("text", text.into())]));
        }
        value
    };
    let pivot = told(PIVOT, "edit-org-siret-wrong", &|text| {
        Pivot::parse(text)
            .ok()
            .map(|pivot| pivot.as_str().to_owned())
    });
    let email = told(EMAIL, "edit-courriel-wrong", &|text| {
        let email: Option<portulan_model::people::Email> = text.parse().ok();
        email.map(|email| email.to_string())
    });
    let phone = told(PHONE, "edit-telephone-wrong", &|text| {
        Phone::parse(text, None)
            .ok()
            .map(|phone| phone.as_str().to_owned())
    });
    let website = told(SITE, "edit-site-wrong", &web);
    Some(Organisation {
        slug: address?,
        name: name?,
        pivot,
        territory,
        email: email.and_then(|email| email.parse().ok()),
        phone,
        website,
        summary,
    })
}

fn shown(desk: &Desk, known: Option<&Organisation>, answers: &Answers) -> Response {
    let words = desk.words();
    let maker = Maker { words, answers };
    let faults = answers.faults();
    let title = match known {
        Some(known) => words.with("edit-title", &[("name", known.name.as_str().into())]),
        None => words.get("edit-org-new"),
    };
    let mut blocks = vec![maker.text(NAME, "text")];
    if known.is_none() {
        blocks.push(maker.text(LEVEL, "text"));
    }
    blocks.extend([PIVOT, EMAIL, PHONE, SITE].map(|id| maker.text(id, "text")));
    blocks.push(maker.area(SUMMARY, 4));
    let template = OrganisationPage {
        page: desk.page(title, "espace"),
        action: match known {
            Some(known) => address(&known.slug),
            None => "/espace/structures/nouvelle".to_owned(),
        },
        blocks,
        faults: (faults > 0).then(|| words.with("form-faults", &[("n", faults.into())])),
        places_action: known.map(|known| format!("/espace/structures/{}/lieux", known.slug)),
        manages: known.is_some_and(|known| over(desk, &known.territory).is_ok()),
        places: known.map_or_else(Vec::new, |known| own_places(desk, &known.slug)),
        wrong: answers.wrong("lieu"),
    };
    let status = if faults > 0 {
        StatusCode::UNPROCESSABLE_ENTITY
    } else {
        StatusCode::OK
    };
    html_with(status, &template)
}

fn own_places(desk: &Desk, slug: &Slug) -> Vec<Own> {
    let directory = &desk.visit.directory;
    let ids = directory.organisations.places_of(slug);
    let shown = ids.filter_map(|id| directory.snapshot.by_id(&directory.survivor(&id)));
    let mut places: Vec<Own> = shown
        .map(|place| Own {
            slug: place.slug.to_string(),
            name: place.record.name.clone(),
            address: desk.visit.link(&addresses::edit(&place.slug)),
        })
        .collect();
    places.sort_by(|a, b| (&a.name, &a.slug).cmp(&(&b.name, &b.slug)));
    places.dedup_by(|a, b| a.slug == b.slug);
    places
}
