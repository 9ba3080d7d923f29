//! Applications to calls that are held here: begun, filled in by several hands, submitted once, read by the body.
//!
//! An application is reached through an organisation that takes part in it, or through the body that holds its call: whoever
//! knows an id alone finds nothing. Whoever writes holds the row of the call, and the clock is read after that: of two
//! around the closing, one is in time and the other late, and the receipt of each is stored with what it sums.

mod around;
mod begin;
mod fill;
mod parties;
mod received;
mod submit;

use chrono::{DateTime, Utc};
use portulan_model::governance::{Attachment, FileError};
use portulan_model::journal::{Deed, Entry};
use portulan_model::means::applications::{Application, ApplicationError, Party};
use portulan_model::means::calls::{Call, CallState, Gate};
use portulan_model::means::forms::{FieldId, Form, Reading, Revision};
use portulan_model::{ApplicationId, FileId, Slug};
use portulan_policy::actions::Apply;
use portulan_policy::{Actor, Capability, Node};
use portulan_store::{AttachedTo, StoreError, Write};
use thiserror::Error;

use super::calls::{Barrier, missing, organisation_of};
use crate::import::author;
use crate::{App, Error, files};

pub use begin::{Ground, begin, ground, new_key};
pub use fill::{attach, detach, save};
pub use parties::{invite, leave};
pub(crate) use received::read_party;
pub use received::{Received, count_drafts, give_back, read_received, received, received_file};
pub(crate) use submit::fingerprint;
pub use submit::{submit, withdraw};

