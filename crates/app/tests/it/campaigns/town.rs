//! The places of a list, some of them with an address, and what leaves for them.

use std::sync::{Arc, Mutex};

use chrono::{DateTime, TimeDelta, Utc};
use portulan_app::campaigns::{self, Chosen, Order, Sent};
use portulan_app::mail::{self, Message};
use portulan_app::secret::Key;
use portulan_app::{App, Clock, Options, SeededChance, organisations};
use portulan_model::campaigns::{Choice, Doubt, Within};
use portulan_model::harvest::Mapping;
use portulan_model::people::Organisation;
use portulan_model::{CampaignId, Place, Slug};
use portulan_testkit::builders::saturday_morning;
use portulan_testkit::{Engine, TestDatabase};

use crate::harvests::{shown, source, take};
use crate::may;

/// A clock that is moved by hand.
pub(super) struct Moved(Mutex<DateTime<Utc>>);

impl Clock for Moved {
    fn now(&self) -> DateTime<Utc> {
        *self.0.lock().unwrap()
    }
}

pub(super) struct Town {
    pub(super) database: TestDatabase,
    pub(super) app: Arc<App>,
    clock: Arc<Moved>,
}

pub(super) fn key() -> Key {
    Key::from_bytes([7; 32])
}

/// Places of one list, each with an address or none.
pub(super) async fn town(engine: Engine, addresses: &[&str]) -> Town {
    open(engine, &rows(addresses), None).await
}

/// The places of a list, with a gateway of short messages or none.
pub(super) async fn open(
    engine: Engine,
    list: &str,
    texts: Option<Arc<dyn mail::TextGateway>>,
) -> Town {
    let database = TestDatabase::new(engine);
    let clock = Arc::new(Moved(Mutex::new(saturday_morning())));
    let options = Options {
        key: Some(key().into()),
        texts,
        ..Options::default()
    };
    let told: Arc<dyn Clock> = Arc::clone(&clock) as Arc<dyn Clock>;
    let chance = Arc::new(SeededChance::new(1));
    let app = App::open_with(&database.url, told, chance, options);
    let app = app.await.unwrap();
    source(&app, Mapping::None).await;
    take(&app, list).await;
    Town {
        database,
        app,
        clock,
    }
}

fn rows(addresses: &[&str]) -> String {
    let row = |(at, address): (usize, &&str)| {
        format!("{at},Lieu {at},Rennes,35000,{at} rue de l'Essai,2026-01-01,0299000001,{address}\n")
    };
    let rows: String = (1..).zip(addresses).map(row).collect();
    format!("id,nom,commune,code_postal,adresse,date_maj,telephone,courriels\n{rows}")
}

pub(super) fn rennes() -> Within {
    Within::Territory("commune-35238".parse().unwrap())
}

pub(super) fn choice(within: Within) -> Choice {
    Choice {
        within,
        network: None,
        doubt: Doubt::Unconfirmed,
        months: None,
    }
}

impl Town {
    pub(super) fn pass(&self, days: i64) {
        *self.clock.0.lock().unwrap() += TimeDelta::days(days);
    }

    pub(super) fn places(&self) -> Vec<Place> {
        shown(&self.app)
    }

    /// An organisation that these places belong to.
    pub(super) async fn organisation(
        &self,
        name: &str,
        email: Option<&str>,
        places: &[usize],
    ) -> Slug {
        let territory = "commune-35238".parse().unwrap();
        let organisation = Organisation {
            email: email.map(|text| text.parse().unwrap()),
            ..Organisation::named(name.parse().unwrap(), name.to_owned(), territory)
        };
        let slug = organisations::create(&self.app, &may(), organisation)
            .await
            .unwrap();
        let all = self.places();
        for at in places {
            organisations::set_place(&self.app, &may(), &may(), (&slug, &all[*at], true))
                .await
                .unwrap();
        }
        slug
    }

    pub(super) async fn choose(&self) -> Chosen {
        campaigns::choose(&self.app, &may(), &choice(rennes()))
            .await
            .unwrap()
    }

    pub(super) fn order(&self, reminders: &[u32]) -> Order {
        Order {
            id: campaigns::new_id(&self.app),
            name: "Avant l’été".to_owned(),
            choice: choice(rennes()),
            ends: self.app.now() + TimeDelta::days(45),
            reminders: reminders.to_vec(),
        }
    }

    pub(super) async fn send(&self, reminders: &[u32]) -> CampaignId {
        let order = self.order(reminders);
        let id = order.id;
        let sent = campaigns::send(&self.app, &may(), order).await.unwrap();
        assert_eq!(sent, Sent::Now);
        id
    }

    /// The mails of the outbox that wait or left: to whom, what, and the token of the link. The oldest first.
    pub(super) async fn mails(&self) -> Vec<(String, Message, String)> {
        let log = mail::log(&self.app, &may(), None, 0).await.unwrap();
        let read = |known: &portulan_model::mail::KnownMail| {
            let message: Message = serde_json::from_str(&known.mail.parameters).unwrap();
            let token = message.link().unwrap().sign(&key());
            (known.mail.to.clone(), message, token)
        };
        log.mails.iter().rev().map(read).collect()
    }

    /// The link that went to an address.
    pub(super) async fn link_to(&self, address: &str) -> String {
        let mails = self.mails().await;
        let found = mails.into_iter().find(|(to, _, _)| to == address);
        found.unwrap().2
    }
}

pub(super) fn told(message: &Message) -> (&str, Vec<&str>) {
    match message {
        Message::CampaignDigest {
            organisation,
            places,
            ..
        }
        | Message::CampaignReminder {
            organisation,
            places,
            ..
        } => (organisation, places.iter().map(String::as_str).collect()),
        other => panic!("{other:?}"),
    }
}
