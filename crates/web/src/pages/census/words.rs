//! What the pages of censuses have in common: states, bodies and authors in words.

use portulan_charts::Tone;
use portulan_i18n::{Words, date};
use portulan_model::TerritoryKey;
use portulan_model::census::{Body, Census, Said, State};
use portulan_model::journal::Author;
use portulan_policy::Actor;

use crate::auth::Desk;
use crate::pages::visit::Visit;

/// A state, by its word.
pub(super) fn state_named(words: Words, word: &str) -> String {
    words.get(&format!("census-state-{word}"))
}

/// A kind of body: "Bibliothèque, médiathèque".
pub(super) fn body(words: Words, body: Body) -> String {
    words.get(&format!("census-body-{}", body.slug()))
}

/// The same in very few words, for a table: "CCAS".
pub(super) fn body_short(words: Words, body: Body) -> String {
    words.get(&format!("census-short-{}", body.slug()))
}

/// How far on a state is, on the map.
pub(super) const fn tone(state: &State) -> Tone {
    match state {
        State::ToContact => Tone::Empty,
        State::Asked { .. } => Tone::Begun,
        State::Answered { .. } => Tone::Done,
        State::NothingHere { .. } => Tone::Void,
        State::Verified { .. } => Tone::Sure,
    }
}

/// How far on each state is, by its word.
pub(super) const TONES: [(&str, Tone); 5] = [
    ("a-contacter", Tone::Empty),
    ("demande", Tone::Begun),
    ("repondu", Tone::Done),
    ("rien-ici", Tone::Void),
    ("verifie", Tone::Sure),
];

/// Whose word it is.
pub(super) fn said(desk: &Desk, by: &Said) -> String {
    match by {
        Said::TownHall => desk.words().get("census-by-town-hall"),
        Said::Desk(author) => whose(desk, author),
    }
}

/// Who: whoever reads is told that it is them.
pub(super) fn whose(desk: &Desk, by: &Author) -> String {
    let words = desk.words();
    match (by, desk.actor()) {
        (Author::Person(id), Actor::Person(own)) if *id == own.id() => words.get("proposal-by-you"),
        (Author::Operator, Actor::Operator) => words.get("proposal-by-you"),
        (Author::Operator, _) => words.get("author-operator"),
        (Author::Person(_), _) => words.get("author-person"),
        (Author::Job(_), _) => words.get("author-job"),
    }
}

/// How a territory is called.
pub(super) fn territory(visit: &Visit, key: &TerritoryKey) -> String {
    let known = visit.directory.reference.territory(key);
    known.map_or_else(|| key.to_string(), |one| one.name.clone())
}

/// "Pour le 31 janvier 2027 : il reste 23 jours."
pub(super) fn deadline(visit: &Visit, census: &Census) -> String {
    let words = Words::new(visit.lang);
    let left = census.days_left(visit.today());
    let day = date(visit.lang, census.target);
    match usize::try_from(left) {
        Ok(left) => words.with("census-left", &[("n", left.into()), ("day", day.into())]),
        Err(_passed) => words.with("census-passed", &[("day", day.into())]),
    }
}
