//! A code after a password, and links that open in the browser that asked for them alone, on both engines.

use chrono::TimeDelta;
use portulan_app::mail::Message;
use portulan_app::people::{self, Browser, Opened, PeopleError};
use portulan_model::people::{Means, Person};
use portulan_policy::{Actor, Role};
use portulan_testkit::Engine;

use crate::on_both_engines;
use crate::owners::{address, bound, link, mails, settled};
use crate::people::{Site, key, on, rennes};

on_both_engines! {
    a_link_opens_in_the_browser_that_asked_and_another_one_asks_anew
    a_lost_password_is_set_in_the_browser_that_asked_alone
    a_password_of_whoever_decides_for_others_asks_for_a_code
    a_code_is_tried_three_times_in_its_browser_and_its_time
    whoever_knows_the_password_alone_closes_no_door_of_its_owner
}

const GOOD: &str = "quatre mots bien au chaud";

/// Somebody with a password, and a role.
async fn with_role(site: &Site, role: Role) -> Person {
    let person = site.person("Camille").await;
    let opened = site.enter(&person).await;
    let signed = site.signed(&opened.session).await;
    people::set_password(&site.app, &signed, GOOD, None)
        .await
        .unwrap();
    people::give(
        &site.app,
        &on(&Actor::Operator, rennes()),
        person.id,
        role,
        None,
    )
    .await
    .unwrap();
    signed.person
}

async fn by_password(
    site: &Site,
    person: &Person,
    browser: &Browser,
) -> Result<Opened, PeopleError> {
    people::open_by_password(&site.app, &address(person), GOOD, browser).await
}

/// The codes that were sent, the oldest first.
async fn codes(site: &Site) -> Vec<String> {
    let mails = mails(site).await;
    let codes = mails.iter().filter_map(|mail| mail.code(&key()));
    codes.collect()
}

/// Asks for a code, and reads the mail.
async fn code(site: &Site, person: &Person, browser: &Browser) -> String {
    let asked = by_password(site, person, browser).await;
    assert!(matches!(asked, Err(PeopleError::CodeAsked)));
    codes(site).await.pop().unwrap()
}

/// Another code than this one.
fn other(code: &str) -> String {
    let number: u32 = code.parse().unwrap();
    format!("{:06}", (number + 1) % 1_000_000)
}

async fn a_link_opens_in_the_browser_that_asked_and_another_one_asks_anew(engine: Engine) {
    let site = Site::open(engine).await;
    let camille = site.person("Camille").await;
    let (asking, reading) = (bound(&site), bound(&site));
    let next = Some("/compte".to_owned());
    let asked = asking.asked.clone().unwrap();
    people::ask_link(&site.app, address(&camille), next.clone(), &asked);
    let first = link(&settled(&site, 1).await);
    for browser in [&reading, &Browser::default()] {
        let shown = people::person_of_link(&site.app, &first, browser).await;
        assert!(matches!(shown, Err(PeopleError::OtherBrowser)));
        let opened = people::open_by_link(&site.app, &first, browser).await;
        assert!(matches!(opened, Err(PeopleError::OtherBrowser)));
    }
    let shown = people::person_of_link(&site.app, &first, &asking).await;
    assert_eq!(shown.unwrap().id, camille.id, "it was not used up");
    let here = reading.asked.clone().unwrap();
    people::ask_link_here(&site.app, &first, &here)
        .await
        .unwrap();
    let twice = people::ask_link_here(&site.app, &first, &here).await;
    assert!(matches!(twice, Err(PeopleError::Used)), "one mail a link");
    let second = link(&settled(&site, 2).await);
    let old = people::open_by_link(&site.app, &first, &asking).await;
    assert!(matches!(old, Err(PeopleError::Used)));
    let stolen = people::open_by_link(&site.app, &second, &asking).await;
    assert!(matches!(stolen, Err(PeopleError::OtherBrowser)));
    let opened = people::open_by_link(&site.app, &second, &reading).await;
    assert_eq!(opened.unwrap().next, next, "it goes on where it was to");
    people::ask_link(&site.app, address(&camille), None, &here);
    let late = link(&settled(&site, 3).await);
    site.pass(TimeDelta::minutes(10));
    let late = people::open_by_link(&site.app, &late, &reading).await;
    assert!(matches!(late, Err(PeopleError::Expired)), "ten minutes");
}

async fn a_lost_password_is_set_in_the_browser_that_asked_alone(engine: Engine) {
    let site = Site::open(engine).await;
    let camille = site.person("Camille").await;
    let (asking, reading) = (bound(&site), bound(&site));
    let asked = asking.asked.clone().unwrap();
    people::ask_recovery(&site.app, address(&camille), &asked);
    let first = link(&settled(&site, 1).await);
    let shown = people::person_of_recovery(&site.app, &first, &reading).await;
    assert!(matches!(shown, Err(PeopleError::OtherBrowser)));
    let set = people::recover(&site.app, &first, GOOD, None, &reading).await;
    assert!(matches!(set, Err(PeopleError::OtherBrowser)));
    let here = reading.asked.clone().unwrap();
    people::ask_recovery_here(&site.app, &first, &here)
        .await
        .unwrap();
    let second = link(&settled(&site, 2).await);
    let old = people::recover(&site.app, &first, GOOD, None, &asking).await;
    assert!(matches!(old, Err(PeopleError::Used)));
    people::recover(&site.app, &second, GOOD, None, &reading)
        .await
        .unwrap();
}

