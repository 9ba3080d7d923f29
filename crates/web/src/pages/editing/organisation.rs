//! `/espace/structures/…`: an organisation is made by the level that answers for it, and changed by those who run it.
//! Two of them who change one field choose, as on places.

mod acting;
mod fields;
pub(super) mod merge;
mod twins;

use askama::Template;
use axum::extract::{Form, Path};
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Redirect, Response};
use portulan_app::editing::Outcome;
use portulan_app::organisations::{self, OrganisationError};
use portulan_app::{Lead, rights};
use portulan_model::people::Organisation;
use portulan_model::{OrganisationField, Place, Slug, TerritoryKey};
use portulan_policy::actions::{EditOrganisation, GiveOpinion, ManageOrganisations};
use portulan_policy::{Actor, Node, allow};

use super::answers::{Answers, BEFORE};
use super::blocks::Block;
use super::clash;
use crate::auth::{Desk, Refused, done, named};
use crate::pages::addresses;
use crate::pages::operator::source_form::owner;
use crate::pages::page::{Page, html_form};
use crate::pages::typed::faults;

use fields::{LEVEL, fill, read};

pub(in crate::pages) use fields::kind_words;

type Pairs = Vec<(String, String)>;

#[derive(Template)]
#[template(path = "editing/organisation.html")]
struct OrganisationPage {
    page: Page,
    action: String,
    /// What was read when the form was opened.
    before: Option<String>,
    blocks: Vec<Block>,
    faults: Option<String>,
    /// What everybody reads of it; nothing for an organisation that is new.
    public: Option<String>,
    /// Where it says what it thinks of what it is asked, for whoever may say so.
    asked: Option<String>,
    /// Where another is merged into it, for whoever may.
    merge: Option<String>,
    /// Where places are added and taken away; nothing for an organisation that is new.
    places_action: Option<String>,
    manages: bool,
    places: Vec<Own>,
    /// The places that name it as theirs: the words of the button that attaches them.
    naming: Option<String>,
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
    let mut answers = Answers::default();
    // A list of what is missing leads here with its name.
    let name = desk.visit.value("nom").unwrap_or_default();
    answers.put(OrganisationField::Name.slug(), name);
    Ok(shown(&desk, None, &answers))
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
    let level = level.unwrap_or_else(TerritoryKey::france);
    let organisation = read(&desk, &mut answers, level);
    if organisation.as_ref().is_some_and(|one| one.kind.is_none()) {
        let kind = OrganisationField::Kind.slug();
        answers.fault(kind, desk.words().get("edit-org-type-missing"));
    }
    if let Some(organisation) = organisation.as_ref().filter(|_| answers.faults() == 0) {
        twins::ask(&desk, &mut answers, organisation);
    }
    match (may, organisation) {
        (Some(Ok(may)), Some(organisation)) if answers.faults() == 0 => {
            match organisations::create(desk.app(), &may, organisation).await {
                Ok(slug) => Ok(done(&address(&slug), "org-saved")),
                Err(error) => {
                    said(&desk, &mut answers, error)?;
                    Ok(shown(&desk, None, &answers))
                }
            }
        }
        _ => Ok(shown(&desk, None, &answers)),
    }
}

/// `GET /espace/structures/{slug}/modifier`.
pub(super) async fn edit(desk: Desk, Path(slug): Path<String>) -> Result<Response, Refused> {
    if let Some(kept) = led(&desk, &slug) {
        return Ok(Redirect::permanent(&desk.visit.link(&address(&kept))).into_response());
    }
    let organisation = find(&desk, &slug)?;
    let target = rights::organisation(&desk.visit.directory, &organisation);
    desk.may_on::<EditOrganisation>(target)?;
    let mut answers = Answers::default();
    fill(&desk.visit.directory, &organisation, &mut answers);
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
    let mine = read(&desk, &mut answers, known.territory.clone());
    let Some(mine) = mine.filter(|_| answers.faults() == 0) else {
        return Ok(shown(&desk, Some(&known), &answers));
    };
    let value = |field, of: &Organisation| fields::told(&desk, field, of);
    let name = |field| fields::field_name(desk.words(), field);
    let words = clash::Words {
        word: OrganisationField::slug,
        name: &name,
        value: &value,
    };
    let change = words.change(&answers, (&OrganisationField::ALL, &known, mine));
    match organisations::change(desk.app(), &may, &known.slug, &change).await {
        Ok(Outcome::Clash { fields, theirs }) => {
            let here = address(&known.slug);
            let ways = (here.clone(), here);
            Ok(words.choose((&desk, &answers), ways, (&fields, &theirs, &change)))
        }
        Ok(Outcome::Saved(_) | Outcome::Same) => Ok(done(&address(&known.slug), "org-saved")),
        Err(error) => {
            said(&desk, &mut answers, error)?;
            Ok(shown(&desk, Some(&known), &answers))
        }
    }
}

