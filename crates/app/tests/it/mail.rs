//! Mails over a real socket: taken, tried again, given up, sent once, refused by those who want no more of them.

use std::sync::{Arc, Mutex};

use chrono::{DateTime, TimeDelta, Utc};
use portulan_app::mail::{
    Letter, Links, List, Message, Outbound, RenderError, Rendered, Renderer, Round, Smtp,
    SmtpSettings, asked_to_refuse, blank_old, deliver_due, enqueue, log, outgoing, preview, refuse,
};
use portulan_app::secret::Key;
use portulan_app::signed::{Link, LinkError, Purpose};
use portulan_app::{App, Clock, Error, Options, SeededChance};
use portulan_model::mail::{KnownMail, MailState};
use portulan_testkit::{Engine, SmtpSink, TestDatabase, builders};
use portulan_text::Email;

use crate::{may, on_both_engines};

on_both_engines! {
    a_mail_is_delivered_once_with_its_signed_link
    a_mail_refused_for_now_is_tried_again_later_under_the_same_id
    a_mail_refused_for_good_is_given_up
    two_nodes_send_a_mail_once
    a_server_that_is_away_or_refuses_the_sign_in_costs_no_mail
    a_mail_that_is_never_taken_is_given_up_after_some_days
    a_link_that_expired_on_its_way_is_not_sent
    whoever_wants_no_more_of_a_campaign_receives_no_more_of_it
    a_mail_is_blanked_after_its_time
    nothing_is_sent_without_the_key
    whoever_reads_a_mail_does_not_get_its_link
}

/// Puts a message in words that name its template.
struct Plain;

impl Renderer for Plain {
    fn render(&self, letter: &Letter<'_>) -> Result<Rendered, RenderError> {
        let link = letter.link.unwrap_or("none");
        let name = letter.message.template();
        Ok(Rendered {
            subject: format!("Été {name}\r\nBcc: autre@exemple.fr"),
            text: format!("lien {link}"),
            html: format!("<p>lien {link}</p>"),
            unsubscribe: letter
                .unsubscribe
                .map(|token| format!("https://portulan.exemple.fr/desabonnement/{token}")),
            calendar: None,
        })
    }
}

/// A clock that is moved by hand.
#[derive(Clone)]
struct Moved(Arc<Mutex<DateTime<Utc>>>);

impl Clock for Moved {
    fn now(&self) -> DateTime<Utc> {
        *self.0.lock().unwrap()
    }
}

impl Moved {
    fn by(&self, wait: TimeDelta) {
        *self.0.lock().unwrap() += wait;
    }
}

struct Post {
    database: TestDatabase,
    app: Arc<App>,
    clock: Moved,
    sink: SmtpSink,
    outbound: Outbound,
}

fn outbound(url: &str) -> Outbound {
    let settings = SmtpSettings {
        url: url.to_owned(),
        from: "Portulan <bonjour@exemple.fr>".to_owned(),
        login: Some(("moi".to_owned(), "secret".to_owned())),
    };
    Outbound {
        renderer: Arc::new(Plain),
        smtp: Smtp::new(&settings).unwrap(),
    }
}

async fn node(database: &TestDatabase, clock: &Moved, key: Option<Key>) -> Arc<App> {
    let options = Options {
        key: key.map(Into::into),
        ..Options::default()
    };
    let chance = Arc::new(SeededChance::new(1));
    let clock = Arc::new(clock.clone());
    App::open_with(&database.url, clock, chance, options)
        .await
        .unwrap()
}

fn key() -> Key {
    Key::from_bytes([7; 32])
}

impl Post {
    async fn open(engine: Engine) -> Self {
        let database = TestDatabase::new(engine);
        let clock = Moved(Arc::new(Mutex::new(builders::saturday_morning())));
        let sink = SmtpSink::start();
        Self {
            app: node(&database, &clock, Some(key())).await,
            outbound: outbound(&sink.url()),
            database,
            clock,
            sink,
        }
    }

