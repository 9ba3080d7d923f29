//! An address that takes no mail is not written to again by campaigns, until the place has another one.

use std::io::{Read as _, Write as _};
use std::net::TcpListener;
use std::sync::{Arc, Mutex};

use portulan_app::campaigns::{self, Reach, Returned};
use portulan_app::mail::{
    self, Handed, Letter, Outbound, RenderError, Rendered, Renderer, ShortText, Smtp, SmtpSettings,
    TextGateway, Webhook, deliver_due,
};
use portulan_app::{demonstration, editing};
use portulan_model::PlaceField;
use portulan_model::campaigns::AskState;
use portulan_model::mail::MailState;
use portulan_policy::Actor;
use portulan_testkit::{Engine, SmtpSink};

use super::town::{Town, open, town};
use crate::{may, on_both_engines};

on_both_engines! {
    an_address_that_the_server_refuses_is_not_written_to_until_it_changes
    a_notice_is_believed_when_it_gives_back_the_id_of_a_mail
    nobody_of_the_demonstration_is_written_to
    a_place_that_has_a_mobile_number_alone_is_asked_by_a_text
}

struct Plain;

impl Renderer for Plain {
    fn render(&self, letter: &Letter<'_>) -> Result<Rendered, RenderError> {
        Ok(Rendered {
            subject: letter.message.template().to_owned(),
            text: letter.link.unwrap_or_default().to_owned(),
            html: String::new(),
            unsubscribe: None,
            calendar: None,
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

/// A gateway that keeps what it is given, and knows no number that ends in 9.
#[derive(Debug, Default)]
struct Kept(Mutex<Vec<ShortText>>);

impl TextGateway for Kept {
    fn hand(&self, text: &ShortText) -> Handed {
        if text.to.ends_with('9') {
            return Handed::NoSuchNumber("422".to_owned());
        }
        self.0.lock().unwrap().push(text.clone());
        Handed::Taken
    }
}

async fn a_place_that_has_a_mobile_number_alone_is_asked_by_a_text(engine: Engine) {
    let gateway = Arc::new(Kept::default());
    let list = "id,nom,commune,code_postal,adresse,date_maj,telephone,courriels\n\
        1,Lieu 1,Rennes,35000,1 rue de l'Essai,2026-01-01,0600000001,\n\
        2,Lieu 2,Rennes,35000,2 rue de l'Essai,2026-01-01,0700000009,\n\
        3,Lieu 3,Rennes,35000,3 rue de l'Essai,2026-01-01,0299000003,\n\
        4,Lieu 4,Rennes,35000,4 rue de l'Essai,2026-01-01,0600000001,\n";
    let town = open(
        engine,
        list,
        Some(Arc::clone(&gateway) as Arc<dyn TextGateway>),
    )
    .await;
    let sink = SmtpSink::start();
    let chosen = town.choose().await;
    assert_eq!(
        (
            chosen.of(Reach::Text).count(),
            chosen.of(Reach::NoAddress).count()
        ),
        (2, 1)
    );
    let id = town.send(&[]).await;
    deliver(&town, &sink).await;
    assert!(sink.mails().is_empty());
    let texts = gateway.0.lock().unwrap().clone();
    assert_eq!((texts.len(), texts[0].to.as_str()), (1, "+33600000001"));
    let (_, token) = texts[0].text.rsplit_once(' ').unwrap();
    let pass = campaigns::open(&town.app, token).await.unwrap();
    assert_eq!(pass.places.len(), 2, "one text for both");
    let found = campaigns::overview(&town.app, &Actor::Operator, id)
        .await
        .unwrap();
    assert_eq!(found.figures.bounced, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_gateway_is_told_by_a_post() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("http://{}/envoi", listener.local_addr().unwrap());
    let served = std::thread::spawn(move || {
        [
            "200 OK",
            "422 Unprocessable Content",
            "503 Service Unavailable",
        ]
        .map(|status| {
            let (mut stream, _) = listener.accept().unwrap();
            let request = read_request(&mut stream);
            write!(
                stream,
                "HTTP/1.1 {status}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
            )
            .unwrap();
            request
        })
    });
    let told = tokio::task::spawn_blocking(move || {
        let gateway = Webhook::new(&address, Some("jeton".to_owned())).unwrap();
        let text = ShortText {
            id: "7".to_owned(),
            to: "+33600000001".to_owned(),
            text: "Été".to_owned(),
        };
        [(); 3].map(|()| gateway.hand(&text))
    });
    let told = told.await.unwrap();
    assert_eq!(told[0], Handed::Taken);
    assert_eq!(told[1], Handed::NoSuchNumber("422".to_owned()));
    assert_eq!(told[2], Handed::Later("503".to_owned()));
    let request = served.join().unwrap()[0].to_lowercase();
    assert!(request.starts_with("post /envoi "), "{request}");
    assert!(request.contains("authorization: bearer jeton"), "{request}");
    let (_, body) = request.split_once("\r\n\r\n").unwrap();
    let body: serde_json::Value = serde_json::from_str(body).unwrap();
    assert_eq!(
        body,
        serde_json::json!({ "id": "7", "to": "+33600000001", "text": "été" })
    );
}

/// Head and body, as long as the head says.
fn read_request(stream: &mut std::net::TcpStream) -> String {
    let mut bytes = Vec::new();
    loop {
        let mut part = [0; 1_024];
        let count = stream.read(&mut part).unwrap();
        bytes.extend(&part[..count]);
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let Some((head, body)) = text.split_once("\r\n\r\n") else {
            continue;
        };
        let length = head.lines().find_map(|line| {
            let (name, value) = line.split_once(':')?;
            name.eq_ignore_ascii_case("content-length")
                .then(|| value.trim().parse::<usize>().unwrap())
        });
        if count == 0 || body.len() >= length.unwrap_or_default() {
            return text;
        }
    }
}