/// Says beside the field what it is a part of why that is not kept; what nobody here can mend is a fault of the page.
fn said(desk: &Desk, answers: &mut Answers, error: OrganisationError) -> Result<(), Refused> {
    let words = desk.words();
    let wrong = match error {
        OrganisationError::Circle(_) => words.get("edit-org-parent-circle"),
        OrganisationError::NoParent(slug) => {
            words.with("typed-unknown", &[("text", slug.to_string().into())])
        }
        OrganisationError::Other(error) => return Err(error.into()),
    };
    answers.fault(acting::PARENT, wrong);
    Ok(())
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
    if answers.has("geste", "nommes") {
        organisations::take_naming(desk.app(), &over_organisation, &known.slug).await?;
        return Ok(done(&address(&known.slug), "org-places-added"));
    }
    let theirs = !answers.has("geste", "retirer");
    let text = answers.text("lieu").trim_end_matches('/').to_owned();
    let last = text.rsplit('/').next().unwrap_or_default();
    let Some(place) = place(&desk, last) else {
        answers.fault("lieu", desk.words().get("edit-org-place-unknown"));
        fill(&desk.visit.directory, &known, &mut answers);
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
    makes(desk.actor())
        .then_some(())
        .ok_or(Refused(StatusCode::FORBIDDEN))
}

pub(super) fn makes(actor: &Actor) -> bool {
    let on = |node: &Node| allow::<ManageOrganisations>(actor, node).is_ok();
    actor.grants().iter().any(|grant| on(grant.node())) || on(&Node::Installation)
}

/// The organisation that stays of one that was merged into it.
fn led(desk: &Desk, slug: &str) -> Option<Slug> {
    let led = desk.visit.directory.organisations.led(&slug.parse().ok()?);
    led.map(|one| one.slug.clone())
}

fn find(desk: &Desk, slug: &str) -> Result<Organisation, Refused> {
    let slug: Slug = named(slug)?;
    let found = desk.visit.directory.organisations.get(&slug).cloned();
    found.ok_or(Refused(StatusCode::NOT_FOUND))
}

pub(super) fn address(slug: &Slug) -> String {
    format!("/espace/structures/{slug}/modifier")
}

fn shown(desk: &Desk, known: Option<&Organisation>, answers: &Answers) -> Response {
    let words = desk.words();
    let title = match known {
        Some(known) => words.with("edit-title", &[("name", known.name.as_str().into())]),
        None => words.get("edit-org-new"),
    };
    let before = known.map(|known| {
        let read = answers.first(BEFORE).map(str::to_owned);
        read.unwrap_or_else(|| serde_json::to_string(known).unwrap_or_default())
    });
    let template = OrganisationPage {
        page: desk.page(title, "structures"),
        action: match known {
            Some(known) => address(&known.slug),
            None => "/espace/structures/nouvelle".to_owned(),
        },
        before,
        blocks: twins::blocks(desk, answers)
            .into_iter()
            .chain(fields::blocks(words, answers, known.is_none()))
            .collect(),
        faults: faults(words, answers),
        public: known.map(|known| desk.visit.link(&addresses::organisation(&known.slug))),
        asked: known.filter(|known| speaks(desk, known)).map(opinions),
        merge: known
            .filter(|known| over(desk, &known.territory).is_ok())
            .map(|known| merge::action(&known.slug)),
        places_action: known.map(|known| format!("/espace/structures/{}/lieux", known.slug)),
        manages: known.is_some_and(|known| over(desk, &known.territory).is_ok()),
        places: known.map_or_else(Vec::new, |known| own_places(desk, &known.slug)),
        naming: known.and_then(|known| naming(desk, known)),
        wrong: answers.wrong("lieu"),
    };
    html_form(template.faults.is_some(), &template)
}

/// Whether whoever looks says what an organisation thinks.
fn speaks(desk: &Desk, known: &Organisation) -> bool {
    let target = rights::organisation(&desk.visit.directory, known);
    desk.may_on::<GiveOpinion>(target).is_ok()
}

fn opinions(known: &Organisation) -> String {
    format!("/espace/structures/{}/avis", known.slug)
}

/// The words of the button that attaches the places that name it; nothing where none does, or nobody here may.
fn naming(desk: &Desk, known: &Organisation) -> Option<String> {
    let directory = &desk.visit.directory;
    let count = organisations::naming(directory, desk.actor(), known).len();
    let words = desk.words();
    (count > 0).then(|| words.with("edit-org-naming", &[("n", count.into())]))
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
