//! What the file may say, and of whom.

use std::collections::BTreeSet;

use portulan_model::Slug;
use portulan_model::roadmaps::{Action, ContentFault, RoadmapState, faults};

use super::*;

fn read() -> Document {
    serde_json::from_str(FILE).unwrap()
}

/// Whether a name says that it is made up.
fn invented(slug: &Slug) -> bool {
    slug.as_str().starts_with("exemple-")
}

/// What cannot be so, an area that is written out when it is loaded apart.
fn beyond(roadmap: &Roadmap) -> Vec<ContentFault> {
    let found = faults(roadmap, &roadmap.content).into_iter();
    let typed = !roadmap.area.is_empty();
    found
        .filter(|one| typed || !matches!(one, ContentFault::Beyond(_)))
        .collect()
}

fn actions(roadmap: &Roadmap) -> Vec<&Action> {
    roadmap.content.actions().collect()
}

#[test]
fn what_is_invented_says_so_in_its_name() {
    let document = read();
    let says = |name: &str| name.contains("exemple") || name.contains("inventé");
    for one in document
        .organisations
        .iter()
        .filter(|one| invented(&one.slug))
    {
        assert!(says(&one.name) && one.pivot.is_none(), "{}", one.name);
    }
    for one in document.bodies.iter().filter(|one| invented(&one.slug)) {
        let told = one
            .summary
            .as_ref()
            .is_some_and(|words| words.as_str().contains("nventé"));
        assert!(says(&one.name) && told, "{}", one.name);
    }
    for one in document.clusters.iter().filter(|one| invented(&one.slug)) {
        assert!(says(&one.name), "{}", one.name);
    }
    assert!(document.sectors.iter().all(|one| says(&one.name)));
    assert!(
        document
            .roadmaps
            .iter()
            .all(|one| says(&one.title) == invented(&one.slug))
    );
}

#[test]
fn no_amount_no_opinion_no_decision_and_no_refusal_is_put_to_a_real_organisation() {
    let document = read();
    for roadmap in &document.roadmaps {
        for action in actions(roadmap)
            .into_iter()
            .filter(|one| !one.budget.is_empty())
        {
            let payers = action.budget.iter().flat_map(|year| &year.funding);
            let mut named = payers
                .map(|one| &one.funder)
                .chain(&action.leads)
                .chain(&action.partners);
            assert!(named.all(invented), "{}", action.title);
        }
        match &roadmap.state {
            RoadmapState::Validated { consultation, .. } => {
                assert!(consultation.standing().is_empty());
            }
            other => unreachable!("{other:?}"),
        }
    }
    for post in &document.posts {
        for line in &post.funding {
            assert!(
                invented(&line.funder) && invented(&post.employer),
                "{}",
                post.id
            );
        }
    }
    for one in &document.decisions {
        let owner = one.follow_up.as_ref().map(|follow| &follow.owner);
        let dissent = one.dissent.iter().map(|one| &one.organisation);
        let mut named = one.binds.iter().chain(dissent).chain(owner);
        assert!(
            invented(&one.decision.body) && named.all(invented),
            "{}",
            one.title
        );
    }
    for meeting in &document.meetings {
        assert!(invented(&meeting.body), "{}", meeting.title);
    }
    for file in &document.call_files {
        let positions = file.positions.standing().into_iter();
        let owners = file.steps.iter().map(|one| &one.owner);
        let mut named = positions.map(|one| &one.organisation).chain(owners);
        assert!(
            named.all(invented) && file.proofs.is_empty(),
            "{}",
            file.call
        );
    }
    // Nobody real applies, leaves or leads: the préfecture sits by right, as everywhere.
    let real = document
        .members
        .iter()
        .filter(|one| !invented(&one.who().organisation));
    let real: Vec<_> = real
        .map(|one| (one.who().organisation.as_str(), one.mandates().len()))
        .collect();
    assert_eq!(real, [("prefecture-d-ille-et-vilaine", 0)]);
    let cells = serde_json::from_str::<serde_json::Value>(FILE).unwrap();
    let told = cells["baselines"].to_string();
    assert!(!told.contains("refused") && !told.contains("wished"));
}

