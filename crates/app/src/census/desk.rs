//! What whoever conducts a census does with a commune: there is nothing, the answer is taken as it stands, it was
//! looked at, all begins again.

use portulan_model::census::{Census, Said, State, Town, What};
use portulan_model::proposals::OfCensus;
use portulan_model::{CensusId, CommuneCode, Place};
use portulan_policy::actions::RunCampaign;
use portulan_policy::{Actor, Capability};

use super::{open, opened, put, take};
use crate::import::author;
use crate::{App, Error};

/// Writes down that there is nothing: the town hall said so by other means.
pub async fn nothing(
    app: &App,
    capability: &Capability<RunCampaign>,
    id: CensusId,
    code: CommuneCode,
) -> Result<(), Error> {
    step(app, capability, id, code, |state, by| {
        Ok(state.nothing(by.clone(), app.now())?)
    })
    .await
}

/// Says that the answer was looked at.
pub async fn verify(
    app: &App,
    capability: &Capability<RunCampaign>,
    id: CensusId,
    code: CommuneCode,
) -> Result<(), Error> {
    step(app, capability, id, code, |state, _by| {
        Ok(state.verify(author(capability.actor()), app.now())?)
    })
    .await
}

/// Begins again: the link of the town hall serves no more, and what it said of bodies stays.
pub async fn reopen(
    app: &App,
    capability: &Capability<RunCampaign>,
    id: CensusId,
    code: CommuneCode,
) -> Result<(), Error> {
    step(app, capability, id, code, |state, _by| Ok(state.reopen()?)).await
}

/// Takes what a town hall typed and never sent to its end, or said by other means.
pub async fn take_answer(
    app: &App,
    capability: &Capability<RunCampaign>,
    id: CensusId,
    code: CommuneCode,
) -> Result<(), Error> {
    let by = Said::Desk(author(capability.actor()));
    let mut write = app.store().begin_census(capability).await?;
    let (census, before) = opened(app, &mut write, capability, id, code).await?;
    let state = before.state.clone().answer(by.clone(), app.now())?;
    let town = before.clone().moved(state, by.clone(), app.now());
    let (mut write, after) = take::take(app, write, &census, town, &by).await?;
    put(app, &mut write, &census, (&before, &after), &by).await?;
    write.commit().await?;
    app.refresh().await
}

/// What a town hall said of a place that is to be corrected, for whoever conducts the census; nothing for anybody else, nor
/// for a place of which it did not say so.
pub async fn to_correct(
    app: &App,
    actor: &Actor,
    id: CensusId,
    place: &Place,
) -> Result<Option<OfCensus>, Error> {
    let Some(commune) = place.record.address.insee else {
        return Ok(None);
    };
    let may = match open(app, actor, id).await {
        Ok((_, may)) => may,
        Err(Error::NotFound(_) | Error::Forbidden(_)) => return Ok(None),
        Err(error) => return Err(error),
    };
    let town = app.store().census_town(&may, id, commune).await?;
    let said = town.is_some_and(|town| {
        let mut taken = town.taken.iter();
        taken.any(|one| matches!(&one.what, What::ToCorrect { place: of } if *of == place.id))
    });
    let of = OfCensus {
        census: id,
        commune,
        body: None,
    };
    Ok(said.then_some(of))
}

async fn step(
    app: &App,
    capability: &Capability<RunCampaign>,
    id: CensusId,
    code: CommuneCode,
    take: impl FnOnce(State, &Said) -> Result<State, Error> + Send,
) -> Result<(), Error> {
    let by = Said::Desk(author(capability.actor()));
    let mut write = app.store().begin_census(capability).await?;
    let (census, before): (Census, Town) = opened(app, &mut write, capability, id, code).await?;
    let state = take(before.state.clone(), &by)?;
    let after = before.clone().moved(state, by.clone(), app.now());
    put(app, &mut write, &census, (&before, &after), &by).await?;
    write.commit().await?;
    Ok(())
}
