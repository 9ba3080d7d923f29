//! What the owner of an account is told and keeps in hand: links, passwords, keys, providers, sessions, on both engines.

use std::sync::Arc;

use chrono::TimeDelta;
use portulan_app::identity::oidc::{self, Back, Party};
use portulan_app::identity::passkey::Passkeys;
use portulan_app::mail::{DoorChange, Message};
use portulan_app::people::{self, Browser, Errand, Opened, PeopleError, Returned, SignedIn, Who};
use portulan_app::{journal, operator};
use portulan_model::journal::Author;
use portulan_model::people::{Email, Means, Person};
use portulan_policy::{Node, Role, allow};
use portulan_testkit::Engine;
use portulan_testkit::builders::saturday_morning;
use portulan_testkit::oidc::{CLIENT_ID, CLIENT_SECRET, OidcProvider, Play, Proof};
use portulan_testkit::passkey::Device;
use url::Url;

use crate::people::{Site, key};
use crate::{may, on_both_engines};

on_both_engines! {
    a_link_that_has_served_lets_another_one_leave_and_one_that_waits_does_not
    the_page_to_go_on_to_is_kept_with_the_link
    a_lost_password_is_set_by_a_link_once_and_its_owner_is_told
    a_browser_that_was_not_known_is_told_and_its_owner_closes_all_sessions
    keys_that_are_added_and_removed_are_told
    a_provider_is_tied_by_the_session_that_began_and_its_owner_is_told
    a_provider_that_asks_for_nothing_proves_nothing_new
    the_last_way_in_is_not_untied
    what_is_done_in_the_operators_session_is_told_as_the_operators
}

const GOOD: &str = "quatre mots bien au chaud";

/// What was written to people, the oldest first.
pub(crate) async fn mails(site: &Site) -> Vec<Message> {
    let log = portulan_app::mail::log(&site.app, &may(), None, 0).await;
    let mut mails = log.unwrap().mails;
    mails.sort_by_key(|known| known.mail.id);
    let read = |text: &str| serde_json::from_str(text).unwrap();
    mails
        .iter()
        .map(|known| read(&known.mail.parameters))
        .collect()
}

/// Waits until so many mails are there, then a moment more: what is asked for is done after the answer.
pub(crate) async fn settled(site: &Site, count: usize) -> Vec<Message> {
    let deadline = std::time::Instant::now() + std::time::Duration::from_secs(20);
    while mails(site).await.len() < count && std::time::Instant::now() < deadline {
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
    }
    tokio::time::sleep(std::time::Duration::from_millis(200)).await;
    let mails = mails(site).await;
    assert_eq!(mails.len(), count, "{mails:?}");
    // What comes next is later: ids follow the clock.
    site.pass(TimeDelta::seconds(1));
    mails
}

/// The signed text of the link of the last mail.
pub(crate) fn link(mails: &[Message]) -> String {
    mails.last().unwrap().link().unwrap().sign(&key())
}

/// A browser that holds the secret by which it asks.
pub(crate) fn bound(site: &Site) -> Browser {
    Browser {
        asked: Some(operator::Secret::draw(&site.app)),
        ..Browser::default()
    }
}

pub(crate) fn address(person: &Person) -> Email {
    person.email.clone().unwrap()
}

async fn a_link_that_has_served_lets_another_one_leave_and_one_that_waits_does_not(engine: Engine) {
    let site = Site::open(engine).await;
    let camille = site.person("Camille").await;
    let browser = bound(&site);
    let asked = browser.asked.clone().unwrap();
    let ask = || people::ask_link(&site.app, address(&camille), None, &asked);
    ask();
    let first = settled(&site, 1).await;
    ask();
    ask();
    settled(&site, 1).await;
    people::open_by_link(&site.app, &link(&first), &browser)
        .await
        .unwrap();
    ask();
    ask();
    let second = settled(&site, 2).await;
    assert_ne!(link(&first), link(&second));
    site.pass(TimeDelta::minutes(11));
    ask();
    settled(&site, 3).await;
}

async fn the_page_to_go_on_to_is_kept_with_the_link(engine: Engine) {
    let site = Site::open(engine).await;
    let camille = site.person("Camille").await;
    let next = Some("/exploitation/doublons?territoire=commune-35238".to_owned());
    let browser = bound(&site);
    let asked = browser.asked.clone().unwrap();
    people::ask_link(&site.app, address(&camille), next.clone(), &asked);
    let link = link(&settled(&site, 1).await);
    let opened = people::open_by_link(&site.app, &link, &browser).await;
    assert_eq!(opened.unwrap().next, next);
}

