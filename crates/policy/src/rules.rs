//! The rules, as data: which role may do which action on which kind of node, when it is held there or above.

use crate::actions::{self, Action, Propose, ReadPlaces};
use crate::nodes::NodeKind::{
    self, Body, Cluster, Envelope, Installation, Organisation, Place, Scheme, Source, Territory,
};
use crate::roles::Role::{
    self, Contributor, Coordinator, Funder, Hub, Instructor, Mediator, OrganisationManager,
    PlaceManager, Referent,
};

/// One line: these roles may do this, on such nodes. The operator may do everything on every node that a line names,
/// and everything on the installation.
struct Rule {
    action: &'static str,
    on: &'static [NodeKind],
    roles: &'static [Role],
    /// The kinds of node on which the role must be held; all of its own where none is said.
    held: &'static [NodeKind],
}

impl Rule {
    /// The same, for roles that are held on such nodes alone.
    const fn held(self, held: &'static [NodeKind]) -> Self {
        Self { held, ..self }
    }
}

const fn rule<A: Action>(on: &'static [NodeKind], roles: &'static [Role]) -> Rule {
    Rule {
        action: A::NAME,
        on,
        roles,
        held: &[],
    }
}

/// Where a body, a scheme's posts or a cluster's sectors stand.
const SEATS: &[NodeKind] = &[Territory, Cluster, Scheme];
/// Who leads a body: its co-leads' people, and those who hold its level together.
const LEADS: &[Role] = &[OrganisationManager, Coordinator, Referent];

/// Who gives the money of an envelope: those who fund on its territory, and the people of the organisation that brings it.
/// Whoever manages an envelope, or asks for money of it, is none of them.
const FUNDERS: &[Role] = &[OrganisationManager, Funder];

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
    rule::<actions::ReadJournal>(
        &[Cluster, Scheme, Body],
        &[Coordinator, Referent, Instructor],
    ),
    rule::<actions::GrantRoles>(&[Cluster, Scheme], &[Coordinator, Referent]),
    rule::<actions::GrantRoles>(&[Body], &[Referent]),
    rule::<actions::ManageBodies>(SEATS, &[Coordinator, Referent]),
    rule::<actions::EditBody>(&[Body], LEADS),
    rule::<actions::ManageMembers>(&[Body], LEADS),
    rule::<actions::HoldMeetings>(&[Body], LEADS),
    rule::<actions::WriteRoadmap>(&[Body], LEADS),
    rule::<actions::ValidateRoadmap>(&[Body], LEADS),
    rule::<actions::RelieveMember>(&[Body], &[Referent]).held(&[Territory]),
    rule::<actions::JoinBody>(&[Organisation], &[OrganisationManager]),
    rule::<actions::GiveOpinion>(&[Organisation], &[OrganisationManager]),
    rule::<actions::ReadBody>(
        &[Body],
        &[OrganisationManager, Coordinator, Referent, Instructor, Hub],
    ),
    // A call is reached through the body that follows it: positions are read by its members and the levels above, nobody else.
    rule::<actions::ManageCalls>(&[Body], LEADS),
    rule::<actions::ReadCalls>(
        &[Body],
        &[OrganisationManager, Coordinator, Referent, Instructor, Hub],
    ),
    rule::<actions::WriteCallNote>(&[Body], LEADS),
    rule::<actions::TakePosition>(&[Organisation], &[OrganisationManager]),
    // What was submitted is read by those who lead the body and those who examine on its level: members may be rivals.
    rule::<actions::Apply>(&[Organisation], &[OrganisationManager]),
    rule::<actions::ReadApplications>(
        &[Body],
        &[OrganisationManager, Coordinator, Referent, Instructor],
    ),
    // Whoever examines prepares; the committee decides: an instructor is not of it.
    rule::<actions::Examine>(&[Body], &[Coordinator, Referent, Instructor]),
    rule::<actions::Score>(
        &[Body],
        &[OrganisationManager, Coordinator, Referent, Instructor],
    ),
    rule::<actions::DecideApplications>(&[Body], LEADS),
    rule::<actions::Advise>(&[Territory], &[Coordinator, Referent, Instructor]),
    // The note of the level above: who co-ordinates the body itself, or its scheme, does not read it.
    rule::<actions::ReadFollowUp>(&[Body], &[Coordinator, Referent, Hub]).held(&[Territory]),
    rule::<actions::WriteFollowUp>(&[Body], &[Coordinator, Referent, Hub]).held(&[Territory]),
    rule::<actions::ManageSchemes>(SEATS, &[Coordinator]),
    rule::<actions::ManageClusters>(SEATS, &[Coordinator]),
    rule::<actions::ManagePosts>(SEATS, &[Coordinator]),
    rule::<actions::EditBaseline>(SEATS, &[Coordinator]),
    rule::<actions::EditBaseline>(&[Cluster, Scheme], &[Mediator]).held(&[Cluster, Scheme]),
    rule::<actions::ReadBaseline>(SEATS, &[Coordinator, Referent]),
    rule::<actions::ReadBaseline>(&[Cluster, Scheme], &[Mediator]).held(&[Cluster, Scheme]),
    rule::<actions::ReadHolder>(SEATS, &[Coordinator, Referent]),
    rule::<actions::ReadHolder>(
        &[Organisation],
        &[OrganisationManager, Coordinator, Referent],
    ),
    rule::<actions::ManageEnvelopes>(&[Body, Envelope], &[Coordinator, Referent]),
    rule::<actions::ReadEnvelope>(
        &[Envelope],
        &[
            OrganisationManager,
            Coordinator,
            Referent,
            Instructor,
            Funder,
            Hub,
        ],
    ),
    rule::<actions::PromiseFunds>(&[Envelope], &[Coordinator, Instructor]),
    rule::<actions::GrantFunds>(&[Envelope], FUNDERS),
    rule::<actions::PayFunds>(&[Envelope], FUNDERS),
    rule::<actions::CorrectLedger>(&[Envelope], &[OrganisationManager, Instructor, Funder]),
    // An intention is reached through its organisation, or through a body to which its author shows it: who co-ordinates the
    // level of an organisation reads nothing by that.
    rule::<actions::WriteIntentions>(&[Organisation], &[OrganisationManager]),
    rule::<actions::ReadIntentions>(&[Organisation], &[OrganisationManager]),
    rule::<actions::ReadIntentions>(
        &[Body],
        &[OrganisationManager, Coordinator, Referent, Instructor],
    ),
    // A pool is reached through its body, and through each organisation that has a part in it: members see nothing of the
    // parts of others.
    rule::<actions::ProposePools>(&[Body], LEADS),
    rule::<actions::JoinPools>(&[Organisation], &[OrganisationManager]),
    rule::<actions::ReadPool>(&[Body], LEADS),
    rule::<actions::ReadPool>(&[Organisation], &[OrganisationManager]),
    rule::<actions::WriteAgreements>(
        &[Envelope],
        &[OrganisationManager, Coordinator, Referent, Funder],
    ),
    rule::<actions::ReportFunds>(&[Organisation], &[OrganisationManager]),
    // Equipment is seen by the people of the organisation and of the place; the body sees what its agreements paid.
    rule::<actions::ReadEquipment>(&[Organisation], &[OrganisationManager]),
    rule::<actions::ReadEquipment>(&[Place], &[OrganisationManager, PlaceManager]),
    rule::<actions::ManageEquipment>(&[Organisation], &[OrganisationManager]),
    rule::<actions::SeeGaps>(&[Cluster, Scheme], &[Coordinator, Referent, Hub]),
    rule::<actions::SeeGaps>(&[Body], &[OrganisationManager, Coordinator, Referent, Hub]),
    rule::<actions::SettleOverlaps>(&[Body], &[Coordinator, Referent]),
];

