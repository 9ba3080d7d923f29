//! What a link says is the place's own word, once; reminders stop where it was said.

use portulan_app::campaigns::{self, Said};
use portulan_app::proposals::read::{self, Typed};
use portulan_app::proposals::{self, Filter};
use portulan_app::signed::{Link, LinkError, Purpose};
use portulan_app::{Error, mail};
use portulan_freshness::Outlook;
use portulan_model::campaigns::{AskState, Reply};
use portulan_model::journal::Author;
use portulan_model::proposals::{About, Wrong};
use portulan_model::{Place, PlaceId, Standing};
use portulan_policy::Actor;
use portulan_testkit::Engine;

use super::town::{Town, key, told, town};
use crate::{may, on_both_engines};

on_both_engines! {
    all_is_right_is_the_places_own_word_and_is_said_once
    a_link_that_is_forged_of_another_kind_or_expired_opens_nothing
    what_is_put_right_changes_the_place_and_the_rest_is_confirmed
    a_place_that_is_no_more_is_examined_before_it_is_taken_away
    reminders_go_to_those_who_wait_and_to_nobody_else
    a_campaign_that_is_over_reminds_nobody_and_its_links_keep_their_word
    those_who_let_two_campaigns_pass_are_named
}

impl Town {
    fn standing(&self, place: &Place) -> Standing {
        let directory = self.app.directory();
        let found = directory.snapshot.by_id(&place.id).unwrap();
        Outlook::of_place(&found.record).on(self.app.now().date_naive())
    }

    async fn right(&self, link: &str, places: &[PlaceId]) -> usize {
        campaigns::answer(&self.app, link, Said::Right(places.to_vec()))
            .await
            .unwrap()
    }
}

async fn all_is_right_is_the_places_own_word_and_is_said_once(engine: Engine) {
    let town = town(engine, &["a@exemple.fr", "a@exemple.fr", "b@exemple.fr"]).await;
    town.organisation("ccas", Some("a@exemple.fr"), &[0, 1])
        .await;
    let places = town.places();
    let id = town.send(&[]).await;
    let link = town.link_to("a@exemple.fr").await;
    for _ in 0..2 {
        let pass = campaigns::open(&town.app, &link).await.unwrap();
        assert_eq!(
            (pass.places.len(), pass.waiting().count()),
            (2, 2),
            "looking changes nothing"
        );
    }
    assert_ne!(town.standing(&places[0]), Standing::Confirmed);
    assert_eq!(town.right(&link, &[places[0].id]).await, 1);
    assert_eq!(town.right(&link, &[places[0].id]).await, 0, "said once");
    assert_eq!(
        town.right(&link, &[places[2].id]).await,
        0,
        "another's place"
    );
    assert_eq!(town.standing(&places[0]), Standing::Confirmed);
    assert_ne!(town.standing(&places[1]), Standing::Confirmed);
    let all: Vec<PlaceId> = places.iter().map(|one| one.id).collect();
    assert_eq!(town.right(&link, &all).await, 1);
    let pass = campaigns::open(&town.app, &link).await.unwrap();
    assert_eq!(pass.ask.state, AskState::Answered);
    assert!(
        pass.places
            .iter()
            .all(|one| one.reply == Some((Reply::Right, town.app.now())))
    );

    let figures = campaigns::overview(&town.app, &Actor::Operator, id)
        .await
        .unwrap()
        .figures;
    assert_eq!(
        (
            figures.asked,
            figures.answered,
            figures.places,
            figures.right
        ),
        (2, 1, 3, 2)
    );

    let store = portulan_store::Store::open(&town.database.url)
        .await
        .unwrap();
    let object = format!("lieu-{}", places[0].slug);
    let lines = store.journal(&may(), &object, 1).await.unwrap();
    assert_eq!(lines[0].author, Author::Job("campagne".to_owned()));
    assert_eq!(lines[0].behalf.as_deref(), Some("structure-ccas"));
    assert_eq!(lines[0].reason(), format!("campaign {id}"));
    let line = store
        .journal(&may(), &format!("campagne-{id}"), 9)
        .await
        .unwrap();
    assert!(
        !format!("{line:?}").contains("exemple.fr"),
        "no address in the journal"
    );
}

