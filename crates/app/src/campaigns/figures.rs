//! What comes of campaigns: figures, those who are asked with their state, and those who never answer.

use std::collections::{BTreeMap, HashMap, HashSet};

use portulan_model::campaigns::{Ask, AskState, AskedPlace, Campaign, Reply};
use portulan_model::{AskId, CampaignId};
use portulan_policy::{Actor, Node, actions::RunCampaign, allow};

use super::{read, reader, target};
use crate::{App, Error};

/// From how many campaigns without an answer somebody is said never to answer.
pub(super) const NEVER_AFTER: usize = 2;

/// The figures of a campaign.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Figures {
    /// Those to whom a mail was written.
    pub asked: usize,
    /// Of those, those who answered for all of their places.
    pub answered: usize,
    /// Those whose address takes no mail.
    pub bounced: usize,
    /// Those who want no such mail.
    pub refused: usize,
    /// Those of whom no address is known.
    pub no_address: usize,
    /// Places about which somebody was asked.
    pub places: usize,
    /// Places of which all was right.
    pub right: usize,
    /// Places of which something was put right.
    pub corrected: usize,
    /// Places that are said to be no more.
    pub gone: usize,
}

/// A campaign as those who run it see it.
#[derive(Debug, Clone, PartialEq)]
pub struct Overview {
    /// Which.
    pub campaign: Campaign,
    /// In figures.
    pub figures: Figures,
    /// Those who are asked, by name, each with their places: in all, and without an answer.
    pub asks: Vec<(Ask, usize, usize)>,
}

/// Somebody who let several campaigns pass.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Silent {
    /// How they are called.
    pub name: String,
    /// How many campaigns they let pass.
    pub campaigns: usize,
}

/// The campaigns that an actor may run, the latest first, with their figures.
pub async fn list(app: &App, actor: &Actor) -> Result<Vec<(Campaign, Figures)>, Error> {
    let mut campaigns = Vec::new();
    for campaign in readable(app, actor).await? {
        let (asks, places) = app.store().asks(&reader()?, campaign.id).await?;
        campaigns.push((campaign, figures(&asks, &places)));
    }
    Ok(campaigns)
}

/// One campaign, for whoever may run it.
pub async fn overview(app: &App, actor: &Actor, id: CampaignId) -> Result<Overview, Error> {
    let (campaign, may) = read(app, actor, id).await?;
    let (asks, places) = app.store().asks(&may, id).await?;
    let figures = figures(&asks, &places);
    let mut counts: HashMap<AskId, (usize, usize)> = HashMap::new();
    for place in &places {
        let (all, waiting) = counts.entry(place.ask).or_default();
        *all += 1;
        *waiting += usize::from(place.reply.is_none());
    }
    let counted = |ask: Ask| {
        let (all, waiting) = counts.get(&ask.id).copied().unwrap_or_default();
        (ask, all, waiting)
    };
    Ok(Overview {
        campaign,
        figures,
        asks: asks.into_iter().map(counted).collect(),
    })
}

/// Those who let [`NEVER_AFTER`] campaigns or more pass and answered none, among the campaigns that an actor may run.
pub async fn silent(app: &App, actor: &Actor) -> Result<Vec<Silent>, Error> {
    let campaigns = readable(app, actor).await?;
    let now = app.now();
    let all: HashSet<CampaignId> = campaigns.iter().map(|one| one.id).collect();
    let over = campaigns.iter().filter(|one| !one.runs(now));
    let over: HashSet<CampaignId> = over.map(|one| one.id).collect();
    let asks = app.store().asks_sent(&reader()?).await?;
    let mut by_who: BTreeMap<&str, Vec<&(Ask, bool)>> = BTreeMap::new();
    for known in asks.iter().filter(|(ask, _)| all.contains(&ask.campaign)) {
        by_who.entry(&known.0.who).or_default().push(known);
    }
    let passed =
        |(ask, _): &&&(Ask, bool)| ask.state == AskState::Waiting && over.contains(&ask.campaign);
    let mut silent: Vec<Silent> = by_who
        .into_values()
        .filter(|asks| asks.iter().all(|(_, answered)| !answered))
        .filter_map(|asks| {
            let campaigns = asks.iter().filter(passed).count();
            let name = asks.last()?.0.name.clone();
            (campaigns >= NEVER_AFTER).then_some(Silent { name, campaigns })
        })
        .collect();
    silent.sort_by(|a, b| (b.campaigns, &a.name).cmp(&(a.campaigns, &b.name)));
    Ok(silent)
}

async fn readable(app: &App, actor: &Actor) -> Result<Vec<Campaign>, Error> {
    let directory = app.directory();
    let mut campaigns = app.store().campaigns(&reader()?).await?;
    campaigns.retain(|campaign| {
        let target = target(&directory, &campaign.choice.within);
        let target = target.unwrap_or_else(|| Node::Installation.into());
        allow::<RunCampaign>(actor, target).is_ok()
    });
    Ok(campaigns)
}

fn figures(asks: &[Ask], places: &[AskedPlace]) -> Figures {
    let asked: HashSet<AskId> = asks
        .iter()
        .filter(|ask| ask.sent.is_some())
        .map(|ask| ask.id)
        .collect();
    let of = |state| asks.iter().filter(|ask| ask.state == state).count();
    let replied = |reply| {
        let given = |one: &&AskedPlace| one.reply.is_some_and(|(given, _)| given == reply);
        places.iter().filter(given).count()
    };
    Figures {
        asked: asked.len(),
        answered: of(AskState::Answered),
        bounced: of(AskState::Bounced),
        refused: of(AskState::Refused),
        no_address: of(AskState::NoAddress),
        places: places.iter().filter(|one| asked.contains(&one.ask)).count(),
        right: replied(Reply::Right),
        corrected: replied(Reply::Corrected),
        gone: replied(Reply::Gone),
    }
}