    /// Puts a message in the outbox.
    async fn put(&self, message: &Message, occasion: &str) -> bool {
        let to = Email::parse("camille@exemple.fr").unwrap();
        let mail = outgoing(&self.app, &to, "fr", message, occasion).unwrap();
        enqueue(&self.app, &may(), &mail).await.unwrap()
    }

    async fn round(&self) -> Round {
        deliver_due(&self.app, &may(), &self.outbound)
            .await
            .unwrap()
    }

    async fn last(&self) -> KnownMail {
        let log = log(&self.app, &may(), None, 0).await.unwrap();
        log.mails.into_iter().next().unwrap()
    }
}

fn sign_in(post: &Post) -> Message {
    let expires = post.app.now() + TimeDelta::days(10);
    Message::SignInLink {
        link: Link::new(Purpose::SignIn, "42", expires),
    }
}

fn campaign(post: &Post) -> Message {
    Message::CampaignDigest {
        organisation: "Structure d’essai".to_owned(),
        places: vec!["Lieu 1".to_owned()],
        link: Link::new(Purpose::Campaign, "7", post.app.now() + TimeDelta::days(30)),
    }
}

const SENT: Round = Round {
    sent: 1,
    later: 0,
    failed: 0,
    dropped: 0,
    away: false,
};
const NOTHING: Round = Round { sent: 0, ..SENT };

async fn a_mail_is_delivered_once_with_its_signed_link(engine: Engine) {
    let post = Post::open(engine).await;
    assert!(post.put(&sign_in(&post), "essai").await);
    assert!(!post.put(&sign_in(&post), "essai").await, "one occasion");
    assert!(
        !post
            .last()
            .await
            .mail
            .parameters
            .contains(&sign_in(&post).link().unwrap().sign(&key()))
    );
    assert_eq!(post.round().await, SENT);
    assert_eq!(post.round().await, NOTHING);
    let mails = post.sink.mails();
    assert_eq!(mails.len(), 1);
    let mail = &mails[0];
    assert_eq!(
        (mail.from.as_str(), &mail.to[..]),
        ("bonjour@exemple.fr", &["camille@exemple.fr".to_owned()][..])
    );
    assert_eq!(
        mail.header("Subject").unwrap(),
        "Été sign-in-link Bcc: autre@exemple.fr"
    );
    assert_eq!(mail.count_headers("Bcc"), 0);
    assert_eq!(mail.header("Auto-Submitted").unwrap(), "auto-generated");
    assert_eq!(mail.header("List-Unsubscribe"), None);
    assert!(
        mail.header("Date")
            .unwrap()
            .starts_with("Sat, 28 Nov 2026 09:00:00")
    );
    let token = mail.text().trim().strip_prefix("lien ").unwrap().to_owned();
    assert!(mail.html().contains(&token));
    let link = Link::open(&token, Purpose::SignIn, &key(), post.app.now()).unwrap();
    assert_eq!(Some(&link), sign_in(&post).link());
    assert!(post.sink.logins().iter().all(|login| login == "moi:secret"));
    assert_eq!(post.last().await.state, MailState::Sent);
}

async fn a_mail_refused_for_now_is_tried_again_later_under_the_same_id(engine: Engine) {
    let post = Post::open(engine).await;
    post.put(&sign_in(&post), "essai").await;
    post.sink.refuse(&["451 4.3.0 later", "450 4.2.1 busy"]);
    assert_eq!(
        post.round().await,
        Round {
            later: 1,
            ..NOTHING
        }
    );
    let waiting = post.last().await;
    assert_eq!((waiting.state, waiting.attempts), (MailState::Waiting, 1));
    assert!(waiting.error.unwrap().contains("later"));
    assert_eq!(post.round().await, NOTHING, "not before its time");
    post.clock.by(TimeDelta::minutes(1));
    assert_eq!(
        post.round().await,
        Round {
            later: 1,
            ..NOTHING
        }
    );
    post.clock.by(TimeDelta::minutes(1));
    assert_eq!(post.round().await, NOTHING, "longer and longer");
    post.clock.by(TimeDelta::minutes(4));
    assert_eq!(post.round().await, SENT);
    let sent = post.last().await;
    let expected = format!("<{}@exemple.fr>", sent.mail.id);
    assert_eq!(post.sink.mails()[0].header("Message-ID").unwrap(), expected);
    assert_eq!((sent.attempts, sent.error), (3, None));
}

