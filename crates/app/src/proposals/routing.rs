//! Which level sees a proposal, and when: the place first, then its commune and what is above, each after a delay.
//!
//! A level where nobody answers is skipped: those above do not wait for it. A level that has seen a proposal keeps
//! seeing it. The operator sees everything.

use std::collections::HashSet;

use portulan_model::proposals::Proposal;
use portulan_model::{PlaceId, TerritoryKey, TerritoryKind};
use portulan_policy::{Node, Role};

use crate::Directory;

/// How long each level has a proposal before the next one sees it too, in days since it entered the queue. Two weeks
/// is what a town hall takes to answer a letter; the whole road takes five.
pub const PLACE_DAYS: i64 = 7;
/// Those levels, from the commune up.
pub const TERRITORY_DAYS: [(TerritoryKind, i64); 4] = [
    (TerritoryKind::Commune, 14),
    (TerritoryKind::Epci, 21),
    (TerritoryKind::Department, 28),
    (TerritoryKind::Region, 35),
];

/// Roles whose holder answers on a node.
const ANSWERS: [Role; 4] = [
    Role::PlaceManager,
    Role::OrganisationManager,
    Role::Coordinator,
    Role::Instructor,
];

/// A level: its nodes, and the age from which the next level sees what it has not settled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Level {
    /// Any of them answers for it.
    pub nodes: Vec<Node>,
    /// In days.
    pub until: i64,
}

/// The levels of a proposal, the nearest first.
#[must_use]
pub fn levels(directory: &Directory, proposal: &Proposal) -> Vec<Level> {
    let mut levels = Vec::new();
    if let Some(id) = proposal.place() {
        levels.push(Level {
            nodes: at_the_place(directory, &id),
            until: PLACE_DAYS,
        });
    }
    if let Some(commune) = proposal.commune {
        let commune = TerritoryKey::commune(commune);
        let mut keys = directory.reference.ancestors(&commune);
        keys.push(commune);
        for (kind, until) in TERRITORY_DAYS {
            let of_kind = keys.iter().filter(|key| key.kind() == kind);
            levels.push(Level {
                nodes: of_kind.cloned().map(Node::Territory).collect(),
                until,
            });
        }
    }
    levels
}

fn at_the_place(directory: &Directory, id: &PlaceId) -> Vec<Node> {
    let id = directory.survivor(id);
    let organisations = directory.organisations.of_place(&id).iter();
    let place = directory.snapshot.by_id(&id);
    organisations
        .cloned()
        .map(Node::Organisation)
        .chain(place.map(|place| Node::Place(place.slug.clone())))
        .collect()
}

/// The nodes that see a proposal of an age in days.
#[must_use]
pub fn seen_by<S: std::hash::BuildHasher>(
    levels: &[Level],
    held: &HashSet<Node, S>,
    age: i64,
) -> Vec<Node> {
    let mut seen = Vec::new();
    let mut from = 0;
    for level in levels {
        let here = level.nodes.iter().filter(|node| held.contains(*node));
        let here: Vec<Node> = here.cloned().collect();
        if here.is_empty() {
            continue;
        }
        if age < from {
            break;
        }
        seen.extend(here);
        from = level.until;
    }
    seen
}

/// The nodes on which somebody answers, from the roles held.
pub(super) fn answered(roles: &[(String, String)]) -> HashSet<Node> {
    let answers = |(role, node): &(String, String)| {
        let role: Role = role.parse().ok()?;
        ANSWERS.contains(&role).then(|| node.parse().ok())?
    };
    roles.iter().filter_map(answers).collect()
}

/// Whether a person answers on one of these nodes.
pub(super) fn answers_on(grants: &[portulan_policy::Grant], nodes: &[Node]) -> bool {
    let mut own = grants
        .iter()
        .filter(|grant| ANSWERS.contains(&grant.role()));
    own.any(|grant| nodes.contains(grant.node()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn node(text: &str) -> Node {
        text.parse().unwrap()
    }

    fn road() -> Vec<Level> {
        let level = |nodes: &[&str], until| Level {
            nodes: nodes.iter().map(|text| node(text)).collect(),
            until,
        };
        vec![
            level(&["structure-ccas", "lieu-esc"], 7),
            level(&["commune-35238"], 14),
            level(&["epci-243500139"], 21),
            level(&["departement-35"], 28),
            level(&["region-53"], 35),
        ]
    }

    #[test]
    fn each_level_sees_a_proposal_in_its_turn_and_those_without_anybody_are_skipped() {
        let all = [
            "lieu-esc",
            "commune-35238",
            "epci-243500139",
            "departement-35",
            "region-53",
        ];
        let table: [(&[&str], i64, &[&str]); 13] = [
            (&[], 0, &[]),
            (&[], 400, &[]),
            (&all, 0, &["lieu-esc"]),
            (&all, 6, &["lieu-esc"]),
            (&all, 7, &["lieu-esc", "commune-35238"]),
            (&all, 14, &["lieu-esc", "commune-35238", "epci-243500139"]),
            (
                &all,
                27,
                &[
                    "lieu-esc",
                    "commune-35238",
                    "epci-243500139",
                    "departement-35",
                ],
            ),
            (&all, 28, &all),
            (
                &["lieu-esc", "structure-ccas"],
                0,
                &["structure-ccas", "lieu-esc"],
            ),
            (&["region-53"], 0, &["region-53"]),
            (&["lieu-esc", "region-53"], 6, &["lieu-esc"]),
            (&["lieu-esc", "region-53"], 7, &["lieu-esc", "region-53"]),
            (&["commune-35238", "commune-29019"], 90, &["commune-35238"]),
        ];
        for (held, age, expected) in table {
            let held: HashSet<Node> = held.iter().map(|text| node(text)).collect();
            let expected: Vec<Node> = expected.iter().map(|text| node(text)).collect();
            assert_eq!(seen_by(&road(), &held, age), expected, "{held:?} at {age}");
        }
    }

    #[test]
    fn only_those_who_may_answer_hold_a_level() {
        let held = |role: &str| answered(&[(role.to_owned(), "commune-35238".to_owned())]).len();
        for role in ["coordinator", "instructor"] {
            assert_eq!(held(role), 1, "{role}");
        }
        for role in [
            "funder",
            "hub",
            "referent",
            "mediator",
            "contributor",
            "rien",
        ] {
            assert_eq!(held(role), 0, "{role}");
        }
    }
}
