//! Applications (*candidatures*) to a call that is held here: one record that several hands fill in, submitted once.
//!
//! A transition consumes the state that it leaves. Whoever writes says which version they read: on an older one nothing is
//! written. Once submitted, nothing changes but the fields that are returned for correction; what comes after the closing is
//! kept, as late, with its instant. What is decided of an application is elsewhere.

mod parties;

use std::collections::BTreeSet;
use std::fmt::{self, Write as _};
use std::str::FromStr;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::ids::{ApplicationId, Slug};
use crate::means::calls::Gate;
use crate::means::forms::{Answers, FieldId, Fields};
use crate::proposals::Prose;
use crate::words::worded;

pub use parties::{Parties, PartiesError, Party};

worded! {
    /// How far an application is.
    Stage {
        /// It is being filled in.
        Draft = "brouillon",
        /// It was submitted.
        Submitted = "deposee",
        /// Some fields are to be corrected.
        Returned = "a-corriger",
        /// Who submitted it took it back.
        Withdrawn = "retiree",
    }
}

/// The SHA-256 of a text, in lower-case hexadecimal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Fingerprint(String);

/// A text that is no fingerprint.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("not a SHA-256: {0}")]
pub struct NotAFingerprint(pub String);

impl FromStr for Fingerprint {
    type Err = NotAFingerprint;

    fn from_str(text: &str) -> Result<Self, NotAFingerprint> {
        let figure = |one: u8| one.is_ascii_digit() || (b'a'..=b'f').contains(&one);
        if text.len() == 64 && text.bytes().all(figure) {
            Ok(Self(text.to_owned()))
        } else {
            Err(NotAFingerprint(text.to_owned()))
        }
    }
}

impl TryFrom<String> for Fingerprint {
    type Error = NotAFingerprint;

    fn try_from(text: String) -> Result<Self, NotAFingerprint> {
        text.parse()
    }
}

impl From<Fingerprint> for String {
    fn from(fingerprint: Fingerprint) -> Self {
        fingerprint.0
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// What is given to who submits.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Receipt {
    /// One; two once something was corrected.
    pub number: u32,
    /// When, by the clock of this installation, while nobody else could write on the call.
    pub at: DateTime<Utc>,
    /// Whether the first came after the closing.
    #[serde(default)]
    pub late: bool,
    /// The sum of the text of what was submitted.
    pub fingerprint: Fingerprint,
}

/// Where an application is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "state")]
pub enum ApplicationState {
    /// It is being filled in.
    Draft,
    /// It was submitted: its last receipt says when.
    Submitted,
    /// Some fields are to be corrected.
    Returned {
        /// Which ones.
        fields: BTreeSet<FieldId>,
        /// Why.
        why: Prose,
        /// Since when.
        at: DateTime<Utc>,
    },
    /// Who submitted it took it back.
    Withdrawn {
        /// When.
        at: DateTime<Utc>,
    },
}

/// An application.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Application {
    /// For ever.
    pub id: ApplicationId,
    /// To which call.
    pub call: Slug,
    /// Drawn where it is begun: a form that is sent twice begins one.
    pub key: String,
    /// The revision of the form that it answers.
    pub revision: u32,
    /// Who fills it in, and who reads it.
    pub parties: Parties,
    /// When it was begun.
    pub begun: DateTime<Utc>,
    /// How often it was written.
    pub version: u32,
    /// What is answered.
    #[serde(default)]
    pub answers: Answers,
    /// What was given for each submission, first first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub receipts: Vec<Receipt>,
    /// Where it is.
    #[serde(flatten)]
    pub state: ApplicationState,
}

/// Why something is not done with an application.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum ApplicationError {
    /// Somebody wrote meanwhile: what stands has this version.
    #[error("version {0} stands")]
    Meanwhile(u32),
    /// How far it is does not allow it.
    #[error("an application that is {} does not allow this", .0.slug())]
    NotNow(Stage),
    /// The call is not open yet.
    #[error("the call is not open yet")]
    Early,
    /// The call is closed.
    #[error("the call is closed")]
    Closed,
    /// What is asked is not answered.
    #[error("{} fields are not answered", .0.len())]
    Missing(Vec<FieldId>),
    /// A field that was not returned does not change.
    #[error("the field {0} was not returned")]
    NotReturned(FieldId),
    /// What is returned names one of its fields.
    #[error("no field is returned")]
    Nothing,
    /// Who takes part.
    #[error(transparent)]
    Parties(#[from] PartiesError),
}

impl Application {
    /// One that begins: the call is open.
    #[must_use]
    pub fn begin(
        (id, key): (ApplicationId, String),
        (call, revision): (Slug, u32),
        lead: Slug,
        begun: DateTime<Utc>,
    ) -> Self {
        Self {
            id,
            call,
            key,
            revision,
            parties: Parties::of(lead),
            begun,
            version: 1,
            answers: Answers::none(),
            receipts: Vec::new(),
            state: ApplicationState::Draft,
        }
    }

    /// How far it is.
    #[must_use]
    pub const fn stage(&self) -> Stage {
        match self.state {
            ApplicationState::Draft => Stage::Draft,
            ApplicationState::Submitted => Stage::Submitted,
            ApplicationState::Returned { .. } => Stage::Returned,
            ApplicationState::Withdrawn { .. } => Stage::Withdrawn,
        }
    }

    /// The receipt that stands.
    #[must_use]
    pub fn receipt(&self) -> Option<&Receipt> {
        self.receipts.last()
    }

    /// Whether it came after the closing.
    #[must_use]
    pub fn is_late(&self) -> bool {
        self.receipts.first().is_some_and(|first| first.late)
    }

