//! The fields of an organisation: written into its form, read from it, and told to whoever chooses between two answers.

use portulan_app::Directory;
use portulan_i18n::Words;
use portulan_model::people::{Email, Organisation};
use portulan_model::{OrganisationField, OrganisationKind, TerritoryKey};
use portulan_text::{Phone, Pivot, clean, slug};

use super::super::answers::Answers;
use super::super::blocks::{Block, Choice, Maker};
use super::super::contact::web;
use super::super::presentation::line;
use super::acting;
use crate::auth::Desk;
use crate::pages::contact::{phone_display, site_display};

pub(super) const LEVEL: &str = "org-niveau";
const NAME: &str = OrganisationField::Name.slug();
const KIND: &str = OrganisationField::Kind.slug();
const PIVOT: &str = OrganisationField::Pivot.slug();
const EMAIL: &str = OrganisationField::Email.slug();
const PHONE: &str = OrganisationField::Phone.slug();
const SITE: &str = OrganisationField::Website.slug();
const SUMMARY: &str = OrganisationField::Summary.slug();
/// Longest name and longest text, in characters.
const NAME_CHARS: usize = 200;
const SUMMARY_CHARS: usize = 1_000;

/// Writes what is known into the form.
pub(super) fn fill(directory: &Directory, organisation: &Organisation, answers: &mut Answers) {
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let email = organisation.email.as_ref().map(ToString::to_string);
    answers.put(NAME, &organisation.name);
    answers.put(KIND, organisation.kind.map_or("", OrganisationKind::slug));
    answers.put(PIVOT, text(&organisation.pivot));
    answers.put(EMAIL, email.unwrap_or_default());
    answers.put(PHONE, text(&organisation.phone));
    answers.put(SITE, text(&organisation.website));
    answers.put(SUMMARY, text(&organisation.summary));
    acting::fill(directory, organisation, answers);
}

/// Every field at once; the address comes from the name.
pub(super) fn read(
    desk: &Desk,
    answers: &mut Answers,
    territory: TerritoryKey,
) -> Option<Organisation> {
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
    let kind = told(KIND, "edit-choice-unknown", &|text| {
        OrganisationKind::from_slug(text).map(|kind| kind.slug().to_owned())
    });
    let pivot = told(PIVOT, "edit-org-siret-wrong", &|text| {
        Pivot::parse(text)
            .ok()
            .map(|pivot| pivot.as_str().to_owned())
    });
    let email = told(EMAIL, "edit-courriel-wrong", &|text| {
        let email: Option<Email> = text.parse().ok();
        email.map(|email| email.to_string())
    });
    let phone = told(PHONE, "edit-telephone-wrong", &|text| {
        Phone::parse(text, None)
            .ok()
            .map(|phone| phone.as_str().to_owned())
    });
    let website = told(SITE, "edit-site-wrong", &web);
    let acting = acting::read(desk, answers);
    Some(Organisation {
        kind: kind.and_then(|text| OrganisationKind::from_slug(&text)),
        pivot,
        email: email.and_then(|email| email.parse().ok()),
        phone,
        website,
        summary,
        area: acting.area,
        roles: acting.roles,
        parent: acting.parent,
        contacts: acting.contacts,
        ..Organisation::named(address?, name?, territory)
    })
}

/// What the form is made of; the level is asked once.
pub(super) fn blocks(words: Words, answers: &Answers, new: bool) -> Vec<Block> {
    let maker = Maker { words, answers };
    let mut blocks = vec![maker.text(NAME, "text")];
    if new {
        blocks.push(maker.text(LEVEL, "text"));
    }
    let option = |kind: OrganisationKind| Choice {
        value: kind.slug().to_owned(),
        label: kind_words(words, kind),
        hint: words
            .find(&format!("{}-hint", kind_id(kind)), &[])
            .unwrap_or_default(),
        chosen: answers.has(KIND, kind.slug()),
    };
    blocks.push(maker.choices(KIND, true, OrganisationKind::ALL.map(option).into()));
    blocks.extend([
        maker.text(PIVOT, "text"),
        maker.text(EMAIL, "email"),
        maker.text(PHONE, "tel"),
        maker.text(SITE, "text"),
    ]);
    blocks.push(maker.area(SUMMARY, 4));
    blocks.extend(acting::blocks(&maker));
    blocks
}

fn kind_id(kind: OrganisationKind) -> String {
    format!("edit-org-type-{}", kind.slug())
}

/// What a kind is called.
pub(in crate::pages) fn kind_words(words: Words, kind: OrganisationKind) -> String {
    words.get(&kind_id(kind))
}

/// What a field is called, without what is said beside it in the form.
pub(super) fn field_name(words: Words, field: OrganisationField) -> String {
    words.get(&format!("{}-name", field.slug()))
}

/// The value of a field as people read it; none where there is nothing.
pub(super) fn told(
    desk: &Desk,
    field: OrganisationField,
    organisation: &Organisation,
) -> Vec<String> {
    let words = desk.words();
    let value = match field {
        OrganisationField::Name => Some(organisation.name.clone()),
        OrganisationField::Kind => organisation.kind.map(|kind| kind_words(words, kind)),
        OrganisationField::Pivot => organisation.pivot.clone(),
        OrganisationField::Email => organisation.email.as_ref().map(ToString::to_string),
        OrganisationField::Phone => organisation.phone.as_deref().map(phone_display),
        OrganisationField::Website => organisation.website.as_deref().map(site_display),
        OrganisationField::Summary => organisation.summary.clone(),
        OrganisationField::Area
        | OrganisationField::Roles
        | OrganisationField::Parent
        | OrganisationField::Contacts => return acting::told(&desk.visit, field, organisation),
    };
    value.into_iter().collect()
}
