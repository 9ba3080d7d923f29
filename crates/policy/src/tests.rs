//! The table of rights, cell by cell, and what no table shows: rights flow down and nowhere else.

use std::sync::Arc;

mod lists;

use chrono::{DateTime, TimeDelta, TimeZone as _, Utc};
use portulan_model::PersonId;

use crate::actions::{
    Apply, Backup, CorrectLedger, EditBody, EditPlace, GiveOpinion, GrantFunds, JoinBody,
    JoinPools, ManageEnvelopes, ManageEquipment, PayFunds, PromiseFunds, PublishPlace,
    ReadEquipment, ReadFollowUp, ReadIntentions, ReadPlaces, ReadPool, ReportFunds, TakePosition,
    ValidateRoadmap, WriteIntentions, for_each_action,
};
use crate::{
    Action, Actor, Grant, Held, Holder, Node, NodeKind, Refusal, Role, Target, allow, allow_apart,
    table,
};

fn now() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 11, 28, 9, 0, 0).unwrap()
}

fn someone(number: u8) -> PersonId {
    PersonId::from_parts(1_700_000_000_000, [number; 10])
}

fn node(kind: NodeKind, number: u8) -> Node {
    let slug = format!("chose-{number}").parse().unwrap();
    match kind {
        NodeKind::Installation => Node::Installation,
        NodeKind::Territory => Node::Territory(format!("commune-3523{number}").parse().unwrap()),
        NodeKind::Organisation => Node::Organisation(slug),
        NodeKind::Source => Node::Source(slug),
        NodeKind::Place => Node::Place(slug),
        NodeKind::Cluster => Node::Cluster(slug),
        NodeKind::Scheme => Node::Scheme(slug),
        NodeKind::Body => Node::Body(slug),
        NodeKind::Envelope => Node::Envelope(slug),
    }
}

fn holding(role: Role, on: Node, until: Option<DateTime<Utc>>) -> Actor {
    let grant = Grant::new(role, on, until).unwrap();
    Actor::Person(Arc::new(Holder::at(someone(1), vec![grant], now())))
}

/// Somebody with a role on a node that is the target, that is above it, or that is elsewhere; the kind of the node on which
/// they hold it, where it is the target or above.
fn holders(role: Role, kind: NodeKind) -> Vec<(Actor, Target, Option<NodeKind>)> {
    let target = Target::from(node(kind, 1));
    if role == Role::Visitor {
        return vec![(Actor::Visitor, target, Some(kind))];
    }
    let mut all = Vec::new();
    for &on in role.held_on() {
        let here = node(on, 2);
        let under = Target::under(node(kind, 1), [here.clone()]);
        all.push((holding(role, here, None), under, Some(on)));
        if on == kind {
            all.push((holding(role, node(on, 1), None), target.clone(), Some(on)));
        }
        if on != NodeKind::Installation {
            all.push((holding(role, node(on, 3), None), target.clone(), None));
        }
    }
    all
}

/// Whether an actor may take back a role on a target, that somebody holds and somebody gave.
fn takes_back(
    actor: &Actor,
    role: Role,
    target: &Target,
    (holder, giver): (PersonId, PersonId),
) -> bool {
    let grant = Grant::new(role, target.node().clone(), None).unwrap();
    let held = Held {
        grant: &grant,
        person: holder,
        given_by: Some(giver),
    };
    actor.may_take_back(&held, target)
}

