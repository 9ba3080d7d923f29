//! People with an account, and the organisations that they act for.

use std::collections::BTreeSet;
use std::fmt;
use std::str::FromStr;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::areas::Area;
use crate::ids::{PersonId, Slug};
use crate::organisations::{OrganisationKind, OrganisationRole, PublicContact};
use crate::territories::TerritoryKey;

/// Why a text is no e-mail address.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{0:?} is no e-mail address")]
pub struct NotAnEmail(pub String);

/// An e-mail address that mail programs accept, in lower case.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Email(String);

impl Email {
    /// Longest address (RFC 5321, 4.5.3.1.3).
    const MAX_LEN: usize = 254;

    /// Reads an address, with or without `mailto:`.
    pub fn parse(text: &str) -> Result<Self, NotAnEmail> {
        let refused = || NotAnEmail(text.to_owned());
        let trimmed = text.trim();
        let address = trimmed.strip_prefix("mailto:").unwrap_or(trimmed);
        let (local, domain) = address.rsplit_once('@').ok_or_else(refused)?;
        if address.len() <= Self::MAX_LEN && local_part(local) && domain_name(domain) {
            Ok(Self(address.to_ascii_lowercase()))
        } else {
            Err(refused())
        }
    }

    /// The address.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

fn local_part(text: &str) -> bool {
    let atom = |byte: u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+-/=?^_`{|}~.".contains(&byte);
    !text.is_empty()
        && text.len() <= 64
        && text.bytes().all(atom)
        && !text.starts_with('.')
        && !text.ends_with('.')
        && !text.contains("..")
}

fn domain_name(text: &str) -> bool {
    let label = |label: &str| {
        !label.is_empty()
            && label.len() <= 63
            && label
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    let last = text.rsplit('.').next().unwrap_or_default();
    text.contains('.')
        && text.split('.').all(label)
        && last.len() >= 2
        && last.bytes().all(|b| b.is_ascii_alphabetic())
}

impl FromStr for Email {
    type Err = NotAnEmail;

    fn from_str(text: &str) -> Result<Self, NotAnEmail> {
        Self::parse(text)
    }
}

impl fmt::Display for Email {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl TryFrom<String> for Email {
    type Error = NotAnEmail;

    fn try_from(text: String) -> Result<Self, NotAnEmail> {
        text.parse()
    }
}

impl From<Email> for String {
    fn from(email: Email) -> Self {
        email.0
    }
}

/// The name of a person as they write it: one line, never blank, at most [`PersonName::LONGEST`] characters.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct PersonName(String);

/// A text that names nobody.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("a name has one to {} characters on one line", PersonName::LONGEST)]
pub struct NotAName;

impl PersonName {
    /// Longest name, in characters.
    pub const LONGEST: usize = 120;

    /// The name.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for PersonName {
    type Err = NotAName;

    fn from_str(text: &str) -> Result<Self, NotAName> {
        let text = text.trim();
        let fits = !text.is_empty()
            && text.chars().count() <= Self::LONGEST
            && !text.chars().any(char::is_control);
        fits.then(|| Self(text.to_owned())).ok_or(NotAName)
    }
}

impl fmt::Display for PersonName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl TryFrom<String> for PersonName {
    type Error = NotAName;

    fn try_from(text: String) -> Result<Self, NotAName> {
        text.parse()
    }
}

impl From<PersonName> for String {
    fn from(name: PersonName) -> Self {
        name.0
    }
}

/// A person with an account.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// For ever.
    pub id: PersonId,
    /// Where messages go. Without one, the person signs in through a provider.
    pub email: Option<Email>,
    /// How they are called.
    pub name: PersonName,
    /// The language of messages: `fr`.
    pub lang: String,
    /// When the account was opened.
    pub created: DateTime<Utc>,
    /// When the person last signed in.
    pub seen: Option<DateTime<Utc>>,
}

/// How a person proved who they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Means {
    /// A password.
    Password,
    /// A password, then a code by e-mail.
    PasswordAndCode,
    /// A key of a device.
    Passkey,
    /// A provider such as `ProConnect`.
    Provider,
    /// A link, by e-mail or from the command line.
    Link,
}

impl Means {
    /// Whether it is worth two factors whatever becomes of a mailbox: a key checks its owner, a provider is asked to. A code
    /// by e-mail after a password is not: the same mailbox sets another password.
    #[must_use]
    pub const fn outlives_the_mailbox(self) -> bool {
        matches!(self, Self::Passkey | Self::Provider)
    }

    /// All of them.
    pub const ALL: [Self; 5] = [
        Self::Password,
        Self::PasswordAndCode,
        Self::Passkey,
        Self::Provider,
        Self::Link,
    ];

    /// The word of storage and of messages.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Password => "password",
            Self::PasswordAndCode => "password-and-code",
            Self::Passkey => "passkey",
            Self::Provider => "provider",
            Self::Link => "link",
        }
    }
}

/// A legal body or an informal collective.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Organisation {
    /// Readable address, for ever.
    pub slug: Slug,
    /// Name, never blank.
    pub name: String,
    /// What kind of body it is; nothing where nobody said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<OrganisationKind>,
    /// SIRET, RNA or RIDET, checked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pivot: Option<String>,
    /// The level that answers for it: where it acts, or where it sits.
    pub territory: TerritoryKey,
    /// Public address for messages.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<Email>,
    /// Public number, international.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
    /// Public site.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub website: Option<String>,
    /// What it does, in a few lines.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub summary: Option<String>,
    /// Where it acts: an explicit set, whatever level answers for it.
    #[serde(default, skip_serializing_if = "Area::is_empty")]
    pub area: Area,
    /// What it says that it does there.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub roles: BTreeSet<OrganisationRole>,
    /// The organisation of which it is a part or a member: a federation, a network, a head office.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent: Option<Slug>,
    /// Whom one writes to, by function.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub contacts: Vec<PublicContact>,
    /// Addresses that lead to it: those of organisations that were merged into it.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub former: BTreeSet<Slug>,
}

impl Organisation {
    /// One of which nothing is known but its name and the level that answers for it.
    #[must_use]
    pub const fn named(slug: Slug, name: String, territory: TerritoryKey) -> Self {
        Self {
            slug,
            name,
            kind: None,
            pivot: None,
            territory,
            email: None,
            phone: None,
            website: None,
            summary: None,
            area: Area::EMPTY,
            roles: BTreeSet::new(),
            parent: None,
            contacts: Vec::new(),
            former: BTreeSet::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_read_in_lower_case_and_nothing_else_passes() {
        let read = |text: &str| text.parse::<Email>().map(|email| email.to_string());
        assert_eq!(
            read(" Accueil@Mairie.Example ").unwrap(),
            "accueil@mairie.example"
        );
        for text in [
            "",
            "a",
            "a@b",
            "@b.fr",
            "a@",
            "a b@c.fr",
            "a@c.fr\r\nBcc: d@e.fr",
            "Nom <a@b.fr>",
            "\"a b\"@c.fr",
            "a@[127.0.0.1]",
            "a@b.fr,c@d.fr",
        ] {
            assert!(read(text).is_err(), "{text:?}");
        }
    }

    #[test]
    fn a_name_is_one_line_and_not_blank() {
        assert_eq!(
            " Camille D. ".parse::<PersonName>().unwrap().as_str(),
            "Camille D."
        );
        for text in ["", "  ", "a\nb", &"a".repeat(121)] {
            assert_eq!(text.parse::<PersonName>(), Err(NotAName));
        }
    }
}
