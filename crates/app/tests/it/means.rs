//! Calls held elsewhere: a position is taken in time or not at all, by whoever speaks for an organisation that is concerned;
//! nothing that two hands write is lost; those concerned are reminded once; a call of another body is not found.

use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};
use portulan_app::bodies::{self, Founded, Upload};
use portulan_app::editing::{Change, Outcome};
use portulan_app::mail;
use portulan_app::means::calls::{self, MeansError, Planned, Said};
use portulan_app::{Error, exchange, organisations, people as accounts, rights};
use portulan_model::mail::KnownMail;
use portulan_model::means::calls::{
    Amendment, Audience, CallError, CallKind, Function, Held, Owner, Phase, Stance, Terms,
    TermsField, Timeline,
};
use portulan_model::people::Organisation;
use portulan_model::proposals::Prose;
use portulan_model::{Area, OrganisationKind, Period, Slug};
use portulan_policy::actions::{ManageBodies, ManageCalls, ReadCalls, TakePosition, WriteCallNote};
use portulan_policy::{Actor, Alone, Capability, Node, Role, allow};
use portulan_testkit::Engine;

use crate::people::{Site, on};
use crate::{may, on_both_engines};

on_both_engines! {
    a_position_is_taken_until_the_second_of_closing_by_whoever_is_concerned
    positions_taken_at_the_same_time_are_all_kept
    a_note_is_saved_by_several_hands_and_no_text_is_lost
    a_call_is_changed_part_by_part_and_what_changes_once_it_is_open_is_told
    those_concerned_are_reminded_once_for_each_threshold_and_told_again_when_it_is_put_off
    a_timetable_and_proofs_are_of_the_body_that_follows_the_call
    a_call_goes_from_one_installation_to_another_without_what_is_prepared
}

fn slug(text: &str) -> Slug {
    text.parse().unwrap()
}

/// A body on the département with three organisations, and a call that closes in twenty days.
struct World {
    site: Site,
    body: Slug,
    call: Slug,
    closing: DateTime<Utc>,
}

impl World {
    async fn new(engine: Engine) -> Self {
        let site = Site::open(engine).await;
        for (name, kind) in [
            ("caf", OrganisationKind::Public),
            ("ville", OrganisationKind::Commune),
            ("asso", OrganisationKind::Association),
        ] {
            organisation(&site, name, kind).await;
        }
        let body = found(&site, "Gouvernance").await;
        let closing = site.app.now() + TimeDelta::days(20);
        let manage = capability::<ManageCalls>(&body);
        let call = calls::create(&site.app, &manage, terms(closing))
            .await
            .unwrap();
        Self {
            site,
            body,
            call,
            closing,
        }
    }

    async fn published(engine: Engine) -> Self {
        let world = Self::new(engine).await;
        let may = world.may::<ManageCalls>();
        for _ in 0..2 {
            calls::publish(&world.site.app, &may, &world.call)
                .await
                .unwrap();
        }
        world
    }

    fn may<A: Alone>(&self) -> Capability<A> {
        capability(&self.body)
    }

    async fn take(&self, name: &str, stance: Stance) -> Result<(), MeansError> {
        take(&self.site, &self.call, name, stance).await
    }

    async fn prepared(&self) -> calls::Prepared {
        calls::read(&self.site.app, &self.may::<ReadCalls>(), &self.call)
            .await
            .unwrap()
    }

    fn counts(&self) -> Vec<(Stance, usize)> {
        let directory = self.site.app.directory();
        let known = calls::known(&directory, &self.call).unwrap();
        known.counts.clone()
    }
}

fn capability<A: Alone>(body: &Slug) -> Capability<A> {
    allow(&Actor::Operator, Node::Body(body.clone())).unwrap()
}

async fn organisation(site: &Site, name: &str, kind: OrganisationKind) {
    let level = "departement-35".parse().unwrap();
    let organisation = Organisation {
        kind: Some(kind),
        ..Organisation::named(slug(name), name.to_uppercase(), level)
    };
    organisations::create(&site.app, &may(), organisation)
        .await
        .unwrap();
}

async fn found(site: &Site, name: &str) -> Slug {
    let founded = Founded {
        name: name.to_owned(),
        seat: "departement-35".parse().unwrap(),
        area: "35001-35003 35238".parse().unwrap(),
        period: Period::ALWAYS,
        run_by: None,
        summary: None,
        founding: None,
        referents: Vec::new(),
        by_right: vec![slug("caf")],
    };
    let on = rights::seat(&site.app.directory(), &founded.seat).unwrap();
    let may = allow::<ManageBodies>(&Actor::Operator, on).unwrap();
    bodies::create(&site.app, &may, founded).await.unwrap()
}

