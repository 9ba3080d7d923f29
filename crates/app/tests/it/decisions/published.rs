//! What everybody reads of meetings and decisions, as the API and open data give it.

use portulan_app::decisions::{self, Wish};
use portulan_app::exchange::public;
use portulan_app::minutes::{self, Approval};
use portulan_model::governance::Dissent;
use portulan_testkit::Engine;

use super::world::{World, held, slug, wish};
use crate::on_both_engines;

on_both_engines! {
    nothing_that_is_private_leaves_before_its_day
}

async fn nothing_that_is_private_leaves_before_its_day(engine: Engine) {
    let world = World::new(engine).await;
    let (app, may) = (&world.app, world.holds("esc"));
    let words = "Trop cher pour nous.".to_owned().try_into().ok();
    for (title, day) in [
        ("Secrète", None),
        ("Demain", Some("2026-11-29")),
        ("Publique", Some("2026-11-28")),
    ] {
        let owed = Wish {
            follow_up: Some((slug("ailleurs"), None)),
            ..wish(title)
        };
        let taken = decisions::take(app, &may, held("esc"), owed).await.unwrap();
        let known = world.decision(taken).await;
        for (who, public) in [("ccas", true), ("caf", false)] {
            let said = Dissent {
                organisation: slug(who),
                words: if public { None } else { words.clone() },
                public,
            };
            decisions::dissent(app, &may, &known, said).await.unwrap();
        }
        let day = day.map(|day| day.parse().unwrap());
        decisions::publish(app, &may, taken, day).await.unwrap();
    }
    minutes::save(app, &may, held("esc"), (0, "Dit entre nous."))
        .await
        .unwrap();
    let leaves = |day: &str| {
        let territory = "commune-35238".parse().unwrap();
        let document = public(&app.directory(), &territory, day.parse().unwrap());
        document.unwrap().unwrap().to_json()
    };
    let told = leaves("2026-11-28");
    for (text, leaves) in [
        ("Publique", true),
        ("Comité de novembre", true),
        ("Budget", true),
        ("Secrète", false),
        ("Demain", false),
        ("Trop cher", false),
        ("\"follow_up\"", false),
        ("note-interne", false),
        ("Dit entre nous", false),
    ] {
        assert_eq!(told.contains(text), leaves, "{text}: {told}");
    }
    assert!(
        leaves("2026-11-29").contains("Demain"),
        "once its day has come"
    );
    let approval = Approval {
        on: "2026-11-28".parse().unwrap(),
        decision: None,
        upon: 1,
    };
    minutes::approve(app, &may, held("esc"), approval)
        .await
        .unwrap();
    let told = leaves("2026-11-28");
    assert!(
        told.contains("Dit entre nous"),
        "approved, and public: {told}"
    );
    // Whoever wrote it has the id of a person of these tests: nothing of it leaves.
    assert!(!told.contains("person"), "{told}");
}