async fn a_password_of_whoever_decides_for_others_asks_for_a_code(engine: Engine) {
    // Where no mail leaves, and for whoever decides for nobody else, a password opens.
    for (sends, role) in [(false, Role::Coordinator), (true, Role::Contributor)] {
        let site = Site::open_as(engine, sends).await;
        let person = with_role(&site, role).await;
        by_password(&site, &person, &bound(&site)).await.unwrap();
    }
    let site = Site::open_as(engine, true).await;
    let person = with_role(&site, Role::Coordinator).await;
    let browser = bound(&site);
    assert!(!people::waits(&site.app, &browser).await.unwrap());
    let code = code(&site, &person, &browser).await;
    assert!(people::waits(&site.app, &browser).await.unwrap());
    by_password(&site, &person, &browser).await.err().unwrap();
    assert_eq!(codes(&site).await, [code.as_str()], "sent twice, one code");
    let email = address(&person);
    let wrong = people::open_by_password(&site.app, &email, "autre chose", &browser);
    assert!(matches!(wrong.await, Err(PeopleError::Wrong)));
    assert_eq!(codes(&site).await.len(), 1, "a wrong password sends none");
    let opened = people::open_by_code(&site.app, &code, &browser).await;
    let opened = opened.unwrap();
    let signed = site.signed(&opened.session).await;
    assert_eq!(signed.session.means, Means::PasswordAndCode);
    assert!(signed.is_fresh());
    let again = people::open_by_code(&site.app, &code, &browser).await;
    assert!(matches!(again, Err(PeopleError::Used)), "replayed");
    // The next password asks for another one: no browser is spared.
    site.pass(TimeDelta::minutes(2));
    let next = self::code(&site, &person, &browser).await;
    assert_ne!(next, code);
    let told = serde_json::to_string(&mails(&site).await).unwrap();
    assert!(!told.contains(&next), "the outbox does not hold it");
    let role = Message::SignInCode {
        number: "42".to_owned(),
        expires: site.app.now(),
    };
    assert!(
        role.has_expired(site.app.now()),
        "late on its way, not sent"
    );
}

async fn a_code_is_tried_three_times_in_its_browser_and_its_time(engine: Engine) {
    let site = Site::open_as(engine, true).await;
    let person = with_role(&site, Role::Instructor).await;
    let (browser, thief) = (bound(&site), bound(&site));
    let code = code(&site, &person, &browser).await;
    for elsewhere in [&thief, &Browser::default()] {
        let refused = people::open_by_code(&site.app, &code, elsewhere).await;
        assert!(
            matches!(refused, Err(PeopleError::Used)),
            "of another browser"
        );
    }
    for left in [2, 1] {
        let wrong = people::open_by_code(&site.app, &other(&code), &browser).await;
        let Err(PeopleError::WrongCode { left: told }) = wrong else {
            panic!("{left} tries are left")
        };
        assert_eq!(told, left);
    }
    let last = people::open_by_code(&site.app, &other(&code), &browser).await;
    assert!(matches!(last, Err(PeopleError::Used)));
    let over = people::open_by_code(&site.app, &code, &browser).await;
    assert!(matches!(over, Err(PeopleError::Used)), "the third ends it");
    site.pass(TimeDelta::minutes(2));
    let code = self::code(&site, &person, &browser).await;
    site.pass(TimeDelta::minutes(10));
    let late = people::open_by_code(&site.app, &code, &browser).await;
    assert!(matches!(late, Err(PeopleError::Used)), "ten minutes");
}

async fn whoever_knows_the_password_alone_closes_no_door_of_its_owner(engine: Engine) {
    let site = Site::open_as(engine, true).await;
    let person = with_role(&site, Role::Mediator).await;
    let mine = bound(&site);
    let code = code(&site, &person, &mine).await;
    let opened = people::open_by_code(&site.app, &code, &mine).await;
    let mine = Browser {
        device: Some(opened.unwrap().device),
        ..mine
    };
    for round in 0..10 {
        site.pass(TimeDelta::minutes(2));
        let asked = by_password(&site, &person, &bound(&site)).await;
        assert!(matches!(asked, Err(PeopleError::CodeAsked)), "{round}");
    }
    let closed = by_password(&site, &person, &bound(&site)).await;
    assert!(matches!(closed, Err(PeopleError::TooMany { .. })));
    site.pass(TimeDelta::seconds(1));
    let code = self::code(&site, &person, &mine).await;
    people::open_by_code(&site.app, &code, &mine).await.unwrap();
    let asked = mine.asked.clone().unwrap();
    site.pass(TimeDelta::seconds(1));
    let sent = mails(&site).await.len();
    people::ask_link(&site.app, address(&person), None, &asked);
    let link = link(&settled(&site, sent + 1).await);
    people::open_by_link(&site.app, &link, &mine).await.unwrap();
    site.pass(TimeDelta::hours(25));
    let asked = by_password(&site, &person, &bound(&site)).await;
    assert!(matches!(asked, Err(PeopleError::CodeAsked)), "a day later");
}
