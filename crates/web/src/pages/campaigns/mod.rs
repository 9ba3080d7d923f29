//! Campaigns: those who coordinate ask the people of places whether what is known of them is still right
//! (`/espace/campagnes`), and those people answer by the link of a mail, without an account (`/confirmer/<link>`).
//!
//! A preview is a page that is only looked at; what leaves is sent from it, once. A link is looked at by GET, which changes
//! nothing: programs of mail servers follow links before people do.

mod confirm;
mod correct;
mod csv;
mod known;
mod list;
mod new;
mod one;

use portulan_app::campaigns;
use portulan_model::campaigns::Within;
use portulan_policy::NodeKind;
use portulan_policy::actions::RunCampaign;

use super::addresses;
use crate::auth::Desk;
use crate::routes::{Needs, Routes};

/// The pages of those who coordinate, and those that a link opens.
pub(super) fn routes() -> Routes {
    let somewhere = Needs::somewhere::<RunCampaign>();
    let run = Needs::right::<RunCampaign>(&[NodeKind::Territory, NodeKind::Organisation]);
    let own = "/espace/campagnes/{id}";
    let (link, place) = ("/confirmer/{link}", "/confirmer/{link}/{id}");
    let desk = Routes::default()
        .get(addresses::CAMPAIGNS, somewhere, list::show)
        .get(addresses::NEW_CAMPAIGN, somewhere, new::show)
        .post(addresses::NEW_CAMPAIGN, somewhere, new::send)
        .get(own, run, one::show)
        .get("/espace/campagnes/{id}/reponses.csv", run, csv::download)
        .post(own, run, one::close)
        .guarded();
    Routes::default()
        .get(link, Needs::Link, confirm::show)
        .post(link, Needs::Link, confirm::answer)
        .get(place, Needs::Link, correct::show)
        .post(place, Needs::Link, correct::send)
        .merge(desk)
}

/// Where a campaign is run, in words.
fn whereabouts(desk: &Desk, within: &Within) -> String {
    let directory = &desk.visit.directory;
    match within {
        Within::Territory(key) => {
            let found = directory.reference.territory(key);
            found.map_or_else(|| key.to_string(), |one| one.name.clone())
        }
        Within::Organisation(slug) => {
            let found = directory.organisations.get(slug);
            found.map_or_else(|| slug.to_string(), |one| one.name.clone())
        }
    }
}

/// Until when a campaign asks, or that it is over.
fn when(desk: &Desk, campaign: &portulan_model::campaigns::Campaign) -> String {
    let words = desk.words();
    let (id, at) = match campaign.closed {
        Some(at) => ("campaign-closed-on", at),
        None if campaign.runs(desk.visit.now) => ("campaign-runs-until", campaign.ends),
        None => ("campaign-over-since", campaign.ends),
    };
    words.with(id, &[("date", desk.instant(at).into())])
}

/// The figures of a campaign as lines.
fn lines(desk: &Desk, figures: &campaigns::Figures) -> Vec<String> {
    let words = desk.words();
    let told = |id: &str, n: usize| words.with(id, &[("n", n.into())]);
    let replied = figures.right + figures.corrected + figures.gone;
    let all = [
        ("campaign-figure-asked", figures.asked, true),
        ("campaign-figure-answered", figures.answered, true),
        ("campaign-figure-places", figures.places, true),
        ("campaign-figure-right", figures.right, replied > 0),
        ("campaign-figure-corrected", figures.corrected, replied > 0),
        ("campaign-figure-gone", figures.gone, figures.gone > 0),
        (
            "campaign-figure-bounced",
            figures.bounced,
            figures.bounced > 0,
        ),
        (
            "campaign-figure-refused",
            figures.refused,
            figures.refused > 0,
        ),
        (
            "campaign-figure-no-address",
            figures.no_address,
            figures.no_address > 0,
        ),
    ];
    let shown = all.into_iter().filter(|(_, _, shown)| *shown);
    shown.map(|(id, n, _)| told(id, n)).collect()
}
