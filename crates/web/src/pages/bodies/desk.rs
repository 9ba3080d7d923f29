//! `/espace/gouvernances`: the bodies that somebody founds, leads or sits in, and what their organisations asked.

use askama::Template;
use axum::response::Response;
use portulan_app::{bodies, rights};
use portulan_model::Slug;
use portulan_model::governance::{Membership, Standing};
use portulan_policy::actions::{JoinBody, ManageBodies};
use portulan_policy::{Action as _, Actor, Node};

use super::names;
use crate::auth::{Desk, Refused};
use crate::pages::addresses;
use crate::pages::page::{Page, html};

#[derive(Template)]
#[template(path = "bodies/desk.html")]
struct DeskPage {
    page: Page,
    total: String,
    /// The way to a new one.
    found: Option<&'static str>,
    list: &'static str,
    rows: Vec<Row>,
    own: Vec<Own>,
}

struct Row {
    address: String,
    name: String,
    seat: String,
    over: bool,
}

/// A membership of an organisation of whoever looks.
struct Own {
    id: String,
    organisation: String,
    body: String,
    address: String,
    leave: String,
    standing: String,
    candidate: bool,
}

/// `GET /espace/gouvernances`.
pub(super) async fn show(desk: Desk) -> Result<Response, Refused> {
    let (words, directory) = (desk.words(), &desk.visit.directory);
    let day = desk.visit.today();
    let mine = bodies::mine(directory, desk.actor(), day);
    let rows: Vec<Row> = mine
        .iter()
        .map(|one| Row {
            address: desk.visit.link(&addresses::body_desk(&one.body.slug, "")),
            name: one.body.name.clone(),
            seat: names::seat(directory, &one.body.seat),
            over: one.body.period.is_over(day),
        })
        .collect();
    let may_found = desk.actor().may_somewhere(ManageBodies::NAME);
    Ok(html(&DeskPage {
        page: desk.page(words.get("bodies-title"), "gouvernances"),
        total: words.with("bodies-mine", &[("n", rows.len().into())]),
        found: may_found.then_some(addresses::NEW_BODY),
        list: addresses::BODIES,
        rows,
        own: own(&desk).await?,
    }))
}

/// The organisations for which somebody speaks.
pub(super) fn spoken_for(desk: &Desk) -> Vec<Slug> {
    let actor = desk.actor();
    let mut slugs: Vec<Slug> = match actor {
        Actor::Person(_) => actor
            .grants()
            .iter()
            .filter_map(|grant| match grant.node() {
                Node::Organisation(slug) if grant.allows(JoinBody::NAME, grant.node().kind()) => {
                    Some(slug.clone())
                }
                _ => None,
            })
            .collect(),
        _ => Vec::new(),
    };
    slugs.sort();
    slugs.dedup();
    slugs
}

async fn own(desk: &Desk) -> Result<Vec<Own>, Refused> {
    let directory = &desk.visit.directory;
    let mut rows = Vec::new();
    for slug in spoken_for(desk) {
        let Some(organisation) = directory.organisations.get(&slug) else {
            continue;
        };
        let target = rights::organisation(directory, organisation);
        let may = desk.may_on::<JoinBody>(target)?;
        let all = bodies::memberships_of(desk.app(), &may).await?;
        let open = all.iter().filter(|one| one.standing() != Standing::Left);
        rows.extend(open.map(|one| row(desk, one)));
    }
    Ok(rows)
}

fn row(desk: &Desk, one: &Membership) -> Own {
    let (words, directory) = (desk.words(), &desk.visit.directory);
    let who = one.who();
    let known = bodies::find(directory, &who.body);
    let candidate = one.standing() == Standing::Candidate;
    let standing = if candidate {
        words.get("bodies-standing-candidate")
    } else {
        let roles = names::roles(words, one, desk.visit.today());
        let all = std::iter::once(words.get("bodies-standing-member")).chain(roles);
        portulan_i18n::listed(desk.visit.lang, all.collect())
    };
    Own {
        id: who.id.to_string(),
        organisation: names::organisation(directory, &who.organisation),
        body: known.map_or_else(|| who.body.to_string(), |body| body.name.clone()),
        address: desk.visit.link(&addresses::body(&who.body)),
        leave: addresses::body_desk(&who.body, "quitter"),
        standing,
        candidate,
    }
}
