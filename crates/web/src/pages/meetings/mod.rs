//! `/espace/gouvernances/<slug>/comites` and `…/reunions`: what those who lead a body plan, convene and hold, and what its
//! members read of it; and the calendar file of a public meeting, for everybody.
//!
//! A committee, a meeting or a document is reached through the body of the address: the id of another body's leads nowhere.
//! Each form comes back with what was typed where something of it is wrong.

mod agenda;
mod attendance;
mod calendar;
mod committees;
mod convene;
mod files;
mod list;
mod one;
mod typed;

use portulan_app::Error;
use portulan_app::meetings::{self, MeetingError};
use portulan_model::governance::{AttendanceError, Body, Meeting};
use portulan_model::{MeetingId, Slug};
use portulan_policy::actions::{HoldMeetings, ReadBody};
use portulan_policy::{Capability, NodeKind};

use super::addresses;
use super::bodies::{body, files as shared, leads, reads};
use crate::auth::{Desk, Refused, named};
use crate::routes::{Needs, Routes};

pub(super) use calendar::{event, public_address};
pub(super) use typed::hour;

/// The tab of the desk.
const TAB: &str = "gouvernances";

/// What everybody may see.
pub(super) fn public() -> Routes {
    let file = "/gouvernances/{slug}/reunions/{seance}/calendrier.ics";
    Routes::default().get(file, Needs::Public, calendar::everybody)
}

/// The desk.
pub(super) fn routes() -> Routes {
    let on: &[NodeKind] = &[NodeKind::Body];
    let read = Needs::right::<ReadBody>(on);
    let hold = Needs::right::<HoldMeetings>(on);
    let all = "/espace/gouvernances/{slug}/comites";
    let one = "/espace/gouvernances/{slug}/comites/{comite}";
    Routes::default()
        .get(all, read, committees::show)
        .post(all, hold, committees::create)
        .get(one, hold, committees::edit)
        .post(one, hold, committees::save)
        .post(&format!("{one}/fin"), hold, committees::end)
        .merge(of_meetings(read, hold))
        .guarded()
}

fn of_meetings(read: Needs, hold: Needs) -> Routes {
    let all = "/espace/gouvernances/{slug}/reunions";
    let one = "/espace/gouvernances/{slug}/reunions/{reunion}";
    let under = |last: &str| format!("{one}/{last}");
    Routes::default()
        .get(all, read, list::show)
        .post(all, hold, list::plan)
        .get(one, read, one::show)
        .post(one, hold, one::describe)
        .get(&under("calendrier.ics"), read, calendar::members)
        .post_long(&under("ordre-du-jour"), hold, agenda::save)
        .post(&under("convocation"), hold, convene::convene)
        .post(&under("annulation"), hold, convene::cancel)
        .post_long(&under("presences"), hold, attendance::save)
        .post_file(&under("documents"), hold, files::add)
        .get(&under("documents/{piece}"), read, files::serve)
        .post(&under("documents/retirer"), hold, files::remove)
}

/// A part of the desk of the meetings of a body.
fn at_desk(body: &Slug, id: MeetingId, part: &str) -> String {
    let meeting = format!("reunions/{id}");
    if part.is_empty() {
        return addresses::body_desk(body, &meeting);
    }
    addresses::body_desk(body, &format!("{meeting}/{part}"))
}

/// A meeting of an address, for whoever leads its body.
struct Led {
    desk: Desk,
    body: Body,
    may: Capability<HoldMeetings>,
    id: MeetingId,
}

impl Led {
    fn open(desk: Desk, slug: &str, meeting: &str) -> Result<Self, Refused> {
        let body = body(&desk, slug)?.clone();
        let may = leads::<HoldMeetings>(&desk, &body)?;
        let id = named(meeting)?;
        Ok(Self {
            desk,
            body,
            may,
            id,
        })
    }

    fn at(&self) -> meetings::At<'_> {
        (&self.body.slug, self.id)
    }

    /// Where it is at the desk.
    fn here(&self) -> String {
        at_desk(&self.body.slug, self.id, "")
    }

    async fn meeting(&self) -> Result<Meeting, Refused> {
        let read = reads(&self.desk, &self.body)?;
        Ok(meetings::find(self.desk.app(), &read, self.at()).await?)
    }
}

/// The message that says why something was not done; what nobody here can mend is a fault of the page.
fn told(error: MeetingError) -> Result<&'static str, Refused> {
    let id = match error {
        MeetingError::NotNow(_) => "meetings-wrong-state",
        MeetingError::Moved => "meetings-wrong-moved",
        MeetingError::Attendance(error) => match error {
            AttendanceError::NotAMember(_) | AttendanceError::Twice(_) => "meetings-wrong-member",
            AttendanceError::BearerAbsent(_) => "meetings-wrong-bearer",
            AttendanceError::TwoProxies(_) => "meetings-wrong-proxies",
        },
        MeetingError::File(error) => shared::fault(error),
        MeetingError::Backwards => "meetings-wrong-backwards",
        MeetingError::TooEarly => "meetings-wrong-early",
        MeetingError::NoCommittee(_) => "meetings-wrong-committee",
        MeetingError::NoPlace => "meetings-wrong-place",
        MeetingError::NoPoint => "meetings-wrong-point",
        MeetingError::Over => "bodies-wrong-over",
        MeetingError::Other(Error::Files(error)) => shared::away(&error),
        MeetingError::Other(error) => return Err(error.into()),
    };
    Ok(id)
}