/// A call for all but public bodies that are no local authority.
fn terms(closing: DateTime<Utc>) -> Terms {
    Terms {
        title: "Participer à l’écriture".to_owned(),
        kind: CallKind::TakePart,
        owner: Owner::Outside("L’État".to_owned()),
        held: Held::Elsewhere { source: None },
        audience: Audience {
            kinds: [OrganisationKind::Commune, OrganisationKind::Association].into(),
            ..Audience::default()
        },
        area: "35238".parse().unwrap(),
        text: None,
        timeline: Timeline::new([], Some(closing)).unwrap(),
    }
}

fn speaks(name: &str) -> Capability<TakePosition> {
    allow(&Actor::Operator, Node::Organisation(slug(name))).unwrap()
}

async fn take(site: &Site, call: &Slug, name: &str, stance: Stance) -> Result<(), MeansError> {
    let said = Said {
        stance,
        words: Prose::read("Avec la métropole.").unwrap(),
        by: Function::read("présidence").unwrap(),
    };
    calls::take(&site.app, &speaks(name), call, said).await
}

async fn a_position_is_taken_until_the_second_of_closing_by_whoever_is_concerned(engine: Engine) {
    let world = World::new(engine).await;
    let draft = world.take("ville", Stance::Carry).await;
    assert!(matches!(draft, Err(MeansError::Other(Error::NotFound(_)))));
    let manage = world.may::<ManageCalls>();
    calls::publish(&world.site.app, &manage, &world.call)
        .await
        .unwrap();
    world.take("ville", Stance::Carry).await.unwrap();
    world.take("ville", Stance::Carry).await.unwrap();
    let other = world.take("caf", Stance::Carry).await;
    assert!(matches!(other, Err(MeansError::NotConcerned(_))));
    let left = world.closing - world.site.app.now();
    world.site.pass(left);
    world.take("ville", Stance::TakePart).await.unwrap();
    world.site.pass(TimeDelta::seconds(1));
    let late = world.take("ville", Stance::Neither).await;
    assert!(matches!(late, Err(MeansError::NotAhead)));
    let ville = speaks("ville");
    let own = calls::own(&world.site.app, &ville, &world.call).await;
    let own: Vec<Stance> = own.unwrap().iter().map(|one| one.stance).collect();
    assert_eq!(
        own,
        [Stance::Carry, Stance::TakePart],
        "all are kept, each once"
    );
    assert_eq!(world.counts(), [], "one organisation is counted for nobody");
}

async fn positions_taken_at_the_same_time_are_all_kept(engine: Engine) {
    let world = World::published(engine).await;
    let mut names = Vec::new();
    for rank in 0..6 {
        let name = format!("asso-{rank}");
        let level = "commune-35238".parse().unwrap();
        let organisation = Organisation::named(slug(&name), name.to_uppercase(), level);
        organisations::create(&world.site.app, &may(), organisation)
            .await
            .unwrap();
        names.push(name);
    }
    let world = Arc::new(world);
    let taken = names.into_iter().map(|name| {
        let world = Arc::clone(&world);
        tokio::spawn(async move { world.take(&name, Stance::TakePart).await.unwrap() })
    });
    for one in taken.collect::<Vec<_>>() {
        one.await.unwrap();
    }
    assert_eq!(world.prepared().await.file.positions.standing().len(), 6);
    world.site.app.refresh().await.unwrap();
    assert_eq!(world.counts(), [(Stance::TakePart, 6)]);
}

async fn a_note_is_saved_by_several_hands_and_no_text_is_lost(engine: Engine) {
    let world = World::published(engine).await;
    let (app, note) = (&world.site.app, world.may::<WriteCallNote>());
    let save = |upon, text| calls::save_note(app, &note, &world.call, (upon, text));
    let first = save(0, "Un.").await.unwrap();
    assert_eq!(first.saved(), 1);
    let Err(MeansError::Meanwhile(meanwhile)) = save(0, "Deux.").await else {
        panic!("written over");
    };
    assert_eq!(meanwhile.standing.text(), "Un.");
    save(1, "Un. Deux.").await.unwrap();
    // A position beside it writes the same record, and takes nothing of the note away.
    world.take("ville", Stance::Carry).await.unwrap();
    let file = world.prepared().await.file;
    assert_eq!(file.note.text(), "Un. Deux.");
    assert_eq!(file.positions.standing().len(), 1);
}

