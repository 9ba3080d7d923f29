//! An application is filled in by those who carry it and their partners: saved as it is, with what is lacking; files apart.

use portulan_model::ApplicationId;
use portulan_model::means::applications::{Application, ApplicationError};
use portulan_model::means::forms::{Answer, Answers, FieldId, FieldKind, Reading, Typed};
use portulan_policy::Capability;
use portulan_policy::actions::Apply;
use portulan_store::AttachedTo;

use super::around::Around;
use super::{ApplyError, Opened, filled, gate, told};
use crate::bodies::Upload;
use crate::{App, files};

/// Reads what was typed against what stands.
pub(super) fn reading(app: &App, opened: &Opened, typed: &Typed) -> Result<Reading, ApplyError> {
    let application = &opened.application;
    let around = (&application.answers, application.returned());
    let directory = app.directory();
    let reading = opened
        .revision
        .fields
        .read(typed, around, &Around(&directory));
    if reading.wrong.is_empty() {
        Ok(reading)
    } else {
        Err(ApplyError::Wrong(Box::new(reading)))
    }
}

/// Saves answers on the version that was read; what was dropped because another answer hides it is said. The same again
/// writes nothing.
pub async fn save(
    app: &App,
    may: &Capability<Apply>,
    id: ApplicationId,
    (upon, typed): (u32, &Typed),
) -> Result<(Application, Vec<FieldId>), ApplyError> {
    let (mut write, opened) = filled(app, may, id).await?;
    let reading = reading(app, &opened, typed)?;
    let before = opened.application.clone();
    let gate = gate(&opened.call, app.now());
    let fields = &opened.revision.fields;
    let after = opened
        .application
        .save(upon, (fields, reading.answers), gate)?;
    if after != before {
        write.keep_application(&after, None).await?;
        write.commit().await?;
    }
    Ok((after, reading.dropped))
}

/// Answers a field by a file; the one that was there is no answer any more.
pub async fn attach(
    app: &App,
    may: &Capability<Apply>,
    (id, field): (ApplicationId, FieldId),
    upload: &Upload,
) -> Result<(), ApplyError> {
    let (file, stored) = files::taken(app, upload).await??;
    let (mut write, opened) = filled(app, may, id).await?;
    takes_file(&opened, field)?;
    if let Some(Answer::File(there)) = opened.application.answers.get(field)
        && (&there.name, there.bytes) == (&file.name, file.bytes)
    {
        return Ok(());
    }
    let mut answers = opened.application.answers.clone();
    answers.put(field, Some(Answer::File(file.clone())));
    let after = changed(app, opened, answers)?;
    let line = told(app, may.actor(), &after, "file attached");
    let owner = AttachedTo::Application(id);
    write
        .add_attachment(&owner, &file, stored.content(&upload.bytes), &line)
        .await?;
    write.keep_application(&after, None).await?;
    write.commit().await?;
    Ok(())
}

/// Takes the file of a field away from the answers.
pub async fn detach(
    app: &App,
    may: &Capability<Apply>,
    (id, field): (ApplicationId, FieldId),
) -> Result<(), ApplyError> {
    let (mut write, opened) = filled(app, may, id).await?;
    takes_file(&opened, field)?;
    let mut answers = opened.application.answers.clone();
    answers.put(field, None);
    if answers == opened.application.answers {
        return Ok(());
    }
    let after = changed(app, opened, answers)?;
    let line = told(app, may.actor(), &after, "file taken away");
    write.keep_application(&after, Some(&line)).await?;
    write.commit().await?;
    Ok(())
}

fn takes_file(opened: &Opened, field: FieldId) -> Result<(), ApplyError> {
    let shown = opened.revision.fields.shown(&opened.application.answers);
    let takes = shown
        .iter()
        .any(|one| one.id == field && one.kind == FieldKind::File);
    if takes {
        Ok(())
    } else {
        Err(ApplyError::NoFile(field))
    }
}

fn changed(app: &App, opened: Opened, answers: Answers) -> Result<Application, ApplicationError> {
    let upon = opened.application.version;
    let gate = gate(&opened.call, app.now());
    opened
        .application
        .save(upon, (&opened.revision.fields, answers), gate)
}