#[test]
fn everything_that_is_named_is_in_the_file() {
    let document = read();
    let organisations: BTreeSet<&Slug> =
        document.organisations.iter().map(|one| &one.slug).collect();
    let bodies: BTreeSet<&Slug> = document.bodies.iter().map(|one| &one.slug).collect();
    let posts: BTreeSet<_> = document.posts.iter().map(|one| one.id).collect();
    let known = |slug: &Slug| organisations.contains(slug);
    for roadmap in &document.roadmaps {
        assert!(bodies.contains(&roadmap.body));
        let last = roadmap.versions.last().unwrap();
        assert_eq!(last.content, roadmap.content, "{}", roadmap.slug);
        assert_eq!(beyond(roadmap), [], "{}", roadmap.slug);
        for action in actions(roadmap) {
            assert!(
                action.leads.iter().chain(&action.partners).all(known),
                "{}",
                action.title
            );
            assert!(action.posts.is_subset(&posts), "{}", action.title);
        }
        for link in roadmap.content.serves() {
            let above = document
                .roadmaps
                .iter()
                .find(|one| one.slug == link.roadmap);
            let mut objectives = above.unwrap().content.objectives();
            assert!(objectives.any(|one| one.id == link.objective), "{link:?}");
        }
    }
    for scheme in &document.schemes {
        assert!(scheme.organisations().all(known), "{}", scheme.slug);
    }
    for post in &document.posts {
        assert!(known(&post.host) && known(&post.employer));
    }
    for one in &document.members {
        assert!(bodies.contains(&one.who().body) && known(&one.who().organisation));
    }
}

#[test]
fn five_advisers_serve_four_sectors_of_ten_to_eleven_communes_and_the_roving_one_coordinates() {
    let document = read();
    let metropole: Vec<&Post> = document
        .posts
        .iter()
        .filter(|one| one.level.to_string() == "epci-243500139")
        .collect();
    assert_eq!(metropole.len(), 5);
    let roving = metropole
        .iter()
        .find(|one| one.coordinated_by.is_none())
        .unwrap();
    assert_eq!(
        portulan_model::posts::team(&document.posts, roving.id, "2026-11-30".parse().unwrap())
            .count(),
        4
    );
    assert_eq!(roving.sector.communes().len(), 43);
    let sizes: Vec<usize> = document
        .sectors
        .iter()
        .map(|one| one.area.communes().len())
        .collect();
    assert_eq!(sizes, [10, 11, 11, 10]);
    let together = document
        .sectors
        .iter()
        .fold(Area::default(), |all, one| all.union(&one.area));
    assert_eq!(
        roving.sector.minus(&together).to_string(),
        "35238",
        "the source counts the 42 others"
    );
}

#[test]
fn the_three_calls_of_autumn_2023_have_their_dates_and_what_is_not_known_is_left_out() {
    use portulan_model::means::calls::{CallKind, Milestone};
    let document = read();
    let told: Vec<_> = document
        .calls
        .iter()
        .map(|one| {
            let timeline = &one.terms.timeline;
            let announced = timeline.day(Milestone::Announcement);
            let closing = timeline.closing().map(|at| at.to_rfc3339());
            (
                one.terms.kind,
                announced.map(|day| day.to_string()),
                closing,
            )
        })
        .collect();
    let announced = Some("2023-07-28".to_owned());
    let at = |text: &str| Some(text.to_owned());
    assert_eq!(
        told,
        [
            (
                CallKind::TakePart,
                announced.clone(),
                at("2023-10-15T10:00:00+00:00")
            ),
            (
                CallKind::Steer,
                announced.clone(),
                at("2023-12-31T22:59:59+00:00")
            ),
            (CallKind::Coordinators, announced, None),
        ]
    );
    let bodies: BTreeSet<&Slug> = document.bodies.iter().map(|one| &one.slug).collect();
    for call in &document.calls {
        assert!(bodies.contains(&call.followed_by), "{}", call.slug);
        let source = call.terms.held.source().unwrap();
        assert!(source.starts_with("https://"), "{source}");
    }
}
