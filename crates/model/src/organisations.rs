//! What kind of body an organisation is, and its fields, each as one thing that can be compared and copied.
//!
//! The kinds are those of the members of local governances: levels of territories, public bodies, associations,
//! companies, networks, and collectives that are no legal body. They are fewer than the typologies of the national
//! schema, which are of places. Source: legal categories of INSEE, brought together; what fits nowhere is
//! [`OrganisationKind::Other`].

use serde::{Deserialize, Serialize};

use crate::people::{Email, Organisation};
use crate::words::worded;

/// What kind of body it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum OrganisationKind {
    /// A commune.
    #[serde(rename = "commune")]
    Commune,
    /// A body of several communes.
    #[serde(rename = "epci")]
    Epci,
    /// A département.
    #[serde(rename = "departement")]
    Department,
    /// A région.
    #[serde(rename = "region")]
    Region,
    /// A service of the State: préfecture, rectorat, France Travail.
    #[serde(rename = "etat")]
    State,
    /// Another public body: CCAS, CAF, hospital, university.
    #[serde(rename = "public")]
    Public,
    /// An association or a foundation.
    #[serde(rename = "association")]
    Association,
    /// A company, a cooperative too.
    #[serde(rename = "entreprise")]
    Company,
    /// A network of libraries.
    #[serde(rename = "bibliotheques")]
    Libraries,
    /// People who work together without a legal body.
    #[serde(rename = "collectif")]
    Collective,
    /// Something else.
    #[serde(rename = "autre")]
    Other,
}

impl OrganisationKind {
    /// All of them, in the order of forms.
    pub const ALL: [Self; 11] = [
        Self::Commune,
        Self::Epci,
        Self::Department,
        Self::Region,
        Self::State,
        Self::Public,
        Self::Association,
        Self::Company,
        Self::Libraries,
        Self::Collective,
        Self::Other,
    ];

    /// The word of forms, of messages and of storage.
    #[must_use]
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Commune => "commune",
            Self::Epci => "epci",
            Self::Department => "departement",
            Self::Region => "region",
            Self::State => "etat",
            Self::Public => "public",
            Self::Association => "association",
            Self::Company => "entreprise",
            Self::Libraries => "bibliotheques",
            Self::Collective => "collectif",
            Self::Other => "autre",
        }
    }

    /// Reads a word of a form.
    #[must_use]
    pub fn from_slug(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.slug() == text)
    }
}

worded! {
    /// What an organisation does among the others, as it says itself. What it does in a body or a scheme is said there.
    OrganisationRole {
        /// Steers: it decides with others what is done.
        Lead = "pilote",
        /// Gives money.
        Funder = "financeur",
        /// Employs those who help.
        Employer = "employeur",
        /// Makes the others work together.
        Facilitator = "animateur",
        /// Runs the places or the actions.
        Operator = "operateur",
        /// Federates others.
        Network = "reseau",
        /// A regional hub of digital inclusion.
        Hub = "hub",
    }
}

/// A desk that answers, by function: never the name of a person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PublicContact {
    /// What it is there: "chargée de mission numérique".
    pub function: String,
    /// In which service.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub service: Option<String>,
    /// Public address of the function.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<Email>,
    /// Public number of the function, international.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
}

impl PublicContact {
    /// Most that an organisation has.
    pub const MOST: usize = 5;
}

/// A field of an organisation that people change. Its address and the level that answers for it stay.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "each variant is the field of the same name")]
pub enum OrganisationField {
    Name,
    Kind,
    Pivot,
    Email,
    Phone,
    Website,
    Summary,
    Area,
    Roles,
    Parent,
    Contacts,
}

impl OrganisationField {
    /// All of them, in the order of forms.
    pub const ALL: [Self; 11] = [
        Self::Name,
        Self::Kind,
        Self::Pivot,
        Self::Email,
        Self::Phone,
        Self::Website,
        Self::Summary,
        Self::Area,
        Self::Roles,
        Self::Parent,
        Self::Contacts,
    ];

