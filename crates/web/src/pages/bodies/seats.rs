//! On what a body is founded: the seat that somebody types, where they may found one.

use portulan_app::areas;
use portulan_app::naming::{self, Unnamed};
use portulan_i18n::Words;
use portulan_model::{Area, Seat};
use portulan_policy::actions::ManageBodies;
use portulan_policy::{Capability, Node};

use super::{founds, names};
use crate::auth::Desk;
use crate::pages::editing::answers::Answers;

/// The field of the seat.
pub(super) const SEAT: &str = "siege";
/// The field of what is covered.
pub(super) const AREA: &str = "communes";

/// The seats of the roles of whoever looks, offered first: key and name.
pub(super) fn offered(desk: &Desk) -> Vec<(String, String)> {
    let seat = |node: &Node| match node {
        Node::Territory(key) => Some(Seat::Territory(key.clone())),
        Node::Scheme(slug) => Some(Seat::Scheme(slug.clone())),
        Node::Cluster(slug) => Some(Seat::Cluster(slug.clone())),
        _ => None,
    };
    let grants = desk.actor().grants().iter();
    let mut seats: Vec<Seat> = grants.filter_map(|grant| seat(grant.node())).collect();
    seats.retain(|seat| founds(desk, seat).is_ok());
    seats.sort();
    seats.dedup();
    let directory = &desk.visit.directory;
    seats
        .into_iter()
        .map(|seat| (seat.to_string(), names::seat(directory, &seat)))
        .collect()
}

/// The seat that is typed, and the right over it; what is wrong is said.
pub(super) fn read(desk: &Desk, answers: &mut Answers) -> Option<(Seat, Capability<ManageBodies>)> {
    let words = desk.words();
    let text = answers.text(SEAT).to_owned();
    if text.is_empty() {
        answers.fault(SEAT, words.get("bodies-wrong-missing"));
        return None;
    }
    let Some(seat) = named(desk, &text) else {
        answers.fault(
            SEAT,
            words.with("bodies-where-wrong", &[("text", text.into())]),
        );
        return None;
    };
    match founds(desk, &seat) {
        Ok(may) => Some((seat, may)),
        Err(_refused) => {
            answers.fault(SEAT, words.get("bodies-seat-other"));
            None
        }
    }
}

/// What is covered: what is typed, or all of the seat where nothing is.
pub(super) fn area(desk: &Desk, answers: &mut Answers, seat: &Seat) -> Option<Area> {
    let text = answers.text(AREA);
    if text.is_empty() {
        return Some(areas::of_seat(&desk.visit.directory, seat));
    }
    typed_area(desk, answers)
}

/// What is typed.
pub(super) fn typed_area(desk: &Desk, answers: &mut Answers) -> Option<Area> {
    let words: Words = desk.words();
    match areas::read(&desk.visit.directory.reference, answers.text(AREA)) {
        Ok(area) => Some(area),
        Err(unnamed) => {
            let told = [("text", Unnamed::texts(&unnamed).into())];
            answers.fault(AREA, words.with("bodies-where-wrong", &told));
            None
        }
    }
}

/// A seat by its key, or a territory by its name.
fn named(desk: &Desk, text: &str) -> Option<Seat> {
    let directory = &desk.visit.directory;
    if let Ok(seat) = text.parse::<Seat>() {
        let known = portulan_app::rights::seat(directory, &seat);
        return known.map(|_| seat);
    }
    let key = naming::territory(&directory.reference, text).ok()?;
    Some(Seat::Territory(key))
}
