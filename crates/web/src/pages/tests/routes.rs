//! Every route × every role × inside and outside its node: the answer is the one of the table of rights, and a refusal
//! shows nothing of its object.

mod files;
mod foreign;
mod governed;
mod plan;
pub(super) mod site;
mod town;

use std::sync::LazyLock;

use axum::http::{Method, StatusCode};
use portulan_policy::{Cell, NodeKind, Role, table};

use crate::routes::{Needs, Route};
use site::{CANARY, Caller, Installation, Scope};

/// Whether a node of one kind can stand under one of another: so do those of the site of these tests.
fn stands_under(kind: NodeKind, above: NodeKind) -> bool {
    match (kind, above) {
        (kind, NodeKind::Territory) => kind != NodeKind::Installation,
        (_, NodeKind::Installation)
        | (NodeKind::Place, NodeKind::Organisation | NodeKind::Source)
        | (
            NodeKind::Body | NodeKind::Envelope,
            NodeKind::Organisation | NodeKind::Cluster | NodeKind::Scheme,
        )
        | (NodeKind::Envelope, NodeKind::Body) => true,
        (kind, above) => kind == above,
    }
}

/// Whether the object of a kind of this site stands under its node of another: the body of the town stands on the town, and
/// its envelope with it.
const fn of_town(kind: NodeKind, held: NodeKind) -> bool {
    !matches!(
        (kind, held),
        (
            NodeKind::Body | NodeKind::Envelope,
            NodeKind::Cluster | NodeKind::Scheme
        )
    )
}

/// What the table says of a role that is held on a node of a kind, on nodes of another that stand under it.
fn allows((role, held): (Role, NodeKind), action: &str, kind: NodeKind) -> bool {
    static TABLE: LazyLock<Vec<Cell>> = LazyLock::new(table);
    let cell = TABLE
        .iter()
        .find(|cell| (cell.role, cell.action, cell.node) == (role, action, kind));
    cell.unwrap().from(held)
}

/// Whether a caller may use a route on an object of a kind.
fn expected(caller: &Caller, needs: Needs, object: NodeKind) -> bool {
    let signed_in = caller.scope != Scope::Visitor;
    let held = |inside_only: bool, action: &str, on: &[NodeKind]| match caller.scope {
        Scope::Operator => true,
        Scope::Visitor | Scope::NoRole => false,
        Scope::Outside(..) if inside_only => false,
        Scope::Inside(role, held) | Scope::Outside(role, held) => on.iter().any(|kind| {
            let here = !inside_only || of_town(*kind, held);
            here && stands_under(*kind, held) && allows((role, held), action, *kind)
        }),
    };
    match needs {
        Needs::Public => true,
        Needs::Link => unreachable!("a link opens for whoever holds it"),
        Needs::Session => signed_in,
        Needs::Account => signed_in && caller.scope != Scope::Operator,
        Needs::Somewhere(action) => held(false, action, NodeKind::ALL),
        Needs::Right(action, _) => held(true, action, &[object]),
    }
}

/// Whether what a list shows may hold the object.
fn sees(caller: &Caller) -> bool {
    matches!(caller.scope, Scope::Operator | Scope::Inside(..))
}

/// The kinds of object that a route can be asked for.
pub(super) fn objects(needs: Needs) -> &'static [NodeKind] {
    match needs {
        Needs::Right(_, kinds) => kinds,
        _ => &[NodeKind::Place],
    }
}

async fn every_route_answers_each_role_as_the_table_says(engine: portulan_testkit::Engine) {
    let site = Installation::open(engine).await;
    let mut callers = site.callers().await;
    let routes = crate::routes().list;
    assert!(routes.len() > 60, "{} routes", routes.len());
    let (mut allowed, mut shown) = (0, 0);
    for route in &routes {
        for object in objects(route.needs) {
            for caller in &mut callers {
                let (may, shows) = try_one(&site, route, *object, caller).await;
                allowed += usize::from(may);
                shown += usize::from(shows);
            }
        }
    }
    assert!(allowed > 500, "{allowed} requests were allowed");
    assert!(shown > 50, "{shown} of them showed the object");
}

/// Tries a route as a caller; whether it was to be allowed, and whether something reserved of the object was shown.
async fn try_one(
    site: &Installation,
    route: &Route,
    object: NodeKind,
    caller: &mut Caller,
) -> (bool, bool) {
    let (status, body) = site.ask(route, object, caller).await;
    let told = format!(
        "{} {} ({object}) as {}",
        route.method, route.path, caller.name
    );
    assert!(!status.is_server_error(), "{told}: {status} {body}");
    // This site names no provider of identity: whoever asks for one finds none.
    let services = ["/connexion/service/", "/compte/service/"];
    let absent = services.iter().any(|root| route.path.starts_with(root));
    if route.needs == Needs::Link || absent {
        return (false, false);
    }
    let refused = matches!(status, StatusCode::FORBIDDEN | StatusCode::NOT_FOUND);
    let may = expected(caller, route.needs, object);
    assert_eq!(!refused, may, "{told}: {status}");
    if route.needs != Needs::Public && (refused || !sees(caller)) {
        assert!(!body.contains(CANARY), "{told}: shows the object");
    }
    if route.method == Method::POST && may {
        site.mend(route, caller).await;
    }
    let reserved = route.needs != Needs::Public;
    (may, reserved && body.contains(CANARY))
}

#[tokio::test(flavor = "multi_thread")]
async fn every_route_answers_each_role_as_the_table_says_on_sqlite() {
    every_route_answers_each_role_as_the_table_says(portulan_testkit::Engine::Sqlite).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn every_route_answers_each_role_as_the_table_says_on_postgresql() {
    every_route_answers_each_role_as_the_table_says(portulan_testkit::Engine::Postgres).await;
}

#[test]
fn a_route_is_declared_once_and_no_object_is_public_by_mistake() {
    let routes = crate::routes().list;
    let mut seen = std::collections::HashSet::new();
    for route in &routes {
        let once = seen.insert((route.method.clone(), route.path.clone()));
        assert!(once, "{} {}", route.method, route.path);
        let reserved = ["/exploitation", "/espace", "/compte"];
        let reserved = reserved.iter().any(|root| route.path.starts_with(root));
        // Whoever leaves needs no right, and a door opens to its link.
        let open = [Needs::Public, Needs::Link].contains(&route.needs);
        let known = ["/exploitation", "/exploitation/{link}"].contains(&route.path.as_str());
        assert!(!reserved || !open || known, "{} is public", route.path);
    }
}