#[test]
fn a_role_is_taken_back_by_whoever_gave_it_holds_it_outranks_it_or_stands_above() {
    use Role::{Contributor, Coordinator, Mediator, Operator, OrganisationManager, Referent};
    let (territory, organisation) = (
        node(NodeKind::Territory, 1),
        node(NodeKind::Organisation, 1),
    );
    let under = Target::under(organisation.clone(), [territory.clone()]);
    let on_territory = Target::from(territory.clone());
    let whole = Target::from(Node::Installation);
    // Mine, on which node; theirs, on which target; who holds it, who gave it; whether it is mine to take.
    let (me, other, third) = (someone(1), someone(2), someone(3));
    for (name, mine, theirs, target, holder, giver, may) in [
        (
            "a peer",
            (OrganisationManager, &organisation),
            OrganisationManager,
            &under,
            other,
            third,
            false,
        ),
        (
            "a peer that I made",
            (OrganisationManager, &organisation),
            OrganisationManager,
            &under,
            other,
            me,
            true,
        ),
        (
            "my own",
            (OrganisationManager, &organisation),
            OrganisationManager,
            &under,
            me,
            third,
            true,
        ),
        (
            "a lower role",
            (OrganisationManager, &organisation),
            Mediator,
            &under,
            other,
            third,
            true,
        ),
        (
            "from above",
            (Coordinator, &territory),
            OrganisationManager,
            &under,
            other,
            third,
            true,
        ),
        (
            "a higher role",
            (Coordinator, &territory),
            Referent,
            &on_territory,
            other,
            me,
            false,
        ),
        (
            "one that I outrank",
            (Referent, &territory),
            Coordinator,
            &on_territory,
            other,
            third,
            true,
        ),
        (
            "what I do not give",
            (Mediator, &territory),
            Contributor,
            &on_territory,
            other,
            me,
            false,
        ),
        (
            "a peer operator",
            (Operator, &Node::Installation),
            Operator,
            &whole,
            other,
            third,
            false,
        ),
    ] {
        let takes = |actor: &Actor| takes_back(actor, theirs, target, (holder, giver));
        assert_eq!(takes(&holding(mine.0, mine.1.clone(), None)), may, "{name}");
        assert!(takes(&Actor::Operator), "{name}");
        assert!(!takes(&Actor::Visitor), "{name}");
    }
}

macro_rules! ask {
    (Alone $action:ident, $actor:expr, $target:expr) => {
        allow::<crate::actions::$action>($actor, $target).is_ok()
    };
    (Apart $action:ident, $actor:expr, $target:expr) => {
        allow_apart::<crate::actions::$action>($actor, $target, &[]).is_ok()
    };
}

#[test]
fn each_cell_of_the_table_is_what_allow_answers_inside_and_outside() {
    let mut asked = 0;
    macro_rules! cells {
        ($kind:ident $action:ident) => {
            for cell in table() {
                if cell.action != crate::actions::$action::NAME {
                    continue;
                }
                for (actor, target, inside) in holders(cell.role, cell.node) {
                    let expected = inside.map_or(cell.outside, |held| cell.from(held));
                    let answer = ask!($kind $action, &actor, &target);
                    assert_eq!(answer, expected, "{cell:?}, held: {inside:?}");
                    asked += 1;
                }
            }
        };
    }
    for_each_action!(cells);
    assert!(asked > table().len(), "{asked}");
}

#[test]
fn a_job_and_the_operators_session_do_what_the_operator_may() {
    for cell in table().iter().filter(|cell| cell.role == Role::Operator) {
        let target = Target::from(node(cell.node, 1));
        macro_rules! same {
            (Alone $action:ident) => {
                if cell.action == crate::actions::$action::NAME {
                    for actor in [Actor::Operator, Actor::Job("essai")] {
                        assert_eq!(ask!(Alone $action, &actor, &target), cell.inside);
                    }
                }
            };
            (Apart $action:ident) => {
                if cell.action == crate::actions::$action::NAME {
                    assert_eq!(ask!(Apart $action, &Actor::Operator, &target), cell.inside);
                    assert!(!ask!(Apart $action, &Actor::Job("essai"), &target));
                }
            };
        }
        for_each_action!(same);
    }
}

#[test]
fn nobody_may_less_than_a_visitor() {
    for cell in table() {
        assert!(!cell.outside || cell.inside, "{cell:?}");
    }
}

#[test]
fn a_role_is_worth_nothing_from_its_last_instant_on() {
    let place = Target::from(node(NodeKind::Place, 1));
    let until = |end| holding(Role::PlaceManager, node(NodeKind::Place, 1), Some(end));
    assert!(allow::<EditPlace>(&until(now() + TimeDelta::seconds(1)), &place).is_ok());
    for end in [now(), now() - TimeDelta::days(1)] {
        assert!(allow::<EditPlace>(&until(end), &place).is_err());
    }
}

#[test]
fn a_role_is_held_only_where_it_means_something() {
    for &role in Role::ALL {
        for &kind in NodeKind::ALL {
            let grant = Grant::new(role, node(kind, 1), None);
            assert_eq!(
                grant.is_ok(),
                role.held_on().contains(&kind),
                "{role} {kind}"
            );
        }
    }
}

