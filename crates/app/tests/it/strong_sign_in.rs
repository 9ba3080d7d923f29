//! Where it is asked for, roles that decide for others wait until their holder comes in by a key or a provider; whoever
//! reads the mailbox adds no key where there is one.

use portulan_app::identity::passkey::Passkeys;
use portulan_app::people::{self, Browser, Opened, PeopleError, SignedIn};
use portulan_app::{Options, doctor};
use portulan_model::people::Person;
use portulan_policy::actions::Instruct;
use portulan_policy::{Actor, Role, allow};
use portulan_testkit::Engine;
use portulan_testkit::passkey::Device;
use url::Url;

use crate::people::{Site, on, rennes};
use crate::{may, on_both_engines};

on_both_engines! {
    a_link_opens_the_account_and_a_key_opens_its_roles
    whoever_reads_the_mailbox_adds_no_key_where_there_is_one
    whoever_operates_forgets_the_keys_that_somebody_lost
    a_contributor_comes_in_as_ever
}

const HERE: &str = "https://portulan.exemple.fr";

fn passkeys() -> Passkeys {
    Passkeys::at(&Url::parse(HERE).unwrap(), "Portulan").unwrap()
}

/// An installation that asks for keys, and somebody with a role there.
async fn with_role(engine: Engine, role: Role) -> (Site, Person) {
    let strong = Options {
        strong_sign_in: true,
        ..Options::default()
    };
    let site = Site::open_served(engine, strong).await;
    let camille = site.person("Camille").await;
    let giving = on(&Actor::Operator, rennes());
    let given = people::give(&site.app, &giving, camille.id, role, None);
    given.await.unwrap();
    (site, camille)
}

async fn add_key(site: &Site, signed: &SignedIn, device: &mut Device) {
    let passkeys = passkeys();
    let begun = people::begin_enrolment(&site.app, signed, &passkeys).await;
    let (id, options) = begun.unwrap();
    let answer = device.enrol(&options);
    let ceremony = (id, answer.as_str(), "Téléphone");
    let ended = people::finish_enrolment(&site.app, signed, &passkeys, ceremony);
    ended.await.unwrap();
}

async fn by_key(site: &Site, device: &Device) -> Result<Opened, PeopleError> {
    let begun = people::begin_by_key(&site.app, &passkeys()).await;
    let (id, options) = begun.unwrap();
    let answer = device.sign_in(&options);
    let browser = Browser::default();
    people::open_by_key(&site.app, &passkeys(), (id, &answer), &browser).await
}

async fn by_link(site: &Site, person: &Person) -> SignedIn {
    site.signed(&site.enter(person).await.session).await
}

fn examines(signed: &SignedIn) -> bool {
    allow::<Instruct>(&signed.actor(), rennes()).is_ok()
}

async fn a_link_opens_the_account_and_a_key_opens_its_roles(engine: Engine) {
    let (site, camille) = with_role(engine, Role::Instructor).await;
    let weak = by_link(&site, &camille).await;
    assert!(weak.is_held_back() && !examines(&weak));
    assert!(weak.is_fresh(), "whoever has no key adds one");
    let mut device = Device::browsing(HERE, 1);
    add_key(&site, &weak, &mut device).await;
    assert!(
        !examines(&by_link(&site, &camille).await),
        "the same session"
    );
    let opened = by_key(&site, &device).await.unwrap();
    let strong = site.signed(&opened.session).await;
    assert!(!strong.is_held_back() && examines(&strong));
    let findings = doctor::examine(&site.app, &may()).await.unwrap();
    let alone = findings.iter().find(|one| one.check == "second-factor");
    assert_eq!(alone.unwrap().health, doctor::Health::Good);
}

async fn whoever_reads_the_mailbox_adds_no_key_where_there_is_one(engine: Engine) {
    let (site, camille) = with_role(engine, Role::Instructor).await;
    let mut device = Device::browsing(HERE, 1);
    add_key(&site, &by_link(&site, &camille).await, &mut device).await;
    let thief = by_link(&site, &camille).await;
    assert!(!thief.is_fresh() && !examines(&thief));
    let opened = by_key(&site, &device).await.unwrap();
    assert!(site.signed(&opened.session).await.is_fresh());
}

async fn whoever_operates_forgets_the_keys_that_somebody_lost(engine: Engine) {
    let (site, camille) = with_role(engine, Role::Instructor).await;
    let mut lost = Device::browsing(HERE, 1);
    let before = by_link(&site, &camille).await;
    add_key(&site, &before, &mut lost).await;
    let opened = by_key(&site, &lost).await.unwrap();
    let forgotten = people::forget_keys(&site.app, &may(), camille.id).await;
    forgotten.unwrap();
    let who = site.who(&opened.session).await;
    assert!(matches!(who, people::Who::Visitor), "{who:?}");
    assert!(by_key(&site, &lost).await.is_err());
    let again = by_link(&site, &camille).await;
    assert!(again.is_fresh() && !examines(&again));
    let mut other = Device::browsing(HERE, 2);
    add_key(&site, &again, &mut other).await;
    assert!(by_key(&site, &other).await.is_ok());
}

async fn a_contributor_comes_in_as_ever(engine: Engine) {
    let (site, camille) = with_role(engine, Role::Contributor).await;
    let signed = by_link(&site, &camille).await;
    assert!(!signed.is_held_back() && signed.is_fresh());
}
