//! A clock is walked over every period: what is kept is there one second before its end, and gone one second after.

use chrono::{DateTime, TimeDelta, Utc};
use portulan_app::people::{self, Browser, NewInvitation, NewPerson};
use portulan_app::proposals::read::{self, Typed};
use portulan_app::proposals::{self, Submitted};
use portulan_app::retention::{self, Period};
use portulan_app::{calls, editing, operator};
use portulan_model::people::Email;
use portulan_model::proposals::{Proposal, RefusalReason};
use portulan_model::{DayKind, DayNotice};
use portulan_policy::Role;
use portulan_policy::actions::{GrantRoles, Instruct, ManagePeople};
use portulan_policy::{Actor, allow};
use portulan_store::Store;
use portulan_testkit::Engine;
use portulan_testkit::builders::entry;
use sqlx::{Connection as _, Executor as _, PgConnection, SqliteConnection};

use crate::proposals::{Scene, scene, visitor};
use crate::{may, on_both_engines};

on_both_engines! {
    what_has_an_end_is_there_one_second_before_it_and_gone_one_second_after
}

const WORDS: &str = "Canari de la porte";

/// Something that is kept: since when, for how long, and the statement that counts it.
struct Kept {
    what: &'static str,
    ends: DateTime<Utc>,
    count: String,
}

async fn count(scene: &Scene, statement: &str) -> i64 {
    let (address, statement) = (
        scene.database.address(),
        sqlx::AssertSqlSafe(statement.to_owned()),
    );
    if address.starts_with("sqlite") {
        let mut one = SqliteConnection::connect(&address).await.unwrap();
        sqlx::query_scalar(statement)
            .fetch_one(&mut one)
            .await
            .unwrap()
    } else {
        let mut one = PgConnection::connect(&address).await.unwrap();
        sqlx::query_scalar(statement)
            .fetch_one(&mut one)
            .await
            .unwrap()
    }
}

async fn execute(scene: &Scene, statement: &str) {
    let (address, statement) = (
        scene.database.address(),
        sqlx::AssertSqlSafe(statement.to_owned()),
    );
    if address.starts_with("sqlite") {
        let mut one = SqliteConnection::connect(&address).await.unwrap();
        one.execute(statement).await.unwrap();
    } else {
        let mut one = PgConnection::connect(&address).await.unwrap();
        one.execute(statement).await.unwrap();
    }
}

/// The list that is filled in, beside the periods that the program names.
struct Filled<'a> {
    scene: &'a Scene,
    named: Vec<Period>,
    kept: Vec<Kept>,
}