#[test]
fn whoever_prepared_a_place_does_not_publish_it_even_with_the_right_to() {
    let commune = node(NodeKind::Territory, 1);
    let actor = holding(Role::Instructor, commune.clone(), None);
    assert!(allow_apart::<PublishPlace>(&actor, &commune, &[someone(2)]).is_ok());
    assert_eq!(
        allow_apart::<PublishPlace>(&actor, &commune, &[someone(2), someone(1)]).unwrap_err(),
        Refusal::OwnWork {
            action: "publish-place"
        }
    );
}

#[test]
fn nobody_hands_on_more_than_they_hold() {
    let commune = node(NodeKind::Territory, 1);
    let soon = now() + TimeDelta::days(10);
    let give = |role, until| Grant::new(role, commune.clone(), until).unwrap();
    let referent = holding(Role::Referent, commune.clone(), Some(soon));
    let here = Target::from(&commune);
    assert!(referent.may_give(&give(Role::Coordinator, Some(soon)), &here));
    assert!(
        !referent.may_give(&give(Role::Coordinator, None), &here),
        "for longer"
    );
    assert!(
        !referent.may_give(&give(Role::Referent, Some(soon)), &here),
        "not theirs to give"
    );
    let elsewhere = holding(Role::Referent, node(NodeKind::Territory, 2), None);
    assert!(
        !elsewhere.may_give(&give(Role::Coordinator, None), &here),
        "elsewhere"
    );
    let above = Target::under(commune.clone(), [node(NodeKind::Territory, 2)]);
    assert!(elsewhere.may_give(&give(Role::Coordinator, None), &above));
    assert!(!Actor::Visitor.may_give(&give(Role::Contributor, None), &here));
    assert!(Actor::Operator.may_give(&give(Role::Referent, None), &here));
}

#[test]
fn no_role_appoints_a_role_that_may_do_what_it_may_not() {
    for giver in Role::ALL.iter().filter(|role| **role != Role::Operator) {
        for own in giver.held_on() {
            for given in giver.appoints() {
                let on = given.held_on().iter();
                for on in on.filter(|on| own.holds().contains(on)) {
                    gives_no_more((*giver, *own), (*given, *on));
                }
            }
        }
    }
}

/// Whoever holds a role on a node of a kind gives another on a node of a kind under it: what that one may, they may.
fn gives_no_more((giver, own): (Role, NodeKind), (given, on): (Role, NodeKind)) {
    let cells = table();
    let under = cells.iter().filter(|cell| on.holds().contains(&cell.node));
    for cell in under.filter(|cell| cell.role == given && cell.from(on)) {
        let mut same = cells.iter().filter(|one| one.role == giver);
        let same = same.find(|one| one.node == cell.node && one.action == cell.action);
        let known = giver_names_without_doing(giver, given, cell.action);
        assert!(
            same.unwrap().from(own) || known,
            "{giver} on {own} gives {given}: {cell:?}"
        );
    }
}

/// A referent names the people who examine and co-ordinate, and does neither.
fn giver_names_without_doing(giver: Role, given: Role, action: &str) -> bool {
    match giver {
        Role::Referent => matches!(
            given,
            Role::Coordinator | Role::Instructor | Role::Contributor | Role::Mediator
        ),
        // An organisation speaks for itself, keeps its wishes and gives its own money, whoever named its manager.
        Role::Coordinator => {
            let speaks = [
                Apply::NAME,
                JoinBody::NAME,
                GiveOpinion::NAME,
                TakePosition::NAME,
                GrantFunds::NAME,
                PayFunds::NAME,
                CorrectLedger::NAME,
                WriteIntentions::NAME,
                ReadIntentions::NAME,
                JoinPools::NAME,
                ReadPool::NAME,
                ReportFunds::NAME,
                ReadEquipment::NAME,
                ManageEquipment::NAME,
            ];
            given == Role::PlaceManager && action == ReadEquipment::NAME
                || given == Role::OrganisationManager && speaks.contains(&action)
        }
        // Both name who gives the list of a source, which only a source has.
        Role::PlaceManager | Role::OrganisationManager | Role::Hub => given == Role::Contributor,
        _ => false,
    }
}

