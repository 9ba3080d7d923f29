//! Those who apply are told by mail what changes in a call, and when they can read what was decided; nobody else is, and nobody
//! twice. Who has answered is reminded no more.

use chrono::TimeDelta;
use portulan_app::editing::Change;
use portulan_app::means::{calls, examination};
use portulan_app::{mail, people as accounts, people::NewPerson, rights};
use portulan_model::means::calls::{Amendment, Terms, TermsField, Timeline, paris_day};
use portulan_model::people::Email;
use portulan_model::proposals::Prose;
use portulan_policy::actions::{DecideApplications, ManageCalls, ManagePeople};
use portulan_policy::{Actor, Node, Role};
use portulan_testkit::Engine;

use super::ENOUGH;
use super::examined::{found, refuse};
use super::world::{World, slug};
use crate::people::on;
use crate::{may, on_both_engines};

on_both_engines! {
    who_applies_is_told_once_what_changes_and_that_the_decision_can_be_read
    who_has_answered_is_reminded_no_more
}

/// Somebody who answers for an organisation.
async fn holder(world: &World, name: &str, organisation: &str) {
    let new = NewPerson {
        email: Some(Email::parse(&format!("{name}@exemple.fr")).unwrap()),
        name: name.parse().unwrap(),
    };
    let person = accounts::open_account(&world.app, &may::<ManagePeople>(), new).await;
    let node = rights::node(
        &world.app.directory(),
        &Node::Organisation(slug(organisation)),
    );
    let give = on(&Actor::Operator, node.unwrap().node().clone());
    let role = Role::OrganisationManager;
    accounts::give(&world.app, &give, person.unwrap().id, role, None)
        .await
        .unwrap();
}

/// To whom mails of a kind were written.
async fn told(world: &World, template: &str) -> Vec<String> {
    let log = mail::log(&world.app, &may(), None, 0).await.unwrap();
    let of = |one: &&portulan_model::mail::KnownMail| one.mail.template == template;
    let mut all: Vec<String> = log
        .mails
        .iter()
        .filter(of)
        .map(|one| one.mail.to.clone())
        .collect();
    all.sort();
    all
}

async fn amend(world: &World) {
    let before = calls::known(&world.app.directory(), &world.call)
        .unwrap()
        .call
        .terms
        .clone();
    let closing = world.closing + TimeDelta::days(1);
    let mine = Terms {
        timeline: Timeline::new([], Some(closing)).unwrap(),
        ..before.clone()
    };
    let change = Change {
        fields: TermsField::ALL.into(),
        before,
        mine,
    };
    let told = Amendment {
        on: paris_day(world.app.now()),
        what: Prose::read("Un jour de plus.").unwrap().unwrap(),
    };
    let manage = world.may::<ManageCalls>();
    calls::write(&world.app, &manage, &world.call, (&change, Some(told)))
        .await
        .unwrap();
}

async fn who_applies_is_told_once_what_changes_and_that_the_decision_can_be_read(engine: Engine) {
    let world = World::published(engine).await;
    for (name, organisation) in [("alix", "asso"), ("noa", "ville"), ("sasha", "banque")] {
        holder(&world, name, organisation).await;
    }
    let app = &world.app;
    assert_eq!(calls::tell_due(app).await.unwrap(), 0, "nothing is new");
    let drafted = world.begin("asso", "page-asso").await.unwrap();
    let given_up = world.begin("ville", "page-ville").await.unwrap();
    amend(&world).await;
    assert_eq!(calls::tell_due(app).await.unwrap(), 2);
    assert_eq!(calls::tell_due(app).await.unwrap(), 0, "told again");
    let both = ["alix@exemple.fr", "noa@exemple.fr"];
    assert_eq!(told(&world, "call-amended").await, both);
    // An hour later one looks again, and those who were told are known.
    world.at(world.app.now() + TimeDelta::hours(1));
    assert_eq!(calls::tell_due(app).await.unwrap(), 0, "an hour later");
    world.submit("asso", drafted, ENOUGH).await.unwrap();
    found(&world, drafted).await;
    refuse(&world, drafted).await;
    let decides = world.may::<DecideApplications>();
    examination::publish(app, &decides, &world.call)
        .await
        .unwrap();
    assert_eq!(calls::tell_due(app).await.unwrap(), 1);
    assert_eq!(calls::tell_due(app).await.unwrap(), 0, "told again");
    // A draft that nobody submitted was not decided.
    assert_eq!(
        told(&world, "call-decided").await,
        ["alix@exemple.fr"],
        "{given_up}"
    );
    world.at(world.app.now() + TimeDelta::days(15));
    holder(&world, "lou", "asso").await;
    assert_eq!(
        calls::tell_due(app).await.unwrap(),
        0,
        "it is no news any more"
    );
}

async fn who_has_answered_is_reminded_no_more(engine: Engine) {
    let world = World::published(engine).await;
    for (name, organisation) in [("alix", "asso"), ("noa", "ville")] {
        holder(&world, name, organisation).await;
    }
    let id = world.begin("asso", "page-asso").await.unwrap();
    world.begin("ville", "page-ville").await.unwrap();
    world.submit("asso", id, ENOUGH).await.unwrap();
    world.at(world.closing - TimeDelta::days(2));
    assert_eq!(calls::remind_due(&world.app).await.unwrap(), 1);
    assert_eq!(told(&world, "call-closes").await, ["noa@exemple.fr"]);
}
