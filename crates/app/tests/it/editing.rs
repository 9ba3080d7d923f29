//! What people change is theirs: kept against harvests, shown of merged places, and never lost to one another.

use std::sync::Arc;

use portulan_app::editing::{self, Change, Outcome, drafts};
use portulan_app::merging::{self, Wish};
use portulan_app::{App, Error};
use portulan_model::harvest::Mapping;
use portulan_model::journal::{Author, Content};
use portulan_model::{Place, PlaceField, PlaceRecord, Service};
use portulan_policy::{Actor, Node, Role, Target, actions::EditPlace, allow};
use portulan_testkit::{Engine, TestDatabase};

use crate::harvests::{list, shown, source, take, ten};
use crate::{may, on_both_engines, open};

on_both_engines! {
    what_people_change_is_shown_dated_and_kept_by_the_next_harvest
    two_people_lose_nothing
    a_merged_place_shows_what_was_said_last
    a_capability_for_one_place_changes_no_other
    a_draft_is_kept_for_its_author_alone
}

async fn ten_places(engine: Engine) -> (TestDatabase, Arc<App>, Vec<Place>) {
    let database = TestDatabase::new(engine);
    let app = open(&database).await;
    source(&app, Mapping::None).await;
    take(&app, &list(&ten())).await;
    let places = shown(&app);
    (database, app, places)
}

fn now(app: &App, place: &Place) -> PlaceRecord {
    let directory = app.directory();
    let id = directory.survivor(&place.id);
    directory.snapshot.by_id(&id).unwrap().record.clone()
}

/// A change of some fields of a record as it is now.
fn wanted(before: &PlaceRecord, fields: &[PlaceField], make: impl Fn(&mut PlaceRecord)) -> Change {
    let mut mine = before.clone();
    make(&mut mine);
    Change {
        fields: fields.to_vec(),
        before: before.clone(),
        mine,
    }
}

fn hours(osm: &'static str) -> impl Fn(&mut PlaceRecord) {
    move |record| record.hours = Some(osm.to_owned())
}

async fn what_people_change_is_shown_dated_and_kept_by_the_next_harvest(engine: Engine) {
    let (database, app, places) = ten_places(engine).await;
    let change = wanted(
        &now(&app, &places[0]),
        &[PlaceField::Horaires],
        hours("Tu 14:00-17:00"),
    );
    let outcome = editing::change(&app, &may(), places[0].id, change.clone())
        .await
        .unwrap();
    assert_eq!(outcome, Outcome::Saved(vec![PlaceField::Horaires]));
    let again = editing::change(&app, &may(), places[0].id, change)
        .await
        .unwrap();
    assert_eq!(again, Outcome::Same, "sent twice");
    take(&app, &list(&ten()[..9])).await;
    let record = now(&app, &places[0]);
    assert_eq!(record.hours.as_deref(), Some("Tu 14:00-17:00"));
    let origin = record.provenance.origin(PlaceField::Horaires);
    assert_eq!(origin.source.as_str(), editing::SOURCE);
    assert!(!origin.confirmed_by_place, "the operator is not the place");
    assert_eq!(origin.dated, Some(app.now().date_naive()));
    for (role, node, confirmed) in [
        (Role::PlaceManager, format!("lieu-{}", places[0].slug), true),
        (Role::Mediator, "departement-35".to_owned(), true),
        (Role::Coordinator, "departement-35".to_owned(), false),
    ] {
        let actor = crate::proposals::person(1, role, &node);
        let target = portulan_app::rights::place(&app.directory(), &places[0]);
        let own = allow::<EditPlace>(&actor, target).unwrap();
        editing::confirm(&app, &own, places[0].id, &[PlaceField::Horaires])
            .await
            .unwrap();
        let record = now(&app, &places[0]);
        let origin = record.provenance.origin(PlaceField::Horaires);
        assert_eq!(origin.confirmed_by_place, confirmed, "{role}");
    }
    let store = portulan_store::Store::open(&database.url).await.unwrap();
    let object = format!("lieu-{}", places[0].slug);
    let lines = store.journal(&may(), &object, 9).await.unwrap();
    let typed = lines.iter().find(|line| line.author == Author::Operator);
    let typed = typed.unwrap();
    let Content::Told(told) = &typed.content else {
        panic!("{typed:?}")
    };
    assert!(told.after.as_deref().unwrap().contains("Tu 14:00-17:00"));
}

