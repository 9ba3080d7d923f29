//! What is to be read before a point: files checked by what they hold, read by the members of the body alone.

use portulan_model::governance::{Attachment, Meeting, NotNow};
use portulan_model::journal::{Deed, Entry};
use portulan_model::{FileId, Slug};
use portulan_policy::actions::{HoldMeetings, ReadBody};
use portulan_policy::{Actor, Capability};
use portulan_store::AttachedTo;

use super::{At, MeetingError, closed, find, opened};
use crate::bodies::{Told, Upload, entry, file_told, own};
use crate::{App, Error, files};

/// Attaches a file to a point of the agenda, named by its rank and by what it says.
pub async fn attach(
    app: &App,
    capability: &Capability<HoldMeetings>,
    at: At<'_>,
    ((rank, title), upload): ((usize, &str), Upload),
) -> Result<(), MeetingError> {
    own(capability, at.0)?;
    let (attachment, stored) = files::taken(app, &upload).await??;
    let (mut write, before) = opened(app, capability, at).await?;
    settled(&before)?;
    let mut after = before.clone();
    let point = after.agenda.get_mut(rank).ok_or(MeetingError::NoPoint)?;
    if point.title != title {
        return Err(MeetingError::Moved);
    }
    let same = |one: &Attachment| one.name == attachment.name && one.bytes == attachment.bytes;
    if point.documents.iter().any(same) {
        return Ok(());
    }
    let line = entry(app, capability.actor(), file_told(at.0, &attachment));
    let owner = AttachedTo::Meeting(at.1);
    write
        .add_attachment(&owner, &attachment, stored.content(&upload.bytes), &line)
        .await?;
    point.documents.push(attachment);
    closed(
        app,
        capability.actor(),
        write,
        (&before, &after),
        "document",
    )
    .await
}

/// Takes a file away from the agenda. One that is gone already stays so.
pub async fn detach(
    app: &App,
    capability: &Capability<HoldMeetings>,
    at: At<'_>,
    id: FileId,
) -> Result<(), MeetingError> {
    let (mut write, before) = opened(app, capability, at).await?;
    settled(&before)?;
    let Some(file) = document(&before, id).cloned() else {
        return Ok(());
    };
    let line = removed(app, capability.actor(), at.0, &file);
    write.remove_attachment(id, &line).await?;
    let mut after = before.clone();
    for point in &mut after.agenda {
        point.documents.retain(|one| one.id != id);
    }
    closed(
        app,
        capability.actor(),
        write,
        (&before, &after),
        "document",
    )
    .await
}

/// A file of a meeting, for the members of its body. One of another meeting is not found, whoever knows its id.
pub async fn read_file(
    app: &App,
    capability: &Capability<ReadBody>,
    at: At<'_>,
    id: FileId,
) -> Result<(Attachment, Vec<u8>), Error> {
    let meeting = find(app, capability, at).await?;
    let missing = || Error::NotFound(format!("fichier {id}"));
    document(&meeting, id).ok_or_else(missing)?;
    files::read(app, &AttachedTo::Meeting(meeting.id), id).await
}

/// The line of journal of a file that goes.
pub(super) fn removed(app: &App, actor: &Actor, body: &Slug, file: &Attachment) -> Entry {
    let told = Told {
        deed: Deed::Removed,
        ..file_told(body, file)
    };
    entry(app, actor, told)
}

/// What was read at a meeting stays once its minutes are approved, or once it did not take place.
fn settled(meeting: &Meeting) -> Result<(), NotNow> {
    use portulan_model::governance::MeetingState::{Convened, Held, Planned};
    match meeting.state {
        Planned { .. } | Convened { .. } | Held { .. } => Ok(()),
        _ => Err(NotNow(meeting.state.word())),
    }
}

fn document(meeting: &Meeting, id: FileId) -> Option<&Attachment> {
    let all = meeting.agenda.iter().flat_map(|point| &point.documents);
    all.into_iter().find(|one| one.id == id)
}
