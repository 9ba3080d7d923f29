//! A database of the release before opens for the people in it: their ways in, their roles, what they left, and what
//! was left to them. The values were written by `examples/fixture`, the secrets are those that it kept.

use std::sync::Arc;

use base64::Engine as _;
use chrono::{DateTime, TimeDelta, Utc};
use portulan_app::identity::passkey::Passkeys;
use portulan_app::operator::{self, Secret};
use portulan_app::people::{self, Browser, SignedIn, Who};
use portulan_app::proposals::{self, Filter, Way};
use portulan_app::secret::Key;
use portulan_app::{App, Options, SeededChance, journal};
use portulan_model::journal::{Content, person_object};
use portulan_model::mail::MailState;
use portulan_model::people::{Email, Means, Person};
use portulan_model::proposals::{Proposal, State};
use portulan_model::{DayKind, Service};
use portulan_policy::actions::EditPlace;
use portulan_policy::{Actor, Role, allow};
use portulan_store::{DraftKey, Store};
use portulan_testkit::builders::saturday_morning;
use portulan_testkit::earlier::secrets_of;
use portulan_testkit::passkey::Device;
use portulan_testkit::{Engine, TestDatabase};
use serde_json::{Value, json};
use url::Url;

use crate::proposals::visitor;
use crate::{Stopped, may, on_both_engines};

on_both_engines! {
    people_come_in_after_an_upgrade_as_they_did_before
    links_of_before_an_upgrade_open_what_they_opened
    proposals_of_before_an_upgrade_are_followed_and_examined
    mails_notices_drafts_and_organisations_survive_an_upgrade
    the_journal_of_before_an_upgrade_verifies_and_keeps_its_secrets
}

/// The last migration of the release before.
const BEFORE: i64 = 8;

struct Upgraded {
    app: Arc<App>,
    store: Store,
    secrets: Value,
    _database: TestDatabase,
}

async fn upgraded(engine: Engine) -> Upgraded {
    let database = TestDatabase::earlier(engine, BEFORE).await;
    let options = Options {
        key: Some(Key::from_bytes([7; 32]).into()),
        ..Options::default()
    };
    let (clock, chance) = (Stopped(now()), SeededChance::new(2));
    let app = App::open_with(&database.url, Arc::new(clock), Arc::new(chance), options);
    Upgraded {
        app: app.await.unwrap(),
        store: Store::open(&database.url).await.unwrap(),
        secrets: secrets_of(BEFORE),
        _database: database,
    }
}

/// A quarter of an hour after the fixture was written.
fn now() -> DateTime<Utc> {
    saturday_morning() + TimeDelta::minutes(10)
}

impl Upgraded {
    fn secret(&self, path: &str) -> &str {
        self.secrets.pointer(path).unwrap().as_str().unwrap()
    }

    async fn at(&self, email: &str) -> Person {
        let email = Email::parse(email).unwrap();
        self.store.person_at(&email).await.unwrap().unwrap()
    }

    async fn signed(&self) -> SignedIn {
        let secret = Secret::read(self.secret("/accounts/session")).unwrap();
        match people::who(&self.app, Some(&secret)).await.unwrap() {
            Who::Person(signed) => *signed,
            other => panic!("{other:?}"),
        }
    }
}

async fn people_come_in_after_an_upgrade_as_they_did_before(engine: Engine) {
    let site = upgraded(engine).await;
    let signed = site.signed().await;
    let camille = site.at("camille@exemple.fr").await;
    assert_eq!(
        (signed.person.id, camille.name.as_str()),
        (camille.id, "Camille D.")
    );
    assert_eq!(
        (signed.session.means, signed.session.agent.as_str()),
        (Means::Link, "Firefox")
    );
    let roles = site.store.grants_of(camille.id).await.unwrap();
    let until = saturday_morning() + TimeDelta::days(365);
    let [role] = roles.as_slice() else {
        panic!("{roles:?}");
    };
    assert_eq!(
        (role.grant.role(), role.grant.until()),
        (Role::Coordinator, Some(until))
    );
    assert_eq!(
        (role.grant.node().to_string(), role.given_by.as_str()),
        ("commune-35238".to_owned(), "operator")
    );
    let nour = site.at("nour@exemple.fr").await;
    let roles = site.store.grants_of(nour.id).await.unwrap();
    assert_eq!(roles[0].grant.role(), Role::Operator);
    let none = Browser::default();
    let email = camille.email.clone().unwrap();
    let entered =
        people::open_by_password(&site.app, &email, "quinze bateaux dans la brume", &none);
    assert_eq!(entered.await.unwrap().person.id, camille.id);
    let wrong = people::open_by_password(&site.app, &email, "seize bateaux dans la brume", &none);
    assert!(wrong.await.is_err());
    let known = site
        .store
        .person_known_by("https://identite.exemple.fr", "sujet-7");
    assert_eq!(known.await.unwrap(), Some(camille.id));
    let keys = people::keys_of(&site.app, &signed).await.unwrap();
    assert_eq!(keys[0].label, "Poste de l’accueil");
    by_key(&site, &camille).await;
    let desk = Secret::read(site.secret("/accounts/operator-session")).unwrap();
    assert_eq!(
        operator::actor(&site.app, Some(&desk)).await.unwrap(),
        Actor::Operator
    );
}

