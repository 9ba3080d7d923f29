//! A run that waits: what a person says of it, and what follows.

use std::sync::Arc;

use portulan_model::RunId;
use portulan_model::harvest::{Phase, Run, RunState, Verdict};
use portulan_model::journal::Deed;
use portulan_policy::actions::RunHarvest;
use portulan_policy::{Capability, allow};
use portulan_store::PageKind;

use super::listing::to_judge;
use super::{Alive, entry, link, phase, take};
use crate::import::author;
use crate::{App, Error, sources};

/// Takes in a run that waits, exactly the records that were shown. The work goes on when nobody waits for it any more;
/// the places are in once they are written, whatever becomes of their comparison.
pub async fn approve(
    app: &Arc<App>,
    capability: &Capability<RunHarvest>,
    id: RunId,
    reason: &str,
) -> Result<Run, Error> {
    let mut waiting = to_judge(app, capability, id).await?;
    let source = sources::target_or_installation(app, &waiting.source).await?;
    let capability = allow::<RunHarvest>(capability.actor(), source)?;
    if waiting.state != RunState::Quarantined {
        return Err(Error::Conflict(format!("run {id} does not wait")));
    }
    let verdict = verdict(app, &capability, reason);
    let app = Arc::clone(app);
    let work = tokio::spawn(async move {
        let _alive = Alive::begin(&app, id, phase(Phase::Writing, waiting.counts.rows));
        let to_link = take::approved(&app, &capability, &mut waiting, verdict).await?;
        if let Err(error) = link(&app, &capability, &mut waiting, &to_link).await {
            tracing::error!(%error, "the places of a run were not compared with the others");
        }
        Ok(waiting)
    });
    work.await
        .map_err(|stopped| Error::internal("approval", stopped))?
}

/// Leaves a run that waits alone: its records are forgotten.
pub async fn abandon(
    app: &App,
    capability: &Capability<RunHarvest>,
    id: RunId,
    reason: &str,
) -> Result<Run, Error> {
    let mut waiting = to_judge(app, capability, id).await?;
    waiting.state = RunState::Abandoned(verdict(app, capability, reason));
    let mut write = app.store().begin_harvest(capability).await?;
    let entry = entry(
        app,
        &waiting,
        author(capability.actor()),
        Deed::Updated,
        reason,
    );
    if !write
        .end_run(&RunState::Quarantined, &waiting, &entry)
        .await?
    {
        return Err(Error::Conflict(format!("run {id} does not wait")));
    }
    write.forget_pages(id, PageKind::Records).await?;
    write.commit().await?;
    Ok(waiting)
}

fn verdict(app: &App, capability: &Capability<RunHarvest>, reason: &str) -> Verdict {
    Verdict {
        by: author(capability.actor()),
        at: app.now(),
        reason: reason.to_owned(),
    }
}
