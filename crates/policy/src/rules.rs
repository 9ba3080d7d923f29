//! The rules, as data: which role may do which action on which kind of node.

use std::fmt;

use crate::actions::{self, Action, ReadPlaces};

/// What an actor is, on a node.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Role {
    /// Anybody.
    Visitor,
    /// Runs the installation.
    Operator,
}

impl Role {
    /// All roles, least first.
    pub const ALL: [Self; 2] = [Self::Visitor, Self::Operator];

    const fn word(self) -> &'static str {
        match self {
            Self::Visitor => "visitor",
            Self::Operator => "operator",
        }
    }
}

impl fmt::Display for Role {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word())
    }
}

/// A kind of node.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum NodeKind {
    /// The whole installation.
    Installation,
    /// A territory.
    Territory,
    /// A place.
    Place,
}

impl NodeKind {
    /// All kinds.
    pub const ALL: [Self; 3] = [Self::Installation, Self::Territory, Self::Place];

    const fn word(self) -> &'static str {
        match self {
            Self::Installation => "installation",
            Self::Territory => "territory",
            Self::Place => "place",
        }
    }
}

impl fmt::Display for NodeKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word())
    }
}

/// One cell of the table of rights.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cell {
    /// Who.
    pub role: Role,
    /// What.
    pub action: &'static str,
    /// On which kind of node.
    pub node: NodeKind,
    /// Whether it may.
    pub allowed: bool,
}

/// Places and territories are public; everything else belongs to the operator, on the whole installation. Whatever no
/// line here allows is refused.
pub(crate) fn allowed(role: Role, action: &str, node: NodeKind) -> bool {
    if action == ReadPlaces::NAME {
        return true;
    }
    role == Role::Operator && node == NodeKind::Installation && actions::ALL.contains(&action)
}

/// The whole table: roles × actions × kinds of node.
#[must_use]
pub fn table() -> Vec<Cell> {
    let mut cells = Vec::new();
    for &action in actions::ALL {
        for node in NodeKind::ALL {
            for role in Role::ALL {
                cells.push(Cell {
                    role,
                    action,
                    node,
                    allowed: allowed(role, action, node),
                });
            }
        }
    }
    cells
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::actions::{
        Backup, Diagnose, ImportPlaces, ImportReference, ManageSources, MergePlaces, OpenSession,
        ReadHarvest, ReadJournal, ReadMail, Restore, ReviewLinks, RunHarvest, SendMail,
    };
    use crate::{Actor, Node, allow};

    fn nodes() -> [Node; 3] {
        [
            Node::Installation,
            Node::Territory("commune-35238".parse().unwrap()),
            Node::Place("esc-maurepas".parse().unwrap()),
        ]
    }

    fn agrees<A: Action>(actor: Actor) {
        for node in nodes() {
            let cell = table()
                .into_iter()
                .find(|cell| {
                    cell.role == actor.role() && cell.action == A::NAME && cell.node == node.kind()
                })
                .unwrap();
            assert_eq!(allow::<A>(&actor, &node).is_ok(), cell.allowed, "{cell:?}");
        }
    }

    #[test]
    fn each_cell_of_the_table_is_what_allow_answers() {
        for actor in [Actor::Visitor, Actor::Operator, Actor::Job("demo")] {
            agrees::<ReadPlaces>(actor);
            agrees::<ImportPlaces>(actor);
            agrees::<ImportReference>(actor);
            agrees::<ReadJournal>(actor);
            agrees::<Backup>(actor);
            agrees::<Restore>(actor);
            agrees::<OpenSession>(actor);
            agrees::<Diagnose>(actor);
            agrees::<ManageSources>(actor);
            agrees::<ReadHarvest>(actor);
            agrees::<RunHarvest>(actor);
            agrees::<ReviewLinks>(actor);
            agrees::<MergePlaces>(actor);
            agrees::<SendMail>(actor);
            agrees::<ReadMail>(actor);
        }
    }

    #[test]
    fn a_visitor_may_read_and_nothing_else() {
        for cell in table().iter().filter(|cell| cell.role == Role::Visitor) {
            assert_eq!(cell.allowed, cell.action == ReadPlaces::NAME, "{cell:?}");
        }
    }

    #[test]
    fn rights_only_grow_from_visitor_to_operator() {
        for cell in table()
            .iter()
            .filter(|cell| cell.role == Role::Visitor && cell.allowed)
        {
            assert!(allowed(Role::Operator, cell.action, cell.node));
        }
    }

    #[test]
    fn a_refusal_says_who_what_and_where() {
        let refusal = allow::<Backup>(&Actor::Visitor, &Node::Installation).unwrap_err();
        assert_eq!(
            refusal.to_string(),
            "visitor may not backup on installation"
        );
    }
}
