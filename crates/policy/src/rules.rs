//! The rules, as data: which role may do which action on which kind of node, when it is held there or above.

use crate::actions::{self, Action, Propose, ReadPlaces};
use crate::nodes::NodeKind::{self, Installation, Organisation, Place, Source, Territory};
use crate::roles::Role::{
    self, Contributor, Coordinator, Hub, Instructor, Mediator, OrganisationManager, PlaceManager,
    Referent,
};

/// One line: these roles may do this, on such nodes. The operator may do everything on every node that a line names,
/// and everything on the installation.
struct Rule {
    action: &'static str,
    on: &'static [NodeKind],
    roles: &'static [Role],
}

const fn rule<A: Action>(on: &'static [NodeKind], roles: &'static [Role]) -> Rule {
    Rule {
        action: A::NAME,
        on,
        roles,
    }
}

/// Whatever no line allows is refused.
const RULES: &[Rule] = &[
    rule::<actions::ReadJournal>(&[Territory], &[Coordinator, Referent, Instructor]),
    rule::<actions::ReadJournal>(
        &[Organisation],
        &[OrganisationManager, Coordinator, Referent, Instructor],
    ),
    rule::<actions::ReadJournal>(
        &[Place],
        &[
            PlaceManager,
            OrganisationManager,
            Mediator,
            Coordinator,
            Referent,
            Instructor,
            Hub,
        ],
    ),
    rule::<actions::GrantRoles>(&[Territory], &[Coordinator, Referent, Hub]),
    rule::<actions::GrantRoles>(
        &[Organisation],
        &[OrganisationManager, Coordinator, Referent],
    ),
    rule::<actions::GrantRoles>(
        &[Place],
        &[PlaceManager, OrganisationManager, Coordinator, Referent],
    ),
    rule::<actions::GrantRoles>(&[Source], &[]),
    rule::<actions::ManageOrganisations>(&[Territory], &[Coordinator, Instructor]),
    rule::<actions::EditOrganisation>(
        &[Organisation],
        &[OrganisationManager, Coordinator, Instructor],
    ),
    rule::<actions::ReadHarvest>(&[Territory], &[Coordinator, Referent, Instructor, Hub]),
    rule::<actions::ReadHarvest>(
        &[Source],
        &[Contributor, Coordinator, Referent, Instructor, Hub],
    ),
    rule::<actions::RunHarvest>(&[Source], &[Contributor, Coordinator]),
    rule::<actions::ReviewLinks>(&[Territory, Place], &[Coordinator, Instructor, Hub]),
    rule::<actions::MergePlaces>(&[Territory, Place], &[Coordinator, Instructor]),
    rule::<actions::EditPlace>(
        &[Place],
        &[
            PlaceManager,
            OrganisationManager,
            Mediator,
            Coordinator,
            Instructor,
        ],
    ),
    rule::<actions::Instruct>(&[Territory], &[Coordinator, Instructor]),
    rule::<actions::Instruct>(
        &[Organisation],
        &[OrganisationManager, Coordinator, Instructor],
    ),
    rule::<actions::Instruct>(
        &[Place],
        &[PlaceManager, OrganisationManager, Coordinator, Instructor],
    ),
    rule::<actions::PublishPlace>(&[Territory], &[Coordinator, Instructor]),
    rule::<actions::RunCampaign>(&[Territory], &[Coordinator, Referent, Instructor, Hub]),
    rule::<actions::RunCampaign>(&[Organisation], &[OrganisationManager, Coordinator]),
];

/// Whether a role, held on a node or above it, allows an action on it.
pub(crate) fn allowed(role: Role, action: &str, node: NodeKind) -> bool {
    let public = action == ReadPlaces::NAME || action == Propose::NAME;
    let of_operator =
        role == Role::Operator && node == Installation && actions::ALL.contains(&action);
    let line = |rule: &Rule| {
        rule.action == action
            && rule.on.contains(&node)
            && (role == Role::Operator || rule.roles.contains(&role))
    };
    public || of_operator || RULES.iter().any(line)
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
    /// Whether it may, when the role is held on that node or above it.
    pub inside: bool,
    /// Whether it may, when the role is held elsewhere: only what is public.
    pub outside: bool,
}

/// The whole table: actions × kinds of node × roles.
#[must_use]
pub fn table() -> Vec<Cell> {
    let mut cells = Vec::new();
    for &action in actions::ALL {
        for &node in NodeKind::ALL {
            for &role in Role::ALL {
                cells.push(Cell {
                    role,
                    action,
                    node,
                    inside: allowed(role, action, node),
                    outside: allowed(Role::Visitor, action, node),
                });
            }
        }
    }
    cells
}
