//! `/espace/gouvernances/<slug>`: where a body is at, and the ways to what one may do in it.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use portulan_app::{bodies, rights};
use portulan_model::governance::{Body, Standing};
use portulan_policy::Node;
use portulan_policy::actions::{EditBody, ReadFollowUp, ReadHolder, ReadPool, SeeGaps};

use super::names::{self, Contact};
use super::{body, follow_up, founds, leads, reads, referents};
use crate::auth::{Desk, Refused};
use crate::pages::addresses;
use crate::pages::means::overlaps;
use crate::pages::page::{Page, html};

#[derive(Template)]
#[template(path = "bodies/overview.html")]
struct OverviewPage {
    page: Page,
    back: &'static str,
    seat: String,
    period: Option<String>,
    over: bool,
    covered: String,
    /// Who waits for an answer, where somebody does.
    waiting: Option<String>,
    members: String,
    documents: Vec<Document>,
    contacts: Vec<Contact>,
    ways: Vec<(String, String)>,
}

struct Document {
    title: String,
    about: String,
    /// The address and the name of its file.
    file: Option<(String, String)>,
}

/// `GET /espace/gouvernances/{slug}`.
pub(super) async fn show(desk: Desk, Path(slug): Path<String>) -> Result<Response, Refused> {
    let body = body(&desk, &slug)?;
    let may = reads(&desk, body)?;
    let members = bodies::members(desk.app(), &may, &body.slug).await?;
    let count = |standing| {
        let there = members.iter().filter(|one| one.standing() == standing);
        there.count()
    };
    let (words, day) = (desk.words(), desk.visit.today());
    let waiting = count(Standing::Candidate);
    let told = |id: &str, n: usize| words.with(id, &[("n", n.into())]);
    Ok(html(&OverviewPage {
        page: desk.page(body.name.clone(), "gouvernances"),
        back: addresses::BODIES_DESK,
        seat: names::seat(&desk.visit.directory, &body.seat),
        period: names::period(desk.visit.lang, body.period),
        over: body.period.is_over(day),
        covered: names::covered(&desk.visit, &body.area).total,
        waiting: (waiting > 0).then(|| told("bodies-waiting", waiting)),
        members: told("bodies-members-total", count(Standing::Confirmed)),
        documents: body
            .founding
            .iter()
            .map(|one| document(&desk, body, one))
            .collect(),
        contacts: body
            .referents_on(day)
            .map(|one| names::contact(&desk.visit, one))
            .collect(),
        ways: ways(&desk, body),
    }))
}

fn document(
    desk: &Desk,
    body: &Body,
    document: &portulan_model::governance::FoundingDocument,
) -> Document {
    let (title, about) = names::document(desk.visit.lang, document);
    let file = document.file.as_ref().map(|file| {
        let part = format!("fichiers/{}", file.id);
        (addresses::body_desk(&body.slug, &part), file.name.clone())
    });
    Document { title, about, file }
}

/// What whoever looks may do here.
fn ways(desk: &Desk, body: &Body) -> Vec<(String, String)> {
    let words = desk.words();
    let part = |part: &str| addresses::body_desk(&body.slug, part);
    let mut ways = vec![
        ("bodies-members", part("membres")),
        ("meetings-title", part("reunions")),
        ("bodies-committees", part("comites")),
        ("bodies-roadmaps", part("feuilles-de-route")),
        ("decisions-title", part("decisions")),
        ("appels-title", part("appels")),
        ("env-title", part("enveloppes")),
        ("int-title", part("intentions")),
        ("plan-title", part("plan")),
    ];
    if overlaps::may(desk, body).is_ok() {
        ways.push(("recouv-title", part(overlaps::PART)));
    }
    if leads::<ReadPool>(desk, body).is_ok() {
        ways.push(("mut-title", part("mutualisations")));
    }
    if leads::<EditBody>(desk, body).is_ok() {
        ways.push(("bodies-change", part("modifier")));
    }
    if founds(desk, &body.seat).is_ok() {
        ways.push(("bodies-founding", part("fondation")));
    }
    let above = rights::body(&desk.visit.directory, body);
    if desk.may_on::<ReadFollowUp>(above).is_ok() {
        ways.push(("suivi-title", part(follow_up::PART)));
    }
    if referents::on_seat::<ReadHolder>(desk, body).is_ok() {
        ways.push(("noms-title", part(referents::PART)));
    }
    if leads::<SeeGaps>(desk, body).is_ok() {
        let node = Node::Body(body.slug.clone());
        ways.push(("harmony-way", addresses::harmony(&node.to_string())));
    }
    ways.push(("bodies-public", addresses::body(&body.slug)));
    ways.into_iter()
        .map(|(id, address)| (words.get(id), desk.visit.link(&address)))
        .collect()
}
