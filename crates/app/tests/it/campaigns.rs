//! A campaign writes once to each organisation or address; a link answers for its places, once each; reminders go to those
//! who wait, and to nobody else.

mod answered;
mod returned;
mod town;

use std::collections::{BTreeMap, BTreeSet};

use portulan_app::campaigns::{self, Order, Reach, Sent, Typed};
use portulan_app::{Error, people};
use portulan_model::PlaceId;
use portulan_model::campaigns::{Doubt, Within};
use portulan_policy::Role;
use portulan_policy::actions::RunCampaign;
use portulan_testkit::{Engine, TestDatabase};

use crate::proposals::person;
use crate::{may, on_both_engines};

use town::{choice, rennes, told, town};

on_both_engines! {
    one_digest_for_each_organisation_or_address_and_never_one_for_each_place
    whatever_the_addresses_nobody_is_written_to_twice
    a_place_that_is_asked_about_is_left_alone_and_the_choice_says_so
    a_form_sent_twice_is_one_campaign
    a_right_on_one_territory_runs_nothing_elsewhere
    what_is_typed_is_read_or_said_to_be_wrong
    addresses_are_forgotten_and_the_rest_is_read_back_from_a_copy
}

async fn one_digest_for_each_organisation_or_address_and_never_one_for_each_place(engine: Engine) {
    let town = town(
        engine,
        &[
            "un@exemple.fr",
            "deux@exemple.fr",
            "",
            "trois@exemple.fr",
            "trois@exemple.fr",
            "quatre@exemple.fr",
            "seuls@exemple.fr",
            "SEULS@exemple.fr",
            "ccas@exemple.fr",
            "",
        ],
    )
    .await;
    town.organisation("ccas", Some("ccas@exemple.fr"), &[0, 1, 2])
        .await;
    town.organisation("maisons", None, &[3, 4, 5]).await;
    let chosen = town.choose().await;
    assert_eq!((chosen.places(), chosen.of(Reach::Mail).count()), (9, 3));
    assert_eq!(chosen.of(Reach::NoAddress).count(), 1);
    town.send(&[]).await;
    let mails = town.mails().await;
    let mails: BTreeMap<&str, _> = mails
        .iter()
        .map(|(to, message, _)| (to.as_str(), told(message)))
        .collect();
    assert_eq!(
        mails,
        [
            (
                "ccas@exemple.fr",
                ("ccas", vec!["Lieu 1", "Lieu 2", "Lieu 3", "Lieu 9"])
            ),
            ("seuls@exemple.fr", ("Lieu 7", vec!["Lieu 7", "Lieu 8"])),
            (
                "trois@exemple.fr",
                ("maisons", vec!["Lieu 4", "Lieu 5", "Lieu 6"])
            ),
        ]
        .into()
    );
}

async fn whatever_the_addresses_nobody_is_written_to_twice(engine: Engine) {
    const ADDRESSES: [&str; 4] = ["", "a@exemple.fr", "b@exemple.fr", "c@exemple.fr"];
    // A linear congruential generator: many mixtures, the same on each run.
    let mut state = 1_u64;
    let mut draw = |below: usize| {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(state >> 33).unwrap() % below
    };
    let addresses: Vec<&str> = (0..40).map(|_| ADDRESSES[draw(4)]).collect();
    let town = town(engine, &addresses).await;
    for number in 0..5 {
        let own: Vec<usize> = (0..40).filter(|_| draw(6) == 0).collect();
        let email = Some(ADDRESSES[draw(4)]).filter(|text| !text.is_empty());
        town.organisation(&format!("structure-{number}"), email, &own)
            .await;
        let chosen = town.choose().await;
        let places: Vec<PlaceId> = chosen
            .groups
            .iter()
            .flat_map(|one| &one.places)
            .map(|one| one.id)
            .collect();
        let once: BTreeSet<PlaceId> = places.iter().copied().collect();
        assert_eq!((places.len(), once.len()), (40, 40), "each place once");
        let all: Vec<_> = chosen
            .groups
            .iter()
            .filter_map(|one| one.address.clone())
            .collect();
        let once: BTreeSet<_> = all.iter().collect();
        assert_eq!(all.len(), once.len(), "each address once");
        let all: Vec<_> = chosen
            .groups
            .iter()
            .filter_map(|one| one.organisation.clone())
            .collect();
        let once: BTreeSet<_> = all.iter().collect();
        assert_eq!(all.len(), once.len(), "each organisation once");
    }
}

async fn a_place_that_is_asked_about_is_left_alone_and_the_choice_says_so(engine: Engine) {
    let town = town(engine, &["a@exemple.fr", "b@exemple.fr", ""]).await;
    let id = town.send(&[]).await;
    let chosen = town.choose().await;
    assert_eq!((chosen.places(), chosen.lately), (0, 2));
    assert_eq!(
        chosen.of(Reach::NoAddress).count(),
        1,
        "nobody was asked about it"
    );
    let nobody = campaigns::send(&town.app, &may(), town.order(&[])).await;
    assert_eq!(nobody.unwrap(), Sent::Nobody);
    town.pass(31);
    assert_eq!(town.choose().await.lately, 2, "it runs still");
    campaigns::close(&town.app, &may(), id).await.unwrap();
    campaigns::close(&town.app, &may(), id).await.unwrap();
    assert_eq!(town.choose().await.places(), 2);
    town.send(&[]).await;
    assert_eq!(town.mails().await.len(), 4);
}