async fn two_people_lose_nothing(engine: Engine) {
    let (_database, app, places) = ten_places(engine).await;
    let fields = [PlaceField::Horaires, PlaceField::Services];
    let read = now(&app, &places[0]);
    let first = wanted(&read, &fields, hours("Mo 09:00-12:00"));
    let second = wanted(&read, &fields, |record| {
        record.services = [Service::Basics].into_iter().collect();
    });
    let third = wanted(&read, &fields, hours("We 09:00-12:00"));
    for change in [first, second] {
        let outcome = editing::change(&app, &may(), places[0].id, change)
            .await
            .unwrap();
        assert!(matches!(outcome, Outcome::Saved(_)));
    }
    let kept = now(&app, &places[0]);
    assert_eq!(kept.hours.as_deref(), Some("Mo 09:00-12:00"));
    assert!(kept.services.contains(Service::Basics));
    let outcome = editing::change(&app, &may(), places[0].id, third)
        .await
        .unwrap();
    let Outcome::Clash { fields, theirs } = outcome else {
        panic!("{outcome:?}")
    };
    assert_eq!(
        (fields, *theirs),
        (vec![PlaceField::Horaires], kept.clone())
    );
    assert_eq!(now(&app, &places[0]), kept);
}

async fn a_merged_place_shows_what_was_said_last(engine: Engine) {
    let (_database, app, places) = ten_places(engine).await;
    let fields = [PlaceField::Horaires, PlaceField::Services];
    // Both say something of their own before they are put together, and people wish for the values of the second.
    for (place, osm) in [
        (&places[0], "Mo 09:00-12:00"),
        (&places[1], "Tu 09:00-12:00"),
    ] {
        let change = wanted(&now(&app, place), &fields, hours(osm));
        editing::change(&app, &may(), place.id, change)
            .await
            .unwrap();
    }
    let wish = Wish {
        places: vec![places[0].id, places[1].id],
        survivor: Some(places[0].id),
        wishes: [(PlaceField::Horaires, places[1].id)].into(),
        ..Wish::default()
    };
    let merge = merging::merge(&app, &may(), wish).await.unwrap();
    assert_eq!(
        now(&app, &places[0]).hours.as_deref(),
        Some("Tu 09:00-12:00")
    );
    for (member, osm, service) in [
        (&places[0], "We 09:00-12:00", Service::Basics),
        (&places[1], "Th 09:00-12:00", Service::Safety),
    ] {
        let change = wanted(&now(&app, member), &fields, |record| {
            record.hours = Some(osm.to_owned());
            record.services = [service].into_iter().collect();
        });
        let outcome = editing::change(&app, &may(), member.id, change.clone())
            .await
            .unwrap();
        assert_eq!(outcome, Outcome::Saved(fields.to_vec()));
        let record = now(&app, member);
        assert!(
            fields.iter().all(|field| field.same(&record, &change.mine)),
            "{osm}"
        );
    }
    editing::confirm(&app, &may(), places[1].id, &fields)
        .await
        .unwrap();
    merging::undo(&app, &may(), merge, "essai").await.unwrap();
    assert_eq!(
        now(&app, &places[1]).hours.as_deref(),
        Some("Th 09:00-12:00")
    );
}

async fn a_capability_for_one_place_changes_no_other(engine: Engine) {
    let (_database, app, places) = ten_places(engine).await;
    let target = Target::from(Node::Place(places[0].slug.clone()));
    let only = allow::<EditPlace>(&Actor::Operator, target).unwrap();
    let change = |place| {
        wanted(
            &now(&app, place),
            &[PlaceField::Horaires],
            hours("Mo 09:00-12:00"),
        )
    };
    let own = editing::change(&app, &only, places[0].id, change(&places[0])).await;
    assert!(own.is_ok());
    let other = editing::change(&app, &only, places[1].id, change(&places[1])).await;
    assert!(matches!(other, Err(Error::NotFound(_))));
    let other = editing::confirm(&app, &only, places[1].id, &[PlaceField::Nom]).await;
    assert!(matches!(other, Err(Error::NotFound(_))));
}

async fn a_draft_is_kept_for_its_author_alone(engine: Engine) {
    let (_database, app, places) = ten_places(engine).await;
    let slug = &places[0].slug;
    let typed = vec![("nom".to_owned(), "Un nom".to_owned())];
    drafts::keep(&app, &may(), slug, "presentation", &typed)
        .await
        .unwrap();
    drafts::keep(&app, &may(), slug, "presentation", &typed)
        .await
        .unwrap();
    let found = drafts::find(&app, &may(), slug, "presentation")
        .await
        .unwrap();
    assert_eq!(found.unwrap().answers, typed);
    let other = allow::<EditPlace>(&Actor::Job("essai"), &Node::Installation).unwrap();
    assert_eq!(
        drafts::find(&app, &other, slug, "presentation")
            .await
            .unwrap(),
        None
    );
    assert_eq!(
        drafts::find(&app, &may(), slug, "contact").await.unwrap(),
        None
    );
    drafts::forget(&app, &may(), slug, "presentation")
        .await
        .unwrap();
    assert_eq!(
        drafts::find(&app, &may(), slug, "presentation")
            .await
            .unwrap(),
        None
    );
    let long = vec![("nom".to_owned(), "a".repeat(drafts::LONGEST))];
    assert!(
        drafts::keep(&app, &may(), slug, "presentation", &long)
            .await
            .is_err()
    );
}
