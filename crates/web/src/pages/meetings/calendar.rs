//! The calendar file of a meeting: for its members at the desk, for everybody where it is public.

use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use portulan_app::{bodies, meetings};
use portulan_model::governance::{Body, Meeting, MeetingState};
use portulan_model::{MeetingId, Slug};

use super::{body, reads};
use crate::auth::{Desk, Refused, named};
use crate::calendar::{Calendar, Event, When};
use crate::pages::addresses;
use crate::pages::visit::Visit;

/// The calendar file of a public meeting.
pub(in crate::pages) fn public_address(body: &Slug, id: MeetingId) -> String {
    format!("{}/reunions/{id}/calendrier.ics", addresses::body(body))
}

/// `GET /espace/gouvernances/{slug}/reunions/{reunion}/calendrier.ics`.
pub(super) async fn members(
    desk: Desk,
    Path((slug, meeting)): Path<(String, String)>,
) -> Result<Response, Refused> {
    let body = body(&desk, &slug)?;
    let may = reads(&desk, body)?;
    let at = (&body.slug, named(&meeting)?);
    let meeting = meetings::find(desk.app(), &may, at).await?;
    Ok(file(&desk.visit, body, &meeting))
}

/// `GET /gouvernances/{slug}/reunions/{seance}/calendrier.ics`.
pub(super) async fn everybody(
    visit: Visit,
    Path((slug, meeting)): Path<(String, String)>,
) -> Result<Response, StatusCode> {
    let missing = StatusCode::NOT_FOUND;
    let slug: Slug = slug.parse().map_err(|_shape| missing)?;
    let id: MeetingId = meeting.parse().map_err(|_shape| missing)?;
    let body = bodies::find(&visit.directory, &slug).ok_or(missing)?;
    let mut all = visit.directory.levels.meetings(&slug);
    let found = all.find(|one| one.id == id && one.public);
    Ok(file(&visit, body, found.ok_or(missing)?))
}

fn file(visit: &Visit, body: &Body, meeting: &Meeting) -> Response {
    let mut calendar = Calendar::new();
    calendar.add(&event(visit, body, meeting));
    calendar.answer()
}

/// A meeting as a calendar has it.
pub(in crate::pages) fn event(visit: &Visit, body: &Body, meeting: &Meeting) -> Event {
    let convocation = meeting.convocation();
    let when = convocation.map(|one| When::Hours(one.begins, one.ends));
    Event {
        uid: meeting.id.to_string(),
        sequence: meeting.told,
        at: visit.now,
        when: when.unwrap_or_else(|| When::Day(meeting.day())),
        cancelled: matches!(meeting.state, MeetingState::Cancelled { .. }),
        title: meeting.title.clone(),
        description: body.name.clone(),
        place: convocation.and_then(|one| meetings::place(&visit.directory, one)),
        body: (
            body.name.clone(),
            visit.absolute(&addresses::body(&body.slug)),
        ),
    }
}
