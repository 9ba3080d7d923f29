//! Sessions, one form for each: when help is really given, for whom, and the days without it.

mod form;
mod time;

use portulan_app::day;
use portulan_hours::Timetable;
use portulan_model::{PlaceRecord, Session};

use super::Editor;
use super::answers::Answers;
use super::blocks::{Block, Link, Maker};
use super::section::Section;
use crate::auth::Desk;
use crate::pages::addresses;
use crate::pages::opening::zone;

pub(super) use form::{fill, read};

/// The key of the session that a form is about.
pub(super) const KEY: &str = "cle";
/// The parameter of the page, and its value for a session that is new.
pub(super) const ASKED: &str = "session";
pub(super) const NEW: &str = "nouvelle";
/// The gesture that takes a session away.
pub(super) const REMOVE: &str = "retirer";

fn find<'a>(record: &'a PlaceRecord, answers: &Answers) -> Option<&'a Session> {
    let key = answers.text(KEY);
    record.sessions.iter().find(|session| session.key == key)
}

/// The list of sessions, or the form of one.
pub(super) fn blocks(
    desk: &Desk,
    maker: &Maker<'_>,
    record: &PlaceRecord,
    preview: bool,
) -> Vec<Block> {
    if maker.answers.text(KEY).is_empty() {
        vec![list(desk, maker, record)]
    } else {
        form::blocks(desk, maker, record, preview)
    }
}

/// A session in one line.
pub(super) fn told(desk: &Desk, session: &Session) -> String {
    let title = session.title.clone();
    let title = title.unwrap_or_else(|| desk.words().get("place-session"));
    let times = time::told(desk, &session.time).join(" ");
    desk.words().with(
        "edit-session-told",
        &[("title", title.into()), ("times", times.into())],
    )
}

fn list(desk: &Desk, maker: &Maker<'_>, record: &PlaceRecord) -> Block {
    let words = maker.words;
    let here = desk.visit.path.as_str();
    let address = |key: &str| {
        desk.visit
            .link(&addresses::with_query(here, [(ASKED, key)]))
    };
    let untitled = || words.get("place-session");
    let known = record.sessions.iter().map(|session| Link {
        address: address(&session.key),
        words: session.title.clone().unwrap_or_else(untitled),
        more: time::told(desk, &session.time).join(" "),
    });
    let new = Link {
        address: address(NEW),
        words: words.get("edit-session-new"),
        more: String::new(),
    };
    Block::Links(known.chain([new]).collect())
}

/// What can be said of the sessions that are held today, each by its own link.
pub(super) fn today(desk: &Desk, editor: &Editor) -> Vec<Block> {
    let place = &editor.place;
    let today = day::today(desk.app(), place);
    let words = desk.words();
    let held = place.record.sessions.iter().filter(|session| {
        let table = Timetable::of_session(session, zone(place));
        table.is_ok_and(|table| !table.day(today).is_empty())
    });
    let links: Vec<Link> = held
        .filter_map(|session| {
            let link = day::link(desk.app(), &editor.may, place, &session.key, today).ok()?;
            let title = session.title.clone();
            let title = title.unwrap_or_else(|| words.get("place-session"));
            Some(Link {
                address: desk.visit.link(&addresses::day(&link)),
                words: words.with("day-link-today", &[("session", title.into())]),
                more: words.get("day-link-more"),
            })
        })
        .collect();
    if links.is_empty() {
        Vec::new()
    } else {
        vec![Block::Links(links)]
    }
}

/// Whether a form of this part can be saved: the list of sessions cannot.
pub(super) fn saves(section: Section, answers: &Answers) -> bool {
    section != Section::Sessions || !answers.text(KEY).is_empty()
}
