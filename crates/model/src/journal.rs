//! The journal: every write leaves who, when, on what, before and after, and why. Append only.

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

/// One line of the journal, before it is written.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Entry {
    /// When.
    pub at: DateTime<Utc>,
    /// Who.
    pub author: Author,
    /// On whose behalf: `<kind>-<code>` of the organisation, where it is not the author's own doing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
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
}
