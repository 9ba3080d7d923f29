//! Minutes: several hands, one text, approved once.

use portulan_app::minutes::{self, Approval, MinutesError};
use portulan_app::{Error, journal};
use portulan_model::governance::{MeetingState, Minutes};
use portulan_policy::Node;
use portulan_testkit::Engine;

use super::world::{World, held, number, planned, reads, slug};
use crate::{may, on_both_engines};

on_both_engines! {
    two_hands_on_one_text_lose_nothing
    minutes_are_approved_once_by_what_was_read_and_change_no_more
    minutes_are_written_at_meetings_that_were_held_by_their_own_body
}

async fn two_hands_on_one_text_lose_nothing(engine: Engine) {
    let world = World::new(engine).await;
    let (app, may) = (&world.app, world.holds("esc"));
    let revision = world.store.revision().await.unwrap();
    let save = |upon, text| minutes::save(app, &may, held("esc"), (upon, text));
    let first = save(0, "# Présents\r\n\r\n- le CCAS\r\n").await.unwrap();
    assert_eq!(first.text(), "# Présents\n\n- le CCAS\n");
    assert_eq!(first.saved(), 1);
    assert_eq!(save(0, first.text()).await.unwrap(), first, "sent twice");
    let second = save(1, "- le CCAS\n- la CAF").await.unwrap();
    let late = save(1, "- personne").await.unwrap_err();
    let MinutesError::Meanwhile(late) = late else {
        panic!("{late}");
    };
    assert_eq!(late.standing, second);
    let (by, at) = late.standing.last().unwrap();
    assert_eq!(*at, app.now());
    assert!(matches!(by, portulan_model::journal::Author::Person(_)));
    assert_eq!(world.minutes().await, second, "nothing was written over");
    let typed = late.standing.saved();
    let both = save(typed, "- le CCAS\n- la CAF\n- personne d’autre")
        .await
        .unwrap();
    assert_eq!(world.minutes().await, both);
    let long = "a".repeat(Minutes::LONGEST + 1);
    let long = save(both.saved(), &long).await.unwrap_err();
    assert!(matches!(long, MinutesError::Long(_)), "{long}");
    let after = world.store.revision().await.unwrap();
    assert_eq!(after, revision, "nobody reads everything again for it");
}

async fn minutes_are_approved_once_by_what_was_read_and_change_no_more(engine: Engine) {
    let world = World::new(engine).await;
    let (app, may) = (&world.app, world.holds("esc"));
    let approve = |on: &str, decision: Option<&str>, upon| {
        let approval = Approval {
            on: on.parse().unwrap(),
            decision: decision.map(number),
            upon,
        };
        minutes::approve(app, &may, held("esc"), approval)
    };
    let empty = approve("2026-11-28", None, 0).await.unwrap_err();
    assert!(matches!(empty, MinutesError::Empty), "{empty}");
    for (upon, text) in [(0, "Trois points."), (1, "Quatre points.")] {
        minutes::save(app, &may, held("esc"), (upon, text))
            .await
            .unwrap();
    }
    world.take("Approuver le compte-rendu").await;
    let unread = approve("2026-11-28", None, 1).await.unwrap_err();
    assert!(matches!(unread, MinutesError::Meanwhile(_)), "{unread}");
    for day in ["2026-11-19", "2026-11-29"] {
        let wrong = approve(day, None, 2).await.unwrap_err();
        assert!(matches!(wrong, MinutesError::Day), "{day}: {wrong}");
    }
    let unknown = approve("2026-11-28", Some("2026-9"), 2).await.unwrap_err();
    assert!(matches!(unknown, MinutesError::NoDecision(_)), "{unknown}");
    for told in ["once", "twice"] {
        let did = approve("2026-11-28", Some("2026-1"), 2).await;
        assert!(did.is_ok(), "{told}: {did:?}");
    }
    let otherwise = approve("2026-11-27", None, 2).await.unwrap_err();
    assert!(matches!(otherwise, MinutesError::NotNow("approuvee")));
    let late = minutes::save(app, &may, held("esc"), (2, "Cinq points.")).await;
    assert!(matches!(late, Err(MinutesError::NotNow("approuvee"))));
    let esc = Node::Body(slug("esc")).to_string();
    let lines = journal::of_object(app, &crate::may(), &esc, None)
        .await
        .unwrap();
    let approved = lines
        .lines
        .iter()
        .filter(|one| one.reason().starts_with("minutes approved"));
    assert_eq!(approved.count(), 1);
    let directory = app.directory();
    let esc = slug("esc");
    let mut public = directory.levels.meetings(&esc);
    let public = public.find(|one| one.id == held("esc")).unwrap();
    let MeetingState::Approved { minutes, .. } = &public.state else {
        panic!("{public:?}");
    };
    assert_eq!(minutes.text(), "Quatre points.");
    assert_eq!(minutes.last(), None, "everybody reads what, and not who");
}

async fn minutes_are_written_at_meetings_that_were_held_by_their_own_body(engine: Engine) {
    let world = World::new(engine).await;
    let app = &world.app;
    let early = minutes::save(app, &world.holds("esc"), planned(), (0, "Déjà.")).await;
    assert!(matches!(early, Err(MinutesError::NotNow("prevue"))));
    let other = world.holds("autre");
    let stranger = minutes::save(app, &other, held("esc"), (0, "Ailleurs.")).await;
    assert!(matches!(
        stranger,
        Err(MinutesError::Other(Error::NotFound(_)))
    ));
    let approval = Approval {
        on: "2026-11-28".parse().unwrap(),
        decision: None,
        upon: 0,
    };
    let stranger = minutes::approve(app, &other, held("esc"), approval).await;
    assert!(matches!(
        stranger,
        Err(MinutesError::Other(Error::NotFound(_)))
    ));
    let read = minutes::meeting(app, &reads("autre"), held("esc")).await;
    assert!(matches!(read, Err(Error::NotFound(_))));
    // A right on everything names no body.
    let everywhere = minutes::save(app, &may(), held("esc"), (0, "Partout.")).await;
    assert!(matches!(
        everywhere,
        Err(MinutesError::Other(Error::NotFound(_)))
    ));
    assert!(world.minutes().await.is_empty());
    let held_ones = minutes::held(app, &reads("esc")).await.unwrap();
    let ids: Vec<_> = held_ones.iter().map(|one| one.id).collect();
    assert_eq!(ids, [held("esc")]);
}