async fn a_call_is_changed_part_by_part_and_what_changes_once_it_is_open_is_told(engine: Engine) {
    let world = World::published(engine).await;
    let (app, manage) = (&world.site.app, world.may::<ManageCalls>());
    let before = terms(world.closing);
    let change = |mine: Terms| Change {
        fields: TermsField::ALL.into(),
        before: before.clone(),
        mine,
    };
    let titled = |title: &str| Terms {
        title: title.to_owned(),
        ..before.clone()
    };
    let told = || {
        let what = Prose::read("Le titre.").unwrap().unwrap();
        let on = app.now().date_naive();
        Some(Amendment { on, what })
    };
    let write = |mine, told| {
        let change = change(mine);
        let (app, manage, call) = (app, &manage, &world.call);
        async move { calls::write(app, manage, call, (&change, told)).await }
    };
    let unsaid = write(titled("Un"), None).await;
    assert!(matches!(unsaid, Err(MeansError::Call(CallError::Unsaid))));
    let saved = write(titled("Un"), told()).await.unwrap();
    assert_eq!(saved, Outcome::Saved(vec![TermsField::Title]));
    let clash = write(titled("Deux"), told()).await.unwrap();
    assert!(matches!(clash, Outcome::Clash { fields, .. } if fields == [TermsField::Title]));
    let elsewhere = Terms {
        area: Area::default(),
        ..before.clone()
    };
    let saved = write(elsewhere, told()).await.unwrap();
    assert_eq!(saved, Outcome::Saved(vec![TermsField::Area]));
    let call = world.prepared().await.call;
    assert_eq!(
        (call.terms.title.as_str(), call.amendments.len()),
        ("Un", 2)
    );
    for _ in 0..2 {
        calls::archive(app, &manage, &world.call).await.unwrap();
    }
    let read = world.prepared().await.call.terms;
    let late = Change {
        fields: TermsField::ALL.into(),
        before: read.clone(),
        mine: Terms {
            title: "Trois".to_owned(),
            ..read
        },
    };
    let over = calls::write(app, &manage, &world.call, (&late, told())).await;
    let archived = CallError::NotNow(Phase::Archived);
    assert!(
        matches!(&over, Err(MeansError::Call(why)) if *why == archived),
        "{over:?}"
    );
}

/// The mails of the reminders: to whom.
async fn reminded(site: &Site) -> Vec<String> {
    let log = mail::log(&site.app, &may(), None, 0).await.unwrap();
    let of = |known: &&KnownMail| known.mail.template == "call-closes";
    let mut all: Vec<String> = log
        .mails
        .iter()
        .filter(of)
        .map(|known| known.mail.to.clone())
        .collect();
    all.sort();
    all
}

async fn holder(site: &Site, name: &str, role: Role, node: Node) {
    let somebody = site.person(name).await;
    let target = rights::node(&site.app.directory(), &node).unwrap();
    let give = on(&Actor::Operator, target.node().clone());
    accounts::give(&site.app, &give, somebody.id, role, None)
        .await
        .unwrap();
}

async fn those_concerned_are_reminded_once_for_each_threshold_and_told_again_when_it_is_put_off(
    engine: Engine,
) {
    let world = World::published(engine).await;
    let site = &world.site;
    for (name, organisation) in [("Alix", "ville"), ("Noa", "asso"), ("Sasha", "caf")] {
        let node = Node::Organisation(slug(organisation));
        holder(site, name, Role::OrganisationManager, node).await;
    }
    world.take("asso", Stance::Neither).await.unwrap();
    assert_eq!(calls::remind_due(&site.app).await.unwrap(), 0, "in 20 days");
    let mut count = 0;
    for (pass, written) in [
        (TimeDelta::days(6), 1),
        (TimeDelta::days(1), 0),
        (TimeDelta::days(6), 1),
        (TimeDelta::days(5), 1),
        (TimeDelta::hours(45), 1),
        (TimeDelta::hours(3), 0),
        (TimeDelta::seconds(1), 0),
    ] {
        site.pass(pass);
        assert_eq!(
            calls::remind_due(&site.app).await.unwrap(),
            written,
            "{pass}"
        );
        assert_eq!(calls::remind_due(&site.app).await.unwrap(), 0, "told again");
        count += written;
        let told = reminded(site).await;
        assert_eq!(told.len(), count);
        // Neither who is not concerned, nor who said that they do not answer.
        assert!(told.iter().all(|to| to == "alix@exemple.fr"), "{told:?}");
    }
    assert_eq!(count, 4, "14, 7 and 2 days and 3 hours before");
    let later = Terms {
        timeline: Timeline::new([], Some(site.app.now() + TimeDelta::days(1))).unwrap(),
        ..terms(world.closing)
    };
    let change = Change {
        fields: TermsField::ALL.into(),
        before: terms(world.closing),
        mine: later,
    };
    let told = Amendment {
        on: site.app.now().date_naive(),
        what: Prose::read("Un jour de plus.").unwrap().unwrap(),
    };
    let manage = world.may::<ManageCalls>();
    calls::write(&site.app, &manage, &world.call, (&change, Some(told)))
        .await
        .unwrap();
    assert_eq!(calls::remind_due(&site.app).await.unwrap(), 1, "put off");
    // Whoever is concerned from now on is told at the next look, which is not each time that the program looks round.
    let node = Node::Organisation(slug("ville"));
    holder(site, "Lou", Role::OrganisationManager, node).await;
    assert_eq!(calls::remind_due(&site.app).await.unwrap(), 0, "too early");
    site.pass(TimeDelta::hours(1));
    assert_eq!(
        calls::remind_due(&site.app).await.unwrap(),
        1,
        "looked again"
    );
}

