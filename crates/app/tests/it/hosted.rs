//! Calls that are held here: who may apply is told first; one page begins one application; the closing is to the second, and
//! what comes later is kept as late; two hands never overwrite each other; a receipt is that of one stored submission.

mod examined;
mod news;
mod storm;
mod world;

use chrono::TimeDelta;
use portulan_app::Error;
use portulan_app::bodies::Upload;
use portulan_app::means::applications::{self, ApplyError};
use portulan_app::means::calls::{self, Barrier, MeansError};
use portulan_app::means::forms::{Asked, Build};
use portulan_model::means::applications::{Application, ApplicationError, Party, Stage};
use portulan_model::means::forms::{Answer, FieldKind};
use portulan_model::proposals::Prose;
use portulan_policy::actions::{ManageCalls, ReadApplications};
use portulan_testkit::Engine;

use crate::on_both_engines;
use world::{World, applies, id, slug, typed};

on_both_engines! {
    a_call_is_published_once_its_form_is_open
    one_page_begins_one_application_and_who_may_not_is_told_why
    the_closing_is_to_the_second_and_what_comes_later_is_kept_as_late
    what_was_begun_may_be_finished_until_the_second_instant
    two_hands_never_overwrite_each_other_and_a_reader_writes_nothing
    a_form_that_is_sent_twice_submits_once_and_its_sum_is_that_of_what_is_stored
    fields_that_are_returned_change_and_no_others
    an_application_keeps_the_questions_that_it_began_with_and_the_next_is_prefilled
    the_body_reads_what_was_submitted_and_never_a_draft
    a_file_answers_its_field_and_is_read_by_those_who_take_part
}

/// Answers that are enough.
const ENOUGH: &[(u32, &str)] = &[(1, "Asso"), (2, "Un atelier")];

async fn a_call_is_published_once_its_form_is_open(engine: Engine) {
    let world = World::new(engine).await;
    let may = world.may::<ManageCalls>();
    let early = calls::publish(&world.app, &may, &world.call).await;
    assert!(matches!(early, Err(MeansError::NoForm)), "{early:?}");
    let world = world.open().await;
    let question = Prose::read("Peut-on louer ?").unwrap().unwrap();
    let answer = Prose::read("Oui.").unwrap().unwrap();
    for _ in 0..2 {
        let both = (question.clone(), answer.clone());
        calls::answer(&world.app, &may, &world.call, both)
            .await
            .unwrap();
    }
    let directory = world.app.directory();
    let known = calls::known(&directory, &world.call).unwrap();
    assert_eq!(known.call.answered.len(), 1);
}

async fn one_page_begins_one_application_and_who_may_not_is_told_why(engine: Engine) {
    let world = World::published(engine).await;
    let first = world.begin("asso", "page-1").await.unwrap();
    assert_eq!(world.begin("asso", "page-1").await.unwrap(), first);
    assert_ne!(world.begin("asso", "page-2").await.unwrap(), first);
    let stolen = world.begin("ville", "page-1").await;
    assert!(matches!(stolen, Err(ApplyError::Other(Error::NotFound(_)))));
    let barred = world.begin("banque", "page-3").await;
    let Err(ApplyError::Barred(barriers)) = barred else {
        panic!("{barred:?}");
    };
    assert_eq!(barriers, [Barrier::Kind]);
    let begun = world.read("asso", first).await;
    let Some(Answer::Text(name)) = begun.answers.get(id(1)) else {
        panic!("{begun:?}");
    };
    assert_eq!(name.as_str(), "ASSO", "what is known is filled in");
}

async fn the_closing_is_to_the_second_and_what_comes_later_is_kept_as_late(engine: Engine) {
    let world = World::published(engine).await;
    let in_time = world.begin("asso", "a").await.unwrap();
    let late = world.begin("ville", "b").await.unwrap();
    world.at(world.closing + TimeDelta::milliseconds(999));
    let receipt = world.submit("asso", in_time, ENOUGH).await.unwrap();
    assert!(!receipt.late);
    world.at(world.closing + TimeDelta::seconds(1));
    let version = world.read("ville", late).await.version;
    let saved = world.save("ville", late, (version, ENOUGH)).await;
    assert!(matches!(
        saved,
        Err(ApplyError::Application(ApplicationError::Closed))
    ));
    let receipt = world.submit("ville", late, ENOUGH).await.unwrap();
    assert!(receipt.late);
    assert_eq!(receipt.at, world.closing + TimeDelta::seconds(1));
    let begun = world.begin("asso", "c").await;
    assert!(matches!(
        begun,
        Err(ApplyError::Application(ApplicationError::Closed))
    ));
    let kept: Vec<bool> = world
        .received()
        .await
        .iter()
        .map(Application::is_late)
        .collect();
    assert_eq!(kept, [false, true]);
}

