//! What is said first of a body: whom one writes to, who carries it, its plan, its next meeting.

use chrono_tz::Europe::Paris;
use portulan_i18n::{Words, date, listed, time};
use portulan_levels::{BodyHere, LevelHere};
use portulan_model::governance::{Body, Meeting, MeetingState, Referent};
use portulan_model::roadmaps::{Roadmap, Stage};
use portulan_model::{Period, Slug};

use super::super::addresses::{self, Source};
use super::super::contact::phone_display;
use super::super::visit::Visit;
use super::lines::{Fact, Line, organisation};

/// Organisations named in a sentence; of more, their number is said.
const NAMED: usize = 4;

/// The facts of a body of a level.
pub(super) fn facts(visit: &Visit, level: &LevelHere<'_>, shown: &BodyHere<'_>) -> Vec<Fact> {
    let words = Words::new(visit.lang);
    let mut facts = vec![contact(visit, words, &shown.referents)];
    facts.extend(carried_by(visit, words, shown));
    facts.push(plan(visit, words, level, shown.body));
    facts.push(meeting(visit, words, shown));
    facts
}

/// The way to a body.
pub(super) fn link(visit: &Visit, body: &Body) -> Line {
    let address = visit.link(&addresses::source(Source::Body, &body.slug));
    Line::link(body.name.clone(), address)
}

/// Whom one writes to: a function, never a person.
fn contact(visit: &Visit, words: Words, referents: &[&Referent]) -> Fact {
    let name = words.get("levels-contact");
    if referents.is_empty() {
        return Fact::unknown(words, name);
    }
    let mut lines = Vec::new();
    for referent in referents {
        let at = organisation(&visit.directory, &referent.organisation);
        let told = format!("{}, {at}", referent.function);
        let page = super::super::organisations::address(visit, &referent.organisation);
        lines.push(match page {
            Some(page) => Line::link(told, page),
            None => Line::plain(told),
        });
        let email = referent.email.as_ref();
        lines.extend(email.map(|email| Line::link(email.to_string(), format!("mailto:{email}"))));
        let phone = referent.phone.as_ref();
        lines.extend(phone.map(|phone| Line::link(phone_display(phone), format!("tel:{phone}"))));
    }
    Fact::new(name, lines)
}

/// Who leads, or runs it; and how many take part, which leads to its page.
fn carried_by(visit: &Visit, words: Words, shown: &BodyHere<'_>) -> Vec<Fact> {
    let known = |slug: &Slug| organisation(&visit.directory, slug);
    let mut names: Vec<String> = shown.co_leads.iter().map(|slug| known(slug)).collect();
    names.sort_unstable();
    let beyond = names.len().saturating_sub(NAMED);
    if beyond > 0 {
        names.truncate(NAMED);
        names.push(words.with("levels-others", &[("n", beyond.into())]));
    }
    let (id, names) = match (&shown.body.run_by, names.is_empty()) {
        (Some(slug), true) => ("levels-run-by", vec![known(slug)]),
        _ => ("levels-led-by", names),
    };
    let name = words.get(id);
    let led = if names.is_empty() {
        Fact::unknown(words, name)
    } else {
        Fact::one(name, Line::plain(listed(visit.lang, names)))
    };
    let name = words.get("levels-members");
    if shown.members == 0 {
        return vec![led, Fact::unknown(words, name)];
    }
    let members = words.with("levels-member-count", &[("n", shown.members.into())]);
    let address = visit.link(&addresses::source(Source::Body, &shown.body.slug));
    vec![led, Fact::one(name, Line::link(members, address))]
}

/// Its plan in force; that it is being talked about, where none is.
fn plan(visit: &Visit, words: Words, level: &LevelHere<'_>, body: &Body) -> Fact {
    let name = words.get("levels-roadmap");
    let of = level.roadmaps.iter().map(|one| one.what);
    let lines: Vec<Line> = of
        .filter(|one| one.body == body.slug)
        .map(|one| roadmap(visit, one))
        .collect();
    if lines.is_empty() {
        return Fact::unknown(words, name);
    }
    Fact::new(name, lines)
}

/// A roadmap, with its years.
pub(super) fn roadmap(visit: &Visit, one: &Roadmap) -> Line {
    let address = visit.link(&addresses::source(Source::Roadmap, &one.slug));
    let years = years(Words::new(visit.lang), one.period);
    // Many titles say their years themselves.
    let told = years
        .split('–')
        .next()
        .is_some_and(|from| one.title.contains(from));
    Line::link(one.title.clone(), address).noted(if told { String::new() } else { years })
}

/// A plan that members are asked about: its words are not public yet, that it exists is.
pub(super) fn in_consultation(words: Words, one: &Roadmap, stage: Option<Stage>) -> Option<Line> {
    (stage == Some(Stage::InConsultation)).then(|| {
        let told = words.get("levels-in-consultation");
        Line::plain(one.title.clone()).noted(told)
    })
}

/// "2023–2026".
fn years(words: Words, period: Period) -> String {
    let Some(years) = period.calendar_years() else {
        return String::new();
    };
    let (from, to) = (years.start().to_string(), years.end().to_string());
    if from == to {
        return from;
    }
    words.with("levels-years", &[("from", from.into()), ("to", to.into())])
}

/// Its next meeting that everybody may know of.
fn meeting(visit: &Visit, words: Words, shown: &BodyHere<'_>) -> Fact {
    let name = words.get("levels-meeting");
    let Some(meeting) = shown.next_meeting else {
        return Fact::unknown(words, name);
    };
    let address = visit.link(&addresses::source(Source::Body, &shown.body.slug));
    let (when, place) = when_and_where(visit, words, meeting);
    Fact::one(name, Line::link(when, address).noted(place))
}

fn when_and_where(visit: &Visit, words: Words, meeting: &Meeting) -> (String, String) {
    let MeetingState::Convened { convocation, .. } = &meeting.state else {
        return (date(visit.lang, meeting.day()), String::new());
    };
    let local = convocation.begins.with_timezone(&Paris).naive_local();
    let told = [
        ("date", date(visit.lang, local.date()).into()),
        ("time", time(visit.lang, local.time()).into()),
    ];
    let known = convocation.place.and_then(|id| {
        let place = visit.directory.snapshot.by_id(&id)?;
        Some(place.record.name.clone())
    });
    let place = known.or_else(|| convocation.room.clone());
    (words.with("levels-at", &told), place.unwrap_or_default())
}
