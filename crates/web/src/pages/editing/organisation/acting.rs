//! What an organisation does among the others, in its form: where it acts, its roles, what it is a part of, whom to write to.

use std::collections::BTreeSet;

use portulan_app::{Directory, areas};
use portulan_model::people::{Email, Organisation};
use portulan_model::{Area, OrganisationField, OrganisationRole, PublicContact, Slug};
use portulan_text::{Phone, clean};

use super::super::answers::Answers;
use super::super::blocks::{self, Block, Choice, Maker};
use crate::auth::Desk;
use crate::pages::organisations::{contact_words, role_words};
use crate::pages::typed::{NAME_CHARS, Reading, area_words, organisation_name};
use crate::pages::visit::Visit;

/// The names of the fields of a contact.
macro_rules! contact {
    ($number:literal) => {
        [
            concat!("contact-", $number, "-fonction"),
            concat!("contact-", $number, "-service"),
            concat!("contact-", $number, "-courriel"),
            concat!("contact-", $number, "-telephone"),
        ]
    };
}
const AREA: &str = OrganisationField::Area.slug();
const ROLES: &str = OrganisationField::Roles.slug();
pub(super) const PARENT: &str = OrganisationField::Parent.slug();
/// The fields of each contact: function, service, address, number.
const CONTACTS: [[&str; 4]; PublicContact::MOST] = [
    contact!("1"),
    contact!("2"),
    contact!("3"),
    contact!("4"),
    contact!("5"),
];
/// Their words, and what browsers are told that they are.
const PARTS: [(&str, &str); 4] = [
    ("fonction", "text"),
    ("service", "text"),
    ("courriel", "email"),
    ("telephone", "tel"),
];

/// What was typed.
pub(super) struct Acting {
    pub(super) area: Area,
    pub(super) roles: BTreeSet<OrganisationRole>,
    pub(super) parent: Option<Slug>,
    pub(super) contacts: Vec<PublicContact>,
}

/// Writes what is known into the form.
pub(super) fn fill(directory: &Directory, organisation: &Organisation, answers: &mut Answers) {
    let parent = organisation.parent.as_ref();
    let parent = parent.map(|slug| named(directory, slug));
    let typed = areas::typed(&directory.reference, &organisation.area);
    answers.put(AREA, typed);
    answers.drop(ROLES);
    for role in &organisation.roles {
        answers.add(ROLES, role.slug());
    }
    answers.put(PARENT, parent.unwrap_or_default());
    for (names, contact) in CONTACTS.into_iter().zip(&organisation.contacts) {
        let email = contact.email.as_ref().map(ToString::to_string);
        let values = [
            Some(contact.function.clone()),
            contact.service.clone(),
            email,
            contact.phone.clone(),
        ];
        for (name, value) in names.into_iter().zip(values) {
            answers.put(name, value.unwrap_or_default());
        }
    }
}

/// The name of an organisation where it is read back as the same; its address where several bear it.
fn named(directory: &Directory, slug: &Slug) -> String {
    let name = organisation_name(directory, slug);
    let same = portulan_app::naming::organisation(directory, &name).as_ref() == Ok(slug);
    if same { name } else { slug.to_string() }
}

/// Reads all of it; what cannot be read is said beside its field.
pub(super) fn read(desk: &Desk, answers: &mut Answers) -> Acting {
    let roles: Vec<_> = answers
        .told(ROLES)
        .map(OrganisationRole::from_slug)
        .collect();
    if roles.iter().any(Option::is_none) {
        answers.fault(ROLES, desk.words().get("edit-choice-unknown"));
    }
    let mut reading = Reading::of(desk, answers);
    Acting {
        area: reading.area(AREA),
        parent: reading.organisation(PARENT),
        contacts: CONTACTS
            .into_iter()
            .filter_map(|names| contact(&mut reading, names))
            .collect(),
        roles: roles.into_iter().flatten().collect(),
    }
}

