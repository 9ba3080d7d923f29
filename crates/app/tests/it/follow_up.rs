//! What the level above keeps of a body: written by two without loss, read with a right alone, in no export and in no line of
//! the journal.

use std::sync::Arc;

use portulan_app::bodies::{self, BodyError, Note, NoteField};
use portulan_app::editing::{Change, Outcome};
use portulan_app::exchange::{export, public};
use portulan_app::{App, Error, journal, rights};
use portulan_model::governance::{Body, NamedReferent};
use portulan_model::proposals::Prose;
use portulan_model::{Period, Slug};
use portulan_policy::actions::{ManageBodies, ReadFollowUp, ReadHolder, WriteFollowUp};
use portulan_policy::{Actor, Alone, Capability, Node, allow};
use portulan_store::Store;
use portulan_testkit::builders::entry;
use portulan_testkit::{Engine, PlaceBuilder, TestDatabase};
use serde_json::json;

use crate::{may, on_both_engines, open};

on_both_engines! {
    two_who_write_the_note_lose_nothing_and_one_without_words_is_taken_away
    the_note_and_the_names_of_another_body_are_not_opened
    a_name_stands_behind_a_function_and_ends_with_it
    no_export_and_no_line_of_the_journal_says_what_is_noted
}

/// What must be found nowhere.
const CANARY: &str = "Deux élus hésitent";
const NAMED: &str = "Camille Canari";

struct World {
    app: Arc<App>,
    body: Slug,
    _database: TestDatabase,
}

impl World {
    /// A body on a department and another beside it, each with a referent.
    async fn new(engine: Engine) -> Self {
        let database = TestDatabase::new(engine);
        let app = open(&database).await;
        let store = Store::open(&database.url).await.unwrap();
        for (slug, seat) in [("ici", "departement-35"), ("ailleurs", "departement-29")] {
            let body: Body = serde_json::from_value(json!({
                "slug": slug, "name": "Gouvernance", "seat": seat,
                "referents": [{ "organisation": "prefecture", "function": "référente" }],
            }))
            .unwrap();
            let may = may::<ManageBodies>();
            let mut write = store.begin_governance(&may).await.unwrap();
            let line = entry(
                portulan_model::journal::Deed::Created,
                &PlaceBuilder::new(1).build(),
            );
            assert!(write.add_kept(&body, &line).await.unwrap());
            write.commit().await.unwrap();
        }
        app.refresh().await.unwrap();
        Self {
            app,
            body: "ici".parse().unwrap(),
            _database: database,
        }
    }

    /// The operator's right over a body.
    fn over<A: Alone>(&self, slug: &str) -> Capability<A> {
        let slug: Slug = slug.parse().unwrap();
        let directory = self.app.directory();
        let body = bodies::known(&directory, &slug).unwrap();
        allow(&Actor::Operator, rights::body(&directory, body)).unwrap()
    }

    async fn write(&self, before: &Note, mine: &Note) -> Outcome<Note> {
        let change = Change {
            fields: NoteField::ALL.into(),
            before: before.clone(),
            mine: mine.clone(),
        };
        let rights = (
            &self.over::<WriteFollowUp>("ici"),
            &self.over::<ReadFollowUp>("ici"),
        );
        let written = bodies::write_follow_up(&self.app, rights, &self.body, &change).await;
        written.unwrap()
    }

    async fn note(&self) -> Option<Note> {
        let may = self.over::<ReadFollowUp>("ici");
        let kept = bodies::follow_up(&self.app, &may, &self.body).await;
        kept.unwrap().as_ref().map(Note::of)
    }

    async fn name(&self, named: NamedReferent) -> Result<(), BodyError> {
        let rights = (
            &on::<ManageBodies>("departement-35"),
            &on::<ReadHolder>("departement-35"),
        );
        bodies::name(&self.app, rights, &self.body, named).await
    }

    async fn names(&self) -> Vec<NamedReferent> {
        let may = on::<ReadHolder>("departement-35");
        bodies::names(&self.app, &may, &self.body).await.unwrap()
    }
}

/// The operator's right over what a body stands on.
fn on<A: Alone>(seat: &str) -> Capability<A> {
    let seat: Node = seat.parse().unwrap();
    allow(&Actor::Operator, seat).unwrap()
}

fn note(words: &str, difficulty: &str) -> Note {
    Note {
        words: Prose::read(words).unwrap(),
        difficulty: Prose::read(difficulty).unwrap(),
    }
}

fn named(function: &str) -> NamedReferent {
    NamedReferent {
        name: NAMED.parse().unwrap(),
        organisation: "prefecture".parse().unwrap(),
        function: Some(function.to_owned()),
        period: Period::ALWAYS,
    }
}

