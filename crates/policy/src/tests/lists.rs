//! Which lists a role is worth a way to.

use super::{holding, node, now};
use crate::actions::ReadHarvest;
use crate::{Action as _, Actor, NodeKind, Role};

#[test]
fn a_role_is_worth_a_way_to_lists_of_what_can_stand_under_its_node() {
    let held = |role, kind| holding(role, node(kind, 1), None);
    let reads = |actor: &Actor| actor.may_somewhere(ReadHarvest::NAME);
    assert!(reads(&held(Role::Contributor, NodeKind::Source)));
    assert!(reads(&held(Role::Contributor, NodeKind::Territory)));
    // No source stands under these.
    let bare = [NodeKind::Place, NodeKind::Organisation];
    assert!(
        !bare
            .iter()
            .any(|kind| reads(&held(Role::Contributor, *kind)))
    );
    assert!(!reads(&held(Role::Mediator, NodeKind::Territory)));
    assert!(reads(&Actor::Operator) && reads(&held(Role::Operator, NodeKind::Installation)));
    assert!(!reads(&Actor::Visitor));
    let ended = holding(Role::Hub, node(NodeKind::Territory, 1), Some(now()));
    assert!(!reads(&ended));
}
