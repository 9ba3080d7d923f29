//! Committees and meetings of a body: planned, put on an agenda, convened, held or cancelled by those who lead it; read by
//! its members.
//!
//! A committee, a meeting or a file is reached through the body of the capability: the id of another body's opens nothing.
//! Each deed is weighed in the transaction that writes it, against what its author saw: two who act at once act once, and
//! whoever comes late with something else is told ([`MeetingError::Moved`]). Minutes and decisions stand on [`find`].

mod agenda;
pub mod committees;
mod convene;
mod files;
mod late;
mod plan;
mod told;

use portulan_model::governance::{AttendanceError, Convocation, FileError, Meeting, NotNow};
use portulan_model::{CommitteeId, MeetingId, Slug};
use portulan_policy::actions::{HoldMeetings, ReadBody};
use portulan_policy::{Actor, Capability};
use portulan_store::{StoreError, Write};
use thiserror::Error;

use crate::bodies::{changed, own};
use crate::{App, Directory, Error};

pub use crate::census::today;
pub use agenda::{Point, agenda};
pub use convene::{Call, cancel, convene, hold, members_on};
pub use files::{attach, detach, read_file};
pub use late::{Late, late};
pub use plan::{Plan, change, plan};
pub use told::{Reach, reach};

/// Why something is not done with a meeting or a committee.
#[derive(Debug, Error)]
pub enum MeetingError {
    /// Its state does not allow it.
    #[error(transparent)]
    NotNow(#[from] NotNow),
    /// Somebody changed it meanwhile.
    #[error("it is no longer what it was")]
    Moved,
    /// The presences cannot be so.
    #[error(transparent)]
    Attendance(#[from] AttendanceError),
    /// The file is not taken.
    #[error(transparent)]
    File(#[from] FileError),
    /// It would end before it begins.
    #[error("it would end before it begins")]
    Backwards,
    /// It cannot have been held: its hour has not come.
    #[error("its hour has not come")]
    TooEarly,
    /// No committee of this body bears this id, or it exists no more.
    #[error("{0} is no committee of this body")]
    NoCommittee(CommitteeId),
    /// No such place is known.
    #[error("no such place is known")]
    NoPlace,
    /// No such point stands on the agenda.
    #[error("no such point on the agenda")]
    NoPoint,
    /// The body exists no more.
    #[error("the body is over")]
    Over,
    /// Anything else.
    #[error(transparent)]
    Other(#[from] Error),
}

impl From<StoreError> for MeetingError {
    fn from(error: StoreError) -> Self {
        Self::Other(error.into())
    }
}

/// A meeting, through its body.
pub type At<'a> = (&'a Slug, MeetingId);

/// A meeting as it is kept now, for the members of its body.
pub async fn find(
    app: &App,
    capability: &Capability<ReadBody>,
    (body, id): At<'_>,
) -> Result<Meeting, Error> {
    own(capability, body)?;
    let found = app.store().kept_one::<Meeting>(&id).await?;
    of(body, id, found)
}

/// All meetings of a body, in the order of their days.
pub async fn of_body(
    app: &App,
    capability: &Capability<ReadBody>,
    body: &Slug,
) -> Result<Vec<Meeting>, Error> {
    own(capability, body)?;
    Ok(app.store().kept_of::<Meeting>(body).await?)
}

/// Where one meets, in words: the place and its address, the room.
#[must_use]
pub fn place(directory: &Directory, convocation: &Convocation) -> Option<String> {
    let known = convocation.place.as_ref();
    let known = known.and_then(|id| directory.snapshot.by_id(&directory.survivor(id)));
    let known = known.map(|place| {
        let (name, address) = (&place.record.name, &place.record.address);
        let parts = [Some(name), address.street.as_ref(), Some(&address.commune)];
        parts.into_iter().flatten().cloned()
    });
    let words = known.into_iter().flatten().chain(convocation.room.clone());
    let words: Vec<String> = words.collect();
    (!words.is_empty()).then(|| words.join(", "))
}

/// Only a meeting of the body: one of another is not found, whoever knows its id.
fn of(body: &Slug, id: MeetingId, found: Option<Meeting>) -> Result<Meeting, Error> {
    let found = found.filter(|one| one.body == *body);
    found.ok_or_else(|| Error::NotFound(format!("seance {id}")))
}

async fn opened(
    app: &App,
    capability: &Capability<HoldMeetings>,
    (body, id): At<'_>,
) -> Result<(Write, Meeting), MeetingError> {
    own(capability, body)?;
    let mut write = app.store().begin_governance(capability).await?;
    let found = write.kept_one::<Meeting>(&id).await?;
    Ok((write, of(body, id, found)?))
}

async fn closed(
    app: &App,
    actor: &Actor,
    write: Write,
    (before, after): (&Meeting, &Meeting),
    word: &str,
) -> Result<(), MeetingError> {
    let told = (&before.body, format!("meeting {word}: {}", after.title));
    Ok(changed(app, actor, write, told, (before, after)).await?)
}