async fn a_link_that_is_forged_of_another_kind_or_expired_opens_nothing(engine: Engine) {
    let town = town(engine, &["a@exemple.fr"]).await;
    town.send(&[]).await;
    let link = town.link_to("a@exemple.fr").await;
    let place = town.places()[0].id;
    let until = town.app.now() + chrono::TimeDelta::days(9);
    let of = |purpose, subject: &str| Link::new(purpose, subject, until).sign(&key());
    let nobody = "01900000-0000-7000-8000-000000000000";
    for (text, expected) in [
        (link.replacen("campaign.", "census.", 1), LinkError::Forged),
        (format!("{link}x"), LinkError::Forged),
        (String::new(), LinkError::Forged),
        (of(Purpose::Census, nobody), LinkError::Forged),
        (of(Purpose::Campaign, "7"), LinkError::Forged),
        (of(Purpose::Campaign, nobody), LinkError::Expired),
    ] {
        let opened = campaigns::open(&town.app, &text).await.unwrap_err();
        let answered = campaigns::answer(&town.app, &text, Said::Right(vec![place]))
            .await
            .unwrap_err();
        for refused in [opened, answered] {
            assert!(
                matches!(refused, Error::Link(found) if found == expected),
                "{text}: {refused:?}"
            );
        }
    }
    town.pass(46);
    let refused = campaigns::answer(&town.app, &link, Said::Right(vec![place])).await;
    assert!(matches!(refused, Err(Error::Link(LinkError::Expired))));
}

async fn what_is_put_right_changes_the_place_and_the_rest_is_confirmed(engine: Engine) {
    let town = town(engine, &["a@exemple.fr"]).await;
    town.send(&[]).await;
    let link = town.link_to("a@exemple.fr").await;
    let place = town.places().remove(0);
    let typed = Typed {
        hours: "du lundi au vendredi de 9h à 12h".to_owned(),
        phone: "02 99 00 00 09".to_owned(),
        words: "La porte est dans la cour.".to_owned(),
        ..Typed::default()
    };
    let draft = read::correction(&town.app.directory(), &place, &typed).unwrap();
    let said = Said::Corrected(place.id, Box::new(draft));
    assert_eq!(
        campaigns::answer(&town.app, &link, said.clone())
            .await
            .unwrap(),
        1
    );
    assert_eq!(campaigns::answer(&town.app, &link, said).await.unwrap(), 0);
    let after = town.places().remove(0);
    assert_eq!(after.record.hours.as_deref(), Some("Mo-Fr 09:00-12:00"));
    assert_eq!(after.record.contact.phones, ["+33299000009"]);
    assert_eq!(after.record.contact.emails, ["a@exemple.fr"]);
    assert_eq!(
        town.standing(&place),
        Standing::Confirmed,
        "the address too"
    );
    let queue = proposals::queue(&town.app, &Actor::Operator, &Filter::default())
        .await
        .unwrap();
    let words = queue.rows[0].proposal.words.clone().unwrap();
    assert_eq!(
        (queue.rows.len(), words.as_str()),
        (1, "La porte est dans la cour.")
    );
}

async fn a_place_that_is_no_more_is_examined_before_it_is_taken_away(engine: Engine) {
    let town = town(engine, &["a@exemple.fr"]).await;
    let id = town.send(&[]).await;
    let link = town.link_to("a@exemple.fr").await;
    let place = town.places()[0].id;
    let said = Said::Gone(place, None);
    assert_eq!(campaigns::answer(&town.app, &link, said).await.unwrap(), 1);
    assert_eq!(town.places().len(), 1, "still shown");
    let queue = proposals::queue(&town.app, &Actor::Operator, &Filter::default())
        .await
        .unwrap();
    let about = &queue.rows[0].proposal.about;
    let closed = matches!(about, About::Place { wrong, .. } if wrong == &[Wrong::Closed]);
    assert!(closed, "{about:?}");
    let figures = campaigns::overview(&town.app, &Actor::Operator, id)
        .await
        .unwrap()
        .figures;
    assert_eq!((figures.gone, figures.answered), (1, 1));
}

