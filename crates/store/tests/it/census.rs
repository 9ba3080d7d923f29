//! Censuses read back, are copied whole, and forget contacts and what was typed on their day, and nothing else.

use chrono::TimeDelta;
use portulan_model::census::{Added, Body, Census, Presence, Town};
use portulan_model::journal::{Author, Deed};
use portulan_model::{CensusId, CommuneCode};
use portulan_store::{Engine, Store};
use portulan_testkit::builders::{entry, saturday_morning};
use portulan_testkit::{PlaceBuilder, TestDatabase};

use crate::{may, nothing_to_replay, on_both_engines};

on_both_engines! {
    a_census_reads_back_and_is_copied_whole
    a_contact_and_what_is_typed_are_forgotten_on_their_day_and_the_rest_stays
}

fn code(text: &str) -> CommuneCode {
    text.parse().unwrap()
}

fn census() -> Census {
    Census {
        id: CensusId::from_parts(1, [3; 10]),
        title: "Portrea".to_owned(),
        territory: "epci-243500139".parse().unwrap(),
        communes: vec![code("35001"), code("35051")],
        bodies: Body::ALL.to_vec(),
        target: "2027-01-31".parse().unwrap(),
        by: Author::Operator,
        created: saturday_morning(),
    }
}

fn town(text: &str) -> Town {
    let mut town = Town::new(census().id, code(text));
    town.contact = "mairie@exemple.fr".parse().ok();
    town.response.added.push(Added {
        name: "La ruche".to_owned(),
        ..Added::default()
    });
    let which = "Médiathèque".to_owned();
    town.bodies.insert(Body::Library, Presence::Here { which });
    town.asked(
        portulan_model::census::Said::Desk(Author::Operator),
        saturday_morning(),
    )
    .unwrap()
}

async fn kept(store: &Store) {
    let line = entry(Deed::Created, &PlaceBuilder::new(1).build());
    let mut write = store.begin_census(&may()).await.unwrap();
    write.put_census(&census(), &line).await.unwrap();
    let forget = saturday_morning() + TimeDelta::days(200);
    for code in ["35051", "35001"] {
        write.put_census_town(&town(code), forget).await.unwrap();
    }
    let read = write.census_town(census().id, code("35001")).await;
    assert_eq!(read.unwrap(), Some(town("35001")));
    write.commit().await.unwrap();
}

async fn is_whole(store: &Store) {
    let id = census().id;
    assert_eq!(store.censuses(&may()).await.unwrap(), [census()]);
    assert_eq!(store.census(&may(), id).await.unwrap(), Some(census()));
    let towns = store.census_towns(&may(), id).await.unwrap();
    assert_eq!(towns, [town("35001"), town("35051")]);
    let one = store.census_town(&may(), id, code("35999")).await.unwrap();
    assert_eq!(one, None);
    let states = store.census_states(&may()).await.unwrap();
    assert_eq!(states, [(id.to_string(), "demande".to_owned(), 2)]);
    let asked = store.census_asked(&may()).await.unwrap();
    assert_eq!(asked.len(), 2);
}

async fn a_census_reads_back_and_is_copied_whole(engine: Engine) {
    let database = TestDatabase::new(engine);
    let store = Store::open(&database.url).await.unwrap();
    kept(&store).await;
    is_whole(&store).await;
    let mut copy = Vec::new();
    store.dump(&may(), &mut copy).await.unwrap();
    let target = TestDatabase::new(engine);
    let mut copy = std::io::Cursor::new(&copy);
    Store::load(&target.url, &may(), &mut copy, &nothing_to_replay())
        .await
        .unwrap();
    is_whole(&Store::open(&target.url).await.unwrap()).await;
}

async fn a_contact_and_what_is_typed_are_forgotten_on_their_day_and_the_rest_stays(engine: Engine) {
    let database = TestDatabase::new(engine);
    let store = Store::open(&database.url).await.unwrap();
    kept(&store).await;
    for (days, expected) in [(199, true), (200, false), (201, false)] {
        let mut write = store.open_people().await.unwrap();
        let now = saturday_morning() + TimeDelta::days(days);
        write.forget_past(now).await.unwrap();
        write.commit().await.unwrap();
        let read = store.census_town(&may(), census().id, code("35001")).await;
        let read = read.unwrap().unwrap();
        assert_eq!(read.contact.is_some(), expected, "{days} days");
        assert_eq!(read.response.is_empty(), !expected, "{days} days");
        let known = town("35001");
        assert_eq!((read.state, read.bodies), (known.state, known.bodies));
    }
    assert_eq!(store.census_asked(&may()).await.unwrap(), []);
}
