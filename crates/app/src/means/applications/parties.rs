//! Others are invited into an application by the organisation that carries it: to fill it in with it, or to read it.

use portulan_model::means::applications::{ApplicationError, Parties, PartiesError};
use portulan_model::{ApplicationId, Slug};
use portulan_policy::Capability;
use portulan_policy::actions::Apply;

use super::{ApplyError, led, told};
use crate::App;

/// An organisation takes part from now on, as a partner or as a reader.
pub async fn invite(
    app: &App,
    may: &Capability<Apply>,
    id: ApplicationId,
    (organisation, reads): (Slug, bool),
) -> Result<(), ApplyError> {
    if app.directory().organisations.get(&organisation).is_none() {
        return Err(ApplyError::NoOrganisation(organisation));
    }
    change(app, may, id, |parties| parties.invite(organisation, reads)).await
}

/// An organisation takes part no more.
pub async fn leave(
    app: &App,
    may: &Capability<Apply>,
    id: ApplicationId,
    organisation: &Slug,
) -> Result<(), ApplyError> {
    change(app, may, id, |parties| parties.leave(organisation)).await
}

async fn change(
    app: &App,
    may: &Capability<Apply>,
    id: ApplicationId,
    with: impl FnOnce(Parties) -> Result<Parties, PartiesError> + Send,
) -> Result<(), ApplyError> {
    let (mut write, opened) = led(app, may, id).await?;
    let parties = with(opened.application.parties.clone()).map_err(ApplicationError::from)?;
    let before = opened.application.version;
    let after = opened.application.with_parties(parties)?;
    if after.version == before {
        return Ok(());
    }
    let line = told(app, may.actor(), &after, "parties changed");
    write.keep_application(&after, Some(&line)).await?;
    write.commit().await?;
    Ok(())
}
