//! `/espace/campagnes`: the campaigns that whoever looks may run, and those who never answer.

use askama::Template;
use axum::response::Response;
use portulan_app::campaigns::{self, Figures, Silent};
use portulan_model::campaigns::Campaign;

use super::{when, whereabouts};
use crate::auth::{Desk, Refused};
use crate::pages::addresses;
use crate::pages::page::{Page, html};

#[derive(Template)]
#[template(path = "campaigns/list.html")]
struct ListPage {
    page: Page,
    new: &'static str,
    rows: Vec<Row>,
    /// Those who never answer, each with how many campaigns they let pass.
    silent: Vec<(String, String)>,
}

/// A campaign of the table.
struct Row {
    address: String,
    name: String,
    place: String,
    when: String,
    answered: String,
}

/// `GET /espace/campagnes`.
pub(super) async fn show(desk: Desk) -> Result<Response, Refused> {
    let words = desk.words();
    let known = campaigns::list(desk.app(), desk.actor()).await?;
    let silent = campaigns::silent(desk.app(), desk.actor()).await?;
    let line = |one: Silent| {
        let passed = words.with("campaign-let-pass", &[("n", one.campaigns.into())]);
        (one.name, passed)
    };
    Ok(html(&ListPage {
        page: desk.page(words.get("campaigns-title"), "campagnes"),
        new: addresses::NEW_CAMPAIGN,
        rows: known.iter().map(|one| row(&desk, one)).collect(),
        silent: silent.into_iter().map(line).collect(),
    }))
}

fn row(desk: &Desk, (campaign, figures): &(Campaign, Figures)) -> Row {
    let told = [
        ("answered", figures.answered.into()),
        ("asked", figures.asked.into()),
    ];
    Row {
        address: addresses::campaign(campaign.id),
        name: campaign.name.clone(),
        place: whereabouts(desk, &campaign.choice.within),
        when: when(desk, campaign),
        answered: desk.words().with("campaign-answered-of", &told),
    }
}
