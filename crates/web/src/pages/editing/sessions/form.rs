//! The form of one session.

use portulan_model::{
    PlaceRecord, Public, Service, Session, SessionAccess, SessionAudience, SessionMode,
};

use super::super::answers::Answers;
use super::super::blocks::{Block, Maker, tick, ticked};
use super::super::presentation::line;
use super::{KEY, REMOVE, find, time};
use crate::auth::Desk;

const TITLE: &str = "titre";
const ACCESS: &str = "entree";
const MODE: &str = "lieu";
const AUDIENCE: &str = "pour";
const SEATS: &str = "places";
const SERVICES: &str = "services";
const PUBLICS: &str = "publics";
/// Longest title, in characters.
const TITLE_CHARS: usize = 120;
/// Most sessions of a place.
const MOST: usize = 100;

const MODES: [(&str, SessionMode); 3] = [
    ("sur-place", SessionMode::OnSite),
    ("telephone", SessionMode::Phone),
    ("tournee", SessionMode::Roving),
];
const ACCESSES: [(&str, SessionAccess); 3] = [
    ("non-dit", SessionAccess::Unknown),
    ("libre", SessionAccess::WalkIn),
    ("rendez-vous", SessionAccess::Appointment),
];
const AUDIENCES: [(&str, SessionAudience); 2] = [
    ("habitants", SessionAudience::Residents),
    ("professionnels", SessionAudience::Professionals),
];

pub(in super::super) fn fill(record: &PlaceRecord, answers: &mut Answers) {
    let Some(session) = find(record, answers) else {
        return;
    };
    answers.add(TITLE, session.title.clone().unwrap_or_default());
    time::fill(&session.time, answers);
    answers.add(MODE, word(&MODES, session.mode));
    answers.add(ACCESS, word(&ACCESSES, session.access));
    answers.add(AUDIENCE, word(&AUDIENCES, session.audience));
    let seats = session.capacity.map(|seats| seats.to_string());
    answers.add(SEATS, seats.unwrap_or_default());
    tick(answers, SERVICES, session.services);
    tick(answers, PUBLICS, session.publics);
}

pub(in super::super) fn read(desk: &Desk, answers: &mut Answers, record: &mut PlaceRecord) {
    let key = answers.text(KEY).to_owned();
    if key.is_empty() {
        return;
    }
    if answers.has("geste", REMOVE) {
        record.sessions.retain(|session| session.key != key);
        return;
    }
    let words = desk.words();
    let known = find(record, answers).cloned();
    let time = time::read(desk, answers, known.as_ref().map(|session| &session.time));
    let session = Session {
        title: line(answers, words, TITLE, TITLE_CHARS),
        services: ticked::<Service>(answers, SERVICES, words),
        publics: ticked::<Public>(answers, PUBLICS, words),
        mode: value(&MODES, answers.text(MODE)),
        access: value(&ACCESSES, answers.text(ACCESS)),
        audience: value(&AUDIENCES, answers.text(AUDIENCE)),
        capacity: seats(desk, answers),
        key: key.clone(),
        time: match time {
            Some(time) => time,
            // What is wrong is said; nothing is kept of this form.
            None => return,
        },
    };
    let full = record.sessions.len() >= MOST;
    match record.sessions.iter_mut().find(|known| known.key == key) {
        Some(known) => *known = session,
        None if full => answers.fault(TITLE, words.with("edit-too-many", &[("n", MOST.into())])),
        None => record.sessions.push(session),
    }
}

fn seats(desk: &Desk, answers: &mut Answers) -> Option<u16> {
    let text = answers.text(SEATS);
    let read = text.parse::<u16>().ok().filter(|seats| *seats > 0);
    if read.is_none() && !text.is_empty() {
        answers.fault(SEATS, desk.words().get("edit-places-wrong"));
    }
    read
}

fn word<T: Copy + PartialEq>(all: &[(&'static str, T)], value: T) -> &'static str {
    let found = all.iter().find(|(_, known)| *known == value);
    found.map_or("", |(word, _)| *word)
}

fn value<T: Copy + Default>(all: &[(&'static str, T)], word: &str) -> T {
    let found = all.iter().find(|(known, _)| *known == word);
    found.map_or_else(T::default, |(_, value)| *value)
}

pub(super) fn blocks(
    desk: &Desk,
    maker: &Maker<'_>,
    record: &PlaceRecord,
    preview: bool,
) -> Vec<Block> {
    let known = find(record, maker.answers);
    let key = maker.answers.text(KEY).to_owned();
    let mut blocks = vec![
        Block::Hidden(KEY.to_owned(), key),
        maker.text(TITLE, "text"),
    ];
    blocks.extend(time::blocks(
        desk,
        maker,
        known.map(|session| &session.time),
        preview,
    ));
    blocks.push(maker.one_of(ACCESS, &ACCESSES.map(|(word, _)| word)));
    blocks.push(maker.one_of(MODE, &MODES.map(|(word, _)| word)));
    blocks.push(maker.one_of(AUDIENCE, &AUDIENCES.map(|(word, _)| word)));
    blocks.push(maker.text(SEATS, "number"));
    blocks.push(maker.list::<Service>(SERVICES));
    blocks.push(maker.list::<Public>(PUBLICS));
    if known.is_some() {
        blocks.push(Block::Button(
            REMOVE,
            maker.words.get("edit-session-remove"),
        ));
    }
    blocks
}
