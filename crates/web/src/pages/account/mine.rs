//! `/espace`: what a person may do here, and the way to it.

use askama::Template;
use axum::response::Response;
use portulan_policy::{Actor, Grant, Node, actions, allow};

use super::people::role_on;
use crate::auth::{Desk, Refused};
use crate::pages::page::{Page, html};

#[derive(Template)]
#[template(path = "account/mine.html")]
struct Mine {
    page: Page,
    roles: Vec<Held>,
    operates: bool,
}

/// A role and where it leads.
struct Held {
    role: String,
    until: Option<String>,
    links: Vec<(String, String)>,
}

/// `GET /espace`.
pub(super) async fn show(desk: Desk) -> Result<Response, Refused> {
    let actor = desk.actor().clone();
    let roles = actor
        .grants()
        .iter()
        .map(|grant| held(&desk, &actor, grant));
    Ok(html(&Mine {
        roles: roles.collect(),
        operates: actor.runs_the_installation(),
        page: desk.page(desk.words().get("space-title"), "espace"),
    }))
}

fn held(desk: &Desk, actor: &Actor, grant: &Grant) -> Held {
    let words = desk.words();
    let node = grant.node();
    let mut links = Vec::new();
    let mut link = |id: &str, address: String| links.push((words.get(id), address));
    match node {
        Node::Place(slug) => {
            link("space-see-place", format!("/lieux/{slug}"));
            if allow::<actions::EditPlace>(actor, node).is_ok() {
                link("edit-change", crate::pages::addresses::edit(slug));
            }
        }
        Node::Territory(key) => link("space-see-territory", format!("/territoires/{key}")),
        Node::Source(slug) => link("space-see-source", format!("/exploitation/sources/{slug}")),
        Node::Organisation(slug) => {
            if allow::<actions::EditOrganisation>(actor, node).is_ok() {
                link("edit-change", format!("/espace/structures/{slug}/modifier"));
            }
        }
        Node::Installation => {}
    }
    if allow::<actions::Instruct>(actor, node).is_ok() {
        link(
            "proposals-title",
            crate::pages::addresses::TO_EXAMINE.to_owned(),
        );
    }
    if allow::<actions::GrantRoles>(actor, node).is_ok() {
        link("space-see-people", format!("/espace/personnes/{node}"));
    }
    Held {
        role: role_on(words, &desk.visit.directory, grant),
        until: grant.until().map(|until| desk.instant(until)),
        links,
    }
}
