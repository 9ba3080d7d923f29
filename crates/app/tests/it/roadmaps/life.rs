//! A roadmap from its first title to its end, on both engines: each step where it is due, nothing read before it is decided.

use portulan_app::editing::Outcome;
use portulan_app::roadmaps::parts::ActionPart;
use portulan_app::roadmaps::{self, public};
use portulan_app::{Error, mail, people, rights};
use portulan_model::consultations::View;
use portulan_model::governance::Decision;
use portulan_model::people::Email;
use portulan_model::proposals::Prose;
use portulan_model::roadmaps::{Content, Roadmap, Stage};
use portulan_policy::{Actor, Node, Refusal, Role, allow};
use portulan_store::Store;
use portulan_testkit::Engine;
use serde_json::json;

use super::world::{World, change, manager, record, seed, slug};
use crate::proposals::person;
use crate::{may, on_both_engines};

on_both_engines! {
    a_roadmap_is_read_by_everybody_once_a_decision_made_it_the_plan_of_its_body
    a_roadmap_is_reached_through_its_body_alone
    two_people_who_change_one_action_lose_nothing
    whoever_wrote_last_does_not_record_the_decision
    those_who_speak_for_the_members_are_written_to_once
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
    "Ouvrir des postes le soir".clone_into(&mut mine.title);
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
    let store = Store::open(&world.database.url).await.unwrap();
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
    "Volée".clone_into(&mut mine.title);
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
    let put = async |mine: &portulan_model::roadmaps::Action| {
        let change = change(&read, mine);
        roadmaps::put_action(&world.app, &may, (&name, under), (&change, true))
            .await
            .unwrap()
    };
    let mut first = read.clone();
    "Ouvrir le soir".clone_into(&mut first.title);
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
    "Ouvrir le matin".clone_into(&mut third.title);
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

async fn those_who_speak_for_the_members_are_written_to_once(engine: Engine) {
    let world = World::new(engine).await;
    let app = &world.app;
    for (name, node) in [
        ("Camille", "structure-caf"),
        ("Nour", "structure-ailleurs"),
        ("Alix", "commune-35238"),
    ] {
        let new = people::NewPerson {
            email: Email::parse(&format!("{}@exemple.fr", name.to_lowercase())).ok(),
            name: name.parse().unwrap(),
        };
        let somebody = people::open_account(app, &may(), new).await.unwrap();
        let node: Node = node.parse().unwrap();
        let role = match node {
            Node::Organisation(_) => Role::OrganisationManager,
            _ => Role::Coordinator,
        };
        let target = rights::node(&app.directory(), &node).unwrap();
        let give = allow(&Actor::Operator, target).unwrap();
        people::give(app, &give, somebody.id, role, None)
            .await
            .unwrap();
    }
    let (name, ..) = world.written(&manager("ccas")).await;
    let may_write = world.writes(&manager("ccas"), "esc");
    let today = app.now().date_naive();
    roadmaps::consult(app, &may_write, &name, today)
        .await
        .unwrap();
    // Sent twice, it is refused, and nobody is written to again.
    let again = roadmaps::consult(app, &may_write, &name, today).await;
    assert!(matches!(again, Err(Error::Conflict(_))), "{again:?}");
    let log = mail::log(app, &may(), None, 0).await.unwrap();
    let told = log
        .mails
        .iter()
        .filter(|one| one.mail.template == "opinion-asked");
    let told: Vec<&str> = told.map(|one| one.mail.to.as_str()).collect();
    assert_eq!(told, ["camille@exemple.fr"], "the members, and no other");
}
