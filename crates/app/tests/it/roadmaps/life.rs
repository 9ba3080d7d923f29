//! A roadmap from its first title to its end, on both engines: each step where it is due, nothing read before it is decided.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use chrono::{DateTime, TimeDelta, Utc};
use portulan_app::editing::{Change, Outcome};
use portulan_app::roadmaps::parts::ActionPart;
use portulan_app::roadmaps::wishes::Wish;
use portulan_app::roadmaps::{self, outline, public};
use portulan_app::{App, Clock, Error, SeededChance, rights};
use portulan_model::consultations::View;
use portulan_model::governance::{Body, Decision, Membership};
use portulan_model::proposals::Prose;
use portulan_model::roadmaps::{Action, Content, Need, Roadmap, Stage};
use portulan_model::{ObjectiveId, Period, Slug};
use portulan_policy::actions::{GiveOpinion, ReadBody, ValidateRoadmap, WriteRoadmap};
use portulan_policy::{Actor, Capability, Refusal, Role, allow, allow_apart};
use portulan_store::{Kept, Store};
use portulan_testkit::builders::{entry, saturday_morning};
use portulan_testkit::{Engine, PlaceBuilder, TestDatabase};
use serde::de::DeserializeOwned;
use serde_json::json;

use crate::proposals::person;
use crate::{may, on_both_engines};

on_both_engines! {
    a_roadmap_is_read_by_everybody_once_a_decision_made_it_the_plan_of_its_body
    a_roadmap_is_reached_through_its_body_alone
    two_people_who_change_one_action_lose_nothing
    whoever_wrote_last_does_not_record_the_decision
}

/// A clock that the test moves, in days.
struct Calendar(AtomicI64);

impl Clock for Calendar {
    fn now(&self) -> DateTime<Utc> {
        saturday_morning() + TimeDelta::days(self.0.load(Ordering::SeqCst))
    }
}

struct World {
    app: Arc<App>,
    calendar: Arc<Calendar>,
    _database: TestDatabase,
}

fn slug(text: &str) -> Slug {
    text.parse().unwrap()
}

fn record<T: DeserializeOwned>(value: serde_json::Value) -> T {
    serde_json::from_value(value).unwrap()
}

async fn seed<T: Kept>(store: &Store, one: &T) {
    let line = entry(
        portulan_model::journal::Deed::Created,
        &PlaceBuilder::new(1).build(),
    );
    let mut write = store
        .begin_governance(&may::<portulan_policy::actions::Restore>())
        .await
        .unwrap();
    assert!(write.add_kept(one, &line).await.unwrap());
    write.commit().await.unwrap();
}

fn membership(number: u8, body: &str, organisation: &str, leads: bool) -> Membership {
    let mandates = if leads {
        json!([{ "role": "co-lead", "period": { "from": "2023-12-14" } }])
    } else {
        json!([])
    };
    record(json!({
        "state": "confirmed",
        "who": { "id": format!("018bcfe5-6800-7000-8000-0000000000{number:02}"), "body": body, "organisation": organisation },
        "candidate": "2023-10-01", "since": "2023-10-01", "tenure": "by-right", "mandates": mandates,
    }))
}

impl World {
    async fn new(engine: Engine) -> Self {
        let database = TestDatabase::new(engine);
        let calendar = Arc::new(Calendar(AtomicI64::new(0)));
        let clock = Arc::clone(&calendar);
        let chance = Arc::new(SeededChance::new(1));
        let app = App::open(&database.url, clock, chance).await.unwrap();
        let store = Store::open(&database.url).await.unwrap();
        let line = entry(
            portulan_model::journal::Deed::Created,
            &PlaceBuilder::new(1).build(),
        );
        for name in ["ccas", "caf", "ailleurs"] {
            let one = record(
                json!({ "slug": name, "name": name.to_uppercase(), "territory": "commune-35238" }),
            );
            let added = store.add_organisation(&may(), &one, &line).await.unwrap();
            assert!(added.is_some());
        }
        for body in ["esc", "autre"] {
            let one: Body = record(
                json!({ "slug": body, "name": body, "seat": "commune-35238", "area": "35238" }),
            );
            seed(&store, &one).await;
            let number = format!("{body}/2026-1");
            let decision: Decision = record(json!({
                "decision": number, "meeting": "018bcfe5-6800-7000-8000-000000000020",
                "on": "2026-11-28", "title": "Valider la feuille de route",
            }));
            seed(&store, &decision).await;
        }
        seed(&store, &membership(10, "esc", "ccas", true)).await;
        seed(&store, &membership(11, "esc", "caf", false)).await;
        seed(&store, &membership(12, "autre", "ailleurs", true)).await;
        app.refresh().await.unwrap();
        Self {
            app,
            calendar,
            _database: database,
        }
    }