#[test]
fn the_note_of_the_level_above_is_read_from_a_territory_alone() {
    let body = node(NodeKind::Body, 1);
    let (scheme, territory) = (node(NodeKind::Scheme, 2), node(NodeKind::Territory, 2));
    let target = Target::under(body.clone(), [scheme.clone(), territory.clone()]);
    for (on, reads) in [(territory, true), (scheme, false), (body, false)] {
        let actor = holding(Role::Coordinator, on.clone(), None);
        assert!(allow::<EditBody>(&actor, &target).is_ok(), "{on}");
        assert_eq!(
            allow::<ReadFollowUp>(&actor, &target).is_ok(),
            reads,
            "{on}"
        );
        let places = Role::Coordinator.held_on();
        assert!(places.contains(&on.kind()), "{on}");
        assert_eq!(actor.may_somewhere(ReadFollowUp::NAME), reads, "{on}");
    }
}

#[test]
fn a_body_opens_nothing_of_its_members_nor_of_its_seat() {
    let own = holding(Role::Coordinator, node(NodeKind::Body, 1), None);
    for above in [
        node(NodeKind::Organisation, 1),
        node(NodeKind::Territory, 1),
        node(NodeKind::Scheme, 1),
        node(NodeKind::Cluster, 1),
        node(NodeKind::Body, 2),
    ] {
        for cell in table().iter().filter(|cell| cell.node == above.kind()) {
            macro_rules! nothing {
                ($kind:ident $action:ident) => {
                    if cell.action == crate::actions::$action::NAME {
                        assert_eq!(ask!($kind $action, &own, &Target::from(&above)), cell.outside);
                    }
                };
            }
            for_each_action!(nothing);
        }
    }
}

#[test]
fn no_role_manages_an_envelope_or_asks_for_its_money_and_grants_it() {
    let cells = table();
    let may = |role: Role, action: &str| {
        let mut own = cells.iter().filter(|cell| cell.role == role);
        own.any(|cell| cell.node == NodeKind::Envelope && cell.action == action && cell.inside)
    };
    let mut grants = 0;
    for role in Role::ALL.iter().filter(|role| **role != Role::Operator) {
        if may(*role, GrantFunds::NAME) {
            grants += 1;
            assert!(!may(*role, ManageEnvelopes::NAME), "{role}");
            assert!(!may(*role, PromiseFunds::NAME), "{role}");
        }
    }
    assert_eq!(grants, 2);
}

#[test]
fn whoever_asked_or_wrote_the_ceilings_does_not_grant_even_with_the_right_to() {
    let envelope = node(NodeKind::Envelope, 1);
    let territory = node(NodeKind::Territory, 2);
    let funder = holding(Role::Funder, territory.clone(), None);
    let target = Target::under(envelope, [territory]);
    assert!(allow_apart::<GrantFunds>(&funder, &target, &[someone(2)]).is_ok());
    let own = allow_apart::<GrantFunds>(&funder, &target, &[someone(2), someone(1)]);
    assert!(matches!(own, Err(Refusal::OwnWork { .. })), "{own:?}");
}

#[test]
fn whoever_wrote_a_roadmap_last_does_not_validate_it() {
    let body = node(NodeKind::Body, 1);
    let organisation = node(NodeKind::Organisation, 1);
    let led = Target::under(body.clone(), [organisation.clone()]);
    let leads = holding(Role::OrganisationManager, organisation, None);
    assert!(allow_apart::<ValidateRoadmap>(&leads, &led, &[someone(2)]).is_ok());
    assert!(allow_apart::<ValidateRoadmap>(&leads, &led, &[someone(1)]).is_err());
    // No longer a co-lead: the organisation is not above the body any more.
    assert!(allow_apart::<ValidateRoadmap>(&leads, &body, &[]).is_err());
}

#[test]
fn a_refusal_says_what_and_where() {
    let refusal = allow::<Backup>(&Actor::Visitor, &Node::Installation).unwrap_err();
    assert_eq!(
        refusal.to_string(),
        "no role allows backup on this installation"
    );
    assert!(allow::<ReadPlaces>(&Actor::Visitor, &Node::Installation).is_ok());
}
