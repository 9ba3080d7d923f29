//! What a reader who comes back is told: what everybody may know, from the days that records bear.

use portulan_levels::{Change, Levels, What, World, changes, meetings_ahead};
use portulan_model::governance::{Meeting, Membership};
use portulan_model::roadmaps::Stage;

use crate::build::{
    action, area, body, candidate, co_lead, confirmed, content, day, draft, post, validated,
};

fn meeting(id: u8, public: bool, on: &str) -> Meeting {
    let text = format!(
        r#"{{"id":"00000000-0000-7000-8000-0000000000{id:02}","body":"metropole","title":"Séance {id}",
        "public":{public},"state":{{"state":"planned","on":"{on}"}}}}"#
    );
    serde_json::from_str(&text).unwrap()
}

fn levels() -> Levels {
    let left = confirmed("metropole", "partie").withdraw(day("2024-03-01"));
    let refused = candidate("metropole", "refusee").decline(day("2024-03-02"), "—".to_owned());
    Levels::new(World {
        bodies: vec![
            body("metropole", "epci-243500139", "35238 35047"),
            body("ailleurs", "epci-200039022", "35360"),
        ],
        memberships: vec![
            co_lead("metropole", "ccas"),
            Membership::Candidate(candidate("metropole", "candidate")),
            Membership::Left(left.unwrap()),
            Membership::Left(refused.unwrap()),
        ],
        meetings: vec![
            meeting(1, true, "2024-07-02"),
            meeting(2, false, "2024-07-01"),
            meeting(3, true, "2024-06-20"),
            meeting(4, true, "2024-06-01"),
        ],
        roadmaps: vec![
            validated(
                "fdr",
                "metropole",
                "35238 35047",
                content(1, vec![action(1, None)]),
            ),
            draft(
                "brouillon",
                "metropole",
                "35238",
                content(2, vec![action(2, None)]),
            ),
        ],
        posts: vec![post(1, "epci-243500139", "35238")],
        ..World::default()
    })
}

fn told(found: &[Change<'_>]) -> Vec<String> {
    let words = |what: &What<'_>| match what {
        What::BodyBegan(body) => format!("begins {}", body.slug),
        What::BodyEnded(body) => format!("ends {}", body.slug),
        What::Joined { organisation, .. } => format!("joins {organisation}"),
        What::Left { organisation, .. } => format!("leaves {organisation}"),
        What::RoadmapMoved { roadmap, stage } => format!("{} {}", roadmap.slug, stage.slug()),
        What::Minutes(meeting) => format!("minutes {}", meeting.title),
        What::SchemeBegan(scheme) => format!("scheme {}", scheme.slug),
        What::PostMoved { post, state } => format!("post {} {}", post.id, state.word()),
    };
    found
        .iter()
        .map(|one| format!("{} {}", one.on, words(&one.what)))
        .collect()
}

#[test]
fn what_everybody_may_know_is_told_last_first_and_of_these_days_alone() {
    let levels = levels();
    let since = |from: &str| {
        told(&changes(
            &levels,
            &area("35238"),
            day(from),
            day("2024-06-15"),
        ))
    };
    assert_eq!(
        since("2023-10-15"),
        [
            "2024-03-01 leaves partie",
            "2023-12-14 fdr validee",
            "2023-12-01 joins ccas",
            "2023-11-01 fdr en-consultation",
        ]
    );
    assert_eq!(since("2023-12-14").len(), 2, "the day itself is told");
    assert_eq!(since("2024-03-02"), [] as [&str; 0]);
    let before = since("2021-01-01");
    assert!(
        before.iter().any(|one| one.starts_with("2021-11-01 post")),
        "{before:?}"
    );
    assert!(
        before
            .iter()
            .all(|one| !one.contains("brouillon") && !one.contains("ailleurs"))
    );
    let elsewhere = changes(
        &levels,
        &area("35360"),
        day("2023-01-01"),
        day("2024-06-15"),
    );
    assert_eq!(told(&elsewhere), ["2023-09-01 begins ailleurs"]);
    assert!(matches!(elsewhere[0].what, What::BodyBegan(_)) && Stage::Draft.slug() == "brouillon");
}

#[test]
fn the_calendar_has_public_meetings_ahead_in_their_order() {
    let levels = levels();
    let ahead = |covers: &str| -> Vec<String> {
        let found = meetings_ahead(&levels, &area(covers), day("2024-06-15"));
        found
            .into_iter()
            .map(|(_, one)| one.title.clone())
            .collect()
    };
    assert_eq!(ahead("35047"), ["Séance 3", "Séance 1"]);
    assert_eq!(ahead("35360"), [] as [&str; 0]);
}