    /// The word of forms and of messages.
    #[must_use]
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Name => "org-nom",
            Self::Kind => "org-type",
            Self::Pivot => "org-siret",
            Self::Email => "org-courriel",
            Self::Phone => "org-telephone",
            Self::Website => "org-site",
            Self::Summary => "org-resume",
            Self::Area => "org-zone",
            Self::Roles => "org-roles",
            Self::Parent => "org-parent",
            Self::Contacts => "org-contacts",
        }
    }

    /// Gives `to` the value that `from` has.
    pub fn copy(self, from: &Organisation, to: &mut Organisation) {
        match self {
            Self::Name => to.name.clone_from(&from.name),
            Self::Kind => to.kind = from.kind,
            Self::Pivot => to.pivot.clone_from(&from.pivot),
            Self::Email => to.email.clone_from(&from.email),
            Self::Phone => to.phone.clone_from(&from.phone),
            Self::Website => to.website.clone_from(&from.website),
            Self::Summary => to.summary.clone_from(&from.summary),
            Self::Area => to.area.clone_from(&from.area),
            Self::Roles => to.roles.clone_from(&from.roles),
            Self::Parent => to.parent.clone_from(&from.parent),
            Self::Contacts => to.contacts.clone_from(&from.contacts),
        }
    }

    /// Whether two organisations have the same value.
    #[must_use]
    pub fn same(self, a: &Organisation, b: &Organisation) -> bool {
        match self {
            Self::Name => a.name == b.name,
            Self::Kind => a.kind == b.kind,
            Self::Pivot => a.pivot == b.pivot,
            Self::Email => a.email == b.email,
            Self::Phone => a.phone == b.phone,
            Self::Website => a.website == b.website,
            Self::Summary => a.summary == b.summary,
            Self::Area => a.area == b.area,
            Self::Roles => a.roles == b.roles,
            Self::Parent => a.parent == b.parent,
            Self::Contacts => a.contacts == b.contacts,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bare() -> Organisation {
        let territory = "departement-35".parse().unwrap();
        Organisation::named("essai".parse().unwrap(), "Essai".to_owned(), territory)
    }

    #[test]
    fn every_kind_reads_back_from_its_word_and_is_kept_under_it() {
        for kind in OrganisationKind::ALL {
            assert_eq!(OrganisationKind::from_slug(kind.slug()), Some(kind));
            let kept = serde_json::to_string(&kind).unwrap();
            assert_eq!(kept, format!("\"{}\"", kind.slug()));
        }
        assert_eq!(OrganisationKind::from_slug("mairie"), None);
    }

    #[test]
    fn an_organisation_of_before_kinds_reads_back_to_the_very_byte() {
        let before = r#"{"slug":"essai","name":"Essai","territory":"departement-35"}"#;
        assert_eq!(bare().kind, None);
        assert_eq!(serde_json::to_string(&bare()).unwrap(), before);
    }

    #[test]
    fn what_an_organisation_does_is_kept_beside_what_it_is() {
        let text = r#"{"slug":"essai","name":"Essai","territory":"departement-35","area":"35047 35238","roles":["funder","network"],"parent":"federation","contacts":[{"function":"Accueil","email":"accueil@exemple.fr"}]}"#;
        let read: Organisation = serde_json::from_str(text).unwrap();
        assert_eq!(
            read.roles,
            [OrganisationRole::Network, OrganisationRole::Funder].into()
        );
        assert_eq!(serde_json::to_string(&read).unwrap(), text);
    }

    #[test]
    fn each_field_copies_itself_and_nothing_else() {
        let full = Organisation {
            name: "Autre".to_owned(),
            kind: Some(OrganisationKind::Association),
            pivot: Some("W351000001".to_owned()),
            email: "accueil@exemple.fr".parse().ok(),
            phone: Some("+33299000000".to_owned()),
            website: Some("https://exemple.fr".to_owned()),
            summary: Some("Aide.".to_owned()),
            area: "35238".parse().unwrap(),
            roles: [OrganisationRole::Funder].into(),
            parent: "federation".parse().ok(),
            contacts: vec![PublicContact {
                function: "Accueil".to_owned(),
                service: None,
                email: None,
                phone: None,
            }],
            ..bare()
        };
        for field in OrganisationField::ALL {
            let mut copied = bare();
            field.copy(&full, &mut copied);
            for other in OrganisationField::ALL {
                assert_eq!(
                    other.same(&copied, &full),
                    other == field,
                    "{field:?} {other:?}"
                );
            }
        }
    }
}
