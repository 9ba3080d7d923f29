//! The public meetings ahead of a territory: as lines of the page, and as a calendar that programs follow.
//!
//! iCalendar is that of RFC 5545: lines end with CRLF and hold at most 75 bytes, commas and semicolons of texts are
//! escaped. A meeting of which the day alone is known is a whole day.

use axum::extract::Path;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use chrono::{DateTime, Utc};
use chrono_tz::Europe::Paris;
use portulan_i18n::{Words, date, time};
use portulan_levels::meetings_ahead;
use portulan_model::governance::{Body, Meeting, MeetingState};

use super::super::addresses::{self, Source};
use super::super::place::Link;
use super::super::visit::Visit;
use super::asked;
use super::table::name;

/// Meetings shown on the page; the feed has all of them.
const SHOWN: usize = 12;
/// Bytes of a line of a calendar (RFC 5545, 3.1).
const LONGEST: usize = 75;

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
    let mut text = String::from("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Portulan//FR\r\n");
    put(&mut text, "X-WR-CALNAME", &escaped(&title));
    for (body, meeting) in found {
        event(&visit, body, meeting, &mut text);
    }
    text.push_str("END:VCALENDAR\r\n");
    let headers = [
        (header::CONTENT_TYPE, "text/calendar; charset=utf-8"),
        (header::CACHE_CONTROL, "no-cache"),
    ];
    Ok((headers, text).into_response())
}

fn event(visit: &Visit, body: &Body, meeting: &Meeting, text: &mut String) {
    text.push_str("BEGIN:VEVENT\r\n");
    put(text, "UID", &format!("{}@portulan", meeting.id));
    put(text, "DTSTAMP", &instant(visit.now));
    if let MeetingState::Convened { convocation, .. } = &meeting.state {
        put(text, "DTSTART", &instant(convocation.begins));
        put(text, "DTEND", &instant(convocation.ends));
        if let Some(room) = &convocation.room {
            put(text, "LOCATION", &escaped(room));
        }
    } else {
        let day = meeting.day().format("%Y%m%d").to_string();
        put(text, "DTSTART;VALUE=DATE", &day);
    }
    put(text, "SUMMARY", &escaped(&meeting.title));
    put(text, "DESCRIPTION", &escaped(&body.name));
    let address = visit.absolute(&addresses::source(Source::Body, &body.slug));
    put(text, "URL", &address);
    text.push_str("END:VEVENT\r\n");
}

fn instant(at: DateTime<Utc>) -> String {
    at.format("%Y%m%dT%H%M%SZ").to_string()
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for one in text.chars() {
        match one {
            '\\' | ',' | ';' => out.extend(['\\', one]),
            '\n' => out.push_str("\\n"),
            one if one.is_control() => {}
            one => out.push(one),
        }
    }
    out
}

/// A property, folded: a line that goes on begins with a space.
fn put(text: &mut String, name: &str, value: &str) {
    let mut length = 0;
    for one in name.chars().chain([':']).chain(value.chars()) {
        if length + one.len_utf8() > LONGEST {
            text.push_str("\r\n ");
            length = 1;
        }
        text.push(one);
        length += one.len_utf8();
    }
    text.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_line_is_folded_between_characters_and_reads_back() {
        let value = escaped(&"Comité « numérique », à Rennes ; suite\\\n".repeat(5));
        let mut text = String::new();
        put(&mut text, "SUMMARY", &value);
        assert!(text.lines().all(|line| line.len() <= LONGEST), "{text}");
        assert!(text.ends_with("\r\n"));
        let unfolded = text.replace("\r\n ", "");
        assert_eq!(unfolded, format!("SUMMARY:{value}\r\n"));
        assert!(value.contains("\\, à Rennes \\; suite\\\\\\n") && !value.contains('\n'));
    }
}
