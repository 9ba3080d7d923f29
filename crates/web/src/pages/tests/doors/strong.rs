//! Where roles that decide for others ask for a key, as a browser that holds none meets it.

use axum::http::StatusCode;
use portulan_app::{Options, people};
use portulan_policy::actions::GrantRoles;
use portulan_policy::{Actor, Node, Role, allow};

use super::HERE;
use super::site::{Browser, Doors};

#[tokio::test]
async fn a_desk_says_that_its_roles_wait_for_a_key() {
    let strong = Options {
        strong_sign_in: true,
        ..Options::default()
    };
    let site = Doors::open_served(HERE, strong).await;
    let node: Node = "commune-35238".parse().unwrap();
    let giving = allow::<GrantRoles>(&Actor::Operator, node).unwrap();
    let given = people::give(&site.app, &giving, site.camille.id, Role::Coordinator, None);
    given.await.unwrap();
    let mut browser = Browser::default();
    site.enter(&mut browser).await;
    let refused = browser.get(&site, "/espace/propositions").await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
    refused.says("Vos rôles vous attendent");
    assert!(refused.body.contains("href=\"/compte\""));
    let account = browser.get(&site, "/compte").await;
    assert_eq!(account.status, StatusCode::OK);
    account.says("ajoutez-en une ci-dessous");
}
