//! Those who did not answer are reminded on the days of their campaign, and nobody else: not who answered, refused or
//! cannot be reached, nor once the campaign is over. One that fails waits for the next time, and stops no other.

use std::collections::HashMap;

use chrono::{DateTime, TimeDelta, Utc};
use portulan_model::AskId;
use portulan_model::campaigns::{Ask, AskState, AskedPlace, Campaign};

use super::send::reminder;
use super::{MOST_REMINDERS, reader};
use crate::mail::List;
use crate::{App, Directory, Error, Lead};

/// Reminds those whose day has come; says how many mails were written. Any number of nodes may do it: each looks again
/// inside its write.
pub async fn keep(app: &App) -> Result<usize, Error> {
    let may = reader()?;
    settle(app).await?;
    let now = app.now();
    let campaigns = app.store().campaigns(&may).await?;
    let campaigns: HashMap<_, _> = campaigns.into_iter().map(|one| (one.id, one)).collect();
    let is_due = |ask: &Ask| {
        let campaign = campaigns.get(&ask.campaign);
        campaign.is_some_and(|campaign| due(campaign, ask, now) > ask.reminded)
    };
    let mut reminded = 0;
    let asks = app.store().asks_to_remind(&may, now).await?;
    for ask in asks.iter().filter(|ask| is_due(ask)) {
        match remind(app, ask.id).await {
            Ok(done) => reminded += usize::from(done),
            Err(error) => tracing::error!(%error, ask = %ask.id, "a reminder was not written"),
        }
    }
    Ok(reminded)
}

/// Those who refused since, or whose address takes no mail, wait no more.
async fn settle(app: &App) -> Result<(), Error> {
    let mut write = app.store().begin_campaign(&reader()?).await?;
    if write.settle_unreachable(List::Campaigns.word()).await? > 0 {
        write.commit().await?;
    }
    Ok(())
}

async fn remind(app: &App, id: AskId) -> Result<bool, Error> {
    let now = app.now();
    let mut write = app.store().begin_campaign(&reader()?).await?;
    let Some((ask, places)) = write.ask(id).await? else {
        return Ok(false);
    };
    let Some(campaign) = write.campaign(ask.campaign).await? else {
        return Ok(false);
    };
    let due = due(&campaign, &ask, now);
    if due <= ask.reminded {
        return Ok(false);
    }
    let names = waiting(&app.directory(), &places);
    if names.is_empty() {
        return Ok(false);
    }
    let Some(mail) = reminder(app, &campaign, &ask, names)? else {
        return Ok(false);
    };
    // Of several days that passed while nothing ran, one reminder is enough.
    if !write.ask_reminded(&ask, due).await? {
        return Ok(false);
    }
    write.put_mail(&mail).await?;
    write.commit().await?;
    Ok(true)
}

/// How many reminders are due in all at an instant.
fn due(campaign: &Campaign, ask: &Ask, now: DateTime<Utc>) -> u32 {
    let Some(sent) = ask.sent.filter(|_| ask.state == AskState::Waiting) else {
        return 0;
    };
    if !campaign.runs(now) {
        return 0;
    }
    let passed = |days: &&u32| {
        let day = TimeDelta::try_days(i64::from(**days));
        let at = day.and_then(|day| sent.checked_add_signed(day));
        at.is_some_and(|at| at <= now)
    };
    let days = campaign.reminders.iter().take(MOST_REMINDERS);
    u32::try_from(days.filter(passed).count()).unwrap_or(u32::MAX)
}

/// Names of the places that are still there and have no answer.
fn waiting(directory: &Directory, places: &[AskedPlace]) -> Vec<String> {
    let waits = places.iter().filter(|one| one.reply.is_none());
    let mut names: Vec<String> = waits
        .filter_map(|one| match directory.lead(&one.place.to_string()) {
            Lead::Here(place) | Lead::Moved(place) => Some(place.record.name.clone()),
            Lead::Gone(_) | Lead::Nowhere => None,
        })
        .collect();
    names.sort();
    names
}
