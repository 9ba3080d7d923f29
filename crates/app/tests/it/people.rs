//! Accounts, roles, invitations, sessions and the ways in, on both engines.

use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};
use portulan_app::operator::Secret;
use portulan_app::people::{
    self, Browser, NewInvitation, NewPerson, Opened, PeopleError, SignedIn, Who,
};
use portulan_app::secret::Key;
use portulan_app::{App, Clock, Options, SeededChance};
use portulan_model::people::{Email, Person};
use portulan_policy::actions::{EditPlace, GrantRoles, ManagePeople};
use portulan_policy::{Actor, Node, Role, allow};
use portulan_testkit::builders::saturday_morning;
use portulan_testkit::{Engine, TestDatabase};
use std::sync::Mutex;

use crate::{may, on_both_engines};

on_both_engines! {
    a_link_lets_a_person_in_once_and_in_time
    an_invitation_opens_an_account_with_its_role_and_serves_once
    an_invitation_is_worth_what_its_author_holds_and_lets_nobody_into_an_account
    a_role_that_is_taken_back_or_ended_is_worth_nothing_at_the_next_request
    nobody_hands_on_more_than_they_hold_nor_takes_what_they_could_not_give
    a_password_lets_in_and_strangers_who_guess_lock_nobody_out
    sessions_are_listed_ended_and_end_by_themselves
    whoever_operates_ends_the_sessions_of_somebody
    an_account_is_taken_away_and_erased_with_all_that_lets_in
    the_last_operator_stays
    asking_for_a_link_writes_one_mail_to_a_known_address_and_none_to_another
}

/// The key by which the links of mails are signed.
pub(crate) fn key() -> Key {
    Key::from_bytes([7; 32])
}

/// A clock that the test moves.
struct Moved(Mutex<DateTime<Utc>>);

impl Clock for Moved {
    fn now(&self) -> DateTime<Utc> {
        *self.0.lock().unwrap()
    }
}

pub(crate) struct Site {
    pub(crate) app: Arc<App>,
    clock: Arc<Moved>,
    _database: TestDatabase,
}

impl Site {
    pub(crate) async fn open(engine: Engine) -> Self {
        Self::open_as(engine, false).await
    }

    /// One from which mails leave, or not.
    pub(crate) async fn open_as(engine: Engine, sends_mail: bool) -> Self {
        let served = Options {
            sends_mail,
            ..Options::default()
        };
        Self::open_served(engine, served).await
    }

    /// One that is served under some options.
    pub(crate) async fn open_served(engine: Engine, served: Options) -> Self {
        let database = TestDatabase::new(engine);
        let clock = Arc::new(Moved(Mutex::new(saturday_morning())));
        let options = Options {
            key: Some(key().into()),
            limits: crate::server::limits(),
            ..served
        };
        let told: Arc<dyn Clock> = Arc::clone(&clock) as Arc<dyn Clock>;
        let chance = Arc::new(SeededChance::new(1));
        let app = App::open_with(&database.url, told, chance, options)
            .await
            .unwrap();
        Self {
            app,
            clock,
            _database: database,
        }
    }

    pub(crate) fn pass(&self, time: TimeDelta) {
        *self.clock.0.lock().unwrap() += time;
    }

    pub(crate) async fn person(&self, name: &str) -> Person {
        let email = format!("{}@exemple.fr", name.to_lowercase());
        let new = NewPerson {
            email: Some(Email::parse(&email).unwrap()),
            name: name.parse().unwrap(),
        };
        people::open_account(&self.app, &may::<ManagePeople>(), new)
            .await
            .unwrap()
    }

    pub(crate) async fn enter(&self, person: &Person) -> Opened {
        let link = people::link_of(&self.app, &may(), person.id).await.unwrap();
        people::open_by_link(&self.app, &link, &Browser::default())
            .await
            .unwrap()
    }

    pub(crate) async fn who(&self, secret: &Secret) -> Who {
        people::who(&self.app, Some(secret)).await.unwrap()
    }

    pub(crate) async fn signed(&self, secret: &Secret) -> SignedIn {
        match self.who(secret).await {
            Who::Person(signed) => *signed,
            other => panic!("{other:?}"),
        }
    }
}

pub(crate) fn rennes() -> Node {
    "commune-35238".parse().unwrap()
}

pub(crate) fn on(actor: &Actor, node: Node) -> portulan_policy::Capability<GrantRoles> {
    allow(actor, node).unwrap()
}

