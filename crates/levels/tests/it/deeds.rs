//! What an organisation does.

use portulan_levels::{Levels, World};
use portulan_model::Slug;
use portulan_model::governance::Membership;

use crate::build::{
    action, body, candidate, co_lead, content, day, draft, post, slug, today, validated,
};

fn world() -> World {
    let mut run = body("comite", "commune-35238", "35238");
    run.run_by = Some(slug("ccas"));
    let mut led = action(1, None);
    led.leads.insert(slug("ccas"));
    let mut joined = action(2, None);
    joined.partners.insert(slug("ccas"));
    let plans = |leading| content(1, leading);
    let mut hosted = post(1, "commune-35238", "35238");
    hosted.host = slug("ccas");
    let mut employed = post(2, "commune-35238", "35238");
    employed.host = slug("ccas");
    employed.employer = slug("ccas");
    World {
        bodies: vec![run, body("metropole", "epci-243500139", "35238")],
        memberships: vec![
            co_lead("metropole", "ccas"),
            Membership::Candidate(candidate("comite", "ccas")),
            co_lead("comite", "autre"),
        ],
        roadmaps: vec![
            validated(
                "plan",
                "metropole",
                "35238",
                plans(vec![led.clone(), joined, action(3, None)]),
            ),
            draft("brouillon", "comite", "35238", plans(vec![led])),
        ],
        posts: vec![hosted, employed, post(3, "commune-35238", "35238")],
        ..World::default()
    }
}

#[test]
fn an_organisation_is_told_by_what_it_leads_joins_employs_and_hosts() {
    let levels = Levels::new(world());
    let deeds = levels.deeds(&slug("ccas"), today());
    let slugs: Vec<&Slug> = deeds
        .memberships
        .iter()
        .map(|(body, _)| &body.slug)
        .collect();
    assert_eq!(slugs, [&slug("metropole")], "a candidate is no member");
    let runs: Vec<&Slug> = deeds.runs.iter().map(|body| &body.slug).collect();
    assert_eq!(runs, [&slug("comite")]);
    let actions: Vec<(&str, bool)> = deeds
        .actions
        .iter()
        .map(|(_, action, leads)| (action.title.as_str(), *leads))
        .collect();
    assert_eq!(
        actions,
        [("Action 1", true), ("Action 2", false)],
        "no draft"
    );
    assert_eq!((deeds.employs.len(), deeds.hosts.len()), (1, 1));
}

#[test]
fn nothing_is_told_of_a_day_before_it_nor_of_somebody_unknown() {
    let levels = Levels::new(world());
    let before = levels.deeds(&slug("ccas"), day("2019-01-01"));
    let nobody = levels.deeds(&slug("personne"), today());
    for deeds in [before, nobody] {
        assert_eq!(deeds, portulan_levels::Deeds::default());
    }
}