async fn reminders_go_to_those_who_wait_and_to_nobody_else(engine: Engine) {
    let town = town(
        engine,
        &[
            "a@exemple.fr",
            "b@exemple.fr",
            "b@exemple.fr",
            "c@exemple.fr",
            "",
        ],
    )
    .await;
    let places = town.places();
    town.send(&[7, 14]).await;
    assert_eq!(campaigns::keep(&town.app).await.unwrap(), 0, "not yet");
    town.right(&town.link_to("a@exemple.fr").await, &[places[0].id])
        .await;
    let half = town.link_to("b@exemple.fr").await;
    town.right(&half, &[places[1].id]).await;
    town.pass(7);
    let both = tokio::join!(campaigns::keep(&town.app), campaigns::keep(&town.app));
    assert_eq!(both.0.unwrap() + both.1.unwrap(), 2, "two nodes, two mails");
    assert_eq!(campaigns::keep(&town.app).await.unwrap(), 0);
    let mails = town.mails().await;
    let reminders: Vec<_> = mails
        .iter()
        .skip(3)
        .map(|(to, message, _)| (to.as_str(), told(message).1))
        .collect();
    let mut sorted = reminders.clone();
    sorted.sort();
    assert_eq!(
        sorted,
        [
            ("b@exemple.fr", vec!["Lieu 3"]),
            ("c@exemple.fr", vec!["Lieu 4"])
        ]
    );
    assert_eq!(
        mails.iter().filter(|(_, _, link)| *link == half).count(),
        2,
        "one link for both"
    );
    town.right(&half, &[places[2].id]).await;
    mail::refuse(&town.app, &unsubscribe(&town, "c@exemple.fr").await)
        .await
        .unwrap();
    town.pass(7);
    assert_eq!(
        campaigns::keep(&town.app).await.unwrap(),
        0,
        "answered, or refused"
    );
    town.pass(60);
    let chosen = town.choose().await;
    assert_eq!(chosen.of(campaigns::Reach::Refused).count(), 1);
}

/// The link by which an address receives no more of these, as the mail holds it.
async fn unsubscribe(town: &Town, address: &str) -> String {
    let store = portulan_store::Store::open(&town.database.url)
        .await
        .unwrap();
    let all = store.campaigns(&may()).await.unwrap();
    let (asks, _) = store.asks(&may(), all[0].id).await.unwrap();
    let ask = asks.iter().find(|one| {
        one.recipient
            .as_ref()
            .is_some_and(|to| to.to_string() == address)
    });
    let subject = format!("campaigns/{}", ask.unwrap().hash);
    Link::new(
        Purpose::Unsubscribe,
        subject,
        town.app.now() + chrono::TimeDelta::days(9),
    )
    .sign(&key())
}

async fn a_campaign_that_is_over_reminds_nobody_and_its_links_keep_their_word(engine: Engine) {
    let town = town(engine, &["a@exemple.fr"]).await;
    let id = town.send(&[7]).await;
    let link = town.link_to("a@exemple.fr").await;
    campaigns::close(&town.app, &may(), id).await.unwrap();
    town.pass(7);
    assert_eq!(campaigns::keep(&town.app).await.unwrap(), 0);
    let place = town.places().remove(0);
    assert_eq!(town.right(&link, &[place.id]).await, 1);
    assert_eq!(town.standing(&place), Standing::Confirmed);
}

async fn those_who_let_two_campaigns_pass_are_named(engine: Engine) {
    let town = town(engine, &["a@exemple.fr", "b@exemple.fr"]).await;
    let places = town.places();
    for round in 0..2 {
        town.send(&[]).await;
        if round == 1 {
            let mails = town.mails().await;
            let (_, _, link) = mails
                .iter()
                .rev()
                .find(|(to, _, _)| to == "b@exemple.fr")
                .unwrap();
            town.right(link, &[places[1].id]).await;
        }
        town.pass(46);
    }
    let silent = campaigns::silent(&town.app, &Actor::Operator)
        .await
        .unwrap();
    let named: Vec<_> = silent
        .iter()
        .map(|one| (one.name.as_str(), one.campaigns))
        .collect();
    assert_eq!(named, [("Lieu 1", 2)]);
}