async fn what_was_begun_may_be_finished_until_the_second_instant(engine: Engine) {
    let world = World::with(engine, Some(TimeDelta::hours(2)))
        .await
        .open()
        .await;
    let begun = world.begin("asso", "a").await.unwrap();
    world.at(world.closing + TimeDelta::seconds(1));
    let other = world.begin("ville", "b").await;
    assert!(matches!(
        other,
        Err(ApplyError::Application(ApplicationError::Closed))
    ));
    let version = world.read("asso", begun).await.version;
    world.save("asso", begun, (version, ENOUGH)).await.unwrap();
    world.at(world.closing + TimeDelta::hours(2));
    let receipt = world.submit("asso", begun, ENOUGH).await.unwrap();
    assert!(!receipt.late);
}

async fn two_hands_never_overwrite_each_other_and_a_reader_writes_nothing(engine: Engine) {
    let world = World::published(engine).await;
    let of = world.begin("asso", "a").await.unwrap();
    let stranger = applications::read(&world.app, &applies("ville"), of).await;
    assert!(matches!(stranger, Err(Error::NotFound(_))));
    for reads in [false, true] {
        let invited = (slug(if reads { "banque" } else { "ville" }), reads);
        applications::invite(&world.app, &applies("asso"), of, invited)
            .await
            .unwrap();
    }
    let read = applications::read(&world.app, &applies("banque"), of)
        .await
        .unwrap();
    assert_eq!(read.party, Party::Reader);
    let version = read.application.version;
    let reader = world.save("banque", of, (version, ENOUGH)).await;
    assert!(matches!(reader, Err(ApplyError::Reads)));
    let after = world.save("ville", of, (version, ENOUGH)).await.unwrap();
    let slow = world.save("asso", of, (version, &[(1, "Autre")])).await;
    let Err(ApplyError::Application(ApplicationError::Meanwhile(stands))) = slow else {
        panic!("{slow:?}");
    };
    assert_eq!(stands, after);
    let partner = world.submit("ville", of, ENOUGH).await;
    assert!(matches!(partner, Err(ApplyError::NotLead)));
    let own = applications::own(&world.app, &applies("ville"))
        .await
        .unwrap();
    assert_eq!(own.len(), 1);
    applications::leave(&world.app, &applies("asso"), of, &slug("ville"))
        .await
        .unwrap();
    let gone = applications::own(&world.app, &applies("ville"))
        .await
        .unwrap();
    assert!(gone.is_empty());
    let both = [("asso", "Un"), ("asso", "Deux")].map(|(name, text)| {
        let pairs = [(1, text)];
        let upon = after + 1;
        let world = &world;
        async move { world.save(name, of, (upon, &pairs)).await }
    });
    let [one, two] = both;
    let (one, two) = tokio::join!(one, two);
    assert_eq!(
        usize::from(one.is_ok()) + usize::from(two.is_ok()),
        1,
        "{one:?} {two:?}"
    );
}

async fn a_form_that_is_sent_twice_submits_once_and_its_sum_is_that_of_what_is_stored(
    engine: Engine,
) {
    let world = World::published(engine).await;
    let of = world.begin("asso", "a").await.unwrap();
    let lacking = world.submit("asso", of, &[(1, "Asso"), (3, "oui")]).await;
    let Err(ApplyError::Application(ApplicationError::Missing(missing))) = lacking else {
        panic!("{lacking:?}");
    };
    assert_eq!(missing, [id(2), id(4)]);
    let wrong = world
        .submit("asso", of, &[(2, "Un"), (3, "oui"), (4, "beaucoup")])
        .await;
    let Err(ApplyError::Wrong(reading)) = wrong else {
        panic!("{wrong:?}");
    };
    assert_eq!(reading.wrong.len(), 1);
    let first = world.submit("asso", of, ENOUGH).await.unwrap();
    let again = world.submit("asso", of, ENOUGH).await.unwrap();
    assert_eq!(first, again);
    let other = world.submit("asso", of, &[(1, "Asso"), (2, "Autre")]).await;
    assert!(matches!(
        other,
        Err(ApplyError::Application(ApplicationError::NotNow(_)))
    ));
    let store = portulan_store::Store::open(&world.database.url)
        .await
        .unwrap();
    let stored = store.receipts_of(of).await.unwrap();
    assert_eq!(stored.len(), 1);
    let (sum, text) = &stored[0];
    assert_eq!(*sum, first.fingerprint.to_string());
    assert_eq!(
        portulan_store::ContentDigest::of(text.as_bytes()).to_string(),
        *sum
    );
    assert_eq!(*text, world.read("asso", of).await.canonical());
    for _ in 0..2 {
        applications::withdraw(&world.app, &applies("asso"), of)
            .await
            .unwrap();
    }
    let gone = world.read("asso", of).await;
    assert_eq!((gone.stage(), gone.receipts.len()), (Stage::Withdrawn, 1));
}