/// Why something is not done with an application.
#[derive(Debug, Error)]
pub enum ApplyError {
    /// The application does not allow it.
    #[error(transparent)]
    Application(#[from] ApplicationError),
    /// The call is not for such an organisation.
    #[error("the call is not for such an organisation")]
    Barred(Vec<Barrier>),
    /// The call is not held here, or its form was not opened.
    #[error("nothing can be filled in")]
    NoForm,
    /// Something that was typed is wrong: nothing is written.
    #[error("{} answers are wrong", .0.wrong.len())]
    Wrong(Box<Reading>),
    /// The organisation takes part, and this is for the one that carries it.
    #[error("it is for the organisation that carries the application")]
    NotLead,
    /// The organisation reads, and does not write.
    #[error("the organisation reads, and does not write")]
    Reads,
    /// There is no such field, or it takes no file.
    #[error("the field {0} takes no file")]
    NoFile(FieldId),
    /// The file is not taken.
    #[error(transparent)]
    File(#[from] FileError),
    /// No such organisation is known.
    #[error("{0} is no organisation that is known")]
    NoOrganisation(Slug),
    /// Anything else.
    #[error(transparent)]
    Other(#[from] Error),
}

impl From<StoreError> for ApplyError {
    fn from(error: StoreError) -> Self {
        Self::Other(error.into())
    }
}

/// An application with what it answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opened {
    /// The application.
    pub application: Application,
    /// The call.
    pub call: Call,
    /// The questions that it answers.
    pub revision: Revision,
    /// What the organisation that looks is in it.
    pub party: Party,
}

impl Opened {
    /// Whether the organisation that looks may change answers at an instant.
    #[must_use]
    pub fn may_fill(&self, at: DateTime<Utc>) -> bool {
        self.party != Party::Reader && self.application.is_open(gate(&self.call, at))
    }
}

/// Whether one may answer a call at an instant: one that is followed no more is closed.
#[must_use]
pub fn gate(call: &Call, at: DateTime<Utc>) -> Gate {
    match call.state {
        CallState::Draft => Gate::Before,
        CallState::Archived { .. } => Gate::Closed,
        CallState::Published { .. } => call.terms.timeline.gate(at),
    }
}

/// The applications in which the organisation of the capability takes part, the last that was begun first, each with its
/// call.
pub async fn own(app: &App, may: &Capability<Apply>) -> Result<Vec<(Application, Call)>, Error> {
    let all = app.store().applications_of(organisation_of(may)?).await?;
    let mut own = Vec::with_capacity(all.len());
    for application in all {
        if let Some(call) = app.store().kept_one::<Call>(&application.call).await? {
            own.push((application, call));
        }
    }
    Ok(own)
}

/// An application in which the organisation of the capability takes part; any other is not found.
pub async fn read(app: &App, may: &Capability<Apply>, id: ApplicationId) -> Result<Opened, Error> {
    let store = app.store();
    let application = store.kept_one::<Application>(&id).await?;
    let (application, party) = own_one(may, id, application)?;
    let call = store.kept_one::<Call>(&application.call).await?;
    let form = store.kept_one::<Form>(&application.call).await?;
    whole(application, party, call, form)
}

/// A file that was given as an answer, for those who take part.
pub async fn read_file(
    app: &App,
    may: &Capability<Apply>,
    id: ApplicationId,
    file: FileId,
) -> Result<(Attachment, Vec<u8>), Error> {
    let found = app.store().kept_one::<Application>(&id).await?;
    own_one(may, id, found)?;
    files::read(app, &AttachedTo::Application(id), file).await
}

/// An application to be written, while nobody else writes on its call.
async fn held(
    app: &App,
    may: &Capability<Apply>,
    id: ApplicationId,
) -> Result<(Write, Opened), Error> {
    let mut write = app.store().begin_governance(may).await?;
    // Which call it is of never changes.
    let found = write.kept_one::<Application>(&id).await?;
    let (found, _) = own_one(may, id, found)?;
    let call = write.take_call(&found.call).await?;
    let application = write.kept_one::<Application>(&id).await?;
    let (application, party) = own_one(may, id, application)?;
    let form = write.kept_one::<Form>(&application.call).await?;
    Ok((write, whole(application, party, call, form)?))
}

/// The same, for who fills it in.
async fn filled(
    app: &App,
    may: &Capability<Apply>,
    id: ApplicationId,
) -> Result<(Write, Opened), ApplyError> {
    let held = held(app, may, id).await?;
    if held.1.party == Party::Reader {
        return Err(ApplyError::Reads);
    }
    Ok(held)
}

/// The same, for the organisation that carries it.
async fn led(
    app: &App,
    may: &Capability<Apply>,
    id: ApplicationId,
) -> Result<(Write, Opened), ApplyError> {
    let held = held(app, may, id).await?;
    if held.1.party != Party::Lead {
        return Err(ApplyError::NotLead);
    }
    Ok(held)
}

fn own_one(
    may: &Capability<Apply>,
    id: ApplicationId,
    found: Option<Application>,
) -> Result<(Application, Party), Error> {
    let organisation = organisation_of(may)?;
    let own = found.and_then(|one| {
        let party = one.parties.party(organisation)?;
        Some((one, party))
    });
    own.ok_or_else(|| unknown(id))
}

fn unknown(id: ApplicationId) -> Error {
    Error::NotFound(format!("candidature {id}"))
}

fn whole(
    application: Application,
    party: Party,
    call: Option<Call>,
    form: Option<Form>,
) -> Result<Opened, Error> {
    let call = call.ok_or_else(|| missing(&application.call))?;
    let revision = form.and_then(|form| form.revision(application.revision).cloned());
    let revision = revision.ok_or_else(|| unknown(application.id))?;
    Ok(Opened {
        application,
        call,
        revision,
        party,
    })
}

/// A line of the journal of the organisation that carries an application: answers are not copied into it.
fn told(app: &App, actor: &Actor, application: &Application, what: &str) -> Entry {
    let deed = if application.version == 1 {
        Deed::Created
    } else {
        Deed::Updated
    };
    Entry {
        at: app.now(),
        author: author(actor),
        behalf: None,
        subject: None,
        object: Node::Organisation(application.parties.lead().clone()).to_string(),
        deed,
        reason: format!(
            "candidature {} à {}: {what}",
            application.id, application.call
        ),
        request: format!("candidatures-{}", app.now().timestamp_millis()),
        before: None,
        after: application.receipt().and_then(super::calls::json),
    }
}