async fn a_link_lets_a_person_in_once_and_in_time(engine: Engine) {
    let site = Site::open(engine).await;
    let person = site.person("Camille").await;
    let link = people::link_of(&site.app, &may(), person.id).await.unwrap();
    assert_eq!(
        people::person_of_link(&site.app, &link, &Browser::default())
            .await
            .unwrap(),
        person
    );
    let opened = people::open_by_link(&site.app, &link, &Browser::default())
        .await
        .unwrap();
    assert_eq!(site.signed(&opened.session).await.person.id, person.id);
    let again = people::open_by_link(&site.app, &link, &Browser::default()).await;
    assert!(matches!(again, Err(PeopleError::Used)), "replayed");
    let forged = link.replace("sign-in.", "sign-in.0");
    let forged = people::open_by_link(&site.app, &forged, &Browser::default()).await;
    assert!(matches!(forged, Err(PeopleError::Forged)));
    let late = people::link_of(&site.app, &may(), person.id).await.unwrap();
    site.pass(TimeDelta::minutes(31));
    let late = people::open_by_link(&site.app, &late, &Browser::default()).await;
    assert!(matches!(late, Err(PeopleError::Expired)));
}

async fn an_invitation_opens_an_account_with_its_role_and_serves_once(engine: Engine) {
    let site = Site::open(engine).await;
    let invitation = NewInvitation {
        email: Email::parse("nouvelle@exemple.fr").unwrap(),
        name: None,
        role: Role::Coordinator,
        until: None,
    };
    let capability = on(&Actor::Operator, rennes());
    let link = people::invite(&site.app, &capability, invitation)
        .await
        .unwrap();
    let told = people::invitation(&site.app, &link).await.unwrap();
    assert_eq!(told.grant.role(), Role::Coordinator);
    assert_eq!(
        people::standing(&site.app, &capability)
            .await
            .unwrap()
            .len(),
        1
    );
    let name = "Nour".parse().unwrap();
    let opened = people::accept(&site.app, &link, name, &Browser::default(), None)
        .await
        .unwrap()
        .unwrap();
    let actor = site.who(&opened.session).await.actor();
    assert!(allow::<GrantRoles>(&actor, rennes()).is_ok());
    assert!(allow::<GrantRoles>(&actor, "commune-29019".parse::<Node>().unwrap()).is_err());
    let again = people::accept(
        &site.app,
        &link,
        "X".parse().unwrap(),
        &Browser::default(),
        None,
    )
    .await;
    assert!(matches!(again, Err(PeopleError::Used)));
    assert!(
        people::standing(&site.app, &capability)
            .await
            .unwrap()
            .is_empty()
    );
}

async fn an_invitation_is_worth_what_its_author_holds_and_lets_nobody_into_an_account(
    engine: Engine,
) {
    let site = Site::open(engine).await;
    let (camille, nour) = (site.person("Camille").await, site.person("Nour").await);
    let operator = on(&Actor::Operator, rennes());
    let role = people::give(&site.app, &operator, camille.id, Role::Coordinator, None)
        .await
        .unwrap();
    let actor = site.who(&site.enter(&camille).await.session).await.actor();
    let hers = on(&actor, rennes());
    let new = |email: &str| NewInvitation {
        email: Email::parse(email).unwrap(),
        name: None,
        role: Role::Mediator,
        until: None,
    };
    let none = Browser::default();
    let name = || "Nour".parse().unwrap();
    let to_nour = people::invite(&site.app, &hers, new("nour@exemple.fr"))
        .await
        .unwrap();
    let refused = people::accept(&site.app, &to_nour, name(), &none, None).await;
    assert!(
        matches!(refused, Err(PeopleError::SignInFirst)),
        "the address has an account"
    );
    let signed = site.signed(&site.enter(&nour).await.session).await;
    let accepted = people::accept(&site.app, &to_nour, name(), &none, Some(&signed)).await;
    assert!(accepted.unwrap().is_none(), "no session is opened");
    let to_another = people::invite(&site.app, &hers, new("autre@exemple.fr"))
        .await
        .unwrap();
    let third = people::invite(&site.app, &hers, new("tiers@exemple.fr"))
        .await
        .unwrap();
    let waiting = people::standing(&site.app, &hers).await.unwrap();
    let (id, _) = waiting
        .iter()
        .find(|(_, one)| one.email.as_str() == "tiers@exemple.fr")
        .unwrap();
    people::withdraw(&site.app, &hers, *id).await.unwrap();
    let gone = people::accept(&site.app, &third, name(), &none, None).await;
    assert!(matches!(gone, Err(PeopleError::Used)), "withdrawn");
    people::take_back(&site.app, &operator, role).await.unwrap();
    let worthless = people::accept(&site.app, &to_another, name(), &none, None).await;
    assert!(
        matches!(worthless, Err(PeopleError::Used)),
        "its author lost the role"
    );
}

