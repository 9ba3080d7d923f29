//! Another day by which all have answered. Links that left serve until the new one, reminders follow it, and what is kept
//! of contacts is kept as long after it.

use chrono::NaiveDate;
use portulan_model::CensusId;
use portulan_model::census::{Census, Said};
use portulan_model::journal::Entry;
use portulan_policy::Capability;
use portulan_policy::actions::RunCampaign;
use serde_json::json;

use super::{entry, missing, target};
use crate::import::author;
use crate::{App, Error, day, rights};

/// Moves the day of a census; the same day again changes nothing.
pub async fn retarget(
    app: &App,
    capability: &Capability<RunCampaign>,
    id: CensusId,
    to: NaiveDate,
) -> Result<(), Error> {
    let mut write = app.store().begin_census(capability).await?;
    let before = write.census(id).await?.ok_or_else(|| missing(id))?;
    rights::covers(capability, &target(&app.directory(), &before))?;
    if before.target == to {
        return Ok(());
    }
    let census = Census {
        target: to,
        ..before.clone()
    };
    let told = |census: &Census| json!({ "target": census.target }).to_string();
    let by = Said::Desk(author(capability.actor()));
    let line = Entry {
        before: Some(told(&before)),
        after: Some(told(&census)),
        ..entry(app, &census, &by, "another day")
    };
    write.put_census(&census, &line).await?;
    for code in &census.communes {
        if let Some(mut town) = write.census_town(id, *code).await? {
            // A later day has its own reminders.
            if census.target > before.target {
                town.reminded.clear();
            }
            let forget = day::evening(Some(*code), census.forgets());
            write.put_census_town(&town, forget).await?;
        }
    }
    write.commit().await?;
    Ok(())
}
