//! Copies of a whole installation, while it serves, to either engine.

use portulan_app::doctor::Health;
use portulan_app::{DatabaseUrl, Error, copy, demonstration, doctor, operator};
use portulan_policy::Actor;
use portulan_testkit::{Engine, TestDatabase};

use crate::{may, nothing_to_replay, on_both_engines, open};

on_both_engines! {
    a_backup_restores_to_the_same_directory
    an_installation_moves_to_the_other_engine_with_its_checksums
    a_doctor_finds_a_healthy_installation
    the_operators_link_opens_one_session
}

async fn a_backup_restores_to_the_same_directory(engine: Engine) {
    let database = TestDatabase::new(engine);
    let app = open(&database).await;
    demonstration::load(&app, &may()).await.unwrap();
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("copie.ndjson");
    let written = copy::backup(&app, &may(), &file).await.unwrap().tables;
    assert!(
        matches!(
            copy::backup(&app, &may(), &file).await,
            Err(Error::Conflict(_))
        ),
        "never over a file"
    );
    let target = TestDatabase::new(engine);
    assert_eq!(
        copy::restore(&target.url, &may(), &file, &nothing_to_replay())
            .await
            .unwrap(),
        written
    );
    let restored = open(&target).await;
    assert_eq!(
        restored.directory().snapshot.places(),
        app.directory().snapshot.places()
    );
    assert_eq!(restored.directory().revision, app.directory().revision);
    let again = copy::restore(&target.url, &may(), &file, &nothing_to_replay()).await;
    assert!(again.unwrap_err().is_refusal(), "never over data");
}

async fn an_installation_moves_to_the_other_engine_with_its_checksums(engine: Engine) {
    let other = match engine {
        Engine::Sqlite => Engine::Postgres,
        Engine::Postgres => Engine::Sqlite,
    };
    let (from, to) = (TestDatabase::new(engine), TestDatabase::new(other));
    let app = open(&from).await;
    demonstration::load(&app, &may()).await.unwrap();
    let tables = copy::migrate(&from.url, &to.url, &may(), &may(), app.now())
        .await
        .unwrap();
    assert!(tables.iter().all(|table| table.sha256.len() == 64));
    assert_eq!(
        open(&to).await.directory().snapshot.places(),
        app.directory().snapshot.places()
    );
}

async fn a_doctor_finds_a_healthy_installation(engine: Engine) {
    let database = TestDatabase::new(engine);
    let app = open(&database).await;
    let empty = doctor::examine(&app, &may()).await.unwrap();
    assert!(
        empty
            .iter()
            .any(|finding| finding.check == "places" && finding.health == Health::Doubtful)
    );
    demonstration::load(&app, &may()).await.unwrap();
    let findings = doctor::examine(&app, &may()).await.unwrap();
    assert!(
        findings
            .iter()
            .all(|finding| finding.health != Health::Wrong),
        "{findings:?}"
    );
}

async fn the_operators_link_opens_one_session(engine: Engine) {
    let database = TestDatabase::new(engine);
    let app = open(&database).await;
    let link = operator::one_time_link(&app, &may()).await.unwrap();
    assert_eq!(operator::actor(&app, None).await.unwrap(), Actor::Visitor);
    assert_eq!(
        operator::actor(&app, Some(&link)).await.unwrap(),
        Actor::Visitor
    );
    let session = operator::redeem(&app, &link).await.unwrap().unwrap();
    assert_eq!(
        operator::actor(&app, Some(&session)).await.unwrap(),
        Actor::Operator
    );
    assert!(operator::redeem(&app, &link).await.unwrap().is_none());
    operator::end(&app, &session).await.unwrap();
    assert_eq!(
        operator::actor(&app, Some(&session)).await.unwrap(),
        Actor::Visitor
    );
    assert!(operator::Secret::read("../../etc").is_none());
}

#[test]
fn a_database_in_a_folder_is_a_file() {
    assert!(matches!(
        DatabaseUrl::in_dir(std::path::Path::new("x")),
        DatabaseUrl::Sqlite(_)
    ));
}