async fn a_lost_password_is_set_by_a_link_once_and_its_owner_is_told(engine: Engine) {
    let site = Site::open(engine).await;
    let camille = site.person("Camille").await;
    let before = site.enter(&camille).await;
    let none = bound(&site);
    let asked = none.asked.clone().unwrap();
    let unknown = Email::parse("inconnue@exemple.fr").unwrap();
    people::ask_recovery(&site.app, unknown, &asked);
    people::ask_recovery(&site.app, address(&camille), &asked);
    let link = link(&settled(&site, 1).await);
    let as_sign_in = people::open_by_link(&site.app, &link, &none).await;
    assert!(
        matches!(as_sign_in, Err(PeopleError::Forged)),
        "of another purpose"
    );
    let short = people::recover(&site.app, &link, "court", None, &none).await;
    assert!(matches!(short, Err(PeopleError::Password(_))));
    let known = people::person_of_recovery(&site.app, &link, &none).await;
    let known = known.unwrap();
    assert_eq!(known.id, camille.id, "a refusal does not use the link up");
    let opened = people::recover(&site.app, &link, GOOD, None, &none).await;
    let opened = opened.unwrap();
    assert!(site.signed(&opened.session).await.is_fresh());
    assert!(
        matches!(site.who(&before.session).await, Who::Visitor),
        "other sessions end"
    );
    let again = people::recover(&site.app, &link, GOOD, None, &none).await;
    assert!(matches!(again, Err(PeopleError::Used)), "replayed");
    let mails = settled(&site, 2).await;
    assert_eq!(mails[1], Message::PasswordChanged);
    people::open_by_password(&site.app, &address(&camille), GOOD, &none)
        .await
        .unwrap();
    site.pass(TimeDelta::seconds(1));
    people::ask_recovery(&site.app, address(&camille), &asked);
    let late = self::link(&settled(&site, 4).await);
    site.pass(TimeDelta::minutes(11));
    let late = people::recover(&site.app, &late, GOOD, None, &none).await;
    assert!(matches!(late, Err(PeopleError::Expired)));
}

async fn a_browser_that_was_not_known_is_told_and_its_owner_closes_all_sessions(engine: Engine) {
    let site = Site::open(engine).await;
    let camille = site.person("Camille").await;
    let own = site.enter(&camille).await;
    let signed = site.signed(&own.session).await;
    people::set_password(&site.app, &signed, GOOD, None)
        .await
        .unwrap();
    site.pass(TimeDelta::seconds(1));
    let enter = async |browser: &Browser| {
        people::open_by_password(&site.app, &address(&camille), GOOD, browser)
            .await
            .unwrap()
    };
    let stranger = Browser {
        agent: "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0".to_owned(),
        ..Browser::default()
    };
    let first = enter(&stranger).await;
    let told = settled(&site, 2).await;
    let Message::NewBrowser { agent, .. } = &told[1] else {
        panic!("{told:?}");
    };
    assert_eq!(*agent, stranger.agent);
    let known = Browser {
        device: Some(first.device),
        ..stranger.clone()
    };
    let second = enter(&known).await;
    settled(&site, 2).await;
    let link = link(&told);
    // Whoever came in changes what they can: the link of the owner serves all the same.
    let intruder = site.signed(&second.session).await;
    people::set_password(&site.app, &intruder, "cinq autres mots bien au froid", None)
        .await
        .unwrap();
    for _ in 0..2 {
        people::close_by_link(&site.app, &link).await.unwrap();
    }
    for session in [own.session, first.session, second.session] {
        assert!(matches!(site.who(&session).await, Who::Visitor));
    }
    let forged = format!("{link}a");
    let forged = people::close_by_link(&site.app, &forged).await;
    assert!(matches!(forged, Err(PeopleError::Forged)));
    site.pass(TimeDelta::days(9));
    let late = people::close_by_link(&site.app, &link).await;
    assert!(matches!(late, Err(PeopleError::Expired)));
}

/// Adds the key of a device.
async fn add_key(site: &Site, signed: &SignedIn, seed: u8) {
    const HERE: &str = "https://portulan.exemple.fr";
    let passkeys = Passkeys::at(&Url::parse(HERE).unwrap(), "Portulan").unwrap();
    let begun = people::begin_enrolment(&site.app, signed, &passkeys).await;
    let (id, options) = begun.unwrap();
    let answer = Device::browsing(HERE, seed).enrol(&options);
    let ceremony = (id, answer.as_str(), "Téléphone");
    people::finish_enrolment(&site.app, signed, &passkeys, ceremony)
        .await
        .unwrap();
}

