//! Decisions: one number each, changed until everybody reads them, done or late.

use portulan_app::decisions::{self, DecisionError, Refused, Wish};
use portulan_app::settled::Settled;
use portulan_app::{Error, journal};
use portulan_model::governance::Dissent;
use portulan_policy::Node;
use portulan_testkit::Engine;

use super::world::{World, held, number, planned, reads, slug, wish};
use crate::on_both_engines;

on_both_engines! {
    two_decisions_at_once_have_two_numbers_and_a_form_sent_twice_makes_one
    a_decision_is_taken_by_a_meeting_that_was_held_and_binds_its_members
    a_decision_changes_over_nobody_and_until_everybody_reads_it
    what_is_to_be_done_is_done_on_a_day_that_can_be
    the_number_of_a_decision_of_another_body_opens_nothing
}

async fn two_decisions_at_once_have_two_numbers_and_a_form_sent_twice_makes_one(engine: Engine) {
    let world = World::new(engine).await;
    let titles = [
        "Ouvrir le samedi",
        "Acheter dix imprimantes",
        "Former",
        "Écrire",
    ];
    let [a, b, c, d] = titles.map(|title| world.take(title));
    let mut given: Vec<String> = <[_; 4]>::from(tokio::join!(a, b, c, d))
        .map(|one| one.to_string())
        .into();
    given.sort();
    assert_eq!(given, ["2026-1", "2026-2", "2026-3", "2026-4"]);
    let again = world.take(titles[2]).await;
    assert!(given.contains(&again.to_string()), "{again}");
    let all = decisions::of_body(&world.app, &reads("esc")).await.unwrap();
    assert_eq!(all.len(), titles.len());
    let may = world.holds("autre");
    let other = decisions::take(&world.app, &may, held("autre"), wish("Ici"));
    assert_eq!(
        other.await.unwrap(),
        number("2026-1"),
        "each body counts its own"
    );
    let node = Node::Body(slug("esc")).to_string();
    let lines = journal::of_object(&world.app, &crate::may(), &node, None)
        .await
        .unwrap();
    let created = lines
        .lines
        .iter()
        .filter(|one| one.told().is_some_and(|told| told.after.is_some()));
    assert_eq!(created.count(), titles.len());
}

async fn a_decision_is_taken_by_a_meeting_that_was_held_and_binds_its_members(engine: Engine) {
    let world = World::new(engine).await;
    let (app, may) = (&world.app, world.holds("esc"));
    let early = decisions::take(app, &may, planned(), wish("Déjà")).await;
    let refused = |told: Result<_, DecisionError>| match told {
        Err(DecisionError::Refused(refused)) => refused,
        other => panic!("{other:?}"),
    };
    assert_eq!(refused(early), Refused::NotHeld);
    let stranger = Wish {
        binds: vec![slug("ailleurs")],
        ..wish("Lier")
    };
    let stranger = decisions::take(app, &may, held("esc"), stranger).await;
    assert_eq!(refused(stranger), Refused::NotAMember(slug("ailleurs")));
    let unknown = Wish {
        follow_up: Some((slug("inconnue"), None)),
        ..wish("Confier")
    };
    let unknown = decisions::take(app, &may, held("esc"), unknown).await;
    assert_eq!(refused(unknown), Refused::NoOrganisation(slug("inconnue")));
    let whole = Wish {
        title: "Acheter".to_owned(),
        text: "Dix imprimantes.".to_owned().try_into().ok(),
        binds: vec![slug("caf")],
        follow_up: Some((slug("ailleurs"), "2026-12-31".parse().ok())),
    };
    let taken = decisions::take(app, &may, held("esc"), whole)
        .await
        .unwrap();
    let kept = world.decision(taken).await;
    assert_eq!(
        kept.on,
        "2026-11-20".parse().unwrap(),
        "the day of the meeting"
    );
    assert_eq!(kept.binds, [slug("caf")]);
    assert_eq!(kept.follow_up.unwrap().owner, slug("ailleurs"));
    assert_eq!(kept.published, None);
}

