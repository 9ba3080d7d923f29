//! The log of mails: what left, to whom and why not, and nobody's link.

use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use chrono::TimeDelta;
use portulan_app::mail::{Message, enqueue, outgoing};
use portulan_app::secret::Key;
use portulan_app::signed::{Link, Purpose};
use portulan_policy::actions::SendMail;
use portulan_policy::{Actor, Node, allow};
use portulan_text::Email;

use super::{LIGHT, Operator, TABLE};

/// Puts a message in the outbox; its page.
async fn put(operator: &Operator, message: &Message, occasion: &str) -> String {
    let app = &operator.site.app;
    let to = Email::parse("camille@exemple.fr").unwrap();
    let may = allow::<SendMail>(&Actor::Operator, &Node::Installation).unwrap();
    let mail = outgoing(app, &to, "fr", message, occasion).unwrap();
    assert!(enqueue(app, &may, &mail).await.unwrap());
    format!("/exploitation/messages/{}", mail.id)
}

#[tokio::test]
async fn a_mail_that_waits_is_read_and_its_link_is_hidden() {
    let operator = Operator::enter().await;
    let expires = operator.site.app.now() + TimeDelta::minutes(15);
    let link = Link::new(Purpose::Invitation, "42", expires);
    let token = link.sign(&Key::from_bytes([7; 32]));
    let message = Message::Invitation {
        by: "<b>Dominique".to_owned(),
        organisation: None,
        link,
    };
    let address = put(&operator, &message, "essai").await;
    let list = operator.page("/exploitation/messages", LIGHT).await;
    assert!(list.text().contains("camille@exemple.fr"));
    assert!(list.text().contains("Invitation") && list.text().contains("En attente"));
    let links = list.internal_links("/exploitation/messages");
    assert!(links.iter().any(|(path, _)| *path == address));
    let page = operator.page(&address, LIGHT).await;
    assert!(
        page.text().contains("Dominique vous invite"),
        "{}",
        page.text()
    );
    assert!(page.text().contains("/invitation/lien-masque"));
    for address in [address.clone(), format!("{address}/html")] {
        let request = Request::get(&address).header(header::COOKIE, &operator.cookie);
        let request = request.body(Body::empty()).unwrap();
        let (status, headers, body) = operator.site.ask(request).await;
        assert_eq!(status, StatusCode::OK, "{address}");
        assert_eq!(headers[header::CACHE_CONTROL], "no-store");
        assert!(
            !body.contains(&token) && !body.contains("<b>Dominique"),
            "{address}"
        );
    }
}

#[tokio::test]
async fn a_long_log_is_read_page_by_page_and_state_by_state() {
    let operator = Operator::enter().await;
    for number in 0..51 {
        put(&operator, &Message::PasswordChanged, &number.to_string()).await;
    }
    let list = operator.page("/exploitation/messages", TABLE).await;
    assert!(list.text().contains("En attente (51)"), "{}", list.text());
    let links = list.internal_links("/exploitation/messages");
    let next = "/exploitation/messages?page=1";
    assert!(links.iter().any(|(path, _)| path == next));
    let second = operator.page(next, LIGHT).await;
    assert_eq!(second.text().matches("camille@exemple.fr").count(), 1);
    let sent = operator
        .page("/exploitation/messages?etat=sent", LIGHT)
        .await;
    assert!(sent.text().contains("Aucun message"));
}