async fn keys_that_are_added_and_removed_are_told(engine: Engine) {
    let site = Site::open(engine).await;
    let camille = site.person("Camille").await;
    let signed = site.signed(&site.enter(&camille).await.session).await;
    add_key(&site, &signed, 1).await;
    site.pass(TimeDelta::seconds(1));
    let keys = people::keys_of(&site.app, &signed).await.unwrap();
    assert!(
        !people::remove_key(&site.app, &signed, "autre")
            .await
            .unwrap()
    );
    assert!(
        people::remove_key(&site.app, &signed, &keys[0].id)
            .await
            .unwrap()
    );
    let told: Vec<_> = mails(&site).await.into_iter().map(change).collect();
    let name = "Téléphone".to_owned();
    let expected = [
        (DoorChange::KeyAdded, name.clone()),
        (DoorChange::KeyRemoved, name),
    ];
    assert_eq!(told, expected);
}

fn change(message: Message) -> (DoorChange, String) {
    match message {
        Message::DoorChanged { change, name, .. } => (change, name),
        other => panic!("{other:?}"),
    }
}

/// A provider, and this installation as it sees it.
fn provider(play: Play) -> (OidcProvider, Arc<Party>) {
    let now = Some(saturday_morning());
    let there = OidcProvider::start(Play { now, ..play });
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("secret"), CLIENT_SECRET).unwrap();
    let file = folder.path().join("oidc.toml");
    let text = format!(
        "[[provider]]\nslug = \"agents\"\nlabel = \"Agents\"\nissuer = \"{}\"\n\
         client_id = \"{CLIENT_ID}\"\nclient_secret_file = \"secret\"\n",
        there.issuer()
    );
    std::fs::write(&file, text).unwrap();
    let known = oidc::read(&file).unwrap().remove(0);
    let here = Url::parse("http://localhost:8080/connexion/service/agents/retour").unwrap();
    let party = Party::new(known, here, &crate::server::limits());
    (there, Arc::new(party))
}

/// Goes there and comes back in a browser that holds a session, or none.
async fn travel(
    site: &Site,
    (there, party): (&OidcProvider, &Arc<Party>),
    errand: Errand<'_>,
    signed: Option<&SignedIn>,
) -> Result<Returned, PeopleError> {
    let begun = people::begin_by_provider(&site.app, party, errand).await;
    let (address, secret) = begun?;
    let back = Back::read(there.walk(&address).query().unwrap());
    let came = (back, Some(&secret));
    people::open_by_provider(&site.app, party, came, &Browser::default(), signed).await
}

fn tying(signed: &SignedIn) -> Errand<'_> {
    Errand {
        tie: Some(signed),
        ..Errand::default()
    }
}

async fn a_provider_is_tied_by_the_session_that_began_and_its_owner_is_told(engine: Engine) {
    let site = Site::open(engine).await;
    let (there, party) = provider(Play::default());
    let way = (&there, &party);
    let camille = site.person("Camille").await;
    let session = async || site.signed(&site.enter(&camille).await.session).await;
    let (mine, other) = (session().await, session().await);
    // Another session of the same person, and nobody, end nothing that this one began.
    for stranger in [Some(&other), None] {
        let refused = travel(&site, way, tying(&mine), stranger).await;
        assert!(matches!(refused, Err(PeopleError::Forged)));
    }
    assert!(
        people::issuers_of(&site.app, &mine)
            .await
            .unwrap()
            .is_empty()
    );
    let returned = travel(&site, way, tying(&mine), Some(&mine)).await.unwrap();
    let id = returned.tied.unwrap();
    let account = people::tied(&site.app, &mine, id).await.unwrap();
    assert_eq!(account.as_deref(), Some("camille@mairie.exemple.fr"));
    let nour = site.person("Nour").await;
    let hers = site.signed(&site.enter(&nour).await.session).await;
    assert_eq!(people::tied(&site.app, &hers, id).await.unwrap(), None);
    let taken = travel(&site, way, tying(&hers), Some(&hers)).await;
    assert!(matches!(taken, Err(PeopleError::Taken)));
    let issuer = there.issuer();
    let tied = people::issuers_of(&site.app, &mine).await.unwrap();
    assert_eq!(tied, std::slice::from_ref(&issuer));
    site.pass(TimeDelta::seconds(1));
    let untied = people::untie(&site.app, &mine, &issuer, "Agents").await;
    assert!(untied.unwrap());
    let again = people::untie(&site.app, &mine, &issuer, "Agents").await;
    assert!(!again.unwrap(), "once");
    let told: Vec<_> = mails(&site).await.into_iter().map(change).collect();
    let expected = [
        (
            DoorChange::ProviderAdded,
            "Agents (camille@mairie.exemple.fr)".to_owned(),
        ),
        (DoorChange::ProviderRemoved, "Agents".to_owned()),
    ];
    assert_eq!(told, expected);
}