/// Whether a role, held on a node of a kind that is the target or above it, allows an action on the target.
pub(crate) fn allowed(role: Role, held: NodeKind, action: &str, node: NodeKind) -> bool {
    let public = action == ReadPlaces::NAME || action == Propose::NAME;
    let of_operator =
        role == Role::Operator && node == Installation && actions::ALL.contains(&action);
    let line = |rule: &Rule| {
        rule.action == action
            && rule.on.contains(&node)
            && (role == Role::Operator
                || (rule.roles.contains(&role)
                    && (rule.held.is_empty() || rule.held.contains(&held))))
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
    /// Whether it may, when the role is held on that node or above it: on one of some kinds, where [`Cell::from`] says so.
    pub inside: bool,
    /// Whether it may, when the role is held elsewhere: only what is public.
    pub outside: bool,
}

impl Cell {
    /// Whether it may, when the role is held on a node of a kind that is this one or above it.
    #[must_use]
    pub fn from(&self, held: NodeKind) -> bool {
        allowed(self.role, held, self.action, self.node)
    }

    /// The kinds of node on which the role must be held, where it is held on others too that are of no use here.
    pub(crate) fn only_from(&self) -> Vec<NodeKind> {
        let above = self.role.held_on().iter().copied();
        let above = above.filter(|kind| kind.holds().contains(&self.node));
        let (from, others): (Vec<NodeKind>, Vec<NodeKind>) =
            above.partition(|kind| self.from(*kind));
        if others.is_empty() { Vec::new() } else { from }
    }
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
                    inside: role
                        .held_on()
                        .iter()
                        .chain((role == Role::Visitor).then_some(&Installation))
                        .any(|held| allowed(role, *held, action, node)),
                    outside: allowed(Role::Visitor, Installation, action, node),
                });
            }
        }
    }
    cells
}