async fn fields_that_are_returned_change_and_no_others(engine: Engine) {
    let world = World::published(engine).await;
    let of = world.begin("asso", "a").await.unwrap();
    world.submit("asso", of, ENOUGH).await.unwrap();
    world.at(world.closing + TimeDelta::days(1));
    let why = Prose::read("Précisez le projet.").unwrap().unwrap();
    let manage = world.may::<ManageCalls>();
    let back = ([id(2)].into(), why);
    applications::give_back(&world.app, &manage, (&world.call, of), back)
        .await
        .unwrap();
    let receipt = world
        .submit("asso", of, &[(1, "Autre nom"), (2, "Un atelier par mois")])
        .await;
    let receipt = receipt.unwrap();
    assert_eq!((receipt.number, receipt.late), (2, false));
    let after = world.read("asso", of).await;
    let said = |number| match after.answers.get(id(number)) {
        Some(Answer::Text(said)) => said.as_str().to_owned(),
        other => panic!("{other:?}"),
    };
    assert_eq!(
        (said(1), said(2)),
        ("Asso".to_owned(), "Un atelier par mois".to_owned())
    );
}

async fn an_application_keeps_the_questions_that_it_began_with_and_the_next_is_prefilled(
    engine: Engine,
) {
    let world = World::published(engine).await;
    let of = world.begin("asso", "a").await.unwrap();
    world.save("asso", of, (1, ENOUGH)).await.unwrap();
    world.build(Build::Remove(id(2))).await;
    let asked = Asked {
        label: "Projet".to_owned(),
        help: None,
        required: true,
        when: None,
        kind: FieldKind::Text { long: true },
    };
    world.build(Build::Add(asked)).await;
    world.build(Build::Open).await;
    let kept = applications::read(&world.app, &applies("asso"), of)
        .await
        .unwrap();
    assert_eq!(kept.revision.number, 1);
    assert!(kept.application.answers.get(id(2)).is_some());
    world.submit("asso", of, ENOUGH).await.unwrap();
    let next = world.begin("asso", "b").await.unwrap();
    let next = applications::read(&world.app, &applies("asso"), next)
        .await
        .unwrap();
    assert_eq!(next.revision.number, 2);
    let project = next
        .revision
        .fields
        .all()
        .iter()
        .find(|one| one.label == "Projet")
        .unwrap();
    let Some(Answer::Text(said)) = next.application.answers.get(project.id) else {
        panic!("{next:?}");
    };
    assert_eq!(
        said.as_str(),
        "Un atelier",
        "what was answered to the same question"
    );
}

async fn the_body_reads_what_was_submitted_and_never_a_draft(engine: Engine) {
    let world = World::published(engine).await;
    let draft = world.begin("asso", "a").await.unwrap();
    let sent = world.begin("ville", "b").await.unwrap();
    world.submit("ville", sent, ENOUGH).await.unwrap();
    let may = world.may::<ReadApplications>();
    let received: Vec<_> = world.received().await.iter().map(|one| one.id).collect();
    assert_eq!(received, [sent]);
    assert_eq!(
        applications::count_drafts(&world.app, &may, &world.call)
            .await
            .unwrap(),
        1
    );
    let read = applications::read_received(&world.app, &may, (&world.call, draft)).await;
    assert!(matches!(read, Err(Error::NotFound(_))));
    let other = slug("autre-appel");
    let read = applications::read_received(&world.app, &may, (&other, sent)).await;
    assert!(matches!(read, Err(Error::NotFound(_))));
}

async fn a_file_answers_its_field_and_is_read_by_those_who_take_part(engine: Engine) {
    let world = World::published(engine).await;
    let of = world.begin("asso", "a").await.unwrap();
    let upload = Upload {
        name: "budget.pdf".to_owned(),
        bytes: b"%PDF-1.7 budget".to_vec(),
    };
    let text = applications::attach(&world.app, &applies("asso"), (of, id(1)), &upload).await;
    assert!(matches!(text, Err(ApplyError::NoFile(_))));
    for _ in 0..2 {
        applications::attach(&world.app, &applies("asso"), (of, id(5)), &upload)
            .await
            .unwrap();
    }
    let version = world.read("asso", of).await.version;
    let with = (version, &typed(ENOUGH));
    let (saved, _) = applications::save(&world.app, &applies("asso"), of, with)
        .await
        .unwrap();
    let Some(Answer::File(file)) = saved.answers.get(id(5)) else {
        panic!("{saved:?}");
    };
    let (_, bytes) = applications::read_file(&world.app, &applies("asso"), of, file.id)
        .await
        .unwrap();
    assert_eq!(bytes, upload.bytes);
    let stranger = applications::read_file(&world.app, &applies("ville"), of, file.id).await;
    assert!(matches!(stranger, Err(Error::NotFound(_))));
    applications::detach(&world.app, &applies("asso"), (of, id(5)))
        .await
        .unwrap();
    assert_eq!(world.read("asso", of).await.answers.get(id(5)), None);
}