async fn a_timetable_and_proofs_are_of_the_body_that_follows_the_call(engine: Engine) {
    let world = World::published(engine).await;
    let (app, manage) = (&world.site.app, world.may::<ManageCalls>());
    let step = |owner: &str| Planned {
        what: "Délibérer".to_owned(),
        owner: slug(owner),
        due: app.now().date_naive().succ_opt(),
    };
    for _ in 0..2 {
        calls::add_step(app, &manage, &world.call, step("ville"))
            .await
            .unwrap();
    }
    let unknown = calls::add_step(app, &manage, &world.call, step("inconnue")).await;
    assert!(matches!(unknown, Err(MeansError::NoOrganisation(_))));
    let steps = world.prepared().await.file.steps;
    assert_eq!(steps.len(), 1, "sent twice, it is there once");
    let done = (steps[0].id, Some(app.now().date_naive()));
    calls::settle_step(app, &manage, &world.call, done)
        .await
        .unwrap();
    let upload = || Upload {
        name: "accuse.pdf".to_owned(),
        bytes: b"%PDF-1.7 accuse".to_vec(),
    };
    for _ in 0..2 {
        let proof = (slug("ville"), upload());
        calls::attach(app, &manage, &world.call, proof)
            .await
            .unwrap();
    }
    let file = world.prepared().await.file;
    assert_eq!((file.steps[0].done.is_some(), file.proofs.len()), (true, 1));
    // Of the same name and as long, another content is another proof.
    let other = Upload {
        bytes: b"%PDF-1.7 ACCUSE".to_vec(),
        ..upload()
    };
    calls::attach(app, &manage, &world.call, (slug("ville"), other))
        .await
        .unwrap();
    assert_eq!(world.prepared().await.file.proofs.len(), 2);
    let proof = file.proofs[0].file.id;
    let read = world.may::<ReadCalls>();
    let (_, bytes) = calls::read_file(app, &read, &world.call, proof)
        .await
        .unwrap();
    assert_eq!(bytes, b"%PDF-1.7 accuse");
    let other = found(&world.site, "Autre").await;
    let elsewhere = capability::<ManageCalls>(&other);
    let taken = calls::remove_step(app, &elsewhere, &world.call, file.steps[0].id).await;
    assert!(matches!(taken, Err(MeansError::Other(Error::NotFound(_)))));
    let reads = capability::<ReadCalls>(&other);
    let seen = calls::read_file(app, &reads, &world.call, proof).await;
    assert!(matches!(seen, Err(Error::NotFound(_))));
    assert!(calls::of_body(app, &reads).await.unwrap().is_empty());
}

async fn a_call_goes_from_one_installation_to_another_without_what_is_prepared(engine: Engine) {
    let world = World::published(engine).await;
    world.take("ville", Stance::Carry).await.unwrap();
    let territory = "departement-35".parse().unwrap();
    let document = exchange::export(&world.site.app, &may(), &territory).await;
    let text = document.unwrap().to_json();
    assert!(text.contains("Participer à l’écriture"), "{text}");
    assert!(!text.contains("présidence"), "{text}");
    let there = Site::open(engine).await;
    let read = exchange::Exchange::read(text.as_bytes()).unwrap();
    let may_restore: Capability<portulan_policy::actions::Restore> = may();
    exchange::import(&there.app, &may_restore, &read)
        .await
        .unwrap();
    let directory = there.app.directory();
    let known = calls::known(&directory, &world.call).unwrap();
    assert_eq!(known.call.terms, terms(world.closing));
    // What is prepared there begins there.
    organisation(&there, "ville", OrganisationKind::Commune).await;
    take(&there, &world.call, "ville", Stance::Carry)
        .await
        .unwrap();
}
