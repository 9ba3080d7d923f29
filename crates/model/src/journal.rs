//! The journal: every write leaves who, when, on what, before and after, and why. Append only.

use std::fmt;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::ids::PersonId;

/// Who did it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Author {
    /// The operator of this installation, from the command line or the operator's session.
    Operator,
    /// A person with an account. Only the id is kept: the name goes with the account.
    Person(PersonId),
    /// The program itself: `demo`, `migration`.
    Job(String),
}

/// What happened to the object.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Deed {
    /// It came to be.
    Created,
    /// It changed.
    Updated,
    /// It is gone.
    Removed,
}

impl Deed {
    /// The word stored.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Created => "created",
            Self::Updated => "updated",
            Self::Removed => "removed",
        }
    }
}

/// Whose data a line holds, and what its encryption needs: the line can be read until the person is erased.
#[derive(Clone, PartialEq, Eq)]
pub struct Subject {
    person: PersonId,
    drawn: [u8; Self::DRAWN],
}

impl Subject {
    /// Bytes to draw: a key of 32, for a person who has none yet, and a nonce of 24.
    pub const DRAWN: usize = 56;

    /// A person, with bytes that were drawn for this line alone.
    #[must_use]
    pub const fn new(person: PersonId, drawn: [u8; Self::DRAWN]) -> Self {
        Self { person, drawn }
    }

    /// Who.
    #[must_use]
    pub const fn person(&self) -> PersonId {
        self.person
    }

    /// The bytes drawn, for storage and nobody else.
    #[must_use]
    pub const fn drawn(&self) -> &[u8; Self::DRAWN] {
        &self.drawn
    }
}

impl fmt::Debug for Subject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Subject({})", self.person)
    }
}

/// One line of the journal, before it is written.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// When.
    pub at: DateTime<Utc>,
    /// Who.
    pub author: Author,
    /// On whose behalf: `<kind>-<code>` of the organisation, where it is not the author's own doing.
    pub behalf: Option<String>,
    /// `<kind>-<code>` of the object: `lieu-<slug>`, `referentiel-<layer>`.
    pub object: String,
    /// What.
    pub deed: Deed,
    /// Why, in words: `import of lieux.csv`.
    pub reason: String,
    /// The request or run it belongs to.
    pub request: String,
    /// JSON of the object before, `None` when it came to be.
    pub before: Option<String>,
    /// JSON of the object after, `None` when it is gone.
    pub after: Option<String>,
    /// The person whose data reason, before and after hold. They are stored under that person's key.
    pub subject: Option<Subject>,
}

/// One line of the journal, as it reads back.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// Its number.
    pub seq: i64,
    /// When.
    pub at: DateTime<Utc>,
    /// Who.
    pub author: Author,
    /// On whose behalf.
    pub behalf: Option<String>,
    /// On what.
    pub object: String,
    /// What.
    pub deed: Deed,
    /// The request or run it belongs to.
    pub request: String,
    /// The person whose data it holds.
    pub subject: Option<PersonId>,
    /// Why, and what changed.
    pub content: Content,
}

impl Line {
    /// Why, and what changed, where it can be read.
    #[must_use]
    pub const fn told(&self) -> Option<&Told> {
        match &self.content {
            Content::Told(told) => Some(told),
            Content::Withheld | Content::Erased => None,
        }
    }

    /// Why; nothing where it cannot be read.
    #[must_use]
    pub fn reason(&self) -> &str {
        self.told().map_or("", |told| told.reason.as_str())
    }
}

/// What of a line may be nobody's to read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Content {
    /// It can be read.
    Told(Told),
    /// It holds data of a person, and whoever reads may not see those.
    Withheld,
    /// It held data of a person who was erased since.
    Erased,
}

/// Why, and what changed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Told {
    /// Why, in words.
    pub reason: String,
    /// JSON of the object before.
    pub before: Option<String>,
    /// JSON of the object after.
    pub after: Option<String>,
}

/// Whether data of persons is shown to whoever reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Personal {
    /// Shown.
    Shown,
    /// Withheld.
    Withheld,
}

/// A person whose data was erased: what a restored copy must not bring back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Erasure {
    /// Who.
    pub person: PersonId,
    /// When.
    pub at: DateTime<Utc>,
}

/// `<kind>-<code>` of a person.
#[must_use]
pub fn person_object(person: PersonId) -> String {
    format!("personne-{person}")
}
