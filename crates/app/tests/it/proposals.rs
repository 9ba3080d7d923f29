//! What strangers propose enters the right queue, is decided once, changes places for good, and is forgotten in time.

mod decided;
mod merged;

use std::sync::{Arc, Mutex};

use chrono::{DateTime, TimeDelta, Utc};
use portulan_app::mail::{self, Message};
use portulan_app::proposals::read::{self, Typed};
use portulan_app::proposals::{self, Filter, Submitted, Way};
use portulan_app::secret::Key;
use portulan_app::{App, Clock, Error, Options, SeededChance, operator::Secret};
use portulan_model::proposals::{Proposal, Prose, RefusalReason, State};
use portulan_model::{Place, ProposalId};
use portulan_policy::{Actor, Alone, Capability, Node, Role, Target, allow};
use portulan_testkit::builders::saturday_morning;
use portulan_testkit::{Engine, TestDatabase};

use crate::harvests::{list, shown, source, take, ten};
use crate::{may, on_both_engines};

on_both_engines! {
    a_form_sent_twice_is_one_proposal_and_a_place_takes_so_many_a_day
    a_private_address_is_read_while_somebody_writes
    a_contact_is_proven_before_anybody_examines_and_told_at_each_step
    what_is_wrong_in_a_form_is_said_field_by_field
    contacts_and_unproven_proposals_are_forgotten_on_their_day
    a_queue_holds_what_an_actor_may_examine_and_its_figures
}

/// A clock that a test moves.
pub(crate) struct Moved(Mutex<DateTime<Utc>>);

impl Moved {
    pub(crate) fn on(&self, days: i64) {
        *self.0.lock().unwrap() += TimeDelta::days(days);
    }

    pub(crate) fn set(&self, instant: DateTime<Utc>) {
        *self.0.lock().unwrap() = instant;
    }

    fn later(&self) {
        *self.0.lock().unwrap() += TimeDelta::seconds(1);
    }
}

impl Clock for Moved {
    fn now(&self) -> DateTime<Utc> {
        *self.0.lock().unwrap()
    }
}

pub(crate) struct Scene {
    pub(crate) database: TestDatabase,
    pub(crate) app: Arc<App>,
    pub(crate) clock: Arc<Moved>,
    pub(crate) places: Vec<Place>,
}

fn key() -> Key {
    Key::from_bytes([7; 32])
}

/// Ten places of one source.
pub(crate) async fn scene(engine: Engine) -> Scene {
    let database = TestDatabase::new(engine);
    let clock = Arc::new(Moved(Mutex::new(saturday_morning())));
    let chance = Arc::new(SeededChance::new(1));
    let options = Options {
        key: Some(key().into()),
        ..Options::default()
    };
    let app = App::open_with(
        &database.url,
        Arc::clone(&clock) as Arc<dyn Clock>,
        chance,
        options,
    );
    let app = app.await.unwrap();
    source(&app, portulan_model::harvest::Mapping::None).await;
    take(&app, &list(&ten())).await;
    let places = shown(&app);
    Scene {
        database,
        app,
        clock,
        places,
    }
}

pub(crate) fn visitor<A: Alone>() -> Capability<A> {
    allow(&Actor::Visitor, &Node::Installation).unwrap()
}

/// Somebody with a role on a node.
pub(crate) fn person(number: u8, role: Role, node: &str) -> Actor {
    let grant = portulan_policy::Grant::new(role, node.parse().unwrap(), None).unwrap();
    let id = portulan_model::PersonId::from_parts(1, [number; 10]);
    Actor::Person(Arc::new(portulan_policy::Holder::at(
        id,
        vec![grant],
        saturday_morning(),
    )))
}

pub(crate) fn hours(text: &str) -> Typed {
    Typed {
        hours: text.to_owned(),
        phone: "02 99 00 00 07".to_owned(),
        words: "Vu sur la porte.".to_owned(),
        ..Typed::default()
    }
}

impl Scene {
    /// Sends a correction of the first place; the secret of its form.
    pub(crate) async fn report(&self, typed: &Typed) -> (Secret, Submitted) {
        let draft = read::correction(&self.app.directory(), &self.places[0], typed).unwrap();
        let form = proposals::form(&self.app);
        let sent = proposals::submit(&self.app, &visitor(), &form, draft, "fr").await;
        self.clock.later();
        (form, sent.unwrap())
    }