    fn pass(&self, days: i64) {
        self.calendar.0.fetch_add(days, Ordering::SeqCst);
    }

    fn body(&self, name: &str) -> Body {
        roadmaps::body(&self.app.directory(), &slug(name))
            .unwrap()
            .clone()
    }

    fn writes(&self, actor: &Actor, body: &str) -> Capability<WriteRoadmap> {
        let day = self.app.now().date_naive();
        let target = rights::led_body(&self.app.directory(), &self.body(body), day);
        allow(actor, target).unwrap()
    }

    fn reads(&self, actor: &Actor, body: &str) -> Capability<ReadBody> {
        let day = self.app.now().date_naive();
        let target = rights::joined_body(&self.app.directory(), &self.body(body), day);
        allow(actor, target).unwrap()
    }

    fn opines(&self, organisation: &str) -> Capability<GiveOpinion> {
        let directory = self.app.directory();
        let known = directory.organisations.get(&slug(organisation)).unwrap();
        let actor = person(
            9,
            Role::OrganisationManager,
            &format!("structure-{organisation}"),
        );
        allow(&actor, rights::organisation(&directory, known)).unwrap()
    }

    fn validates(
        &self,
        actor: &Actor,
        roadmap: &Roadmap,
    ) -> Result<Capability<ValidateRoadmap>, Refusal> {
        let day = self.app.now().date_naive();
        let body = self.body(roadmap.body.as_str());
        let target = rights::led_body(&self.app.directory(), &body, day);
        allow_apart(actor, target, &roadmaps::prepared_by(roadmap))
    }

    async fn read(&self, name: &Slug) -> Roadmap {
        roadmaps::read(&self.app, &self.reads(&Actor::Operator, "esc"), name)
            .await
            .unwrap()
    }

    /// A roadmap with an axis, an objective and an action.
    async fn written(&self, actor: &Actor) -> (Slug, ObjectiveId, Action) {
        let may = self.writes(actor, "esc");
        let wish = wish("Feuille de route des ESC");
        let name = roadmaps::create(&self.app, &may, wish.clone())
            .await
            .unwrap();
        let again = roadmaps::create(&self.app, &may, wish).await.unwrap();
        assert_eq!(again, name, "a form that is sent twice makes one");
        let (axis, under, action) = roadmaps::new_ids(&self.app);
        for (field, title, id) in [
            ("nouvel-axe".to_owned(), "Accès libre", axis.to_string()),
            (
                outline::new_objective_name(axis),
                "Ouvrir",
                under.to_string(),
            ),
        ] {
            let pairs = [(format!("{field}-id"), id), (field, title.to_owned())];
            let set = roadmaps::set_outline(&self.app, &may, &name, &pairs)
                .await
                .unwrap();
            assert_eq!(set, Ok(()));
        }
        let mut mine = Action::new(action, "Ouvrir des postes".to_owned());
        mine.needs = [Need::Diagnosis].into_iter().collect();
        mine.leads = [slug("ccas")].into();
        let new = change(&Action::new(action, String::new()), &mine);
        let put = (&new, false);
        let saved = roadmaps::put_action(&self.app, &may, (&name, under), put)
            .await
            .unwrap();
        assert!(matches!(saved, Outcome::Saved(_)));
        let again = roadmaps::put_action(&self.app, &may, (&name, under), put)
            .await
            .unwrap();
        assert_eq!(again, Outcome::Same);
        (name, under, mine)
    }

    async fn decide(&self, name: &Slug, number: &str) -> Result<(), Error> {
        let may = self
            .validates(&Actor::Operator, &self.read(name).await)
            .unwrap();
        roadmaps::decide(&self.app, &may, name, number.parse().unwrap()).await
    }
}

fn wish(title: &str) -> Wish {
    Wish {
        title: title.to_owned(),
        period: Period::years(2026, 2028).unwrap(),
        area: "35238".parse().unwrap(),
    }
}

fn change(before: &Action, mine: &Action) -> Change<Action> {
    Change {
        fields: ActionPart::ALL.into(),
        before: before.clone(),
        mine: mine.clone(),
    }
}