/// The device that was enrolled before the upgrade opens a session.
async fn by_key(site: &Upgraded, of: &Person) {
    let here = "https://portulan.exemple.fr";
    let passkeys = Passkeys::at(&Url::parse(here).unwrap(), "Portulan").unwrap();
    let mut device = Device::browsing(here, 1);
    let user = base64::prelude::BASE64_URL_SAFE_NO_PAD.encode(of.id.uuid().as_bytes());
    // The device forgot for whom its key is; what it would enrol is thrown away.
    device.enrol(
        &json!({ "user": { "id": user }, "rp": { "id": "portulan.exemple.fr" }, "challenge": "" }),
    );
    let (id, options) = people::begin_by_key(&site.app, &passkeys).await.unwrap();
    let answer = device.sign_in(&options);
    let browser = Browser::default();
    let opened = people::open_by_key(&site.app, &passkeys, (id, &answer), &browser);
    assert_eq!(opened.await.unwrap().person.id, of.id);
}

async fn links_of_before_an_upgrade_open_what_they_opened(engine: Engine) {
    let site = upgraded(engine).await;
    let none = Browser::default();
    let link = site.secret("/accounts/sign-in");
    let entered = people::open_by_link(&site.app, link, &none).await.unwrap();
    assert_eq!(entered.person.name.as_str(), "Camille D.");
    let link = site.secret("/accounts/invitation");
    let told = people::invitation(&site.app, link).await.unwrap();
    assert_eq!(
        (told.by_name.as_str(), told.grant.role()),
        ("Camille D.", Role::Mediator)
    );
    let name = "Dominique".parse().unwrap();
    let accepted = people::accept(&site.app, link, name, &none, None).await;
    let invited = accepted.unwrap().unwrap().person;
    assert_eq!(invited.email.unwrap().as_str(), "invitee@exemple.fr");
    let link = Secret::read(site.secret("/accounts/operator-link")).unwrap();
    assert!(operator::redeem(&site.app, &link).await.unwrap().is_some());
}

async fn proposals_of_before_an_upgrade_are_followed_and_examined(engine: Engine) {
    let site = upgraded(engine).await;
    let by_form = |name: &str| {
        let secret = Secret::read(site.secret(&format!("/proposals/{name}")));
        Way::Form(secret.unwrap())
    };
    let by_mail = |name: &str| Way::Mail(site.secret(&format!("/proposals/{name}")).to_owned());
    let of = async |way: Way| -> Proposal {
        let found = proposals::of_link(&site.app, &visitor(), &way).await;
        found.unwrap()
    };
    let refused = of(by_form("refused")).await;
    assert_eq!(
        refused.state.motive().unwrap().words,
        "Vérifié par téléphone."
    );
    assert_eq!(refused.comments[0].words, "Fermé le lundi.");
    assert_eq!(refused.wanted.hours.as_deref(), Some("Mo 09:00-12:00"));
    let asked = of(by_mail("asked")).await;
    let question = "Le matin seulement ?".to_owned();
    assert_eq!(asked.state, State::AskedBack { question });
    assert_eq!(asked.contact.unwrap().as_str(), "usager@exemple.fr");
    let proven = proposals::prove(&site.app, &visitor(), &by_mail("unproven")).await;
    assert_eq!(proven.unwrap().state, State::Waiting);
    let waiting = of(by_form("waiting")).await;
    assert_eq!(waiting.words.unwrap().as_str(), "Vu sur la porte.");
    let all = Filter::default();
    let queue = proposals::queue(&site.app, &Actor::Operator, &all);
    let mut queued: Vec<_> = queue
        .await
        .unwrap()
        .rows
        .into_iter()
        .map(|row| row.proposal.id)
        .collect();
    queued.sort();
    for id in [waiting.id, asked.id] {
        assert!(queued.contains(&id), "{queued:?}");
    }
    let (_, desk) = proposals::open(&site.app, &Actor::Operator, waiting.id)
        .await
        .unwrap();
    proposals::assign(&site.app, &desk, waiting.id, true)
        .await
        .unwrap();
}