    pub(crate) async fn of(&self, way: &Way) -> Proposal {
        proposals::of_link(&self.app, &visitor(), way)
            .await
            .unwrap()
    }

    pub(crate) async fn waiting(&self) -> Vec<Proposal> {
        let filter = Filter::default();
        let queue = proposals::queue(&self.app, &Actor::Operator, &filter);
        let rows = queue.await.unwrap().rows;
        rows.into_iter().map(|row| row.proposal).collect()
    }

    /// The link of the last letter, which says this.
    async fn letter(&self, template: &str) -> Way {
        let log = mail::log(&self.app, &may(), None, 0).await.unwrap();
        let mail = &log.mails[0].mail;
        assert_eq!(
            (mail.to.as_str(), mail.template.as_str()),
            ("usager@exemple.fr", template)
        );
        let message: Message = serde_json::from_str(&mail.parameters).unwrap();
        Way::Mail(message.link().unwrap().sign(&key()))
    }
}

async fn a_form_sent_twice_is_one_proposal_and_a_place_takes_so_many_a_day(engine: Engine) {
    let scene = scene(engine).await;
    let app = &scene.app;
    let draft = || read::correction(&app.directory(), &scene.places[0], &hours("lundi 9h-12h"));
    let form = proposals::form(app);
    for _ in 0..3 {
        let sent = proposals::submit(app, &visitor(), &form, draft().unwrap(), "fr").await;
        assert_eq!(sent.unwrap(), Submitted::Followed);
    }
    assert_eq!(scene.waiting().await.len(), 1);
    assert_eq!(scene.of(&Way::Form(form)).await.state, State::Waiting);
    for _ in 0..19 {
        assert_eq!(scene.report(&hours("lundi")).await.1, Submitted::Followed);
    }
    assert_eq!(scene.report(&hours("lundi")).await.1, Submitted::TooMany);
    assert_eq!(scene.waiting().await.len(), 20);
    scene.clock.on(1);
    assert_eq!(scene.report(&hours("lundi")).await.1, Submitted::Followed);
}

async fn a_private_address_is_read_while_somebody_writes(engine: Engine) {
    let scene = scene(engine).await;
    let app = &scene.app;
    let (form, _) = scene.report(&hours("lundi 9h-12h")).await;
    let store = portulan_store::Store::open(&scene.database.url)
        .await
        .unwrap();
    let write = store.begin_proposal(&visitor()).await.unwrap();
    let forged = Way::Mail("proposal.0.a.b".to_owned());
    let soon = std::time::Duration::from_secs(2);
    let read = tokio::time::timeout(soon, scene.of(&Way::Form(form))).await;
    assert_eq!(read.unwrap().state, State::Waiting);
    let read = tokio::time::timeout(soon, proposals::of_link(app, &visitor(), &forged)).await;
    assert!(matches!(read.unwrap(), Err(Error::Link(_))));
    let proven = tokio::time::timeout(soon, proposals::prove(app, &visitor(), &forged)).await;
    assert!(matches!(proven.unwrap(), Err(Error::Link(_))));
    drop(write);
}