    /// The fields that alone may change; none where all may.
    #[must_use]
    pub const fn returned(&self) -> Option<&BTreeSet<FieldId>> {
        match &self.state {
            ApplicationState::Returned { fields, .. } => Some(fields),
            _ => None,
        }
    }

    /// Whether answers may be changed beside a gate.
    #[must_use]
    pub const fn is_open(&self, gate: Gate) -> bool {
        match self.state {
            ApplicationState::Draft => matches!(gate, Gate::Open | Gate::Soft),
            ApplicationState::Returned { .. } => true,
            ApplicationState::Submitted | ApplicationState::Withdrawn { .. } => false,
        }
    }

    /// Other answers, written on a version. The same again writes nothing.
    pub fn save(
        self,
        upon: u32,
        (fields, answers): (&Fields, Answers),
        gate: Gate,
    ) -> Result<Self, ApplicationError> {
        match self.state {
            ApplicationState::Draft if gate == Gate::Before => return Err(ApplicationError::Early),
            ApplicationState::Draft if gate == Gate::Closed => {
                return Err(ApplicationError::Closed);
            }
            _ => {}
        }
        self.answered(upon, (fields, answers))
    }

    fn answered(
        mut self,
        upon: u32,
        (fields, answers): (&Fields, Answers),
    ) -> Result<Self, ApplicationError> {
        match &self.state {
            ApplicationState::Draft => {}
            ApplicationState::Returned { fields: open, .. } => {
                let open = fields.with_dependents(open);
                let mut changed = self.answers.differing(&answers).into_iter();
                if let Some(id) = changed.find(|id| !open.contains(id)) {
                    return Err(ApplicationError::NotReturned(id));
                }
            }
            _ => return Err(ApplicationError::NotNow(self.stage())),
        }
        if answers == self.answers {
            return Ok(self);
        }
        self.upon(upon)?;
        self.answers = answers;
        self.version += 1;
        Ok(self)
    }

    /// Answers that are submitted as they stand, until [`Application::receive`] gives the receipt. What comes after the
    /// closing is taken, to be kept as late.
    pub fn ready(
        self,
        upon: u32,
        (fields, answers): (&Fields, Answers),
        gate: Gate,
    ) -> Result<Self, ApplicationError> {
        if gate == Gate::Before {
            return Err(ApplicationError::Early);
        }
        let ready = self.answered(upon, (fields, answers))?;
        let missing = fields.missing(&ready.answers);
        if missing.is_empty() {
            Ok(ready)
        } else {
            Err(ApplicationError::Missing(missing))
        }
    }

    /// It is submitted at an instant, beside a gate, with the sum of its text. What was returned is not late for having been.
    pub fn receive(
        mut self,
        (at, gate): (DateTime<Utc>, Gate),
        fingerprint: Fingerprint,
    ) -> Result<Self, ApplicationError> {
        let late = match self.state {
            ApplicationState::Draft => gate == Gate::Closed,
            ApplicationState::Returned { .. } => self.is_late(),
            _ => return Err(ApplicationError::NotNow(self.stage())),
        };
        let number = self.receipt().map_or(0, |last| last.number) + 1;
        self.receipts.push(Receipt {
            number,
            at,
            late,
            fingerprint,
        });
        self.state = ApplicationState::Submitted;
        self.version += 1;
        Ok(self)
    }

    /// Some fields are to be corrected.
    pub fn give_back(
        mut self,
        (fields, why): (BTreeSet<FieldId>, Prose),
        asked: &Fields,
        at: DateTime<Utc>,
    ) -> Result<Self, ApplicationError> {
        if !matches!(self.state, ApplicationState::Submitted) {
            return Err(ApplicationError::NotNow(self.stage()));
        }
        if fields.is_empty() || !fields.iter().all(|id| asked.get(*id).is_some()) {
            return Err(ApplicationError::Nothing);
        }
        self.state = ApplicationState::Returned { fields, why, at };
        self.version += 1;
        Ok(self)
    }

    /// It is taken back, for good.
    pub fn withdraw(mut self, at: DateTime<Utc>) -> Result<Self, ApplicationError> {
        if matches!(self.state, ApplicationState::Withdrawn { .. }) {
            return Err(ApplicationError::NotNow(Stage::Withdrawn));
        }
        self.state = ApplicationState::Withdrawn { at };
        self.version += 1;
        Ok(self)
    }

    /// Others take part, or no more. Once it is withdrawn nobody is invited.
    pub fn with_parties(mut self, parties: Parties) -> Result<Self, ApplicationError> {
        if matches!(self.state, ApplicationState::Withdrawn { .. }) {
            return Err(ApplicationError::NotNow(Stage::Withdrawn));
        }
        if self.parties != parties {
            self.parties = parties;
            self.version += 1;
        }
        Ok(self)
    }

    /// The text that a receipt sums: who, to what, under which questions, and every answer.
    #[must_use]
    pub fn canonical(&self) -> String {
        let mut text = format!(
            "portulan candidature 1\nappel {}\ncandidature {}\nformulaire {}\nporteuse {}\n",
            self.call,
            self.id,
            self.revision,
            self.parties.lead(),
        );
        for partner in self.parties.partners() {
            let _ = writeln!(text, "partenaire {partner}");
        }
        text.push_str(&self.answers.canonical());
        text
    }

    const fn upon(&self, upon: u32) -> Result<(), ApplicationError> {
        if upon == self.version {
            Ok(())
        } else {
            Err(ApplicationError::Meanwhile(self.version))
        }
    }
}

#[cfg(test)]
mod tests;
