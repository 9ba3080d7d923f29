//! What a town hall typed, read with care: nothing hidden, nothing endless; and what is missing before it is done.

use portulan_model::census::{Added, Presence, Response};
use portulan_model::proposals::Prose;

/// Longest name, in characters.
const NAME: usize = 120;
/// Longest line, in characters.
const LINE: usize = 300;

/// A field of a form that can be wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The name of a place that is added, by its number from 0.
    Name(usize),
    /// Its street.
    Street(usize),
    /// What is done there.
    Does(usize),
    /// Its contact.
    Contact(usize),
    /// Which one, of the bodies.
    Which(portulan_model::census::Body),
}

/// What is wrong with a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wrong {
    /// Where.
    pub part: Part,
    /// Id of the message that says it.
    pub message: &'static str,
}

/// What was typed, without what a screen could obey; or what is too long. `done` asks for a name of each place too.
pub fn checked(typed: &Response, done: bool) -> Result<Response, Vec<Wrong>> {
    let mut wrongs = Vec::new();
    let mut line = |part: Part, text: &str, most: usize| {
        Prose::line(text, most)
            .unwrap_or_else(|_too_long| {
                let message = "census-too-long";
                wrongs.push(Wrong { part, message });
                None
            })
            .unwrap_or_default()
    };
    let bodies = typed.bodies.iter().map(|(body, presence)| {
        let presence = match presence {
            Presence::Here { which } => Presence::Here {
                which: line(Part::Which(*body), which, NAME),
            },
            other => other.clone(),
        };
        (*body, presence)
    });
    let bodies = bodies.collect();
    let added = typed.added.iter().take(Response::MOST_ADDED).enumerate();
    let added = added.map(|(at, one)| Added {
        name: line(Part::Name(at), &one.name, NAME),
        street: line(Part::Street(at), &one.street, LINE),
        body: one.body,
        does: line(Part::Does(at), &one.does, LINE),
        contact: line(Part::Contact(at), &one.contact, LINE),
    });
    let added: Vec<Added> = added.collect();
    let nameless = added.iter().enumerate().filter(|(_, one)| {
        let typed = !one.is_blank();
        done && typed && one.name.is_empty()
    });
    let nameless = nameless.map(|(at, _)| Wrong {
        part: Part::Name(at),
        message: "census-name-missing",
    });
    let nameless: Vec<Wrong> = nameless.collect();
    wrongs.extend(nameless.into_iter().filter(|one| {
        let Part::Name(at) = one.part else {
            return true;
        };
        typed
            .added
            .get(at)
            .is_none_or(|one| one.name.trim().is_empty())
    }));
    if wrongs.is_empty() {
        Ok(Response {
            places: typed.places.clone(),
            bodies,
            added: added.into_iter().filter(|one| !one.is_blank()).collect(),
        })
    } else {
        Err(wrongs)
    }
}

#[cfg(test)]
mod tests {
    use portulan_model::census::Body;

    use super::*;

    fn added(name: &str, does: &str) -> Response {
        let one = Added {
            name: name.to_owned(),
            does: does.to_owned(),
            ..Added::default()
        };
        Response {
            added: vec![Added::default(), one],
            ..Response::default()
        }
    }

    #[test]
    fn a_name_is_asked_for_when_it_is_done_and_blank_forms_are_dropped() {
        let kept = checked(&added("", "des ateliers"), false).unwrap();
        assert_eq!(kept.added.len(), 1);
        let wrong = checked(&added("", "des ateliers"), true).unwrap_err();
        assert_eq!(wrong[0].part, Part::Name(1));
        let kept = checked(&added(" La\r\nruche\u{202E} ", ""), true).unwrap();
        assert_eq!(kept.added[0].name, "La ruche");
    }

    #[test]
    fn what_is_too_long_is_told_where_it_is_and_never_cut() {
        let long = "é".repeat(400);
        let wrong = checked(&added("x", &long), false).unwrap_err();
        assert_eq!(wrong.len(), 1);
        assert_eq!(wrong[0].part, Part::Does(1));
        let wrong = checked(&added(&long, ""), true).unwrap_err();
        assert_eq!(wrong.len(), 1, "{wrong:?}");
        let mut typed = Response::default();
        typed
            .bodies
            .insert(Body::Library, Presence::Here { which: long });
        let wrong = checked(&typed, false).unwrap_err();
        assert_eq!(wrong[0].part, Part::Which(Body::Library));
    }
}