fn manager(organisation: &str) -> Actor {
    person(
        1,
        Role::OrganisationManager,
        &format!("structure-{organisation}"),
    )
}

async fn a_roadmap_is_read_by_everybody_once_a_decision_made_it_the_plan_of_its_body(
    engine: Engine,
) {
    let world = World::new(engine).await;
    let app = &world.app;
    let lead = manager("ccas");
    let (name, under, action) = world.written(&lead).await;
    let may = world.writes(&lead, "esc");
    let hidden = || {
        let directory = app.directory();
        let text = serde_json::to_string(&directory.levels.world().roadmaps).unwrap();
        public::find(&directory, &name).is_none() && !text.contains("Ouvrir des postes")
    };
    assert!(hidden(), "a draft is its body's alone");
    let today = app.now().date_naive();
    roadmaps::consult(app, &may, &name, today).await.unwrap();
    assert!(hidden(), "what is put to opinion is not everybody's");
    let view = (View::Reserved, Prose::read("Et le soir ?").unwrap());
    for _ in 0..2 {
        roadmaps::hear(app, &world.opines("caf"), &name, view.clone())
            .await
            .unwrap();
    }
    let unsaid = roadmaps::hear(app, &world.opines("caf"), &name, (View::Opposed, None)).await;
    assert!(matches!(unsaid, Err(Error::Conflict(_))));
    let early = world.decide(&name, "2026-1").await;
    assert!(
        matches!(early, Err(Error::Conflict(_))),
        "opinions are still asked"
    );
    world.pass(1);
    assert!(matches!(
        world.decide(&name, "2026-2").await,
        Err(Error::NotFound(_))
    ));
    for _ in 0..2 {
        world.decide(&name, "2026-1").await.unwrap();
    }
    let directory = app.directory();
    let shown = public::find(&directory, &name).unwrap();
    assert_eq!(public::versions(shown).count(), 1);
    assert_eq!(shown.content.actions().count(), 1);
    let text = serde_json::to_string(shown).unwrap();
    assert!(
        !text.contains("Et le soir"),
        "opinions are those of members"
    );
    // An amendment is nobody's until another decision.
    let mut mine = action.clone();
    mine.title = "Ouvrir des postes le soir".to_owned();
    let put = (&change(&action, &mine), true);
    roadmaps::put_action(app, &may, (&name, under), put)
        .await
        .unwrap();
    let title = |content: &Content| content.actions().next().unwrap().title.clone();
    let directory = app.directory();
    let shown = public::find(&directory, &name).unwrap();
    assert_eq!(title(public::content(shown)), "Ouvrir des postes");
    assert!(!serde_json::to_string(shown).unwrap().contains("le soir"));
    assert_eq!(title(world.read(&name).await.working()), mine.title);
    let store = Store::open(&world._database.url).await.unwrap();
    let second: Decision = record(json!({
        "decision": "esc/2026-2", "meeting": "018bcfe5-6800-7000-8000-000000000020",
        "on": "2026-11-29", "title": "Modifier",
    }));
    seed(&store, &second).await;
    world.pass(1);
    world.decide(&name, "2026-2").await.unwrap();
    let directory = app.directory();
    let shown = public::find(&directory, &name).unwrap();
    let titles: Vec<String> = public::versions(shown)
        .map(|one| title(&one.content))
        .collect();
    assert_eq!(titles, ["Ouvrir des postes", "Ouvrir des postes le soir"]);
    roadmaps::close(app, &may, &name).await.unwrap();
    assert_eq!(world.read(&name).await.state.stage(), Stage::Closed);
    let store = store.kept_one::<Roadmap>(&name).await.unwrap().unwrap();
    assert_eq!(store.versions.len(), 4, "opinion, decision, amendment, end");
}