async fn a_provider_that_asks_for_nothing_proves_nothing_new(engine: Engine) {
    let site = Site::open(engine).await;
    let (there, party) = provider(Play::default());
    let way = (&there, &party);
    let old = Proof::At(saturday_morning() - TimeDelta::hours(3));
    let recent = Proof::At(saturday_morning() - TimeDelta::minutes(10));
    for (name, proof, asked, fresh) in [
        ("typed there", Proof::Now, false, true),
        ("let through", old, false, false),
        ("let through, proven lately", recent, false, true),
        ("asked again", old, true, true),
        ("says nothing", Proof::Untold, false, false),
        ("says nothing though asked", Proof::Untold, true, false),
    ] {
        there.play(|play| play.proof = proof);
        let errand = Errand {
            fresh: asked,
            next: Some("/compte".to_owned()),
            ..Errand::default()
        };
        let Opened { session, next, .. } = travel(&site, way, errand, None).await.unwrap().opened;
        let signed = site.signed(&session).await;
        assert_eq!(signed.session.means, Means::Provider);
        assert_eq!(signed.is_fresh(), fresh, "{name}");
        assert_eq!(next.as_deref(), Some("/compte"), "{name}");
    }
}

async fn the_last_way_in_is_not_untied(engine: Engine) {
    let site = Site::open(engine).await;
    let (there, party) = provider(Play::default());
    // An address that is not proven is not kept: no link can be sent.
    there.play(|play| play.person.email_verified = Some(false));
    let returned = travel(&site, (&there, &party), Errand::default(), None).await;
    let signed = site.signed(&returned.unwrap().opened.session).await;
    assert_eq!(signed.person.email, None);
    let refused = people::untie(&site.app, &signed, &there.issuer(), "Agents").await;
    assert!(matches!(refused, Err(PeopleError::LastDoor)));
    let tied = people::issuers_of(&site.app, &signed).await.unwrap();
    assert_eq!(tied, [there.issuer()]);
    add_key(&site, &signed, 1).await;
    let untied = people::untie(&site.app, &signed, &there.issuer(), "Agents").await;
    assert!(untied.unwrap(), "a key is left");
    let keys = people::keys_of(&site.app, &signed).await.unwrap();
    let last = people::remove_key(&site.app, &signed, &keys[0].id).await;
    assert!(matches!(last, Err(PeopleError::LastDoor)));
    add_key(&site, &signed, 2).await;
    let removed = people::remove_key(&site.app, &signed, &keys[0].id).await;
    assert!(removed.unwrap(), "another one is left");
}

async fn what_is_done_in_the_operators_session_is_told_as_the_operators(engine: Engine) {
    let site = Site::open(engine).await;
    let app = &site.app;
    let drawn = operator::one_time_link(app, &may()).await.unwrap();
    let session = operator::redeem(app, &drawn).await.unwrap().unwrap();
    assert!(
        operator::redeem(app, &drawn).await.unwrap().is_none(),
        "once"
    );
    let actor = site.who(&session).await.actor();
    let camille = site.person("Camille").await;
    let on = allow(&actor, Node::Installation).unwrap();
    people::give(app, &on, camille.id, Role::Operator, None)
        .await
        .unwrap();
    operator::end(app, &session).await.unwrap();
    assert!(matches!(site.who(&session).await, Who::Visitor), "replayed");
    let told = async |object: &str| {
        let lines = journal::of_object(app, &may(), object, None).await;
        lines.unwrap().lines
    };
    let session = told("session-exploitation").await;
    let reasons: Vec<_> = session
        .iter()
        .map(portulan_model::journal::Line::reason)
        .collect();
    let expected = [
        "the session was ended",
        "the link was used",
        "a link was drawn",
    ];
    assert_eq!(reasons, expected);
    let given = told(&portulan_model::journal::person_object(camille.id)).await;
    assert!(given[0].reason().starts_with("role given: operator"));
    for line in session.iter().chain(&given) {
        assert_eq!(line.author, Author::Operator, "{line:?}");
    }
}
