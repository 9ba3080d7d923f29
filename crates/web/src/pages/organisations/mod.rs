//! `/structures/<slug>`: what an organisation is, where it acts, what it is a part of, and what it does with others. Nothing
//! here is private: contacts are functions, candidates and drafts are not told.

mod deeds;

use std::collections::BTreeSet;

use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Redirect, Response};
use portulan_app::Directory;
use portulan_i18n::Words;
use portulan_levels::Deeds;
use portulan_model::people::Organisation;
use portulan_model::{OrganisationRole, PublicContact, Slug, TerritoryKey};

use super::addresses;
use super::contact::{phone_display, site_display};
use super::editing::kind_words;
use super::page::Page;
use super::parts::{Fact, Head, Line, Part, public_page};
use super::place::{Link, territory_link};
use super::typed::{area_words, organisation_name};
use super::visit::Visit;
use crate::routes::{Needs, Routes};

/// Lines of each list; the others are counted.
const LISTED: usize = 15;

/// The page.
pub(super) fn routes() -> Routes {
    Routes::default().get("/structures/{slug}", Needs::Public, show)
}

/// What a role is called.
pub(super) fn role_words(words: Words, role: OrganisationRole) -> String {
    words.get(&format!("org-role-{}", role.slug()))
}

/// A contact in one line: function, service, address, number.
pub(super) fn contact_words(contact: &PublicContact) -> String {
    let parts = [
        Some(contact.function.clone()),
        contact.service.clone(),
        contact.email.as_ref().map(ToString::to_string),
        contact.phone.as_deref().map(phone_display),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// Where the name of an organisation leads; nothing where the directory does not hold it.
pub(super) fn address(visit: &Visit, slug: &Slug) -> Option<String> {
    let known = visit.directory.organisations.get(slug);
    known.map(|_| visit.link(&addresses::organisation(slug)))
}

/// The name of an organisation and where it leads.
pub(super) fn named(visit: &Visit, slug: &Slug) -> (String, Option<String>) {
    let name = organisation_name(&visit.directory, slug);
    (name, address(visit, slug))
}

/// `GET /structures/{slug}`.
async fn show(visit: Visit, Path(slug): Path<String>) -> Result<Response, StatusCode> {
    let slug: Slug = slug.parse().map_err(|_shape| StatusCode::NOT_FOUND)?;
    if let Some(kept) = visit.directory.organisations.led(&slug) {
        let address = visit.link(&addresses::organisation(&kept.slug));
        return Ok(Redirect::permanent(&address).into_response());
    }
    let known = visit.directory.organisations.get(&slug);
    let known = known.ok_or(StatusCode::NOT_FOUND)?;
    let words = Words::new(visit.lang);
    let deeds = visit.directory.levels.deeds(&slug, visit.today());
    let mut parts = vec![Part::Known(facts(&visit, known, &deeds))];
    parts.extend(contacts(words, known));
    parts.extend(parts_of(&visit, known));
    parts.extend(deeds::parts(&visit, known, &deeds));
    parts.push(Part::Ways(ways(&visit, known)));
    let described = known.summary.clone();
    let described = described.unwrap_or_else(|| words.get("org-lead"));
    let page = Page::new(&visit, known.name.clone()).described(described);
    let level = territory_link(&visit, &known.territory);
    let head = Head {
        crumbs: level
            .map(|link| (link.address, link.words))
            .into_iter()
            .collect(),
        lead: known.summary.clone().unwrap_or_default(),
    };
    Ok(public_page(page, head, parts))
}

/// Its roles: those that it says, and those that it has towards others.
fn roles(known: &Organisation, deeds: &Deeds<'_>) -> BTreeSet<OrganisationRole> {
    let mut roles = known.roles.clone();
    let leads = deeds.schemes.iter().any(|(_, leads)| *leads)
        || deeds.actions.iter().any(|(_, _, leads)| *leads);
    let done = [
        (OrganisationRole::Lead, leads),
        (OrganisationRole::Facilitator, !deeds.runs.is_empty()),
        (OrganisationRole::Employer, !deeds.employs.is_empty()),
    ];
    roles.extend(
        done.into_iter()
            .filter(|(_, does)| *does)
            .map(|(role, _)| role),
    );
    roles
}

fn facts(visit: &Visit, known: &Organisation, deeds: &Deeds<'_>) -> Vec<Fact> {
    let (lang, directory) = (visit.lang, &visit.directory);
    let words = Words::new(lang);
    let unknown = || words.get("not-known");
    let kind = known.kind.map(|kind| kind_words(words, kind));
    let mut facts = vec![Fact::of(
        words.get("org-type-name"),
        kind.unwrap_or_else(unknown),
    )];
    let roles = roles(known, deeds);
    let name = |(rank, role): (usize, &OrganisationRole)| {
        let name = role_words(words, *role);
        if rank == 0 { name } else { name.to_lowercase() }
    };
    let roles: Vec<String> = roles.iter().enumerate().map(name).collect();
    if !roles.is_empty() {
        let told = portulan_i18n::listed(lang, roles);
        facts.push(Fact::of(words.get("org-roles-name"), told));
    }
    facts.push(Fact::of(
        words.get("org-zone-name"),
        area_words(lang, directory, &known.area),
    ));
    if let Some(parent) = &known.parent {
        let parent = vec![named(visit, parent)];
        facts.push(Fact::several(words.get("org-parent-name"), parent));
    }
    facts.extend(reached(words, known));
    facts
}

/// How one finds and reaches it.
fn reached(words: Words, known: &Organisation) -> Vec<Fact> {
    let email = known.email.as_ref();
    let phone = known.phone.as_deref();
    let site = known.website.as_ref();
    let told = [
        (
            "org-siret-name",
            known.pivot.clone().map(|pivot| (pivot, None)),
        ),
        (
            "org-courriel-name",
            email.map(|email| (email.to_string(), Some(format!("mailto:{email}")))),
        ),
        (
            "org-telephone-name",
            phone.map(|phone| (phone_display(phone), Some(format!("tel:{phone}")))),
        ),
        (
            "org-site-name",
            site.map(|site| (site_display(site), Some(site.clone()))),
        ),
    ];
    let told = told.into_iter();
    told.filter_map(|(id, value)| Some(Fact::several(words.get(id), vec![value?])))
        .collect()
}

/// Whom one writes to, by function.
fn contacts(words: Words, known: &Organisation) -> Vec<Part> {
    let line = |contact: &PublicContact| {
        let (function, service) = (&contact.function, &contact.service);
        let who = service.as_ref().map_or_else(
            || function.clone(),
            |service| format!("{function}, {service}"),
        );
        let email = contact.email.as_ref();
        let email = email.map(|email| (email.to_string(), Some(format!("mailto:{email}"))));
        let phone = contact.phone.as_deref();
        let phone = phone.map(|phone| (phone_display(phone), Some(format!("tel:{phone}"))));
        let mut ways: Vec<_> = email.into_iter().chain(phone).collect();
        if ways.is_empty() {
            ways.push((words.get("not-known"), None));
        }
        Fact::several(who, ways)
    };
    let facts: Vec<Fact> = known.contacts.iter().map(line).collect();
    if facts.is_empty() {
        return Vec::new();
    }
    vec![
        Part::Title("contacts", words.get("org-contacts-title")),
        Part::Known(facts),
    ]
}

/// The organisations that are a part of it.
fn parts_of(visit: &Visit, known: &Organisation) -> Vec<Part> {
    let mut all = children(&visit.directory, &known.slug);
    all.sort_by_cached_key(|one| (portulan_text::fold(&one.name), one.slug.clone()));
    let lines = all.iter().map(|one| Line {
        words: one.name.clone(),
        address: Some(visit.link(&addresses::organisation(&one.slug))),
        ..Line::default()
    });
    section(visit, ("membres", "org-members-title"), lines.collect())
}

fn children<'a>(directory: &'a Directory, slug: &Slug) -> Vec<&'a Organisation> {
    let all = directory.organisations.iter();
    all.filter(|one| one.parent.as_ref() == Some(slug))
        .collect()
}

