//! A right reaches what stands under its node, and nothing else: a co-ordinator of Rennes opens nothing of Brest.

use std::io::Cursor;
use std::sync::Arc;
use std::time::Duration;

use portulan_app::harvest::{self, Given, Which};
use portulan_app::merging::{self, Wish};
use portulan_app::{App, Error, gone, journal, review, rights, sources};
use portulan_model::harvest::{Mapping, RunState, Schedule, Source, SourceKind};
use portulan_model::links::{PairKey, Relation};
use portulan_model::{PersonId, Place, RunId, Slug, TerritoryKey};
use portulan_policy::actions::ReadHarvest;
use portulan_policy::{Actor, Alone, Capability, Grant, Holder, Node, Role, allow};
use portulan_testkit::{Engine, TestDatabase};

use crate::{may, on_both_engines, open};

on_both_engines! {
    a_source_and_its_runs_are_read_and_run_by_those_who_answer_for_it
    a_source_that_was_forgotten_belongs_to_the_installation_alone
    pairs_are_decided_by_those_who_answer_for_both_places
    places_are_merged_and_parted_by_those_who_answer_for_all_of_them
    the_story_of_a_place_and_what_is_said_of_it_stay_in_its_territory
}

/// Two towns, each with a list of its own.
pub(crate) struct Towns {
    pub(crate) app: Arc<App>,
    pub(crate) rennes: Town,
    pub(crate) brest: Town,
    _database: TestDatabase,
}

pub(crate) struct Town {
    pub(crate) key: TerritoryKey,
    pub(crate) source: Slug,
    run: RunId,
    pub(crate) places: Vec<Place>,
}

impl Towns {
    pub(crate) async fn new(engine: Engine) -> Self {
        let database = TestDatabase::new(engine);
        let app = open(&database).await;
        let rennes = town(&app, "commune-35238", "Rennes", "35000").await;
        let brest = town(&app, "commune-29019", "Brest", "29200").await;
        Self {
            app,
            rennes,
            brest,
            _database: database,
        }
    }

    /// The capability of an actor on a territory.
    pub(crate) fn on<A: Alone>(&self, actor: &Actor, town: &Town) -> Capability<A> {
        let target = rights::territory(&self.app.directory(), &town.key);
        allow(actor, target).unwrap()
    }
}

/// A person with a role on these territories.
pub(crate) fn holder(role: Role, towns: &[&Town]) -> Actor {
    let grant = |town: &&Town| Grant::new(role, Node::Territory(town.key.clone()), None).unwrap();
    let id = PersonId::from_parts(1_700_000_000_000, [7; 10]);
    let now = portulan_testkit::builders::saturday_morning();
    Actor::Person(Arc::new(Holder::at(
        id,
        towns.iter().map(grant).collect(),
        now,
    )))
}

fn given(text: String) -> Given {
    Given {
        name: "liste.csv".to_owned(),
        reader: Box::new(Cursor::new(text.into_bytes())),
        etag: None,
    }
}

async fn town(app: &Arc<App>, key: &str, name: &str, postcode: &str) -> Town {
    let slug: Slug = name.to_lowercase().parse().unwrap();
    let source = Source {
        slug: slug.clone(),
        name: name.to_owned(),
        kind: SourceKind::Upload,
        mapping: Mapping::None,
        schedule: Schedule::None,
        owner: key.parse().unwrap(),
        licence: "Licence Ouverte 2.0".to_owned(),
        trust: Source::DEFAULT_TRUST.try_into().unwrap(),
        limit: Source::DEFAULT_LIMIT.try_into().unwrap(),
    };
    sources::put(app, &may(), &source, "essai").await.unwrap();
    let rows = ["Atelier du port", "Cyberbase des halles", "Salle verte"];
    let rows = rows.iter().enumerate().map(|(id, place)| {
        format!("{id},{place} de {name},{name},{postcode},{id} rue de {place},2026-01-01\n")
    });
    let rows: String = rows.collect();
    let list = format!("id,nom,commune,code_postal,adresse,date_maj\n{rows}");
    let run = harvest::start(app, may(), &slug, given(list))
        .await
        .unwrap();
    ended(app, run).await;
    let directory = app.directory();
    let places = directory.snapshot.places().iter();
    let places = places.filter(|place| place.record.external.source == slug);
    Town {
        key: key.parse().unwrap(),
        run,
        places: places.map(|place| Place::clone(place)).collect(),
        source: slug,
    }
}