async fn a_role_that_is_taken_back_or_ended_is_worth_nothing_at_the_next_request(engine: Engine) {
    let site = Site::open(engine).await;
    let person = site.person("Camille").await;
    let session = site.enter(&person).await.session;
    let place = portulan_policy::Target::under("lieu-essai".parse().unwrap(), [rennes()]);
    let may_edit = async || allow::<EditPlace>(&site.who(&session).await.actor(), &place).is_ok();
    assert!(!may_edit().await);
    let capability = on(&Actor::Operator, rennes());
    let id = people::give(&site.app, &capability, person.id, Role::Mediator, None)
        .await
        .unwrap();
    assert!(may_edit().await);
    people::take_back(&site.app, &capability, id).await.unwrap();
    assert!(!may_edit().await);
    let soon = Some(saturday_morning() + TimeDelta::hours(1));
    people::give(&site.app, &capability, person.id, Role::Mediator, soon)
        .await
        .unwrap();
    assert!(may_edit().await);
    site.pass(TimeDelta::hours(1));
    assert!(!may_edit().await);
}

async fn nobody_hands_on_more_than_they_hold_nor_takes_what_they_could_not_give(engine: Engine) {
    let site = Site::open(engine).await;
    let (camille, nour) = (site.person("Camille").await, site.person("Nour").await);
    let operator = on(&Actor::Operator, rennes());
    people::give(&site.app, &operator, camille.id, Role::Coordinator, None)
        .await
        .unwrap();
    let referent = people::give(&site.app, &operator, nour.id, Role::Referent, None)
        .await
        .unwrap();
    let actor = site.who(&site.enter(&camille).await.session).await.actor();
    let hers = on(&actor, rennes());
    people::give(&site.app, &hers, nour.id, Role::Mediator, None)
        .await
        .unwrap();
    for role in [Role::Coordinator, Role::Instructor, Role::Referent] {
        let refused = people::give(&site.app, &hers, nour.id, role, None).await;
        assert!(
            matches!(refused, Err(PeopleError::NotYoursToGive)),
            "{role}"
        );
    }
    let refused = people::take_back(&site.app, &hers, referent).await;
    assert!(matches!(refused, Err(PeopleError::NotYoursToGive)));
    assert_eq!(
        people::held_on(&site.app, &operator).await.unwrap().len(),
        3
    );
}

async fn a_password_lets_in_and_strangers_who_guess_lock_nobody_out(engine: Engine) {
    const GOOD: &str = "quatre mots bien au chaud";
    let site = Site::open(engine).await;
    let person = site.person("Camille").await;
    let opened = site.enter(&person).await;
    let signed = site.signed(&opened.session).await;
    let short = people::set_password(&site.app, &signed, "court", None).await;
    assert!(matches!(short, Err(PeopleError::Password(_))));
    people::set_password(&site.app, &signed, GOOD, None)
        .await
        .unwrap();
    let email = person.email.unwrap();
    let known = people::open_by_password(&site.app, &email, GOOD, &Browser::default())
        .await
        .unwrap();
    let mine = Browser {
        agent: String::new(),
        device: Some(known.device),
        ..Browser::default()
    };
    let stranger = Browser::default();
    for _ in 0..10 {
        let wrong = people::open_by_password(&site.app, &email, "mauvais mot", &stranger).await;
        assert!(matches!(wrong, Err(PeopleError::Wrong)));
    }
    let closed = people::open_by_password(&site.app, &email, GOOD, &stranger).await;
    assert!(matches!(closed, Err(PeopleError::TooMany { .. })));
    people::open_by_password(&site.app, &email, GOOD, &mine)
        .await
        .unwrap();
    site.enter(&signed.person).await;
    let nobody = Email::parse("personne@exemple.fr").unwrap();
    for _ in 0..10 {
        let wrong = people::open_by_password(&site.app, &nobody, GOOD, &stranger).await;
        assert!(matches!(wrong, Err(PeopleError::Wrong)));
    }
    let same = people::open_by_password(&site.app, &nobody, GOOD, &stranger).await;
    assert!(
        matches!(same, Err(PeopleError::TooMany { .. })),
        "as for an address with an account"
    );
    site.pass(TimeDelta::minutes(16));
    people::open_by_password(&site.app, &email, GOOD, &stranger)
        .await
        .unwrap();
}

