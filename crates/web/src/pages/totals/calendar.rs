//! The public meetings ahead of a territory: as lines of the page, and as a calendar that programs follow.

use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use chrono_tz::Europe::Paris;
use portulan_i18n::{Words, date, time};
use portulan_levels::meetings_ahead;
use portulan_model::governance::{Body, Meeting, MeetingState};

use super::super::addresses::{self, Source};
use super::super::meetings::event;
use super::super::place::Link;
use super::super::visit::Visit;
use super::asked;
use super::table::name;
use crate::calendar::Calendar;

/// Meetings shown on the page; the feed has all of them.
const SHOWN: usize = 12;

/// A meeting ahead.
pub(super) struct Line {
    pub(super) when: String,
    pub(super) title: String,
    pub(super) room: String,
    pub(super) body: Link,
}

/// The first meetings ahead.
pub(super) fn lines(visit: &Visit, area: &portulan_model::Area) -> Vec<Line> {
    let found = meetings_ahead(&visit.directory.levels, area, visit.today());
    let first = found.into_iter().take(SHOWN);
    first
        .map(|(body, meeting)| line(visit, body, meeting))
        .collect()
}

fn line(visit: &Visit, body: &Body, meeting: &Meeting) -> Line {
    let day = date(visit.lang, meeting.day());
    let (when, room) = match &meeting.state {
        MeetingState::Convened { convocation, .. } => {
            let begins = convocation.begins.with_timezone(&Paris).time();
            let told = [
                ("date", day.into()),
                ("time", time(visit.lang, begins).into()),
            ];
            let when = Words::new(visit.lang).with("levels-at", &told);
            (when, convocation.room.clone().unwrap_or_default())
        }
        _ => (day, String::new()),
    };
    Line {
        when,
        title: meeting.title.clone(),
        room,
        body: Link {
            address: visit.link(&addresses::source(Source::Body, &body.slug)),
            words: body.name.clone(),
        },
    }
}

/// `GET /territoires/{key}/seances.ics`.
pub(super) async fn show(visit: Visit, Path(text): Path<String>) -> Result<Response, StatusCode> {
    let key = asked(&visit, &text)?;
    let here = visit.directory.here(&key, visit.today());
    let area = here.ok_or(StatusCode::NOT_FOUND)?.area;
    let found = meetings_ahead(&visit.directory.levels, &area, visit.today());
    let title = Words::new(visit.lang).with(
        "totals-calendar-of",
        &[("name", name(&visit.directory.reference, &key).into())],
    );
    let mut calendar = Calendar::new().named(&title);
    for (body, meeting) in found {
        calendar.add(&event(&visit, body, meeting));
    }
    Ok(calendar.answer())
}
