//! `/espace/campagnes/<id>`: what comes of a campaign, who is asked and what became of each; the button that ends it.

use askama::Template;
use axum::extract::{Form, Path};
use axum::http::StatusCode;
use axum::response::Response;
use portulan_app::campaigns::{self, Overview};
use portulan_i18n::network;
use portulan_model::CampaignId;
use portulan_model::campaigns::{Ask, AskState, Doubt};

use super::{lines, when, whereabouts};
use crate::auth::{Desk, Refused, done, named};
use crate::pages::addresses;
use crate::pages::page::{Page, html};

/// What the button sends.
const END: &str = "terminer";

#[derive(Template)]
#[template(path = "campaigns/one.html")]
struct OnePage {
    page: Page,
    back: &'static str,
    action: String,
    /// Who is asked, as a table to take away.
    table: String,
    /// Where, which places, until when.
    facts: Vec<String>,
    figures: Vec<String>,
    rows: Vec<Row>,
    /// Those who can be asked by no mail.
    by_hand: Vec<Row>,
    runs: bool,
}

/// Somebody who is asked.
struct Row {
    name: String,
    state: String,
    places: String,
    reminded: String,
}

/// `GET /espace/campagnes/{id}`.
pub(super) async fn show(desk: Desk, Path(id): Path<String>) -> Result<Response, Refused> {
    let id: CampaignId = named(&id)?;
    let overview = campaigns::overview(desk.app(), desk.actor(), id).await?;
    Ok(html(&page(&desk, &overview)))
}

/// `POST /espace/campagnes/{id}`.
pub(super) async fn close(
    desk: Desk,
    Path(id): Path<String>,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<Response, Refused> {
    let id: CampaignId = named(&id)?;
    let (_, may) = campaigns::read(desk.app(), desk.actor(), id).await?;
    if !pairs
        .iter()
        .any(|(name, value)| name == "geste" && value == END)
    {
        return Err(Refused(StatusCode::BAD_REQUEST));
    }
    campaigns::close(desk.app(), &may, id).await?;
    Ok(done(&addresses::campaign(id), "campaign-closed"))
}

fn page(desk: &Desk, overview: &Overview) -> OnePage {
    let campaign = &overview.campaign;
    let unreachable = |ask: &Ask| !matches!(ask.state, AskState::Waiting | AskState::Answered);
    let (by_hand, asked): (Vec<_>, Vec<_>) = overview
        .asks
        .iter()
        .partition(|(ask, _, _)| unreachable(ask));
    let line = |one: &(Ask, usize, usize)| row(desk, one);
    OnePage {
        page: desk.page(campaign.name.clone(), "campagnes"),
        back: addresses::CAMPAIGNS,
        action: addresses::campaign(campaign.id),
        table: format!("{}/reponses.csv", addresses::campaign(campaign.id)),
        facts: facts(desk, overview),
        figures: lines(desk, &overview.figures),
        rows: asked.into_iter().map(line).collect(),
        by_hand: by_hand.into_iter().map(line).collect(),
        runs: campaign.runs(desk.visit.now),
    }
}

fn facts(desk: &Desk, overview: &Overview) -> Vec<String> {
    let (words, campaign) = (desk.words(), &overview.campaign);
    let choice = &campaign.choice;
    let mut facts = vec![
        whereabouts(desk, &choice.within),
        when(desk, campaign),
        words.with(
            "campaign-begun-on",
            &[("date", desk.instant(campaign.created).into())],
        ),
    ];
    if choice.doubt != Doubt::Any {
        facts.push(words.get(&format!("campaign-doubt-{}", choice.doubt.slug())));
    }
    if let Some(slug) = &choice.network {
        facts.push(network(desk.visit.lang, slug.as_str()));
    }
    if let Some(months) = choice.months {
        let n = usize::try_from(months).unwrap_or_default();
        facts.push(words.with("campaign-months-chosen", &[("n", n.into())]));
    }
    let days = campaign.reminders.iter().map(ToString::to_string);
    let days: Vec<String> = days.collect();
    if !days.is_empty() {
        let days = portulan_i18n::listed(desk.visit.lang, days);
        facts.push(words.with("campaign-reminders-chosen", &[("days", days.into())]));
    }
    facts
}

fn row(desk: &Desk, (ask, all, waiting): &(Ask, usize, usize)) -> Row {
    let words = desk.words();
    let told = [
        ("answered", all.saturating_sub(*waiting).into()),
        ("all", (*all).into()),
    ];
    let reminded = usize::try_from(ask.reminded).unwrap_or_default();
    Row {
        name: ask.name.clone(),
        state: words.get(&format!("campaign-state-{}", ask.state.word())),
        places: words.with("campaign-places-answered", &told),
        reminded: words.with("campaign-reminded", &[("n", reminded.into())]),
    }
}
