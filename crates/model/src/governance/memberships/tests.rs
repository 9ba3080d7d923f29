//! What each state allows, and what it was on a day.

use super::*;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn who(organisation: &str) -> Who {
    Who {
        id: MembershipId::from_parts(1, [1; 10]),
        body: "ille-et-vilaine".parse().unwrap(),
        organisation: organisation.parse().unwrap(),
    }
}

fn decision() -> DecisionRef {
    "ille-et-vilaine/2023-1".parse().unwrap()
}

fn member() -> Confirmed {
    Candidate::apply(who("metropole"), day("2023-10-01"), Wish::Carry)
        .confirm(day("2023-12-01"), Some(decision()))
        .unwrap()
}

fn mandate(role: MemberRole, from: &str, to: Option<&str>) -> Mandate {
    Mandate {
        role,
        period: Period::new(Some(day(from)), to.map(day)).unwrap(),
        decision: Some(decision()),
        document: None,
    }
}

#[test]
fn a_membership_tells_what_it_was_on_any_day() {
    let left = Membership::Left(member().withdraw(day("2025-01-01")).unwrap());
    for (on, standing) in [
        ("2023-09-30", None),
        ("2023-10-01", Some(Standing::Candidate)),
        ("2023-11-30", Some(Standing::Candidate)),
        ("2023-12-01", Some(Standing::Confirmed)),
        ("2024-12-31", Some(Standing::Confirmed)),
        ("2025-01-01", Some(Standing::Left)),
    ] {
        assert_eq!(left.standing_on(day(on)), standing, "{on}");
    }
}

#[test]
fn a_step_is_never_dated_before_the_state_that_it_leaves() {
    let candidate = || Candidate::apply(who("metropole"), day("2023-10-01"), Wish::TakePart);
    let early = Err(MemberError::TooEarly(day("2023-10-01")));
    assert_eq!(candidate().confirm(day("2023-09-30"), None), early);
    assert!(candidate().withdraw(day("2023-09-30")).is_err());
    assert!(
        candidate()
            .decline(day("2023-10-01"), "hors territoire".to_owned())
            .is_ok()
    );
    assert!(member().withdraw(day("2023-11-30")).is_err());
}

#[test]
fn only_those_who_left_may_apply_again() {
    let (body, organisation) = (who("metropole").body, who("metropole").organisation);
    let left = Membership::Left(member().withdraw(day("2025-01-01")).unwrap());
    assert_eq!(may_apply([&left], &body, &organisation), Ok(()));
    let member = Membership::Confirmed(member());
    assert_eq!(
        may_apply([&left, &member], &body, &organisation),
        Err(AlreadyThere(Standing::Confirmed))
    );
    let elsewhere = "cotes-d-armor".parse().unwrap();
    assert_eq!(may_apply([&member], &elsewhere, &organisation), Ok(()));
}

#[test]
fn the_prefecture_is_not_removed_by_its_peers() {
    let prefecture = || Confirmed::by_right(who("prefecture"), day("2023-09-01"));
    let reason = || "réorganisation".to_owned();
    let on = day("2024-01-01");
    assert_eq!(
        prefecture().exclude(on, reason(), decision()),
        Err(MemberError::ByRight)
    );
    assert!(member().exclude(on, reason(), decision()).is_ok());
    assert!(prefecture().relieve(on, reason()).is_ok());
    assert!(prefecture().withdraw(on).is_ok());
}

#[test]
fn a_role_has_days_within_the_membership_and_is_held_once_at_a_time() {
    use MemberRole::{CoLead, Funder, Observer};
    let leads = member()
        .mandate(mandate(CoLead, "2024-01-01", Some("2024-12-31")))
        .unwrap();
    for (next, answer) in [
        (
            mandate(CoLead, "2024-06-01", None),
            Err(MemberError::RoleHeld),
        ),
        (mandate(CoLead, "2025-01-01", None), Ok(2)),
        (mandate(Funder, "2024-06-01", None), Ok(2)),
        (
            mandate(Observer, "2024-06-01", None),
            Err(MemberError::Observer),
        ),
        (
            mandate(Funder, "2023-11-30", None),
            Err(MemberError::TooEarly(day("2023-12-01"))),
        ),
    ] {
        let given = leads.clone().mandate(next.clone());
        assert_eq!(given.map(|one| one.mandates().len()), answer, "{next:?}");
    }
}

#[test]
fn whoever_leaves_has_no_role_from_that_day_on() {
    let member = member()
        .mandate(mandate(MemberRole::CoLead, "2024-01-01", None))
        .unwrap()
        .mandate(mandate(MemberRole::Funder, "2026-01-01", None))
        .unwrap();
    let left = Membership::Left(member.withdraw(day("2025-03-01")).unwrap());
    assert_eq!(left.roles_on(day("2025-02-28")).count(), 1);
    assert_eq!(left.roles_on(day("2025-03-01")).count(), 0);
    assert_eq!(
        left.mandates().len(),
        1,
        "what was to begin later never did"
    );
    let text = serde_json::to_string(&left).unwrap();
    assert_eq!(serde_json::from_str::<Membership>(&text).unwrap(), left);
}

#[test]
fn a_role_that_ends_is_no_longer_held_the_day_after() {
    let member = member()
        .mandate(mandate(MemberRole::CoLead, "2024-01-01", None))
        .unwrap();
    let ended = member
        .end_role(MemberRole::CoLead, day("2024-06-30"))
        .unwrap();
    let again = ended
        .clone()
        .end_role(MemberRole::CoLead, day("2024-07-01"));
    assert_eq!(again, Err(MemberError::RoleNotHeld));
    let membership = Membership::Confirmed(ended);
    assert_eq!(membership.roles_on(day("2024-06-30")).count(), 1);
    assert_eq!(membership.roles_on(day("2024-07-01")).count(), 0);
}