async fn mails_notices_drafts_and_organisations_survive_an_upgrade(engine: Engine) {
    let site = upgraded(engine).await;
    for (number, state) in (1..).zip(MailState::ALL) {
        let mails = site.store.mails(&may(), Some(state), 50, 0).await.unwrap();
        let to = format!("essai-{number}@exemple.fr");
        let kept = mails.iter().find(|known| known.mail.to == to).unwrap();
        assert_eq!(
            (kept.attempts, kept.mail.key.clone()),
            (1, format!("essai/{number}"))
        );
        assert_eq!(
            kept.error.is_some(),
            state == MailState::Failed,
            "{state:?}"
        );
    }
    assert!(
        site.store
            .mail_refused(&"0f".repeat(32), "campaigns")
            .await
            .unwrap()
    );
    let directory = site.app.directory();
    let places = directory.snapshot.places();
    let first = places
        .iter()
        .find(|place| place.record.name == "Médiathèque des Essais")
        .unwrap();
    assert_eq!(first.record.hours.as_deref(), Some("Tu 14:00-17:00"));
    assert_eq!(places.len(), 4, "two are merged");
    let notices = site.store.day_notices().await.unwrap();
    assert_eq!(
        (notices[0].place, notices[0].kind),
        (first.id, DayKind::Replaced)
    );
    assert_eq!(notices[0].words.as_deref(), Some("dans la salle du fond"));
    let away = site
        .store
        .turned_away(&may(), first.id, now().date_naive())
        .await;
    assert_eq!(away.unwrap(), [(Service::Paperwork, 3)]);
    let camille = site.at("camille@exemple.fr").await;
    let key = DraftKey {
        owner: camille.id.to_string(),
        object: "lieu-mediatheque-des-essais".to_owned(),
        section: "contact".to_owned(),
    };
    let draft = site
        .store
        .draft(&may(), &key, saturday_morning())
        .await
        .unwrap();
    assert!(draft.unwrap().0.contains("02 99 00 00 08"));
    let slug = "ccas-des-essais".parse().unwrap();
    assert_eq!(
        directory.organisations.get(&slug).unwrap().name,
        "CCAS des Essais"
    );
    let theirs = places
        .iter()
        .filter(|place| directory.organisations.of_place(&place.id).contains(&slug));
    assert_eq!(theirs.count(), 1);
    assert!(
        allow::<EditPlace>(
            &Actor::Operator,
            portulan_policy::Node::Place(first.slug.clone())
        )
        .is_ok()
    );
    assert!(
        directory
            .reference
            .territory(&"qpv-QN00000M".parse().unwrap())
            .is_some()
    );
}

async fn the_journal_of_before_an_upgrade_verifies_and_keeps_its_secrets(engine: Engine) {
    let site = upgraded(engine).await;
    let head = site.secret("/head");
    let found = journal::verify(&site.app, &may(), Some(head))
        .await
        .unwrap();
    assert!(found.is_whole() && found.lines > 20, "{found:?}");
    assert_eq!((found.asked_found, found.unsealed), (Some(true), 1));
    let camille = site.at("camille@exemple.fr").await;
    let lines = site
        .store
        .journal(&may(), &person_object(camille.id), 50)
        .await
        .unwrap();
    let told = lines.iter().find(|line| line.subject.is_some()).unwrap();
    assert_eq!(told.reason(), "ce qui la concerne");
    assert_eq!(told.behalf.as_deref(), Some("structure-ccas-des-essais"));
    let erasures = site.store.erasures(&may()).await.unwrap();
    let [gone] = erasures.as_slice() else {
        panic!("{erasures:?}");
    };
    let lines = site
        .store
        .journal_about(&may(), gone.person, None, 10)
        .await
        .unwrap();
    assert_eq!(lines[0].content, Content::Erased);
    let (sealed, found) = journal::seal_all(&site.app, &may()).await.unwrap();
    assert!(sealed.lines == 1 && found.is_whole());
}
