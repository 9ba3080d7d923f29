//! Calls for a calendar (`/appels/calendrier.ics`) and for a reader of feeds (`/appels/atom.xml`): those of the list, kept
//! to a territory or a kind as it is.

use axum::http::header;
use axum::response::{IntoResponse as _, Response};
use chrono::{DateTime, NaiveTime, TimeZone as _, Utc};
use chrono_tz::Europe::Paris;
use portulan_i18n::Words;
use portulan_model::means::calls::{Call, CallState, Milestone};

use super::public::Asked;
use super::words;
use crate::atom::{Entry, Feed};
use crate::calendar::{Calendar, Event, When};
use crate::pages::addresses;
use crate::pages::visit::Visit;

pub(super) const CALENDAR: &str = "/appels/calendrier.ics";
pub(super) const ATOM: &str = "/appels/atom.xml";
/// The first second of 2026: no call was published here before.
const FIRST: i64 = 1_767_225_600;

/// `GET /appels/calendrier.ics`.
pub(super) async fn calendar(visit: Visit) -> Response {
    let words = Words::new(visit.lang);
    let mut calendar = Calendar::new().named(&words.get("appels-title"));
    let asked = Asked::of(&visit);
    for known in asked.calls(&visit) {
        for event in events(&visit, &known.call) {
            calendar.add(&event);
        }
    }
    calendar.answer()
}

/// The steps of a call as a calendar has them: days, and the instant of closing.
fn events(visit: &Visit, call: &Call) -> Vec<Event> {
    let words = Words::new(visit.lang);
    let timeline = &call.terms.timeline;
    let (owner, _) = words::owner(visit, &call.terms.owner);
    let event = |(step, day): (Milestone, _)| {
        let told = [
            ("step", words::milestone(words, step).into()),
            ("title", call.terms.title.as_str().into()),
        ];
        let closing = timeline.closing().filter(|_| step == Milestone::Closing);
        Event {
            uid: format!("appel-{}-{}", call.slug, step.slug()),
            sequence: sequence(call),
            at: visit.now,
            when: closing.map_or(When::Day(day), When::At),
            cancelled: false,
            title: words.with("appel-event", &told),
            description: words::kind(words, call.terms.kind),
            place: None,
            body: (owner.clone(), visit.absolute(&addresses::call(&call.slug))),
        }
    };
    timeline.known().map(event).collect()
}

/// The number by which a calendar knows the last version (RFC 5545, 3.8.7.4): it only grows, whether what changed had to be
/// told or not. It is the second of the last change, counted from a day before the first call, to stay a small integer.
fn sequence(call: &Call) -> u32 {
    let told = u32::try_from(call.amendments.len()).unwrap_or(u32::MAX);
    let since = call.changed.map_or(0, |at| at.timestamp() - FIRST);
    told.max(u32::try_from(since).unwrap_or_default())
}

/// `GET /appels/atom.xml`.
pub(super) async fn atom(visit: Visit) -> Response {
    let words = Words::new(visit.lang);
    let asked = Asked::of(&visit);
    let mut entries: Vec<Entry> = asked
        .calls(&visit)
        .map(|known| entry(&visit, &known.call))
        .collect();
    entries.sort_by_key(|one| std::cmp::Reverse(one.updated));
    let feed = Feed {
        title: words.get("appels-title"),
        lang: visit.lang.code(),
        // Each choice is a feed of its own: readers keep one for each name.
        own: visit.absolute(&asked.carried(ATOM)),
        page: visit.absolute(&asked.carried(addresses::OPEN_CALLS)),
        author: words.get("brand"),
        entries,
    };
    let headers = [
        (header::CONTENT_TYPE, "application/atom+xml; charset=utf-8"),
        (header::CACHE_CONTROL, "no-cache"),
    ];
    (headers, feed.to_xml()).into_response()
}

fn entry(visit: &Visit, call: &Call) -> Entry {
    let words = Words::new(visit.lang);
    let closing = words::when(visit, &call.terms.timeline, Milestone::Closing);
    let told = [
        ("kind", words::kind(words, call.terms.kind).into()),
        ("owner", words::owner(visit, &call.terms.owner).0.into()),
        (
            "closing",
            closing.unwrap_or_else(|| words.get("not-known")).into(),
        ),
    ];
    Entry {
        title: call.terms.title.clone(),
        address: visit.absolute(&addresses::call(&call.slug)),
        updated: updated(call),
        summary: words.with("appel-feed", &told),
    }
}

/// When what everybody reads of it last changed, told or not; or when it was published.
fn updated(call: &Call) -> DateTime<Utc> {
    let since = match call.state {
        CallState::Published { since } | CallState::Archived { since, .. } => Some(since),
        CallState::Draft => None,
    };
    let last = call.amendments.last().map(|one| one.on);
    let day = last.or(since).unwrap_or_default();
    let midnight = Paris.from_local_datetime(&day.and_time(NaiveTime::MIN));
    let midnight = midnight.earliest().map(|at| at.with_timezone(&Utc));
    let told = midnight.unwrap_or_else(|| day.and_time(NaiveTime::MIN).and_utc());
    call.changed.map_or(told, |changed| changed.max(told))
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;
    use portulan_model::Area;
    use portulan_model::means::calls::{
        Audience, CallKind, Held, Owner, Terms, Timeline, paris_day,
    };

    use super::*;

    #[test]
    fn a_calendar_sees_each_change_before_the_opening_and_after() {
        let now: DateTime<Utc> = "2026-12-01T09:00:00Z".parse().unwrap();
        let closing = |days| Some(now + TimeDelta::days(days));
        let opening = (Milestone::Opening, paris_day(now + TimeDelta::days(5)));
        let terms = |days| Terms {
            title: "Appel".to_owned(),
            kind: CallKind::Projects,
            owner: Owner::Outside("Fondation (exemple)".to_owned()),
            held: Held::Elsewhere { source: None },
            audience: Audience::default(),
            area: Area::default(),
            text: None,
            timeline: Timeline::new([opening], closing(days)).unwrap(),
        };
        let body = "gouvernance".parse().unwrap();
        let call = Call::draft("appel".parse().unwrap(), body, terms(30));
        let call = call.publish(paris_day(now), now).unwrap();
        let announced = sequence(&call);
        let call = call.write(terms(31), None, now).unwrap();
        let put_off = sequence(&call);
        let later = now + TimeDelta::seconds(1);
        let call = call.write(terms(32), None, later).unwrap();
        assert!(call.amendments.is_empty(), "nothing had to be told");
        assert!(announced < put_off && put_off < sequence(&call));
    }
}
