//! What the body that holds a call reads of applications: those that were submitted, never a draft. Some fields of one may be
//! returned for correction.

use std::collections::BTreeSet;

use portulan_model::governance::Attachment;
use portulan_model::means::applications::{Application, ApplicationError, Stage};
use portulan_model::means::calls::Call;
use portulan_model::means::examination::Examination;
use portulan_model::means::forms::{FieldId, Form, Revision};
use portulan_model::proposals::Prose;
use portulan_model::{ApplicationId, FileId, Slug};
use portulan_policy::Capability;
use portulan_policy::actions::{ManageCalls, ReadApplications};
use portulan_store::AttachedTo;

use super::{ApplyError, told, unknown};
use crate::means::calls;
use crate::roadmaps::body_of;
use crate::{App, Error, files};

/// An application that was submitted, with what it answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Received {
    /// The application.
    pub application: Application,
    /// The questions that it answers.
    pub revision: Revision,
}

/// The applications that were submitted to a call of the body, in the order in which they came.
pub async fn received(
    app: &App,
    may: &Capability<ReadApplications>,
    call: &Slug,
) -> Result<(Call, Vec<Application>), Error> {
    let call = of_body(app, body_of(may)?, call).await?;
    let mut all = app.store().kept_of::<Application>(&call.slug).await?;
    all.retain(|one| !one.receipts.is_empty());
    all.sort_by_key(|one| one.receipts.first().map(|first| first.at));
    Ok((call, all))
}

/// How many applications to a call of the body are being filled in: no more is said of them.
pub async fn count_drafts(
    app: &App,
    may: &Capability<ReadApplications>,
    call: &Slug,
) -> Result<usize, Error> {
    let call = of_body(app, body_of(may)?, call).await?;
    let all = app.store().kept_of::<Application>(&call.slug).await?;
    Ok(all.iter().filter(|one| one.stage() == Stage::Draft).count())
}

/// One of them; a draft, or one to another call, is not found.
pub async fn read_received(
    app: &App,
    may: &Capability<ReadApplications>,
    (call, id): (&Slug, ApplicationId),
) -> Result<(Call, Received), Error> {
    let call = of_body(app, body_of(may)?, call).await?;
    let found = app.store().kept_one::<Application>(&id).await?;
    let application = submitted(found, &call.slug, id)?;
    let form = app.store().kept_one::<Form>(&call.slug).await?;
    let revision = form.and_then(|form| form.revision(application.revision).cloned());
    let received = Received {
        application,
        revision: revision.ok_or_else(|| unknown(id))?,
    };
    Ok((call, received))
}

/// One of them before the right to it is asked: who carries it, and from where, to weigh what is decided.
pub(crate) async fn read_party(
    app: &App,
    (call, id): (&Slug, ApplicationId),
) -> Result<Application, Error> {
    let found = app.store().kept_one::<Application>(&id).await?;
    submitted(found, call, id)
}

/// A file of one of them, as long as it is an answer.
pub async fn received_file(
    app: &App,
    may: &Capability<ReadApplications>,
    of: (&Slug, ApplicationId),
    file: FileId,
) -> Result<(Attachment, Vec<u8>), Error> {
    read_received(app, may, of).await?;
    files::read(app, &AttachedTo::Application(of.1), file).await
}

/// Returns some fields for correction, with the reason.
pub async fn give_back(
    app: &App,
    may: &Capability<ManageCalls>,
    (call, id): (&Slug, ApplicationId),
    (fields, why): (BTreeSet<FieldId>, Prose),
) -> Result<(), ApplyError> {
    let mut write = app.store().begin_governance(may).await?;
    let found = write.take_call(call).await?;
    let call = calls::of(body_of(may)?, call, found)?;
    let application = write.kept_one::<Application>(&id).await?;
    let application = submitted(application, &call.slug, id)?;
    let form = write.kept_one::<Form>(&call.slug).await?;
    let revision = form
        .as_ref()
        .and_then(|form| form.revision(application.revision));
    let asked = &revision.ok_or_else(|| unknown(id))?.fields;
    let examined = write.kept_one::<Examination>(&id).await?;
    if examined.is_some_and(|one| one.ruling().is_some()) {
        return Err(ApplicationError::NotNow(application.stage()).into());
    }
    let after = application.give_back((fields, why), asked, app.now())?;
    let line = told(app, may.actor(), &after, "returned for correction");
    write.keep_application(&after, Some(&line)).await?;
    write.commit().await?;
    Ok(())
}

fn submitted(
    found: Option<Application>,
    call: &Slug,
    id: ApplicationId,
) -> Result<Application, Error> {
    let own = found.filter(|one| one.call == *call && !one.receipts.is_empty());
    own.ok_or_else(|| unknown(id))
}

async fn of_body(app: &App, body: &Slug, slug: &Slug) -> Result<Call, Error> {
    let found = app.store().kept_one::<Call>(slug).await?;
    calls::of(body, slug, found)
}