/// A contact, where something of it is typed.
fn contact(
    reading: &mut Reading<'_>,
    [function, service, email, phone]: [&str; 4],
) -> Option<PublicContact> {
    let blank = |name: &&str| reading.answers.text(name).is_empty();
    if [function, service, email, phone].iter().all(blank) {
        return None;
    }
    let told = reading.line(function, NAME_CHARS);
    if told.is_none() {
        reading.fault(function, "edit-org-contact-fonction-missing");
    }
    Some(PublicContact {
        service: reading.line(service, NAME_CHARS),
        email: checked(reading, email, "edit-courriel-wrong", |text| {
            text.parse::<Email>().ok()
        }),
        phone: checked(reading, phone, "edit-telephone-wrong", |text| {
            let phone = Phone::parse(text, None).ok();
            phone.map(|phone| phone.as_str().to_owned())
        }),
        function: told?,
    })
}

fn checked<T>(
    reading: &mut Reading<'_>,
    field: &str,
    wrong: &str,
    read: impl Fn(&str) -> Option<T>,
) -> Option<T> {
    let text = clean(reading.answers.text(field));
    let value = read(&text);
    if value.is_none() && !text.is_empty() {
        let told = reading.words().with(wrong, &[("text", text.into())]);
        reading.answers.fault(field, told);
    }
    value
}

/// What this part of the form is made of.
pub(super) fn blocks(maker: &Maker<'_>) -> Vec<Block> {
    let option = |role: &OrganisationRole| Choice {
        value: role.slug().to_owned(),
        label: role_words(maker.words, *role),
        hint: maker
            .words
            .find(&format!("org-role-{}-hint", role.slug()), &[])
            .unwrap_or_default(),
        chosen: maker.answers.has(ROLES, role.slug()),
    };
    let roles = OrganisationRole::ALL.iter().map(option).collect();
    let mut all = vec![
        maker.area(AREA, 3),
        maker.choices(ROLES, false, roles),
        maker.text(PARENT, "text"),
    ];
    let typed = |names: &[&str; 4]| {
        let said = |name: &&str| !maker.answers.text(name).is_empty();
        let wrong = |name: &&str| maker.answers.wrong(name).is_some();
        names.iter().any(said) || names.iter().any(wrong)
    };
    let last = CONTACTS.iter().rposition(typed).map_or(0, |rank| rank + 1);
    // One more than what is there.
    for (number, names) in (1..).zip(CONTACTS).take(last + 1) {
        let legend = maker
            .words
            .with("edit-org-contact", &[("n", number.into())]);
        let hint = if number == 1 {
            maker.hint("org-contact")
        } else {
            String::new()
        };
        all.push(Block::Open(legend, hint));
        for (id, (part, kind)) in names.into_iter().zip(PARTS) {
            all.push(Block::Text(blocks::Text {
                id,
                label: maker.words.get(&format!("edit-org-contact-{part}")),
                hint: maker.hint(&format!("org-contact-{part}")),
                kind,
                value: maker.answers.first(id).unwrap_or_default().to_owned(),
                wrong: maker.answers.wrong(id),
            }));
        }
        all.push(Block::Close);
    }
    all
}

/// The value of one of these fields as people read it.
pub(super) fn told(
    visit: &Visit,
    field: OrganisationField,
    organisation: &Organisation,
) -> Vec<String> {
    let (lang, directory) = (visit.lang, &visit.directory);
    let words = portulan_i18n::Words::new(lang);
    match field {
        OrganisationField::Area if !organisation.area.is_empty() => {
            vec![area_words(lang, directory, &organisation.area)]
        }
        OrganisationField::Roles => {
            let roles = organisation.roles.iter();
            roles.map(|role| role_words(words, *role)).collect()
        }
        OrganisationField::Parent => {
            let parent = organisation.parent.iter();
            parent
                .map(|slug| organisation_name(directory, slug))
                .collect()
        }
        OrganisationField::Contacts => {
            let contacts = organisation.contacts.iter();
            contacts.map(contact_words).collect()
        }
        _ => Vec::new(),
    }
}