async fn a_contact_is_proven_before_anybody_examines_and_told_at_each_step(engine: Engine) {
    let scene = scene(engine).await;
    let app = &scene.app;
    let typed = Typed {
        contact: " Usager@Exemple.fr ".to_owned(),
        ..hours("lundi 9h-12h")
    };
    for _ in 0..4 {
        assert_eq!(scene.report(&typed).await.1, Submitted::ToProve);
    }
    let (form, sent) = scene.report(&typed).await;
    assert_eq!(sent, Submitted::ToProve);
    let flooded = scene.report(&typed).await.1;
    assert_eq!(flooded, Submitted::TooMany, "one address, five links a day");
    let opened = proposals::of_link(app, &visitor(), &Way::Form(form)).await;
    assert!(
        matches!(opened, Err(Error::NotFound(_))),
        "the form proves nothing"
    );
    assert_eq!(scene.waiting().await, []);
    let link = scene.letter("proposal-received").await;
    for _ in 0..2 {
        let proven = proposals::prove(app, &visitor(), &link).await.unwrap();
        assert_eq!(proven.state, State::Waiting);
    }
    let id = scene.waiting().await[0].id;
    scene.clock.later();
    let prose = |text: &str| Prose::read(text).unwrap().unwrap();
    proposals::ask_back(app, &may(), id, prose("Même l'été ?"))
        .await
        .unwrap();
    let link = scene.letter("proposal-question").await;
    for _ in 0..2 {
        proposals::answer(app, &visitor(), &link, prose("Oui."))
            .await
            .unwrap();
    }
    let again = proposals::answer(app, &visitor(), &link, prose("Non.")).await;
    assert!(matches!(again, Err(Error::Conflict(_))), "answered already");
    scene.clock.later();
    let answered = scene.of(&link).await;
    assert!(matches!(&answered.state, State::Answered { answer, .. } if answer == "Oui."));
    let refused = proposals::refuse(app, &may(), id, RefusalReason::Untrue, "vu").await;
    refused.unwrap();
    scene.letter("proposal-answered").await;
    let again = proposals::refuse(app, &may(), id, RefusalReason::Untrue, "vu").await;
    assert!(matches!(again, Err(Error::Conflict(_))), "decided already");
    let words: Vec<String> = scene
        .of(&link)
        .await
        .steps
        .into_iter()
        .map(|step| step.to)
        .collect();
    assert_eq!(
        words,
        ["a-prouver", "en-attente", "question", "repondue", "refusee"]
    );
}

async fn what_is_wrong_in_a_form_is_said_field_by_field(engine: Engine) {
    let scene = scene(engine).await;
    let directory = scene.app.directory();
    let long = "x".repeat(2_000);
    let table = [
        (
            Typed {
                wrong: vec!["autre".to_owned()],
                ..Typed::default()
            },
            vec!["texte"],
        ),
        (Typed::default(), vec!["probleme"]),
        (
            Typed {
                wrong: vec!["rien".to_owned()],
                ..Typed::default()
            },
            vec!["probleme"],
        ),
        (
            Typed {
                phone: "12".to_owned(),
                ..Typed::default()
            },
            vec!["telephone"],
        ),
        (
            Typed {
                website: "javascript:alert(1)".to_owned(),
                ..Typed::default()
            },
            vec!["site"],
        ),
        (
            Typed {
                contact: "a@b.fr\r\nBcc: c@d.fr".to_owned(),
                ..hours("lundi")
            },
            vec!["contact"],
        ),
        (
            Typed {
                hours: long.clone(),
                words: long.clone(),
                ..Typed::default()
            },
            vec!["horaires", "texte"],
        ),
        (
            Typed {
                commune: "Nullepart".to_owned(),
                ..Typed::default()
            },
            vec!["commune"],
        ),
        (
            Typed {
                postcode: "abc".to_owned(),
                ..Typed::default()
            },
            vec!["code_postal"],
        ),
        (
            Typed {
                email: "<b>".to_owned(),
                ..Typed::default()
            },
            vec!["courriel"],
        ),
    ];
    for (typed, expected) in table {
        let faults = read::correction(&directory, &scene.places[0], &typed).unwrap_err();
        let fields: Vec<&str> = faults.iter().map(|one| one.field).collect();
        assert_eq!(fields, expected, "{typed:?}");
    }
    let faults = read::new_place(&directory, &Typed::default()).unwrap_err();
    let fields: Vec<&str> = faults.iter().map(|one| one.field).collect();
    assert_eq!(fields, ["commune", "nom"]);
    assert!(read::correction(&directory, &scene.places[0], &hours("lundi")).is_ok());
}

