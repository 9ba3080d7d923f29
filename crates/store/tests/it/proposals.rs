//! Proposals read back, links open until their instant, and roles held are those of now.

use chrono::{DateTime, TimeDelta};
use portulan_model::proposals::{About, Proposal, State, Tie, Wanted};
use portulan_model::{PersonId, ProposalId};
use portulan_store::{DatabaseUrl, Engine, Store};
use portulan_testkit::builders::{entry, saturday_morning};
use portulan_testkit::{PlaceBuilder, TestDatabase};
use sqlx::{Connection, Executor, PgConnection, SqliteConnection};

use crate::{may, nothing_to_replay, on_both_engines};

on_both_engines! {
    a_proposal_reads_back_and_its_link_opens_it_in_time
    roles_that_have_ended_are_held_by_nobody
}

fn proposal() -> Proposal {
    Proposal {
        id: ProposalId::from_parts(1, [1; 10]),
        about: About::NewPlace { tie: Tie::Team },
        name: "Maison".to_owned(),
        commune: "35238".parse().ok(),
        wanted: Wanted::default(),
        words: None,
        lang: "fr".to_owned(),
        contact: None,
        by: Some(PersonId::from_parts(1, [2; 10])),
        of_census: None,
        created: saturday_morning(),
        state: State::Waiting,
        exchanges: Vec::new(),
        steps: Vec::new(),
        assigned: None,
        comments: Vec::new(),
        checks: Vec::new(),
    }
}

async fn a_proposal_reads_back_and_its_link_opens_it_in_time(engine: Engine) {
    let database = TestDatabase::new(engine);
    let store = Store::open(&database.url).await.unwrap();
    let line = entry(
        portulan_model::journal::Deed::Created,
        &PlaceBuilder::new(1).build(),
    );
    let now = saturday_morning();
    let later = now + TimeDelta::hours(1);
    let kept = proposal();
    let mut write = store.begin_proposal(&may()).await.unwrap();
    write.put_proposal(&kept, &line).await.unwrap();
    for (link, opens) in [([1; 32], true), ([2; 32], false)] {
        write
            .put_proposal_link(&link, kept.id, opens, later)
            .await
            .unwrap();
    }
    assert_eq!(
        write
            .count_proposals(None, now - TimeDelta::hours(1))
            .await
            .unwrap(),
        1
    );
    assert_eq!(write.count_proposals(None, now).await.unwrap(), 0);
    write.commit().await.unwrap();
    assert_eq!(
        store.proposal(&may(), kept.id).await.unwrap(),
        Some(kept.clone())
    );
    let all = store.proposals(&may(), DateTime::UNIX_EPOCH).await.unwrap();
    assert_eq!(all, std::slice::from_ref(&kept));
    for (link, at, expected) in [
        ([1; 32], now, Some(true)),
        ([2; 32], now, Some(false)),
        ([1; 32], later, None),
        ([3; 32], now, None),
    ] {
        let found = store.proposal_of_link(&may(), &link, at).await.unwrap();
        assert_eq!(found.map(|(_, opens)| opens), expected, "{link:?}");
    }
    // A copy keeps the private addresses open.
    let mut copy = Vec::new();
    store.dump(&may(), &mut copy).await.unwrap();
    let target = TestDatabase::new(engine);
    let mut copy = std::io::Cursor::new(&copy);
    Store::load(&target.url, &may(), &mut copy, &nothing_to_replay())
        .await
        .unwrap();
    let restored = Store::open(&target.url).await.unwrap();
    let found = restored.proposal_of_link(&may(), &[1; 32], now).await;
    assert_eq!(found.unwrap(), Some((kept.clone(), true)));
    let mut write = restored.open_people().await.unwrap();
    write.forget_past(later).await.unwrap();
    write.commit().await.unwrap();
    let found = restored.proposal_of_link(&may(), &[1; 32], now).await;
    assert_eq!(found.unwrap(), None, "forgotten with all that has passed");
    let mut write = store.begin_proposal(&may()).await.unwrap();
    write.forget_proposal(kept.id, &line).await.unwrap();
    write.commit().await.unwrap();
    assert_eq!(store.proposal(&may(), kept.id).await.unwrap(), None);
    assert_eq!(
        store.proposal_of_link(&may(), &[1; 32], now).await.unwrap(),
        None
    );
}

async fn roles_that_have_ended_are_held_by_nobody(engine: Engine) {
    let database = TestDatabase::new(engine);
    let store = Store::open(&database.url).await.unwrap();
    let now = saturday_morning();
    let rows = [("1", "null"), ("2", "1"), ("3", "99999999999999")].map(|(id, until)| {
        format!(
            "insert into role_grant (id, person, role, node, until, given_by, created) \
             values ('{id}', 'p', 'instructor', 'commune-3500{id}', {until}, 'operator', 0);"
        )
    });
    let script = sqlx::AssertSqlSafe(rows.concat());
    match &database.url {
        DatabaseUrl::Sqlite(_) => {
            let mut connection = SqliteConnection::connect(&database.address())
                .await
                .unwrap();
            connection.execute(script).await.unwrap();
        }
        DatabaseUrl::Postgres(_) => {
            let mut connection = PgConnection::connect(&database.address()).await.unwrap();
            connection.execute(script).await.unwrap();
        }
    }
    let held = store.roles_held(&may(), now).await.unwrap();
    let of = |node: &str| ("instructor".to_owned(), node.to_owned());
    assert_eq!(held, [of("commune-35001"), of("commune-35003")]);
}