async fn a_mail_refused_for_good_is_given_up(engine: Engine) {
    let post = Post::open(engine).await;
    let cases = [
        (
            "550 5.1.1 nobody of that name",
            "nobody",
            MailState::Bounced,
        ),
        ("554 5.7.1 not wanted", "not wanted", MailState::Failed),
    ];
    for (answer, words, state) in cases {
        post.put(&sign_in(&post), answer).await;
        post.clock.by(TimeDelta::seconds(1));
        post.sink.refuse(&[answer]);
        assert_eq!(
            post.round().await,
            Round {
                failed: 1,
                ..NOTHING
            }
        );
        post.clock.by(TimeDelta::days(1));
        assert_eq!(post.round().await, NOTHING, "{answer}");
        let log = log(&post.app, &may(), Some(state), 0).await.unwrap();
        assert_eq!(log.mails.len(), 1, "{answer}");
        assert!(log.mails[0].error.as_ref().unwrap().contains(words));
    }
    assert!(post.sink.mails().is_empty());
}

async fn two_nodes_send_a_mail_once(engine: Engine) {
    let post = Post::open(engine).await;
    for number in 0..12 {
        post.put(&sign_in(&post), &number.to_string()).await;
    }
    let other = node(&post.database, &post.clock, Some(key())).await;
    let (may_one, may_two) = (may(), may());
    let (one, two) = tokio::join!(
        deliver_due(&post.app, &may_one, &post.outbound),
        deliver_due(&other, &may_two, &post.outbound)
    );
    assert_eq!(one.unwrap().sent + two.unwrap().sent, 12);
    let mut ids: Vec<_> = post
        .sink
        .mails()
        .iter()
        .map(|mail| mail.header("Message-ID"))
        .collect();
    ids.sort();
    ids.dedup();
    assert_eq!((ids.len(), post.sink.mails().len()), (12, 12));
}

async fn a_server_that_is_away_or_refuses_the_sign_in_costs_no_mail(engine: Engine) {
    let post = Post::open(engine).await;
    post.put(&sign_in(&post), "essai").await;
    let nobody = outbound("smtp://127.0.0.1:1");
    let round = deliver_due(&post.app, &may(), &nobody).await.unwrap();
    assert_eq!(
        round,
        Round {
            away: true,
            ..NOTHING
        }
    );
    post.sink.refuse_sign_in(Some("535 5.7.8 not you"));
    assert_eq!(
        post.round().await,
        Round {
            away: true,
            ..NOTHING
        }
    );
    assert_eq!(post.last().await.attempts, 0);
    post.sink.refuse_sign_in(None);
    assert_eq!(post.round().await, SENT);
}

async fn a_mail_that_is_never_taken_is_given_up_after_some_days(engine: Engine) {
    let post = Post::open(engine).await;
    post.put(&sign_in(&post), "essai").await;
    let mut tries = 0;
    for _ in 0..24 * 4 {
        post.sink.refuse(&["451 4.3.0 later"]);
        let round = post.round().await;
        tries += round.later + round.failed;
        if round.failed > 0 {
            break;
        }
        post.clock.by(TimeDelta::hours(1));
    }
    assert_eq!(post.last().await.state, MailState::Failed);
    assert_eq!(tries, 10);
    post.put(&campaign(&post), "vieux").await;
    post.clock.by(TimeDelta::days(6));
    assert_eq!(
        post.round().await,
        Round {
            failed: 1,
            ..NOTHING
        },
        "as after a copy is read back"
    );
    assert!(post.sink.mails().is_empty());
}