/// A list under its title, which counts it; nothing where there is none.
fn section(visit: &Visit, (id, title): (&'static str, &str), mut lines: Vec<Line>) -> Vec<Part> {
    let count = lines.len();
    if count == 0 {
        return Vec::new();
    }
    let words = Words::new(visit.lang);
    lines.truncate(LISTED);
    let mut parts = vec![
        Part::Title(id, words.with(title, &[("n", count.into())])),
        Part::Lines(lines),
    ];
    if count > LISTED {
        let more = words.with("org-more", &[("n", (count - LISTED).into())]);
        parts.push(Part::Text(more));
    }
    parts
}

/// Who else acts where it acts.
fn ways(visit: &Visit, known: &Organisation) -> Vec<(String, String)> {
    let words = Words::new(visit.lang);
    let levels = addresses::levels(format_args!("structure-{}", known.slug));
    let picture = addresses::ecosystem(&known.territory);
    vec![
        (visit.link(&levels), words.get("org-levels")),
        (visit.link(&picture), words.get("org-ecosystem")),
    ]
}

/// A territory and its page; its key where it is not known.
fn territory(visit: &Visit, key: &TerritoryKey) -> String {
    let found: Option<Link> = territory_link(visit, key);
    found.map_or_else(|| key.to_string(), |link| link.words)
}