async fn contacts_and_unproven_proposals_are_forgotten_on_their_day(engine: Engine) {
    let scene = scene(engine).await;
    let app = &scene.app;
    let typed = Typed {
        contact: "usager@exemple.fr".to_owned(),
        ..hours("lundi 9h-12h")
    };
    scene.report(&typed).await;
    let lost = scene.letter("proposal-received").await;
    scene.report(&typed).await;
    let link = scene.letter("proposal-received").await;
    let id = proposals::prove(app, &visitor(), &link).await.unwrap().id;
    let note = Prose::read("Je les appelle.").unwrap().unwrap();
    proposals::comment(app, &may(), id, note).await.unwrap();
    let refused = proposals::refuse(app, &may(), id, RefusalReason::Untrue, "").await;
    refused.unwrap();
    let kept = |forgotten, erased| proposals::Kept {
        forgotten,
        erased,
        published: 0,
    };
    scene.clock.on(6);
    assert_eq!(proposals::keep(app).await.unwrap(), kept(0, 0));
    assert!(proposals::of_link(app, &visitor(), &lost).await.is_ok());
    scene.clock.on(1);
    assert_eq!(proposals::keep(app).await.unwrap(), kept(1, 0));
    assert!(proposals::of_link(app, &visitor(), &lost).await.is_err());
    scene.clock.on(22);
    assert_eq!(proposals::keep(app).await.unwrap(), kept(0, 0));
    assert!(scene.of(&link).await.contact.is_some());
    scene.clock.on(1);
    assert_eq!(proposals::keep(app).await.unwrap(), kept(0, 1));
    let erased = scene.of(&link).await;
    assert_eq!((erased.contact, erased.words), (None, None));
    assert_eq!(erased.comments, []);
    assert_eq!(proposals::keep(app).await.unwrap(), kept(0, 0));
    scene.clock.on(90);
    assert!(
        proposals::of_link(app, &visitor(), &link).await.is_err(),
        "the link is too old"
    );
}

async fn a_queue_holds_what_an_actor_may_examine_and_its_figures(engine: Engine) {
    let scene = scene(engine).await;
    let app = &scene.app;
    let started = app.now();
    for _ in 0..3 {
        scene.report(&hours("lundi 9h-12h")).await;
    }
    let ids: Vec<ProposalId> = scene.waiting().await.iter().map(|one| one.id).collect();
    scene.clock.on(4);
    let decide = async |id, words: &str| {
        let reason = RefusalReason::Untrue;
        proposals::refuse(app, &may(), id, reason, words)
            .await
            .unwrap();
    };
    decide(ids[0], "").await;
    let everything = |territory: Option<&str>| Filter {
        everything: true,
        territory: territory.map(|text| text.parse().unwrap()),
        ..Filter::default()
    };
    let table = [
        (person(1, Role::Instructor, "commune-35238"), None, 2),
        (person(1, Role::Coordinator, "region-53"), None, 2),
        (person(1, Role::Instructor, "commune-29019"), None, 0),
        (person(1, Role::Funder, "commune-35238"), None, 0),
        (Actor::Visitor, None, 0),
        (Actor::Operator, None, 2),
        (Actor::Operator, Some("departement-35"), 2),
        (Actor::Operator, Some("departement-29"), 0),
    ];
    for (actor, territory, expected) in table {
        let queue = proposals::queue(app, &actor, &everything(territory))
            .await
            .unwrap();
        assert_eq!(queue.total, expected, "{actor:?} {territory:?}");
    }
    // Nobody holds a role in this installation: it is nobody's turn, and the operator's.
    let instructor = person(1, Role::Instructor, "commune-35238");
    let own = proposals::queue(app, &instructor, &Filter::default())
        .await
        .unwrap();
    assert_eq!(own.total, 0);
    let queue = proposals::queue(app, &Actor::Operator, &Filter::default())
        .await
        .unwrap();
    assert_eq!(queue.figures.waiting, 2);
    assert_eq!(queue.figures.oldest, Some(started + TimeDelta::seconds(1)));
    assert_eq!(queue.figures.median.unwrap().num_days(), 4);
    let stranger = person(1, Role::Instructor, "commune-29019");
    let opened = proposals::open(app, &stranger, ids[1]);
    assert!(matches!(opened.await, Err(Error::Forbidden(_))));
    let elsewhere: Target = "commune-29019".parse::<Node>().unwrap().into();
    let elsewhere = allow(&Actor::Operator, elsewhere).unwrap();
    let refused = proposals::assign(app, &elsewhere, ids[1], true).await;
    assert!(
        matches!(refused, Err(Error::NotFound(_))),
        "a capability on another node"
    );
}
