//! `/espace`: what a person may do here, and the way to it.

use askama::Template;
use axum::response::Response;
use portulan_policy::actions::{
    Advise, Apply, EditOrganisation, EditPlace, GrantRoles, Instruct, ReadBody, ReadEnvelope,
    ReadEquipment, ReadHarvest, ReadIntentions, ReadJournal, ReadPool, ReportFunds, ReviewLinks,
    RunCampaign, TakePosition,
};
use portulan_policy::{Action as _, Grant, Node, NodeKind};

use super::people::role_on;
use crate::auth::{Desk, Refused};
use crate::pages::addresses;
use crate::pages::operator::addresses::{GONE, PLACES, QUEUE, SOURCES};
use crate::pages::operator::queue::TERRITORY;
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
    let mut roles = Vec::new();
    for grant in actor.grants() {
        roles.push(held(&desk, grant).await?);
    }
    Ok(html(&Mine {
        roles,
        operates: actor.runs_the_installation(),
        page: desk.page(desk.words().get("space-title"), "espace"),
    }))
}

async fn held(desk: &Desk, grant: &Grant) -> Result<Held, Refused> {
    let words = desk.words();
    Ok(Held {
        role: role_on(&desk.visit, grant).await?,
        until: grant.until().map(|until| desk.instant(until)),
        links: ways(grant)
            .into_iter()
            .map(|(id, address)| (words.get(id), address))
            .collect(),
    })
}

/// The screens that a role opens, each for the node on which it is held.
fn ways(grant: &Grant) -> Vec<(&'static str, String)> {
    let node = grant.node();
    let may = |action: &str| grant.allows(action, node.kind());
    let mut ways = match node {
        Node::Place(slug) => vec![("space-see-place", addresses::place(slug))],
        Node::Territory(key) => vec![("space-see-territory", addresses::territory(key))],
        Node::Body(slug) => vec![("bodies-public", addresses::body(slug))],
        Node::Source(_)
        | Node::Organisation(_)
        | Node::Cluster(_)
        | Node::Scheme(_)
        | Node::Envelope(_)
        | Node::Installation => Vec::new(),
    };
    let mut way = |open: bool, id: &'static str, address: String| {
        if open {
            ways.push((id, address));
        }
    };
    match node {
        Node::Source(slug) => {
            let address = format!("{SOURCES}/{slug}");
            way(may(ReadHarvest::NAME), "space-see-source", address);
        }
        Node::Place(slug) => {
            let address = format!("{PLACES}/{slug}");
            way(may(EditPlace::NAME), "edit-change", addresses::edit(slug));
            let visits = addresses::visits(slug);
            way(may(EditPlace::NAME), "audience-place-visits", visits);
            way(may(ReadJournal::NAME), "space-see-story", address);
            let equipment = addresses::place_equipment(slug);
            way(may(ReadEquipment::NAME), "equip-title", equipment);
        }
        Node::Territory(key) => {
            let inside = |list| addresses::with_query(list, [(TERRITORY, key.to_string())]);
            let reviews = may(ReviewLinks::NAME);
            way(reviews, "space-see-duplicates", inside(QUEUE));
            way(reviews, "space-see-gone", inside(GONE));
            let reads = may(ReadHarvest::NAME);
            way(reads, "space-see-sources", SOURCES.to_owned());
            let censuses = addresses::CENSUSES.to_owned();
            way(may(RunCampaign::NAME), "census-list-title", censuses);
            let funds = grant.allows(ReadEnvelope::NAME, NodeKind::Envelope);
            way(funds, "env-title", addresses::ENVELOPES.to_owned());
            let advised = addresses::TO_ADVISE.to_owned();
            way(may(Advise::NAME), "examen-a-aviser", advised);
        }
        Node::Organisation(slug) => {
            let address = format!("/espace/structures/{slug}/modifier");
            way(may(EditOrganisation::NAME), "edit-change", address);
            let asked = addresses::calls_asked(slug);
            way(may(TakePosition::NAME), "appels-title", asked);
            let applications = addresses::applications(slug);
            way(may(Apply::NAME), "candidatures-titre", applications);
            let notes = addresses::intentions(slug, "");
            way(may(ReadIntentions::NAME), "int-title", notes);
            let pools = addresses::own_pools(slug, "");
            way(may(ReadPool::NAME), "mut-title", pools);
            let agreements = addresses::own_agreements(slug, "");
            way(may(ReportFunds::NAME), "conv-title", agreements);
            let equipment = addresses::equipment(slug, "");
            way(may(ReadEquipment::NAME), "equip-title", equipment);
        }
        Node::Body(slug) => {
            let address = addresses::body_desk(slug, "");
            way(may(ReadBody::NAME), "bodies-desk", address);
        }
        Node::Cluster(_) | Node::Scheme(_) | Node::Envelope(_) | Node::Installation => {}
    }
    let bodies = addresses::BODIES_DESK.to_owned();
    let above = !matches!(node, Node::Body(_) | Node::Installation);
    let reads = above && grant.allows(ReadBody::NAME, NodeKind::Body);
    way(reads, "bodies-title", bodies);
    let examines = addresses::TO_EXAMINE.to_owned();
    way(may(Instruct::NAME), "proposals-title", examines);
    let campaigns = addresses::CAMPAIGNS.to_owned();
    way(may(RunCampaign::NAME), "campaigns-title", campaigns);
    let list = match node {
        Node::Territory(key) => Some((TERRITORY, key.to_string())),
        Node::Organisation(slug) => Some(("structure", slug.to_string())),
        _ => None,
    };
    if let Some(list) = list {
        let calls = addresses::with_query(addresses::CALLS, [list]);
        way(may(RunCampaign::NAME), "calls-title", calls);
    }
    let people = format!("/espace/personnes/{node}");
    way(may(GrantRoles::NAME), "space-see-people", people);
    ways
}
