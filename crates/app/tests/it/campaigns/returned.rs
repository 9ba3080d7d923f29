//! An address that takes no mail is not written to again by campaigns, until the place has another one.

use std::sync::Arc;

use portulan_app::campaigns::{self, Reach, Returned};
use portulan_app::mail::{
    self, Letter, Outbound, RenderError, Rendered, Renderer, Smtp, SmtpSettings, deliver_due,
};
use portulan_app::{demonstration, editing};
use portulan_model::PlaceField;
use portulan_model::campaigns::AskState;
use portulan_model::mail::MailState;
use portulan_policy::Actor;
use portulan_testkit::{Engine, SmtpSink};

use super::{Town, town};
use crate::{may, on_both_engines};

on_both_engines! {
    an_address_that_the_server_refuses_is_not_written_to_until_it_changes
    a_notice_is_believed_when_it_gives_back_the_id_of_a_mail
    nobody_of_the_demonstration_is_written_to
}

struct Plain;

impl Renderer for Plain {
    fn render(&self, letter: &Letter<'_>) -> Result<Rendered, RenderError> {
        Ok(Rendered {
            subject: letter.message.template().to_owned(),
            text: letter.link.unwrap_or_default().to_owned(),
            html: String::new(),
            unsubscribe: None,
        })
    }
}

async fn deliver(town: &Town, sink: &SmtpSink) {
    let settings = SmtpSettings {
        url: sink.url(),
        from: "bonjour@exemple.fr".to_owned(),
        login: None,
    };
    let outbound = Outbound {
        renderer: Arc::new(Plain),
        smtp: Smtp::new(&settings).unwrap(),
    };
    deliver_due(&town.app, &may(), &outbound).await.unwrap();
}

async fn an_address_that_the_server_refuses_is_not_written_to_until_it_changes(engine: Engine) {
    let town = town(engine, &["a@exemple.fr"]).await;
    let sink = SmtpSink::start();
    let id = town.send(&[7]).await;
    sink.refuse(&["550 5.1.1 nobody"]);
    deliver(&town, &sink).await;
    let found = campaigns::overview(&town.app, &Actor::Operator, id)
        .await
        .unwrap();
    assert_eq!(
        (found.figures.bounced, found.asks[0].0.state),
        (1, AskState::Bounced)
    );
    town.pass(7);
    assert_eq!(campaigns::keep(&town.app).await.unwrap(), 0, "no reminder");
    town.pass(60);
    assert_eq!(town.choose().await.of(Reach::Bouncing).count(), 1);
    let place = town.places().remove(0);
    let mut mine = place.record.clone();
    mine.contact.emails = vec!["b@exemple.fr".to_owned()];
    let change = editing::Change {
        fields: vec![PlaceField::Contact],
        before: place.record.clone(),
        mine,
    };
    editing::change(&town.app, &may(), place.id, change)
        .await
        .unwrap();
    assert_eq!(town.choose().await.of(Reach::Mail).count(), 1);
}

async fn a_notice_is_believed_when_it_gives_back_the_id_of_a_mail(engine: Engine) {
    let town = town(engine, &["a@exemple.fr"]).await;
    town.send(&[]).await;
    let log = mail::log(&town.app, &may(), None, 0).await.unwrap();
    let own = log.mails[0].mail.id.to_string();
    let stranger = "01900000-0000-7000-8000-000000000000";
    for (id, expected) in [
        (stranger, Returned::NotOurs),
        ("autre", Returned::NotOurs),
        (&own, Returned::Kept),
        (&own, Returned::Known),
    ] {
        let found = campaigns::bounce(&town.app, &may(), notice(id).as_bytes()).await;
        assert_eq!(found.unwrap(), [expected], "{id}");
    }
    assert_eq!(
        campaigns::bounce(&town.app, &may(), b"Absent")
            .await
            .unwrap(),
        []
    );
    town.pass(60);
    assert_eq!(town.choose().await.of(Reach::Bouncing).count(), 1);
}

fn notice(id: &str) -> String {
    format!(
        "Content-Type: multipart/report; report-type=delivery-status; boundary=bord\r\n\r\n--bord\r\n\
         Content-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; relais.exemple.fr\r\n\r\n\
         Final-Recipient: rfc822; a@exemple.fr\r\nAction: failed\r\nStatus: 5.1.1\r\n\r\n--bord\r\n\
         Content-Type: message/rfc822\r\n\r\nMessage-ID: <{id}@exemple.fr>\r\n\r\nBonjour\r\n--bord--\r\n"
    )
}

async fn nobody_of_the_demonstration_is_written_to(engine: Engine) {
    let town = town(engine, &["a@exemple.fr"]).await;
    demonstration::load(&town.app, &may()).await.unwrap();
    let sink = SmtpSink::start();
    town.send(&[]).await;
    deliver(&town, &sink).await;
    assert!(sink.mails().is_empty());
    let log = mail::log(&town.app, &may(), None, 0).await.unwrap();
    assert!(log.mails.iter().all(|one| one.state == MailState::Dropped));
}
