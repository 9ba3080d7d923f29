//! Governance of any size over the real territories: bodies from the State to communes, members, roadmaps, actions.
//!
//! Bodies stand on the widest territories first, then on the most peopled; fewer bodies are the first of more. Each has
//! ten members, and two or three roadmaps of ten actions, all decided and in force.

use chrono::{Days, NaiveDate};
use portulan_geo::{Reference, Territory};
use portulan_model::governance::{Body, Candidate, DecisionRef, Membership, Referent, Who, Wish};
use portulan_model::roadmaps::{Action, Axis, Content, Objective, Roadmap};
use portulan_model::{
    ActionId, Area, AxisId, MembershipId, ObjectiveId, Period, Slug, TerritoryKind,
};

/// What the bar names: for 2 000 bodies, 20 000 members, 5 000 roadmaps and 50 000 actions.
const MEMBERS: usize = 10;
const ACTIONS: usize = 10;
/// Most roadmaps of a body: every other one has one less.
const ROADMAPS: usize = 3;

/// How long ago everything began, in days: past the consultations.
const AGO: Days = Days::new(200);
const ASKED: Days = Days::new(30);

/// All of it.
pub(crate) struct Governance {
    pub(crate) bodies: Vec<Body>,
    pub(crate) members: Vec<Membership>,
    pub(crate) roadmaps: Vec<Roadmap>,
}

impl Governance {
    /// So many bodies, and the rest in proportion. `None` where the reference is too small.
    pub(crate) fn of(reference: &Reference, bodies: usize, today: NaiveDate) -> Option<Self> {
        let since = today.checked_sub_days(AGO)?;
        let seats = seats(reference, bodies);
        let bodies: Option<Vec<Body>> = (0..)
            .zip(seats)
            .map(|(number, seat)| body(reference, number, seat, since))
            .collect();
        let bodies = bodies?;
        let members: Option<Vec<Membership>> = (0..bodies.len() * MEMBERS)
            .map(|number| member(bodies.get(number / MEMBERS)?, number, since))
            .collect();
        let plans = bodies.iter().enumerate().flat_map(|(number, body)| {
            let count = ROADMAPS - 1 + number % 2;
            (0..count).map(move |rank| roadmap(body, number * ROADMAPS + rank, since))
        });
        let roadmaps: Option<Vec<Roadmap>> = plans.collect();
        Some(Self {
            members: members?,
            roadmaps: roadmaps?,
            bodies,
        })
    }

    /// The organisations that it names.
    pub(crate) fn organisations(&self) -> impl Iterator<Item = &Slug> {
        self.members.iter().map(|one| &one.who().organisation)
    }

    /// How many actions.
    pub(crate) fn actions(&self) -> usize {
        self.roadmaps.len() * ACTIONS
    }
}

/// Territories, the widest kind first, the most peopled of a kind first.
fn seats(reference: &Reference, count: usize) -> Vec<&Territory> {
    let kinds = [
        TerritoryKind::Country,
        TerritoryKind::Region,
        TerritoryKind::Department,
        TerritoryKind::Epci,
        TerritoryKind::Commune,
    ];
    let mut all = Vec::with_capacity(count);
    for kind in kinds {
        let mut of_kind: Vec<&Territory> = reference.of_kind(kind).collect();
        of_kind.sort_by_key(|one| (std::cmp::Reverse(one.population), &one.key));
        all.extend(of_kind);
    }
    all.truncate(count);
    all
}

fn body(reference: &Reference, number: usize, seat: &Territory, since: NaiveDate) -> Option<Body> {
    Some(Body {
        slug: slug("gouvernance", number)?,
        name: format!("Gouvernance de {}", seat.name),
        seat: portulan_model::Seat::Territory(seat.key.clone()),
        area: Area::of_communes(reference.communes_of(&seat.key)),
        period: Period::since(since),
        run_by: None,
        founding: Vec::new(),
        referents: vec![Referent {
            organisation: slug("structure", number * MEMBERS)?,
            function: "Contact numérique".to_owned(),
            email: format!("contact-{number}@exemple.fr").parse().ok(),
            phone: None,
            period: Period::ALWAYS,
        }],
        summary: None,
    })
}

fn member(body: &Body, number: usize, since: NaiveDate) -> Option<Membership> {
    let (millis, random) = parts(number);
    let who = Who {
        id: MembershipId::from_parts(millis, random),
        body: body.slug.clone(),
        organisation: slug("structure", number)?,
    };
    let candidate = Candidate::apply(who, since, Wish::Carry);
    let confirmed = candidate.confirm(since, None).ok()?;
    Some(Membership::Confirmed(confirmed))
}

fn roadmap(body: &Body, number: usize, since: NaiveDate) -> Option<Roadmap> {
    let until = since.checked_add_days(ASKED)?;
    let decided = until.succ_opt()?;
    let asked = Period::new(Some(since), Some(until)).ok()?;
    let decision: DecisionRef = format!("{}/2023-1", body.slug).parse().ok()?;
    let draft = Roadmap::draft(
        slug("feuille", number)?,
        body.slug.clone(),
        format!("Feuille de route {number}"),
        Period::since(since),
        body.area.clone(),
        since,
    );
    let written = draft.write(content(number)).ok()?;
    let heard = written.consult(since, asked).ok()?;
    heard.validate(decided, decision).ok()
}

fn content(number: usize) -> Content {
    let (millis, random) = parts(number);
    let action = |rank: usize| {
        let (millis, random) = parts(number * ACTIONS + rank);
        let title =
            format!("Action {rank} de la feuille de route {number}, pour toute la population");
        Action::new(ActionId::from_parts(millis, random), title)
    };
    Content {
        axes: vec![Axis {
            id: AxisId::from_parts(millis, random),
            title: "Accompagner".to_owned(),
            objectives: vec![Objective {
                id: ObjectiveId::from_parts(millis, random),
                title: "Être accompagné près de chez soi".to_owned(),
                serves: std::collections::BTreeSet::new(),
                indicators: Vec::new(),
                actions: (0..ACTIONS).map(action).collect(),
            }],
        }],
    }
}

fn slug(what: &str, number: usize) -> Option<Slug> {
    format!("{what}-{number}").parse().ok()
}

/// What makes the id of a number.
fn parts(number: usize) -> (u64, [u8; 10]) {
    let number = u64::try_from(number).unwrap_or(u64::MAX);
    let mut random = [0; 10];
    for (to, from) in random.iter_mut().zip(number.to_be_bytes()) {
        *to = from;
    }
    (number, random)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fewer_bodies_are_the_first_of_more_and_the_rest_is_in_proportion() {
        let reference = Reference::embedded().unwrap();
        let today = "2026-11-30".parse().unwrap();
        let few = Governance::of(&reference, 10, today).unwrap();
        let more = Governance::of(&reference, 40, today).unwrap();
        assert_eq!(few.bodies, more.bodies[..10]);
        assert_eq!(few.roadmaps, more.roadmaps[..25]);
        assert_eq!(
            (few.members.len(), few.roadmaps.len(), few.actions()),
            (100, 25, 250)
        );
        assert!(few.roadmaps.iter().all(|one| one.is_in_force(today)));
        assert!(
            few.bodies[0].area.communes().len() > 34_000,
            "the State covers all"
        );
    }
}