async fn a_form_sent_twice_is_one_campaign(engine: Engine) {
    let town = town(engine, &["a@exemple.fr"]).await;
    let order = town.order(&[]);
    let may = may();
    let (one, two) = tokio::join!(
        campaigns::send(&town.app, &may, order.clone()),
        campaigns::send(&town.app, &may, order),
    );
    let sent = [one, two];
    let sent: BTreeSet<String> = sent
        .into_iter()
        .map(|one| format!("{:?}", one.unwrap()))
        .collect();
    assert_eq!(sent, ["Before".to_owned(), "Now".to_owned()].into());
    assert_eq!(town.mails().await.len(), 1);
}

async fn a_right_on_one_territory_runs_nothing_elsewhere(engine: Engine) {
    let town = town(engine, &["a@exemple.fr"]).await;
    let here = person(1, Role::Coordinator, "commune-35238");
    let there = person(2, Role::Coordinator, "commune-29019");
    let mediator = person(3, Role::Mediator, "commune-35238");
    let id = town.send(&[]).await;
    assert_eq!(campaigns::list(&town.app, &here).await.unwrap().len(), 1);
    for stranger in [&there, &mediator] {
        assert_eq!(campaigns::list(&town.app, stranger).await.unwrap(), []);
        let refused = campaigns::overview(&town.app, stranger, id).await;
        assert!(matches!(refused, Err(Error::Forbidden(_))));
    }
    let brest = Within::Territory("commune-29019".parse().unwrap());
    let target = campaigns::target(&town.app.directory(), &brest).unwrap();
    let elsewhere = portulan_policy::allow::<RunCampaign>(&there, target).unwrap();
    for refused in [
        campaigns::choose(&town.app, &elsewhere, &choice(rennes()))
            .await
            .map(drop),
        campaigns::send(&town.app, &elsewhere, town.order(&[]))
            .await
            .map(drop),
        campaigns::close(&town.app, &elsewhere, id).await,
    ] {
        assert!(matches!(refused, Err(Error::Forbidden(_))), "{refused:?}");
    }
}

async fn what_is_typed_is_read_or_said_to_be_wrong(engine: Engine) {
    let town = town(engine, &[""]).await;
    let read = |typed: &Typed| {
        let read = Order::read(&town.app, campaigns::new_id(&town.app), rennes(), typed);
        read.map_err(|faults| faults.into_iter().map(|one| one.field).collect::<Vec<_>>())
    };
    let good = Typed {
        name: " Avant  l’été ".to_owned(),
        last_day: "2026-12-31".to_owned(),
        reminders: "14, 7".to_owned(),
        months: "6".to_owned(),
        doubt: "a-verifier".to_owned(),
        ..Typed::default()
    };
    let order = read(&good).unwrap();
    assert_eq!(
        (order.name.as_str(), &order.reminders[..]),
        ("Avant l’été", &[7, 14][..])
    );
    assert_eq!(
        (order.choice.months, order.choice.doubt),
        (Some(6), Doubt::ToVerify)
    );
    assert_eq!(order.ends.to_string(), "2026-12-31 22:59:00 UTC");
    for (typed, field) in [
        (
            Typed {
                name: String::new(),
                ..good.clone()
            },
            "nom",
        ),
        (
            Typed {
                last_day: "2026-11-28".to_owned(),
                ..good.clone()
            },
            "dernier_jour",
        ),
        (
            Typed {
                last_day: "2027-12-31".to_owned(),
                ..good.clone()
            },
            "dernier_jour",
        ),
        (
            Typed {
                last_day: "demain".to_owned(),
                ..good.clone()
            },
            "dernier_jour",
        ),
        (
            Typed {
                reminders: "7 14 21 28".to_owned(),
                ..good.clone()
            },
            "rappels",
        ),
        (
            Typed {
                reminders: "0".to_owned(),
                ..good.clone()
            },
            "rappels",
        ),
        (
            Typed {
                reminders: "bientôt".to_owned(),
                ..good.clone()
            },
            "rappels",
        ),
        (
            Typed {
                months: "-1".to_owned(),
                ..good.clone()
            },
            "mois",
        ),
        (
            Typed {
                network: "inconnu".to_owned(),
                ..good.clone()
            },
            "reseau",
        ),
    ] {
        assert_eq!(read(&typed).unwrap_err(), [field], "{typed:?}");
    }
}

async fn addresses_are_forgotten_and_the_rest_is_read_back_from_a_copy(engine: Engine) {
    let town = town(engine, &["a@exemple.fr"]).await;
    let id = town.send(&[]).await;
    let store = portulan_store::Store::open(&town.database.url)
        .await
        .unwrap();
    let kept = async || {
        let (asks, places) = store.asks(&may(), id).await.unwrap();
        assert_eq!(places.len(), 1);
        asks[0].recipient.is_some()
    };
    let mut copy = Vec::new();
    store.dump(&may(), &mut copy).await.unwrap();
    let target = TestDatabase::new(engine);
    let replay = crate::nothing_to_replay();
    portulan_store::Store::load(
        &target.url,
        &may(),
        &mut std::io::Cursor::new(&copy),
        &replay,
    )
    .await
    .unwrap();
    let restored = portulan_store::Store::open(&target.url).await.unwrap();
    assert_eq!(
        restored.asks(&may(), id).await.unwrap(),
        store.asks(&may(), id).await.unwrap()
    );
    assert_eq!(
        restored.campaigns(&may()).await.unwrap(),
        store.campaigns(&may()).await.unwrap()
    );
    town.pass(45 + 179);
    people::forget_past(&town.app).await.unwrap();
    assert!(kept().await);
    town.pass(1);
    people::forget_past(&town.app).await.unwrap();
    assert!(!kept().await);
}