impl Filled<'_> {
    /// Something that begins now, under the constant of its period.
    fn add(&mut self, constant: &str, condition: &str) {
        let found = self.named.iter().position(|one| one.constant == constant);
        let period = self
            .named
            .remove(found.unwrap_or_else(|| panic!("no period {constant}")));
        self.kept.push(Kept {
            what: period.what,
            ends: self.scene.app.now() + period.lasts,
            count: format!("select count(*) from {} where {condition}", period.table),
        });
    }

    async fn accounts(&mut self) {
        let app = &self.scene.app;
        operator::one_time_link(app, &may()).await.unwrap();
        let link = operator::one_time_link(app, &may()).await.unwrap();
        operator::redeem(app, &link).await.unwrap().unwrap();
        self.add("operator::LINK_LASTS", "1 = 1");
        self.add("operator::SESSION_LASTS", "1 = 1");
        let email = Email::parse("camille@exemple.fr").unwrap();
        let new = NewPerson {
            email: Some(email.clone()),
            name: "Camille".parse().unwrap(),
        };
        let person = people::open_account(app, &may::<ManagePeople>(), new)
            .await
            .unwrap();
        let link = people::link_of(app, &may(), person.id).await.unwrap();
        let browser = Browser::default();
        people::open_by_link(app, &link, &browser).await.unwrap();
        people::link_of(app, &may(), person.id).await.unwrap();
        let wrong = people::open_by_password(app, &email, "pas le bon", &browser);
        assert!(wrong.await.is_err());
        let of = |word: &str| format!("purpose = 'sign-in' and detail {word} '%browser%'");
        self.add("sign_in::HANDED_LASTS", &of("not like"));
        people::ask_link(app, email, None, &operator::Secret::draw(app));
        let store = Store::open(&self.scene.database.url).await.unwrap();
        while store.mails(&may(), None, 1, 0).await.unwrap().is_empty() {
            tokio::time::sleep(std::time::Duration::from_millis(20)).await;
        }
        self.add("sign_in::LINK_LASTS", &of("like"));
        self.add("sessions::LASTS", "1 = 1");
        self.add("sign_in::DEVICE_LASTS", "1 = 1");
        self.add("sessions::FAILURES_KEPT", "1 = 1");
        let rennes: portulan_policy::Node = "commune-35238".parse().unwrap();
        let may = allow::<GrantRoles>(&Actor::Operator, rennes).unwrap();
        let new = NewInvitation {
            email: Email::parse("invitee@exemple.fr").unwrap(),
            name: None,
            role: Role::Coordinator,
            until: None,
        };
        people::invite(app, &may, new).await.unwrap();
        self.add("invitations::LASTS", "1 = 1");
        self.add("deliver::KEPT", "recipient = 'invitee@exemple.fr'");
    }

    async fn places(&mut self) {
        let (app, place) = (&self.scene.app, &self.scene.places[1]);
        let answers = [("horaires".to_owned(), "samedi".to_owned())];
        editing::drafts::keep(app, &may(), &place.slug, "horaires", &answers)
            .await
            .unwrap();
        self.add("drafts::LASTS", "1 = 1");
        calls::no_answer(app, &may(), place.id).await.unwrap();
        self.add("calls::KEPT", "1 = 1");
        let until = app.now() + TimeDelta::hours(9);
        let notice = DayNotice {
            place: place.id,
            session: "samedi".to_owned(),
            day: app.now().date_naive(),
            kind: DayKind::Full,
            words: Some(WORDS.to_owned()),
            until,
        };
        let store = Store::open(&self.scene.database.url).await.unwrap();
        let line = entry(portulan_model::journal::Deed::Updated, place);
        store
            .put_day_notice(&may(), &notice, app.now(), &line)
            .await
            .unwrap();
        self.kept.push(Kept {
            what: "word of the day",
            ends: until,
            count: "select count(*) from day_notice".to_owned(),
        });
    }

    /// A correction of a place; its id.
    async fn report(&self, rank: usize, contact: &str) -> Proposal {
        let app = &self.scene.app;
        let typed = Typed {
            words: WORDS.to_owned(),
            phone: "02 99 00 00 07".to_owned(),
            contact: contact.to_owned(),
            ..Typed::default()
        };
        let place = &self.scene.places[rank];
        let draft = read::correction(&app.directory(), place, &typed).unwrap();
        let form = proposals::form(app);
        let sent = proposals::submit(app, &visitor(), &form, draft, "fr").await;
        assert_ne!(sent.unwrap(), Submitted::TooMany);
        let store = Store::open(&self.scene.database.url).await.unwrap();
        let all = store
            .proposals(&may::<Instruct>(), DateTime::UNIX_EPOCH)
            .await;
        let of_place = |one: &Proposal| one.place() == Some(place.id);
        all.unwrap().into_iter().find(of_place).unwrap()
    }

    /// The contact of a town hall, which a census forgets on the evening of its last day.
    async fn census(&mut self) {
        let ends = self.scene.app.now() + TimeDelta::days(180);
        let row = format!(
            "insert into census_commune (census, commune, state, contact, forget, detail) \
             values ('c', '35238', 'demande', 'mairie@exemple.fr', {}, '{{}}')",
            ends.timestamp_millis()
        );
        execute(self.scene, &row).await;
        self.kept.push(Kept {
            what: "contact of a town hall",
            ends,
            count: "select count(*) from census_commune where contact is not null".to_owned(),
        });
    }

    async fn proposals(&mut self) {
        let app = &self.scene.app;
        let of =
            |one: &Proposal, words: &str| format!("id = '{}' and detail like '%{words}%'", one.id);
        let unproven = self.report(2, "passant@exemple.fr").await;
        self.add("Proposal::PROOF_AWAITED", &of(&unproven, ""));
        let followed = self.report(3, "").await;
        let link = format!("proposal = '{}'", followed.id);
        self.add("submit::FOLLOWED", &link);
        proposals::refuse(app, &may(), followed.id, RefusalReason::ALL[0], "non")
            .await
            .unwrap();
        self.add("Proposal::CONTACT_KEPT", &of(&followed, WORDS));
        let open = self.report(4, "voisin@exemple.fr").await;
        let store = Store::open(&self.scene.database.url).await.unwrap();
        let proven = open.clone().prove(app.now()).unwrap();
        let mut write = store.begin_proposal(&may()).await.unwrap();
        let line = entry(
            portulan_model::journal::Deed::Updated,
            &self.scene.places[4],
        );
        write.put_proposal(&proven, &line).await.unwrap();
        write.commit().await.unwrap();
        self.add(
            "Proposal::OPEN_CONTACT_KEPT",
            &of(&open, "voisin@exemple.fr"),
        );
    }
}

async fn what_has_an_end_is_there_one_second_before_it_and_gone_one_second_after(engine: Engine) {
    let scene = scene(engine).await;
    let mut filled = Filled {
        scene: &scene,
        named: retention::periods(),
        kept: Vec::new(),
    };
    filled.accounts().await;
    filled.places().await;
    filled.proposals().await;
    filled.census().await;
    let untried = &filled.named;
    assert!(untried.is_empty(), "no line tries {untried:?}");
    let kept = filled.kept;
    assert!(kept.len() > 14);
    let second = TimeDelta::seconds(1);
    let before_and_after = |one| [(one, true), (one, false)];
    let mut walk: Vec<(&Kept, bool)> = kept.iter().flat_map(before_and_after).collect();
    let at = |one: &Kept, there: bool| {
        if there {
            one.ends - second
        } else {
            one.ends + second
        }
    };
    walk.sort_by_key(|(one, there)| at(one, *there));
    for (one, expected) in walk {
        let at = at(one, expected);
        scene.clock.set(at);
        retention::keep(&scene.app).await;
        let there = count(&scene, &one.count).await > 0;
        assert_eq!(there, expected, "{} at {at}", one.what);
    }
}
