//! Calendar files (iCalendar, RFC 5545): lines end with CRLF and hold at most 75 bytes, commas and semicolons of texts are
//! escaped. A meeting of which the day alone is known is a whole day.
//!
//! A meeting keeps its name for ever, and counts how often it was told: a calendar takes the highest for the last. One that
//! is cancelled says so (RFC 5546) instead of being left out.

use axum::http::header;
use axum::response::{IntoResponse as _, Response};
use chrono::{DateTime, NaiveDate, Utc};

/// Bytes of a line of a calendar (RFC 5545, 3.1).
const LONGEST: usize = 75;

/// When something is.
pub(crate) enum When {
    /// From an instant to an instant.
    Hours(DateTime<Utc>, DateTime<Utc>),
    /// An instant, that lasts no time: until then.
    At(DateTime<Utc>),
    /// A day, its hours unknown.
    Day(NaiveDate),
}

/// A meeting, or a step of a call, in a calendar.
pub(crate) struct Event {
    /// Its name for ever, on this site.
    pub(crate) uid: String,
    /// How many times it was told.
    pub(crate) sequence: u32,
    /// When this is written.
    pub(crate) at: DateTime<Utc>,
    pub(crate) when: When,
    pub(crate) cancelled: bool,
    pub(crate) title: String,
    pub(crate) description: String,
    pub(crate) place: Option<String>,
    /// Who meets, and their whole address.
    pub(crate) body: (String, String),
}

/// A calendar file that is being written.
pub(crate) struct Calendar(String);

impl Calendar {
    /// An empty one.
    pub(crate) fn new() -> Self {
        Self("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Portulan//FR\r\n".to_owned())
    }

    /// How it is called.
    pub(crate) fn named(mut self, name: &str) -> Self {
        self.put("X-WR-CALNAME", &escaped(name));
        self
    }

    /// What a calendar does with it: `PUBLISH`, `CANCEL`.
    pub(crate) fn to(mut self, method: &str) -> Self {
        self.put("METHOD", method);
        self
    }

    /// One more meeting.
    pub(crate) fn add(&mut self, event: &Event) {
        self.0.push_str("BEGIN:VEVENT\r\n");
        self.put("UID", &format!("{}@portulan", event.uid));
        self.put("SEQUENCE", &event.sequence.to_string());
        self.put("DTSTAMP", &instant(event.at));
        match event.when {
            When::Hours(begins, ends) => {
                self.put("DTSTART", &instant(begins));
                self.put("DTEND", &instant(ends));
            }
            When::At(at) => self.put("DTSTART", &instant(at)),
            When::Day(day) => {
                self.put("DTSTART;VALUE=DATE", &day.format("%Y%m%d").to_string());
            }
        }
        let status = if event.cancelled {
            "CANCELLED"
        } else {
            "CONFIRMED"
        };
        self.put("STATUS", status);
        if let Some(place) = &event.place {
            self.put("LOCATION", &escaped(place));
        }
        self.put("SUMMARY", &escaped(&event.title));
        self.put("DESCRIPTION", &escaped(&event.description));
        let (name, address) = &event.body;
        // In quotes, a name holds neither quotes nor ends of lines.
        let quoted: String = name
            .chars()
            .filter(|one| !one.is_control() && *one != '"')
            .collect();
        self.put(&format!("ORGANIZER;CN=\"{quoted}\""), address);
        self.put("URL", address);
        self.0.push_str("END:VEVENT\r\n");
    }

    /// The whole file.
    pub(crate) fn end(mut self) -> String {
        self.0.push_str("END:VCALENDAR\r\n");
        self.0
    }

    /// The file, as an answer.
    pub(crate) fn answer(self) -> Response {
        let headers = [
            (header::CONTENT_TYPE, "text/calendar; charset=utf-8"),
            (header::CACHE_CONTROL, "no-cache"),
        ];
        (headers, self.end()).into_response()
    }

    /// A property, folded: a line that goes on begins with a space.
    fn put(&mut self, name: &str, value: &str) {
        let mut length = 0;
        for one in name.chars().chain([':']).chain(value.chars()) {
            if length + one.len_utf8() > LONGEST {
                self.0.push_str("\r\n ");
                length = 1;
            }
            self.0.push(one);
            length += one.len_utf8();
        }
        self.0.push_str("\r\n");
    }
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

#[cfg(test)]
mod tests {
    use portulan_model::MeetingId;

    use super::*;

    #[test]
    fn a_long_line_is_folded_between_characters_and_reads_back() {
        let value = escaped(&"Comité « numérique », à Rennes ; suite\\\n".repeat(5));
        let mut calendar = Calendar(String::new());
        calendar.put("SUMMARY", &value);
        let text = calendar.0;
        assert!(text.lines().all(|line| line.len() <= LONGEST), "{text}");
        assert!(text.ends_with("\r\n"));
        let unfolded = text.replace("\r\n ", "");
        assert_eq!(unfolded, format!("SUMMARY:{value}\r\n"));
        assert!(value.contains("\\, à Rennes \\; suite\\\\\\n") && !value.contains('\n'));
    }

    #[test]
    fn a_meeting_that_is_cancelled_bears_its_name_a_higher_count_and_says_so() {
        let event = |sequence, cancelled| Event {
            uid: MeetingId::from_parts(1, [1; 10]).to_string(),
            sequence,
            at: DateTime::UNIX_EPOCH,
            when: When::Day("2026-12-10".parse().unwrap()),
            cancelled,
            title: "Comité".to_owned(),
            description: String::new(),
            place: None,
            body: (
                "Gouvernance \"d’essai\"\r\n".to_owned(),
                "https://portulan.exemple.fr/gouvernances/essai".to_owned(),
            ),
        };
        let file = |method, event: &Event| {
            let mut calendar = Calendar::new().to(method);
            calendar.add(event);
            calendar.end().replace("\r\n ", "")
        };
        let line = |text: &str, name: &str| {
            let found = text.lines().find(|line| line.starts_with(name));
            found.map(str::to_owned).unwrap_or_default()
        };
        let (first, last) = (
            file("PUBLISH", &event(1, false)),
            file("CANCEL", &event(2, true)),
        );
        assert_eq!(line(&first, "UID"), line(&last, "UID"));
        assert_eq!(line(&first, "SEQUENCE"), "SEQUENCE:1");
        assert_eq!(line(&last, "SEQUENCE"), "SEQUENCE:2");
        assert_eq!(line(&first, "STATUS"), "STATUS:CONFIRMED");
        assert_eq!(line(&last, "STATUS"), "STATUS:CANCELLED");
        assert_eq!(line(&last, "METHOD"), "METHOD:CANCEL");
        assert_eq!(line(&last, "DTSTART"), "DTSTART;VALUE=DATE:20261210");
        let organizer =
            "ORGANIZER;CN=\"Gouvernance d’essai\":https://portulan.exemple.fr/gouvernances/essai";
        assert_eq!(line(&last, "ORGANIZER"), organizer);
    }
}
