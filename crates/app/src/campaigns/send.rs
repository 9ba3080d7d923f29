//! A campaign begins: those who are asked, their places and their mails, in one write; and is ended by a person.

use portulan_model::campaigns::{Ask, AskState, Campaign};
use portulan_model::journal::Deed;
use portulan_model::{AskId, CampaignId};
use portulan_policy::{Capability, actions::RunCampaign};
use portulan_store::Write;

use super::choose::{chosen, since};
use super::groups::{Group, Reach};
use super::{Order, entry, node, target};
use crate::clock::draw;
use crate::import::author;
use crate::mail::{self, List, Message, recipient};
use crate::signed::{Link, Purpose};
use crate::{App, Error, rights};

/// The language of mails to places: nobody there has said another one.
const LANG: &str = "fr";

/// What became of an order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sent {
    /// The campaign has begun.
    Now,
    /// It had begun before: the form was sent twice.
    Before,
    /// There is nobody to ask: nothing was kept.
    Nobody,
}

/// An id for a new form.
#[must_use]
pub fn new_id(app: &App) -> CampaignId {
    let (millis, random) = draw(app.now(), app.chance());
    CampaignId::from_parts(millis, random)
}

/// Begins a campaign. The same order again is the same campaign.
pub async fn send(
    app: &App,
    capability: &Capability<RunCampaign>,
    order: Order,
) -> Result<Sent, Error> {
    let now = app.now();
    app.key()?;
    let mut write = app.store().begin_campaign(capability).await?;
    if let Some(known) = write.campaign(order.id).await? {
        return covered(app, capability, &known).map(|()| Sent::Before);
    }
    let list = List::Campaigns.word();
    let reachable = write.reachable(list, since(now), now).await?;
    let chosen = chosen(app, capability, &order.choice, &reachable)?;
    if chosen.places() == 0 {
        return Ok(Sent::Nobody);
    }
    let campaign = Campaign {
        id: order.id,
        name: order.name,
        choice: order.choice,
        by: author(capability.actor()),
        created: now,
        ends: order.ends,
        closed: None,
        reminders: order.reminders,
    };
    let line = entry(app, campaign.by.clone(), &campaign, Deed::Created, "begun");
    if !write.put_campaign(&campaign, &line).await? {
        return Ok(Sent::Before);
    }
    for group in &chosen.groups {
        put(app, &mut write, &campaign, group).await?;
    }
    write.commit().await?;
    Ok(Sent::Now)
}

/// Ends a campaign before its day; ending it twice changes nothing.
pub async fn close(
    app: &App,
    capability: &Capability<RunCampaign>,
    id: CampaignId,
) -> Result<(), Error> {
    let mut write = app.store().begin_campaign(capability).await?;
    let found = write.campaign(id).await?;
    let campaign = found.ok_or_else(|| Error::NotFound(format!("campaign {id}")))?;
    covered(app, capability, &campaign)?;
    if !campaign.runs(app.now()) {
        return Ok(());
    }
    let ended = Campaign {
        closed: Some(app.now()),
        ..campaign
    };
    let by = author(capability.actor());
    let line = entry(app, by, &ended, Deed::Updated, "ended");
    write.close_campaign(&ended, &line).await?;
    write.commit().await?;
    Ok(())
}

/// A campaign of which a capability speaks; no other.
pub(super) fn covered(
    app: &App,
    capability: &Capability<RunCampaign>,
    campaign: &Campaign,
) -> Result<(), Error> {
    let within = &campaign.choice.within;
    let target = target(&app.directory(), within).unwrap_or_else(|| node(within).into());
    rights::covers(capability, &target)
}

/// Keeps somebody who is asked, with their mail where one can be written.
async fn put(
    app: &App,
    write: &mut Write,
    campaign: &Campaign,
    group: &Group,
) -> Result<(), Error> {
    let (millis, random) = draw(app.now(), app.chance());
    let asked = group.reach.asks();
    let address = group.address.as_ref();
    let hash = address.map(|address| recipient(app, &address.to_string()));
    let hash = hash.transpose()?.unwrap_or_default();
    let ask = Ask {
        id: AskId::from_parts(millis, random),
        campaign: campaign.id,
        who: who(group, &hash),
        name: group.name.clone(),
        recipient: address.filter(|_| asked).cloned(),
        hash,
        state: match group.reach {
            Reach::Mail | Reach::Text => AskState::Waiting,
            Reach::Refused => AskState::Refused,
            Reach::Bouncing => AskState::Bounced,
            Reach::NoAddress => AskState::NoAddress,
        },
        sent: asked.then_some(campaign.created),
        reminded: 0,
        settled: None,
    };
    let places: Vec<_> = group.places.iter().map(|place| place.id).collect();
    write.put_ask(&ask, &places).await?;
    let Some(to) = &ask.recipient else {
        return Ok(());
    };
    let message = Message::CampaignDigest {
        organisation: ask.name.clone(),
        places: group
            .places
            .iter()
            .map(|place| place.record.name.clone())
            .collect(),
        link: link(campaign, &ask),
    };
    let occasion = format!("campaign-{}-{}", campaign.id, ask.id);
    let mail = mail::addressed(app, &to.to_string(), LANG, &message, &occasion)?;
    write.put_mail(&mail).await?;
    Ok(())
}

/// By what the same one is known from one campaign to the next.
fn who(group: &Group, hash: &str) -> String {
    match (&group.organisation, group.places.first()) {
        (Some(slug), _) => format!("structure-{slug}"),
        (None, _) if !hash.is_empty() => format!("adresse-{hash}"),
        (None, Some(place)) => format!("lieu-{}", place.id),
        (None, None) => String::new(),
    }
}

/// The link of somebody who is asked: the same in the mail and in its reminders.
pub(super) fn link(campaign: &Campaign, ask: &Ask) -> Link {
    Link::new(Purpose::Campaign, ask.id.to_string(), campaign.ends)
}

/// A reminder for places that wait, to be put in the outbox.
pub(super) fn reminder(
    app: &App,
    campaign: &Campaign,
    ask: &Ask,
    places: Vec<String>,
) -> Result<Option<portulan_model::mail::Outgoing>, Error> {
    let Some(to) = &ask.recipient else {
        return Ok(None);
    };
    let message = Message::CampaignReminder {
        organisation: ask.name.clone(),
        places,
        link: link(campaign, ask),
    };
    let occasion = format!("campaign-{}-{}-{}", campaign.id, ask.id, ask.reminded + 1);
    mail::addressed(app, &to.to_string(), LANG, &message, &occasion).map(Some)
}
