//! What a job does each time that it looks: reminders to those who were asked and have not answered, once each.

use chrono_tz::Europe::Paris;
use portulan_model::census::{Said, State};
use portulan_model::{CensusId, CommuneCode};

use super::ask::{letter, reminded};
use super::{JOB, machine, put, today};
use crate::import::author;
use crate::{App, Error};

/// How many mails were written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Reminded {
    /// Reminders written.
    pub written: usize,
}

/// Reminds whoever is due. Any number of nodes may do it: each looks again inside its write.
pub async fn remind_due(app: &App) -> Result<Reminded, Error> {
    let asked = app.store().census_asked(&machine()?).await?;
    let mut done = Reminded::default();
    for (id, code) in asked {
        let (Ok(id), Ok(code)) = (id.parse(), code.parse()) else {
            continue;
        };
        match remind_one(app, id, code).await {
            Ok(written) => done.written += usize::from(written),
            Err(error) => tracing::error!(%error, census = %id, "a town hall was not reminded"),
        }
    }
    Ok(done)
}

async fn remind_one(app: &App, id: CensusId, code: CommuneCode) -> Result<bool, Error> {
    let may = machine()?;
    let (store, today) = (app.store(), today(app));
    // Most are not due: no write is opened for them.
    let (Some(census), Some(town)) = (
        store.census(&may, id).await?,
        store.census_town(&may, id, code).await?,
    ) else {
        return Ok(false);
    };
    let due = |town: &portulan_model::census::Town| match town.state {
        State::Asked { when, .. } => census
            .reminder(when.with_timezone(&Paris).date_naive(), today)
            .filter(|days| !town.reminded.contains(days)),
        _ => None,
    };
    if due(&town).is_none() {
        return Ok(false);
    }
    let mut write = store.begin_census(&may).await?;
    let Some(before) = write.census_town(id, code).await? else {
        return Ok(false);
    };
    let Some(days) = due(&before) else {
        return Ok(false);
    };
    let by = Said::Desk(author(&JOB));
    let new = letter(
        app,
        &mut write,
        &census,
        &before,
        &format!("{}-j-{days}", census.target),
    )
    .await?;
    let mut after = reminded(app, before.clone(), by.clone());
    after.reminded.push(days);
    put(app, &mut write, &census, (&before, &after), &by).await?;
    write.commit().await?;
    Ok(new)
}
