//! Builders: everything that a test does not speak of is plain.

use chrono::NaiveDate;
use portulan_levels::PlacePoint;
use portulan_model::governance::{
    Body, Candidate, Confirmed, DecisionRef, Mandate, MemberRole, Membership, Referent, Who, Wish,
};
use portulan_model::posts::{Fte, Post, PostKind, PostState};
use portulan_model::roadmaps::{Action, Axis, Content, Objective, Roadmap};
use portulan_model::{
    ActionId, Area, AxisId, MembershipId, ObjectiveId, Period, PlaceId, PostId, Slug, TerritoryKey,
    Timeline,
};

pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub(crate) fn today() -> NaiveDate {
    day("2024-06-15")
}

pub(crate) fn slug(text: &str) -> Slug {
    text.parse().unwrap()
}

pub(crate) fn key(text: &str) -> TerritoryKey {
    text.parse().unwrap()
}

pub(crate) fn area(text: &str) -> Area {
    text.parse().unwrap()
}

fn parts(n: u16) -> (u64, [u8; 10]) {
    let [high, low] = n.to_be_bytes();
    (u64::from(n), [high, low, 0, 0, 0, 0, 0, 0, high, low])
}

macro_rules! ids {
    ($($name:ident: $kind:ident),+) => {
        $(pub(crate) fn $name(n: u16) -> $kind {
            let (millis, random) = parts(n);
            $kind::from_parts(millis, random)
        })+
    };
}

ids!(
    place_id: PlaceId,
    post_id: PostId,
    action_id: ActionId,
    objective_id: ObjectiveId,
    axis_id: AxisId,
    membership_id: MembershipId
);

pub(crate) fn body(name: &str, seat: &str, covers: &str) -> Body {
    Body {
        slug: slug(name),
        name: name.to_owned(),
        seat: seat.parse().unwrap(),
        area: area(covers),
        period: Period::since(day("2023-09-01")),
        run_by: None,
        founding: Vec::new(),
        referents: vec![Referent {
            organisation: slug("prefecture"),
            function: "référente".to_owned(),
            email: None,
            phone: None,
            period: Period::ALWAYS,
        }],
        summary: None,
    }
}

pub(crate) fn who(body: &str, organisation: &str) -> Who {
    Who {
        id: membership_id(1),
        body: slug(body),
        organisation: slug(organisation),
    }
}

pub(crate) fn candidate(body: &str, organisation: &str) -> Candidate {
    Candidate::apply(who(body, organisation), day("2023-10-01"), Wish::Carry)
}

pub(crate) fn confirmed(body: &str, organisation: &str) -> Confirmed {
    candidate(body, organisation)
        .confirm(day("2023-12-01"), None)
        .unwrap()
}

pub(crate) fn co_lead(body: &str, organisation: &str) -> Membership {
    let mandate = Mandate {
        role: MemberRole::CoLead,
        period: Period::since(day("2024-01-01")),
        decision: None,
        document: None,
    };
    Membership::Confirmed(confirmed(body, organisation).mandate(mandate).unwrap())
}

pub(crate) fn action(n: u16, covers: Option<&str>) -> Action {
    let mut action = Action::new(action_id(n), format!("Action {n}"));
    action.area = covers.map(area);
    action
}

/// Axis and objectives, numbered from `n`.
pub(crate) fn content(n: u16, actions: Vec<Action>) -> Content {
    Content {
        axes: vec![Axis {
            id: axis_id(n),
            title: "Axe".to_owned(),
            objectives: vec![Objective {
                id: objective_id(n),
                title: "Objectif".to_owned(),
                serves: std::collections::BTreeSet::new(),
                indicators: Vec::new(),
                actions,
            }],
        }],
    }
}

pub(crate) fn decision(body: &str) -> DecisionRef {
    format!("{body}/2023-1").parse().unwrap()
}

pub(crate) fn draft(name: &str, of: &str, covers: &str, content: Content) -> Roadmap {
    let period = Period::years(2023, 2026).unwrap();
    let on = day("2023-10-01");
    Roadmap::draft(
        slug(name),
        slug(of),
        name.to_owned(),
        period,
        area(covers),
        on,
    )
    .write(content)
    .unwrap()
}

pub(crate) fn validated(name: &str, of: &str, covers: &str, content: Content) -> Roadmap {
    let asked = Period::new(Some(day("2023-11-01")), Some(day("2023-11-30"))).unwrap();
    draft(name, of, covers, content)
        .consult(day("2023-11-01"), asked)
        .unwrap()
        .validate(day("2023-12-14"), decision(of))
        .unwrap()
}

pub(crate) fn post(n: u16, level: &str, sector: &str) -> Post {
    let since = day("2021-11-01");
    Post {
        id: post_id(n),
        kind: PostKind::Adviser,
        level: key(level),
        scheme: None,
        host: slug("hote"),
        employer: slug("hote"),
        sector: area(sector),
        sites: Vec::new(),
        fte: Timeline::starting(since, Fte::FULL),
        funding: Vec::new(),
        states: Timeline::starting(since, PostState::Filled { until: None }),
        extended: std::collections::BTreeSet::new(),
        coordinated_by: None,
    }
}

pub(crate) fn place(n: u16, commune: &str) -> PlacePoint {
    PlacePoint {
        id: place_id(n),
        slug: slug(&format!("lieu-{n}")),
        commune: commune.parse().unwrap(),
        neighbourhoods: Vec::new(),
        schemes: Vec::new(),
        weekly_minutes: Some(600),
    }
}