async fn a_link_that_expired_on_its_way_is_not_sent(engine: Engine) {
    let post = Post::open(engine).await;
    let expires = post.app.now() + TimeDelta::minutes(15);
    let link = Link::new(Purpose::SignIn, "42", expires);
    post.put(&Message::SignInLink { link }, "essai").await;
    post.clock.by(TimeDelta::minutes(16));
    assert_eq!(
        post.round().await,
        Round {
            dropped: 1,
            ..NOTHING
        }
    );
    assert_eq!(post.last().await.error.as_deref(), Some("expired"));
}

async fn whoever_wants_no_more_of_a_campaign_receives_no_more_of_it(engine: Engine) {
    let post = Post::open(engine).await;
    post.put(&campaign(&post), "premier").await;
    assert_eq!(post.round().await, SENT);
    let mail = &post.sink.mails()[0];
    let header = mail.header("List-Unsubscribe").unwrap();
    assert_eq!(
        mail.header("List-Unsubscribe-Post").unwrap(),
        "List-Unsubscribe=One-Click"
    );
    let token = header.trim_end_matches('>').rsplit('/').next().unwrap();
    let subject = Link::open(token, Purpose::Unsubscribe, &key(), post.app.now())
        .unwrap()
        .subject;
    assert!(!subject.contains("camille"), "a link holds no address");
    assert_eq!(asked_to_refuse(&post.app, token).unwrap(), List::Campaigns);
    post.put(&campaign(&post), "encore").await;
    assert_eq!(post.round().await, SENT, "looking is not leaving");
    for _ in 0..2 {
        assert_eq!(refuse(&post.app, token).await.unwrap(), List::Campaigns);
    }
    post.put(&campaign(&post), "deuxieme").await;
    post.put(&sign_in(&post), "demande").await;
    assert_eq!(post.round().await, Round { dropped: 1, ..SENT });
    let forged = refuse(&post.app, token.trim_start_matches('u'))
        .await
        .unwrap_err();
    assert!(matches!(forged, Error::Link(LinkError::Forged)));
}

async fn a_mail_is_blanked_after_its_time(engine: Engine) {
    let post = Post::open(engine).await;
    post.put(&sign_in(&post), "essai").await;
    post.round().await;
    post.clock.by(TimeDelta::days(30));
    assert_eq!(blank_old(&post.app, &may()).await.unwrap(), 0);
    post.clock.by(TimeDelta::seconds(1));
    assert_eq!(blank_old(&post.app, &may()).await.unwrap(), 1);
    let known = post.last().await;
    assert_eq!(
        (known.mail.to.as_str(), known.mail.parameters.as_str()),
        ("", "")
    );
    let (_, words) = preview(&post.app, &may(), known.mail.id, &Plain, Links::Live)
        .await
        .unwrap();
    assert_eq!(words, None);
}

async fn nothing_is_sent_without_the_key(engine: Engine) {
    let post = Post::open(engine).await;
    post.put(&sign_in(&post), "essai").await;
    let keyless = node(&post.database, &post.clock, None).await;
    let refused = deliver_due(&keyless, &may(), &post.outbound).await;
    assert!(matches!(refused, Err(Error::NoKey)));
    assert_eq!(
        post.round().await,
        SENT,
        "the mail waits for a node that can sign"
    );
}

async fn whoever_reads_a_mail_does_not_get_its_link(engine: Engine) {
    let post = Post::open(engine).await;
    post.put(&sign_in(&post), "essai").await;
    let id = post.last().await.mail.id;
    let show = async |links| {
        preview(&post.app, &may(), id, &Plain, links)
            .await
            .unwrap()
            .1
            .unwrap()
    };
    let token = sign_in(&post).link().unwrap().sign(&key());
    assert!(!show(Links::Hidden).await.text.contains(&token));
    assert!(show(Links::Live).await.text.contains(&token));
}