async fn two_who_write_the_note_lose_nothing_and_one_without_words_is_taken_away(engine: Engine) {
    let world = World::new(engine).await;
    let blank = Note::default();
    assert_eq!(world.note().await, None);
    let first = note("Tout va bien.", "");
    assert!(matches!(
        world.write(&blank, &first).await,
        Outcome::Saved(_)
    ));
    // The form is sent twice.
    assert_eq!(world.write(&blank, &first).await, Outcome::Same);
    // One adds a difficulty, the other had read the first text and changes it: both stay.
    let hard = note("Tout va bien.", CANARY);
    assert!(matches!(
        world.write(&first, &hard).await,
        Outcome::Saved(_)
    ));
    let slow = note("Tout va lentement.", "");
    assert!(matches!(
        world.write(&first, &slow).await,
        Outcome::Saved(_)
    ));
    assert_eq!(world.note().await, Some(note("Tout va lentement.", CANARY)));
    // Both change the same text: the second one is told, and nothing is lost.
    let other = note("Tout va vite.", "");
    let Outcome::Clash { fields, theirs } = world.write(&first, &other).await else {
        panic!("two texts for one");
    };
    assert_eq!(fields, [NoteField::Words]);
    assert_eq!(*theirs, note("Tout va lentement.", CANARY));
    let kept = world.note().await.unwrap();
    assert_eq!(kept, *theirs);
    assert!(matches!(
        world.write(&kept, &blank).await,
        Outcome::Saved(_)
    ));
    assert_eq!(world.note().await, None);
}

async fn the_note_and_the_names_of_another_body_are_not_opened(engine: Engine) {
    let world = World::new(engine).await;
    world.write(&Note::default(), &note(CANARY, "")).await;
    world.name(named("référente")).await.unwrap();
    let (app, body) = (&world.app, &world.body);
    let elsewhere = world.over::<ReadFollowUp>("ailleurs");
    let read = bodies::follow_up(app, &elsewhere, body).await;
    assert!(matches!(read, Err(Error::NotFound(_))), "{read:?}");
    let beside = on::<ReadHolder>("departement-29");
    let names = bodies::names(app, &beside, body).await;
    assert!(matches!(names, Err(Error::NotFound(_))), "{names:?}");
    let rights = (&on::<ManageBodies>("departement-29"), &beside);
    let gone = bodies::unname(app, rights, body, (0, NAMED)).await;
    assert!(
        matches!(gone, Err(BodyError::Other(Error::NotFound(_)))),
        "{gone:?}"
    );
    assert_eq!(world.names().await.len(), 1);
}

async fn a_name_stands_behind_a_function_and_ends_with_it(engine: Engine) {
    let world = World::new(engine).await;
    let none = world.name(named("adjointe")).await;
    assert!(
        matches!(none, Err(BodyError::Moved)),
        "no such function: {none:?}"
    );
    world.name(named("référente")).await.unwrap();
    world.name(named("référente")).await.unwrap();
    assert_eq!(world.names().await, [named("référente")]);
    let last = bodies::today(&world.app);
    let manage = on::<ManageBodies>("departement-35");
    let line = ((0, "référente"), last);
    bodies::end_referent(&world.app, &manage, &world.body, line)
        .await
        .unwrap();
    assert_eq!(world.names().await[0].period.to(), Some(last));
    let read = on::<ReadHolder>("departement-35");
    let rights = (&manage, &read);
    let other = bodies::unname(&world.app, rights, &world.body, (0, "Sacha M.")).await;
    assert!(matches!(other, Err(BodyError::Moved)), "{other:?}");
    bodies::unname(&world.app, rights, &world.body, (0, NAMED))
        .await
        .unwrap();
    assert!(world.names().await.is_empty());
}

async fn no_export_and_no_line_of_the_journal_says_what_is_noted(engine: Engine) {
    let world = World::new(engine).await;
    world.write(&Note::default(), &note(CANARY, CANARY)).await;
    world.name(named("référente")).await.unwrap();
    let territory = "departement-35".parse().unwrap();
    let left = export(&world.app, &may(), &territory).await.unwrap();
    let today = bodies::today(&world.app);
    let shown = public(&world.app.directory(), &territory, today);
    let object = Node::Body(world.body.clone()).to_string();
    let lines = journal::of_object(&world.app, &may(), &object, None).await;
    let lines = format!("{:?}", lines.unwrap());
    assert!(lines.contains("follow-up note") && lines.contains("name of a referent"));
    let public = shown.unwrap().unwrap().to_json();
    assert!(public.contains("référente"), "{public}");
    for text in [left.to_json(), public, lines] {
        assert!(!text.contains(CANARY) && !text.contains(NAMED), "{text}");
    }
}