async fn a_decision_changes_over_nobody_and_until_everybody_reads_it(engine: Engine) {
    let world = World::new(engine).await;
    let (app, may) = (&world.app, world.holds("esc"));
    let taken = world.take("Ouvrir").await;
    let read = world.decision(taken).await;
    let change = |title: &str| decisions::change(app, &may, &read, wish(title));
    assert!(matches!(
        change("Ouvrir le samedi").await.unwrap(),
        Settled::Saved(_)
    ));
    assert!(matches!(
        change("Ouvrir le samedi").await.unwrap(),
        Settled::Same
    ));
    let Settled::Moved(there) = change("Fermer").await.unwrap() else {
        panic!("it was written over");
    };
    assert_eq!(there.title, "Ouvrir le samedi");
    let said = |public| Dissent {
        organisation: slug("caf"),
        words: "Trop cher.".to_owned().try_into().ok(),
        public,
    };
    let stranger = Dissent {
        organisation: slug("ailleurs"),
        ..said(true)
    };
    let stranger = decisions::dissent(app, &may, &there, stranger)
        .await
        .unwrap();
    assert_eq!(
        stranger,
        Settled::Refused(Refused::NotAMember(slug("ailleurs")))
    );
    for public in [false, true] {
        let told = decisions::dissent(app, &may, &there, said(public))
            .await
            .unwrap();
        assert!(matches!(told, Settled::Saved(_)), "{told:?}");
    }
    assert_eq!(
        world.decision(taken).await.dissent,
        [said(true)],
        "the last word counts"
    );
    let early = decisions::publish(app, &may, taken, "2026-11-19".parse().ok()).await;
    assert_eq!(early.unwrap(), Settled::Refused(Refused::Day));
    decisions::publish(app, &may, taken, "2026-11-28".parse().ok())
        .await
        .unwrap();
    let late = decisions::change(app, &may, &world.decision(taken).await, wish("Fermer")).await;
    assert_eq!(late.unwrap(), Settled::Refused(Refused::Public));
    let late = decisions::agree(app, &may, taken, &slug("caf"))
        .await
        .unwrap();
    assert_eq!(late, Settled::Refused(Refused::Public));
    decisions::unname(app, &may, taken, &slug("caf"))
        .await
        .unwrap();
    assert_eq!(
        world.decision(taken).await.dissent,
        [said(false)],
        "named no more"
    );
    decisions::publish(app, &may, taken, None).await.unwrap();
    let agreed = decisions::agree(app, &may, taken, &slug("caf"))
        .await
        .unwrap();
    assert!(matches!(agreed, Settled::Saved(_)), "{agreed:?}");
    assert!(world.decision(taken).await.dissent.is_empty());
}

async fn what_is_to_be_done_is_done_on_a_day_that_can_be(engine: Engine) {
    let world = World::new(engine).await;
    let (app, may) = (&world.app, world.holds("esc"));
    let nothing = world.take("Constater").await;
    let done = |which, day: Option<&str>| {
        let day = day.map(|day| day.parse().unwrap());
        decisions::done(app, &may, which, day)
    };
    let told = done(nothing, Some("2026-11-28")).await.unwrap();
    assert_eq!(told, Settled::Refused(Refused::NothingToDo));
    let owed = Wish {
        follow_up: Some((slug("caf"), "2026-11-25".parse().ok())),
        ..wish("Acheter")
    };
    let owed = decisions::take(app, &may, held("esc"), owed).await.unwrap();
    let today = app.now().date_naive();
    let late = || async { world.decision(owed).await.follow_up.unwrap().is_late(today) };
    assert!(late().await);
    for day in ["2026-11-19", "2026-11-29"] {
        let told = done(owed, Some(day)).await.unwrap();
        assert_eq!(told, Settled::Refused(Refused::Day), "{day}");
    }
    done(owed, Some("2026-11-27")).await.unwrap();
    assert!(!late().await);
    // What is written again leaves what was done.
    let read = world.decision(owed).await;
    let again = Wish {
        follow_up: Some((slug("ccas"), None)),
        ..wish("Acheter dix imprimantes")
    };
    decisions::change(app, &may, &read, again).await.unwrap();
    let kept = world.decision(owed).await.follow_up.unwrap();
    assert_eq!(kept.done, "2026-11-27".parse().ok());
    done(owed, None).await.unwrap();
    assert_eq!(world.decision(owed).await.follow_up.unwrap().done, None);
}

async fn the_number_of_a_decision_of_another_body_opens_nothing(engine: Engine) {
    let world = World::new(engine).await;
    let (app, other) = (&world.app, world.holds("autre"));
    let taken = world.take("Ouvrir").await;
    let known = world.decision(taken).await;
    let missing = |told: Result<_, Error>| matches!(told, Err(Error::NotFound(_)));
    let (caf, day) = (slug("caf"), "2026-11-28".parse().ok());
    assert!(missing(
        decisions::change(app, &other, &known, wish("Fermer")).await
    ));
    assert!(missing(decisions::publish(app, &other, taken, day).await));
    assert!(missing(decisions::done(app, &other, taken, day).await));
    assert!(missing(decisions::agree(app, &other, taken, &caf).await));
    assert!(missing(decisions::unname(app, &other, taken, &caf).await));
    let read = decisions::read(app, &reads("autre"), taken).await;
    assert!(matches!(read, Err(Error::NotFound(_))));
    let stolen = decisions::take(app, &other, held("esc"), wish("Voler")).await;
    assert!(matches!(
        stolen,
        Err(DecisionError::Other(Error::NotFound(_)))
    ));
    assert_eq!(world.decision(taken).await, known);
}