async fn a_roadmap_is_reached_through_its_body_alone(engine: Engine) {
    let world = World::new(engine).await;
    let (app, other) = (&world.app, manager("ailleurs"));
    let (name, under, action) = world.written(&manager("ccas")).await;
    let missing = |done: bool, told: &str| assert!(done, "{told}");
    let may = world.writes(&other, "autre");
    let read = roadmaps::read(app, &world.reads(&other, "autre"), &name).await;
    missing(matches!(read, Err(Error::NotFound(_))), "read");
    let outline = roadmaps::set_outline(app, &may, &name, &[]).await;
    missing(matches!(outline, Err(Error::NotFound(_))), "outline");
    let mut mine = action.clone();
    mine.title = "Volée".to_owned();
    let put = (&change(&action, &mine), true);
    let put = roadmaps::put_action(app, &may, (&name, under), put).await;
    missing(matches!(put, Err(Error::NotFound(_))), "action");
    let gone = roadmaps::remove_action(app, &may, &name, action.id).await;
    missing(matches!(gone, Err(Error::NotFound(_))), "remove");
    let closed = roadmaps::close(app, &may, &name).await;
    missing(matches!(closed, Err(Error::NotFound(_))), "close");
    let today = app.now().date_naive();
    let asked = roadmaps::consult(app, &may, &name, today).await;
    missing(matches!(asked, Err(Error::NotFound(_))), "consult");
    roadmaps::consult(app, &world.writes(&manager("ccas"), "esc"), &name, today)
        .await
        .unwrap();
    let stranger = world.opines("ailleurs");
    let heard = roadmaps::hear(app, &stranger, &name, (View::Favourable, None)).await;
    missing(matches!(heard, Err(Error::NotFound(_))), "opinion");
    assert_eq!(roadmaps::to_opine(app, &stranger).await.unwrap(), []);
    assert_eq!(
        roadmaps::to_opine(app, &world.opines("caf"))
            .await
            .unwrap()
            .len(),
        1
    );
    world.pass(1);
    let known = Roadmap {
        body: slug("autre"),
        ..world.read(&name).await
    };
    let may = world.validates(&other, &known).unwrap();
    let decided = roadmaps::decide(app, &may, &name, "2026-1".parse().unwrap()).await;
    missing(matches!(decided, Err(Error::NotFound(_))), "decision");
}

async fn two_people_who_change_one_action_lose_nothing(engine: Engine) {
    let world = World::new(engine).await;
    let (name, under, read) = world.written(&manager("ccas")).await;
    let may = world.writes(&Actor::Operator, "esc");
    let put = async |mine: &Action| {
        let change = change(&read, mine);
        roadmaps::put_action(&world.app, &may, (&name, under), (&change, true))
            .await
            .unwrap()
    };
    let mut first = read.clone();
    first.title = "Ouvrir le soir".to_owned();
    assert_eq!(put(&first).await, Outcome::Saved(vec![ActionPart::Title]));
    let mut second = read.clone();
    second.partners = [slug("caf")].into();
    assert_eq!(
        put(&second).await,
        Outcome::Saved(vec![ActionPart::Partners])
    );
    let kept = world
        .read(&name)
        .await
        .working()
        .action(read.id)
        .cloned()
        .unwrap();
    assert_eq!(
        (kept.title.as_str(), kept.partners.len()),
        ("Ouvrir le soir", 1)
    );
    let mut third = read.clone();
    third.title = "Ouvrir le matin".to_owned();
    let Outcome::Clash { fields, theirs } = put(&third).await else {
        panic!("both changed the title");
    };
    assert_eq!(
        (fields, theirs.title.as_str()),
        (vec![ActionPart::Title], "Ouvrir le soir")
    );
    roadmaps::remove_action(&world.app, &may, &name, read.id)
        .await
        .unwrap();
    let change = change(&read, &third);
    let gone = roadmaps::put_action(&world.app, &may, (&name, under), (&change, true)).await;
    assert!(
        matches!(gone, Err(Error::Conflict(_))),
        "what was taken away does not come back unseen"
    );
}

async fn whoever_wrote_last_does_not_record_the_decision(engine: Engine) {
    let world = World::new(engine).await;
    let lead = manager("ccas");
    let (name, _, _) = world.written(&lead).await;
    let today = world.app.now().date_naive();
    roadmaps::consult(&world.app, &world.writes(&lead, "esc"), &name, today)
        .await
        .unwrap();
    world.pass(1);
    let roadmap = world.read(&name).await;
    let own = world.validates(&lead, &roadmap);
    assert!(matches!(own, Err(Refusal::OwnWork { .. })));
    let colleague = person(2, Role::OrganisationManager, "structure-ccas");
    let may = world.validates(&colleague, &roadmap).unwrap();
    roadmaps::decide(&world.app, &may, &name, "2026-1".parse().unwrap())
        .await
        .unwrap();
    // A member who leads nothing validates nothing.
    let member = manager("caf");
    assert!(matches!(
        world.validates(&member, &roadmap),
        Err(Refusal::NoRole { .. })
    ));
}