async fn sessions_are_listed_ended_and_end_by_themselves(engine: Engine) {
    let site = Site::open(engine).await;
    let person = site.person("Camille").await;
    let (one, two) = (
        site.enter(&person).await.session,
        site.enter(&person).await.session,
    );
    let signed = site.signed(&one).await;
    let sessions = people::sessions_of(&site.app, &signed).await.unwrap();
    assert_eq!(sessions.len(), 2);
    let other = sessions
        .iter()
        .find(|one| one.label != signed.session.label)
        .unwrap();
    assert!(
        people::close_labelled(&site.app, &signed, &other.label)
            .await
            .unwrap()
    );
    assert!(matches!(site.who(&two).await, Who::Visitor));
    let three = site.enter(&person).await.session;
    people::close_others(&site.app, &signed).await.unwrap();
    assert!(matches!(site.who(&three).await, Who::Visitor));
    assert!(site.signed(&one).await.is_fresh());
    site.pass(TimeDelta::minutes(31));
    assert!(!site.signed(&one).await.is_fresh());
    site.pass(TimeDelta::hours(13));
    assert!(
        matches!(site.who(&one).await, Who::Visitor),
        "a working day without use"
    );
}

async fn whoever_operates_ends_the_sessions_of_somebody(engine: Engine) {
    let site = Site::open(engine).await;
    let person = site.person("Camille").await;
    let other = site.person("Nour").await;
    let (hers, theirs) = (
        site.enter(&person).await.session,
        site.enter(&other).await.session,
    );
    let link = people::link_of(&site.app, &may(), person.id).await.unwrap();
    people::close_all(&site.app, &may(), person.id)
        .await
        .unwrap();
    assert!(matches!(site.who(&hers).await, Who::Visitor));
    assert!(site.signed(&theirs).await.is_fresh());
    let refused = people::open_by_link(&site.app, &link, &Browser::default()).await;
    assert!(matches!(refused, Err(PeopleError::Used)));
}

async fn an_account_is_taken_away_and_erased_with_all_that_lets_in(engine: Engine) {
    let site = Site::open(engine).await;
    let person = site.person("Camille").await;
    let opened = site.enter(&person).await;
    let signed = site.signed(&opened.session).await;
    let export = people::export(&site.app, &signed).await.unwrap();
    assert_eq!(export.account, signed.person);
    assert_eq!(export.sessions.len(), 1);
    let link = people::link_of(&site.app, &may(), person.id).await.unwrap();
    people::erase_own(&site.app, &signed).await.unwrap();
    assert!(matches!(site.who(&opened.session).await, Who::Visitor));
    let refused = people::open_by_link(&site.app, &link, &Browser::default()).await;
    assert!(
        matches!(refused, Err(PeopleError::Used)),
        "a link of before opens nothing"
    );
    assert!(
        people::list(&site.app, &may::<ManagePeople>())
            .await
            .unwrap()
            .is_empty()
    );
}

async fn the_last_operator_stays(engine: Engine) {
    let site = Site::open(engine).await;
    let (camille, nour) = (site.person("Camille").await, site.person("Nour").await);
    let everywhere = on(&Actor::Operator, Node::Installation);
    people::give(&site.app, &everywhere, camille.id, Role::Operator, None)
        .await
        .unwrap();
    let erased = people::erase(&site.app, &may(), camille.id).await;
    assert!(matches!(erased, Err(PeopleError::LastOperator)));
    people::give(&site.app, &everywhere, nour.id, Role::Operator, None)
        .await
        .unwrap();
    people::erase(&site.app, &may(), camille.id).await.unwrap();
}

async fn asking_for_a_link_writes_one_mail_to_a_known_address_and_none_to_another(engine: Engine) {
    let site = Site::open(engine).await;
    site.person("Camille").await;
    for address in [
        "camille@exemple.fr",
        "camille@exemple.fr",
        "inconnue@exemple.fr",
    ] {
        let asked = Secret::draw(&site.app);
        people::ask_link(&site.app, Email::parse(address).unwrap(), None, &asked);
    }
    let mails = async || {
        let log = portulan_app::mail::log(&site.app, &may(), None, 0)
            .await
            .unwrap();
        log.mails
    };
    let deadline = std::time::Instant::now() + std::time::Duration::from_secs(20);
    while mails().await.is_empty() && std::time::Instant::now() < deadline {
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
    }
    tokio::time::sleep(std::time::Duration::from_millis(300)).await;
    let mails = mails().await;
    assert_eq!(mails.len(), 1);
    assert_eq!(mails[0].mail.to, "camille@exemple.fr");
}