async fn ended(app: &App, run: RunId) {
    for _ in 0..2_000 {
        let run = harvest::run(app, &may(), run).await.unwrap();
        if !matches!(run.state, RunState::Running(_)) {
            app.refresh().await.unwrap();
            return;
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    panic!("the run does not end");
}

fn forbidden<T: std::fmt::Debug>(result: Result<T, Error>) {
    let refused = result.unwrap_err();
    assert!(matches!(refused, Error::Forbidden(_)), "{refused}");
}

async fn a_source_and_its_runs_are_read_and_run_by_those_who_answer_for_it(engine: Engine) {
    let towns = Towns::new(engine).await;
    let (app, here, there) = (&towns.app, &towns.rennes, &towns.brest);
    let actor = holder(Role::Coordinator, &[here]);
    let read = || towns.on::<ReadHarvest>(&actor, here);
    let names = |all: Vec<portulan_model::harvest::KnownSource>| -> Vec<Slug> {
        all.into_iter().map(|one| one.source.slug).collect()
    };
    let own = [here.source.clone()];
    assert_eq!(names(sources::list(app, &read()).await.unwrap()), own);
    assert_eq!(names(sources::seen_by(app, &actor).await.unwrap()), own);
    assert_eq!(sources::list(app, &may()).await.unwrap().len(), 2);
    sources::get(app, &read(), &here.source).await.unwrap();
    forbidden(sources::get(app, &read(), &there.source).await);
    harvest::run(app, &read(), here.run).await.unwrap();
    forbidden(harvest::run(app, &read(), there.run).await);
    forbidden(harvest::report(app, &read(), there.run, 0).await);
    forbidden(harvest::diff(app, &read(), there.run, 0).await);
    forbidden(harvest::lines(app, &read(), there.run, &Which::default(), 0).await);
    forbidden(harvest::runs(app, &read(), Some(&there.source), 0).await);
    forbidden(harvest::runs(app, &read(), None, 0).await);
    let seen = harvest::runs_seen_by(app, &actor, 0).await.unwrap();
    assert_eq!(
        seen.iter().map(|run| run.id).collect::<Vec<_>>(),
        [here.run]
    );
    assert!(
        harvest::runs_seen_by(app, &actor, 1)
            .await
            .unwrap()
            .is_empty()
    );
    let run = async |town: &Town| {
        let target = sources::target(app, &here.source).await.unwrap().unwrap();
        let may_run = allow(&actor, target).unwrap();
        harvest::start(app, may_run, &town.source, given("id,nom\n".to_owned())).await
    };
    forbidden(run(there).await);
    ended(app, run(here).await.unwrap()).await;
    let target = sources::target(app, &here.source).await.unwrap().unwrap();
    let judge = allow(&actor, target).unwrap();
    forbidden(harvest::approve(app, &judge, there.run, "").await);
    forbidden(harvest::abandon(app, &judge, there.run, "").await);
}

async fn a_source_that_was_forgotten_belongs_to_the_installation_alone(engine: Engine) {
    let towns = Towns::new(engine).await;
    let (app, here) = (&towns.app, &towns.rennes);
    let actor = holder(Role::Coordinator, &[here]);
    let before = towns.on::<ReadHarvest>(&actor, here);
    sources::remove(app, &may(), &here.source, "essai")
        .await
        .unwrap();
    forbidden(harvest::run(app, &before, here.run).await);
    let target = harvest::target(app, here.run).await.unwrap().unwrap();
    assert_eq!(target.node(), &Node::Installation);
    harvest::run(app, &may(), here.run).await.unwrap();
}

async fn pairs_are_decided_by_those_who_answer_for_both_places(engine: Engine) {
    let towns = Towns::new(engine).await;
    let (app, here, there) = (&towns.app, &towns.rennes, &towns.brest);
    let pair = |a: &Place, b: &Place| PairKey::new(a.id, b.id).unwrap();
    let inside = pair(&here.places[0], &here.places[1]);
    let across = pair(&here.places[0], &there.places[0]);
    let outside = pair(&there.places[0], &there.places[1]);
    let one = holder(Role::Coordinator, &[here]);
    let may_review = || towns.on(&one, here);
    review::pair(app, &may_review(), inside).await.unwrap();
    for key in [across, outside] {
        forbidden(review::pair(app, &may_review(), key).await);
        forbidden(review::decide(app, &may_review(), key, Relation::Same, "").await);
    }
    forbidden(review::queue(app, &may_review(), &there.key, 0).await);
    forbidden(review::queue(app, &may_review(), &TerritoryKey::france(), 0).await);
    review::queue(app, &may_review(), &here.key, 0)
        .await
        .unwrap();
    let both = holder(Role::Coordinator, &[here, there]);
    let on_both = towns.on(&both, here);
    review::decide(app, &on_both, across, Relation::Different, "vus")
        .await
        .unwrap();
    // Even then a right on one town is not one on the other.
    forbidden(review::pair(app, &towns.on(&both, here), outside).await);
}

async fn places_are_merged_and_parted_by_those_who_answer_for_all_of_them(engine: Engine) {
    let towns = Towns::new(engine).await;
    let (app, here, there) = (&towns.app, &towns.rennes, &towns.brest);
    let one = holder(Role::Coordinator, &[here]);
    let wish = |places: &[&Place]| Wish {
        places: places.iter().map(|place| place.id).collect(),
        ..Wish::default()
    };
    let may_merge = || towns.on(&one, here);
    let (a, b, c) = (&here.places[0], &here.places[1], &there.places[0]);
    forbidden(merging::merge(app, &may_merge(), wish(&[a, c])).await);
    let own = merging::merge(app, &may_merge(), wish(&[a, b])).await;
    merging::undo(app, &may_merge(), own.unwrap(), "essai")
        .await
        .unwrap();
    let across = merging::merge(app, &may(), wish(&[a, c])).await.unwrap();
    // The member of Brest is led to through the place of Rennes, and stays a place of Brest.
    forbidden(merging::undo(app, &may_merge(), across, "").await);
    forbidden(merging::split(app, &may_merge(), c.id, "").await);
    forbidden(merging::split(app, &may_merge(), a.id, "").await);
    forbidden(merging::merge(app, &may_merge(), wish(&[a, b])).await);
    let both = holder(Role::Coordinator, &[here, there]);
    merging::undo(app, &towns.on(&both, here), across, "essai")
        .await
        .unwrap();
}

async fn the_story_of_a_place_and_what_is_said_of_it_stay_in_its_territory(engine: Engine) {
    let towns = Towns::new(engine).await;
    let (app, here, there) = (&towns.app, &towns.rennes, &towns.brest);
    let actor = holder(Role::Coordinator, &[here]);
    let (own, other) = (&here.places[0], &there.places[0]);
    merging::story(app, &towns.on(&actor, here), &own.slug)
        .await
        .unwrap();
    let lines = merging::history(app, &towns.on(&actor, here), &own.slug, None).await;
    assert!(!lines.unwrap().fields.is_empty());
    forbidden(merging::story(app, &towns.on(&actor, here), &other.slug).await);
    forbidden(merging::history(app, &towns.on(&actor, here), &other.slug, None).await);
    for object in [
        format!("lieu-{}", other.slug),
        "source-rennes".to_owned(),
        "personne-x".to_owned(),
    ] {
        forbidden(journal::of_object(app, &towns.on(&actor, here), &object, None).await);
    }
    let said = async |place: &Place| {
        gone::say(app, &towns.on(&actor, here), place.id, Some(true), "vu").await
    };
    said(own).await.unwrap();
    forbidden(said(other).await);
    forbidden(gone::list(app, &towns.on(&actor, here), &there.key, 0));
    gone::list(app, &towns.on(&actor, here), &here.key, 0).unwrap();
}
